// Any entity and item that the server can say, for properties. Made as those of generators.hpp are.
#pragma once

#include "property/generators.hpp"
#include "wire/frames.hpp"

namespace rostrum::generate {

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
            .mean_s = several(any_number<std::uint32_t>),
            .variance = several(any_number<std::uint32_t>),
            .finish_mean_s = any_number<std::uint32_t>(),
            .finish_variance = any_number<std::uint32_t>(),
            .speech_mean_s = any_number<std::uint32_t>(),
            .speech_variance = any_number<std::uint32_t>(),
            .next = maybe(any_real_entry),
            .regions = several([] {
              return council::RegionStanding{.region = {any_word<LimitOf>(limit_of_count), any_text()},
                                             .heard = any_number<std::uint32_t>(),
                                             .waiting = any_number<std::uint32_t>(),
                                             .last_at = maybe(any_instant)};
            })};
  }
};
template <>
struct MakeEntity<views::Draw> {
  static views::Draw pick() {
    return {.panel = {any_id()},
            .draw = {.number = any_number<std::uint32_t>(),
                     .reason = any_text(),
                     .commitment = any_text(),
                     .prepared_at = any_instant(),
                     .pool = several(any_entry),
                     .labels = several([] { return any_text(); }),
                     .frozen_at = maybe(any_instant),
                     .word = any_text(),
                     .secret = any_text(),
                     .seed = any_text(),
                     .drawn = several([] { return any_text(); }),
                     .drawn_at = maybe(any_instant)}};
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
            .body = any_text(),
            .requested_at = any_instant(),
            .limit = any_span(),
            .moved = any_number<bool>(),
            .skipped = any_number<bool>(),
            .statements_before = any_number<std::uint32_t>(),
            .rank = maybe([] { return any_word<Rank>(count_of<Rank>); }),
            .reason = any_word<Reason>(count_of<Reason>),
            .spoken_before = any_span()};
  }
};
inline views::Holding any_holding() {
  return {.speech = maybe(any_real_speech),
          .of = any_taker(),
          .delegation = maybe(any_id_of<DelegationId>),
          .kind = any_word<Kind>(kind_count),
          .language = any_text(),
          .speaker = any_speaker(),
          .on_behalf_of = any_text(),
          .body = any_text(),
          .limit = any_span(),
          .limit_of = any_word<LimitOf>(limit_of_count),
          .started_at = any_instant(),
          .paused = any_span(),
          .paused_at = maybe(any_instant),
          .pause_cause = any_word<PauseCause>(3),
          .amber = any_span(),
          .cut_after = maybe(any_span),
          .paragraph = any_number<std::uint32_t>(),
          .motion = maybe(any_entry),
          .side = maybe([] { return any_word<MotionSide>(count_of<MotionSide>); })};
}
template <>
struct MakeEntity<views::Floor> {
  static views::Floor pick() { return {{any_id()}, several(any_holding), any_number<bool>()}; }
};
template <>
struct MakeEntity<views::DeskNote> {
  static views::DeskNote pick() { return {any_entry(), any_number<std::uint32_t>(), {any_id()}, maybe(any_instant)}; }
};
template <>
struct MakeEntity<views::Standing> {
  static views::Standing pick() {
    return {{any_id()},
            {.outcome = any_word<Outcome>(count_of<Outcome>),
             .panel = {any_id()},
             .kind = any_word<Kind>(kind_count),
             .at = any_instant(),
             .filed = maybe(any_entry)}};
  }
};

