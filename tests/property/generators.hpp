// Any event and act there can be, for properties; item_generators.hpp has what the server says. Each function picks as
// it runs, so it is called inside a property or a generator. Acts and events are made member by member, by the members'
// types; a type that nothing is picked for does not compile.
#pragma once

#include <rapidcheck.h>

#include "base/characters.hpp"
#include "wire/generated/members.hpp"
#include "wire/stored.hpp"

namespace rostrum::generate {

using namespace council;

// ---- values

template <class Number>
Number any_number() {
  return *rc::gen::arbitrary<Number>();
}

/// Below `count`, evenly: a range by itself grows with the test, so that what comes last would hardly ever be picked.
inline std::size_t any_index(std::size_t count) {
  return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::size_t>(0, count));
}

template <class Enum>
Enum any_word(int count) {
  return static_cast<Enum>(any_index(static_cast<std::size_t>(count)));
}

/// UTF-8 with what is awkward in it: quotes, escapes, controls, and characters of one to four bytes.
inline std::string any_text(std::size_t pieces_min = 0) {
  const auto piece = rc::gen::elementOf(
      std::vector<std::string>{"a",    "Z", "0", " ", "\"", "\\", "/",      "<",  "\n", "\t", std::string(1, '\0'),
                               "\x7f", "é", "ß", "и", "中", "한", "\u2028", "😀", "𝔘"});
  const auto pieces = *rc::gen::container<std::vector<std::string>>(piece);
  std::string text;
  for (const std::string& each : pieces) text += each;
  for (std::size_t count = pieces.size(); count < pieces_min; ++count) text += *piece;
  return text;
}

/// The same without what a client may not send on a line; empty only where it was.
inline std::string sent_on_a_line(const std::string& text) {
  std::string line;
  each_character(text, [&](std::optional<char32_t>, std::string_view bytes) {
    if (!unfit_character(bytes, Lines::one)) line += bytes;
    return true;
  });
  return is_blank(line) && !text.empty() ? "a" : line;
}

inline std::string any_id() { return "id-" + std::to_string(any_index(1000)); }

template <class Id>
Id any_id_of() {
  return {any_id()};
}
inline EntryId any_entry() { return {any_number<std::uint32_t>()}; }
inline SpeechId any_speech() { return {any_number<std::uint32_t>()}; }
inline std::uint32_t any_counted() { return *rc::gen::nonZero<std::uint32_t>(); }

/// Zero stands for none on the wire where there may be none.
inline SpeechId any_real_speech() { return {any_counted()}; }
inline EntryId any_real_entry() { return {any_counted()}; }

/// Zero stands for none on the wire, so no instant of a session is zero.
inline Instant any_instant() { return {*rc::gen::nonZero<std::int64_t>()}; }
inline Millis any_span() { return {any_number<std::int64_t>()}; }

template <class Pick>
auto maybe(Pick pick) -> std::optional<decltype(pick())> {
  if (any_number<bool>()) return pick();
  return std::nullopt;
}

template <class Pick>
auto several(Pick pick, std::size_t most = 4) -> std::vector<decltype(pick())> {
  std::vector<decltype(pick())> things;
  for (std::size_t count = any_index(most); count > 0; --count) things.push_back(pick());
  return things;
}

inline Text any_words(std::size_t least = 0) {
  Text text;
  if (least > 0 || any_number<bool>()) text["en"] = any_text(1);
  if (any_number<bool>()) text["fr"] = any_text(1);
  if (any_number<bool>()) text["zh-Hant"] = any_text(1);
  return text;
}
inline Speaker any_speaker() { return {.name = any_text(), .title = any_text()}; }
inline Digest any_digest() {
  Digest digest{};
  for (auto& byte : digest) byte = any_number<std::uint8_t>();
  return digest;
}
inline std::variant<EntryId, PanellistId> any_taker() {
  if (any_number<bool>()) return any_entry();
  return any_id_of<PanellistId>();
}

inline NoticeTo any_notice_to() {
  switch (any_index(3)) {
  case 0:
    return Everyone{};
  case 1:
    return any_word<Audience>(audience_count);
  default:
    return any_id_of<DelegationId>();
  }
}

