#include "wire/protobuf.hpp"

#include <climits>

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>
#include <google/protobuf/stubs/logging.h>
#include <google/protobuf/unknown_field_set.h>

#include "base/assert.hpp"

namespace rostrum::wire {

namespace pb = google::protobuf;

std::string serialized(const pb::Message& message) {
  std::string bytes;
  {
    pb::io::StringOutputStream stream(&bytes);
    pb::io::CodedOutputStream coded(&stream);
    coded.SetSerializationDeterministic(true);
    ROSTRUM_ASSERT(message.SerializeToCodedStream(&coded));
  }
  return bytes;
}

bool parse(pb::Message& into, std::string_view bytes) {
  const pb::LogSilencer silencer;  // a client's malformed frame is no news of ours
  return bytes.size() <= INT_MAX && into.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()));
}

bool has_unknown_fields(const pb::Message& message) {
  return !message.GetReflection()->GetUnknownFields(message).empty();
}

std::optional<int> first_unknown_field(const pb::Message& message) {
  const pb::UnknownFieldSet& unknown = message.GetReflection()->GetUnknownFields(message);
  return unknown.empty() ? std::nullopt : std::optional(unknown.field(0).number());
}

namespace {

bool field_holds_unknown_fields(const pb::Message& message, const pb::FieldDescriptor& field) {
  const pb::Reflection& reflection = *message.GetReflection();
  if (field.cpp_type() != pb::FieldDescriptor::CPPTYPE_MESSAGE || field.is_map()) return false;
  if (!field.is_repeated())
    return reflection.HasField(message, &field) && holds_unknown_fields(reflection.GetMessage(message, &field));
  for (int index = 0; index < reflection.FieldSize(message, &field); ++index)
    if (holds_unknown_fields(reflection.GetRepeatedMessage(message, &field, index))) return true;
  return false;
}

}  // namespace

bool holds_unknown_fields(const pb::Message& message) {
  if (has_unknown_fields(message)) return true;
  const pb::Descriptor& type = *message.GetDescriptor();
  const pb::Reflection& reflection = *message.GetReflection();
  // Of a oneof only the field that is set: of the kinds of events there are many, and a start looks at each event.
  for (int index = 0; index < type.real_oneof_decl_count(); ++index) {
    const auto* set = reflection.GetOneofFieldDescriptor(message, type.oneof_decl(index));
    if (set && field_holds_unknown_fields(message, *set)) return true;
  }
  for (int index = 0; index < type.field_count(); ++index) {
    const pb::FieldDescriptor& field = *type.field(index);
    if (!field.real_containing_oneof() && field_holds_unknown_fields(message, field)) return true;
  }
  return false;
}

}  // namespace rostrum::wire
