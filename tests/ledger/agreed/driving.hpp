// What the tests of the agreed ledger stand on: a log, servers as the simulation models them, and a way to them on
// which nothing happens but what the test lets happen. Answers are given by the test, never inside `carry`.
#pragma once

#include <catch2/catch.hpp>
#include <deque>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "ledger/agreed/questions.hpp"
#include "ledger/agreed/reader.hpp"
#include "simulation/model_server.hpp"
#include "support/secrets.hpp"

namespace rostrum::ledger {

using simulation::ModelServer;
using Log = std::vector<SharedEntry>;

inline const SetId set = "set-1";

/// As a node of that set seals it.
inline Sealed sealed(const wire::NodeMessage& message, const SetId& by = set) {
  return Seals(test::known_hmac, by).seal(message);
}
/// What one sealed.
inline wire::NodeMessage opened(std::string_view sealed, const SetId& by = set) {
  auto message = Seals(test::known_hmac, by).open(sealed);
  REQUIRE(message);
  return *std::move(message);
}

/// The entry that follows `last` (null: the first), of that term, with words beside it, and made by a command whose id
/// begins like that.
inline SharedEntry entry_after(const SharedEntry& last, Term term, const std::string& words = "words",
                               const std::string& command = "command") {
  const Seq seq = last ? last->seq.next() : Seq{1};
  wire::StoredAct act{.grant = {"grant-1"},
                      .command_id = command + "-" + std::to_string(seq.value),
                      .actor = {"seat-1"},
                      .act = "request_help",
                      .at = {static_cast<std::int64_t>(seq.value) * 1000},
                      .events = {council::HelpRequested{{1}, {"KE"}, words}}};
  auto entry = entry_of(wire::encode({.session = {"session-1"},
                                      .epoch = std::string(wire::epoch_bytes, 'e'),
                                      .term = term.value,
                                      .seq = seq,
                                      .previous = last ? last->digest : Digest{},
                                      .acts = {std::move(act)}},
                                     test::known_salts));
  REQUIRE(entry != nullptr);
  return entry;
}

/// A log of entries of these terms.
inline Log log_of(const std::vector<std::uint64_t>& terms, const std::string& words = "words") {
  Log log;
  for (const std::uint64_t term : terms) log.push_back(entry_after(log.empty() ? nullptr : log.back(), {term}, words));
  return log;
}

/// An answer in words.
inline std::string words_of(const reply::Is& is) {
  struct {
    std::string operator()(const reply::Granted& granted) {
      return "granted " + std::to_string(granted.length.value) + " of term " + std::to_string(granted.last.value);
    }
    std::string operator()(const reply::Refused& refused) {
      return "refused for " + std::to_string(refused.term.value);
    }
    std::string operator()(const reply::Stands& stands) { return "stands " + std::to_string(stands.seq.value); }
    std::string operator()(const reply::Gap& gap) { return "gap after " + std::to_string(gap.length.value); }
    std::string operator()(const reply::Fork& fork) { return "fork at " + std::to_string(fork.seq.value); }
    std::string operator()(const reply::Deposed& deposed) { return "deposed by " + std::to_string(deposed.term.value); }
    std::string operator()(const reply::Unraised&) { return "unraised"; }
    std::string operator()(const reply::Stranger&) { return "stranger"; }
    std::string operator()(const reply::OtherSet&) { return "other set"; }
    std::string operator()(const reply::Admitted&) { return "admitted"; }
    std::string operator()(const reply::NotAdmitted&) { return "not admitted"; }
    std::string operator()(const reply::Confirmed&) { return "confirmed"; }
    std::string operator()(const reply::Lacks&) { return "lacks"; }
    std::string operator()(const reply::Entered&) { return "entered"; }
    std::string operator()(const reply::Told&) { return "told"; }
    std::string operator()(const reply::Page& page) { return "page of " + std::to_string(page.entries.size()); }
    std::string operator()(const reply::NotHere&) { return "not here"; }
  } in_words;
  return std::visit(in_words, is);
}

/// Servers that several nodes can be on the way to.
struct Servers {
  /// Each begins with its log of these; one more list is one more server.
  explicit Servers(const std::vector<Log>& logs) {
    for (const Log& log : logs) {
      at.emplace_back([this] { return ++lives; });
      at.back().begin(set, log);
    }
  }
  Servers(const Servers&) = delete;
  Servers& operator=(const Servers&) = delete;

  [[nodiscard]] std::size_t count() const { return at.size(); }

  std::deque<ModelServer> at;
  std::uint64_t lives = 0;
};

/// A node's way to servers. What is asked waits until the test has it arrive.
class Way final : public Carrier {
 public:
  using Take = std::function<void(std::uint64_t id, const Reply& reply)>;

  explicit Way(Servers& servers) : servers_(servers) {
    for (ServerNumber server = 0; server < servers.count(); ++server) reaches.insert(server);
  }

  void carry(Request request) override { asked.push_back(std::move(request)); }

  /// Everything that is asked arrives, and is answered, until nothing is asked any more; what is asked of a server that
  /// is not reached is lost.
  void settle(const Take& take) {
    while (!asked.empty()) {
      const Request request = std::exchange(asked.front(), {});
      asked.pop_front();
      if (reaches.contains(request.server)) take(request.id, act(request));
    }
  }
  /// The first question that waits for `server`, which acts on it. The answer is on its way.
  std::pair<std::uint64_t, Reply> act_of(ServerNumber server) {
    const auto first = std::ranges::find(asked, server, &Request::server);
    REQUIRE(first != asked.end());
    const Request request = *first;
    asked.erase(first);
    return {request.id, act(request)};
  }
  /// Questions of this kind that wait.
  template <class One>
  [[nodiscard]] std::vector<One> waiting() const {
    std::vector<One> of_kind;
    for (const Request& request : asked)
      if (const auto* one = std::get_if<One>(&request.question)) of_kind.push_back(*one);
    return of_kind;
  }

  std::set<ServerNumber> reaches;
  std::deque<Request> asked;
  std::vector<std::pair<ServerNumber, Sealed>> told;  // to all who listen

 private:
  Reply act(const Request& request) {
    return servers_.at[request.server].answer(request.set, request.question, [&](const SharedSealed& message) {
      told.emplace_back(request.server, *message);
    });
  }

  Servers& servers_;
};

}  // namespace rostrum::ledger
