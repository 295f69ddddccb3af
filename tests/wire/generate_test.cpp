// What the generator of the wire's mapping makes of a schema, and what it refuses, naming it.
#include "wire/generate/write.hpp"

#include <catch2/catch.hpp>
#include <google/protobuf/descriptor.pb.h>
#include <google/protobuf/text_format.h>

namespace rostrum::wire::generate {

namespace {

namespace pb = google::protobuf;

void add(pb::DescriptorPool& pool, const std::string& name, const std::string& text) {
  pb::FileDescriptorProto file;
  REQUIRE(pb::TextFormat::ParseFromString(text, &file));
  file.set_name("rostrum/v1/" + name);
  file.set_package("rostrum.v1");
  file.set_syntax("proto3");
  REQUIRE(pool.BuildFile(file) != nullptr);
}

/// A field as protoc describes it; `type` may be followed by more of it.
std::string field(const std::string& name, int number, const std::string& type) {
  const std::string label = type.find("LABEL") == std::string::npos ? " label: LABEL_OPTIONAL" : "";
  return "field { name: \"" + name + "\" number: " + std::to_string(number) + label + " type: " + type + " } ";
}

std::string message(const std::string& name, const std::string& content) {
  return "message_type { name: \"" + name + "\" " + content + " } ";
}

/// The map `name` from texts to `type`, as protoc describes it.
std::string map(const std::string& name, int number, const std::string& type) {
  const std::string entry = static_cast<char>(name.front() - 'a' + 'A') + name.substr(1) + "Entry";
  return field(name, number, "TYPE_MESSAGE type_name: \".rostrum.v1.Wave." + entry + "\" label: LABEL_REPEATED") +
         "nested_type { name: \"" + entry + "\" options { map_entry: true } " + field("key", 1, "TYPE_STRING") +
         field("value", 2, type) + "} ";
}

std::string words(const std::vector<std::string>& names) {
  std::string text = "enum_type { name: \"Mood\" ";
  for (std::size_t number = 0; number < names.size(); ++number)
    text += "value { name: \"" + names[number] + "\" number: " + std::to_string(number) + " } ";
  return text + "} ";
}

const std::string sound_terms = words({"MOOD_UNSPECIFIED", "MOOD_GOOD", "MOOD_PUBLIC"});
const std::string sound_wave = field("panel", 1, "TYPE_STRING") + field("lasts_ms", 2, "TYPE_INT64") +
                               field("mood", 3, "TYPE_ENUM type_name: \".rostrum.v1.Mood\"") +
                               map("text", 4, "TYPE_STRING") + field("order", 5, "TYPE_UINT32 label: LABEL_REPEATED");
const std::string choice = field("panel", 1, "TYPE_STRING oneof_index: 0") +
                           field("entry", 2, "TYPE_UINT32 oneof_index: 0") + "oneof_decl { name: \"to\" }";

/// A message with the one choice `of`, of the one message `type`.
std::string whole(const std::string& name, const std::string& of, const std::string& field_name,
                  const std::string& type) {
  return message(name, field(field_name, 10, "TYPE_MESSAGE type_name: \".rostrum.v1." + type + "\" oneof_index: 0") +
                           "oneof_decl { name: \"" + of + "\" }");
}

/// Of a schema with the one act Wave and the one event Waved.
Result<Schema, std::string> read(const std::string& wave, const std::string& terms = sound_terms,
                                 const std::vector<std::string>& by_hand = {}) {
  pb::DescriptorPool pool;
  add(pool, "terms.proto", terms);
  add(pool, "command.proto",
      "dependency: \"rostrum/v1/terms.proto\" " + whole("Command", "act", "wave", "Wave") + message("Wave", wave) +
          message("Other", ""));
  add(pool, "event.proto",
      whole("Event", "event", "waved", "Waved") + message("Waved", field("entry", 1, "TYPE_UINT32")));
  return schema_of(pool, by_hand);
}

/// Why there is no mapping; "written" where there is.
std::string refusal(const std::string& wave, const std::string& terms = sound_terms,
                    const std::vector<std::string>& by_hand = {}) {
  const auto schema = read(wave, terms, by_hand);
  return schema ? "written" : schema.error();
}

void check_has(const std::string& text, const std::string& part) { CHECK_THAT(text, Catch::Contains(part)); }

}  // namespace

TEST_CASE("each field of an act is taken into the member of its name, and put back") {
  const auto schema = read(sound_wave);
  REQUIRE(schema);
  const std::string source = acts_source(*schema);
  check_has(source, "Decided<council::Act> read(const v1::Wave& from) {");
  check_has(source, "take(\"panel\", from.panel(), into.panel);");
  check_has(source, "into.set_panel(field_of(from.panel));");
  check_has(source, "if (is_given(from.text)) put(*into.mutable_text(), from.text);");
  check_has(source, "if (is_given(from.order)) put(*into.mutable_order(), from.order);");
  check_has(source, "case v1::Command::kWave:\n    return read(from.wave());");
  check_has(source, "void operator()(const council::Wave& from) const { put(*into.mutable_wave(), from); }");
  check_has(events_source(*schema), "take(\"entry\", from.entry(), into.entry);");
  check_has(members_header(*schema), "visit(\"entry\", of.entry);");
  check_has(members_header(*schema), "using SentActs = std::tuple<council::Wave>;");
}

TEST_CASE("a duration's unit is of the wire alone: the error names it, the member does not") {
  const auto schema = read(sound_wave);
  REQUIRE(schema);
  check_has(acts_source(*schema), "take(\"lasts_ms\", from.lasts_ms(), into.lasts);");
  check_has(acts_source(*schema), "into.set_lasts_ms(field_of(from.lasts));");
}

TEST_CASE("a struct of the council must have as many members as its message has fields, or it does not compile") {
  const auto schema = read(sound_wave);
  REQUIRE(schema);
  check_has(acts_source(*schema), "const auto& [member_1, member_2, member_3, member_4, member_5] = into;");
  const auto empty = read("");
  REQUIRE(empty);
  check_has(acts_source(*empty), "static_assert(std::is_empty_v<council::Wave>);");
}

TEST_CASE("an enumeration has a word for each of the schema's, but for the one that says that none is given") {
  const auto schema = read(sound_wave);
  REQUIRE(schema);
  const std::string words = words_header(*schema);
  check_has(words, "std::pair{council::Mood::good, v1::MOOD_GOOD},");
  check_has(words, "case council::Mood::public_:\n    return v1::MOOD_PUBLIC;");
  CHECK_THAT(words, !Catch::Contains("unspecified"));
  check_has(members_header(*schema), "struct Count<council::Mood> {\n  static constexpr int value = 2;");
}

TEST_CASE("a message that is written by hand is read and put, and nothing is written for its fields") {
  const auto schema = read(choice, sound_terms, {"Wave"});
  REQUIRE(schema);
  const std::string source = acts_source(*schema);
  check_has(source, "return read(from.wave());");
  CHECK_THAT(source, !Catch::Contains("read(const v1::Wave&"));
  CHECK_THAT(members_header(*schema), !Catch::Contains("each_member(council::Wave&"));
}

TEST_CASE("a field that nothing can be written for is refused, named") {
  CHECK(refusal(sound_wave) == "written");
  CHECK(refusal(field("weight", 1, "TYPE_DOUBLE")) == "Wave.weight is of a type that nothing is told in: double");
  CHECK(refusal(field("photo", 1, "TYPE_BYTES")) == "Wave.photo is of a type that nothing is told in: bytes");
  CHECK(refusal(field("seq", 1, "TYPE_UINT64")) == "Wave.seq is of a type that nothing is told in: uint64");
  CHECK(refusal(map("votes", 1, "TYPE_UINT32")) == "Wave.votes is a map of other things than texts");
  CHECK(refusal(choice) == "Wave.panel stands in a choice: its message is to be written by hand");
  CHECK(refusal(field("entry", 1, "TYPE_UINT32 proto3_optional: true oneof_index: 0") +
                "oneof_decl { name: \"_entry\" }") == "Wave.entry tells absent from empty, which no other field does");
}

TEST_CASE("a name on the list of those written by hand that is no act or event of the schema is refused") {
  CHECK(refusal(sound_wave, sound_terms, {"Wave", "MoveEntry"}) ==
        "MoveEntry is written by hand, and is no act or event of the schema");
  CHECK(refusal(sound_wave, sound_terms, {"Other"}) ==
        "Other is written by hand, and is no act or event of the schema");
}

TEST_CASE("words that do not begin as those of their enumeration do, or lack one for none, are refused") {
  CHECK(refusal(sound_wave, words({"MOOD_UNSPECIFIED", "GOOD"})) == "GOOD does not begin with MOOD_");
  CHECK(refusal(sound_wave, words({"MOOD_GOOD"})) == "Mood has no word for what is not given: MOOD_GOOD");
}

TEST_CASE("a schema without commands or events, or without words, is none") {
  pb::DescriptorPool pool;
  CHECK(schema_of(pool, {}).error() == "rostrum.v1.Command is no message with one choice");
  add(pool, "command.proto", whole("Command", "act", "wave", "Wave") + message("Wave", ""));
  CHECK(schema_of(pool, {}).error() == "rostrum.v1.Event is no message with one choice");
  add(pool, "event.proto", whole("Event", "event", "waved", "Waved") + message("Waved", ""));
  CHECK(schema_of(pool, {}).error() == "there is no rostrum/v1/terms.proto");
  pb::DescriptorPool of_numbers;
  add(of_numbers, "command.proto",
      message("Command", field("wave", 10, "TYPE_UINT32 oneof_index: 0") + "oneof_decl { name: \"act\" }"));
  CHECK(schema_of(of_numbers, {}).error() == "Command.wave is no message");
}

}  // namespace rostrum::wire::generate
