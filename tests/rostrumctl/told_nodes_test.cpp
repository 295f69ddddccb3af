#include "rostrumctl/told_nodes.hpp"

#include <catch2/catch.hpp>

using namespace rostrum::ctl;

namespace {

ToldNode node(const std::string& url, ToldSession session) {
  return {.url = url, .unreached = {}, .troubles = {}, .sessions = {std::move(session)}};
}

ToldSession session(bool writes, std::uint64_t term = 3) {
  return {.id = {},
          .alone = false,
          .writes = writes,
          .term = term,
          .last = 12,
          .servers = {{"redis://r1:1", "ready", {}, {}}}};
}

}  // namespace

TEST_CASE("N4 what a node tells of itself is read from its metrics, by session, with all that it counts of a server") {
  const auto told = sessions_of("# HELP rostrum_seq The last durable commit.\n"
                                "# TYPE rostrum_seq gauge\n"
                                "rostrum_connections 7\n"
                                "rostrum_held{session=\"a\"} 1\n"
                                "rostrum_node_term{session=\"a\"} 4\n"
                                "rostrum_node_writes{session=\"a\"} 1\n"
                                "rostrum_redis_behind{session=\"a\",server=\"redis://r\\\"1\"} 9\n"
                                "rostrum_redis_behind{session=\"a\",server=\"redis://r2:1\"} -1\n"
                                "rostrum_redis_is{session=\"a\",server=\"redis://r\\\"1\",is=\"ready\"} 0\n"
                                "rostrum_redis_is{session=\"a\",server=\"redis://r\\\"1\",is=\"away\"} 1\n"
                                "rostrum_redis_is{session=\"a\",server=\"redis://r2:1\",is=\"ready\"} 1\n"
                                "rostrum_redis_synced_ms_ago{session=\"a\",server=\"redis://r\\\"1\"} 4100\n"
                                "rostrum_seq{session=\"a\"} 131\n"
                                "rostrum_seq{session=\"b\"} 5\n");
  CHECK(told ==
        std::vector<ToldSession>{{.id = "a",
                                  .alone = false,
                                  .writes = true,
                                  .held = true,
                                  .term = 4,
                                  .last = 131,
                                  .servers = {{"redis://r\"1", "away", 9, 4100}, {"redis://r2:1", "ready", {}, {}}}},
                                 {.id = "b", .last = 5, .servers = {}}});
  CHECK(role_of(told[0]) == "writes");
  CHECK(role_of(told[1]) == "alone");
  CHECK(sessions_of("no metrics at all").empty());
}

TEST_CASE("N4 what is not well with several nodes is told by node, by server and by who writes") {
  using Words = std::vector<std::string>;
  CHECK(not_well({node("a", session(true)), node("b", session(false))}).empty());
  CHECK(not_well({node("a", session(false)), node("b", session(false))}) == Words{"no node writes"});
  CHECK(not_well({node("a", session(true, 3)), node("b", session(true, 4))}) ==
        Words{"a has not heard yet that another node writes"});
  ToldNode troubled = node("a", session(true));
  troubled.troubles = {"journal: held: its disk is full"};
  troubled.sessions[0].held = true;
  troubled.sessions[0].servers[0].is = "away";
  CHECK(not_well({troubled}) == Words{"a is not ready", "a is held", "a cannot use redis://r1:1"});
  ToldNode with_one_behind = node("a", session(true));
  with_one_behind.sessions[0].servers[0].behind = 9;
  CHECK(not_well({with_one_behind}) == Words{"a has redis://r1:1 9 behind"});
  CHECK(not_well({node("a", session(true)),
                  {.url = "b", .unreached = "Connection refused", .troubles = {}, .sessions = {}}}) ==
        Words{"b cannot be reached"});
  CHECK(not_well({node("a", {.id = {}, .last = 5, .servers = {}})}).empty());  // it serves alone
}
