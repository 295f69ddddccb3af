// A client of a Rostrum server over WebSocket, in either codec: signs in, resumes, sends commands and waits for their
// answers, and keeps what it is sent in a Store. docs/protocol.md tells the conversation.
//
// Every call that waits takes a deadline, as a span from now, and gives up then with `timed_out`; the client stays
// usable. Used by one thread; nothing happens between calls.
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/result.hpp"
#include "client/address.hpp"
#include "client/codec.hpp"
#include "client/store.hpp"

namespace rostrum::client {

using Span = std::chrono::milliseconds;
inline constexpr Span span_default = std::chrono::seconds(10);

struct Failure {
  enum class Kind {
    unreachable,  // nobody answers there
    not_opened,   // the handshake was refused: `http_status`, 0 where nothing was answered
    refused,      // the server closed and said why: `refusal`, `close_code`
    closed,       // the connection ended: `close_code`, 0 where it was cut
    timed_out,
    not_understood,  // the server sent what is no frame, or a patch out of turn
  };
  Kind kind;
  std::string why;
  unsigned http_status = 0;
  std::uint16_t close_code = 0;
  v1::Refusal refusal = {};
};

/// What became of a command.
using Answer = std::variant<v1::Ack, v1::Rejection>;

class Client {
 public:
  /// Opens the WebSocket at `address`. The client begins with what it `held` before, to resume from there.
  [[nodiscard]] static Result<std::unique_ptr<Client>, Failure> connect(const Address& address, Codec codec,
                                                                        Store held = {}, Span within = span_default);
  ~Client();
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  /// Signs in with `code`, and with the position of what is held; returns once the client holds the session.
  [[nodiscard]] Result<v1::Hello, Failure> sign_in(const std::string& code, Span within = span_default);

  /// Sends `command` and waits for its answer, taking in what comes meanwhile. An empty id is filled in.
  [[nodiscard]] Result<Answer, Failure> act(v1::Command command, Span within = span_default);

  /// Asks for the server's clock.
  [[nodiscard]] Result<v1::TimeReply, Failure> probe(std::int64_t client_at, Span within = span_default);

  /// Asks for the log, the latest acts first: on `panel` (empty: all), before the commit `before` (0: from the end).
  [[nodiscard]] Result<std::variant<v1::Log, v1::Rejection>, Failure>
  ask_log(const std::string& panel = {}, std::uint64_t before = 0, Span within = span_default);

  /// Asks for the sign-in sheet in `language` (empty: the session's default), of `seat` (empty: all).
  [[nodiscard]] Result<std::variant<v1::SignInSheet, v1::Rejection>, Failure>
  ask_sheet(const std::string& language = {}, const std::string& seat = {}, Span within = span_default);

  /// What chair and desk ask about the session.
  [[nodiscard]] Result<std::variant<v1::Answer, v1::Rejection>, Failure> ask(v1::Question question,
                                                                             Span within = span_default);

  /// Takes in what comes until `enough` says so.
  [[nodiscard]] Result<void, Failure> until(const std::function<bool()>& enough, Span within = span_default);

  /// Sends a frame and waits for nothing but its sending.
  [[nodiscard]] Result<void, Failure> send(const v1::ClientFrame& frame, Span within = span_default);
  /// Sends bytes as they are, as a text or a binary message.
  [[nodiscard]] Result<void, Failure> send_bytes(const std::string& bytes, bool text, Span within = span_default);

  /// Takes in what comes until the server ends the connection: how it did.
  [[nodiscard]] Failure until_closed(Span within = span_default);

  /// Closes in good order; cut closes the socket without a word.
  void close(Span within = span_default);
  void cut();

  [[nodiscard]] const Store& store() const;
  /// The items of all frames so far, in their order.
  [[nodiscard]] const std::vector<v1::ServerItem>& items() const;
  [[nodiscard]] std::size_t bytes_received() const;
  /// Every message as it came, one after the other, and the words of the close; nothing where the address did not ask.
  [[nodiscard]] const std::string& messages() const;

 private:
  struct Parts;
  explicit Client(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace rostrum::client
