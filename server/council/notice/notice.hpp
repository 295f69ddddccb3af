// Notices of the chair and the desk (V3).
#pragma once

#include "council/facts.hpp"
#include "council/terms.hpp"

namespace rostrum::council {

struct SendNotice {
  NoticeTo to;
  Text text;
  bool operator==(const SendNotice&) const = default;
};
Decision decide(const Deciding& on, const SendNotice& act);

struct WithdrawNotice {
  NoticeId notice;
  bool operator==(const WithdrawNotice&) const = default;
};
Decision decide(const Deciding& on, const WithdrawNotice& act);

struct NoticeSent {
  NoticeId notice;
  NoticeTo to;
  Text text;
  bool operator==(const NoticeSent&) const = default;
};
void evolve(Evolving& on, const NoticeSent& event);

struct NoticeWithdrawn {
  NoticeId notice;
  bool operator==(const NoticeWithdrawn&) const = default;
};
void evolve(Evolving& on, const NoticeWithdrawn& event);

}  // namespace rostrum::council
