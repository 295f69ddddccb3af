#include "held_logs.hpp"

#include <algorithm>
#include <utility>

namespace rostrum::ctl {

using ledger::Reply;
using ledger::ServerNumber;
namespace ask = ledger::ask;
namespace reply = ledger::reply;

namespace {

const ledger::Right nobody{};  // whose right no server ever has

}  // namespace

HeldLogs::HeldLogs(ledger::Outgoing& outgoing, std::size_t servers, Seq about, Take take)
    : outgoing_(outgoing),
      questions_(outgoing),
      about_(std::max(about, Seq{1})),
      take_(std::move(take)),
      held_(servers),
      asked_(servers) {
  for (ServerNumber server = 0; server < servers; ++server) {
    asked_[server].heard = outgoing_.now();
    ask(server, ask::Confirm{.right = nobody, .seq = {}}, &HeldLogs::take_set);
  }
}

bool HeldLogs::done() const { return std::ranges::all_of(asked_, &Asked::over); }

void HeldLogs::ask(ServerNumber server, const ledger::Question& question, Then then) {
  ask_again(server, question, then, ++asked_[server].turn);
}

/// The first answer counts, to whichever asking of it.
void HeldLogs::ask_again(ServerNumber server, const ledger::Question& question, Then then, std::uint64_t turn) {
  questions_.ask(server, question, [this, server, question, then, turn](const Reply* reply) {
    Asked& asked = asked_[server];
    if (asked.over || asked.turn != turn) return;
    if (!reply && outgoing_.now() - asked.heard >= silent_most) return end(server, false);
    if (!reply) return ask_again(server, question, then, turn);
    asked.heard = outgoing_.now();
    ++asked.turn;
    (this->*then)(server, *reply);
  });
}

/// Who is asked as one of no set says of which it is.
void HeldLogs::take_set(ServerNumber server, const Reply& reply) {
  const auto* other = std::get_if<reply::OtherSet>(&reply.is);
  held_[server].set = other ? other->set : ledger::no_set;
  if (!other) return end(server, true);
  outgoing_.ask_as(server, other->set);
  ask(server, ask::Confirm{.right = nobody, .seq = {}}, &HeldLogs::take_term);
}

void HeldLogs::take_term(ServerNumber server, const Reply& reply) {
  if (const auto* deposed = std::get_if<reply::Deposed>(&reply.is)) held_[server].term = deposed->term;
  read(server, take_ ? Seq{1} : about_);
}

void HeldLogs::read(ServerNumber server, Seq from) {
  asked_[server].search.tried = from;
  ask(server, ask::Read{.from = from, .upto = {}, .digest = {}}, &HeldLogs::take_page);
}

void HeldLogs::take_page(ServerNumber server, const Reply& reply) {
  HeldLog& held = held_[server];
  Search& search = asked_[server].search;
  const auto* page = std::get_if<reply::Page>(&reply.is);
  if (take_ && !page) return end(server, true);
  if (!page) {
    search.beyond = search.tried;
    return look_further(server);
  }
  if (take_)
    for (const ledger::SharedEntry& entry : page->entries) take_(server, entry);
  held.last = page->entries.back()->seq;
  if (take_) return read(server, held.last.next());
  look_further(server);
}

/// In steps that double, and then by halves: a log may be long, and a page is a part of it.
void HeldLogs::look_further(ServerNumber server) {
  const Seq known = held_[server].last;
  Search& search = asked_[server].search;
  if (search.beyond && *search.beyond <= known.next()) return end(server, true);
  if (search.beyond) return read(server, {(known.value + search.beyond->value) / 2});
  const Seq next{known.value + std::exchange(search.step, 2 * search.step)};
  read(server, next);
}

void HeldLogs::end(ServerNumber server, bool answered) {
  asked_[server].over = true;
  held_[server].answered = answered;
}

std::vector<HeldLog> held_logs(Talk& talk, Seq about, const HeldLogs::Take& take) {
  ledger::Outgoing outgoing(talk.carrier(), ledger::no_set, nullptr);  // nothing is told, so nothing is sealed
  outgoing.set(talk.now());
  HeldLogs logs(outgoing, talk.names().size(), about, take);
  // How it stands with a server is known a moment after it was asked, since a line of its own listens to it.
  const ledger::Moment began = talk.now();
  const auto all_answer = [&talk] {
    for (ServerNumber server = 0; server < talk.names().size(); ++server)
      if (!talk.standing_of(server).answers()) return false;
    return true;
  };
  (void)talk.hold({.replied =
                       [&](ledger::Moment now, std::uint64_t id, const Reply& reply) {
                         outgoing.set(now);
                         (void)logs.replied(id, reply);
                       },
                   .tick =
                       [&](ledger::Moment now) {
                         outgoing.set(now);
                         logs.tick();
                       },
                   .done = [&] { return logs.done() && (all_answer() || talk.now() - began >= silent_most); },
                   .refused = [] { return std::nullopt; },
                   .waits_for = [] { return std::vector<ServerNumber>(); },
                   .with_unfit = true});
  return logs.all();
}

}  // namespace rostrum::ctl
