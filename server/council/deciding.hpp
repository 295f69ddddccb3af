// The inside of decide: one overload per act, each in the file of its subject. A missing one does not compile.
#pragma once

#include "council/decide.hpp"

namespace rostrum::council {

/// Who acts: the server itself, or the holder of a grant.
struct Actor {
  bool system = false;
  bool own_only = false;  // for its own delegation or booth, see May::own
  Role role = Role::observer;
  SeatId seat;
  std::optional<DelegationId> delegation;
};

/// Whether the actor acts for this delegation: its own, where it is held to that.
[[nodiscard]] bool acts_for(const Actor& actor, const std::optional<DelegationId>& delegation);

/// Whether the actor is not told that there is this entry: another delegation's point of order is chair's and desk's to
/// know of.
[[nodiscard]] bool hidden_from(const Actor& actor, const Entry& entry);

/// A panel's list as `now` makes it: an announced instant that has passed counts, whether or not the server has
/// proposed its act yet.
[[nodiscard]] ListStatus list_status(const Panel& panel, Instant now);

class Deciding {
 public:
  Deciding(const State& state, const Context& context, Actor actor)
      : state_(state),
        now_(context.now),
        present_(context.present),
        actor_(std::move(actor)) {}

  Decided<Events> operator()(const OpenMeeting& act) const;
  Decided<Events> operator()(const SuspendMeeting& act) const;
  Decided<Events> operator()(const ResumeMeeting& act) const;
  Decided<Events> operator()(const CloseMeeting& act) const;

  Decided<Events> operator()(const OpenPanel& act) const;
  Decided<Events> operator()(const ClosePanel& act) const;
  Decided<Events> operator()(const SetPanelTitle& act) const;
  Decided<Events> operator()(const SetOrderPolicy& act) const;
  Decided<Events> operator()(const SetLimit& act) const;
  Decided<Events> operator()(const SetAtLimit& act) const;

  Decided<Events> operator()(const OpenList& act) const;
  Decided<Events> operator()(const PlanListOpening& act) const;
  Decided<Events> operator()(const AnnounceListClosing& act) const;
  Decided<Events> operator()(const CloseList& act) const;
  Decided<Events> operator()(const OpenListAsPlanned& act) const;
  Decided<Events> operator()(const CloseListAsAnnounced& act) const;

  Decided<Events> operator()(const RequestFloor& act) const;
  Decided<Events> operator()(const WithdrawEntry& act) const;
  Decided<Events> operator()(const RemoveEntry& act) const;
  Decided<Events> operator()(const RestoreEntry& act) const;
  Decided<Events> operator()(const MoveEntry& act) const;
  Decided<Events> operator()(const RecordNoShow& act) const;
  Decided<Events> operator()(const ClearNoShow& act) const;
  Decided<Events> operator()(const SkipEntry& act) const;
  Decided<Events> operator()(const ClearSkip& act) const;

  Decided<Events> operator()(const GiveFloor& act) const;
  Decided<Events> operator()(const PauseSpeech& act) const;
  Decided<Events> operator()(const ResumeSpeech& act) const;
  Decided<Events> operator()(const AddTime& act) const;
  Decided<Events> operator()(const SetSpeechLimit& act) const;
  Decided<Events> operator()(const EndSpeech& act) const;
  Decided<Events> operator()(const ReturnSpeaker& act) const;
  Decided<Events> operator()(const CutSpeech& act) const;

  Decided<Events> operator()(const RaisePointOfOrder& act) const;
  Decided<Events> operator()(const RecognisePointOfOrder& act) const;
  Decided<Events> operator()(const RulePointOfOrder& act) const;

  Decided<Events> operator()(const SubmitStatement& act) const;
  Decided<Events> operator()(const ReleaseStatement& act) const;
  Decided<Events> operator()(const PlanStatementRelease& act) const;
  Decided<Events> operator()(const ReleaseStatementWhenDue& act) const;
  Decided<Events> operator()(const ReachParagraph& act) const;

