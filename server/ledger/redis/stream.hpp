// The bytes of a line to a Redis server, as they are or by TLS, and whose certificate is taken for a server's. Only
// stream.cpp knows TLS.
//
// A stream is used on the strand of its socket, and lives until its handlers are called: closing it ends them with an
// error. No handler is called inside a call to it.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <boost/asio/buffer.hpp>
#include <boost/asio/generic/stream_protocol.hpp>

#include "base/result.hpp"

namespace rostrum::ledger::redis {

class Stream {
 public:
  using Socket = boost::asio::generic::stream_protocol::socket;
  using Error = boost::system::error_code;

  virtual ~Stream() = default;
  /// Once, before anything else; tells why it is nobody to talk to, for people.
  virtual void shake_hands(std::function<void(const std::optional<std::string>& why_not)> done) = 0;
  /// The bytes live as long as the call. One read at a time.
  virtual void read(std::function<void(const Error&, std::string_view bytes)> done) = 0;
  /// Some of them, and how many; the buffer has to live until then. One write at a time.
  virtual void write_some(boost::asio::const_buffer bytes, std::function<void(const Error&, std::size_t)> done) = 0;
  virtual void close() = 0;
};

[[nodiscard]] std::shared_ptr<Stream> plain_stream(Stream::Socket socket);

/// Who is believed that a server is the one of its name: those by whose certificates its own is signed.
class Trust {
 public:
  /// The authorities of this file, in PEM, or without one those that the machine trusts; or why they cannot be used.
  [[nodiscard]] static Result<std::shared_ptr<Trust>, std::string>
  load(const std::optional<std::filesystem::path>& authorities);

  virtual ~Trust() = default;
  /// Its certificate has to be for that host, a name or an IP address.
  [[nodiscard]] virtual std::shared_ptr<Stream> stream(Stream::Socket socket, const std::string& host) = 0;
};

}  // namespace rostrum::ledger::redis
