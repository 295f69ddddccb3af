// The whole of it, as one or two nodes over their servers: what the simulation plays with many and by chance.
#include "ledger/agreed/agreed.hpp"

#include <algorithm>
#include <memory>
#include <optional>

#include "journal/memory/memory_journal.hpp"
#include "ledger/agreed/driving.hpp"
#include "simulation/chance.hpp"
#include "support/stepped_scheduler.hpp"

namespace rostrum::ledger {
namespace {

/// Keeps what it is told, in words.
struct Told final : Listener, Decider {
  void final(const Final& commit) override { finals.push_back(commit.seq); }
  void began_writing(Term term) override {
    writes = term;
    words.push_back("began");
  }
  void stopped_writing() override {
    writes.reset();
    words.emplace_back("stopped");
  }
  void standing(const Standing& now) override { stands = now; }
  void decide_for_another(const GrantId&, wire::ClientCommand, bool, TakeAnswer) override {}

  std::vector<Seq> finals;
  std::optional<Term> writes;
  Standing stands;
  std::vector<std::string> words;
};

using Seqs = std::vector<Seq>;
using Words = std::vector<std::string>;

/// A node that listens to all servers, each of which holds the session's first commit.
struct Node {
  Node(NodeName of_node, Servers& over, const Log& here, SetId of_set, std::uint64_t seed)
      : name(std::move(of_node)),
        set_of_node(std::move(of_set)),
        way(over),
        archive(stored(here)),
        random(seed),
        agreed({.node = name,
                .set = set_of_node,
                .servers = over.count(),
                .carrier = way,
                .archive = archive,
                .scheduler = scheduler,
                .clock = clock,
                .salts = test::known_salts,
                .hmac = [this](auto message) { return other_secret ? sha256(message) : test::known_hmac(message); },
                .random = [this] { return random.number(); }}) {
    agreed.decided_by(told);
    agreed.start(told);
    listen(true);
  }

  static std::vector<wire::StoredCommit> stored(const Log& log) {
    std::vector<wire::StoredCommit> commits;
    for (const SharedEntry& entry : log) commits.push_back(entry->stored);
    return commits;
  }
  void listen(bool to_all) {
    for (ServerNumber server = 0; server < way.reaches.size(); ++server) agreed.listens(now, server, to_all);
  }
  void tick(Moment at) {
    machine.advance(at - now);
    now = at;
    counted([&] { agreed.tick(now); });
    settle();
  }
  template <class Act>
  void counted(const Act& act) {
    const std::size_t before = told.finals.size();
    act();
    given_at_once = std::max(given_at_once, told.finals.size() - before);
  }
  void settle() {
    way.settle([this](std::uint64_t id, const Reply& reply) {
      if (reads_nothing && std::holds_alternative<reply::Page>(reply.is)) return;
      if (slowly(reply)) return;
      counted([&] { agreed.replied(now, id, reply); });
    });
    if (disk_works) scheduler.settle();
  }
  void hear(ServerNumber server, const Sealed& message) {
    counted([&] { agreed.heard(now, server, misses_commits ? without_commit(message) : message); });
    settle();
  }
  static Sealed without_commit(const Sealed& message) {
    wire::NodeMessage told_there = opened(message);
    if (auto* bell = std::get_if<Bell>(&told_there)) bell->commit = nullptr;
    return sealed(told_there);
  }
  /// Whether this answer is lost, so that what it answers is asked again: of pages and appended entries one comes each
  /// `moves_each`.
  bool slowly(const Reply& reply) {
    const bool moves = std::holds_alternative<reply::Page>(reply.is) || std::holds_alternative<reply::Stands>(reply.is);
    if (!moves || !moves_each) return false;
    if (now - moved < *moves_each) return true;
    moved = now;
    return false;
  }
  /// Of those that it reached, since this was asked last.
  std::vector<std::pair<ServerNumber, Sealed>> told_others() { return std::exchange(way.told, {}); }

  NodeName name;
  SetId set_of_node;
  Way way;
  Moment now;
  journal::MemoryJournal archive;
  bool other_secret = false;
  bool disk_works = true;
  bool misses_commits = false;  // that bells bring along
  bool reads_nothing = false;
  std::size_t given_at_once = 0;  // by one answer, bell or tick
  std::optional<Millis> moves_each;
  Moment moved;
  test::SteppedScheduler scheduler;
  SetClock machine{{1'000'000}};
  FollowedClock clock{machine, [this] { return now; }};
  simulation::Chance random;
  Told told;
  Agreed agreed;
};

struct Session {
  explicit Session(std::size_t count_of_servers = 3, Log begun = log_of({1}))
      : log(std::move(begun)),
        servers(std::vector<Log>(count_of_servers, log)) {}

