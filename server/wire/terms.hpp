// The words of the floor between council and protobuf, for this room's own units: enumerations by table, so that
// neither side's numbers can shift the other's, and the small messages that commits, commands and views share.
//
// An instant or an id that may be absent is 0 or empty on the wire.
#pragma once

#include <array>
#include <optional>
#include <utility>

#include "council/programme.hpp"
#include "rostrum/v1/terms.pb.h"
#include "views/views.hpp"

namespace rostrum::wire {

namespace v1 = rostrum::v1;

/// Every value of `Enum` and what stands for it on the wire.
template <class Enum>
struct Words;

template <>
struct Words<council::Role> {
  static constexpr std::array table{
      std::pair{council::Role::chair, v1::ROLE_CHAIR},
      std::pair{council::Role::desk, v1::ROLE_DESK},
      std::pair{council::Role::delegate, v1::ROLE_DELEGATE},
      std::pair{council::Role::interpreter, v1::ROLE_INTERPRETER},
      std::pair{council::Role::captioner, v1::ROLE_CAPTIONER},
      std::pair{council::Role::observer, v1::ROLE_OBSERVER},
      std::pair{council::Role::display, v1::ROLE_DISPLAY},
  };
};
template <>
struct Words<views::Audience> {
  static constexpr std::array table{
      std::pair{views::Audience::public_, v1::AUDIENCE_PUBLIC},
      std::pair{views::Audience::delegate, v1::AUDIENCE_DELEGATE},
      std::pair{views::Audience::booth, v1::AUDIENCE_BOOTH},
      std::pair{views::Audience::desk, v1::AUDIENCE_DESK},
  };
};
template <>
struct Words<council::Category> {
  static constexpr std::array table{
      std::pair{council::Category::member, v1::CATEGORY_MEMBER},
      std::pair{council::Category::observer_state, v1::CATEGORY_OBSERVER_STATE},
      std::pair{council::Category::igo, v1::CATEGORY_IGO},
      std::pair{council::Category::ngo, v1::CATEGORY_NGO},
      std::pair{council::Category::secretariat, v1::CATEGORY_SECRETARIAT},
      std::pair{council::Category::panellist, v1::CATEGORY_PANELLIST},
  };
};
template <>
struct Words<council::Kind> {
  static constexpr std::array table{
      std::pair{council::Kind::statement, v1::KIND_STATEMENT},
      std::pair{council::Kind::group_statement, v1::KIND_GROUP_STATEMENT},
      std::pair{council::Kind::question, v1::KIND_QUESTION},
      std::pair{council::Kind::point_of_order, v1::KIND_POINT_OF_ORDER},
  };
};
template <>
struct Words<council::LimitOf> {
  static constexpr std::array table{
      std::pair{council::LimitOf::member, v1::LIMIT_OF_MEMBER},
      std::pair{council::LimitOf::observer_state, v1::LIMIT_OF_OBSERVER_STATE},
      std::pair{council::LimitOf::igo, v1::LIMIT_OF_IGO},
      std::pair{council::LimitOf::ngo, v1::LIMIT_OF_NGO},
      std::pair{council::LimitOf::secretariat, v1::LIMIT_OF_SECRETARIAT},
      std::pair{council::LimitOf::group_statement, v1::LIMIT_OF_GROUP_STATEMENT},
      std::pair{council::LimitOf::question, v1::LIMIT_OF_QUESTION},
      std::pair{council::LimitOf::panellist, v1::LIMIT_OF_PANELLIST},
      std::pair{council::LimitOf::point_of_order, v1::LIMIT_OF_POINT_OF_ORDER},
  };
};
template <>
struct Words<council::OrderPolicy> {
  static constexpr std::array table{
      std::pair{council::OrderPolicy::inscription_time, v1::ORDER_POLICY_INSCRIPTION_TIME},
      std::pair{council::OrderPolicy::category, v1::ORDER_POLICY_CATEGORY},
  };
};
template <>
struct Words<council::AtLimit> {
  static constexpr std::array table{
      std::pair{council::AtLimit::signal, v1::AT_LIMIT_SIGNAL},
      std::pair{council::AtLimit::cut, v1::AT_LIMIT_CUT},
  };
};
template <>
struct Words<council::MeetingStatus> {
  static constexpr std::array table{
      std::pair{council::MeetingStatus::planned, v1::MEETING_STATUS_PLANNED},
      std::pair{council::MeetingStatus::open, v1::MEETING_STATUS_OPEN},
      std::pair{council::MeetingStatus::suspended, v1::MEETING_STATUS_SUSPENDED},
      std::pair{council::MeetingStatus::closed, v1::MEETING_STATUS_CLOSED},
  };
};
template <>
struct Words<council::PanelStatus> {
  static constexpr std::array table{
      std::pair{council::PanelStatus::planned, v1::PANEL_STATUS_PLANNED},
      std::pair{council::PanelStatus::open, v1::PANEL_STATUS_OPEN},
      std::pair{council::PanelStatus::closed, v1::PANEL_STATUS_CLOSED},
  };
};
template <>
struct Words<council::ListStatus> {
  static constexpr std::array table{
      std::pair{council::ListStatus::not_open, v1::LIST_STATUS_NOT_OPEN},
      std::pair{council::ListStatus::open, v1::LIST_STATUS_OPEN},
      std::pair{council::ListStatus::closing, v1::LIST_STATUS_CLOSING},
      std::pair{council::ListStatus::closed, v1::LIST_STATUS_CLOSED},
  };
};
template <>
struct Words<council::PauseCause> {
  static constexpr std::array table{
      std::pair{council::PauseCause::chair, v1::PAUSE_CAUSE_CHAIR},
      std::pair{council::PauseCause::suspension, v1::PAUSE_CAUSE_SUSPENSION},
      std::pair{council::PauseCause::point_of_order, v1::PAUSE_CAUSE_POINT_OF_ORDER},
  };
};
template <>
struct Words<council::EndCause> {
  static constexpr std::array table{
      std::pair{council::EndCause::chair, v1::END_CAUSE_CHAIR},
      std::pair{council::EndCause::next, v1::END_CAUSE_NEXT},
      std::pair{council::EndCause::speaker, v1::END_CAUSE_SPEAKER},
      std::pair{council::EndCause::cut, v1::END_CAUSE_CUT},
      std::pair{council::EndCause::returned, v1::END_CAUSE_RETURNED},
      std::pair{council::EndCause::ruled, v1::END_CAUSE_RULED},
  };
};
template <>
struct Words<council::Ruling> {
  static constexpr std::array table{
      std::pair{council::Ruling::upheld, v1::RULING_UPHELD},
      std::pair{council::Ruling::overruled, v1::RULING_OVERRULED},
      std::pair{council::Ruling::noted, v1::RULING_NOTED},
  };
};
template <>
struct Words<council::Delivery> {
  static constexpr std::array table{
      std::pair{council::Delivery::verbatim, v1::DELIVERY_VERBATIM},
      std::pair{council::Delivery::check_against_delivery, v1::DELIVERY_CHECK_AGAINST_DELIVERY},
  };
};
template <>
struct Words<council::TextFormat> {
  static constexpr std::array table{
      std::pair{council::TextFormat::plain, v1::TEXT_FORMAT_PLAIN},
      std::pair{council::TextFormat::markdown, v1::TEXT_FORMAT_MARKDOWN},
  };
};
template <>
struct Words<council::ReleaseCause> {
  static constexpr std::array table{
      std::pair{council::ReleaseCause::speech, v1::RELEASE_CAUSE_SPEECH},
      std::pair{council::ReleaseCause::paragraph, v1::RELEASE_CAUSE_PARAGRAPH},
      std::pair{council::ReleaseCause::instant, v1::RELEASE_CAUSE_INSTANT},
      std::pair{council::ReleaseCause::released, v1::RELEASE_CAUSE_RELEASED},
  };
};
template <>
struct Words<council::SignalKind> {
  static constexpr std::array table{
      std::pair{council::SignalKind::speak_slowly, v1::SIGNAL_KIND_SPEAK_SLOWLY},
      std::pair{council::SignalKind::no_sound, v1::SIGNAL_KIND_NO_SOUND},
      std::pair{council::SignalKind::microphone, v1::SIGNAL_KIND_MICROPHONE},
  };
};
template <>
struct Words<council::HelpStatus> {
  static constexpr std::array table{
      std::pair{council::HelpStatus::requested, v1::HELP_STATUS_REQUESTED},
      std::pair{council::HelpStatus::taken, v1::HELP_STATUS_TAKEN},
      std::pair{council::HelpStatus::done, v1::HELP_STATUS_DONE},
      std::pair{council::HelpStatus::withdrawn, v1::HELP_STATUS_WITHDRAWN},
  };
};
template <>
struct Words<council::RevokeCause> {
  static constexpr std::array table{
      std::pair{council::RevokeCause::revoked, v1::REVOKE_CAUSE_REVOKED},
      std::pair{council::RevokeCause::replaced, v1::REVOKE_CAUSE_REPLACED},
      std::pair{council::RevokeCause::expired, v1::REVOKE_CAUSE_EXPIRED},
  };
};

/// `value` as it stands on the wire.
template <class Enum>
[[nodiscard]] constexpr auto to_wire(Enum value) -> decltype(Words<Enum>::table.front().second) {
  for (const auto& [ours, theirs] : Words<Enum>::table)
    if (ours == value) return theirs;
  return {};
}

/// What `value` stands for; none where it is unspecified, or not known to this version.
template <class Enum, class Wire>
[[nodiscard]] constexpr std::optional<Enum> from_wire(Wire value) {
  for (const auto& [ours, theirs] : Words<Enum>::table)
    if (theirs == value) return ours;
  return std::nullopt;
}

using WireText = google::protobuf::Map<std::string, std::string>;

void put(WireText& into, const council::Text& text);
[[nodiscard]] council::Text text_of(const WireText& text);

/// Leaves the field of `into` unset where nothing is given.
template <class Message>
void put_speaker(Message& into, const council::Speaker& speaker) {
  if (!speaker.name.empty()) into.mutable_speaker()->set_name(speaker.name);
  if (!speaker.title.empty()) into.mutable_speaker()->set_title(speaker.title);
}
void put(v1::Speaker& into, const council::Speaker& speaker);
[[nodiscard]] council::Speaker speaker_of(const v1::Speaker& speaker);

void put(v1::Document& into, const council::Document& document);
[[nodiscard]] council::Document document_of(const v1::Document& document);

void put(v1::NoticeTo& into, const council::NoticeTo& to);
/// None where nobody is named, or an audience that this version does not know.
[[nodiscard]] std::optional<council::NoticeTo> notice_to_of(const v1::NoticeTo& to);

/// In the order of the sorts.
void put(google::protobuf::RepeatedPtrField<v1::Limit>& into, const council::Limits& limits);

[[nodiscard]] inline std::int64_t or_zero(const std::optional<Instant>& at) { return at ? at->value : 0; }
[[nodiscard]] inline std::optional<Instant> unless_zero(std::int64_t at) {
  return at == 0 ? std::nullopt : std::optional(Instant{at});
}

template <class Tag>
[[nodiscard]] const std::string& or_empty(const std::optional<TextId<Tag>>& id) {
  static const std::string empty;
  return id ? id->value : empty;
}
template <class Tag>
[[nodiscard]] std::uint32_t or_zero(const std::optional<NumberId<Tag>>& id) {
  return id ? id->value : 0;
}
template <class Id>
[[nodiscard]] std::optional<Id> unless_empty(const std::string& id) {
  return id.empty() ? std::nullopt : std::optional(Id{id});
}

}  // namespace rostrum::wire
