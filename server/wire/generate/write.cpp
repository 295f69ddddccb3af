#include "wire/generate/write.hpp"

#include <google/protobuf/io/printer.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>

namespace rostrum::wire::generate {

namespace {

using google::protobuf::io::Printer;
using google::protobuf::io::StringOutputStream;

/// What `write` prints, with $name$ for what it gives names to.
template <class Write>
std::string printed(Write write) {
  std::string text;
  {
    StringOutputStream stream(&text);
    Printer printer(&stream, '$');
    write(printer);
  }
  return text;
}

/// How acts and events differ in what is written for them.
struct Sort {
  const char* header;    // that has the fields' overloads
  const char* whole;     // the message that holds one of them
  const char* variant;   // of council
  const char* choice;    // the oneof
  const char* fields;    // the class that takes fields
  const char* read;      // what reading gives
  const char* read_one;  // the function that reads any of them
  const char* rest;      // what is done for those that have no message
};

constexpr Sort acts{.header = "act_fields",
                    .whole = "Command",
                    .variant = "Act",
                    .choice = "act",
                    .fields = "ActFields",
                    .read = "Decided<council::Act>",
                    .read_one = "act_of",
                    .rest = "  template <class OfTheServer>\n"
                            "  void operator()(const OfTheServer&) const {\n"
                            "    static_assert(OfTheServer::is.may == council::server_only,\n"
                            "                  \"an act that people may do has a message in rostrum.v1.Command\");\n"
                            "  }\n"};
constexpr Sort events{.header = "event_fields",
                      .whole = "Event",
                      .variant = "Event",
                      .choice = "event",
                      .fields = "EventFields",
                      .read = "Result<council::Event, std::string>",
                      .read_one = "event_of",
                      .rest = ""};

std::string camel(const std::string& name) {
  std::string camel;
  bool up = true;
  for (const char letter : name) {
    if (letter != '_') camel += up ? static_cast<char>(std::toupper(static_cast<unsigned char>(letter))) : letter;
    up = letter == '_';
  }
  return camel;
}

/// One name for each member: a struct with more or with fewer does not compile.
std::string names_of_all(const std::vector<Field>& fields) {
  std::string names;
  for (std::size_t index = 0; index < fields.size(); ++index)
    names += (index > 0 ? ", member_" : "member_") + std::to_string(index + 1);
  return names;
}

void write_read(Printer& printer, const Sort& sort, const Message& message) {
  printer.Print("$read$ read(const v1::$name$& from) {\n"
                "  council::$name$ into{};\n",
                "read", sort.read, "name", message.name);
  if (message.fields.empty())
    printer.Print("  static_assert(std::is_empty_v<council::$name$>);\n", "name", message.name);
  else
    printer.Print("  [[maybe_unused]] const auto& [$all$] = into;\n", "all", names_of_all(message.fields));
  printer.Print("  $fields$ take;\n", "fields", sort.fields);
  for (const Field& field : message.fields)
    printer.Print("  take(\"$field$\", from.$field$(), into.$member$);\n", "field", field.name, "member", field.member);
  printer.Print("  return take.read(std::move(into));\n}\n");
}

void write_put(Printer& printer, const Message& message) {
  const bool uses = !message.fields.empty();
  printer.Print("void put(v1::$name$&$into$, const council::$name$&$from$) {\n", "name", message.name, "into",
                uses ? " into" : "", "from", uses ? " from" : "");
  for (const Field& field : message.fields)
    printer.Print(field.is_one_value ? "  into.set_$field$(field_of(from.$member$));\n"
                                     : "  if (is_given(from.$member$)) put(*into.mutable_$field$(), from.$member$);\n",
                  "field", field.name, "member", field.member);
  printer.Print("}\n");
}

void write_putting(Printer& printer, const std::vector<Message>& messages, const Sort& sort) {
  printer.Print("struct Putting {\n"
                "  v1::$whole$& into;\n",
                "whole", sort.whole);
  for (const Message& message : messages)
    printer.Print("  void operator()(const council::$name$& from) const { put(*into.mutable_$field$(), from); }\n",
                  "name", message.name, "field", message.field);
  printer.Print("$rest$};\n", "rest", sort.rest);
}

void write_read_one(Printer& printer, const std::vector<Message>& messages, const Sort& sort) {
  printer.Print("$read$ $read_one$(const v1::$whole$& from) {\n"
                "  switch (from.$choice$_case()) {\n",
                "read", sort.read, "read_one", sort.read_one, "whole", sort.whole, "choice", sort.choice);
  for (const Message& message : messages)
    printer.Print("  case v1::$whole$::k$camel$:\n"
                  "    return read(from.$field$());\n",
                  "whole", sort.whole, "camel", camel(message.field), "field", message.field);
  printer.Print("  default:\n"
                "    return $fields$::none();\n"
                "  }\n"
                "}\n\n",
                "fields", sort.fields);
}

std::string source(const std::vector<Message>& messages, const Sort& sort) {
  return printed([&](Printer& printer) {
    printer.Print("// Written at build time, from the schema, by server/wire/generate.\n"
                  "#include \"wire/$header$.hpp\"\n\n"
                  "namespace rostrum::wire {\n\n"
                  "namespace {\n\n"
                  "using wire::put;\n"
                  "using wire::read;\n\n",
                  "header", sort.header);
    for (const Message& message : messages) {
      if (message.by_hand) continue;
      write_read(printer, sort, message);
      write_put(printer, message);
      printer.Print("\n");
    }
    write_putting(printer, messages, sort);
    printer.Print("\n}  // namespace\n\n");
    write_read_one(printer, messages, sort);
    printer.Print("void put(v1::$whole$& into, const council::$variant$& from) {\n"
                  "  std::visit(Putting{into}, from);\n"
                  "}\n\n"
                  "}  // namespace rostrum::wire\n",
                  "whole", sort.whole, "variant", sort.variant);
  });
}

void write_words(Printer& printer, const Enumeration& enumeration) {
  printer.Print("template <>\n"
                "struct Words<council::$name$> {\n"
                "  static constexpr std::array table{\n",
                "name", enumeration.name);
  for (const Word& word : enumeration.words)
    printer.Print("      std::pair{council::$name$::$ours$, v1::$theirs$},\n", "name", enumeration.name, "ours",
                  word.ours, "theirs", word.theirs);
  printer.Print("  };\n"
                "};\n"
                "[[nodiscard]] constexpr v1::$name$ to_wire(council::$name$ value) {\n"
                "  switch (value) {\n",
                "name", enumeration.name);
  for (const Word& word : enumeration.words)
    printer.Print("  case council::$name$::$ours$:\n"
                  "    return v1::$theirs$;\n",
                  "name", enumeration.name, "ours", word.ours, "theirs", word.theirs);
  printer.Print("  }\n"
                "  return {};\n"
                "}\n\n");
}

void write_members(Printer& printer, const std::vector<Message>& messages) {
  for (const Message& message : messages) {
    if (message.by_hand) continue;
    printer.Print("template <class Visit>\n"
                  "void each_member(council::$name$& of, Visit&& visit) {\n",
                  "name", message.name);
    for (const Field& field : message.fields)
      printer.Print("  visit(\"$member$\", of.$member$);\n", "member", field.member);
    printer.Print("}\n");
  }
}

}  // namespace

std::string acts_source(const Schema& schema) { return source(schema.acts, acts); }

std::string events_source(const Schema& schema) { return source(schema.events, events); }

std::string words_header(const Schema& schema) {
  return printed([&](Printer& printer) {
    printer.Print("// Written at build time, from the schema, by server/wire/generate.\n"
                  "#pragma once\n\n"
                  "#include <array>\n"
                  "#include <utility>\n\n"
                  "#include \"council/terms.hpp\"\n"
                  "#include \"rostrum/v1/terms.pb.h\"\n\n"
                  "namespace rostrum::wire {\n\n"
                  "namespace v1 = rostrum::v1;\n\n"
                  "/// Every value of `Enum` and what stands for it on the wire.\n"
                  "template <class Enum>\n"
                  "struct Words;\n\n");
    for (const Enumeration& enumeration : schema.enumerations) write_words(printer, enumeration);
    printer.Print("}  // namespace rostrum::wire\n");
  });
}

std::string members_header(const Schema& schema) {
  return printed([&](Printer& printer) {
    printer.Print("// Written at build time, from the schema, by server/wire/generate.\n"
                  "#pragma once\n\n"
                  "#include <tuple>\n\n"
                  "#include \"council/act.hpp\"\n"
                  "#include \"council/event.hpp\"\n\n"
                  "namespace rostrum::generated {\n\n"
                  "/// How many values `Enum` has.\n"
                  "template <class Enum>\n"
                  "struct Count;\n");
    for (const Enumeration& enumeration : schema.enumerations)
      printer.Print("template <>\n"
                    "struct Count<council::$name$> {\n"
                    "  static constexpr int value = $count$;\n"
                    "};\n",
                    "name", enumeration.name, "count", std::to_string(enumeration.words.size()));
    printer.Print("\n/// What a client can send.\n"
                  "using SentActs = std::tuple<");
    for (std::size_t index = 0; index < schema.acts.size(); ++index)
      printer.Print("$between$council::$name$", "between", index > 0 ? ",\n                            " : "", "name",
                    schema.acts[index].name);
    printer.Print(">;\n\n");
    write_members(printer, schema.acts);
    write_members(printer, schema.events);
    printer.Print("\n}  // namespace rostrum::generated\n");
  });
}

}  // namespace rostrum::wire::generate
