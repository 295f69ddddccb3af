// The short form of tools/faults, and that its checker finds what it is for.

#include <sys/wait.h>

#include <future>
#include <optional>

#include <catch2/catch.hpp>

#include "faults/chain.hpp"
#include "faults/checker.hpp"
#include "faults/nodes_round.hpp"
#include "faults/proxy.hpp"
#include "faults/redis_server.hpp"
#include "faults/resp.hpp"
#include "faults/round.hpp"
#include "faults/server.hpp"
#include "faults/waits.hpp"
#include "integration/support/server_process.hpp"
#include "journal/sqlite/sqlite_journal.hpp"
#include "ledger/redis/scripts.hpp"
#include "programme/read_programme.hpp"
#include "robots/rehearsal.hpp"
#include "support/content.hpp"
#include "support/secrets.hpp"
#include "wire/stored.hpp"

using namespace rostrum;
using namespace rostrum::faults;
using rostrum::test::Folder;

namespace {

struct Ran {
  int status = -1;
  std::string said;
};

/// The program behind tools/faults, with its data in the folder "kept".
Ran run_faults(const Folder& folder, const std::string& options) {
  const auto out = folder.path() / "out";
  const std::string command =
      ROSTRUM_FAULTS + options + " --keep " + (folder.path() / "kept").string() + " >" + out.string() + " 2>&1";
  const int status = std::system(command.c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, test::content_of(out)};
}

v1::Ack ack(const std::string& id, std::uint64_t seq, std::uint32_t index) {
  v1::Ack made;
  made.set_command_id(id);
  made.set_seq(seq);
  made.set_index(index);
  return made;
}

v1::Rejection rejection(const std::string& id, const std::string& code) {
  v1::Rejection made;
  made.set_command_id(id);
  made.set_code(code);
  return made;
}

v1::Entity panel(const std::string& id, std::uint32_t speeches) {
  v1::Entity entity;
  entity.set_key("panel/" + id);
  entity.mutable_panel()->set_id(id);
  entity.mutable_panel()->set_speeches(speeches);
  return entity;
}

/// A journal with the programme and, after it, an act of the chair for each of these ids, each in a commit of its own.
void write_journal(const std::filesystem::path& data, const std::vector<std::string>& ids) {
  auto journal = journal::open_sqlite_journal(data / "journal.sqlite", journal::Access::write);
  REQUIRE(journal);
  const auto programme = programme::read_programme(ROSTRUM_SOURCE_DIR "/deploy/programmes/council-2005.yaml");
  REQUIRE(programme);
  const auto append = [&](const std::string& id, const std::string& seat, council::Event event) {
    const auto tail = (*journal)->tail();
    const wire::Commit commit{.session = programme->session.id,
                              .epoch = std::string(wire::epoch_bytes, 'e'),
                              .seq = tail.seq.next(),
                              .previous = tail.digest,
                              .acts = {{.grant = council::system_grant,
                                        .command_id = id,
                                        .actor = {seat},
                                        .act = "open_list",
                                        .at = {1'133'272'800'000},
                                        .events = {std::move(event)}}}};
    REQUIRE((*journal)->append(commit.seq, wire::encode(commit, test::known_salts)));
  };
  append("create-session", "system", council::SessionCreated{*programme});
  for (const std::string& id : ids) append(id, "chair", council::ListOpened{.panel = {"high-level"}});
}

Chain chain(const std::string& of, const std::vector<std::string>& commits) {
  Chain made{.of = of, .links = {}};
  for (const std::string& commit : commits) made.links.push_back(link_of(commit));
  return made;
}

v1::Position position(const std::string& epoch, std::uint64_t seq) {
  v1::Position made;
  made.set_epoch(epoch);
  made.set_seq(seq);
  return made;
}

template <class IsSo>
void until(IsSo is_so) {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
  while (!is_so())
    if (std::chrono::steady_clock::now() > end) FAIL("it does not become so");
}

/// A server that runs, and two nodes' doors to it.
struct BehindProxy {
  BehindProxy() {
    for (const char* each : {"data", "a", "b"}) std::filesystem::create_directories(folder.path() / each);
    proxy.emplace(std::vector{folder.path() / "a", folder.path() / "b"}, std::vector{folder.path() / "socket"});
    REQUIRE(server.start());
    until([this] { return server.ready(); });
  }

