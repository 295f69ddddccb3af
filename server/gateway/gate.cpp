#include "gateway/gate.hpp"

#include <optional>
#include <vector>

#include <boost/asio/post.hpp>

#include "base/assert.hpp"

namespace rostrum::gateway {

namespace asio = boost::asio;

namespace {

constexpr std::uint8_t last_fragment = 0x80;
constexpr std::uint8_t close_frame = last_fragment | 8;

/// Writes the header of an unmasked frame that is not fragmented; returns its size.
std::size_t put_header(std::uint8_t* at, Opcode opcode, std::size_t size) {
  constexpr std::size_t size_of_7_bits_most = 125;
  constexpr std::size_t size_of_16_bits_most = 0xffff;
  at[0] = static_cast<std::uint8_t>(last_fragment | static_cast<std::uint8_t>(opcode));
  std::size_t size_bytes = 0;
  if (size <= size_of_7_bits_most) {
    at[1] = static_cast<std::uint8_t>(size);
  } else {
    const bool short_size = size <= size_of_16_bits_most;
    at[1] = short_size ? 126 : 127;
    size_bytes = short_size ? 2 : 8;
  }
  for (std::size_t byte = 0; byte < size_bytes; ++byte)
    at[2 + byte] = static_cast<std::uint8_t>(size >> (8 * (size_bytes - 1 - byte)));
  return 2 + size_bytes;
}

}  // namespace

Gather::Gather(std::span<const chamber::Frame> frames, Opcode opcode) {
  ROSTRUM_ASSERT(frames.size() <= most);
  for (std::size_t index = 0; index < frames.size(); ++index) {
    std::uint8_t* const header = headers_[index].data();
    pieces.add({header, put_header(header, opcode, frames[index]->size())});
    pieces.add(asio::buffer(*frames[index]));
  }
}

/// What waits for the stream. It belongs to the operation that is under way there, so that nothing is kept alive once
/// that has gone.
struct Gate::UnderWay {
  struct Written {
    std::string bytes;
    AnyStream::Moved done;
  };
  struct Sent {
    Sent(std::span<const chamber::Frame> all, Opcode opcode) : frames(all.begin(), all.end()), gather(frames, opcode) {}

    std::vector<chamber::Frame> frames;
    Gather gather;
  };

  /// What is to be written next, or goes on.
  Pieces& next() {
    if (!in_part) writing = written.has_value();
    return writing ? written_pieces : sent->gather.pieces;
  }

  std::shared_ptr<Owner> owner;
  std::optional<Written> written;  // of Beast's
  Pieces written_pieces;
  std::optional<Sent> sent;
  bool writing = false;  // `written` is the one under way, not `sent`
  bool in_part = false;  // and has begun
};

std::unique_ptr<Gate::UnderWay> Gate::begin() {
  auto under_way = std::make_unique<UnderWay>();
  under_way->owner = owner_.lock();
  return under_way;
}

bool Gate::send(std::span<const chamber::Frame> frames, Opcode opcode) {
  if (closing_) return true;  // nobody waits for them
  std::size_t bytes = 0;
  if (under_way_ == nullptr) {
    Gather gather(frames, opcode);
    Error error;
    bytes = stream_.any().send_now(gather.pieces, error);
    if (error) {
      asio::post(get_executor(), [owner = owner_.lock(), error] {
        if (owner) owner->frames_sent(error);
      });
      return false;
    }
    if (bytes == gather.pieces.bytes()) return true;
  }
  auto begun = under_way_ == nullptr ? begin() : nullptr;
  UnderWay& under_way = begun ? *begun : *under_way_;
  ROSTRUM_ASSERT(!under_way.sent);
  under_way.sent.emplace(frames, opcode);
  under_way.sent->gather.pieces.consume(bytes);
  under_way.in_part = under_way.in_part || bytes > 0;
  if (begun) go_on(std::move(begun));
  return false;
}

void Gate::write(std::string bytes, AnyStream::Moved done) {
  closing_ = closing_ || static_cast<std::uint8_t>(bytes[0]) == close_frame;
  std::size_t sent = 0;
  if (under_way_ == nullptr) {
    Error error;
    sent = stream_.any().send_now(Pieces(asio::buffer(bytes)), error);
    if (error || sent == bytes.size())
      return asio::post(get_executor(), [done = std::move(done), error, sent]() mutable { done(error, sent); });
  }
  auto begun = under_way_ == nullptr ? begin() : nullptr;
  UnderWay& under_way = begun ? *begun : *under_way_;
  ROSTRUM_ASSERT(!under_way.written);  // Beast writes one thing at a time
  under_way.written.emplace(UnderWay::Written{std::move(bytes), std::move(done)});
  under_way.written_pieces = Pieces(asio::buffer(under_way.written->bytes));
  under_way.written_pieces.consume(sent);
  if (begun) {
    begun->writing = begun->in_part = sent > 0;
    go_on(std::move(begun));
  }
}

void Gate::go_on(std::unique_ptr<UnderWay> under_way) {
  under_way_ = under_way.get();
  const Pieces& pieces = under_way_->next();
  under_way_->in_part = true;  // the stream has it
  stream_.any().write_some(pieces, [this, kept = std::move(under_way)](Error error, std::size_t bytes) mutable {
    wrote(std::move(kept), error, bytes);
  });
}

void Gate::wrote(std::unique_ptr<UnderWay> under_way, Error error, std::size_t bytes) {
  if (error) {
    under_way_ = nullptr;
    if (under_way->written) under_way->written->done(error, 0);
    if (under_way->sent && under_way->owner) under_way->owner->frames_sent(error);
    return;
  }
  Pieces& pieces = under_way->next();
  pieces.consume(bytes);
  if (pieces.bytes() > 0) return go_on(std::move(under_way));
  under_way->in_part = false;
  std::optional<UnderWay::Written> written;
  bool frames_sent = false;
  if (under_way->writing) {
    written.emplace(std::move(*under_way->written));
    under_way->written.reset();
  } else {
    under_way->sent.reset();
    frames_sent = true;
  }
  const auto owner = under_way->owner;  // whatever is told, the gate is there to the end of this
  if (under_way->written || under_way->sent) {
    go_on(std::move(under_way));
  } else {
    under_way_ = nullptr;
  }
  if (written) written->done(Error(), written->bytes.size());
  if (frames_sent && owner) owner->frames_sent(Error());
}

}  // namespace rostrum::gateway
