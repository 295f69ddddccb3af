// Any event, act, entity and item there can be, for properties. Each function picks as it runs, so it is called inside
// a property or a generator. One overload per kind: a missing one does not compile.
#pragma once

#include <rapidcheck.h>

#include "wire/frames.hpp"
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

inline std::string any_id() { return "id-" + std::to_string(any_index(1000)); }

template <class Id>
Id any_id_of() {
  return {any_id()};
}
inline EntryId any_entry() { return {any_number<std::uint32_t>()}; }
inline SpeechId any_speech() { return {any_number<std::uint32_t>()}; }

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

// ---- the programme

inline PanellistPlan any_panellist() {
  return {.id = {any_id()}, .name = any_words(), .title = any_words(), .flag = any_text()};
}
inline Limits any_limits() {
  Limits limits;
  for (int of = 0; of < limit_of_count; ++of)
    if (any_number<bool>()) limits[static_cast<LimitOf>(of)] = any_span();
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
          .list_opens_at = maybe(any_instant)};
}
inline SessionPlan any_session_plan() {
  return {
      .id = {any_id()}, .title = any_words(), .theme = any_words(), .timezone = any_text(), .languages = several([] {
                                                                                              return any_text();
                                                                                            })};
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

// ---- one of a variant, every kind as likely as any other

template <class Variant, template <class> class Make, std::size_t... Index>
Variant any_of(std::index_sequence<Index...>) {
  using Pick = Variant (*)();
  static constexpr std::array<Pick, sizeof...(Index)> picks{
      [] { return Variant(Make<std::variant_alternative_t<Index, Variant>>::pick()); }...};
  return picks[any_index(picks.size())]();
}

template <class Variant, template <class> class Make>
Variant any_of() {
  return any_of<Variant, Make>(std::make_index_sequence<std::variant_size_v<Variant>>());
}

// ---- acts

/// Acts that name only a meeting, a panel, an entry or a speech.
template <class Act>
struct MakeAct {
  static Act pick() {
    if constexpr (requires(Act act) { act.meeting; })
      return Act{any_id_of<MeetingId>()};
    else if constexpr (requires(Act act) { act.panel; })
      return Act{any_id_of<PanelId>()};
    else if constexpr (requires(Act act) { act.entry; })
      return Act{any_entry()};
    else
      return Act{any_speech()};
  }
};
template <>
struct MakeAct<SuspendMeeting> {
  static SuspendMeeting pick() { return {any_id_of<MeetingId>(), maybe(any_instant)}; }
};
template <>
struct MakeAct<SetPanelTitle> {
  static SetPanelTitle pick() { return {any_id_of<PanelId>(), any_words(1)}; }
};
template <>
struct MakeAct<SetOrderPolicy> {
  static SetOrderPolicy pick() { return {any_id_of<PanelId>(), any_word<OrderPolicy>(2)}; }
};
template <>
struct MakeAct<SetLimit> {
  static SetLimit pick() {
    return {any_id_of<PanelId>(), any_word<LimitOf>(limit_of_count), any_span(), any_number<bool>()};
  }
};
template <>
struct MakeAct<SetAtLimit> {
  static SetAtLimit pick() { return {any_id_of<PanelId>(), any_word<AtLimit>(2), any_span()}; }
};
template <>
struct MakeAct<PlanListOpening> {
  static PlanListOpening pick() { return {any_id_of<PanelId>(), any_instant()}; }
};
template <>
struct MakeAct<AnnounceListClosing> {
  static AnnounceListClosing pick() { return {any_id_of<PanelId>(), any_instant()}; }
};
template <>
struct MakeAct<RequestFloor> {
  static RequestFloor pick() {
    return {.panel = {any_id()},
            .delegation = maybe(any_id_of<DelegationId>),
            .kind = any_word<Kind>(kind_count),
            .language = any_text(),
            .speaker = any_speaker(),
            .on_behalf_of = any_text(),
            .addressed_to = maybe(any_id_of<PanellistId>)};
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
template <>
struct MakeAct<AddTime> {
  static AddTime pick() { return {any_speech(), any_span()}; }
};
template <>
struct MakeAct<SetSpeechLimit> {
  static SetSpeechLimit pick() { return {any_speech(), any_span()}; }
};
// The server's own.
template <>
struct MakeAct<OpenListAsPlanned> {
  static OpenListAsPlanned pick() { return {any_id_of<PanelId>(), {}}; }
};
template <>
struct MakeAct<CloseListAsAnnounced> {
  static CloseListAsAnnounced pick() { return {any_id_of<PanelId>(), {}}; }
};

inline Act any_act() { return any_of<Act, MakeAct>(); }

inline bool servers_own(const Act& act) {
  return std::holds_alternative<OpenListAsPlanned>(act) || std::holds_alternative<CloseListAsAnnounced>(act) ||
         std::holds_alternative<CutSpeech>(act);
}

/// An act that people can send.
inline Act any_sent_act() {
  Act act = any_act();
  while (servers_own(act)) act = any_act();
  return act;
}

inline Command any_sent_command() {
  return {.act = any_sent_act(), .expects = {.speech = maybe(any_speech), .head = maybe(any_entry)}};
}

// ---- events

/// Events that name only a meeting, a panel, an entry or a speech.
template <class Event>
struct MakeEvent {
  static Event pick() { return MakeAct<Event>::pick(); }
};
template <>
struct MakeEvent<SessionCreated> {
  static SessionCreated pick() { return {any_programme()}; }
};
template <>
struct MakeEvent<MeetingSuspended> {
  static MeetingSuspended pick() { return {any_id_of<MeetingId>(), maybe(any_instant)}; }
};
template <>
struct MakeEvent<PanelTitled> {
  static PanelTitled pick() { return {any_id_of<PanelId>(), any_words()}; }
};
template <>
struct MakeEvent<OrderPolicySet> {
  static OrderPolicySet pick() { return {any_id_of<PanelId>(), any_word<OrderPolicy>(2), several(any_entry)}; }
};
template <>
struct MakeEvent<LimitSet> {
  static LimitSet pick() { return {any_id_of<PanelId>(), any_word<LimitOf>(limit_of_count), any_span()}; }
};
template <>
struct MakeEvent<AtLimitSet> {
  static AtLimitSet pick() { return {any_id_of<PanelId>(), any_word<AtLimit>(2), any_span()}; }
};
template <>
struct MakeEvent<ListOpeningPlanned> {
  static ListOpeningPlanned pick() { return {any_id_of<PanelId>(), any_instant()}; }
};
template <>
struct MakeEvent<ListClosingAnnounced> {
  static ListClosingAnnounced pick() { return {any_id_of<PanelId>(), any_instant()}; }
};
template <>
struct MakeEvent<FloorRequested> {
  static FloorRequested pick() {
    return {.entry = any_entry(),
            .panel = {any_id()},
            .delegation = maybe(any_id_of<DelegationId>),
            .kind = any_word<Kind>(kind_count),
            .language = any_text(),
            .speaker = any_speaker(),
            .on_behalf_of = any_text(),
            .addressed_to = maybe(any_id_of<PanellistId>),
            .place = any_number<std::uint32_t>()};
  }
};
template <>
struct MakeEvent<EntryRestored> {
  static EntryRestored pick() { return {any_entry(), any_number<std::uint32_t>()}; }
};
template <>
struct MakeEvent<EntryMoved> {
  static EntryMoved pick() { return {any_entry(), any_number<std::uint32_t>()}; }
};
template <>
struct MakeEvent<NoShowRecorded> {
  static NoShowRecorded pick() {
    return {any_entry(), any_number<std::uint32_t>(), any_number<bool>(), any_number<std::uint32_t>()};
  }
};
template <>
struct MakeEvent<NoShowCleared> {
  static NoShowCleared pick() { return {any_entry(), any_number<std::uint32_t>(), any_number<std::uint32_t>()}; }
};
template <>
struct MakeEvent<EntryReturned> {
  static EntryReturned pick() { return {any_entry(), any_number<std::uint32_t>()}; }
};
template <>
struct MakeEvent<FloorGiven> {
  static FloorGiven pick() {
    return {any_speech(), {any_id()}, any_taker(), any_span(), any_word<LimitOf>(limit_of_count)};
  }
};
template <>
struct MakeEvent<SpeechPaused> {
  static SpeechPaused pick() { return {any_speech(), any_word<PauseCause>(2)}; }
};
template <>
struct MakeEvent<TimeAdded> {
  static TimeAdded pick() { return {any_speech(), any_span()}; }
};
template <>
struct MakeEvent<SpeechLimitSet> {
  static SpeechLimitSet pick() { return {any_speech(), any_span()}; }
};
template <>
struct MakeEvent<SpeechEnded> {
  static SpeechEnded pick() { return {any_speech(), any_word<EndCause>(5)}; }
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

// ---- entities and items

template <class Entity>
struct MakeEntity;

template <>
struct MakeEntity<views::Session> {
  static views::Session pick() {
    return {any_session_plan(), several(any_id_of<MeetingId>), several(any_id_of<PanelId>)};
  }
};
template <>
struct MakeEntity<views::Meeting> {
  static views::Meeting pick() {
    return {{.plan = any_meeting_plan(),
             .status = any_word<MeetingStatus>(4),
             .opened_at = maybe(any_instant),
             .suspended_at = maybe(any_instant),
             .suspended_until = maybe(any_instant),
             .closed_at = maybe(any_instant)}};
  }
};
template <>
struct MakeEntity<views::Panel> {
  static views::Panel pick() {
    return {.plan = any_panel_plan(),
            .status = any_word<PanelStatus>(3),
            .list = any_word<ListStatus>(4),
            .list_opens_at = maybe(any_instant),
            .list_closes_at = maybe(any_instant),
            .opened_at = maybe(any_instant),
            .spoken = any_span(),
            .speeches = any_number<std::uint32_t>()};
  }
};
template <>
struct MakeEntity<views::Delegation> {
  static views::Delegation pick() { return {any_delegation_plan()}; }
};
template <>
struct MakeEntity<views::Panellist> {
  static views::Panellist pick() {
    return {any_panellist(), {any_id()}, any_number<std::uint32_t>(), any_span(), any_span()};
  }
};
template <>
struct MakeEntity<views::Queue> {
  static views::Queue pick() {
    return {.panel = {any_id()},
            .entries = several(any_entry),
            .earliest_s = several(any_number<std::uint32_t>),
            .latest_s = several(any_number<std::uint32_t>),
            .finish_earliest_s = any_number<std::uint32_t>(),
            .finish_latest_s = any_number<std::uint32_t>()};
  }
};
template <>
struct MakeEntity<views::Entry> {
  static views::Entry pick() {
    return {.id = any_entry(),
            .panel = {any_id()},
            .delegation = maybe(any_id_of<DelegationId>),
            .kind = any_word<Kind>(kind_count),
            .language = any_text(),
            .speaker = any_speaker(),
            .on_behalf_of = any_text(),
            .addressed_to = maybe(any_id_of<PanellistId>),
            .requested_at = any_instant(),
            .limit = any_span(),
            .moved = any_number<bool>()};
  }
};
inline views::FloorSpeech any_floor_speech() {
  return {.speech = any_speech(),
          .of = any_taker(),
          .delegation = maybe(any_id_of<DelegationId>),
          .kind = any_word<Kind>(kind_count),
          .language = any_text(),
          .speaker = any_speaker(),
          .on_behalf_of = any_text(),
          .limit = any_span(),
          .limit_of = any_word<LimitOf>(limit_of_count),
          .started_at = any_instant(),
          .paused = any_span(),
          .paused_at = maybe(any_instant),
          .pause_cause = any_word<PauseCause>(2),
          .amber = any_span(),
          .cut_after = maybe(any_span)};
}
template <>
struct MakeEntity<views::Floor> {
  static views::Floor pick() { return {{any_id()}, maybe(any_floor_speech), any_number<bool>()}; }
};
template <>
struct MakeEntity<views::DeskNote> {
  static views::DeskNote pick() { return {any_entry(), any_number<std::uint32_t>(), {any_id()}}; }
};
template <>
struct MakeEntity<views::Standing> {
  static views::Standing pick() {
    return {{any_id()},
            {.outcome = any_word<Outcome>(6),
             .panel = {any_id()},
             .kind = any_word<Kind>(kind_count),
             .at = any_instant()}};
  }
};

inline views::Entity any_entity() { return any_of<views::Entity, MakeEntity>(); }

inline views::Key any_key() {
  return {
      .kind = any_word<views::KeyKind>(10), .id = any_id(), .second = any_id(), .number = any_number<std::uint32_t>()};
}

inline wire::Entities any_entities() {
  return several([] { return std::pair(any_key(), any_entity()); });
}

inline wire::Position any_position() {
  return {.session = {any_id()},
          .epoch = any_id(),
          .audience = any_word<views::Audience>(views::audience_count),
          .delegation = maybe(any_id_of<DelegationId>),
          .seq = {any_number<std::uint64_t>()}};
}

template <class Item>
struct MakeItem;

template <>
struct MakeItem<wire::Hello> {
  static wire::Hello pick() {
    return {.session = {any_id()},
            .epoch = any_id(),
            .role = any_word<Role>(role_count),
            .audience = any_word<views::Audience>(views::audience_count),
            .seat = {any_id()},
            .delegation = maybe(any_id_of<DelegationId>),
            .person = maybe(any_speaker),
            .server_at = any_instant(),
            .clock_speed = static_cast<double>(any_index(64)) / 4,
            .language = any_text(),
            .version = any_text(),
            .resumed = any_number<bool>()};
  }
};
template <>
struct MakeItem<wire::Snapshot> {
  static wire::Snapshot pick() { return {any_position(), any_entities()}; }
};
template <>
struct MakeItem<wire::Patch> {
  static wire::Patch pick() { return {{any_number<std::uint64_t>()}, any_entities(), several(any_key)}; }
};
template <>
struct MakeItem<wire::PrivateSnapshot> {
  static wire::PrivateSnapshot pick() { return {any_entities()}; }
};
template <>
struct MakeItem<wire::PrivatePatch> {
  static wire::PrivatePatch pick() { return {any_entities(), several(any_key)}; }
};
template <>
struct MakeItem<wire::Ack> {
  static wire::Ack pick() { return {any_text(), {{any_number<std::uint64_t>()}, any_number<std::uint32_t>()}}; }
};
template <>
struct MakeItem<wire::Rejected> {
  static wire::Rejected pick() {
    const std::vector<Code>& codes = all_codes();
    return {any_text(), {codes[any_index(codes.size())], {{"field", any_text()}, {"expected", any_text()}}}};
  }
};
template <>
struct MakeItem<wire::TimeReply> {
  static wire::TimeReply pick() { return {any_number<std::int64_t>(), any_instant()}; }
};
template <>
struct MakeItem<wire::Refusal> {
  static wire::Refusal pick() { return {any_id(), any_number<bool>()}; }
};

inline wire::ServerItem any_server_item() { return any_of<wire::ServerItem, MakeItem>(); }

}  // namespace rostrum::generate
