// What the server sends.
#include <set>

#include "wire/messages.hpp"

namespace rostrum::wire {

namespace {

const views::Key floor_key{.kind = views::KeyKind::floor, .id = "p"};

v1::Entity only_entity(const views::Key& key, const views::Entity& entity) {
  const auto frame = test::frame_of<v1::ServerFrame>(
      Codec::protobuf, encode(Codec::protobuf, Patch{.seq = {1}, .upserts = {{key, entity}}, .removals = {}}));
  REQUIRE(frame.items(0).patch().upserts_size() == 1);
  return frame.items(0).patch().upserts(0);
}

v1::Holding only_holding(const views::Floor& floor) {
  const v1::Floor said = only_entity(floor_key, floor).floor();
  REQUIRE(said.holdings_size() == 1);
  return said.holdings(0);
}

}  // namespace

TEST_CASE("N5 encoded frames may be joined by concatenation") {
  const std::string joined = encode(Codec::protobuf, PrivateSnapshot{}) +
                             encode(Codec::protobuf, Ack{.command_id = "c", .act = {{7}, 0}, .inverse = {}}) +
                             encode(Codec::protobuf, Patch{.seq = {7}, .upserts = {}, .removals = {}});
  const auto frame = test::frame_of<v1::ServerFrame>(Codec::protobuf, joined);
  REQUIRE(frame.items_size() == 3);
  CHECK(frame.items(0).has_private_snapshot());
  CHECK(frame.items(1).ack().command_id() == "c");
  CHECK(frame.items(2).patch().seq() == 7);
}

TEST_CASE("N5 JSON has lowerCamelCase names, 64-bit numbers as strings, words by name, and leaves defaults out") {
  CHECK(encode(Codec::json, TimeReply{.client_at = 5, .server_at = {1'133'272'800'000}}) ==
        R"({"items":[{"timeReply":{"clientAt":"5","serverAt":"1133272800000"}}]})");
  CHECK(encode(Codec::json, Ack{.command_id = "c", .act = {{3}, 0}, .inverse = {}}) ==
        R"({"items":[{"ack":{"commandId":"c","seq":"3"}}]})");
  CHECK(
      encode(Codec::json, Patch{.seq = {4}, .upserts = {{floor_key, views::Floor{.panel = {"p"}}}}, .removals = {}}) ==
      R"({"items":[{"patch":{"seq":"4","upserts":[{"key":"floor/p","floor":{"panel":"p"}}]}}]})");
}

TEST_CASE("an Ack names what takes the act back, as commands with the act alone, in order") {
  const Ack ack{.command_id = "c",
                .act = {{3}, 0},
                .inverse = {council::OpenPanel{{"p"}}, council::OpenList{{"p"}}, council::RestoreEntry{{9}}}};
  CHECK(encode(Codec::json, ack) ==
        R"({"items":[{"ack":{"commandId":"c","seq":"3","inverse":[)"
        R"({"openPanel":{"panel":"p"}},{"openList":{"panel":"p"}},{"restoreEntry":{"entry":9}}]}}]})");
  const auto frame = test::frame_of<v1::ServerFrame>(Codec::protobuf, encode(Codec::protobuf, ack));
  REQUIRE(frame.items(0).ack().inverse_size() == 3);
  CHECK(frame.items(0).ack().inverse(2).restore_entry().entry() == 9);
  CHECK(frame.items(0).ack().inverse(2).id().empty());
}

TEST_CASE("the details of a rejection come in the order of their names, in both codecs") {
  const Rejected rejected{.command_id = "c",
                          .rejection = council::rejection(council::Code::out_of_range, "limit_ms", 10, 20)};
  CHECK(encode(Codec::json, rejected) == R"({"items":[{"rejection":{"commandId":"c","code":"out_of_range",)"
                                         R"("details":{"field":"limit_ms","max":"20","min":"10"}}}]})");
  const std::string bytes = encode(Codec::protobuf, rejected);
  CHECK(bytes.find("field") < bytes.find("max"));
  CHECK(bytes.find("max") < bytes.find("min"));
}

TEST_CASE("of a free floor nothing is said but that it is free, and whether the last speaker can be returned") {
  v1::Entity entity = only_entity(floor_key, views::Floor{.panel = {"p"}, .last_speaker_returnable = true});
  CHECK(entity.key() == "floor/p");
  CHECK(entity.floor().last_speaker_returnable());
  entity.mutable_floor()->clear_last_speaker_returnable();
  entity.mutable_floor()->clear_panel();
  CHECK(entity.floor().ByteSizeLong() == 0);
}

TEST_CASE("T4 a floor that is released by itself says how long after the limit, one that never is says nothing") {
  views::Floor floor{.panel = {"p"}, .holdings = {{.speech = SpeechId{1}, .of = EntryId{1}}}};
  CHECK_FALSE(only_holding(floor).has_cut_after_ms());
  floor.holdings.front().cut_after = Millis{0};
  CHECK(only_holding(floor).has_cut_after_ms());
  CHECK(only_holding(floor).cut_after_ms() == 0);
  floor.holdings.front().cut_after = seconds(15);
  CHECK(only_holding(floor).cut_after_ms() == 15'000);
}

TEST_CASE("the floor of a panellist names the panellist and no kind of intervention") {
  const views::Floor floor{.panel = {"p"}, .holdings = {{.speech = SpeechId{1}, .of = PanellistId{"it"}}}};
  const v1::Holding said = only_holding(floor);
  CHECK(said.panellist() == "it");
  CHECK(said.entry() == 0);
  CHECK(said.kind() == v1::KIND_UNSPECIFIED);
}

TEST_CASE("why a speech is paused is said only while it is") {
  views::Floor floor{
      .panel = {"p"},
      .holdings = {{.speech = SpeechId{1}, .of = EntryId{1}, .pause_cause = council::PauseCause::suspension}}};
  CHECK(only_holding(floor).pause_cause() == v1::PAUSE_CAUSE_UNSPECIFIED);
  floor.holdings.front().paused_at = Instant{5};
  CHECK(only_holding(floor).pause_cause() == v1::PAUSE_CAUSE_SUSPENSION);
  CHECK(only_holding(floor).paused_at() == 5);
}

TEST_CASE("a seat without a named person brings none") {
  const auto said = [](const Hello& hello) {
    return test::frame_of<v1::ServerFrame>(Codec::protobuf, encode(Codec::protobuf, hello)).items(0).hello();
  };
  CHECK_FALSE(said(Hello{}).has_person());
  CHECK(said(Hello{.person = council::Speaker{}}).has_person());
}

TEST_CASE("L5 a point of order whose speech is over has no clock, but whose it is and since when it has the floor") {
  const views::Floor floor{.panel = {"p"},
                           .holdings = {{.of = EntryId{5},
                                         .delegation = DelegationId{"CL"},
                                         .kind = council::Kind::point_of_order,
                                         .started_at = Instant{7}}}};
  const v1::Holding said = only_holding(floor);
  CHECK(said.speech() == 0);  // the chair has not ruled
  CHECK(said.entry() == 5);
  CHECK(said.delegation() == "CL");
  CHECK(said.kind() == v1::KIND_POINT_OF_ORDER);
  CHECK(said.started_at() == 7);
  CHECK(said.limit_of() == v1::LIMIT_OF_UNSPECIFIED);
}

TEST_CASE("L5 what has been interrupted comes after who may speak, told as any paused speech") {
  const views::Floor floor{.panel = {"p"},
                           .holdings = {{.speech = SpeechId{5}, .of = EntryId{5}},
                                        {.speech = SpeechId{4},
                                         .of = PanellistId{"it"},
                                         .limit = seconds(480),
                                         .started_at = Instant{1'000},
                                         .paused_at = Instant{4'000},
                                         .pause_cause = council::PauseCause::point_of_order}}};
  const v1::Floor said = only_entity(floor_key, floor).floor();
  REQUIRE(said.holdings_size() == 2);
  CHECK(said.holdings(0).speech() == 5);
  CHECK(said.holdings(1).speech() == 4);
  CHECK(said.holdings(1).panellist() == "it");
  CHECK(said.holdings(1).paused_at() == 4'000);
}

TEST_CASE("L6 a queue on which nobody waits has no next") {
  const views::Key key{.kind = views::KeyKind::queue, .id = "p"};
  CHECK(only_entity(key, views::Queue{.panel = {"p"}}).queue().next() == 0);
  CHECK(only_entity(key, views::Queue{.panel = {"p"}, .entries = {{3}}, .next = EntryId{3}}).queue().next() == 3);
}

TEST_CASE("S2 a statement under embargo says that it is not released, and that nothing is planned") {
  const views::Key key{.kind = views::KeyKind::statement, .number = 3};
  views::Statement statement{.entry = {3}, .panel = {"p"}};
  v1::Statement said = only_entity(key, statement).statement();
  CHECK(said.delegation().empty());
  CHECK(said.released_at() == 0);
  CHECK(said.releases_at() == 0);
  statement.released_at = Instant{5};
  statement.releases_at = Instant{6};
  said = only_entity(key, statement).statement();
  CHECK(said.released_at() == 5);
  CHECK(said.releases_at() == 6);
}

TEST_CASE("V3 a notice says in one way whom it is for") {
  const auto to = [](council::NoticeTo whom) {
    return only_entity({.kind = views::KeyKind::notice, .number = 1}, views::Notice{.id = {1}, .to = std::move(whom)})
        .notice()
        .to();
  };
  CHECK(to(council::Everyone{}).all());
  CHECK(to(council::Audience::public_).audience() == v1::AUDIENCE_PUBLIC);
  CHECK(to(council::Audience::desk).audience() == v1::AUDIENCE_DESK);
  CHECK(to(DelegationId{"KE"}).delegation() == "KE");
}

TEST_CASE("P5 a seat without a named person, or whose code never expires, brings neither") {
  const views::Key key{.kind = views::KeyKind::seat, .id = "display"};
  const v1::Seat said =
      only_entity(key, views::Seat{.plan = {.id = {"display"}, .role = council::Role::display}}).seat();
  CHECK(said.id() == "display");
  CHECK(said.role() == v1::ROLE_DISPLAY);
  CHECK(said.generation() == 1);
  CHECK_FALSE(said.has_person());
  CHECK(said.expires_at() == 0);
}

TEST_CASE("each outcome of a request has its own word") {
  const views::Key key{.kind = views::KeyKind::standing, .id = "KE"};
  std::set<int> words;
  for (const auto outcome :
       {council::Outcome::removed, council::Outcome::no_show, council::Outcome::no_show_off, council::Outcome::restored,
        council::Outcome::returned, council::Outcome::cut, council::Outcome::upheld, council::Outcome::overruled,
        council::Outcome::noted, council::Outcome::in_writing})
    words.insert(
        only_entity(key, views::Standing{.delegation = {"KE"}, .standing = {.outcome = outcome, .panel = {"p"}}})
            .standing()
            .outcome());
  CHECK(words.size() == 10);
  CHECK_FALSE(words.contains(v1::OUTCOME_UNSPECIFIED));
}

TEST_CASE("P4 presence names every seat with the number of its devices, also none") {
  CHECK(encode(Codec::json, Presence{.whole = true, .seats = {{{"KE"}, 2}, {{"desk"}, 0}}}) ==
        R"({"items":[{"presence":{"whole":true,"seats":[{"seat":"KE","devices":2},{"seat":"desk"}]}}]})");
  CHECK(encode(Codec::json, Presence{.whole = false, .seats = {}}) == R"({"items":[{"presence":{}}]})");
}

TEST_CASE("N4 how the ledger stands is told with since when, why, and the servers that are away") {
  CHECK(encode(Codec::json, LedgerStanding{.is = LedgerStanding::Is::held,
                                           .since = {7},
                                           .why = "no node writes",
                                           .away = {{"redis://a:1", "no answer"}}}) ==
        R"({"items":[{"standing":{"is":"LEDGER_IS_HELD","since":"7","why":"no node writes",)"
        R"("away":[{"server":"redis://a:1","why":"no answer"}]}}]})");
  CHECK(encode(Codec::json, LedgerStanding{.is = LedgerStanding::Is::well, .since = {}, .why = {}, .away = {}}) ==
        R"({"items":[{"standing":{"is":"LEDGER_IS_WELL"}}]})");
  CHECK(encode(Codec::json,
               LedgerStanding{.is = LedgerStanding::Is::out_of_touch, .since = {9}, .why = {}, .away = {}}) ==
        R"({"items":[{"standing":{"is":"LEDGER_IS_OUT_OF_TOUCH","since":"9"}}]})");
}

TEST_CASE("L14 a log's lines keep their order, and their details come in the order of their names") {
  const Log log{
      .id = "l",
      .lines = {{.seq = {3},
                 .index = 1,
                 .at = {5},
                 .actor = {"chair"},
                 .event = "floor_given",
                 .details = {{"who", "KE"}, {"limit_ms", "180000"}}},
                {.seq = {2}, .index = 0, .at = {4}, .actor = {"system"}, .event = "list_closed", .details = {}}},
      .next_before = Seq{2}};
  CHECK(
      encode(Codec::json, log) ==
      R"({"items":[{"log":{"id":"l","lines":[)"
      R"({"seq":"3","index":1,"at":"5","actor":"chair","event":"floor_given","details":{"limit_ms":"180000","who":"KE"}},)"
      R"({"seq":"2","at":"4","actor":"system","event":"list_closed"}],"nextBefore":"2"}}]})");
  CHECK(encode(Codec::json, Log{.id = "l", .lines = {}, .next_before = {}}) == R"({"items":[{"log":{"id":"l"}}]})");
}

TEST_CASE("P5 a sign-in sheet brings its page under the id of the request") {
  const SignInSheet sheet{.id = "s", .html = "<p>\"é\"</p>"};
  for (const Codec codec : test::codecs) {
    const auto said = test::frame_of<v1::ServerFrame>(codec, encode(codec, sheet)).items(0).sign_in_sheet();
    CHECK(said.id() == "s");
    CHECK(said.html() == "<p>\"é\"</p>");
  }
}

}  // namespace rostrum::wire
