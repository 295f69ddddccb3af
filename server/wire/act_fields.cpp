#include "wire/act_fields.hpp"

#include "wire/frames.hpp"

namespace rostrum::wire {

void ActFields::refuse(std::string_view field, std::string_view expected) {
  if (!refused_) refused_ = council::rejection(council::Code::malformed, field, expected);
}

Decided<council::Act> ActFields::none() {
  return failure(council::rejection(council::Code::malformed, "act", "an act that this server knows"));
}

void ActFields::check_and_take(std::string_view field, const WireText& from, council::Text& into) {
  if (from.empty()) return refuse(field, "a text in at least one language");
  for (const auto& [language, words] : from) {
    if (language.size() < language_tag_bytes_min || language.size() > language_tag_bytes_max)
      return refuse(field, "BCP 47 tags of 2 to 35 characters as languages");
    if (words.empty()) return refuse(field, "words in " + language);
  }
  into = text_of(from);
}

void ActFields::check_and_take(std::string_view field, const WireLimits& from, council::Limits& into) {
  if (from.empty()) return refuse(field, "a limit of at least one sort");
  for (const v1::Limit& limit : from) {
    const auto of = from_wire<council::LimitOf>(limit.of());
    if (!of) return refuse(field, one_of(*google::protobuf::GetEnumDescriptor<v1::LimitOf>()));
    if (!into.emplace(*of, Millis{limit.limit_ms()}).second) return refuse(field, "each sort once");
  }
}

void ActFields::check_and_take(std::string_view field, const v1::NoticeTo& from, council::NoticeTo& into) {
  auto to = notice_to_of(from);
  if (!to) return refuse(field, "all (true), an audience that is known, or a delegation");
  if (const auto* delegation = std::get_if<DelegationId>(&*to)) check_id(field, delegation->value);
  into = *std::move(to);
}

void ActFields::check_id(std::string_view field, const std::string& id) {
  if (id.size() > id_bytes_max) refuse(field, "an id of at most " + std::to_string(id_bytes_max) + " bytes");
}

std::string ActFields::one_of(const google::protobuf::EnumDescriptor& words) {
  std::string all = "one of";
  for (int index = 1; index < words.value_count(); ++index) all += " " + words.value(index)->name();
  return all;
}

Decided<council::Act> read(const v1::MoveEntry& from) {
  switch (from.place_case()) {
  case v1::MoveEntry::kBefore:
    return council::MoveEntry{.entry = {from.entry()}, .anchor = {from.before()}, .before = true};
  case v1::MoveEntry::kAfter:
    return council::MoveEntry{.entry = {from.entry()}, .anchor = {from.after()}, .before = false};
  case v1::MoveEntry::PLACE_NOT_SET:
    break;
  }
  ActFields take;
  take.refuse("place", "before or after, with an entry");
  return take.read(council::MoveEntry{});
}

void put(v1::MoveEntry& into, const council::MoveEntry& from) {
  into.set_entry(from.entry.value);
  if (from.before)
    into.set_before(from.anchor.value);
  else
    into.set_after(from.anchor.value);
}

Decided<council::Act> read(const v1::GiveFloor& from) {
  council::GiveFloor into;
  ActFields take;
  take("panel", from.panel(), into.panel);
  switch (from.to_case()) {
  case v1::GiveFloor::kEntry:
    take("entry", from.entry(), into.to.emplace<EntryId>());
    break;
  case v1::GiveFloor::kPanellist:
    take("panellist", from.panellist(), into.to.emplace<PanellistId>());
    break;
  case v1::GiveFloor::TO_NOT_SET:
    take.refuse("to", "entry or panellist");
  }
  return take.read(std::move(into));
}

void put(v1::GiveFloor& into, const council::GiveFloor& from) {
  into.set_panel(from.panel.value);
  put_taker(into, from.to);
}

}  // namespace rostrum::wire