template <>
struct MakeEntity<views::PointOfOrder> {
  static views::PointOfOrder pick() {
    return {any_entry(), {any_id()}, maybe(any_id_of<DelegationId>), any_text(), any_instant(), any_number<bool>()};
  }
};
inline OnMotion any_on_motion() { return {{any_id()}, any_word<MotionSide>(count_of<MotionSide>)}; }
template <>
struct MakeEntity<views::Motion> {
  static views::Motion pick() {
    return {.entry = any_entry(),
            .panel = {any_id()},
            .delegation = maybe(any_id_of<DelegationId>),
            .motion = any_word<MotionKind>(count_of<MotionKind>),
            .moved_at = any_instant(),
            .taken_up = any_number<bool>(),
            .speakers_for = any_number<std::uint32_t>(),
            .speakers_against = any_number<std::uint32_t>(),
            .spoken = several(any_on_motion),
            .asks = several(any_on_motion),
            .objections_asked_at = maybe(any_instant)};
  }
};
inline views::StatementText any_statement_text() {
  return {.language = any_text(),
          .version = any_number<std::uint32_t>(),
          .format = any_word<TextFormat>(text_format_count),
          .paragraphs = several([] { return any_text(); }),
          .words = any_number<std::uint32_t>(),
          .submitted_at = any_instant()};
}
template <>
struct MakeEntity<views::Statement> {
  static views::Statement pick() {
    return {.entry = any_entry(),
            .panel = {any_id()},
            .delegation = maybe(any_id_of<DelegationId>),
            .delivery = any_word<Delivery>(delivery_count),
            .texts = several(any_statement_text),
            .released_at = maybe(any_instant),
            .releases_at = maybe(any_instant),
            .filed_at = maybe(any_instant)};
  }
};
template <>
struct MakeEntity<views::Signal> {
  static views::Signal pick() {
    return {.id = {any_number<std::uint32_t>()},
            .kind = any_word<SignalKind>(signal_kind_count),
            .seat = {any_id()},
            .language = any_text(),
            .raised_at = any_instant(),
            .seen_at = maybe(any_instant),
            .speech = maybe(any_real_speech)};
  }
};
template <>
struct MakeEntity<views::Notice> {
  static views::Notice pick() { return {{any_number<std::uint32_t>()}, any_notice_to(), any_words(), any_instant()}; }
};
template <>
struct MakeEntity<views::Help> {
  static views::Help pick() {
    return {.id = {any_number<std::uint32_t>()},
            .delegation = {any_id()},
            .note = any_text(),
            .requested_at = any_instant(),
            .status = any_word<HelpStatus>(help_status_count),
            .taken_by = {any_id()}};
  }
};
template <>
struct MakeEntity<views::Seat> {
  static views::Seat pick() {
    return {any_seat_plan(), any_number<std::uint32_t>(), any_number<bool>(), maybe(any_instant)};
  }
};

inline views::Entity any_entity() { return any_of<views::Entity, MakeEntity>(); }

inline views::Key any_key() {
  return {.kind = any_word<views::KeyKind>(views::key_kind_count),
          .id = any_id(),
          .second = any_id(),
          .number = any_number<std::uint32_t>()};
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
            .resumed = any_number<bool>(),
            .elsewhere = several([] { return any_id(); })};
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
  static wire::Ack pick() {
    return {any_text(), {{any_number<std::uint64_t>()}, any_number<std::uint32_t>()}, several(any_sent_act)};
  }
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
template <>
struct MakeItem<wire::Presence> {
  static wire::Presence pick() {
    return {any_number<bool>(), several([] { return std::pair(SeatId{any_id()}, any_number<std::uint32_t>()); })};
  }
};
template <>
struct MakeItem<wire::LedgerStanding> {
  static wire::LedgerStanding pick() {
    using Is = wire::LedgerStanding::Is;
    return {.is = *rc::gen::element(Is::well, Is::held, Is::out_of_touch),
            .since = any_instant(),
            .why = any_text(),
            .away = several([] { return wire::LedgerStanding::Away{any_id(), any_text()}; })};
  }
};
inline wire::LogLine any_log_line() {
  return {.seq = {any_number<std::uint64_t>()},
          .index = any_number<std::uint32_t>(),
          .at = any_instant(),
          .actor = {any_id()},
          .event = any_id(),
          .details = {{"who", any_text()}, {"place", any_text()}}};
}
template <>
struct MakeItem<wire::Log> {
  static wire::Log pick() {
    return {any_text(), several(any_log_line), maybe([] { return Seq{any_counted()}; })};
  }
};
template <>
struct MakeItem<wire::SignInSheet> {
  static wire::SignInSheet pick() { return {any_text(), any_text()}; }
};

inline Heads any_heads() { return {any_number<std::uint32_t>(), any_number<std::uint32_t>()}; }
inline Prospect any_prospect() {
  return {.limits = any_limits(),
          .earliest = any_instant(),
          .median = any_instant(),
          .latest = any_instant(),
          .not_heard = several(any_entry),
          .left_to_members = any_number<std::int64_t>()};
}
inline Choice any_choice() {
  return {.remedy = any_word<Remedy>(count_of<Remedy>),
          .minutes = any_number<std::int64_t>(),
          .missing = any_number<std::int64_t>(),
          .places = any_number<std::uint32_t>(),
          .in_writing = any_number<std::uint32_t>(),
          .of_them_members = any_number<std::uint32_t>(),
          .heard = any_heads(),
          .ends_at = any_instant()};
}
template <>
struct MakeItem<wire::Answer> {
  static wire::Answer pick() {
    return {any_text(), PanelTime{.panel = {any_id()},
                                  .at = any_instant(),
                                  .budget = {.ends_at = any_instant(), .floor_ends_at = any_instant()},
                                  .waiting = any_heads(),
                                  .factor = {any_counted() % 100, any_counted() % 100 + 1},
                                  .fitting = any_limits(),
                                  .choices = several(any_choice),
                                  .now = any_prospect(),
                                  .then = any_prospect(),
                                  .bars = several([] { return Bar{any_span(), any_heads()}; })}};
  }
};

inline wire::ServerItem any_server_item() { return any_of<wire::ServerItem, MakeItem>(); }

}  // namespace rostrum::generate
