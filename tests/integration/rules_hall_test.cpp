// Booth signals, notices, help and revoked sign-ins over the wire, a rule to a test (docs/rules.md).
#include "integration/support/hall_acts.hpp"

using namespace rostrum;
using namespace rostrum::test;
using client::Codec;

TEST_CASE("I1 a booth is sent who speaks and who is next, with title, language, kind, limit and text") {
  const ServerProcess server;
  const auto chair = presiding(server);
  const auto booth = signed_in(server, "booth-fr", Codec::json);
  auto ask = request_floor("CL");
  ask.mutable_request_floor()->mutable_speaker()->set_name("Rosario Quilodr\xC3\xA1n (fictional)");
  ask.mutable_request_floor()->mutable_speaker()->set_title("Ambassador");
  ask.mutable_request_floor()->set_language("es");
  must(*chair, ask);
  list(*chair, {"KE", "MA", "FR", "EC", "PH"});
  const auto chile = entry_for(*chair, "CL");
  must(*chair, submit(chile, "Gracias.", "es"));
  give_to(*chair, "KE");
  reaches(*booth, must(*chair, submit(chile, "Muchas gracias.", "es")).seq());
  CHECK(floor_of(*booth).delegation() == "KE");
  CHECK(floor_of(*booth).limit_ms() == 180'000);
  CHECK(listed(*booth) == List{"CL", "MA", "FR", "EC", "PH"});
  const auto& next = entry_of(*booth, queue_of(*booth).next());
  CHECK(next.delegation() == "CL");
  CHECK(next.speaker().title() == "Ambassador");
  CHECK(next.language() == "es");
  CHECK(next.kind() == v1::KIND_STATEMENT);
  const auto* statement = statement_of(*booth, chile);
  REQUIRE(statement != nullptr);
  CHECK(statement->texts(0).version() == 2);
  CHECK(statement->delivery() == v1::DELIVERY_CHECK_AGAINST_DELIVERY);
  CHECK(statement->released_at() == 0);  // read beforehand, under embargo
}

TEST_CASE("V1 the display is sent who has the floor and until when, who is next, and what the list's status is") {
  const ServerProcess server;
  const auto chair = presiding(server);
  const auto display = signed_in(server, "display");
  list(*chair, {"CL", "KE"});
  const auto given = give_to(*chair, "CL");
  reaches(*display, chair->store().seq());
  CHECK(floor_of(*display).delegation() == "CL");
  CHECK(floor_of(*display).started_at() == given.started_at());
  CHECK(floor_of(*display).limit_ms() == 180'000);
  CHECK(entry_of(*display, queue_of(*display).next()).delegation() == "KE");
  CHECK(panel_of(*display).list_status() == v1::LIST_STATUS_OPEN);
  CHECK(display->store().find("delegation/CL")->delegation().flag() == "cl");
}

TEST_CASE("I3 a booth's signal reaches chair, desk and speaker, is seen and ended, and the hall is told nothing") {
  const ServerProcess server;
  const auto chair = presiding(server);
  list(*chair, {"CL"});
  const auto booth = signed_in(server, "interpreter");
  CHECK(refused(*booth, raise_signal(v1::SIGNAL_KIND_SPEAK_SLOWLY)) == "nobody_speaks");
  give_to(*chair, "CL");
  const auto chile = signed_in(server, "CL", Codec::json);
  const auto france = signed_in(server, "FR");
  const auto display = signed_in(server, "display");
  const auto raised = must(*booth, raise_signal(v1::SIGNAL_KIND_SPEAK_SLOWLY));
  CHECK(refused(*booth, raise_signal(v1::SIGNAL_KIND_SPEAK_SLOWLY)) == "already_raised");
  for (const auto* client : {chair.get(), chile.get(), france.get(), display.get()})
    reaches(const_cast<client::Client&>(*client), raised.seq());
  REQUIRE(holds(*chair, "signal/1"));
  CHECK(chair->store().find("signal/1")->signal().seat() == "booth-en");
  REQUIRE(holds(*chile, "own/signal/CL/1"));
  CHECK(chile->store().find("own/signal/CL/1")->signal().seat().empty());
  for (const auto* client : {france.get(), display.get()})
    CHECK(everything_sent(*client).find("SIGNAL_KIND") == std::string::npos);
  CHECK(refused(*france, mark_seen(1)) == "unknown_signal");
  reaches(*booth, must(*chile, mark_seen(1)).seq());
  CHECK(booth->store().find("signal/1")->signal().seen_at() > 0);
  const auto other = signed_in(server, "booth-fr");
  CHECK(holds(*other, "signal/1"));
  CHECK(refused(*other, end_signal(1)) == "unauthorized");
  reaches(*chair, must(*booth, end_signal(1)).seq());
  CHECK_FALSE(holds(*chair, "signal/1"));
}

TEST_CASE("I3 each booth raises each of the three signals, and no sound goes with the floor to who speaks next") {
  const ServerProcess server;
  const auto chair = presiding(server);
  list(*chair, {"CL", "EC"});
  const auto chile = signed_in(server, "CL", Codec::json);
  const auto ecuador = signed_in(server, "EC");
  const auto booth = signed_in(server, "booth-fr");
  const auto other = signed_in(server, "booth-es");
  give_to(*chair, "CL");
  for (const auto kind : {v1::SIGNAL_KIND_SPEAK_SLOWLY, v1::SIGNAL_KIND_NO_SOUND, v1::SIGNAL_KIND_MICROPHONE}) {
    must(*booth, raise_signal(kind));
    CHECK(refused(*booth, raise_signal(kind)) == "already_raised");
  }
  reaches(*chile, must(*other, raise_signal(v1::SIGNAL_KIND_MICROPHONE)).seq());
  for (int number = 1; number <= 4; ++number) CHECK(holds(*chile, "own/signal/CL/" + std::to_string(number)));
  reaches(*chile, must(*chair, mark_seen(3)).seq());
  CHECK(chile->store().find("own/signal/CL/3")->signal().seen_at() > 0);

  give_to(*chair, "EC");
  reaches(*ecuador, chair->store().seq());
  reaches(*chile, chair->store().seq());
  CHECK(chile->store().find("own/signal/CL/2") == nullptr);
  CHECK(ecuador->store().find("own/signal/EC/2")->signal().kind() == v1::SIGNAL_KIND_NO_SOUND);
  for (const int over : {1, 3, 4}) {  // about a speech that has ended
    CHECK_FALSE(holds(*chair, "signal/" + std::to_string(over)));
    CHECK_FALSE(holds(*ecuador, "own/signal/EC/" + std::to_string(over)));
  }
  reaches(*ecuador, must(*chair, end_signal(2)).seq());
  CHECK_FALSE(holds(*ecuador, "own/signal/EC/2"));
  CHECK(refused(*booth, end_signal(2)) == "signal_over");
}

TEST_CASE("V3 a notice reaches those it is for, and is withdrawn") {
  const ServerProcess server;
  const auto desk = signed_in(server, "desk");
  const auto chile = signed_in(server, "CL");
  const auto display = signed_in(server, "display", Codec::json);
  must(*desk, notice(to_all(), "Coffee is served."));
  must(*desk, notice(to_audience(v1::AUDIENCE_BOOTH), "canary-booth"));
  const auto last = must(*desk, notice(to_delegation("CL"), "canary-chile"));
  reaches(*chile, last.seq());
  reaches(*display, last.seq());
  CHECK(holds(*display, "notice/1"));
  CHECK(holds(*chile, "own/notice/CL/3"));
  CHECK(everything_sent(*display).find("canary") == std::string::npos);
  CHECK(everything_sent(*chile).find("canary-booth") == std::string::npos);
  CHECK(refused(*chile, notice(to_all(), "Hello")) == "unauthorized");
  reaches(*display, must(*desk, withdraw_notice(1)).seq());
  CHECK_FALSE(holds(*display, "notice/1"));
}

TEST_CASE("V3 a delegation asks the desk for help: requested, taken, done") {
  const ServerProcess server;
  const auto desk = signed_in(server, "desk");
  const auto chile = signed_in(server, "CL");
  const auto france = signed_in(server, "FR");
  reaches(*desk, must(*chile, request_help("canary-help")).seq());
  CHECK(desk->store().find("help/1")->help().note() == "canary-help");
  CHECK(refused(*chile, request_help()) == "already_asked");
  reaches(*chile, must(*desk, take_help(1)).seq());
  CHECK(chile->store().find("own/help/CL/1")->help().status() == v1::HELP_STATUS_TAKEN);
  CHECK(refused(*france, close_help(1)) == "unknown_help");
  const auto done = must(*desk, close_help(1));
  reaches(*chile, done.seq());
  CHECK_FALSE(holds(*chile, "own/help/CL/1"));
  reaches(*france, done.seq());
  CHECK(everything_sent(*france).find("canary-help") == std::string::npos);
}

TEST_CASE("P5 a revoked seat's connections end at once, its code is void, and no act of it takes effect after") {
  const ServerProcess server;
  const auto desk = signed_in(server, "desk");
  const auto chair = presiding(server);
  const auto tablet = signed_in(server, "CL");
  const auto second = signed_in(server, "CL", Codec::json);
  const auto revoked = must(*desk, revoke_seat("CL"));
  for (const auto* client : {tablet.get(), second.get()}) {
    const auto ended = const_cast<client::Client&>(*client).until_closed();
    CHECK(ended.kind == client::Failure::Kind::refused);
    CHECK(ended.refusal.code() == "revoked");
    CHECK_FALSE(ended.refusal.reconnect());
    CHECK(client->store().seq() < revoked.seq());  // not even the patch that says so
  }
  auto again = client::Client::connect({.port = server.port()}, Codec::protobuf);
  REQUIRE(again);
  const auto hello = (*again)->sign_in(server.code("CL"));
  REQUIRE_FALSE(hello);
  CHECK(hello.error().kind == client::Failure::Kind::refused);
  reaches(*chair, revoked.seq());
  CHECK(chair->store().find("seat/CL")->seat().revoked());
  CHECK(refused(*desk, revoke_seat("desk")) == "own_seat");
}

TEST_CASE("P5 acts of a seat that are under way when it is revoked stand before it or not at all") {
  const ServerProcess server({.limits = without_rates});
  const auto desk = signed_in(server, "desk");
  const auto chair = presiding(server);
  const auto tablet = signed_in(server, "CL");
  v1::ClientFrame burst;
  for (int number = 0; number < 40; ++number) {
    auto& item = *burst.add_items()->mutable_command();
    item = number % 2 ? withdraw(static_cast<std::uint32_t>(number / 2 + 1)) : request_floor();
    item.set_id("burst-" + std::to_string(number));
  }
  REQUIRE(tablet->send(burst));
  const auto revoked = must(*desk, revoke_seat("CL"));
  reaches(*chair, must(*desk, notice(to_all(), "after")).seq());
  int acts = 0;
  for (const auto& act : log_of(server)) {
    if (act.at("actor") != "CL") continue;
    ++acts;
    const auto name = act.at("name").get<std::string>();  // such as "12.3": commit and index
    const auto seq = std::stoull(name.substr(0, name.find('.')));
    const auto index = std::stoull(name.substr(name.find('.') + 1));
    CHECK((seq < revoked.seq() || (seq == revoked.seq() && index < revoked.index())));
  }
  INFO(acts << " acts of the tablet came before");
  CHECK(acts <= 40);
}
