// Any event and act there can be, for properties; item_generators.hpp has what the server says. Each function picks as
// it runs, so it is called inside a property or a generator. One overload per kind: a missing one does not compile.
#pragma once

#include <rapidcheck.h>

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
          .list_opens_at = maybe(any_instant)};
}
inline SessionPlan any_session_plan() {
  return {.id = {any_id()},
          .title = any_words(),
          .theme = any_words(),
          .timezone = any_text(),
          .languages = several([] { return any_text(); }),
          .codes_valid = any_span()};
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

/// Acts that name only one thing.
template <class Act>
struct MakeAct {
  static Act pick() {
    if constexpr (requires(Act act) { act.meeting; })
      return Act{any_id_of<MeetingId>()};
    else if constexpr (requires(Act act) { act.panel; })
      return Act{any_id_of<PanelId>()};
    else if constexpr (requires(Act act) { act.entry; })
      return Act{any_entry()};
    else if constexpr (requires(Act act) { act.signal; })
      return Act{{any_number<std::uint32_t>()}};
    else if constexpr (requires(Act act) { act.notice; })
      return Act{{any_number<std::uint32_t>()}};
    else if constexpr (requires(Act act) { act.help; })
      return Act{{any_number<std::uint32_t>()}};
    else if constexpr (requires(Act act) { act.seat; })
      return Act{any_id_of<SeatId>()};
    else
      return Act{any_speech()};
  }
};
template <>
struct MakeAct<SuspendMeeting> {
  static SuspendMeeting pick() { return {any_id_of<MeetingId>(), maybe(any_instant), maybe(any_instant)}; }
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
            .addressed_to = maybe(any_id_of<PanellistId>),
            .body = any_text()};
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
template <>
struct MakeAct<RaisePointOfOrder> {
  static RaisePointOfOrder pick() { return {any_id_of<PanelId>(), maybe(any_id_of<DelegationId>), any_text()}; }
};
template <>
struct MakeAct<RulePointOfOrder> {
  static RulePointOfOrder pick() { return {any_entry(), any_word<Ruling>(ruling_count)}; }
};
template <>
struct MakeAct<SubmitStatement> {
  static SubmitStatement pick() {
    return {.entry = any_entry(),
            .language = any_text(),
            .text = any_text(),
            .format = any_word<TextFormat>(text_format_count),
            .delivery = any_word<Delivery>(delivery_count)};
  }
};
template <>
struct MakeAct<PlanStatementRelease> {
  static PlanStatementRelease pick() { return {any_entry(), maybe(any_instant)}; }
};
template <>
struct MakeAct<ReachParagraph> {
  static ReachParagraph pick() { return {any_speech(), any_counted()}; }
};
template <>
struct MakeAct<RaiseSignal> {
  static RaiseSignal pick() { return {any_word<SignalKind>(signal_kind_count)}; }
};
template <>
struct MakeAct<SendNotice> {
  static SendNotice pick() { return {any_notice_to(), any_words(1)}; }
};
template <>
struct MakeAct<RequestHelp> {
  static RequestHelp pick() { return {any_text()}; }
};
// The server's own.
template <>
struct MakeAct<ExpireCodes> {
  static ExpireCodes pick() { return {any_instant()}; }
};
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
         std::holds_alternative<CutSpeech>(act) || std::holds_alternative<ReleaseStatementWhenDue>(act) ||
         std::holds_alternative<ExpireCodes>(act);
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

/// Events that name only one thing.
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
            .place = any_number<std::uint32_t>(),
            .body = any_text()};
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
  static SpeechPaused pick() { return {any_speech(), any_word<PauseCause>(3)}; }
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
  static SpeechEnded pick() { return {any_speech(), any_word<EndCause>(6)}; }
};
template <>
struct MakeEvent<PointOfOrderRaised> {
  static PointOfOrderRaised pick() { return {any_entry(), {any_id()}, {any_id()}, any_text(), any_text()}; }
};
template <>
struct MakeEvent<PointOfOrderRecognised> {
  static PointOfOrderRecognised pick() { return {any_entry(), any_speech(), any_span()}; }
};
template <>
struct MakeEvent<PointOfOrderRuled> {
  static PointOfOrderRuled pick() { return {any_entry(), any_word<Ruling>(ruling_count)}; }
};
template <>
struct MakeEvent<StatementSubmitted> {
  static StatementSubmitted pick() {
    return {.entry = any_entry(),
            .language = any_text(),
            .version = any_number<std::uint32_t>(),
            .format = any_word<TextFormat>(text_format_count),
            .delivery = any_word<Delivery>(delivery_count),
            .paragraphs = several([] { return any_text(); }),
            .words = any_number<std::uint32_t>()};
  }
};
template <>
struct MakeEvent<StatementReleased> {
  static StatementReleased pick() { return {any_entry(), any_word<ReleaseCause>(release_cause_count)}; }
};
template <>
struct MakeEvent<StatementReleasePlanned> {
  static StatementReleasePlanned pick() { return {any_entry(), maybe(any_instant)}; }
};
template <>
struct MakeEvent<ParagraphReached> {
  static ParagraphReached pick() { return {any_speech(), any_number<std::uint32_t>()}; }
};
template <>
struct MakeEvent<SignalRaised> {
  static SignalRaised pick() {
    return {{any_number<std::uint32_t>()}, any_word<SignalKind>(signal_kind_count), any_text(), maybe(any_real_speech)};
  }
};
template <>
struct MakeEvent<NoticeSent> {
  static NoticeSent pick() { return {{any_number<std::uint32_t>()}, any_notice_to(), any_words()}; }
};
template <>
struct MakeEvent<HelpRequested> {
  static HelpRequested pick() { return {{any_number<std::uint32_t>()}, {any_id()}, any_text()}; }
};
template <>
struct MakeEvent<HelpClosed> {
  static HelpClosed pick() { return {{any_number<std::uint32_t>()}, any_word<HelpStatus>(help_status_count)}; }
};
template <>
struct MakeEvent<GrantRevoked> {
  static GrantRevoked pick() { return {{any_id()}, any_word<RevokeCause>(revoke_cause_count)}; }
};
template <>
struct MakeEvent<GrantIssued> {
  static GrantIssued pick() { return {{any_id()}, {any_id()}, any_number<std::uint32_t>(), maybe(any_instant)}; }
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
