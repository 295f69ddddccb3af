#include "wire/terms.hpp"

#include "rostrum/v1/view.pb.h"

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

void put(v1::NoticeTo& into, const council::NoticeTo& to) {
  if (const auto* audience = std::get_if<council::Audience>(&to))
    into.set_audience(to_wire(*audience));
  else if (const auto* delegation = std::get_if<DelegationId>(&to))
    into.set_delegation(delegation->value);
  else
    into.set_all(true);
}

std::optional<council::NoticeTo> notice_to_of(const v1::NoticeTo& to) {
  switch (to.to_case()) {
  case v1::NoticeTo::kAll:
    if (to.all()) return council::Everyone{};
    return std::nullopt;
  case v1::NoticeTo::kAudience:
    if (const auto audience = from_wire<council::Audience>(to.audience())) return *audience;
    return std::nullopt;
  case v1::NoticeTo::kDelegation:
    if (to.delegation().empty()) return std::nullopt;
    return DelegationId{to.delegation()};
  case v1::NoticeTo::TO_NOT_SET:
    break;
  }
  return std::nullopt;
}

void put(WireLimits& into, const council::Limits& limits) {
  for (const auto& [of, limit] : limits) {
    v1::Limit& added = *into.Add();
    added.set_of(to_wire(of));
    added.set_limit_ms(limit.value);
  }
}

void put(v1::RegionStanding& into, const council::RegionStanding& standing) {
  into.set_of(to_wire(standing.region.first));
  into.set_group(standing.region.second);
  into.set_heard(standing.heard);
  into.set_waiting(standing.waiting);
  into.set_last_at(or_zero(standing.last_at));
}

}  // namespace rostrum::wire
