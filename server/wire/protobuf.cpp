#include "wire/protobuf.hpp"

#include <climits>
#include <vector>

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

bool holds_unknown_fields(const pb::Message& message) {
  if (has_unknown_fields(message)) return true;
  const pb::Reflection& reflection = *message.GetReflection();
  std::vector<const pb::FieldDescriptor*> fields;
  reflection.ListFields(message, &fields);
  for (const pb::FieldDescriptor* field : fields) {
    if (field->cpp_type() != pb::FieldDescriptor::CPPTYPE_MESSAGE || field->is_map()) continue;
    if (!field->is_repeated()) {
      if (holds_unknown_fields(reflection.GetMessage(message, field))) return true;
      continue;
    }
    for (int index = 0; index < reflection.FieldSize(message, field); ++index)
      if (holds_unknown_fields(reflection.GetRepeatedMessage(message, field, index))) return true;
  }
  return false;
}

}  // namespace rostrum::wire
