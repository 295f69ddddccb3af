// Notices of the chair and the desk (V3).
#pragma once

#include "council/facts.hpp"
#include "council/terms.hpp"

namespace rostrum::council {

struct SendNotice {
  static constexpr ActFacts is{.name = "send_notice",
                               .may = floor_managers,
                               .panel = no_panel,
                               .texts = [](const auto& act) { return bytes_of(act.text); }};
  NoticeTo to;
  Text text;
  bool operator==(const SendNotice&) const = default;
};
Decision decide(const Deciding& on, const SendNotice& act);

struct WithdrawNotice;
/// Sent again, in the same words to the same.
Inverse sent_again(const State& before, Instant now, const WithdrawNotice& act);

struct WithdrawNotice {
  static constexpr ActFacts is{
      .name = "withdraw_notice", .may = floor_managers, .panel = no_panel, .inverse = sent_again};
  NoticeId notice;
  bool operator==(const WithdrawNotice&) const = default;
};
Decision decide(const Deciding& on, const WithdrawNotice& act);

struct NoticeSent {
  static constexpr EventFacts is{.name = "notice_sent", .told = [](const auto& event, auto& told) {
                                   told("text", event.text), told.addressee(event.to);
                                 }};
  NoticeId notice;
  NoticeTo to;
  Text text;
  bool operator==(const NoticeSent&) const = default;
};
void evolve(Evolving& on, const NoticeSent& event);

struct NoticeWithdrawn {
  static constexpr EventFacts is{.name = "notice_withdrawn",
                                 .told = [](const auto& event, auto& told) { told("text", event.notice); }};
  NoticeId notice;
  bool operator==(const NoticeWithdrawn&) const = default;
};
void evolve(Evolving& on, const NoticeWithdrawn& event);

using NoticeActs = OneOf<SendNotice, WithdrawNotice>;
using NoticeEvents = OneOf<NoticeSent, NoticeWithdrawn>;

}  // namespace rostrum::council
