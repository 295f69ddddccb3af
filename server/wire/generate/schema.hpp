// What the mapping of acts and events is written from: the names that the schema gives, and nothing of their types.
// That a field and a member fit is for the overloads of wire/fields.hpp to say, so that what does not fit does not
// compile.
//
// A message is the struct of the same name in council, a field the member of the same name, without the unit that a
// duration has on the wire (limit_ms is the member limit). A message whose shape differs from its struct's, as where it
// leaves a choice (a oneof), is written by hand, and named to the generator.
#pragma once

#include <string>
#include <vector>

#include <google/protobuf/descriptor.h>

#include "base/result.hpp"

namespace rostrum::wire::generate {

struct Field {
  std::string name;    // in the schema; an error names it
  std::string member;  // of the struct
  bool is_one_value;   // written by a setter; the others through what their field is
};

struct Message {
  std::string name;
  std::string field;          // of the oneof that holds it
  std::vector<Field> fields;  // none where it is written by hand
  bool by_hand = false;
};

struct Word {
  std::string ours;    // such as observer_state
  std::string theirs;  // such as CATEGORY_OBSERVER_STATE
};

struct Enumeration {
  std::string name;
  std::vector<Word> words;
};

struct Schema {
  std::vector<Message> acts;    // of rostrum.v1.Command
  std::vector<Message> events;  // of rostrum.v1.Event
  std::vector<Enumeration> enumerations;
};

/// What can be written, or the first thing that nothing can be written for, named.
[[nodiscard]] Result<Schema, std::string> schema_of(const google::protobuf::DescriptorPool& pool,
                                                    const std::vector<std::string>& by_hand);

}  // namespace rostrum::wire::generate
