// Two who act at the same instant, and a server that goes down at the wrong one.
#include <fstream>

#include "integration/support/floor.hpp"

using namespace rostrum;
using namespace rostrum::test;
using client::Codec;

namespace {

constexpr std::int64_t short_ms = 10'000;

/// Sends a command and waits for nothing.
void send(client::Client& client, v1::Command command, const std::string& id) {
  command.set_id(id);
  v1::ClientFrame frame;
  *frame.add_items()->mutable_command() = std::move(command);
  if (const auto sent = client.send(frame); !sent) FAIL("cannot send: " << sent.error().why);
}

/// The answer to a command that was sent; it is waited for. The items before `from` are none of it.
client::Answer answer_to(client::Client& client, const std::string& id, std::size_t from = 0) {
  std::optional<client::Answer> answer;
  sees(client, [&] {
    for (; from < client.items().size() && !answer; ++from) {
      const auto& item = client.items()[from];
      if (item.has_ack() && item.ack().command_id() == id) answer = item.ack();
      if (item.has_rejection() && item.rejection().command_id() == id) answer = item.rejection();
    }
    return answer.has_value();
  });
  return *answer;
}

const v1::Ack* done(const client::Answer& answer) { return std::get_if<v1::Ack>(&answer); }
std::string why_not(const client::Answer& answer) {
  const auto* rejection = std::get_if<v1::Rejection>(&answer);
  return rejection ? rejection->code() : "accepted";
}

/// What the session's clock shows while no server runs: it goes on with the machine's.
std::int64_t session_now(const ServerProcess& server) {
  std::ifstream in(server.data() / "clock");
  std::int64_t session = 0, wall = 0;
  double speed = 0;
  in >> session >> wall >> speed;
  REQUIRE(in);
  const auto machine =
      std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch())
          .count();
  return session + static_cast<std::int64_t>(static_cast<double>(machine - wall) * speed);
}

}  // namespace

TEST_CASE("L6 two who press next at once do not skip a delegation: one is acknowledged, the other finds that the floor "
          "has changed") {
  const ServerProcess server({.limits = without_rates});
  const auto chair = presiding(server);
  const auto desk = signed_in(server, "desk", Codec::json);
  List waiting;
  for (const auto& [key, entity] : chair->store().entities()) {
    if (entity.has_delegation() && waiting.size() < 20) waiting.push_back(entity.delegation().id());
  }
  list(*chair, waiting);
  for (std::size_t round = 0; round < waiting.size(); ++round) {
    reaches(*desk, chair->store().seq());
    auto next = give_floor(queue_of(*chair).entries(0));
    next.mutable_expects()->set_head(queue_of(*chair).entries(0));
    next.mutable_expects()->set_speech(floor_of(*chair).speech());
    const std::string id = "next-" + std::to_string(round);
    auto& first = round % 2 == 0 ? *chair : *desk;
    auto& second = round % 2 == 0 ? *desk : *chair;
    send(first, next, id);
    send(second, next, id);
    const auto one = answer_to(first, id), other = answer_to(second, id);
    REQUIRE((done(one) != nullptr) != (done(other) != nullptr));
    CHECK(why_not(done(one) ? other : one) == "changed_meanwhile");
    reaches(*chair, (done(one) ? done(one) : done(other))->seq());
    CHECK(floor_of(*chair).delegation() == waiting[round]);
  }
  CHECK(listed(*chair).empty());
  CHECK(panel_of(*chair).speeches() == waiting.size() - 1);
}

TEST_CASE("L6 an entry that is withdrawn and called at once is either, and never both") {
  const ServerProcess server({.limits = without_rates});
  const auto chair = presiding(server);
  const auto kenya = signed_in(server, "KE", Codec::json);
  for (int round = 0; round < 20; ++round) {
    must(*kenya, request_floor());
    reaches(*chair, kenya->store().seq());
    const auto entry = entry_for(*chair, "KE");
    const std::string id = "round-" + std::to_string(round);
    if (round % 2 == 0) send(*chair, give_floor(entry), id);
    send(*kenya, withdraw(entry), id);
    if (round % 2 != 0) send(*chair, give_floor(entry), id);
    const auto given = answer_to(*chair, id), withdrawn = answer_to(*kenya, id);
    REQUIRE((done(given) != nullptr) != (done(withdrawn) != nullptr));
    CHECK(why_not(done(given) ? withdrawn : given) == "not_waiting");
    reaches(*chair, (done(given) ? done(given) : done(withdrawn))->seq());
    CHECK(queue_of(*chair).entries_size() == 0);
    CHECK((floor_of(*chair).entry() == entry) == (done(given) != nullptr));
    if (done(given)) must(*chair, end_speech(floor_of(*chair).speech()));
  }
}