  Folder folder;
  RedisServer server{folder.path() / "data", folder.path() / "socket"};
  std::optional<Proxy> proxy;
  RedisServer by_a{folder.path() / "data", folder.path() / "a" / door_of(0)};
  RedisServer by_b{folder.path() / "data", folder.path() / "b" / door_of(0)};
};

/// What a node asks a server by that has to take a commit: which does not know the script, and says so.
std::vector<std::string> append(std::uint64_t seq) {
  return {"EVALSHA",
          std::string(ledger::redis::script::append.sha1),
          "3",
          "ballot",
          "log",
          "beside",
          "life",
          "set",
          "term",
          "writer",
          std::to_string(seq)};
}

}  // namespace

TEST_CASE("faults: no acknowledged act is lost, none is there twice, and all see the same, one round of each kind") {
  const Folder folder;
  const Ran ran = run_faults(folder, " --rounds " + std::to_string(kinds) + " --seed 7");
  INFO(ran.said);
  CHECK(ran.status == 0);
  CHECK(ran.said.ends_with('\n' + std::to_string(kinds) + " rounds, 0 failed\n"));
  for (int kind = 0; kind < kinds; ++kind)
    CHECK(ran.said.find(": " + std::string(name(static_cast<Kind>(kind))) + ": ") != std::string::npos);
}

TEST_CASE("faults: a server that comes back without what it had acknowledged fails its round, which keeps its data") {
  const Folder folder;
  folder.write("forgetful", R"(#!/bin/sh
data=$4
[ ! -e "$data/../started" ] || rm -f "$data"/journal.sqlite*
touch "$data/../started"
exec ")" ROSTRUM_SERVER R"(" "$@"
)");
  const auto forgetful = folder.path() / "forgetful";
  std::filesystem::permissions(forgetful, std::filesystem::perms::owner_all);
  const Ran ran = run_faults(folder, " --rounds 1 --seed 7 --server " + forgetful.string());
  INFO(ran.said);
  CHECK(ran.status == 1);
  CHECK(ran.said.find("and is not in the log") != std::string::npos);
  CHECK(ran.said.find("again: tools/faults --rounds 1 --seed 7\n") != std::string::npos);
  CHECK(ran.said.ends_with("\n1 rounds, 1 failed\n"));
  CHECK(std::filesystem::exists(folder.path() / "kept/seed-7/data/journal.sqlite"));
}

TEST_CASE("faults: a server that ends by itself is not taken for one that was killed") {
  const Folder folder;
  for (const auto& [name, does] :
       {std::pair("ends", "exit 1"), std::pair("crashes", "kill -ABRT $$"), std::pair("stays", "exec sleep 600")}) {
    folder.write(name, std::string("#!/bin/sh\n") + does + '\n');
    const auto binary = folder.path() / name;
    std::filesystem::permissions(binary, std::filesystem::perms::owner_all);
    const bool stays = name == std::string("stays");
    Server server({.binary = binary,
                   .programme = {},
                   .data = folder.path(),
                   .around = folder.path(),
                   .clock = "now",
                   .limits = {}});
    REQUIRE(server.start());
    siginfo_t ended{};
    if (!stays) REQUIRE(::waitid(P_ALL, 0, &ended, WEXITED | WNOWAIT) == 0);
    INFO(name);
    CHECK(server.kill_hard() == stays);
    CHECK_FALSE(server.kill_hard());
  }
}

TEST_CASE("faults: the checker finds an act that is lost, one that stands elsewhere, and one that had been refused") {
  const Log log{{{"chair", "f-1"}, {4, 0}}, {{"KE", "f-1"}, {4, 1}}, {{"KE", "f-2"}, {5, 0}}};
  robots::Notes sound, lost, elsewhere, refused;
  sound.sent("chair", "f-1");
  sound.sent("KE", "f-1");
  sound.sent("KE", "f-3");
  sound.acknowledged("chair", ack("f-1", 4, 0));
  sound.acknowledged("KE", ack("f-1", 4, 1));
  sound.rejected("KE", rejection("f-3", "already_listed"), {});
  CHECK(untrue(sound, log).empty());

  lost.sent("CL", "f-9");
  lost.acknowledged("CL", ack("f-9", 4, 0));
  elsewhere.sent("KE", "f-1");
  elsewhere.acknowledged("KE", ack("f-1", 4, 1));
  elsewhere.acknowledged("KE", ack("f-1", 4, 0));
  refused.sent("KE", "f-2");
  refused.rejected("KE", rejection("f-2", "already_listed"), {.copies = 2});
  CHECK(untrue(lost, log) == std::vector<std::string>{"f-9 of CL was acknowledged as (4, 0) and is not in the log"});
  CHECK(untrue(elsewhere, log) ==
        std::vector<std::string>{"f-1 of KE was acknowledged as (4, 0) and stands in the log as (4, 1)"});
  CHECK(untrue(refused, log) ==
        std::vector<std::string>{"f-2 of KE was refused as already_listed and stands in the log"});
}