  Node& node(const NodeName& name, const SetId& of_set = set) { return node(name, Log{log.front()}, of_set); }
  Node& node(const NodeName& name, const Log& here, const SetId& of_set = set) {
    return *nodes.emplace_back(std::make_unique<Node>(name, servers, here, of_set, nodes.size() + 1));
  }
  /// Time passes for all who do not stand still.
  void run(Millis span) {
    for (const Moment until = now + span; now < until;) {
      now += tick_every;
      for (const auto& node : nodes)
        if (node.get() != stands_still) node->tick(now);
      for (const auto& from : nodes)
        for (const auto& [server, message] : from->told_others())
          for (const auto& to : nodes) {
            if (to.get() == stands_still || !to->way.reaches.contains(server)) continue;
            to->hear(server, message);
          }
    }
  }
  /// What follows the last commit that is in any archive, by `node`.
  void propose(Node& node) {
    const auto length = [](const auto& each) { return each->archive.tail().seq; };
    const auto& furthest = *std::ranges::max_element(nodes, {}, length);
    const auto entry = entry_after(entry_of(furthest->archive.commits().back()), node.told.writes.value(), node.name);
    node.agreed.propose(entry->seq, entry->stored);
    node.settle();
  }

  Log log;
  Servers servers;
  std::vector<std::unique_ptr<Node>> nodes;
  Moment now;
  const Node* stands_still = nullptr;
};

/// Of a session of two, the node that writes, and the other.
struct Two {
  Two() {
    Node& one = session.node("one");
    Node& other = session.node("other");
    session.run(seconds(6));
    REQUIRE(one.told.writes.has_value() != other.told.writes.has_value());
    writer = one.told.writes ? &one : &other;
    follower = one.told.writes ? &other : &one;
  }

