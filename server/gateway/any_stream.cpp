// The only unit that sees Asio's TLS, which is compiled here too.
#include <sys/socket.h>

#include <cerrno>
#include <cstring>
#include <ctime>
#include <fstream>

#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/websocket/teardown.hpp>

#include "base/assert.hpp"
#include "gateway/stream.hpp"
#include "gateway/tls.hpp"

namespace rostrum::gateway {

namespace asio = boost::asio;
namespace ssl = asio::ssl;
namespace fs = std::filesystem;

void Pieces::consume(std::size_t bytes) {
  std::size_t gone = 0;
  while (gone < count_ && bytes >= pieces_[gone].size()) bytes -= pieces_[gone++].size();
  std::copy(pieces_.begin() + static_cast<std::ptrdiff_t>(gone), pieces_.begin() + static_cast<std::ptrdiff_t>(count_),
            pieces_.begin());
  count_ -= gone;
  if (count_ > 0) pieces_[0] += bytes;
}

std::size_t Pieces::bytes() const {
  std::size_t all = 0;
  for (const auto& piece : *this) all += piece.size();
  return all;
}

namespace {

std::string address_of(const Socket& socket) {
  Error error;
  const auto endpoint = socket.remote_endpoint(error);
  return error ? "" : endpoint.address().to_string();
}

class PlainStream final : public AnyStream {
 public:
  explicit PlainStream(Socket socket) : socket_(std::move(socket)) {}

  Executor executor() override { return socket_.get_executor(); }
  [[nodiscard]] std::string address() const override { return address_of(socket_); }

  void shake_hands(Done done) override {
    asio::post(executor(), [done = std::move(done)]() mutable { done(Error()); });
  }
  void read_some(asio::mutable_buffer into, Moved done) override { socket_.async_read_some(into, std::move(done)); }
  void write_some(const Pieces& pieces, Moved done) override { socket_.async_write_some(pieces, std::move(done)); }

  std::size_t send_now(const Pieces& pieces, Error& error) override {
    std::array<iovec, Pieces::most> vector;
    std::size_t count = 0;
    for (const auto& piece : pieces) vector[count++] = {const_cast<void*>(piece.data()), piece.size()};
    msghdr message{};
    message.msg_iov = vector.data();
    message.msg_iovlen = count;
    ssize_t sent = -1;
    do {
      sent = ::sendmsg(socket_.native_handle(), &message, MSG_DONTWAIT | MSG_NOSIGNAL);
    } while (sent < 0 && errno == EINTR);
    if (sent >= 0) return static_cast<std::size_t>(sent);
    if (errno != EAGAIN && errno != EWOULDBLOCK) error = Error(errno, boost::system::system_category());
    return 0;
  }

  void end_sending(Done done) override {
    Error error;
    socket_.shutdown(Socket::shutdown_send, error);
    asio::post(executor(), [done = std::move(done), error]() mutable { done(error); });
  }
  void tear_down(Done done) override {
    // In a lambda, since Beast posts it, and Asio cannot post to the executor that a type-erased handler names.
    boost::beast::websocket::async_teardown(boost::beast::role_type::server, socket_,
                                            [done = std::move(done)](Error error) mutable { done(error); });
  }
  void close() override {
    Error ignored;
    socket_.close(ignored);
  }

 private:
  Socket socket_;
};

class TlsStream final : public AnyStream {
 public:
  TlsStream(Socket socket, std::shared_ptr<ssl::context> context)
      : context_(std::move(context)),
        stream_(std::move(socket), *context_) {}

  Executor executor() override { return stream_.get_executor(); }
  [[nodiscard]] std::string address() const override { return address_of(stream_.next_layer()); }

