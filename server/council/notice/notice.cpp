#include "council/notice/notice.hpp"

#include <algorithm>

#include "base/assert.hpp"
#include "council/deciding.hpp"
#include "council/evolving.hpp"
#include "council/inverse.hpp"

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

Inverse sent_again(const State& before, Instant, const WithdrawNotice& act) {
  const Notice* notice = before.find(act.notice);
  if (!notice) return {};
  return {{SendNotice{notice->to, notice->text}}};
}

// docs/rules.md#v3-notices
Decision decide(const Deciding& on, const SendNotice& act) {
  if (const auto* to = std::get_if<DelegationId>(&act.to); to && !on.state.find(*to))
    return failure(rejection(Code::unknown_delegation, *to));
  if (auto refused = refused_words(on.state, act.text)) return failure(*refused);
  const auto standing =
      std::ranges::count_if(on.state.notices, [](const auto& notice) { return !notice.second.withdrawn; });
  if (static_cast<std::size_t>(standing) >= notices_max) return failure(rejection(Code::notices_full, notices_max));
  return Events{NoticeSent{{on.state.last_notice + 1}, act.to, act.text}};
}

// docs/rules.md#v3-notices
Decision decide(const Deciding& on, const WithdrawNotice& act) {
  const Notice* found = on.state.find(act.notice);
  if (!found) return failure(rejection(Code::unknown_notice, act.notice));
  if (found->withdrawn) return failure(rejection(Code::nothing_changes));
  return Events{NoticeWithdrawn{act.notice}};
}

void evolve(Evolving& on, const NoticeSent& event) {
  ROSTRUM_ASSERT(event.notice.value == on.state.last_notice + 1);
  on.state.last_notice = event.notice.value;
  on.note(&Changes::notices, event.notice);
  forget_over(on.state.notices, [](const Notice& notice) { return notice.withdrawn; });
  on.state.notices.emplace(event.notice,
                           Notice{.id = event.notice, .to = event.to, .text = event.text, .sent_at = on.stamp.at});
}

void evolve(Evolving& on, const NoticeWithdrawn& event) {
  on.note(&Changes::notices, event.notice);
  on.state.notices.at(event.notice).withdrawn = true;
}

}  // namespace rostrum::council
