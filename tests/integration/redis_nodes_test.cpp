// Nodes of one session over real Redis servers, which are killed, frozen, wiped and full, and nodes that are killed:
// what one proposes becomes final at all, in one order, and goes on by itself. The protocol is played in the
// simulation; here it is that the lines to the servers, their scripts and their data are what it takes them for.
#include <algorithm>
#include <chrono>
#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>

#include <boost/asio/steady_timer.hpp>

#include "chamber/asio_scheduler.hpp"
#include "integration/support/redis_lines.hpp"
#include "journal/memory/memory_journal.hpp"
#include "ledger/agreed/agreed.hpp"
#include "ledger/agreed/beginning.hpp"
#include "ledger/agreed/driving.hpp"
#include "ledger/redis/requests.hpp"
#include "ledger/redis/servers.hpp"
#include "simulation/chance.hpp"

namespace rostrum::ledger::redis {
namespace {

using test::address_of;
using test::fit;
using test::Hall;
using test::RedisLine;
using test::RedisProcess;
using test::terms_of;

const SessionId session{"session-1"};

Moment moment() {
  static const auto start = std::chrono::steady_clock::now();
  return {std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start).count()};
}

simulation::Chance& chance() {
  static simulation::Chance made(static_cast<std::uint64_t>(wall_now().value));
  return made;
}
void at_random(std::span<std::uint8_t> bytes) {
  for (std::uint8_t& byte : bytes) byte = static_cast<std::uint8_t>(chance().number());
}

std::vector<Terms> terms_of_all(const std::vector<Address>& servers) {
  std::vector<Terms> terms;
  for (const Address& server : servers) terms.push_back(terms_of(server));
  return terms;
}

/// A running server's, of which nothing comes any more once it has ended, as where the process of its node was killed.
class EndingScheduler final : public Scheduler {
 public:
  EndingScheduler(Hall& hall, Clock& clock) : running_(hall.io(), clock) {}

  void write(std::function<void()> job, std::function<void()> done) override {
    running_.write(std::move(job), unless_ended(std::move(done)));
  }
  void post(std::function<void()> then) override { running_.post(unless_ended(std::move(then))); }
  [[nodiscard]] std::unique_ptr<Alarm> alarm() override { return running_.alarm(); }

 private:
  [[nodiscard]] std::function<void()> unless_ended(std::function<void()> then) const {
    return [alive = std::weak_ptr(alive_), then = std::move(then)] {
      if (!alive.expired()) then();
    };
  }

  chamber::AsioScheduler running_;
  std::shared_ptr<int> alive_ = std::make_shared<int>();
};

/// What has become final, as the first node that was given it has it.
struct Truth {
  /// Of an entry that a node was given as final.
  void learn(const SharedEntry& entry) {
    const auto [known, is_new] = finals.emplace(entry->seq, entry->digest);
    REQUIRE(known->second == entry->digest);
    if (is_new && proposed.contains(entry->digest)) ++of_proposed;
  }
  [[nodiscard]] Seq last() const { return finals.empty() ? Seq{1} : finals.rbegin()->first; }

  std::map<Seq, Digest> finals;
  std::set<Digest> proposed;
  std::size_t of_proposed = 0;
};

/// A node with all that a process has, but a chamber: it proposes when it is told to.
class Node final : public Listener, public Decider, public Servers::End {
 public:
  Node(Hall& hall, NodeName name, SetId of_set, const std::vector<Address>& servers, journal::MemoryJournal& archive,
       Truth& truth)
      : name_(std::move(name)),
        truth_(truth),
        count_(servers.size()),
        last_(entry_of(archive.commits().back())),
        machine_({.session_start = wall_now(), .wall_start = wall_now()}),
        clock_(machine_, moment),
        scheduler_(hall, clock_),
        servers_({.strand = hall.io().get_executor(),
                  .session = session,
                  .servers = terms_of_all(servers),
                  .random = at_random,
                  .moment = moment,
                  .end = *this}),
        agreed_({.node = name_,
                 .set = std::move(of_set),
                 .servers = servers.size(),
                 .carrier = servers_,
                 .archive = archive,
                 .scheduler = scheduler_,
                 .clock = clock_,
                 .salts = test::known_salts,
                 .hmac = test::known_hmac,
                 .random = [] { return chance().number(); }}),
        timer_(hall.io()) {
    agreed_.decided_by(*this);
    agreed_.start(*this);
    tick_later();
  }