// ---- the programme

inline PanellistPlan any_panellist() {
  return {.id = {any_id()}, .name = any_words(), .title = any_words(), .flag = any_text()};
}
inline Limits any_limits() {
  Limits limits;
  for (int of = 0; of < limit_of_count; ++of)
    if (any_number<bool>()) limits[static_cast<LimitOf>(of)] = any_span();
  limits[LimitOf::point_of_order] = any_span();  // a stored programme without it is of an older log, and gets one
  return limits;
}
inline PanelPlan any_panel_plan() {
  return {.id = {any_id()},
          .meeting = {any_id()},
          .title = any_words(),
          .draft = any_number<bool>(),
          .subtitle = any_words(),
          .documents = several([] { return Document{.symbol = any_text(), .title = any_words()}; }),
          .themes = several([] { return any_words(); }),
          .panellists = several(any_panellist),
          .limits = any_limits(),
          .order_policy = any_word<OrderPolicy>(2),
          .at_limit = any_word<AtLimit>(2),
          .grace = any_span(),
          .several_entries = any_number<bool>(),
          .present_only = any_number<bool>(),
          .list_opens_at = maybe(any_instant),
          .reserve = any_span(),
          .members_share = any_number<std::uint32_t>()};
}
inline SessionPlan any_session_plan() {
  return {.id = {any_id()},
          .title = any_words(),
          .theme = any_words(),
          .timezone = any_text(),
          .languages = several([] { return any_text(); }),
          .codes_valid = any_span(),
          .mocion_de_orden = any_number<bool>()};
}
inline MeetingPlan any_meeting_plan() {
  return {.id = {any_id()}, .title = any_words(), .planned_start = any_instant(), .planned_end = any_instant()};
}
inline DelegationPlan any_delegation_plan() {
  return {.id = {any_id()},
          .category = any_word<Category>(category_count),
          .groups = several(any_id),
          .name = any_words(),
          .flag = any_text()};
}
inline SeatPlan any_seat_plan() {
  return {.id = {any_id()},
          .role = any_word<Role>(role_count),
          .delegation = maybe(any_id_of<DelegationId>),
          .language = any_text(),
          .person = maybe(any_speaker)};
}
inline Programme any_programme() {
  return {.session = any_session_plan(),
          .meetings = several(any_meeting_plan),
          .panels = several(any_panel_plan),
          .delegations = several(any_delegation_plan),
          .seats = several(any_seat_plan),
          .source_digest = any_digest()};
}

// ---- one of several kinds, each as likely as any other

/// `Make<Kind>` picks one of a kind; the kinds are those of a variant or of a tuple.
template <class Any, template <class> class Make, template <class...> class List, class... Kind>
Any any_of_kinds(const List<Kind...>*) {
  using Pick = Any (*)();
  static constexpr std::array<Pick, sizeof...(Kind)> picks{[] { return Any(Make<Kind>::pick()); }...};
  return picks[any_index(picks.size())]();
}

template <class Variant, template <class> class Make>
Variant any_of() {
  return any_of_kinds<Variant, Make>(static_cast<const Variant*>(nullptr));
}

// ---- acts and events

/// Gives a member anything that its type can hold.
struct AnyMember {
  std::size_t languages_least = 0;  // of a text
  bool is_sent = false;             // by a client

