#include "support/acts.hpp"

namespace rostrum::test {

using namespace council;

namespace {

/// The entry at a place of the list, so that many acts hit; or one by number.
EntryId at_place(const std::vector<EntryId>& order, std::uint32_t number) {
  return number < order.size() ? order[number] : EntryId{number};
}

EntryId point_of(const Seen& seen, std::uint32_t number) {
  const auto& points = seen.points;
  return number < points.size() ? points[number] : points.empty() ? EntryId{number} : points.front();
}

EntryId motion_of(const Seen& seen, std::uint32_t number) {
  const EntryId waiting = seen.motions.empty() ? EntryId{number} : seen.motions.front();
  return number % 3 == 0 ? waiting : seen.motion.value_or(waiting);
}

DelegationId delegation_of(const Step& step) { return {delegations[step.number % delegations.size()]}; }

/// What an act is made from.
struct From {
  const Seen& seen;
  Instant now;
  const Step& step;

  [[nodiscard]] EntryId entry() const { return at_place(seen.order, step.number); }
};

/// Makes a member by its type. A type that nothing is made for does not compile.
struct Members {
  const From& from;

  void operator()(std::string_view, bool& into) const { into = from.step.choice % 2 == 0; }
  void operator()(std::string_view, std::uint32_t& into) const { into = from.step.number % 3; }
  void operator()(std::string_view, Millis& into) const { into = seconds(from.step.other * 10); }
  void operator()(std::string_view, Instant& into) const {
    into = from.now + seconds(static_cast<std::int64_t>(from.step.number) * 10 - 10);
  }
  void operator()(std::string_view name, std::string& into) const {
    into = name == "language" ? (from.step.choice % 2 == 0 ? "en" : "fr") : words();
  }
  void operator()(std::string_view, Text& into) const { into = {{"en", words()}}; }
  void operator()(std::string_view, Speaker& into) const { into.name = words() + " (fictional)"; }
  void operator()(std::string_view, MeetingId& into) const { into = from.step.choice == 7 ? next_morning : afternoon; }
  void operator()(std::string_view, PanelId& into) const { into = panel_of(from.step); }
  void operator()(std::string_view, DelegationId& into) const { into = delegation_of(from.step); }
  void operator()(std::string_view, PanellistId& into) const { into = {"it"}; }
  void operator()(std::string_view, SeatId& into) const { into = {"PH"}; }
  void operator()(std::string_view, EntryId& into) const { into = from.entry(); }
  void operator()(std::string_view, SpeechId& into) const {
    const std::uint32_t last = from.seen.last_speech;
    into = {last - (from.step.choice == 7 && last > 0 ? 1 : 0)};
  }
  template <class Tag>
  void operator()(std::string_view, NumberId<Tag>& into) const {
    into = {from.step.number % 4};
  }
  void operator()(std::string_view, Limits& into) const {
    into = {{LimitOf::member, seconds(from.step.other * 10)}, {LimitOf::igo, seconds(60)}};
  }
  void operator()(std::string_view, NoticeTo& into) const {
    if (from.step.choice >= 5)
      into = delegation_of(from.step);
    else if (from.step.choice >= 2)
      into = static_cast<Audience>(from.step.number % audience_count);
  }
  template <class Enum>
    requires std::is_enum_v<Enum>
  void operator()(std::string_view, Enum& into) const {
    into = static_cast<Enum>(from.step.number % generated::Count<Enum>::value);
  }
  template <class Value>
  void operator()(std::string_view name, std::optional<Value>& into) const {
    if (from.step.choice % 2 != 0) (*this)(name, into.emplace());
  }