  /// Proposes what follows, where it may.
  void propose() {
    if (!writes_ || proposes_) return;
    const auto entry = entry_after(last_, *writes_, name_);
    truth_.proposed.insert(entry->digest);
    proposes_ = true;
    agreed_.propose(entry->seq, entry->stored);
  }

  [[nodiscard]] std::string in_words() const {
    std::string words = name_ + (writes_ ? " writes" : " follows") + ", final up to " + std::to_string(last().value) +
                        ", stands " + (stands_.why.empty() ? "well" : stands_.why);
    for (ServerNumber server = 0; server < count_; ++server)
      words += "; server " + std::to_string(server) + ": " + servers_.standing_of(server).words;
    return words;
  }
  [[nodiscard]] bool writes() const { return writes_.has_value(); }
  [[nodiscard]] Seq last() const { return last_->seq; }
  [[nodiscard]] const ledger::Standing& stands() const { return stands_; }
  [[nodiscard]] const Servers& servers() const { return servers_; }

 private:
  // ---- from the ledger
  void final(const Final& commit) override {
    const auto entry = entry_of(commit.stored);
    REQUIRE(entry != nullptr);
    REQUIRE(entry->digest == commit.digest);
    REQUIRE(entry->previous == last_->digest);
    last_ = entry;
    proposes_ = false;
    truth_.learn(entry);
  }
  void began_writing(Term term) override { writes_ = term; }
  void stopped_writing() override {
    writes_.reset();
    proposes_ = false;
  }
  void standing(const ledger::Standing& now) override { stands_ = now; }
  void decide_for_another(const GrantId&, wire::ClientCommand, bool, TakeAnswer) override {
    FAIL("nobody has a command");
  }

  // ---- from the servers
  void replied(std::uint64_t id, const Reply& reply) override { agreed_.replied(moment(), id, reply); }
  void heard(ServerNumber server, std::string_view message) override { agreed_.heard(moment(), server, message); }
  void listens(ServerNumber server, bool listening) override { agreed_.listens(moment(), server, listening); }
  void changed(ServerNumber) override {}

  void tick_later() {
    timer_.expires_after(std::chrono::milliseconds(tick_every.value));
    timer_.async_wait([this, alive = std::weak_ptr(alive_)](const boost::system::error_code& error) {
      if (error || alive.expired()) return;
      agreed_.tick(moment());
      tick_later();
    });
  }

  NodeName name_;
  Truth& truth_;
  std::size_t count_;  // of servers
  SharedEntry last_;   // that is final
  std::optional<Term> writes_;
  bool proposes_ = false;
  ledger::Standing stands_;
  SessionClock machine_;
  FollowedClock clock_;
  EndingScheduler scheduler_;
  Servers servers_;
  Agreed agreed_;
  boost::asio::steady_timer timer_;
  std::shared_ptr<int> alive_ = std::make_shared<int>();
};

/// Who begins a log on servers.
class Beginner final : public Servers::End {
 public:
  Beginner(Hall& hall, const std::vector<Address>& servers, const Log& log)
      : hall_(hall),
        servers_({.strand = hall.io().get_executor(),
                  .session = session,
                  .servers = terms_of_all(servers),
                  .random = at_random,
                  .moment = moment,
                  .end = *this}),
        outgoing_(servers_, no_set, test::known_hmac),
        beginning_(outgoing_, "random-" + std::to_string(chance().number()), names_of(servers), log) {}

  /// Until it is done or refused.
  [[nodiscard]] const Beginning& begin() {
    hall_.until([this] {
      outgoing_.set(moment());
      beginning_.tick();
      return beginning_.done() || beginning_.refused();
    });
    return beginning_;
  }

 private:
  static std::vector<std::string> names_of(const std::vector<Address>& servers) {
    std::vector<std::string> names;
    for (const Address& server : servers) names.push_back(text_of(server));
    return names;
  }
  void replied(std::uint64_t id, const Reply& reply) override { beginning_.replied(id, reply); }
  void heard(ServerNumber, std::string_view) override {}
  void listens(ServerNumber, bool) override {}
  void changed(ServerNumber) override {}

