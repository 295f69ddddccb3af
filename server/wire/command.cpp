#include "wire/command.hpp"

#include "wire/act_fields.hpp"
#include "wire/characters.hpp"
#include "wire/protobuf.hpp"

namespace rostrum::wire {

Decided<council::Command> command_of(const v1::Command& command) {
  if (auto refused = refused_characters(command)) return failure(*std::move(refused));
  return act_of(command).map([&](council::Act act) {
    council::Command read{.act = std::move(act), .expects = {}};
    const v1::Expects& expects = command.expects();
    if (expects.has_speech()) read.expects.speech = SpeechId{expects.speech()};
    if (expects.has_head()) read.expects.head = EntryId{expects.head()};
    return read;
  });
}

void put(v1::Command& into, const council::Command& command) {
  if (command.expects.speech) into.mutable_expects()->set_speech(command.expects.speech->value);
  if (command.expects.head) into.mutable_expects()->set_head(command.expects.head->value);
  put(into, command.act);
}

Digest content_digest(const v1::Command& command) {
  v1::Command content = command;
  content.clear_id();
  content.clear_expires_at();
  content.DiscardUnknownFields();  // JSON has none, and the digest is the same in both codecs
  return sha256(serialized(content));
}

}  // namespace rostrum::wire
