#include "wire/terms.hpp"

namespace rostrum::wire {

void put(WireText& into, const council::Text& text) { into.insert(text.begin(), text.end()); }

council::Text text_of(const WireText& text) { return {text.begin(), text.end()}; }

void put(v1::Speaker& into, const council::Speaker& speaker) {
  into.set_name(speaker.name);
  into.set_title(speaker.title);
}

council::Speaker speaker_of(const v1::Speaker& speaker) { return {.name = speaker.name(), .title = speaker.title()}; }

void put(v1::Document& into, const council::Document& document) {
  into.set_symbol(document.symbol);
  put(*into.mutable_title(), document.title);
}

council::Document document_of(const v1::Document& document) {
  return {.symbol = document.symbol(), .title = text_of(document.title())};
}

void put(google::protobuf::RepeatedPtrField<v1::Limit>& into, const council::Limits& limits) {
  for (const auto& [of, limit] : limits) {
    v1::Limit& added = *into.Add();
    added.set_of(to_wire(of));
    added.set_limit_ms(limit.value);
  }
}

}  // namespace rostrum::wire