  Session session;
  Node* writer;
  Node* follower;
};

}  // namespace

TEST_CASE("A node that hears no writer takes the right to write, and begins its term in the log") {
  Session session;
  Node& node = session.node("node");
  CHECK(node.told.stands.is == Standing::Is::out_of_touch);  // it knows nothing yet
  session.run(seconds(4));
  CHECK(node.told.writes == Term{2});
  CHECK(node.told.finals == Seqs{{2}});
  CHECK(node.told.stands.is == Standing::Is::well);
  CHECK(node.archive.tail().seq == Seq{2});
}

TEST_CASE("A node that has just started is not in touch by the bell of a writer that has not begun its term") {
  Session session;
  Node& node = session.node("node");
  node.hear(0, sealed(Bell{.term = {2}, .writer = "another", .seq = {1}, .now = {}}));
  session.run(Millis{100});
  CHECK(node.told.finals.empty());
  CHECK(node.told.stands.is == Standing::Is::out_of_touch);
  node.hear(0, sealed(Bell{.term = {1}, .writer = "one of before", .seq = {1}, .now = {}}));
  session.run(Millis{100});
  CHECK(node.told.stands.is == Standing::Is::out_of_touch);  // that one writes no more
}

TEST_CASE("A node whose list of servers is of another set never writes, and says which sets there are") {
  Session session;
  Node& node = session.node("node", "set-2");
  session.run(seconds(20));
  CHECK_FALSE(node.told.writes);
  CHECK(node.told.finals.empty());
  CHECK(node.told.stands.is == Standing::Is::out_of_touch);
  CHECK(node.told.stands.why == "a server is of the set set-1, and this node is of the set set-2");
}

TEST_CASE("Of two nodes one writes and the other follows, and both stand well") {
  Two given;
  given.session.propose(*given.writer);
  given.session.run(seconds(1));
  CHECK(given.writer->told.finals == given.follower->told.finals);
  CHECK(given.follower->told.finals.size() == 2);
  CHECK(given.follower->told.stands.is == Standing::Is::well);
  given.session.run(minutes(5));
  CHECK(given.follower->told.words.empty());
  CHECK(given.writer->told.words == Words{"began"});
}

TEST_CASE("A writer that ends in order has what it proposed become final, and the other goes on at once") {
  Two given;
  given.session.propose(*given.writer);
  given.writer->agreed.hand_over();
  given.session.run(Millis{300});  // less than anybody waits who hears nothing
  CHECK(given.writer->told.words == Words{"began", "stopped"});
  CHECK(given.follower->told.writes);
  CHECK(given.follower->told.finals.size() == 3);  // two beginnings, and what was proposed
  given.session.run(seconds(20));
  CHECK(given.follower->told.words == Words{"began"});
  CHECK_FALSE(given.writer->told.writes);
}

TEST_CASE("A node that ends in order does not stand for the right to write any more") {
  Two given;
  given.follower->agreed.hand_over();
  given.writer->way.reaches.clear();
  given.session.run(seconds(20));
  CHECK(given.follower->told.words.empty());
}

TEST_CASE("A writer that hears of a higher term stops, and whoever asked whether it writes still is told no before") {
  Two given;
  std::optional<bool> still;
  given.writer->way.reaches.clear();
  given.writer->agreed.still_writing([&](bool writes) {
    still = writes;
    CHECK(given.writer->told.writes);
  });
  given.session.run(seconds(1));
  CHECK_FALSE(still);
  const Term higher = given.writer->told.writes->next();
  given.writer->hear(0, sealed(Bell{.term = higher, .writer = "another", .now = {}}));
  CHECK(still == false);
  CHECK(given.writer->told.words == Words{"began", "stopped"});
}

TEST_CASE("A writer that has had no word from most servers for 3 s writes no more") {
  Two given;
  given.session.stands_still = given.follower;
  given.writer->way.reaches = {0};
  given.session.run(gives_up_after - bell_every - tick_every);
  CHECK(given.writer->told.writes);
  given.session.run(bell_every + tick_every + tick_every);
  CHECK(given.writer->told.words == Words{"began", "stopped"});
  CHECK(given.writer->told.stands.is == Standing::Is::held);
  given.session.run(touch_most);
  CHECK(given.writer->told.stands.is == Standing::Is::out_of_touch);
}

TEST_CASE("Within a second without word from most servers nothing becomes final, says the writer and who hears it") {
  Two given;
  given.writer->way.reaches = {0};
  given.session.run(seconds(1));
  for (const auto* node : {given.writer, given.follower}) {
    CHECK(node->told.stands.is == Standing::Is::held);
    CHECK(node->told.stands.why.find("most servers do not answer") != std::string::npos);
  }
  const Instant since = given.writer->told.stands.since;
  given.session.stands_still = given.follower;
  given.session.run(seconds(4));
  CHECK(given.writer->told.stands.is == Standing::Is::out_of_touch);
  CHECK(given.writer->told.stands.since == since);
}

TEST_CASE("A node that stood still says that it is out of touch as soon as it looks, before anything has come in") {
  Two given;
  const Moment later = given.session.now + seconds(5);
  CHECK(given.follower->told.stands.is == Standing::Is::well);
  given.follower->agreed.look(later);
  CHECK(given.follower->told.stands.is == Standing::Is::out_of_touch);
}

TEST_CASE("A writer that does not hear most servers for 3 s writes no more, though they answer it") {
  Two given;
  given.writer->listen(false);
  given.session.run(gives_up_after - tick_every);
  CHECK(given.writer->told.writes);
  given.session.run(tick_every + tick_every);
  CHECK(given.writer->told.words == Words{"began", "stopped"});
  given.writer->agreed.take_over(given.session.now);
  given.session.run(seconds(5));
  CHECK(given.writer->told.words.size() == 2);
  CHECK(given.follower->told.writes);
}

TEST_CASE("A follower that is always one commit behind is well, and one that gets none is not") {
  Two given;
  given.follower->misses_commits = true;
  const auto write_for = [&](int seconds_most) {
    for (int tenth = 0; tenth < 10 * seconds_most; ++tenth) {
      given.session.propose(*given.writer);
      given.session.run(Millis{100});
    }
  };
  for (int second = 0; second < 10; ++second) {
    write_for(1);
    CHECK(given.follower->told.stands.is == Standing::Is::well);
  }
  // Bells are heard, and what they tell of cannot be read.
  given.follower->reads_nothing = true;
  write_for(4);
  CHECK(given.follower->told.stands.is == Standing::Is::out_of_touch);
}

TEST_CASE("A node with another log never writes and says so, and does not keep the others from it") {
  Session session(3, log_of({1, 1}));
  Node& other = session.node("other", log_of({1}, "other words"));
  session.run(seconds(10));
  CHECK(other.told.words.empty());
  CHECK(other.told.finals.empty());
  CHECK(other.told.stands.is == Standing::Is::out_of_touch);
  CHECK(other.told.stands.why == "the log of the servers does not go on from commit 1 as it is here");
  Node& right = session.node("right");
  right.now = session.now;
  session.run(seconds(5));
  CHECK(right.told.writes);
}

TEST_CASE(
    "A node that inherits a long gap, or has to bring a server on that lies far behind, keeps the right meanwhile") {
  const Log log = log_of(std::vector<std::uint64_t>(8, 1), std::string(page_bytes_max * 2 / 3, 'w'));
  SECTION("the gap") {
    Session session(3, log);
    Node& node = session.node("node");
    node.moves_each = seconds(1);
    session.run(seconds(25));
    CHECK(node.told.finals.size() == log.size());
    CHECK(node.agreed.take_overs() == 1);
  }
  SECTION("the server") {
    Session session(3, log);
    session.servers.at[1].wipe();
    session.servers.at[1].begin(set, {log.front()});
    Node& node = session.node("node", log);
    node.way.reaches = {0, 1};
    node.moves_each = seconds(1);
    session.run(seconds(25));
    CHECK(node.told.writes);
    CHECK(node.agreed.take_overs() == 1);
    CHECK(session.servers.at[1].length() == log.size() + 1);
  }
}

TEST_CASE("A node that can bring nothing to most servers any more lets others try") {
  Two given;
  given.writer->moves_each = minutes(10);
  given.writer->moved = given.session.now;
  given.session.propose(*given.writer);
  given.session.run(gives_up_after + tick_every);
  CHECK(given.writer->told.words == Words{"began", "stopped"});
}

TEST_CASE("A single server's node with a slow disk begins once it can, and does not begin anew meanwhile") {
  Session session(1);
  Node& node = session.node("node");
  node.disk_works = false;
  session.run(seconds(10));
  CHECK(node.told.words.empty());
  CHECK(node.agreed.take_overs() == 1);
  node.disk_works = true;
  session.run(tick_every);
  CHECK(node.told.words == Words{"began"});
  CHECK(node.told.finals == Seqs{{2}});
}

TEST_CASE(
    "A node that has the right to write and cannot read what it inherits lets others try, and tries again later") {
  const std::size_t pages = GENERATE(1u, 2u);  // of which the last cannot be read
  Log log = log_of(std::vector<std::uint64_t>(pages + 1, 1), std::string(pages * page_bytes_max * 2 / 3, 'w'));
  Entry damaged = *log.back();
  damaged.stored.beside = "no piece";
  log.back() = std::make_shared<const Entry>(damaged);
  Session session(3, log);
  Node& node = session.node("node");
  session.run(seconds(30));
  CHECK(node.told.words.empty());
  CHECK(node.told.finals.empty());
  CHECK(node.agreed.take_overs() >= 2);
  CHECK(node.agreed.take_overs() <= 4);  // it waits longer than another would
  CHECK(node.told.stands.is == Standing::Is::out_of_touch);
}

TEST_CASE("A node that lies far behind is given what is missing in parts, and all of it") {
  Session session(3, log_of(std::vector<std::uint64_t>(3 * given_at_once_max, 1)));
  Node& node = session.node("node");
  session.run(seconds(6));
  CHECK(node.told.writes);
  CHECK(node.told.finals.size() == session.log.size());
  CHECK(node.given_at_once == given_at_once_max);
  CHECK(node.archive.tail().seq == Seq{session.log.size() + 1});
}

TEST_CASE(
    "A node that stood still takes the silence for its own, and listens before it stands for the right to write") {
  Two given;
  const Term before = *given.writer->told.writes;
  given.session.stands_still = given.follower;
  given.session.run(seconds(10));
  given.session.stands_still = nullptr;
  given.session.run(seconds(5));
  CHECK(given.follower->told.words.empty());
  CHECK(given.writer->told.writes == before);
  CHECK(given.follower->told.finals == given.writer->told.finals);
}

TEST_CASE("A node that cannot hear most servers does not stand for the right to write, however silent it is") {
  Two given;
  for (const ServerNumber server : {0u, 1u}) given.follower->agreed.listens(given.session.now, server, false);
  given.writer->way.reaches.clear();
  given.session.run(seconds(20));
  CHECK(given.follower->told.words.empty());
}

TEST_CASE("A node with another secret is believed by nobody, believes nobody, and says so") {
  Two given;
  Node& other = given.session.node("other secret");
  other.now = given.session.now;
  other.other_secret = true;
  given.session.propose(*given.writer);
  given.session.run(seconds(20));
  CHECK(other.agreed.take_overs() == 0);  // it would depose the writer again and again
  CHECK(other.told.finals.empty());
  CHECK(other.told.stands.is == Standing::Is::out_of_touch);
  CHECK(other.told.stands.why ==
        "what is told by way of the servers is not sealed with the secret of this node, or is of another version");
  CHECK(given.follower->told.finals == given.writer->told.finals);
  CHECK(given.writer->told.words == Words{"began"});
}

TEST_CASE("A node that has heard the others does not stand the less for what strangers tell") {
  Two given;
  given.writer->way.reaches.clear();
  for (int second = 0; second < 8; ++second) {
    for (ServerNumber server = 0; server < 3; ++server) given.follower->hear(server, "what is no message");
    given.session.run(seconds(1));
  }
  CHECK(given.follower->told.writes);
}

TEST_CASE(
    "A writer whose journal lies behind gives up the right also where nobody acts, and does not stand meanwhile") {
  Two given;
  given.session.propose(*given.writer);
  given.writer->disk_works = false;
  given.session.propose(*given.writer);
  given.session.run(seconds(10));
  CHECK(given.writer->told.words == Words{"began", "stopped"});
  CHECK(given.follower->told.words == Words{"began"});
  given.follower->way.reaches.clear();
  given.session.run(seconds(20));
  CHECK(given.writer->told.words == Words{"began", "stopped"});
  CHECK(given.writer->told.stands.why == "its journal is written too slowly");
  given.writer->disk_works = true;
  given.session.run(seconds(10));
  CHECK(given.writer->told.words == Words{"began", "stopped", "began"});
}

TEST_CASE("A writer whose journal lies a second behind makes nothing more final, all say so, and another goes on") {
  Two given;
  given.writer->disk_works = false;
  given.session.propose(*given.writer);
  given.session.run(Millis{500});
  CHECK(given.writer->told.finals.size() == 2);  // it is not waited for
  CHECK(given.follower->told.finals.size() == 2);
  CHECK(given.writer->told.stands.is == Standing::Is::well);
  given.session.run(Millis{1'400});
  CHECK(given.writer->told.stands.is == Standing::Is::held);
  CHECK(given.writer->told.stands.why == "its journal is written too slowly");
  CHECK(given.follower->told.stands.is == Standing::Is::held);
  CHECK(given.follower->told.stands.why == "the node that writes: its journal is written too slowly");
  SECTION("unless it catches up before") {
    given.writer->disk_works = true;
    given.session.propose(*given.writer);
    given.session.run(Millis{500});
    for (const Node* node : {given.writer, given.follower}) {
      CHECK(node->told.stands.is == Standing::Is::well);
      CHECK(node->told.finals.size() == 3);
    }
    CHECK(given.writer->told.words == Words{"began"});
  }
  SECTION("and what it has proposed is not lost") {
    given.session.propose(*given.writer);
    given.session.run(seconds(10));
    CHECK(given.writer->told.finals.size() == 2);
    CHECK(given.writer->told.words == Words{"began", "stopped"});
    CHECK(given.follower->told.words == Words{"began"});
    CHECK(given.follower->told.finals.size() == 4);  // that, and that it has begun
  }
}

TEST_CASE("Where one server holds the log, a commit is told once a copy of it is on this node's disk") {
  Session session(1);
  Node& node = session.node("node");
  session.run(seconds(4));
  REQUIRE(node.told.writes);
  node.disk_works = false;
  session.propose(node);
  session.run(seconds(1));
  CHECK(node.told.finals == Seqs{{2}});
  SECTION("when that is soon, it goes on writing") {
    node.disk_works = true;
    session.run(tick_every);
    CHECK(node.told.finals == Seqs{{2}, {3}});
    CHECK(node.told.words == Words{"began"});
  }
  SECTION("when that is late, it writes no more until then, so that nobody waits for it") {
    session.run(seconds(3));
    CHECK(node.told.words == Words{"began", "stopped"});
    session.run(seconds(10));
    CHECK(node.told.finals == Seqs{{2}});
    CHECK(node.told.words == Words{"began", "stopped"});
    node.disk_works = true;
    session.run(seconds(5));
    CHECK(node.told.finals == Seqs{{2}, {3}, {4}});
    CHECK(node.told.words == Words{"began", "stopped", "began"});
  }
}

}  // namespace rostrum::ledger
