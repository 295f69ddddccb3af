// Looks through a server's message for what a follower goes by, without decoding the rest: which place a snapshot or a
// patch has, and whether the server refuses. Most messages are one patch, of which a few bytes are read.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace rostrum::load {

enum class Codec : std::uint8_t { protobuf, json };

/// One item of a message.
struct Item {
  enum class Kind : std::uint8_t { hello, snapshot, patch, ack, rejection, refusal, other };
  Kind kind = Kind::other;
  std::uint64_t seq = 0;           // of a snapshot, a patch or an ack
  bool resumed = false;            // of a hello: patches follow, not a snapshot
  std::string_view position = {};  // of a snapshot, encoded: what a sign-in sends back (see `sign_in`)
  std::string_view code = {};      // of a rejection or a refusal
};

/// Calls `visit` for each item of `message`, in their order. False where the message is no server frame.
[[nodiscard]] bool scan(Codec codec, std::string_view message, const std::function<void(const Item&)>& visit);

/// The message that signs in with `code`. `position` is that of the last snapshot as it was scanned, `seq` that of the
/// last patch; an empty one asks for a snapshot.
[[nodiscard]] std::string sign_in(Codec codec, std::string_view code, std::string_view position, std::uint64_t seq);

/// The message that asks for the floor of `panel`, for the sender's own delegation.
[[nodiscard]] std::string ask_for_floor(Codec codec, std::string_view panel, std::string_view id);

}  // namespace rostrum::load