TEST_CASE("faults: an answer about what was never sent is found, whatever it says") {
  robots::Notes notes;
  notes.sent("chair", "f-1");
  notes.acknowledged("KE", ack("f-1", 4, 0));
  notes.rejected("KE", rejection("f-2", "held"), {});
  CHECK(untrue(notes, {{{"KE", "f-1"}, {4, 0}}}) ==
        std::vector<std::string>{"f-1 of KE was acknowledged as (4, 0) and was never sent",
                                 "f-2 of KE was refused as held and was never sent"});
}

TEST_CASE("faults: an act that is not confirmed may stand in the log, and need not") {
  for (const int copies : {1, 2}) {
    robots::Notes notes;
    notes.sent("KE", "f-1");
    notes.rejected("KE", rejection("f-1", "unconfirmed"), {.copies = copies});
    CHECK(untrue(notes, {{{"KE", "f-1"}, {4, 0}}}).empty());
    CHECK(untrue(notes, {}).empty());
  }
}

TEST_CASE("faults: a refusal of a later copy leaves the act open only as far as the server may have forgotten it") {
  const Log log{{{"KE", "f-1"}, {4, 0}}};
  const auto is_found = [&](const std::string& code, const robots::Sendings& sendings) {
    robots::Notes notes;
    notes.sent("KE", "f-1");
    notes.rejected("KE", rejection("f-1", code), sendings);
    return !untrue(notes, log).empty();
  };
  for (const auto* code : {"held", "too_fast"}) {
    CHECK(is_found(code, {.copies = 1}));
    CHECK_FALSE(is_found(code, {.copies = 2}));
  }
  CHECK(is_found("expired", {.copies = 1, .since_first = minutes(30)}));
  CHECK(is_found("expired", {.copies = 2, .since_first = minutes(19)}));
  CHECK_FALSE(is_found("expired", {.copies = 2, .since_first = minutes(20)}));
  CHECK(is_found("changed_meanwhile", {.copies = 2, .since_first = minutes(30)}));
}

