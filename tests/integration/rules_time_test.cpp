// Time limits and the speech's clock over the wire, a rule to a test (docs/rules.md). Deadlines are the server's: tests
// wait for what it does at them.
#include "integration/support/floor.hpp"

using namespace rostrum;
using namespace rostrum::test;
using client::Codec;

namespace {

constexpr std::int64_t short_ms = 10'000;  // the least that a limit can be

std::int64_t limit_of(const client::Client& client, v1::LimitOf of) {
  for (const auto& limit : panel_of(client).limits()) {
    if (limit.of() == of) return limit.limit_ms();
  }
  return 0;
}

}  // namespace

TEST_CASE("T1 a limit goes by kind and category") {
  const ServerProcess server({.limits = without_rates});
  const auto chair = presiding(server);
  const auto limit_of_request = [&](const v1::Command& ask) {
    const auto asked = must(*chair, ask);
    const auto entry = queue_of(*chair).entries(queue_of(*chair).entries_size() - 1);
    CHECK(patched(*chair, asked.seq(), "entry/" + std::to_string(entry)) != nullptr);
    return entry_of(*chair, entry).limit_ms();
  };
  std::map<v1::Category, std::string> one_of;
  for (const auto& [key, entity] : chair->store().entities()) {
    if (entity.has_delegation()) one_of[entity.delegation().category()] = entity.delegation().id();
  }
  CHECK(limit_of_request(request_floor(one_of.at(v1::CATEGORY_MEMBER))) == 180'000);
  CHECK(limit_of_request(request_floor(one_of.at(v1::CATEGORY_OBSERVER_STATE))) == 120'000);
  CHECK(limit_of_request(request_floor(one_of.at(v1::CATEGORY_IGO))) == 120'000);
  CHECK(limit_of_request(request_floor(one_of.at(v1::CATEGORY_NGO))) == 120'000);
  CHECK(limit_of_request(request_floor(one_of.at(v1::CATEGORY_SECRETARIAT))) == 120'000);
  CHECK(limit_of_request(ask_as(v1::KIND_GROUP_STATEMENT, "CL", "GRULAC")) == 300'000);
  CHECK(limit_of_request(ask_as(v1::KIND_QUESTION, "CL")) == 90'000);
  must(*chair, give_panellist("italy"));
  CHECK(floor_of(*chair).limit_ms() == 480'000);
  CHECK(floor_of(*chair).limit_of() == v1::LIMIT_OF_PANELLIST);

  must(*chair, set_limit(v1::LIMIT_OF_IGO, 60'000));
  CHECK(entry_of(*chair, entry_for(*chair, one_of.at(v1::CATEGORY_IGO))).limit_ms() == 60'000);
  CHECK(entry_of(*chair, entry_for(*chair, one_of.at(v1::CATEGORY_NGO))).limit_ms() == 120'000);
}

TEST_CASE("T1 a change of a limit counts from the next speech, or at once where the chair says so") {
  const ServerProcess server;
  const auto chair = presiding(server);
  list(*chair, {"KE", "FR"});
  give_to(*chair, "KE");
  must(*chair, set_limit(v1::LIMIT_OF_MEMBER, 240'000));
  CHECK(limit_of(*chair, v1::LIMIT_OF_MEMBER) == 240'000);
  CHECK(floor_of(*chair).limit_ms() == 180'000);
  must(*chair, set_limit(v1::LIMIT_OF_NGO, 60'000, true));  // the speech under way is of another kind
  CHECK(floor_of(*chair).limit_ms() == 180'000);
  must(*chair, set_limit(v1::LIMIT_OF_MEMBER, 150'000, true));
  CHECK(floor_of(*chair).limit_ms() == 150'000);
  CHECK(give_to(*chair, "FR").limit_ms() == 150'000);
  CHECK(refused(*chair, set_limit(v1::LIMIT_OF_MEMBER, short_ms - 1)) == "out_of_range");
  CHECK(refused(*chair, set_limit(v1::LIMIT_OF_MEMBER, 7'200'001)) == "out_of_range");

  v1::Command own;
  own.mutable_set_speech_limit()->set_speech(floor_of(*chair).speech());
  own.mutable_set_speech_limit()->set_limit_ms(100'000);
  must(*chair, own);
  CHECK(floor_of(*chair).limit_ms() == 100'000);
  CHECK(limit_of(*chair, v1::LIMIT_OF_MEMBER) == 150'000);
}

TEST_CASE("T2 the server's clock as it is told lies between what was told before and what is told after, at the speed "
          "that the hello tells") {
  const ServerProcess server({.clock = fast_clock});
  auto display = client::Client::connect({.port = server.port()}, Codec::json);
  REQUIRE(display);
  const auto hello = (*display)->sign_in(server.code("display"));
  REQUIRE(hello);
  CHECK(hello->clock_speed() == 20);
  const auto steady = [] {
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
  };
  constexpr std::int64_t rounding_ms = 2 * 20;  // of both clocks, at the session's speed
  constexpr std::int64_t drawn_ms = 100;        // the most by which the clock is drawn to the machine's in between
  const auto sent_first = steady();
  const auto first = (*display)->probe(sent_first);
  REQUIRE(first);
  const auto received_first = steady();
  CHECK(first->client_at() == sent_first);
  CHECK(first->server_at() >= hello->server_at());
  const auto chair = signed_in(server, "chair");
  passes(*chair, first->server_at() + 5'000);
  const auto sent_second = steady();
  const auto second = (*display)->probe(sent_second);
  REQUIRE(second);
  const auto received_second = steady();
  const auto passed = second->server_at() - first->server_at();
  CHECK(passed >= 5'000);
  CHECK(passed >= (sent_second - received_first) * 20 - rounding_ms - drawn_ms);
  CHECK(passed <= (received_second - sent_first) * 20 + rounding_ms + drawn_ms);
}

TEST_CASE("T2 pausing and resuming lose nothing: the pauses are counted to the millisecond, and only they") {
  const ServerProcess server({.clock = fast_clock});
  const auto chair = presiding(server);
  const auto display = signed_in(server, "display", Codec::json);
  list(*chair, {"KE"});
  const auto speech = give_to(*chair, "KE");
  CHECK(speech.paused_ms() == 0);
  std::int64_t paused_ms = 0;
  for (int round = 0; round < 3; ++round) {
    const auto before = now(*chair);
    must(*chair, pause(speech.speech()));
    const auto paused_at = floor_of(*chair).paused_at();
    CHECK(paused_at >= before);
    CHECK(paused_at <= now(*chair));
    CHECK(floor_of(*chair).pause_cause() == v1::PAUSE_CAUSE_CHAIR);
    CHECK(floor_of(*chair).paused_ms() == paused_ms);
    CHECK(refused(*chair, pause(speech.speech())) == "already_paused");
    passes(*chair, paused_at + 2'000);
    must(*chair, resume(speech.speech()));
    const auto resumed_at = log_of(server).back().at("at_ms").get<std::int64_t>();
    paused_ms += resumed_at - paused_at;
    CHECK(floor_of(*chair).paused_at() == 0);
    CHECK(floor_of(*chair).paused_ms() == paused_ms);
    CHECK(floor_of(*chair).started_at() == speech.started_at());
  }
  CHECK(paused_ms >= 6'000);
  CHECK(refused(*chair, resume(speech.speech())) == "not_paused");
  must(*chair, end_speech(speech.speech()));
  const auto ended_at = log_of(server).back().at("at_ms").get<std::int64_t>();
  reaches(*display, chair->store().seq());
  CHECK(panel_of(*display).spoken_ms() == ended_at - speech.started_at() - paused_ms);
}

TEST_CASE("T3 the light is amber at 30 s left, or at the last quarter of a short limit") {
  const ServerProcess server;
  const auto chair = presiding(server);
  const auto display = signed_in(server, "display", Codec::json);
  list(*chair, {"KE"});
  const auto speech = give_to(*chair, "KE");
  CHECK(speech.limit_ms() == 180'000);
  CHECK(speech.amber_ms() == 30'000);
  must(*chair, set_limit(v1::LIMIT_OF_MEMBER, 120'000, true));
  CHECK(floor_of(*chair).amber_ms() == 30'000);
  must(*chair, set_limit(v1::LIMIT_OF_MEMBER, 60'000, true));
  CHECK(floor_of(*chair).amber_ms() == 15'000);
  must(*chair, add_time(speech.speech(), 20'000));
  reaches(*display, chair->store().seq());
  CHECK(floor_of(*display).limit_ms() == 80'000);
  CHECK(floor_of(*display).amber_ms() == 20'000);
}

TEST_CASE("T4 a panel that signals only never cuts: overtime counts up") {
  const ServerProcess server({.clock = fast_clock});
  const auto chair = presiding(server);
  list(*chair, {"KE"});
  must(*chair, set_limit(v1::LIMIT_OF_MEMBER, short_ms));
  const auto speech = give_to(*chair, "KE");
  CHECK_FALSE(speech.has_cut_after_ms());
  passes(*chair, speech.started_at() + short_ms + 25'000);  // longer than the grace would be
  CHECK(floor_of(*chair).speech() == speech.speech());
  CHECK(now(*chair) - speech.started_at() > short_ms);
  must(*chair, add_time(speech.speech(), 1'000));
  for (const auto& act : log_of(server)) CHECK(act.at("act") != "cut_speech");
}

TEST_CASE("T4 a panel that cuts releases the floor by itself once limit and grace are used up, and the delegation is "
          "told") {
  const ServerProcess server({.clock = fast_clock});
  const auto chair = presiding(server);
  const auto kenya = signed_in(server, "KE", Codec::json);
  list(*chair, {"KE", "FR"});
  must(*chair, set_limit(v1::LIMIT_OF_MEMBER, short_ms));
  const std::int64_t grace_ms = GENERATE(0, 5'000);
  must(*chair, set_at_limit(v1::AT_LIMIT_CUT, grace_ms));
  const auto speech = give_to(*chair, "KE");
  CHECK(speech.limit_ms() == short_ms);
  CHECK(speech.cut_after_ms() == grace_ms);
  sees(*kenya, [&] { return standing_of(*kenya, "KE") != nullptr && floor_of(*kenya).speech() == 0; });
  CHECK(standing_of(*kenya, "KE")->outcome() == v1::OUTCOME_CUT);
  CHECK(standing_of(*kenya, "KE")->at() >= speech.started_at() + short_ms + grace_ms);
  CHECK(listed(*kenya) == List{"FR"});
  reaches(*chair, kenya->store().seq());
  CHECK(refused(*chair, add_time(speech.speech(), 30'000)) == "speech_over");
  const auto cut = log_of(server).back();
  CHECK(cut.at("act") == "cut_speech");
  CHECK(cut.at("actor") == "system");
  CHECK(cut.at("at_ms") == standing_of(*kenya, "KE")->at());
}

TEST_CASE("T4 added time moves the cut, and a pause holds it off") {
  const ServerProcess server({.clock = fast_clock});
  const auto chair = presiding(server);
  const auto kenya = signed_in(server, "KE");
  list(*chair, {"KE"});
  must(*chair, set_limit(v1::LIMIT_OF_MEMBER, short_ms));
  const auto speech = give_to(*chair, "KE");
  must(*chair, pause(speech.speech()));  // first, so that no cut comes in between on a slow machine
  must(*chair, set_at_limit(v1::AT_LIMIT_CUT, 0));
  passes(*chair, speech.started_at() + short_ms + 5'000);
  CHECK(floor_of(*chair).speech() == speech.speech());
  must(*chair, add_time(speech.speech(), 20'000));
  CHECK(floor_of(*chair).limit_ms() == short_ms + 20'000);
  const auto resumed = must(*chair, resume(speech.speech()));
  const auto paused_ms = patched(*chair, resumed.seq(), "floor/high-level")->floor().holdings(0).paused_ms();
  CHECK(paused_ms > 0);
  sees(*kenya, [&] { return standing_of(*kenya, "KE") != nullptr; });
  CHECK(standing_of(*kenya, "KE")->outcome() == v1::OUTCOME_CUT);
  CHECK(standing_of(*kenya, "KE")->at() - speech.started_at() - paused_ms >= short_ms + 20'000);
  CHECK(refused(*chair, add_time(speech.speech(), 999)) == "speech_over");
}

namespace {

v1::Command announce(v1::LimitOf of, std::int64_t limit_ms, bool from_next = false) {
  v1::Command command;
  v1::AnnounceLimits& act = *command.mutable_announce_limits();
  act.set_panel(panel);
  act.set_from_next(from_next);
  act.add_limits()->set_of(of);
  act.mutable_limits(0)->set_limit_ms(limit_ms);
  return command;
}

v1::Question about_time(std::int64_t limit_ms = 0) {
  v1::Question question;
  question.mutable_time()->set_panel(panel);
  question.mutable_time()->set_limit_ms(limit_ms);
  return question;
}

}  // namespace

TEST_CASE("T6 limits are announced at once, and the next two keep a greater one that they were told") {
  const ServerProcess server;
  const auto chair = presiding(server);
  list(*chair, {"CL", "KE", "FR"});
  const auto acked = must(*chair, announce(v1::LIMIT_OF_MEMBER, 60'000));
  CHECK(limit_of(*chair, v1::LIMIT_OF_MEMBER) == 60'000);
  const auto limit = [&](const char* delegation) { return entry_of(*chair, entry_for(*chair, delegation)).limit_ms(); };
  CHECK(limit("CL") == 180'000);
  CHECK(limit("KE") == 180'000);
  CHECK(limit("FR") == 60'000);
  REQUIRE(acked.inverse_size() == 1);
  must(*chair, acked.inverse(0));
  CHECK(limit("FR") == 180'000);
  CHECK(refused(*chair, announce(v1::LIMIT_OF_MEMBER, 7'200'001)) == "out_of_range");
  CHECK(refused(*signed_in(server, "KE"), announce(v1::LIMIT_OF_MEMBER, 60'000)) == "unauthorized");
}

TEST_CASE("T5 the end of the meeting and the reserve are moved, and everybody is told") {
  const ServerProcess server;
  const auto chair = presiding(server);
  const auto kenya = signed_in(server, "KE");
  const std::int64_t end = chair->store().entities().at("meeting/day-1-afternoon").meeting().planned_end_at();
  v1::Command later;
  later.mutable_set_meeting_end()->set_meeting(meeting);
  later.mutable_set_meeting_end()->set_ends_at(end + 1'800'000);
  must(*chair, later);
  CHECK(refused(*chair, later) == "nothing_changes");
  v1::Command reserve;
  reserve.mutable_set_reserve()->set_panel(panel);
  reserve.mutable_set_reserve()->set_reserve_ms(600'000);
  reaches(*kenya, must(*chair, reserve).seq());
  CHECK(kenya->store().entities().at("meeting/day-1-afternoon").meeting().planned_end_at() == end + 1'800'000);
  CHECK(panel_of(*kenya).reserve_ms() == 600'000);
}

TEST_CASE("T7 chair and desk ask what would be, nothing changes by it, and nobody else is answered") {
  const ServerProcess server;
  const auto chair = presiding(server);
  list(*chair, {"CL", "KE", "FR"});
  const auto seq = chair->store().seq();
  const auto answered = chair->ask(about_time(60'000));
  REQUIRE(answered);
  REQUIRE(std::holds_alternative<v1::Answer>(*answered));
  const v1::TimeAnswer& time = std::get<v1::Answer>(*answered).time();
  CHECK(time.waiting().members() == 3);
  CHECK(time.now().limits(0).limit_ms() == 180'000);
  CHECK(time.then().limits(0).limit_ms() == 60'000);
  CHECK(time.then().latest_at() < time.now().latest_at());
  CHECK(time.bars_size() == 25);
  CHECK(limit_of(*chair, v1::LIMIT_OF_MEMBER) == 180'000);
  CHECK(chair->store().seq() == seq);
  const auto why = [](client::Client& client, const v1::Question& question) {
    const auto given = client.ask(question);
    REQUIRE(given);
    REQUIRE(std::holds_alternative<v1::Rejection>(*given));
    return std::get<v1::Rejection>(*given).code();
  };
  CHECK(why(*chair, about_time(1)) == "out_of_range");
  CHECK(why(*chair, v1::Question()) == "malformed");
  CHECK(why(*signed_in(server, "KE"), about_time()) == "unauthorized");
}
