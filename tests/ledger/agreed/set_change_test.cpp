// A session's log moves from one list of servers to another, with all nodes stopped.
#include "ledger/agreed/set_change.hpp"

#include <memory>

#include "ledger/agreed/driving.hpp"
#include "simulation/chance.hpp"

namespace rostrum::ledger {
namespace {

using Numbers = std::vector<ServerNumber>;

std::vector<std::string> names(std::size_t count) {
  std::vector<std::string> all;
  for (std::size_t number = 0; number < count; ++number) all.push_back("server " + std::to_string(number));
  return all;
}

/// The old list's servers hold the log; others know nothing.
struct Hall : Servers {
  Hall(std::size_t count_of_old, std::size_t strangers, Log of = log_of({1, 1, 2}))
      : Servers(std::vector<Log>(count_of_old + strangers, of)),
        old(count_of_old),
        log(std::move(of)) {
    for (ServerNumber number = 0; number < at.size(); ++number) {
      at[number].wipe();
      if (number < old) at[number].begin(set, log);
    }
  }

  std::size_t old;
  Log log;
  SetId set = set_of("set-1", names(old));
};

struct Changes {
  Changes(Hall& of_hall, const Numbers& next, const WriterName& name = "changes")
      : hall(of_hall),
        way(of_hall),
        change({.carrier = way,
                .hmac = test::known_hmac,
                .names = names(of_hall.count()),
                .old = of_hall.old,
                .next = next,
                .name = name,
                .begins =
                    [name](const Right& right, const Entry& last) {
                      return entry_after(std::make_shared<const Entry>(last), right.term, name)->stored;
                    }},
               {}) {}

  void settle() {
    way.settle([this](std::uint64_t id, const Reply& reply) { (void)change.replied(now, id, reply); });
  }
  void wait() {
    now = now + patience;
    change.tick(now);
  }
  void run(int rounds = 60) {
    for (int round = 0; round < rounds && !over(); ++round) {
      settle();
      wait();
    }
  }
  /// One thing happens: something arrives and is answered, or is lost on the way, or its answer is.
  void step(simulation::Chance& chance, bool loses) {
    if (way.asked.empty()) return wait();
    const ServerNumber server = chance.pick(way.asked).server;
    if (!way.reaches.contains(server) || (loses && chance.one_in(6))) return lose(server);
    const auto [id, reply] = way.act_of(server);
    if (!loses || !chance.one_in(6)) (void)change.replied(now, id, reply);
  }
  void lose(ServerNumber server) { way.asked.erase(std::ranges::find(way.asked, server, &Request::server)); }
  [[nodiscard]] bool over() const { return change.done() || change.refused(); }

