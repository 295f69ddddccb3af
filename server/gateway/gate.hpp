// What stands between a WebSocket and its stream, so that two can write: the fan-out sends whole data frames here, at
// once and without an allocation where the kernel has room for them; Beast writes its control frames (pong, ping,
// close) and the handshake's answer as to any stream. The gate lets one through after the other: what is written in
// part is written to its end before anything else, a control frame goes before frames that have not begun, and nothing
// goes behind a close frame.
//
// A frame is the payload alone and is shared with other gates; its WebSocket header is put before it here.
//
// Touched by the hall's strand only.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include <boost/beast/core/role.hpp>

#include "chamber/frames.hpp"
#include "gateway/stream.hpp"

namespace rostrum::gateway {

enum class Opcode : std::uint8_t { text = 1, binary = 2 };

/// Whole data frames as they are on the socket, each behind its header (RFC 6455, 5.2; a server masks nothing). Does
/// not keep the frames.
class Gather {
 public:
  static constexpr std::size_t most = Pieces::most / 2;

  /// At most `most` frames.
  Gather(std::span<const chamber::Frame> frames, Opcode opcode);
  Gather(const Gather&) = delete;  // the pieces point into it
  Gather& operator=(const Gather&) = delete;

  /// What is left of them.
  Pieces pieces;

 private:
  static constexpr std::size_t header_bytes_most = 10;
  std::array<std::array<std::uint8_t, header_bytes_most>, most> headers_;
};

class Gate {
 public:
  using executor_type = Executor;

  /// Whose gate it is. Lives at least as long as something is under way.
  class Owner {
   public:
    /// Frames that had not been taken whole are sent; or the stream has failed.
    virtual void frames_sent(Error error) = 0;

   protected:
    ~Owner() = default;
  };

  explicit Gate(Stream stream) : stream_(std::move(stream)) {}
  /// Before the first frame.
  void belongs_to(std::weak_ptr<Owner> owner) { owner_ = std::move(owner); }

  /// Sends frames, at most Gather::most. True where they were taken whole at once. Otherwise they are kept,
  /// `Owner::frames_sent` follows, never from inside this call, and until then nothing more may be sent.
  [[nodiscard]] bool send(std::span<const chamber::Frame> frames, Opcode opcode);

  /// What is under way ends with an error.
  void close() { stream_.any().close(); }
  [[nodiscard]] std::string address() { return stream_.any().address(); }
  void tear_down(AnyStream::Done done) { stream_.any().tear_down(std::move(done)); }

  // ---- a stream, for Beast

  [[nodiscard]] executor_type get_executor() const { return stream_.get_executor(); }

  template <class Buffers, class Token>
  auto async_read_some(const Buffers& buffers, Token&& token) -> ResultOf<Token, void(Error, std::size_t)> {
    return stream_.async_read_some(buffers, std::forward<Token>(token));
  }
  /// Ends when all that was taken is written: no part of a control frame is ever left to a second call.
  template <class Buffers, class Token>
  auto async_write_some(const Buffers& buffers, Token&& token) -> ResultOf<Token, void(Error, std::size_t)> {
    std::string bytes(std::min(boost::asio::buffer_size(buffers), write_bytes_most), '\0');
    boost::asio::buffer_copy(boost::asio::buffer(bytes), buffers);
    return boost::asio::async_initiate<Token, void(Error, std::size_t)>(
        [this](auto handler, std::string taken) { write(std::move(taken), std::move(handler)); }, token,
        std::move(bytes));
  }

 private:
  struct UnderWay;

  /// More than any control frame has.
  static constexpr std::size_t write_bytes_most = 4'096;

  void write(std::string bytes, AnyStream::Moved done);
  void go_on(std::unique_ptr<UnderWay> under_way);
  void wrote(std::unique_ptr<UnderWay> under_way, Error error, std::size_t bytes);
  std::unique_ptr<UnderWay> begin();

  Stream stream_;
  std::weak_ptr<Owner> owner_;
  UnderWay* under_way_ = nullptr;  // owned by the operation on the stream
  bool closing_ = false;           // a close frame was given: it is the last
};

// As Beast finds them.
template <class Handler>
void async_teardown(boost::beast::role_type /*server*/, Gate& gate, Handler&& handler) {
  gate.tear_down(std::forward<Handler>(handler));
}
inline void beast_close_socket(Gate& gate) { gate.close(); }

}  // namespace rostrum::gateway
