#include "client/codec.hpp"

#include <google/protobuf/util/json_util.h>

namespace rostrum::client {

std::string encoded(Codec codec, const v1::ClientFrame& frame) {
  std::string bytes;
  if (codec == Codec::protobuf) {
    frame.SerializeToString(&bytes);
  } else {
    (void)google::protobuf::util::MessageToJsonString(frame, &bytes);
  }
  return bytes;
}

std::optional<v1::ServerFrame> decoded(Codec codec, const std::string& bytes) {
  v1::ServerFrame frame;
  google::protobuf::util::JsonParseOptions tolerant;
  tolerant.ignore_unknown_fields = true;
  const bool good = codec == Codec::protobuf
                        ? frame.ParseFromString(bytes)
                        : google::protobuf::util::JsonStringToMessage(bytes, &frame, tolerant).ok();
  if (!good) return std::nullopt;
  return frame;
}

}  // namespace rostrum::client
