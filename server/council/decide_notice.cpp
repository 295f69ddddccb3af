// Notices of the chair and the desk, and delegations that ask the desk for help (V3).
#include <algorithm>

#include "council/deciding.hpp"

namespace rostrum::council {

namespace {

std::optional<Rejection> refused_words(const State& state, const Text& text) {
  if (text.empty()) return rejection(Code::malformed, "text", "a text in at least one language");
  for (const auto& [language, words] : text) {
    if (std::ranges::find(state.session.languages, language) == state.session.languages.end())
      return rejection(Code::malformed, "text", "the languages of the session");
    if (words.size() > notice_bytes_max) return rejection(Code::text_too_long, "text", notice_bytes_max);
    if (words.find_first_not_of(" \t\r\n") == std::string::npos)
      return rejection(Code::malformed, "text", "words in " + language);
  }
  return std::nullopt;
}

}  // namespace

// docs/rules.md#v3-notices
Decided<Events> Deciding::operator()(const SendNotice& act) const {
  if (const auto* to = std::get_if<DelegationId>(&act.to); to && !state_.find(*to))
    return failure(rejection(Code::unknown_delegation, *to));
  if (auto refused = refused_words(state_, act.text)) return failure(*refused);
  const auto standing =
      std::ranges::count_if(state_.notices, [](const auto& notice) { return !notice.second.withdrawn; });
  if (static_cast<std::size_t>(standing) >= notices_max) return failure(rejection(Code::notices_full, notices_max));
  return Events{NoticeSent{{state_.last_notice + 1}, act.to, act.text}};
}

// docs/rules.md#v3-notices
Decided<Events> Deciding::operator()(const WithdrawNotice& act) const {
  const Notice* found = state_.find(act.notice);
  if (!found) return failure(rejection(Code::unknown_notice, act.notice));
  if (found->withdrawn) return failure(rejection(Code::nothing_changes));
  return Events{NoticeWithdrawn{act.notice}};
}

Decided<const Help*> Deciding::open_help(HelpId id) const {
  const Help* found = state_.find(id);
  // To a delegation, another's request is as unknown as one that was never made.
  if (!found || !acts_for(found->delegation)) return failure(rejection(Code::unknown_help, id));
  if (is_over(*found)) return failure(rejection(Code::help_over, id));
  return found;
}

// docs/rules.md#v3-help
Decided<Events> Deciding::operator()(const RequestHelp& act) const {
  auto delegation = acting_delegation({}, "request_help");
  if (!delegation) return failure(delegation.error());
  if (act.note.size() > note_bytes_max) return failure(rejection(Code::text_too_long, "note", note_bytes_max));
  for (const auto& [id, help] : state_.helps)
    if (help.delegation == *delegation && !is_over(help)) return failure(rejection(Code::already_asked, id));
  return Events{HelpRequested{{state_.last_help + 1}, *std::move(delegation), act.note}};
}

// docs/rules.md#v3-help
Decided<Events> Deciding::operator()(const TakeHelp& act) const {
  auto found = open_help(act.help);
  if (!found) return failure(found.error());
  if ((*found)->status == HelpStatus::taken) return failure(rejection(Code::already_taken, act.help));
  return Events{HelpTaken{act.help}};
}

// docs/rules.md#v3-help
Decided<Events> Deciding::operator()(const CloseHelp& act) const {
  auto found = open_help(act.help);
  if (!found) return failure(found.error());
  return Events{HelpClosed{act.help, actor_.own_only ? HelpStatus::withdrawn : HelpStatus::done}};
}

}  // namespace rostrum::council
