#include "wire/generate/schema.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace rostrum::wire::generate {

namespace {

namespace pb = google::protobuf;

constexpr std::string_view unit = "_ms";
constexpr std::string_view command_name = "rostrum.v1.Command";
constexpr std::string_view event_name = "rostrum.v1.Event";
constexpr const char* terms_file = "rostrum/v1/terms.proto";
// Words of C++ that may be words of the floor; their enumerators end in an underscore.
constexpr std::array<std::string_view, 7> taken_words{"default",   "delete", "new", "private",
                                                      "protected", "public", "this"};

bool is_text(const pb::FieldDescriptor& field) { return field.type() == pb::FieldDescriptor::TYPE_STRING; }

/// Why nothing can be written for a field; empty where it can.
std::string refusal(const pb::FieldDescriptor& field) {
  if (field.is_map()) {
    const auto& entry = *field.message_type();
    return is_text(*entry.map_key()) && is_text(*entry.map_value()) ? "" : "is a map of other things than texts";
  }
  if (field.real_containing_oneof()) return "stands in a choice: its message is to be written by hand";
  if (field.has_optional_keyword()) return "tells absent from empty, which no other field does";
  switch (field.type()) {
  case pb::FieldDescriptor::TYPE_BOOL:
  case pb::FieldDescriptor::TYPE_UINT32:
  case pb::FieldDescriptor::TYPE_INT64:
  case pb::FieldDescriptor::TYPE_STRING:
  case pb::FieldDescriptor::TYPE_ENUM:
  case pb::FieldDescriptor::TYPE_MESSAGE:
    return "";
  default:
    return "is of a type that nothing is told in: " + std::string(field.type_name());
  }
}

std::string member_of(std::string name) {
  if (name.ends_with(unit)) name.resize(name.size() - unit.size());
  return name;
}

Result<std::vector<Field>, std::string> fields_of(const pb::Descriptor& message) {
  std::vector<Field> fields;
  for (int index = 0; index < message.field_count(); ++index) {
    const pb::FieldDescriptor& field = *message.field(index);
    if (const auto why = refusal(field); !why.empty()) return failure(message.name() + "." + field.name() + " " + why);
    fields.push_back({.name = field.name(),
                      .member = member_of(field.name()),
                      .is_one_value = !field.is_repeated() && field.type() != pb::FieldDescriptor::TYPE_MESSAGE});
  }
  return fields;
}

/// The messages of the one oneof of `whole`.
Result<std::vector<Message>, std::string> messages_of(const pb::DescriptorPool& pool, std::string_view whole,
                                                      const std::vector<std::string>& by_hand) {
  const pb::Descriptor* type = pool.FindMessageTypeByName(std::string(whole));
  if (!type || type->real_oneof_decl_count() != 1)
    return failure(std::string(whole) + " is no message with one choice");
  const pb::OneofDescriptor& of = *type->oneof_decl(0);
  std::vector<Message> messages;
  for (int index = 0; index < of.field_count(); ++index) {
    const pb::FieldDescriptor& field = *of.field(index);
    const pb::Descriptor* message = field.message_type();
    if (!message) return failure(type->name() + "." + field.name() + " is no message");
    Message one{.name = message->name(), .field = field.name(), .fields = {}};
    one.by_hand = std::ranges::find(by_hand, one.name) != by_hand.end();
    if (!one.by_hand) {
      auto fields = fields_of(*message);
      if (!fields) return failure(fields.error());
      one.fields = *std::move(fields);
    }
    messages.push_back(std::move(one));
  }
  return messages;
}

std::string enumerator_of(std::string word) {
  for (char& letter : word)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return std::ranges::find(taken_words, word) == taken_words.end() ? word : word + '_';
}

/// Of words that all begin as the one of number 0 does, which says that none is given.
Result<Enumeration, std::string> enumeration_of(const pb::EnumDescriptor& type) {
  Enumeration enumeration{.name = type.name(), .words = {}};
  constexpr std::string_view none = "UNSPECIFIED";
  const std::string& first = type.value(0)->name();
  if (!first.ends_with(none)) return failure(type.name() + " has no word for what is not given: " + first);
  const std::string begin = first.substr(0, first.size() - none.size());
  for (int index = 1; index < type.value_count(); ++index) {
    const std::string& name = type.value(index)->name();
    if (!name.starts_with(begin)) return failure(name + " does not begin with " + begin);
    enumeration.words.push_back({.ours = enumerator_of(name.substr(begin.size())), .theirs = name});
  }
  return enumeration;
}

}  // namespace

Result<Schema, std::string> schema_of(const pb::DescriptorPool& pool, const std::vector<std::string>& by_hand) {
  auto acts = messages_of(pool, command_name, by_hand);
  if (!acts) return failure(acts.error());
  auto events = messages_of(pool, event_name, by_hand);
  if (!events) return failure(events.error());
  for (const std::string& name : by_hand) {
    const auto has_name = [&](const Message& message) { return message.name == name; };
    if (std::ranges::none_of(*acts, has_name) && std::ranges::none_of(*events, has_name))
      return failure(name + " is written by hand, and is no act or event of the schema");
  }
  Schema schema{.acts = *std::move(acts), .events = *std::move(events), .enumerations = {}};
  const pb::FileDescriptor* terms = pool.FindFileByName(terms_file);
  if (!terms) return failure(std::string("there is no ") + terms_file);
  for (int index = 0; index < terms->enum_type_count(); ++index) {
    auto enumeration = enumeration_of(*terms->enum_type(index));
    if (!enumeration) return failure(enumeration.error());
    schema.enumerations.push_back(*std::move(enumeration));
  }
  return schema;
}

}  // namespace rostrum::wire::generate
