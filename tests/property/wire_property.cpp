// Whatever is said or stored means the same after it has been encoded and decoded, in either codec.
#include <rapidcheck/catch.h>

#include "property/by_name.hpp"
#include "property/item_generators.hpp"
#include "support/secrets.hpp"
#include "wire/messages.hpp"

using namespace rostrum;

namespace {

using wire::test::codecs;

wire::ClientCommand sent(wire::Codec codec, const rostrum::v1::Command& message) {
  auto items = wire::decode_client_frame(codec, wire::test::encoded(codec, wire::test::frame_with(message)));
  RC_ASSERT(items.has_value());
  RC_ASSERT(items->size() == 1u);
  auto* command = std::get_if<wire::ClientCommand>(&items->front());
  RC_ASSERT(command != nullptr);
  return std::move(*command);
}

}  // namespace

TEST_CASE("a commit means the same after it has been stored") {
  rc::prop("decoding what was encoded", [] {
    const wire::Commit commit = generate::any_commit();
    const wire::StoredCommit stored = wire::encode(commit, test::known_salts);
    const auto read = wire::decode_commit(stored);
    RC_ASSERT(read.has_value());
    RC_ASSERT(*read == commit);
    RC_ASSERT(wire::encode(*read, test::known_salts) == stored);
  });
  rc::prop("the link alone", [] {
    const wire::Commit commit = generate::any_commit();
    const auto link = wire::decode_link(wire::encode(commit, test::known_salts).bytes);
    RC_ASSERT(link.has_value());
    RC_ASSERT(link->term == commit.term);
    RC_ASSERT(link->seq == commit.seq);
    RC_ASSERT(link->previous == commit.previous);
  });
}

TEST_CASE("bytes that are cut short or altered are a commit or a reason, never a crash") {
  rc::prop("a byte more or less, or another", [] {
    wire::StoredCommit stored = wire::encode(generate::any_commit(), test::known_salts);
    const bool of_words = !stored.beside.empty() && generate::any_number<bool>();
    std::string& bytes = of_words ? stored.beside : stored.bytes;
    const std::size_t at = generate::any_index(bytes.size());
    if (generate::any_number<bool>())
      bytes.resize(at);
    else
      bytes[at] = static_cast<char>(generate::any_number<std::uint8_t>());
    const auto read = wire::decode_commit(stored);
    const auto link = wire::decode_link(stored.bytes);
    RC_ASSERT(read.has_value() || !read.error().empty());
    RC_ASSERT(link.has_value() || !link.error().empty());
    if (read) RC_ASSERT(link.has_value());
  });
}

TEST_CASE("a command is the same in both codecs, and so is its digest") {
  rc::prop("any act that people send", [] {
    const council::Command command = generate::any_sent_command();
    auto message = wire::test::message_of(command, "command-1");
    const auto binary = sent(wire::Codec::protobuf, message);
    RC_ASSERT(binary.command == command);
    RC_ASSERT(binary.id == "command-1");
    RC_ASSERT(!binary.expires_at);
    message.set_id("command-2");
    message.set_expires_at(generate::any_instant().value);
    const auto json = sent(wire::Codec::json, message);
    RC_ASSERT(json.command == command);
    RC_ASSERT(json.expires_at == Instant{message.expires_at()});
    RC_ASSERT(json.digest == binary.digest);
  });
  rc::prop("as protobuf itself writes it, by the names of acts, members and words", [] {
    const council::Act act = generate::any_sent_act();
    auto message = generate::put_by_name(act);
    message.set_id("command-1");
    for (const wire::Codec codec : codecs) RC_ASSERT(sent(codec, message).command.act == act);
  });
  rc::prop("another content has another digest", [] {
    const council::Command one = generate::any_sent_command();
    const council::Command other = generate::any_sent_command();
    RC_PRE(!(one == other));
    RC_ASSERT(sent(wire::Codec::protobuf, wire::test::message_of(one, "a")).digest !=
              sent(wire::Codec::json, wire::test::message_of(other, "a")).digest);
  });
}

TEST_CASE("any bytes from a client are items or a reason, never a crash") {
  rc::prop("random bytes", [] {
    const auto bytes = *rc::gen::arbitrary<std::string>();
    for (const wire::Codec codec : codecs) {
      const auto items = wire::decode_client_frame(codec, bytes);
      RC_ASSERT(items.has_value() || !items.error().empty());
    }
  });
  rc::prop("a sound frame with a byte altered", [] {
    const auto message = wire::test::message_of(generate::any_sent_command(), "command-1");
    for (const wire::Codec codec : codecs) {
      std::string bytes = wire::test::encoded(codec, wire::test::frame_with(message));
      bytes[generate::any_index(bytes.size())] = static_cast<char>(generate::any_number<std::uint8_t>());
      const auto items = wire::decode_client_frame(codec, bytes);
      RC_ASSERT(items.has_value() || !items.error().empty());
    }
  });
}

TEST_CASE("what the server says is the same in both codecs, and the same bytes each time") {
  rc::prop("any item", [] {
    const wire::ServerItem item = generate::any_server_item();
    const std::string binary = wire::encode(wire::Codec::protobuf, item);
    const std::string json = wire::encode(wire::Codec::json, item);
    const auto frame = wire::test::frame_of<rostrum::v1::ServerFrame>(wire::Codec::json, json);
    RC_ASSERT(wire::test::bytes_of(frame) == binary);
    RC_ASSERT(wire::encode(wire::Codec::protobuf, item) == binary);
    RC_ASSERT(wire::encode(wire::Codec::json, item) == json);
  });
}