  Hall& hall;
  Way way;
  Moment now;
  SetChange change;
};

/// Whether a node that has this list could begin to write by those that are of that set; it does not raise anybody.
bool can_go_on(const Servers& servers, const SetId& of, const Numbers& list) {
  const auto count = std::ranges::count_if(list, [&](ServerNumber number) { return servers.at[number].set() == of; });
  return most(static_cast<std::size_t>(count), list.size());
}

Numbers first(std::size_t count) {
  Numbers numbers;
  for (ServerNumber number = 0; number < count; ++number) numbers.push_back(number);
  return numbers;
}

/// A node of the first `count` servers, of which it reaches those, stands for the right to write.
std::optional<Won> stand(Way& way, Outgoing& outgoing, std::size_t count, std::uint64_t term) {
  Candidate candidate(outgoing, count, {.term = {term}, .writer = "node"});
  way.settle([&](std::uint64_t id, const Reply& reply) { (void)candidate.replied(id, reply); });
  return candidate.won();
}

std::optional<Won> win(Hall& hall, const SetId& of, std::size_t count, std::uint64_t term) {
  Way way(hall);
  Outgoing outgoing(way, of, test::known_hmac);
  return stand(way, outgoing, count, term);
}

/// A node of the old list that can win the right writes one more entry, which becomes final; null where none can. It
/// finds `last`, which was final before.
SharedEntry write_something(Hall& hall, const std::set<ServerNumber>& reaches, std::uint64_t term,
                            const SharedEntry& last) {
  Way way(hall);
  way.reaches = reaches;
  Outgoing outgoing(way, hall.set, test::known_hmac);
  const auto won = stand(way, outgoing, hall.old, term);
  if (!won) return nullptr;
  const ModelServer& best = hall.at[won->best];
  Log whole;
  for (Seq seq{1}; seq.value <= best.length(); seq = seq.next()) whole.push_back(entry_of(best.commit(seq)));
  REQUIRE(whole.at(last->seq.value - 1)->digest == last->digest);
  whole.push_back(entry_after(whole.back(), {term}, "meanwhile"));
  std::vector<Copying::To> to;
  for (ServerNumber number = 0; number < hall.old; ++number)
    if (hall.at[number].set() == hall.set && reaches.contains(number))
      to.push_back({.server = number, .name = "server"});
  Copying copying(outgoing, won->right, whole, to);
  way.settle([&](std::uint64_t id, const Reply& reply) { (void)copying.replied(id, reply); });
  return copying.done() ? whole.back() : nullptr;
}

/// Where the new list is a set, whoever begins again changes nothing there, in whose hands it may be.
void again(Hall& hall, const Numbers& next, const std::set<ServerNumber>& reaches, const SetId& new_set) {
  const auto logs = [&] {
    std::vector<std::pair<std::size_t, Right>> all;
    for (const ServerNumber number : next)
      if (hall.at[number].set() == new_set) all.emplace_back(hall.at[number].length(), hall.at[number].right());
    return all;
  };
  const auto before = logs();
  Changes change(hall, next, "again");
  change.way.reaches = reaches;
  change.run();
  REQUIRE(change.change.done());
  REQUIRE(logs() == before);
}

}  // namespace

TEST_CASE("Given one server, when its set becomes three with it, then all hold the log, and none goes on by the old") {
  Hall hall(1, 2);
  Changes given(hall, {0, 1, 2});
  given.run();
  REQUIRE_FALSE(given.change.refused());
  REQUIRE(given.change.done());
  CHECK(given.change.left_behind().empty());
  for (const ModelServer& server : hall.at) {
    CHECK(server.set() == given.change.set());
    REQUIRE(server.length() == hall.log.size() + 1);  // that it was changed is in the log
    for (const SharedEntry& entry : hall.log) CHECK(server.commit(entry->seq) == entry->stored);
  }
  CHECK_FALSE(win(hall, hall.set, 1, 9));
  CHECK(win(hall, given.change.set(), 3, 9));
}

TEST_CASE("Given three servers of which one is away, when another takes its place, then the log goes on without it") {
  Hall hall(3, 1);
  hall.at[2].lie({hall.log[0], hall.log[1]});  // it has missed the last entry
  Changes given(hall, {0, 1, 3});
  given.way.reaches = {0, 1, 3};
  given.run();
  REQUIRE(given.change.done());
  CHECK(given.change.left_behind() == Numbers{2});
  // It comes back as a member of the old set, and nobody can go on by it.
  CHECK_FALSE(win(hall, hall.set, 3, 9));
  CHECK(hall.at[3].length() == hall.log.size() + 1);
}

TEST_CASE("Given a list of wholly other servers, then those of the old one are left out, and say so") {
  Hall hall(3, 3);
  Changes given(hall, {3, 4, 5});
  given.run();
  REQUIRE(given.change.done());
  for (const ServerNumber number : first(3))
    CHECK(in_words(hall.at[number].set()) == "was left out of the set " + given.change.set());
  for (const ServerNumber number : Numbers{3, 4, 5}) CHECK(hall.at[number].set() == given.change.set());
}

TEST_CASE("Given fewer servers of those there are, then the log is brought to them, and none goes on by the others") {
  Hall hall(5, 0);
  for (const ServerNumber number : Numbers{0, 1}) hall.at[number].lie({hall.log[0], hall.log[1]});
  const Numbers next = GENERATE(Numbers{0, 1, 2}, Numbers{1}, Numbers{0, 1});
  Changes given(hall, next);
  given.run();
  REQUIRE(given.change.done());
  for (const ServerNumber number : next) CHECK(hall.at[number].length() == hall.log.size() + 1);
  CHECK_FALSE(win(hall, hall.set, 5, 9));
}

TEST_CASE("Given logs of several lengths and terms, then all are brought to the best, and other tails are cut off") {
  const Log log = log_of({1, 1, 3});
  Hall hall(5, 0, log);
  hall.at[3].lie({log[0], log[1]});
  const SharedEntry left = entry_after(log[1], {2}, "left");
  hall.at[4].lie({log[0], log[1], left, entry_after(left, {2})});
  Changes given(hall, {0, 3, 4});
  // Whether or not the one with the tail has granted the right.
  const bool grants = GENERATE(true, false);
  simulation::Chance chance(1);
  while (given.way.waiting<ask::Append>().empty()) {
    given.step(chance, false);
    if (!grants)
      std::erase_if(given.way.asked, [](const Request& each) {
        return each.server == 4 && std::holds_alternative<ask::Raise>(each.question);
      });
  }
  CHECK((hall.at[4].right().term > Term{}) == grants);
  given.run();
  REQUIRE(given.change.done());
  for (const ServerNumber number : Numbers{0, 3, 4}) {
    REQUIRE(hall.at[number].length() == 4);
    CHECK(hall.at[number].digest({3}) == log[2]->digest);
    CHECK(hall.at[number].digest({4}) == hall.at[0].digest({4}));
  }
}

TEST_CASE(
    "Given a server of the new list that is away, then it is waited for by name, and nothing leaves the old set") {
  Hall hall(3, 1);
  Changes given(hall, {0, 1, 3});
  given.way.reaches = {0, 1, 2};
  given.run();
  CHECK_FALSE(given.over());
  CHECK(given.change.waits_for() == Numbers{3});
  for (const ServerNumber number : first(3)) CHECK(hall.at[number].set() == hall.set);
  given.way.reaches = {0, 1, 2, 3};
  given.run();
  CHECK(given.change.done());
}

TEST_CASE("Given a server of the new list that holds another log, then it is named, and nothing is changed") {
  Hall hall(3, 1);
  hall.at[3].begin("set-7", log_of({1}));
  Changes given(hall, {0, 1, 3});
  given.run();
  CHECK(given.change.refused() == "server 3 holds a log already: it is of the set set-7");
  for (const ServerNumber number : first(3)) CHECK(hall.at[number].set() == hall.set);
}

TEST_CASE("Given an old list that holds no log, is of two sets or has forgotten most, then that is told") {
  Hall hall(3, 1);
  const auto refused = [&] {
    Changes given(hall, {0, 1, 3});
    given.run();
    return given.change.refused().value_or("");
  };
  for (const ServerNumber number : Numbers{0, 1}) hall.at[number].wipe();
  CHECK(refused() == "most servers of the old list have lost everything, so that nobody knows what was final");
  hall.at[2].wipe();
  CHECK(refused() == "no server of the old list holds a log");
  hall.at[0].begin(hall.set, hall.log);
  hall.at[1].begin("set-7", hall.log);
  CHECK(refused() == "the old list is not that of the set set-7, of which a server of it is");
}

TEST_CASE("Given a server that is wiped while the log is copied, then it is not a member again with nothing") {
  Hall hall(3, 1);
  Changes given(hall, {0, 1, 3});
  simulation::Chance chance(1);
  while (hall.at[3].length() == 0) given.step(chance, false);
  hall.at[0].wipe();
  given.run();
  CHECK(given.change.refused() == "server 0 has lost everything meanwhile");
  CHECK_FALSE(hall.at[0].member());
}

TEST_CASE("Given a log from elsewhere, with terms above what its servers know, then who stands is above them") {
  Hall hall(3, 1, log_of({1, 7, 57}));
  Changes given(hall, {0, 1, 3});
  given.run();
  REQUIRE(given.change.done());
  CHECK(entry_of(hall.at[3].commit({4}))->term > Term{57});
}

TEST_CASE("Given what another change has left behind, then it is named, and is not taken for this one") {
  Hall hall(3, 2);
  {
    Changes before(hall, {0, 1, 3});
    simulation::Chance chance(1);
    while (hall.at[0].set() == hall.set) before.step(chance, false);
  }
  Changes given(hall, {0, 1, 4});
  given.run();
  REQUIRE(given.change.refused());
  CHECK_THAT(*given.change.refused(),
             Catch::Matchers::Contains(", and that was not ended: that has to be ended with the lists of then"));
  // Ended as it was begun, it is no hindrance.
  Changes again(hall, {0, 1, 3}, "again");
  again.run();
  REQUIRE(again.change.done());
  CHECK(again.change.set() != given.change.set());
}

TEST_CASE("Given a change that was stopped when some had left, and an old server that is dead, then it is ended") {
  Hall hall(3, 1);
  {
    Changes before(hall, {0, 1, 3});
    simulation::Chance chance(1);
    while (hall.at[0].set() == hall.set && hall.at[1].set() == hall.set) before.step(chance, false);
  }
  Changes given(hall, {0, 1, 3}, "again");
  given.way.reaches = {0, 1, 3};
  given.run();
  CHECK(given.change.done());
}

TEST_CASE("Given a server of the new list that dies when the old set is over, then it is ended without it, and said") {
  Hall hall(3, 3);
  Changes given(hall, {3, 4, 5});
  simulation::Chance chance(1);
  while (given.change.set().empty() || hall.at[3].set() != given.change.set()) given.step(chance, false);
  const ServerNumber dies = hall.at[4].set() == given.change.set() ? 5 : 4;
  given.way.reaches.erase(dies);
  given.run();
  REQUIRE(given.change.done());
  for (const ServerNumber number : given.change.left_behind()) CHECK(number == dies);
  CHECK(can_go_on(hall, given.change.set(), {3, 4, 5}));
}

TEST_CASE("Given a node that is raised above it meanwhile, then the change begins again above that one, and ends") {
  Hall hall(3, 1);
  Changes given(hall, {0, 1, 3});
  simulation::Chance chance(3);
  while (hall.at[3].length() == 0) given.step(chance, false);
  REQUIRE(win(hall, hall.set, 3, 9));
  given.run();
  CHECK(given.change.done());
  CHECK(hall.at[0].right().term > Term{9});
}

TEST_CASE("Given a node that writes all the same, again and again, then the change is refused, and the node goes on") {
  Hall hall(3, 1);
  Changes given(hall, {0, 1, 3});
  simulation::Chance chance(3);
  for (std::uint64_t step = 0; step < 10'000 && !given.over(); ++step) {
    given.step(chance, false);
    if (hall.at[3].length() > 0) (void)win(hall, hall.set, 3, hall.at[0].right().term.value + 1);
  }
  REQUIRE(given.change.refused());
  CHECK_THAT(*given.change.refused(), Catch::Matchers::EndsWith(" is written to by another"));
  CHECK(can_go_on(hall, hall.set, first(3)));
}

TEST_CASE("Given the list that there is, then nothing is changed") {
  Hall hall(3, 0);
  Changes given(hall, {2, 0, 1});
  given.run();
  CHECK(given.change.done());
  CHECK(given.change.set() == hall.set);
  for (const ModelServer& server : hall.at) CHECK(server.length() == hall.log.size());
}

TEST_CASE("Given answers that take longer than it is patient, then it goes on all the same") {
  Hall hall(3, 1);
  Changes given(hall, {0, 1, 3});
  for (int round = 0; round < 200 && !given.over(); ++round) {
    std::vector<std::pair<std::uint64_t, Reply>> late;
    while (!given.way.asked.empty()) {
      auto answer = given.way.act_of(given.way.asked.front().server);
      if (std::holds_alternative<reply::Page>(answer.second.is))  // a reader asks another instead
        (void)given.change.replied(given.now, answer.first, answer.second);
      else
        late.push_back(std::move(answer));
    }
    given.wait();
    given.wait();
    for (const auto& [id, reply] : late) (void)given.change.replied(given.now, id, reply);
  }
  CHECK(given.change.done());
}

TEST_CASE(
    "Given a change that is stopped anywhere, with requests that arrive later, then nodes can never go on by both "
    "lists nor without what is final, and whoever begins it again ends it") {
  struct Lists {
    std::size_t old, strangers;
    Numbers next;
  };
  const Lists lists =
      GENERATE(Lists{1, 2, {0, 1, 2}}, Lists{3, 1, {0, 1, 3}}, Lists{3, 3, {3, 4, 5}}, Lists{3, 0, {1}},
               Lists{3, 0, {0, 1}}, Lists{3, 2, {0, 1, 2, 3, 4}}, Lists{5, 1, {0, 1, 2, 3, 5}}, Lists{5, 0, {0, 1, 2}});
  constexpr int turns_with_trouble = 4;
  constexpr std::uint64_t worlds = 150;
  std::size_t stopped = 0, went_on_by_old = 0, ended = 0, arrived_late = 0;
  for (std::uint64_t seed = 1; seed <= worlds; ++seed) {
    CAPTURE(seed);
    simulation::Chance chance(seed);
    Hall hall(lists.old, lists.strangers);
    // One of the old list may be dead, as the one whose place another is to take.
    const ServerNumber last_of_old = lists.old - 1;
    const bool is_needed = std::ranges::find(lists.next, last_of_old) != lists.next.end();
    const bool is_dead = lists.old > 1 && !is_needed && chance.one_in(2);
    std::set<ServerNumber> reaches;
    for (ServerNumber number = 0; number < hall.count(); ++number)
      if (!is_dead || number != last_of_old) reaches.insert(number);
    // And one may lose everything, where most then still remember.
    const auto may_lose_all = [&](ServerNumber number) {
      const bool next = std::ranges::find(lists.next, number) != lists.next.end();
      return (number >= lists.old || (lists.old > 1 && !is_dead)) && (!next || lists.next.size() > 2);
    };
    bool lost_all = false;
    std::uint64_t term = 10;
    SharedEntry last = hall.log.back();  // that is final
    std::deque<std::unique_ptr<Changes>> begun;
    const auto check = [&](const SetId& new_set) {
      const bool by_old = can_go_on(hall, hall.set, first(lists.old));
      const bool by_new = !new_set.empty() && can_go_on(hall, new_set, lists.next);
      REQUIRE_FALSE((by_old && by_new));
      if (!by_new) return;
      for (const ServerNumber number : lists.next) {
        if (hall.at[number].set() != new_set) continue;
        REQUIRE(hall.at[number].length() > last->seq.value);
        REQUIRE(hall.at[number].digest(last->seq) == last->digest);
      }
    };
    for (int turn = 0; turn <= turns_with_trouble; ++turn) {
      const bool trouble = turn < turns_with_trouble;
      Changes& given =
          *begun.emplace_back(std::make_unique<Changes>(hall, lists.next, "changes." + std::to_string(turn)));
      given.way.reaches = reaches;
      const std::uint64_t steps = trouble ? chance.below(160) : 200'000;
      for (std::uint64_t step = 0; step < steps && !given.over(); ++step) {
        given.step(chance, trouble);
        check(given.change.set());
        if (const ServerNumber any = chance.below(hall.count()); trouble && !lost_all && chance.one_in(300)) {
          lost_all = may_lose_all(any);
          if (lost_all) hall.at[any].wipe();
        }
        // What one that was stopped had asked arrives.
        Changes& before = *chance.pick(begun);
        if (&before == &given || before.way.asked.empty() || !chance.one_in(20)) continue;
        const ServerNumber server = before.way.asked.front().server;
        if (!reaches.contains(server)) continue;
        (void)before.way.act_of(server);
        ++arrived_late;
        check(given.change.set());
      }
      CAPTURE(turn, given.change.refused().value_or(""));
      if (!trouble || !lost_all) REQUIRE_FALSE(given.change.refused());
      if (given.change.done()) {
        ++ended;
        REQUIRE_FALSE(can_go_on(hall, hall.set, first(lists.old)));
        REQUIRE(can_go_on(hall, given.change.set(), lists.next));
        again(hall, lists.next, reaches, given.change.set());
        break;
      }
      REQUIRE(trouble);
      ++stopped;
      // Nodes are started meanwhile, and something becomes final.
      if (chance.one_in(2)) continue;
      if (const SharedEntry written = write_something(hall, reaches, term += 10, last)) {
        last = written;
        ++went_on_by_old;
      }
    }
  }
  CHECK(stopped > 50);
  CHECK(arrived_late > 5);
  CHECK(ended == worlds);
  CHECK(went_on_by_old > 5);
}

}  // namespace rostrum::ledger