TEST_CASE("faults: a client that could not follow, or was turned away, is found, and one that was cut off is not") {
  using client::Failure;
  const auto refused = [](const std::string& code) {
    Failure failed{.kind = Failure::Kind::refused, .why = code};
    failed.refusal.set_code(code);
    return failed;
  };
  CHECK(wrong_end({.kind = Failure::Kind::unreachable, .why = "Connection refused"}).empty());
  CHECK(wrong_end({.kind = Failure::Kind::timed_out, .why = "no answer came in time"}).empty());
  CHECK(wrong_end({.kind = Failure::Kind::closed, .why = "Connection reset by peer"}).empty());
  CHECK(wrong_end({.kind = Failure::Kind::not_opened, .why = "End of file"}).empty());
  CHECK(wrong_end(refused("going_away")).empty());
  CHECK(wrong_end({.kind = Failure::Kind::not_understood, .why = "a patch came out of turn"}) ==
        "could not follow: a patch came out of turn");
  CHECK(wrong_end(refused("malformed_frame")) == "was refused with malformed_frame");
  CHECK(wrong_end({.kind = Failure::Kind::not_opened, .why = "declined", .http_status = 404}) ==
        "was answered its handshake with 404");
  CHECK(wrong_end({.kind = Failure::Kind::closed, .why = "closed", .close_code = 1'002}) ==
        "was closed without a refusal, with 1002");
}

TEST_CASE("faults: a robot tells how it has lost its connection, and nothing where it has left by itself") {
  robots::Notes notes;
  robots::Throttle throttle(1);
  client::Loop loop;
  std::vector<client::Failure> lost;
  robots::Setting setting{.loop = loop,
                          .address = {.port = 1},  // where nobody listens
                          .notes = notes,
                          .throttle = throttle,
                          .lost = [&](const robots::Robot&, const client::Failure& failed) { lost.push_back(failed); }};
  robots::Rehearsal hall(loop);
  hall.look_on(setting, {{.role = "display", .delegation = {}, .name = "Hall", .code = "none"}});
  REQUIRE(hall.play(client::Loop::Time::max(), [&] { return !lost.empty(); }));
  hall.robots().front()->leave();
  REQUIRE(lost.size() == 1);
  CHECK(lost.front().kind == client::Failure::Kind::unreachable);
}

TEST_CASE("faults: the checker finds two clients of an audience that hold different entities at the same commit") {
  ViewDigest one, other;
  one.set(panel("a", 1));
  one.set(panel("b", 2));
  other.set(panel("b", 2));
  other.set(panel("a", 7));
  other.set(panel("c", 3));
  CHECK(one.value() != other.value());
  other.set(panel("a", 1));
  other.remove("panel/c");
  CHECK(one.value() == other.value());  // whichever way they came there

  Views views;
  views.saw("display", v1::AUDIENCE_PUBLIC, 4, 1);
  views.saw("observer", v1::AUDIENCE_PUBLIC, 4, 1);
  views.saw("desk", v1::AUDIENCE_DESK, 4, 2);
  CHECK(views.contradictions().empty());
  CHECK(views.compared() == 1);
  views.saw("observer", v1::AUDIENCE_PUBLIC, 4, 3);
  CHECK(views.contradictions() ==
        std::vector<std::string>{"at commit 4 observer and display of the same audience hold different entities"});
}

TEST_CASE("faults: a client that is taken for another audience than its role's is found") {
  Views views;
  views.told("display Hall", "display", v1::AUDIENCE_PUBLIC);
  views.told("interpreter EN", "interpreter", v1::AUDIENCE_BOOTH);
  views.told("chair", "chair", v1::AUDIENCE_DESK);
  views.told("delegate KE", "delegate", v1::AUDIENCE_DELEGATE);
  CHECK(views.contradictions().empty());
  views.told("display Hall", "display", v1::AUDIENCE_DESK);
  CHECK(views.contradictions() == std::vector<std::string>{"display Hall was taken for AUDIENCE_DESK"});
}

TEST_CASE("faults: the checker finds an act that stands in the log twice, and a view that the log does not add up to") {
  const Folder once, twice;
  write_journal(once.path(), {"f-1"});
  write_journal(twice.path(), {"f-1", "f-1"});
  const auto sound = read_log(once.path(), {}, 0);
  REQUIRE(sound);
  CHECK(sound->wrong.empty());
  CHECK(sound->tail == 2);
  CHECK(sound->acts.at({"chair", "f-1"}).seq == 2);
  const auto doubled = read_log(twice.path(), {}, 0);
  REQUIRE(doubled);
  CHECK(doubled->wrong == std::vector<std::string>{"f-1 of chair stands in the log twice, the second time as (3, 0)"});

  Views views;
  views.saw("display", v1::AUDIENCE_PUBLIC, 2, 12'345);
  const auto seen = read_log(once.path(), views, 2);
  REQUIRE(seen);
  CHECK(seen->wrong == std::vector<std::string>{"what AUDIENCE_PUBLIC saw at commit 2 is not what the log adds up to"});
  CHECK_FALSE(read_log(once.path() / "nowhere", {}, 0));
}

TEST_CASE("faults: three nodes lose nothing, do nothing twice and show the same, one round of each kind") {
  const auto all = kinds_among_nodes();
  const std::size_t half = all.size() / 2;
  const Folder folder, beside;
  const auto play = [](const Folder& in, std::size_t from, std::size_t rounds) {
    return run_faults(in, " --nodes 3 --delegations 8 --seed " + std::to_string(from) + " --rounds " +
                              std::to_string(rounds));
  };
  // Two at a time, since much of a round is waiting for what nodes do by themselves.
  auto first = std::async(std::launch::async, play, std::cref(folder), all.size(), half);
  const Ran second = play(beside, all.size() + half, all.size() - half);
  const Ran both[] = {first.get(), second};
  for (const Ran& ran : both) {
    INFO(ran.said);
    CHECK(ran.status == 0);
    CHECK(ran.said.ends_with(" rounds, 0 failed\n"));
  }
  for (const std::string_view kind : all)
    CHECK((both[0].said + both[1].said).find(": " + std::string(kind) + ": ") != std::string::npos);
}

TEST_CASE("faults: a kind that there is not is refused, with those there are") {
  const Folder folder;
  const Ran ran = run_faults(folder, " --nodes 3 --kind kill-everybody");
  INFO(ran.said);
  CHECK(ran.status == 2);
  CHECK(ran.said.find("there is no \"kill-everybody\", but kill-follower, ") != std::string::npos);
  CHECK(run_faults(folder, " --kind kill-follower --rounds 1").status == 2);
}

TEST_CASE("faults: the checker finds nodes whose journals differ, and none where one is a beginning of the other") {
  const Chain all = chain("node a", {"1", "2", "3"});
  CHECK(differing({all, chain("node b", {"1", "2"})}).empty());
  CHECK(differing({chain("node b", {"1", "x"}), all}) ==
        std::vector<std::string>{"node b and node a have another commit at 2"});
}

TEST_CASE("faults: the checker finds a server that holds another entry, or none, or that most lack what is final") {
  const Chain final = chain("node a", {"1", "2", "3"});
  const Chain whole = chain("redis-1", {"1", "2", "3", "not final"});
  CHECK(lacking(final, {whole, whole, chain("redis-3", {"1", "2"})}, 2).empty());
  CHECK(lacking(final, {whole, whole, chain("redis-3", {"1"})}, 2) ==
        std::vector<std::string>{"redis-3 ends at 1, and was to reach 2"});
  CHECK(lacking(final, {whole, whole, chain("redis-3", {"1", "x", "3"})}, 2) ==
        std::vector<std::string>{"redis-3 has another entry at 2 than became final"});
  CHECK(lacking(final, {whole, chain("redis-2", {"1", "2"}), chain("redis-3", {"1", "2"})}, 2) ==
        std::vector<std::string>{"what became final, up to 3, stands at 1 of 3 servers"});
  Chain without = final;  // the commit stands there, and not what stands beside it
  without.links[1].beside = sha256("lost");
  CHECK(lacking(final, {whole, whole, without}, 2).size() == 1);
}

TEST_CASE("faults: the checker finds an acknowledged act that does not stand at most servers") {
  robots::Notes notes;
  notes.acknowledged("KE", ack("f-1", 2, 0));
  notes.acknowledged("KE", ack("f-2", 3, 0));
  const Chain final = chain("node a", {"1", "2", "3"});
  const Chain short_one = chain("redis-2", {"1", "2"});
  CHECK(not_on_most(notes, final, {final, short_one, short_one}) ==
        std::vector<std::string>{"f-2 of KE was acknowledged at commit 3, which stands at 1 of 3 servers"});
  CHECK(not_on_most(notes, final, {final, final, short_one}).empty());
  notes.acknowledged("KE", ack("f-3", 4, 0));
  CHECK(not_on_most(notes, final, {final, final, final}) ==
        std::vector<std::string>{"f-3 of KE was acknowledged at commit 4, which stands at 0 of 3 servers"});
}

TEST_CASE(
    "faults: a refusal by one of several nodes leaves open what became of a copy over another line, and no other") {
  const Log log{{{"KE", "f-1"}, {4, 0}}};
  const auto is_found = [&](int lines, faults::Nodes among) {
    robots::Notes notes;
    notes.sent("KE", "f-1");
    notes.rejected("KE", rejection("f-1", "already_listed"), {.copies = 3, .lines = lines});
    return !untrue(notes, log, among).empty();
  };
  CHECK(is_found(1, faults::Nodes::several));
  CHECK_FALSE(is_found(2, faults::Nodes::several));
  CHECK(is_found(2, faults::Nodes::one));
}

TEST_CASE("faults: a client that is taken back within an epoch is found, and one that begins in another is not") {
  Positions positions;
  const int here = 0, there = 0;
  positions.at(&here, "delegate KE", position("e", 4));
  positions.at(&there, "delegate SE", position("e", 3));
  positions.at(&here, "delegate KE", position("e", 4));
  positions.at(&there, "delegate SE", position("f", 1));
  CHECK(positions.went_back().empty());
  positions.at(&here, "delegate KE", position("e", 3));
  CHECK(positions.went_back() == std::vector<std::string>{"delegate KE went back from commit 4 to 3"});
}

TEST_CASE("faults: the longest wait and the one of most are of the acts that count, from then on and until then") {
  Waits waits;
  for (int ms = 1; ms <= 100; ++ms) waits.waited(0, {.waited = Waits::Span(ms)});
  waits.waited(1, {.waited = Waits::Span(900), .lines = 2});
  const auto all = [](const Waits::One&) { return true; };
  CHECK(waits.percentile(99, Waits::Time::max()) == Waits::Span(100));
  CHECK(waits.longest(Waits::Time::min(), all)->waited == Waits::Span(900));
  CHECK(waits.longest(Waits::Time::min(), [](const auto& one) { return one.on_one_line; })->waited == Waits::Span(100));
  CHECK(waits.longest(Waits::Time::min(), [](const auto& one) { return one.node == 1; })->waited == Waits::Span(900));
  CHECK_FALSE(waits.percentile(99, Waits::Time::min()));
  CHECK_FALSE(waits.longest(Waits::Time::max(), all));
}

TEST_CASE("faults: the proxy tells where each message over a line to Redis ends") {
  const auto length = [](std::string_view bytes) { return length_of_message(bytes).value_or(0); };
  CHECK(length("+OK\r\n+OK\r\n") == 5);
  CHECK(length("$3\r\n\r\n\r\r\n:1\r\n") == 9);
  CHECK(length("$-1\r\n:1\r\n") == 5);
  CHECK(length("*2\r\n*1\r\n:7\r\n$1\r\na\r\n:1\r\n") == 19);
  CHECK(length("*0\r\n:1\r\n") == 4);
  for (const auto* part : {"", "$", "$3\r\nab", "$3\r\nabc\r", "*2\r\n:1\r\n", "*1\r\n*2\r\n:1\r\n"})
    CHECK_FALSE(length_of_message(part));
  CHECK(words_of("*3\r\n$1\r\na\r\n*1\r\n$1\r\nx\r\n$2\r\nbc\r\n") == std::vector<std::string_view>{"a", "bc"});
}

TEST_CASE("faults: the proxy passes on what comes, and ends the lines of a node that it shuts out") {
  BehindProxy behind;
  CHECK(behind.by_a.says({"SET", "key", "value"}) == "OK");
  CHECK(behind.by_b.says({"GET", "key"}) == "value");
  behind.proxy->set(0, 0, Between::shut);
  CHECK(behind.by_a.says({"GET", "key"}).empty());
  CHECK(behind.by_b.says({"GET", "key"}) == "value");
  behind.proxy->set(0, 0, Between::open);
  CHECK(behind.by_a.says({"GET", "key"}) == "value");
}

TEST_CASE("faults: the proxy keeps the next commit that a node proposes, once, and then delivers it") {
  BehindProxy behind;
  CHECK(behind.by_a.says(append(7)).starts_with("NOSCRIPT"));
  behind.proxy->keep_next(0, {0}, std::chrono::milliseconds(300));
  const auto began = std::chrono::steady_clock::now();
  CHECK(behind.by_a.says(append(7)).starts_with("NOSCRIPT"));  // which it has proposed before
  CHECK(behind.by_b.says(append(8)).starts_with("NOSCRIPT"));  // of another node
  CHECK(behind.proxy->delivered_late() == 0);
  CHECK(behind.by_a.says(append(8)).starts_with("NOSCRIPT"));
  CHECK(std::chrono::steady_clock::now() - began >= std::chrono::milliseconds(300));
  CHECK(behind.proxy->delivered_late() == 1);
  CHECK(behind.proxy->keeps() == 0);
}

TEST_CASE("faults: the proxy kills a node before it asks for the next commit, and nothing of that arrives") {
  BehindProxy behind;
  Process node;
  REQUIRE(node.start({.words = {"sleep", "600"}, .log = behind.folder.path() / "node.log"}));
  CHECK(behind.by_a.says(append(7)).starts_with("NOSCRIPT"));
  behind.proxy->strike({.at = Strike::At::before_append, .node = 0, .process = node.pid()});
  CHECK(behind.by_a.says(append(7)).starts_with("NOSCRIPT"));
  CHECK(behind.by_b.says(append(8)).starts_with("NOSCRIPT"));
  CHECK_FALSE(behind.proxy->has_struck());
  CHECK(behind.by_a.says(append(8)).empty());
  CHECK(behind.proxy->has_struck());
  CHECK(node.kill_hard());
}
