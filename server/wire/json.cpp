#include "wire/json.hpp"

#include <memory>

#include <google/protobuf/stubs/logging.h>
#include <google/protobuf/util/json_util.h>
#include <google/protobuf/util/type_resolver_util.h>

#include "base/assert.hpp"
#include "wire/protobuf.hpp"

namespace rostrum::wire {

namespace {

namespace pb = google::protobuf;

const std::string host = "type.googleapis.com";  // the prefix that protobuf gives to the names of types

pb::util::TypeResolver* resolver() {
  static const std::unique_ptr<pb::util::TypeResolver> made(
      pb::util::NewTypeResolverForDescriptorPool(host, pb::DescriptorPool::generated_pool()));
  return made.get();
}

}  // namespace

std::string json_of(const pb::Message& message) {
  // Not MessageToJsonString: it serializes by itself, with maps in any order.
  std::string text;
  const auto written = pb::util::BinaryToJsonString(resolver(), host + "/" + message.GetDescriptor()->full_name(),
                                                    serialized(message), &text);
  ROSTRUM_ASSERT(written.ok());
  return text;
}

bool parse_json(pb::Message& into, std::string_view text) {
  const pb::LogSilencer silencer;  // a client's malformed frame is no news of ours
  pb::util::JsonParseOptions options;
  options.ignore_unknown_fields = true;
  return pb::util::JsonStringToMessage({text.data(), text.size()}, &into, options).ok();
}

}  // namespace rostrum::wire