  void operator()(std::string_view, bool& into) const { into = any_number<bool>(); }
  void operator()(std::string_view, std::uint32_t& into) const { into = any_number<std::uint32_t>(); }
  void operator()(std::string_view, std::string& into) const { into = sent(any_text()); }
  void operator()(std::string_view, Millis& into) const { into = any_span(); }
  void operator()(std::string_view, Instant& into) const { into = any_instant(); }
  void operator()(std::string_view, Text& into) const {
    into = any_words(languages_least);
    for (auto& [language, words] : into) words = sent(words);
  }
  void operator()(std::string_view, Speaker& into) const {
    into = any_speaker();
    into = {.name = sent(into.name), .title = sent(into.title)};
  }
  void operator()(std::string_view, NoticeTo& into) const { into = any_notice_to(); }
  void operator()(std::string_view, Limits& into) const { into = any_limits(); }
  void operator()(std::string_view, Programme& into) const { into = any_programme(); }
  template <class Tag>
  void operator()(std::string_view, TextId<Tag>& into) const {
    into = {any_id()};
  }
  template <class Tag>
  void operator()(std::string_view, NumberId<Tag>& into) const {
    into = {any_number<std::uint32_t>()};
  }
  template <class Tag>
  void operator()(std::string_view, std::optional<NumberId<Tag>>& into) const {
    into = maybe([] { return NumberId<Tag>{any_counted()}; });
  }
  template <class Value>
  void operator()(std::string_view name, std::optional<Value>& into) const {
    into = maybe([&] { return any<Value>(name); });
  }
  template <class Value>
  void operator()(std::string_view name, std::vector<Value>& into) const {
    into = several([&] { return any<Value>(name); });
  }
  template <class Enum>
    requires std::is_enum_v<Enum>
  void operator()(std::string_view, Enum& into) const {
    into = any_word<Enum>(generated::Count<Enum>::value);
  }

 private:
  [[nodiscard]] std::string sent(const std::string& text) const { return is_sent ? sent_on_a_line(text) : text; }

  template <class Value>
  Value any(std::string_view name) const {
    Value value{};
    (*this)(name, value);
    return value;
  }
};

template <class Act>
struct MakeAct {
  static Act pick() {
    Act act{};
    generated::each_member(act, AnyMember{.languages_least = 1, .is_sent = true});
    return act;
  }
};
template <>
struct MakeAct<MoveEntry> {
  static MoveEntry pick() { return {any_entry(), any_entry(), any_number<bool>()}; }
};
template <>
struct MakeAct<GiveFloor> {
  static GiveFloor pick() { return {any_id_of<PanelId>(), any_taker()}; }
};

/// An act that people can send.
inline Act any_sent_act() { return any_of_kinds<Act, MakeAct>(static_cast<const generated::SentActs*>(nullptr)); }

inline Command any_sent_command() {
  return {.act = any_sent_act(), .expects = {.speech = maybe(any_speech), .head = maybe(any_entry)}};
}

template <class Event>
struct MakeEvent {
  static Event pick() {
    Event event{};
    generated::each_member(event, AnyMember{});
    return event;
  }
};
template <>
struct MakeEvent<FloorGiven> {
  static FloorGiven pick() {
    return {any_speech(), {any_id()}, any_taker(), any_span(), any_word<LimitOf>(limit_of_count)};
  }
};

template <>
struct MakeEvent<SecretChecked> {
  static SecretChecked pick() { return {any_digest()}; }
};
template <>
struct MakeEvent<ClockAnchored> {
  static ClockAnchored pick() {
    const double speed = static_cast<double>(any_counted()) / (1u << 20);  // at most 4,096
    return {{.session_start = any_instant(), .wall_start = any_instant(), .speed = speed}};
  }
};

inline Event any_event() { return any_of<Event, MakeEvent>(); }

inline wire::StoredAct any_stored_act() {
  wire::StoredAct act{.grant = {any_id()},
                      .command_id = any_text(1),
                      .command_digest = any_digest(),
                      .actor = {any_id()},
                      .act = any_text(),
                      .at = {any_number<std::int64_t>()},
                      .events = several(any_event)};
  act.events.push_back(any_event());
  return act;
}

inline wire::Commit any_commit() {
  wire::Commit commit{.session = {any_id()},
                      .epoch = std::string(as_bytes(any_digest()).substr(0, wire::epoch_bytes)),
                      .term = *rc::gen::nonZero<std::uint64_t>(),
                      .seq = {*rc::gen::nonZero<std::uint64_t>()},
                      .previous = any_digest(),
                      .acts = several(any_stored_act)};
  commit.acts.push_back(any_stored_act());
  return commit;
}

}  // namespace rostrum::generate
