// What the server sends.
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

}  // namespace

TEST_CASE("N5 encoded frames may be joined by concatenation") {
  const std::string joined = encode(Codec::protobuf, PrivateSnapshot{}) +
                             encode(Codec::protobuf, Ack{.command_id = "c", .act = {{7}, 0}}) +
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
  CHECK(encode(Codec::json, Ack{.command_id = "c", .act = {{3}, 0}}) ==
        R"({"items":[{"ack":{"commandId":"c","seq":"3"}}]})");
  CHECK(
      encode(Codec::json, Patch{.seq = {4}, .upserts = {{floor_key, views::Floor{.panel = {"p"}}}}, .removals = {}}) ==
      R"({"items":[{"patch":{"seq":"4","upserts":[{"key":"floor/p","floor":{"panel":"p"}}]}}]})");
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
  v1::Entity entity =
      only_entity(floor_key, views::Floor{.panel = {"p"}, .speech = {}, .last_speaker_returnable = true});
  CHECK(entity.key() == "floor/p");
  CHECK(entity.floor().last_speaker_returnable());
  entity.mutable_floor()->clear_last_speaker_returnable();
  entity.mutable_floor()->clear_panel();
  CHECK(entity.floor().ByteSizeLong() == 0);
}

TEST_CASE("T4 a floor that is never released says -1, one that is says how long after the limit") {
  views::Floor floor{.panel = {"p"}, .speech = views::FloorSpeech{.speech = {1}, .of = EntryId{1}}};
  CHECK(only_entity(floor_key, floor).floor().cut_after_ms() == -1);
  floor.speech->cut_after = Millis{0};
  CHECK(only_entity(floor_key, floor).floor().cut_after_ms() == 0);
  floor.speech->cut_after = seconds(15);
  CHECK(only_entity(floor_key, floor).floor().cut_after_ms() == 15'000);
}

TEST_CASE("the floor of a panellist names the panellist and no kind of intervention") {
  const views::Floor floor{.panel = {"p"}, .speech = views::FloorSpeech{.speech = {1}, .of = PanellistId{"it"}}};
  const v1::Floor said = only_entity(floor_key, floor).floor();
  CHECK(said.panellist() == "it");
  CHECK(said.entry() == 0);
  CHECK(said.kind() == v1::KIND_UNSPECIFIED);
}

TEST_CASE("why a speech is paused is said only while it is") {
  views::Floor floor{
      .panel = {"p"},
      .speech = views::FloorSpeech{.speech = {1}, .of = EntryId{1}, .pause_cause = council::PauseCause::suspension}};
  CHECK(only_entity(floor_key, floor).floor().pause_cause() == v1::PAUSE_CAUSE_UNSPECIFIED);
  floor.speech->paused_at = Instant{5};
  CHECK(only_entity(floor_key, floor).floor().pause_cause() == v1::PAUSE_CAUSE_SUSPENSION);
  CHECK(only_entity(floor_key, floor).floor().paused_at() == 5);
}

TEST_CASE("a seat without a named person brings none") {
  const auto said = [](const Hello& hello) {
    return test::frame_of<v1::ServerFrame>(Codec::protobuf, encode(Codec::protobuf, hello)).items(0).hello();
  };
  CHECK_FALSE(said(Hello{}).has_person());
  CHECK(said(Hello{.person = council::Speaker{}}).has_person());
}

}  // namespace rostrum::wire
