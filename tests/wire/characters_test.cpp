// The characters of texts from clients, by a walk over the schema: every text of every act there is is looked at, also
// of one that is added after this was written.
#include "wire/characters.hpp"

#include <set>

#include "wire/messages.hpp"

namespace rostrum::wire {

namespace {

namespace pb = google::protobuf;
using test::codecs;

/// A text of the schema: where it stands, as a refusal names it, and how to give it.
struct Place {
  std::string of;     // the message and field that hold it
  std::string field;  // as refused
  bool has_lines = false;
  std::function<void(pb::Message&, const std::string&)> give;
};

using Way = std::function<pb::Message&(pb::Message&)>;

void add_places(std::vector<Place>& places, const pb::Descriptor& type, const std::string& path, const Way& way);

void add_places_of_map(std::vector<Place>& places, const pb::FieldDescriptor& field, const std::string& name,
                       const Way& way) {
  const auto give = [way, &field](pb::Message& into, const std::string& language, const std::string& words) {
    pb::Message& holder = way(into);
    pb::Message& pair = *holder.GetReflection()->AddMessage(&holder, &field);
    pair.GetReflection()->SetString(&pair, field.message_type()->map_key(), language);
    pair.GetReflection()->SetString(&pair, field.message_type()->map_value(), words);
  };
  places.push_back({field.full_name(), name, false,
                    [give](pb::Message& into, const std::string& text) { give(into, text, "words"); }});
  places.push_back({field.full_name(), name + ".fr", has_lines(field),
                    [give](pb::Message& into, const std::string& text) { give(into, "fr", text); }});
}

void add_places_of_field(std::vector<Place>& places, const pb::FieldDescriptor& field, const std::string& path,
                         const Way& way) {
  const bool chooses_act = field.containing_oneof() && field.containing_oneof()->name() == "act";
  const std::string name = (path.empty() ? "" : path + ".") + field.name();
  if (field.is_map()) return add_places_of_map(places, field, name, way);
  if (field.type() == pb::FieldDescriptor::TYPE_STRING) {
    places.push_back(
        {field.full_name(), name, has_lines(field), [way, &field](pb::Message& into, const std::string& text) {
           pb::Message& holder = way(into);
           if (field.is_repeated())
             holder.GetReflection()->AddString(&holder, &field, text);
           else
             holder.GetReflection()->SetString(&holder, &field, text);
         }});
  }
  if (field.type() != pb::FieldDescriptor::TYPE_MESSAGE) return;
  add_places(places, *field.message_type(), chooses_act ? "" : name, [way, &field](pb::Message& into) -> pb::Message& {
    pb::Message& holder = way(into);
    return field.is_repeated() ? *holder.GetReflection()->AddMessage(&holder, &field)
                               : *holder.GetReflection()->MutableMessage(&holder, &field);
  });
}

void add_places(std::vector<Place>& places, const pb::Descriptor& type, const std::string& path, const Way& way) {
  for (int index = 0; index < type.field_count(); ++index) add_places_of_field(places, *type.field(index), path, way);
}

template <class Message>
std::vector<Place> places_in() {
  std::vector<Place> places;
  add_places(places, *Message::descriptor(), "", [](pb::Message& into) -> pb::Message& { return into; });
  return places;
}

void put_into(v1::ClientFrame& frame, const v1::Command& command) { *frame.add_items()->mutable_command() = command; }
void put_into(v1::ClientFrame& frame, const v1::LogRequest& asks) { *frame.add_items()->mutable_log_request() = asks; }
void put_into(v1::ClientFrame& frame, const v1::SheetRequest& asks) {
  *frame.add_items()->mutable_sheet_request() = asks;
}

void put_into(v1::ClientFrame& frame, const v1::Question& asks) { *frame.add_items()->mutable_question() = asks; }

/// The rejection of a message with `text` at `place`; none where it is not for its content.
template <class Message>
std::optional<council::Rejection> rejection_of(Codec codec, const Place& place, const std::string& text) {
  Message message;
  message.set_id("c-1");
  place.give(message, text);
  v1::ClientFrame frame;
  put_into(frame, message);
  const auto items = decode_client_frame(codec, test::encoded(codec, frame));
  REQUIRE(items);
  const auto* malformed = std::get_if<MalformedCommand>(&items->front());
  return malformed ? std::optional(malformed->rejection) : std::nullopt;
}

template <class Message>
std::set<std::string> texts_held_to_it() {
  const std::pair<std::string, std::string> on_no_text[] = {
      {"a\x07z", "U+0007"}, {"\u009B", "U+009B"}, {"\u202Eabc", "U+202E"}, {"a\u2066", "U+2066"}};
  const std::pair<std::string, std::string> on_no_line[] = {
      {"a\nb", "U+000A"}, {"a\r", "U+000D"}, {"\t", "U+0009"}, {"a\u2028", "U+2028"}, {"\u2029", "U+2029"}};
  std::set<std::string> held;
  for (const Place& place : places_in<Message>()) {
    INFO(place.of << " as " << place.field);
    for (const Codec codec : codecs) {
      const auto refused = [&](const std::string& text) { return rejection_of<Message>(codec, place, text); };
      const auto unfit = [&](const std::string& character) {
        return council::rejection(council::Code::unfit_text, place.field, character);
      };
      for (const auto& [text, character] : on_no_text) CHECK(refused(text) == unfit(character));
      for (const auto& [text, character] : on_no_line) {
        if (place.has_lines)
          CHECK(refused(text) != unfit(character));
        else
          CHECK(refused(text) == unfit(character));
      }
      for (const char* blank : {" ", "\u00A0", "\u3000 ", "\u200B"})
        if (!place.has_lines)
          CHECK(refused(blank) == council::rejection(council::Code::malformed, place.field, "more than blanks"));
      const auto marked = refused("\u200Fنص 12\u061C");
      CHECK_FALSE((marked && marked->code == council::Code::unfit_text));
    }
    held.insert(place.of);
  }
  return held;
}

}  // namespace

TEST_CASE("W1 every text of every act is refused with its field and the character that it may not hold") {
  const auto held = texts_held_to_it<v1::Command>();
  // Of these it is seen here that the walk comes by, in whatever it is that holds a text.
  for (const char* text : {"Command.id", "Speaker.name", "Speaker.title", "RequestFloor.on_behalf_of",
                           "RequestFloor.body", "RaisePointOfOrder.note", "RequestHelp.note", "SendNotice.text",
                           "SetPanelTitle.title", "NoticeTo.delegation", "GiveFloor.panellist", "SubmitStatement.text"})
    CHECK(held.contains("rostrum.v1." + std::string(text)));
}

TEST_CASE("W1 every text of what else a client asks for is held to one line") {
  CHECK(texts_held_to_it<v1::LogRequest>().contains("rostrum.v1.LogRequest.panel"));
  CHECK(texts_held_to_it<v1::SheetRequest>().contains("rostrum.v1.SheetRequest.language"));
  CHECK(texts_held_to_it<v1::Question>().contains("rostrum.v1.TimeQuestion.panel"));
}

TEST_CASE("W1 the text of a statement alone may have several lines") {
  std::set<std::string> of_lines;
  for (const Place& place : places_in<v1::Command>())
    if (place.has_lines) of_lines.insert(place.of);
  CHECK(of_lines == std::set<std::string>{"rostrum.v1.SubmitStatement.text"});
}

}  // namespace rostrum::wire
