// N4 what the journals of nodes and the logs of servers hold, as "rostrumctl journal compare" tells it.
#include <fstream>

#include <sqlite3.h>

#include "integration/support/operating.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

std::string data_of(const ServerProcess& node) { return node.data().string(); }

}  // namespace

TEST_CASE("N4 journals and servers' logs are compared while nodes run, and one that is damaged is named", "[nodes]") {
  Nodes nodes(2, 3);
  auto chair = signed_in_at(nodes[0], "chair");
  open_floor_at(*chair);
  CHECK(nodes[1].stop().status == 0);
  (void)ask_at(*chair, {"KE", "SE"});
  const std::string compare = "journal compare " + data_of(nodes[0]) + " " + data_of(nodes[1]);
  const std::string with_servers = compare + " --servers " + nodes.redis.list();
  const Ended fit = rostrumctl(with_servers);
  CHECK(fit.status == 0);
  CHECK(has(fit.out, ": a beginning of "));
  CHECK(has(fit.out, address_of(nodes.redis[2])));
  CHECK(nodes[0].stop().status == 0);
  SECTION("damaged") {
    sqlite3* file = nullptr;
    REQUIRE(sqlite3_open((nodes[1].data() / "journal.sqlite").c_str(), &file) == SQLITE_OK);
    REQUIRE(sqlite3_exec(file, "UPDATE commits SET bytes = zeroblob(length(bytes)) WHERE seq = 2", nullptr, nullptr,
                         nullptr) == SQLITE_OK);
    sqlite3_close(file);
    const Ended damaged = rostrumctl(compare);
    CHECK(damaged.status == 1);
    CHECK(has(damaged.out, "commit 1, and then commit 2: "));
  }
  SECTION("of another log") {
    Nodes others(1, 1);
    CHECK(others[0].stop().status == 0);
    const Ended parted = rostrumctl(compare + " " + data_of(others[0]));
    CHECK(parted.status == 1);
    CHECK(has(parted.out, ": differs from " + data_of(nodes[0]) + " from commit 1 on\n"));
  }
  SECTION("as an export has it") {
    const Folder around;
    const std::string file = (around.path() / "export").string();
    std::ofstream(file) << rostrumctl("export --data " + data_of(nodes[0])).out;
    const Ended same = rostrumctl(compare + " " + file);
    CHECK(same.status == 0);
    CHECK(has(same.out, ": the same as " + data_of(nodes[0]) + "\n"));
  }
  SECTION("a server that was wiped, one whose row was changed, and one that does not answer") {
    wipe(nodes.redis[0]);
    RedisLine(nodes.redis[1]).ask({"LSET", "{" + council_session + "}:log", "2", std::string(80, '0')});
    nodes.redis[2].kill_hard();
    const Ended lost = rostrumctl(with_servers);
    CHECK(lost.status == 1);
    CHECK(has(lost.out, "holds nothing of the session"));
    CHECK(has(lost.out, "no commit is sound: commit 1: it is not given: "));
    CHECK(has(lost.out, "does not answer: "));
  }
  SECTION("what is no journal") {
    const Folder nothing;
    const Ended none = rostrumctl(compare + " " + nothing.path().string());
    CHECK(none.status == 1);
    CHECK(has(none.out, "cannot be read: "));
  }
}

TEST_CASE("N4 rostrumctl journal compare says what it needs", "[nodes]") {
  CHECK(has(rostrumctl("journal compare").err, "nothing is named to compare"));
  CHECK(has(rostrumctl("journal compare --servers redis://127.0.0.1:1").err, "name it with --session ID"));
}