  void shake_hands(Done done) override { stream_.async_handshake(ssl::stream_base::server, std::move(done)); }
  void read_some(asio::mutable_buffer into, Moved done) override { stream_.async_read_some(into, std::move(done)); }
  void write_some(const Pieces& pieces, Moved done) override { stream_.async_write_some(pieces, std::move(done)); }
  std::size_t send_now(const Pieces& /*pieces*/, Error& /*error*/) override { return 0; }
  void end_sending(Done done) override { stream_.async_shutdown(std::move(done)); }
  void tear_down(Done done) override {
    stream_.async_shutdown([this, done = std::move(done)](Error error) mutable {
      close();
      done(error);
    });
  }
  void close() override {
    Error ignored;
    stream_.next_layer().close(ignored);
  }

 private:
  std::shared_ptr<ssl::context> context_;
  ssl::stream<Socket> stream_;
};

class LoadedTls final : public Tls {
 public:
  explicit LoadedTls(std::shared_ptr<ssl::context> context) : context_(std::move(context)) {}

  [[nodiscard]] Instant valid_until() const override {
    std::tm parts{};
    ROSTRUM_ASSERT(ASN1_TIME_to_tm(X509_get0_notAfter(SSL_CTX_get0_certificate(context_->native_handle())), &parts) ==
                   1);
    return Instant{} + seconds(::timegm(&parts));
  }
  std::unique_ptr<AnyStream> stream(Socket socket) override {
    return std::make_unique<TlsStream>(std::move(socket), context_);
  }

 private:
  std::shared_ptr<ssl::context> context_;
};

/// What speaks against reading a file at all.
Result<void, std::string> readable(const fs::path& file, std::string_view what) {
  std::error_code error;
  const std::string named = "the TLS " + std::string(what) + " " + file.string();
  if (!fs::exists(file, error)) return failure(named + " does not exist");
  if (!fs::is_regular_file(file, error)) return failure(named + " is not a file");
  if (!std::ifstream(file)) return failure(named + " cannot be read: " + std::strerror(errno));
  return {};
}

}  // namespace

std::unique_ptr<AnyStream> plain_stream(Socket socket) { return std::make_unique<PlainStream>(std::move(socket)); }

Result<std::shared_ptr<Tls>, std::string> Tls::load(const fs::path& certificate, const fs::path& key) {
  if (auto there = readable(certificate, "certificate"); !there) return failure(std::move(there.error()));
  if (auto there = readable(key, "key"); !there) return failure(std::move(there.error()));
  auto context = std::make_shared<ssl::context>(ssl::context::tls_server);
  SSL_CTX* const native = context->native_handle();
  SSL_CTX_set_min_proto_version(native, TLS1_2_VERSION);
  SSL_CTX_set_mode(native, SSL_MODE_RELEASE_BUFFERS);  // most connections are idle most of the time
  bool passphrase_wanted = false;
  Error error;
  context->set_password_callback(
      [&passphrase_wanted](std::size_t, ssl::context::password_purpose) {
        passphrase_wanted = true;
        return std::string();
      },
      error);
  context->use_certificate_chain_file(certificate.string(), error);
  if (error) {
    const auto code = static_cast<unsigned long>(error.value());
    const bool no_pem = ERR_GET_LIB(code) == ERR_LIB_PEM && ERR_GET_REASON(code) == PEM_R_NO_START_LINE;
    return failure("the TLS certificate " + certificate.string() +
                   (no_pem ? " holds no certificate in PEM" : " cannot be used: " + error.message()));
  }
  context->use_private_key_file(key.string(), ssl::context::pem, error);
  if (passphrase_wanted)
    return failure("the TLS key " + key.string() + " has a passphrase: give the server a key without one");
  // A key of the certificate's kind is compared when it is read, one of another kind only when asked for.
  const bool of_another = error && ERR_GET_LIB(static_cast<unsigned long>(error.value())) == ERR_LIB_X509;
  if (of_another || (!error && SSL_CTX_check_private_key(native) != 1))
    return failure("the TLS key " + key.string() + " does not belong to the certificate " + certificate.string());
  if (error) return failure("the TLS key " + key.string() + " holds no private key in PEM");
  context->set_password_callback([](std::size_t, ssl::context::password_purpose) { return std::string(); }, error);
  return std::make_shared<LoadedTls>(std::move(context));
}

}  // namespace rostrum::gateway