  Decided<Events> operator()(const RaiseSignal& act) const;
  Decided<Events> operator()(const MarkSignalSeen& act) const;
  Decided<Events> operator()(const EndSignal& act) const;

  Decided<Events> operator()(const SendNotice& act) const;
  Decided<Events> operator()(const WithdrawNotice& act) const;
  Decided<Events> operator()(const RequestHelp& act) const;
  Decided<Events> operator()(const TakeHelp& act) const;
  Decided<Events> operator()(const CloseHelp& act) const;

  Decided<Events> operator()(const RevokeSeat& act) const;
  Decided<Events> operator()(const IssueCode& act) const;
  Decided<Events> operator()(const ExpireCodes& act) const;

 private:
  // What an act names, or the rejection that says it does not exist.
  Decided<const Meeting*> meeting(const MeetingId& id) const;
  Decided<const Panel*> panel(const PanelId& id) const;
  Decided<const Panel*> listed_panel(const PanelId& id) const;  // that can have a list: neither draft nor closed
  Decided<const Entry*> entry(EntryId id) const;
  Decided<const Entry*> waiting_entry(EntryId id) const;
  Decided<const Entry*> listed_entry(EntryId id) const;  // that waits on the list: no point of order
  Decided<const Statement*> statement(EntryId id, std::string_view act) const;  // of an entry that the actor acts for
  Decided<const Signal*> signal_on(SignalId id) const;                          // that is not over
  Decided<const Help*> open_help(HelpId id) const;
  Decided<const Grant*> grant_of_other(const SeatId& seat) const;  // the latest of a seat that is not the actor's own
  Decided<const Speech*> speech_under_way(SpeechId id) const;
  Decided<const Speech*> speech_in_time(SpeechId id) const;  // under way, and not past the instant of its cut

  [[nodiscard]] bool meeting_is_open() const;
  [[nodiscard]] bool acts_for(const std::optional<DelegationId>& delegation) const;
  [[nodiscard]] const Entry* other_waiting(const Panel& panel, const DelegationId& delegation, Kind kind) const;
  [[nodiscard]] std::optional<Rejection> refused_again(const Entry& entry) const;  // for an entry that would wait again
  [[nodiscard]] std::optional<Rejection> refused_list(const Panel& panel) const;
  [[nodiscard]] std::optional<Rejection> refused_absent(const Panel& panel, const DelegationId& delegation) const;
  [[nodiscard]] std::optional<Rejection> refused_point(const Panel& panel, const DelegationId& delegation) const;
  [[nodiscard]] std::optional<Rejection> refused_by_point(const Panel& panel) const;  // one is before the chair
  [[nodiscard]] std::optional<Rejection> refused_while_interrupted(SpeechId speech) const;
  [[nodiscard]] std::optional<Rejection> refused_by_waiting_point(const Panel& panel) const;
  [[nodiscard]] Decided<DelegationId> acting_delegation(const std::optional<DelegationId>& named,
                                                        std::string_view act) const;
  [[nodiscard]] Event stopped(const Speech& speech, PauseCause cause) const;  // paused, or cut where that is due
  [[nodiscard]] Decided<FloorGiven> floor_given_to(const Panel& panel, const GiveFloor& act) const;
  [[nodiscard]] Rejection not_yours(std::string_view act) const;

  const State& state_;
  Instant now_;
  const Present& present_;
  Actor actor_;
};

/// Letters, digits and hyphens, as BCP 47 tags have them.
[[nodiscard]] bool is_language_tag(std::string_view tag);

/// `value` where it lies between `least` and `most`, else the rejection that names `field`.
[[nodiscard]] std::optional<Rejection> out_of_range(std::string_view field, Millis value, Millis least, Millis most);

/// The rejection of an instant that has passed or lies further ahead than plans go; none for a sound one.
[[nodiscard]] std::optional<Rejection> refused_instant(std::string_view field, Instant at, Instant now);

}  // namespace rostrum::council
