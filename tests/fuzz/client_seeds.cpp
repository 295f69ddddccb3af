#include "fuzz/client_seeds.hpp"

#include <algorithm>
#include <set>

#include "base/assert.hpp"
#include "rostrum/v1/envelope.pb.h"
#include "wire/json.hpp"
#include "wire/protobuf.hpp"

namespace rostrum::fuzz {

namespace {

namespace pb = google::protobuf;

std::string word_for(const std::string& field) {
  if (field == "id") return "c-1";
  if (field == "panel") return "high-level";
  if (field == "language" || field == "key") return "en";
  if (field == "code") return "7K3M-Q0ZX";
  return "KE";
}

void fill(pb::Message& message, int choice);

void fill_field(pb::Message& message, const pb::FieldDescriptor& field, int choice) {
  const pb::Reflection& reflection = *message.GetReflection();
  if (field.is_repeated()) {
    ROSTRUM_ASSERT(field.cpp_type() == pb::FieldDescriptor::CPPTYPE_MESSAGE);
    return fill(*reflection.AddMessage(&message, &field), choice);
  }
  switch (field.cpp_type()) {
  case pb::FieldDescriptor::CPPTYPE_INT32:
    return reflection.SetInt32(&message, &field, 1);
  case pb::FieldDescriptor::CPPTYPE_INT64:
    return reflection.SetInt64(&message, &field, 60'000);
  case pb::FieldDescriptor::CPPTYPE_UINT32:
    return reflection.SetUInt32(&message, &field, 1);
  case pb::FieldDescriptor::CPPTYPE_UINT64:
    return reflection.SetUInt64(&message, &field, 1);
  case pb::FieldDescriptor::CPPTYPE_DOUBLE:
    return reflection.SetDouble(&message, &field, 1.0);
  case pb::FieldDescriptor::CPPTYPE_FLOAT:
    return reflection.SetFloat(&message, &field, 1.0f);
  case pb::FieldDescriptor::CPPTYPE_BOOL:
    return reflection.SetBool(&message, &field, true);
  case pb::FieldDescriptor::CPPTYPE_ENUM:
    return reflection.SetEnum(&message, &field, field.enum_type()->value(1));
  case pb::FieldDescriptor::CPPTYPE_STRING:
    return reflection.SetString(&message, &field, word_for(field.name()));
  case pb::FieldDescriptor::CPPTYPE_MESSAGE:
    return fill(*reflection.MutableMessage(&message, &field), choice);
  }
}

/// Gives every field a value, and of each oneof the field number `choice`, counted round.
void fill(pb::Message& message, int choice) {
  const pb::Descriptor& type = *message.GetDescriptor();
  for (int index = 0; index < type.field_count(); ++index)
    if (!type.field(index)->real_containing_oneof()) fill_field(message, *type.field(index), choice);
  for (int index = 0; index < type.real_oneof_decl_count(); ++index) {
    const pb::OneofDescriptor& of = *type.oneof_decl(index);
    fill_field(message, *of.field(choice % of.field_count()), choice);
  }
}

/// How many forms a message has: those of the oneof with the most fields, in it or within it.
int forms_of(const pb::Descriptor& type) {
  int forms = 1;
  for (int index = 0; index < type.real_oneof_decl_count(); ++index)
    forms = std::max(forms, type.oneof_decl(index)->field_count());
  for (int index = 0; index < type.field_count(); ++index)
    if (const auto* within = type.field(index)->message_type()) forms = std::max(forms, forms_of(*within));
  return forms;
}

/// Every item that a client can send, in every form, with what to call it.
std::vector<std::pair<std::string, v1::ClientItem>> client_items() {
  std::vector<std::pair<std::string, v1::ClientItem>> items;
  const auto each_form = [&](const pb::FieldDescriptor& field, auto make) {
    const int forms = forms_of(*field.message_type());
    for (int form = 0; form < forms; ++form)
      items.emplace_back(field.name() + (forms > 1 ? "-" + std::to_string(form + 1) : ""), make(form));
  };
  const pb::OneofDescriptor& kinds = *v1::ClientItem::descriptor()->FindOneofByName("item");
  for (int index = 0; index < kinds.field_count(); ++index) {
    const pb::FieldDescriptor& kind = *kinds.field(index);
    if (kind.message_type() == v1::Command::descriptor()) continue;
    each_form(kind, [&](int form) {
      v1::ClientItem item;
      fill_field(item, kind, form);
      return item;
    });
  }
  const pb::OneofDescriptor& acts = *v1::Command::descriptor()->FindOneofByName("act");
  for (int index = 0; index < acts.field_count(); ++index) {
    each_form(*acts.field(index), [&](int form) {
      v1::ClientItem item;
      v1::Command& command = *item.mutable_command();
      command.set_id("c-1");
      if (form == 0) fill(*command.mutable_expects(), 0);
      fill_field(command, *acts.field(index), form);
      return item;
    });
  }
  return items;
}

void names_of(const pb::Descriptor& type, std::set<std::string>& names) {
  for (int index = 0; index < type.field_count(); ++index) {
    const pb::FieldDescriptor& field = *type.field(index);
    names.insert(field.json_name());
    if (const auto* words = field.enum_type())
      for (int value = 0; value < words->value_count(); ++value) names.insert(words->value(value)->name());
    if (const auto* within = field.message_type()) names_of(*within, names);
  }
}

}  // namespace

// One a seed in protobuf; in JSON, which the dictionary helps with, several.
std::vector<Seed> client_seeds() {
  constexpr int items_a_frame = 8;
  std::vector<Seed> seeds;
  const auto items = client_items();
  v1::ClientFrame several;
  int frames = 0;
  for (const auto& [name, item] : items) {
    v1::ClientFrame one;
    *one.add_items() = item;
    *several.add_items() = item;
    seeds.push_back({name + ".bin", "0" + wire::serialized(one)});
    if (several.items_size() < items_a_frame && &item != &items.back().second) continue;
    seeds.push_back({"json-" + std::to_string(++frames) + ".txt", "1" + wire::json_of(several)});
    several.Clear();
  }
  return seeds;
}

std::string client_dictionary() {
  std::set<std::string> names;
  names_of(*v1::ClientFrame::descriptor(), names);
  std::string lines;
  for (const auto& name : names) lines += "\"\\\"" + name + "\\\"\"\n";
  return lines;
}

}  // namespace rostrum::fuzz
