// Frames that many connections share: encoded once per codec, on first use, and immutable from then on.
#pragma once

#include <array>
#include <memory>
#include <string>

#include "wire/frames.hpp"

namespace rostrum::chamber {

/// The bytes of a frame as they are sent, the same for every connection that gets it.
using Frame = std::shared_ptr<const std::string>;

/// An item for one audience (or one delegation), with its encodings. Touched by the hall's strand only.
class SharedItem {
 public:
  /// `encodings` counts each encoding made; it outlives the item.
  SharedItem(wire::ServerItem item, std::uint64_t& encodings) : item_(std::move(item)), encodings_(encodings) {}

  /// Encoded at the first call for a codec.
  [[nodiscard]] const Frame& frame(wire::Codec codec) {
    Frame& frame = frames_[static_cast<std::size_t>(codec)];
    if (!frame) {
      frame = std::make_shared<const std::string>(wire::encode(codec, item_));
      ++encodings_;
    }
    return frame;
  }

  [[nodiscard]] const wire::ServerItem& item() const { return item_; }

 private:
  wire::ServerItem item_;
  std::uint64_t& encodings_;
  std::array<Frame, wire::codec_count> frames_;
};

}  // namespace rostrum::chamber