  Hall& hall_;
  Servers servers_;
  Outgoing outgoing_;
  Beginning beginning_;
};

/// A session that is begun on its servers, with nodes by number.
struct World {
  explicit World(std::size_t count) {
    for (std::size_t number = 0; number < count; ++number) {
      processes.push_back(std::make_unique<RedisProcess>(fit));
      addresses.push_back(address_of(*processes.back()));
    }
    Beginner beginner(hall, addresses, log);
    REQUIRE_FALSE(beginner.begin().refused());
    set = beginner.begin().set();
  }
  World(std::size_t count_of_servers, std::size_t count_of_nodes) : World(count_of_servers) {
    for (std::size_t number = 0; number < count_of_nodes; ++number) start_new();
  }

  /// A node with an archive that has the first commit alone.
  Node& start_new() {
    archives.emplace_back(std::vector{log.front()->stored});
    nodes.emplace_back();
    return start(nodes.size() - 1);
  }
  Node& start(std::size_t number) {
    nodes[number] =
        std::make_unique<Node>(hall, "node " + std::to_string(number + 1), set, addresses, archives[number], truth);
    return *nodes[number];
  }
  /// As a process that is killed.
  void kill(std::size_t number) { nodes[number].reset(); }

  template <class IsSo>
  void until(IsSo is_so) {
    hall.until(is_so, [this] { return in_words(); });
  }
  /// How all nodes stand.
  [[nodiscard]] std::string in_words() const {
    std::string words = "final up to " + std::to_string(truth.last().value);
    for (const auto& node : nodes) words += node ? "\n" + node->in_words() : "\na node that is not up";
    return words;
  }

  template <class IsSo>
  [[nodiscard]] bool all(IsSo is_so) const {
    return std::ranges::all_of(nodes, [&](const auto& node) { return !node || is_so(*node); });
  }
  /// The number of a node that writes.
  std::size_t writer() {
    const auto writes = [](const auto& node) { return node && node->writes(); };
    until([&] { return std::ranges::any_of(nodes, writes); });
    return static_cast<std::size_t>(std::ranges::find_if(nodes, writes) - nodes.begin());
  }
  /// So many more that nodes propose become final, at all nodes.
  void go_on(std::size_t count = 20) {
    const std::size_t then = truth.of_proposed + count;
    until([&] {
      for (const auto& node : nodes)
        if (node && truth.of_proposed < then) node->propose();
      return truth.of_proposed >= then && all([&](const Node& node) { return node.last() == truth.last(); });
    });
  }
  /// All nodes are well, and every server holds what is final and nothing else.
  void rest() {
    until([&] {
      return all([](const Node& node) { return node.stands().is == ledger::Standing::Is::well; }) &&
             std::ranges::all_of(processes, [&](const auto& server) { return holds_all(*server); });
    });
  }
  [[nodiscard]] bool holds_all(const RedisProcess& server) const {
    const auto rows = RedisLine(server).ask({"LRANGE", keys_of(session)[1], "0", "-1"});
    if (rows->type != REDIS_REPLY_ARRAY || rows->elements != truth.last().value) return false;
    for (std::size_t place = 1; place < rows->elements; ++place) {  // the first is of nobody's proposing
      const std::string_view row(rows->element[place]->str, rows->element[place]->len);
      const auto known = truth.finals.find({place + 1});
      if (known == truth.finals.end() || !row.starts_with(as_bytes(known->second))) return false;
    }
    return true;
  }
  /// Of a server, as every node that is up tells it.
  [[nodiscard]] bool stands(ServerNumber server, ServerStanding::Is is) const {
    return all([&](const Node& node) { return node.servers().standing_of(server).is == is; });
  }

  Hall hall;
  Log log = log_of({1});
  std::vector<std::unique_ptr<RedisProcess>> processes;
  std::vector<Address> addresses;
  SetId set;
  Truth truth;
  std::deque<journal::MemoryJournal> archives;
  std::vector<std::unique_ptr<Node>> nodes;
};

}  // namespace

TEST_CASE("A log that is begun on three Redis servers stands on each, and none is begun there once more") {
  World world(3);
  for (const auto& server : world.processes) {
    RedisLine line(*server);
    CHECK(line.ask({"LLEN", keys_of(session)[1]})->integer == 1);
    CHECK(line.says({"HGET", keys_of(session)[0], "set"}) == world.set);
  }
  Beginner another(world.hall, world.addresses, world.log);
  CHECK(
      another.begin().refused().value_or("it is not").ends_with(" holds a log already: it is of the set " + world.set));
}

