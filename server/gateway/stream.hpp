// The bytes under HTTP and WebSocket: a connected socket, plain or under TLS. What it is, any_stream.cpp alone knows;
// HTTP and WebSocket are compiled once for both.
//
// At most one read and one write are under way at a time. Touched by the hall's strand only.
#pragma once

#include <array>
#include <memory>
#include <string>

#include <boost/asio/any_completion_handler.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/buffer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>

namespace rostrum::gateway {

using Error = boost::system::error_code;
using Executor = boost::asio::io_context::executor_type;
using Socket = boost::asio::basic_stream_socket<boost::asio::ip::tcp, Executor>;

/// Bytes to be written, in at most so many pieces as one call to the kernel is given.
class Pieces {
 public:
  static constexpr std::size_t most = 16;

  Pieces() = default;
  /// The first of `buffers`, as many as there is room for; empty ones are left out.
  template <class Buffers>
  explicit Pieces(const Buffers& buffers) {
    for (auto one = boost::asio::buffer_sequence_begin(buffers); one != boost::asio::buffer_sequence_end(buffers);
         ++one)
      if (count_ < most) add(*one);
  }

  void add(boost::asio::const_buffer piece) {
    if (piece.size() > 0) pieces_[count_++] = piece;
  }
  /// Leaves out the first `bytes`.
  void consume(std::size_t bytes);

  [[nodiscard]] const boost::asio::const_buffer* begin() const { return pieces_.data(); }
  [[nodiscard]] const boost::asio::const_buffer* end() const { return pieces_.data() + count_; }
  [[nodiscard]] std::size_t bytes() const;

 private:
  std::array<boost::asio::const_buffer, most> pieces_;
  std::size_t count_ = 0;
};

class AnyStream {
 public:
  using Done = boost::asio::any_completion_handler<void(Error)>;
  using Moved = boost::asio::any_completion_handler<void(Error, std::size_t)>;

  virtual ~AnyStream() = default;
  [[nodiscard]] virtual Executor executor() = 0;
  /// Where the client is, without its port; empty where it is gone.
  [[nodiscard]] virtual std::string address() const = 0;

  /// Comes before all else. A plain socket has none, so it is ready at once.
  virtual void shake_hands(Done done) = 0;
  virtual void read_some(boost::asio::mutable_buffer into, Moved done) = 0;
  virtual void write_some(const Pieces& pieces, Moved done) = 0;
  /// Sends what can be sent without waiting, and says how many bytes that was: 0 where there is no room, and always
  /// under TLS. Not while a write is under way.
  [[nodiscard]] virtual std::size_t send_now(const Pieces& pieces, Error& error) = 0;
  /// Says that nothing more comes, where that needs no waiting for the client on a plain socket.
  virtual void end_sending(Done done) = 0;
  /// Says that nothing more comes, waits until the client has said so too, and closes.
  virtual void tear_down(Done done) = 0;
  /// What is under way ends with an error.
  virtual void close() = 0;
};

[[nodiscard]] std::unique_ptr<AnyStream> plain_stream(Socket socket);

/// What an asynchronous operation returns to who gave it `Token`.
template <class Token, class Signature>
using ResultOf = typename boost::asio::async_result<std::decay_t<Token>, Signature>::return_type;

/// A stream as Asio and Beast want one to be.
class Stream {
 public:
  using executor_type = Executor;

  explicit Stream(std::unique_ptr<AnyStream> any) : any_(std::move(any)) {}

  [[nodiscard]] executor_type get_executor() const { return any_->executor(); }
  [[nodiscard]] AnyStream& any() { return *any_; }

  template <class Buffers, class Token>
  auto async_read_some(const Buffers& buffers, Token&& token) -> ResultOf<Token, void(Error, std::size_t)> {
    return boost::asio::async_initiate<Token, void(Error, std::size_t)>(
        [any = any_.get()](auto handler, boost::asio::mutable_buffer into) {
          any->read_some(into, std::move(handler));
        },
        token, first_of(buffers));
  }
  template <class Buffers, class Token>
  auto async_write_some(const Buffers& buffers, Token&& token) -> ResultOf<Token, void(Error, std::size_t)> {
    return boost::asio::async_initiate<Token, void(Error, std::size_t)>(
        [any = any_.get()](auto handler, const Pieces& pieces) { any->write_some(pieces, std::move(handler)); }, token,
        Pieces(buffers));
  }
  template <class Token>
  auto async_shake_hands(Token&& token) -> ResultOf<Token, void(Error)> {
    return boost::asio::async_initiate<Token, void(Error)>(
        [any = any_.get()](auto handler) { any->shake_hands(std::move(handler)); }, token);
  }
  template <class Token>
  auto async_end_sending(Token&& token) -> ResultOf<Token, void(Error)> {
    return boost::asio::async_initiate<Token, void(Error)>(
        [any = any_.get()](auto handler) { any->end_sending(std::move(handler)); }, token);
  }

 private:
  template <class Buffers>
  static boost::asio::mutable_buffer first_of(const Buffers& buffers) {
    for (auto one = boost::asio::buffer_sequence_begin(buffers); one != boost::asio::buffer_sequence_end(buffers);
         ++one)
      if (boost::asio::mutable_buffer(*one).size() > 0) return *one;
    return {};
  }

  std::unique_ptr<AnyStream> any_;
};

}  // namespace rostrum::gateway
