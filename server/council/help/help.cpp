#include "council/help/help.hpp"

#include "base/assert.hpp"
#include "council/deciding.hpp"
#include "council/evolving.hpp"

namespace rostrum::council {

namespace {

Decided<const Help*> open_help(const Deciding& on, HelpId id) {
  const Help* found = on.state.find(id);
  // To a delegation, another's request is as unknown as one that was never made.
  if (!found || !on.acts_for(found->delegation)) return failure(rejection(Code::unknown_help, id));
  if (is_over(*found)) return failure(rejection(Code::help_over, id));
  return found;
}

}  // namespace

// docs/rules.md#v3-help
Decision decide(const Deciding& on, const RequestHelp& act) {
  auto delegation = on.acting_delegation({}, RequestHelp::is.name);
  if (!delegation) return failure(delegation.error());
  if (act.note.size() > note_bytes_max) return failure(rejection(Code::text_too_long, "note", note_bytes_max));
  for (const auto& [id, help] : on.state.helps)
    if (help.delegation == *delegation && !is_over(help)) return failure(rejection(Code::already_asked, id));
  return Events{HelpRequested{{on.state.last_help + 1}, *std::move(delegation), act.note}};
}

// docs/rules.md#v3-help
Decision decide(const Deciding& on, const TakeHelp& act) {
  auto found = open_help(on, act.help);
  if (!found) return failure(found.error());
  if ((*found)->status == HelpStatus::taken) return failure(rejection(Code::already_taken, act.help));
  return Events{HelpTaken{act.help}};
}

// docs/rules.md#v3-help
Decision decide(const Deciding& on, const CloseHelp& act) {
  auto found = open_help(on, act.help);
  if (!found) return failure(found.error());
  return Events{HelpClosed{act.help, on.actor.own_only ? HelpStatus::withdrawn : HelpStatus::done}};
}

void evolve(Evolving& on, const HelpRequested& event) {
  ROSTRUM_ASSERT(event.help.value == on.state.last_help + 1);
  on.state.last_help = event.help.value;
  on.note(&Changes::helps, event.help);
  forget_over(on.state.helps, [](const Help& help) { return is_over(help); });
  on.state.helps.emplace(
      event.help,
      Help{.id = event.help, .delegation = event.delegation, .note = event.note, .requested_at = on.stamp.at});
}

void evolve(Evolving& on, const HelpTaken& event) {
  on.note(&Changes::helps, event.help);
  Help& help = on.state.helps.at(event.help);
  help.status = HelpStatus::taken;
  help.taken_by = on.stamp.actor;
}

void evolve(Evolving& on, const HelpClosed& event) {
  on.note(&Changes::helps, event.help);
  on.state.helps.at(event.help).status = event.status;
}

}  // namespace rostrum::council
