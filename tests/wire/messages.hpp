// What a client would send, made from council values, and frames of both codecs.
#pragma once

#include <catch2/catch.hpp>
#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>
#include <google/protobuf/util/json_util.h>

#include "rostrum/v1/envelope.pb.h"
#include "wire/command.hpp"
#include "wire/frames.hpp"

namespace rostrum::wire::test {

namespace v1 = rostrum::v1;

inline constexpr std::array codecs{Codec::protobuf, Codec::json};

/// The same message gives the same bytes.
inline std::string bytes_of(const google::protobuf::Message& message) {
  std::string bytes;
  {
    google::protobuf::io::StringOutputStream stream(&bytes);
    google::protobuf::io::CodedOutputStream coded(&stream);
    coded.SetSerializationDeterministic(true);
    REQUIRE(message.SerializeToCodedStream(&coded));
  }
  return bytes;
}

inline std::string json_of(const google::protobuf::Message& message) {
  std::string text;
  REQUIRE(google::protobuf::util::MessageToJsonString(message, &text).ok());
  return text;
}

inline std::string encoded(Codec codec, const google::protobuf::Message& message) {
  return codec == Codec::json ? json_of(message) : bytes_of(message);
}

/// The frame that the bytes are. Strict: JSON with a field that is not known is none.
template <class Frame>
Frame frame_of(Codec codec, const std::string& bytes) {
  Frame frame;
  if (codec == Codec::json)
    REQUIRE(google::protobuf::util::JsonStringToMessage(bytes, &frame).ok());
  else
    REQUIRE(frame.ParseFromString(bytes));
  return frame;
}

/// The command as a client writes it; an act of the server's own has no such form.
inline v1::Command message_of(const council::Command& command, const std::string& id) {
  v1::Command message;
  message.set_id(id);
  put(message, command);
  REQUIRE(message.act_case() != v1::Command::ACT_NOT_SET);
  return message;
}

inline v1::ClientFrame frame_with(const v1::Command& command) {
  v1::ClientFrame frame;
  *frame.add_items()->mutable_command() = command;
  return frame;
}

}  // namespace rostrum::wire::test