TEST_CASE("What one of two nodes proposes over three Redis servers is final at both, and at a third that comes later") {
  World world(3, 2);
  world.go_on();
  world.start_new();
  world.go_on();
  world.rest();
  CHECK(world.all([](const Node& node) { return node.last() > Seq{40}; }));
}

TEST_CASE("Nodes go on when one of three Redis servers is killed, and bring it to the log when it is back") {
  World world(3, 2);
  world.go_on();
  world.processes[0]->kill_hard();
  world.go_on();
  world.until([&] { return world.stands(0, ServerStanding::Is::away); });
  world.go_on();
  world.processes[0]->start();
  world.rest();
  world.go_on();
  world.rest();
}

TEST_CASE("When the node that writes is killed another goes on, and who was killed follows when it is back") {
  World world(3, 2);
  world.go_on();
  const std::size_t killed = world.writer();
  world.kill(killed);
  world.go_on();
  CHECK(world.writer() != killed);
  world.start(killed);
  world.go_on();
  world.rest();
}

TEST_CASE("Nodes go on when one of three Redis servers stands still, and bring it to the log when it goes on") {
  World world(3, 2);
  world.go_on();
  world.processes[1]->freeze();
  world.go_on();
  world.until([&] { return world.stands(1, ServerStanding::Is::away); });
  world.go_on();
  world.processes[1]->thaw();
  world.rest();
}

TEST_CASE("One of three Redis servers that has lost everything is admitted again, and given the log") {
  World world(3, 2);
  world.go_on();
  RedisLine line(*world.processes[2]);
  const std::string life = line.says({"HGET", keys_of(session)[0], "life"});
  REQUIRE(line.says({"FLUSHALL"}) == "OK");
  world.go_on();
  world.rest();
  CHECK(line.says({"HGET", keys_of(session)[0], "life"}) != life);
  world.processes[0]->kill_hard();  // it counts again
  world.go_on();
}

TEST_CASE("While two of three Redis servers are away nothing is final, which every node says, and then it goes on") {
  World world(3, 2);
  world.go_on();
  world.processes[0]->kill_hard();
  world.processes[1]->kill_hard();
  const auto says_why = [](const Node& node) {
    return node.stands().is == ledger::Standing::Is::out_of_touch && !node.stands().why.empty();
  };
  world.until([&] { return world.all(says_why) && world.stands(0, ServerStanding::Is::away); });
  const std::size_t before = world.truth.of_proposed;
  world.processes[0]->start();
  world.processes[1]->start();
  world.rest();
  world.go_on();
  world.rest();
  CHECK(world.truth.of_proposed >= before + 20);
}

TEST_CASE("Nodes go on when Redis servers have forgotten the scripts") {
  World world(3, 2);
  for (int round = 0; round < 5; ++round) {
    world.go_on(10);
    for (const auto& server : world.processes) REQUIRE(RedisLine(*server).says({"SCRIPT", "FLUSH"}) == "OK");
  }
  world.go_on();
  world.rest();
}

TEST_CASE("Nodes over one Redis server go on when it was killed and when the one that writes was") {
  World world(1, 2);
  world.go_on();
  world.processes[0]->kill_hard();
  const auto is_out_of_touch = [](const Node& node) { return node.stands().is == ledger::Standing::Is::out_of_touch; };
  world.until([&] { return world.all(is_out_of_touch); });
  world.processes[0]->start();
  world.go_on();
  const std::size_t killed = world.writer();
  world.kill(killed);
  world.go_on();
  world.start(killed);
  world.go_on();
  world.rest();
}

TEST_CASE("Nodes go on when one of three Redis servers has no room, and say which and what cures it until it has") {
  World world(3, 2);
  world.go_on();
  RedisLine line(*world.processes[1]);
  REQUIRE(line.says({"CONFIG", "SET", "maxmemory", "1"}) == "OK");
  world.go_on();
  const Node& writer = *world.nodes[world.writer()];
  const auto& standing = writer.servers().standing_of(1);
  world.until([&] { return standing.is == ServerStanding::Is::faulty; });
  CHECK(standing.words.starts_with("no_room (OOM "));
  CHECK(standing.words.ends_with(cure_of(FaultKind::no_room)));
  world.go_on();
  REQUIRE(line.says({"CONFIG", "SET", "maxmemory", "0"}) == "OK");
  world.rest();
  world.until([&] { return world.stands(1, ServerStanding::Is::ready); });
}

}  // namespace rostrum::ledger::redis