 private:
  [[nodiscard]] std::string words() const { return "Words " + std::to_string(from.step.number); }
};

// What differs of some acts from what the types of their members say.

template <class Act>
void differ(Act&, const From&) {}

void differ(SuspendMeeting& act, const From& from) {
  if (from.step.number > 3) act.list_closes_at.reset();
}
void differ(SetAtLimit& act, const From& from) { act.grace = seconds(from.step.other); }
void differ(RequestFloor& act, const From& from) {
  const bool guest = from.step.other == 13;
  act.kind = static_cast<Kind>(from.step.choice % kind_count);
  act.language.clear();
  act.addressed_to.reset();
  act.on_behalf_of = act.kind == Kind::group_statement ? "a group" : "";
  act.delegation = guest ? std::nullopt : std::optional(delegation_of(from.step));
  act.body = guest ? "A university" : "";
}
void differ(ClearMove& act, const From& from) { act.move = 1 + from.step.other % 2; }
void differ(CorrectEntry& act, const From& from) {
  act.kind = static_cast<Kind>(from.step.choice % kind_count);
  act.addressed_to.reset();
  act.on_behalf_of = act.kind == Kind::group_statement ? "a group" : "";
  act.body.clear();
  act.place = from.step.other;
}
void differ(RemoveEntry& act, const From& from) {
  if (from.step.choice % 2 != 0) act.entry = point_of(from.seen, from.step.number);
}
void differ(RestoreEntry& act, const From& from) { act.entry = {from.step.number}; }
void differ(ClearNoShow& act, const From& from) { act.entry = {from.step.number}; }
void differ(RaisePointOfOrder& act, const From& from) {
  act.delegation = delegation_of(from.step);
  act.note = "canary-note " + act.delegation->value;
}
void differ(RecognisePointOfOrder& act, const From& from) { act.entry = point_of(from.seen, from.step.number); }
void differ(RulePointOfOrder& act, const From& from) { act.entry = from.seen.point.value_or(from.entry()); }
void differ(MoveMotion& act, const From& from) {
  act.motion = static_cast<MotionKind>(from.step.other % count_of<MotionKind>);
  act.delegation = facts_of(act.motion).of_the_chair ? std::nullopt : std::optional(delegation_of(from.step));
}
void differ(TakeUpMotion& act, const From& from) { act.entry = motion_of(from.seen, 0); }
void differ(AskOnMotion& act, const From& from) { act.entry = motion_of(from.seen, from.step.number); }
void differ(WithdrawFromMotion& act, const From& from) { act.entry = motion_of(from.seen, from.step.number); }
void differ(GiveFloorOnMotion& act, const From& from) { act.entry = motion_of(from.seen, from.step.number); }
void differ(AskForObjections& act, const From& from) { act.entry = motion_of(from.seen, from.step.number); }
void differ(DecideMotion& act, const From& from) {
  act.entry = motion_of(from.seen, from.step.other);
  act.outcome = static_cast<MotionOutcome>(from.step.choice % count_of<MotionOutcome>);
  if (from.step.other > 3) act.until.reset();
}
void differ(SubmitStatement& act, const From& from) {
  if (from.step.other % 2 != 0) act.entry = from.seen.speaking;
  act.text = "canary-text " + std::to_string(from.step.other) + "\n\nEnd.";
}
void differ(RequestHelp& act, const From&) { act.note = "canary-help"; }

template <class Act>
void make(Act& act, const From& from) {
  generated::each_member(act, Members{from});
  differ(act, from);
}
void make(MoveEntry& act, const From& from) {
  act = {
      .entry = from.entry(), .anchor = at_place(from.seen.order, from.step.other), .before = from.step.choice % 2 == 0};
}
void make(GiveFloor& act, const From& from) {
  act.panel = high_level;
  if (from.step.other < 3)
    act.to = PanellistId{"it"};
  else
    act.to = from.entry();
}

template <class Made>
Act made(const From& from) {
  // Whoever is shut out does little more, so most codes that are taken are given anew.
  if constexpr (std::is_same_v<Made, RevokeSeat>)
    if (from.step.choice >= 2) return made<IssueCode>(from);
  Made act{};
  make(act, from);
  return act;
}

using Make = Act (*)(const From&);

/// As many as there are steps, the acts in the order of the schema.
template <class... Sent>
std::vector<Make> makes(const std::tuple<Sent...>*) {
  std::vector<Make> all;
  (all.insert(all.end(), steps_of<Sent>, &made<Sent>), ...);
  return all;
}

}  // namespace

PanelId panel_of(const Step& step) {
  if (step.choice < 6) return high_level;
  return step.choice == 6 ? review : special;
}

Act act_of(const Seen& seen, Instant now, const Step& step) {
  static const std::vector<Make> all = makes(steps::sent);
  return all.at(static_cast<std::size_t>(step.what))({.seen = seen, .now = now, .step = step});
}

}  // namespace rostrum::test