TEST_CASE("L1 of requests around the closing instant, those before it are taken, those after it are not, and none is "
          "lost in between") {
  const ServerProcess server({.clock = fast_clock, .limits = without_rates});
  const auto chair = presiding(server);
  struct Tablet {
    std::string delegation;
    std::unique_ptr<client::Client> client;
  };
  std::vector<Tablet> tablets;
  for (const auto* delegation : {"KE", "CL", "FR", "CH"}) {
    tablets.push_back({delegation, signed_in(server, delegation, tablets.size() % 2 ? Codec::json : Codec::protobuf)});
    must(*tablets.back().client, request_floor());
    must(*tablets.back().client, withdraw(entry_for(*tablets.back().client, delegation)));
  }
  const auto closes_at = must_ahead(*chair, 10'000, [](std::int64_t at) { return announce_closing(at); });

  constexpr int rounds_after = 5, rounds_most = 100'000;
  int rounds_refused = 0;
  for (int round = 0; rounds_refused < rounds_after && round < rounds_most; ++round) {
    const std::string id = "ask-" + std::to_string(round);
    std::vector<std::size_t> from;
    for (const auto& [delegation, tablet] : tablets) {
      from.push_back(tablet->items().size());
      send(*tablet, request_floor(), id);
    }
    std::size_t refused_now = 0;
    for (std::size_t which = 0; which < tablets.size(); ++which) {
      const auto& [delegation, tablet] = tablets[which];
      const auto answer = answer_to(*tablet, id, from[which]);
      if (done(answer)) {
        REQUIRE(rounds_refused == 0);  // once a whole round has been refused, nothing is taken any more
        const auto entry = entry_for(*tablet, delegation);
        CHECK(entry_of(*tablet, entry).requested_at() < closes_at);
        must(*tablet, withdraw(entry));
      } else {
        const auto& rejection = std::get<v1::Rejection>(answer);
        CHECK((rejection.code() == "list_closed" || rejection.code() == "list_closed_at"));
        if (rejection.code() == "list_closed_at") CHECK(rejection.details().at("at") == std::to_string(closes_at));
        ++refused_now;
      }
    }
    if (refused_now == tablets.size()) ++rounds_refused;
  }
  CHECK(rounds_refused == rounds_after);
  sees_list(*chair, v1::LIST_STATUS_CLOSED);
  std::int64_t closed_at = 0;
  for (const auto& act : log_of(server)) {
    const auto at = act.at("at_ms").get<std::int64_t>();
    if (act.at("act") == "close_list_as_announced") closed_at = at;
    if (act.at("act") != "request_floor") continue;
    CHECK(at < closes_at);
    CHECK(closed_at == 0);
  }
  CHECK(closed_at >= closes_at);
}

TEST_CASE("T4 time that is added around the cut either moves it or comes too late, and nothing else") {
  const ServerProcess server({.clock = "2005-11-29T14:55+01:00,50", .limits = without_rates});
  const auto chair = presiding(server);
  const auto desk = signed_in(server, "desk");
  const auto kenya = signed_in(server, "KE", Codec::json);
  must(*chair, set_limit(v1::LIMIT_OF_MEMBER, short_ms));
  must(*chair, set_at_limit(v1::AT_LIMIT_CUT, 0));
  constexpr int rounds = 12;
  constexpr std::int64_t added_ms = 5'000;
  int moved = 0;
  for (int round = 0; round < rounds; ++round) {
    list(*chair, {"KE"});
    const auto speech = give_to(*chair, "KE");
    // The server rings a little before the cut, or with it: what is sent then arrives around the cut.
    passes(*desk, speech.started_at() + short_ms - (rounds - 1 - round) * 100);
    const std::string id = "more-" + std::to_string(round);
    send(*desk, add_time(speech.speech(), added_ms), id);
    const auto answer = answer_to(*desk, id);
    sees(*kenya, [&] {
      return kenya->store().seq() >= desk->store().seq() && standing_of(*kenya, "KE") != nullptr &&
             floor_of(*kenya).speech() == 0;
    });
    CHECK(standing_of(*kenya, "KE")->outcome() == v1::OUTCOME_CUT);
    const auto spoken_ms = standing_of(*kenya, "KE")->at() - speech.started_at();
    if (const auto* ack = done(answer)) {
      ++moved;
      const auto* floor = patched(*desk, ack->seq(), "floor/high-level");
      REQUIRE(floor != nullptr);
      CHECK(client::speaking(floor->floor()).speech() ==
            speech.speech());  // it went on past the instant that was the cut's
      CHECK(client::speaking(floor->floor()).limit_ms() == short_ms + added_ms);
      CHECK(spoken_ms >= short_ms + added_ms);
    } else {
      CHECK((why_not(answer) == "speech_cut" || why_not(answer) == "speech_over"));
      CHECK(spoken_ms >= short_ms);
    }
  }
  int cut = 0, added = 0;
  for (const auto& act : log_of(server)) {
    cut += act.at("act") == "cut_speech" ? 1 : 0;
    added += act.at("act") == "add_time" ? 1 : 0;
  }
  CHECK(cut == rounds);
  CHECK(added == moved);
}

TEST_CASE(
    "T2 a speech that is paused stays paused over a restart, and the time that the server was down is the pause's") {
  ServerProcess server({.clock = fast_clock});
  v1::Holding before;
  {
    const auto chair = presiding(server);
    list(*chair, {"KE"});
    const auto speech = give_to(*chair, "KE");
    must(*chair, set_at_limit(v1::AT_LIMIT_CUT, 0));
    must(*chair, pause(speech.speech()));
    before = floor_of(*chair);
    REQUIRE(before.paused_at() > 0);
    server.kill_hard();
  }
  server.start();
  const auto chair = signed_in(server, "chair");
  const auto back_at = now(*chair);
  CHECK(back_at >= before.paused_at());
  CHECK(floor_of(*chair).DebugString() == before.DebugString());
  const auto resumed = must(*chair, resume(before.speech()));
  const auto after = client::speaking(patched(*chair, resumed.seq(), "floor/high-level")->floor());
  CHECK(after.paused_at() == 0);
  CHECK(after.started_at() == before.started_at());
  CHECK(after.limit_ms() == before.limit_ms());
  CHECK(after.paused_ms() == log_of(server).back().at("at_ms").get<std::int64_t>() - before.paused_at());
  CHECK(after.paused_ms() >= back_at - before.paused_at());
}

TEST_CASE("L1 T4 what falls due while the server is down is done when it is back, once") {
  ServerProcess server({.clock = fast_clock});
  std::int64_t due_at = 0;
  {
    const auto chair = presiding(server);
    list(*chair, {"KE", "FR"});
    must(*chair, set_limit(v1::LIMIT_OF_MEMBER, short_ms));
    must(*chair, set_at_limit(v1::AT_LIMIT_CUT, 0));
    const auto closes_at = must_ahead(*chair, 20'000, [](std::int64_t at) { return announce_closing(at); });
    const auto speech = give_to(*chair, "KE");
    due_at = std::max(closes_at, speech.started_at() + short_ms);
    server.kill_hard();
  }
  // Reading the journal passes the time until both are due; it shows that nobody else does them.
  auto last = log_of(server);
  while (session_now(server) < due_at) {
    const auto log = log_of(server);
    CHECK(log == last);
    last = log;
  }
  server.start();
  const auto chair = signed_in(server, "chair");
  CHECK(now(*chair) >= due_at);
  sees_list(*chair, v1::LIST_STATUS_CLOSED);
  sees(*chair, [&] { return floor_of(*chair).speech() == 0; });
  CHECK(listed(*chair) == List{"FR"});
  const auto kenya = signed_in(server, "KE");
  REQUIRE(standing_of(*kenya, "KE") != nullptr);
  CHECK(standing_of(*kenya, "KE")->outcome() == v1::OUTCOME_CUT);
  CHECK(refused(*kenya, request_floor()) == "list_closed");
  int closed = 0, cut = 0;
  for (const auto& act : log_of(server)) {
    closed += act.at("act") == "close_list_as_announced" ? 1 : 0;
    cut += act.at("act") == "cut_speech" ? 1 : 0;
  }
  CHECK(closed == 1);
  CHECK(cut == 1);
  must(*chair, give_floor(entry_for(*chair, "FR")));  // whose speech may be cut before anything else is said
}
