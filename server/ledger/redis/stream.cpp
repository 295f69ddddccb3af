#include "ledger/redis/stream.hpp"

#include <array>

#include <boost/asio/ip/address.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace rostrum::ledger::redis {

namespace asio = boost::asio;
namespace ssl = asio::ssl;

namespace {

constexpr std::size_t read_bytes = 64u << 10;

/// What plain and TLS streams share: each handler holds the stream, since an operation uses it to its end.
template <class Layer>
class StreamOf : public Stream, public std::enable_shared_from_this<StreamOf<Layer>> {
 public:
  template <class... Of>
  explicit StreamOf(Of&&... of) : layer_(std::forward<Of>(of)...) {}

  void read(std::function<void(const Error&, std::string_view)> done) override {
    layer_.async_read_some(asio::buffer(buffer_),
                           [self = this->shared_from_this(), done = std::move(done)](
                               const Error& error, std::size_t count) { done(error, {self->buffer_.data(), count}); });
  }
  void write_some(asio::const_buffer bytes, std::function<void(const Error&, std::size_t)> done) override {
    layer_.async_write_some(bytes, [self = this->shared_from_this(), done = std::move(done)](
                                       const Error& error, std::size_t count) { done(error, count); });
  }
  void close() override {
    Error ignored;
    layer_.lowest_layer().close(ignored);
  }

 protected:
  Layer layer_;

 private:
  std::array<char, read_bytes> buffer_;
};

class PlainStream final : public StreamOf<Stream::Socket> {
 public:
  using StreamOf::StreamOf;

  void shake_hands(std::function<void(const std::optional<std::string>&)> done) override {
    asio::post(layer_.get_executor(), [done = std::move(done)] { done(std::nullopt); });
  }
};

class TlsStream final : public StreamOf<ssl::stream<Stream::Socket>> {
 public:
  TlsStream(Socket socket, std::shared_ptr<ssl::context> context, std::string host)
      : StreamOf(std::move(socket), *context),
        context_(std::move(context)),
        host_(std::move(host)) {
    Error is_a_name;
    asio::ip::make_address(host_, is_a_name);
    X509_VERIFY_PARAM* const wanted = SSL_get0_param(native());
    if (is_a_name) {
      X509_VERIFY_PARAM_set1_host(wanted, host_.data(), host_.size());
      SSL_set_tlsext_host_name(native(), host_.c_str());
    } else {
      X509_VERIFY_PARAM_set1_ip_asc(wanted, host_.c_str());
    }
  }

  void shake_hands(std::function<void(const std::optional<std::string>&)> done) override {
    layer_.async_handshake(ssl::stream_base::client,
                           [self = shared_from_this(), this, done = std::move(done)](const Error& error) {
                             done(error ? std::optional(why(error)) : std::nullopt);
                           });
  }

 private:
  SSL* native() { return layer_.native_handle(); }

  std::string why(const Error& error) {
    const long found = SSL_get_verify_result(native());
    if (found == X509_V_ERR_HOSTNAME_MISMATCH || found == X509_V_ERR_IP_ADDRESS_MISMATCH)
      return "its certificate is for another name: expected one for " + host_;
    if (found != X509_V_OK)
      return std::string("its certificate is not trusted: ") + X509_verify_cert_error_string(found);
    return "it does not speak TLS with us: " + error.message();
  }

  const std::shared_ptr<ssl::context> context_;
  const std::string host_;
};

class LoadedTrust final : public Trust {
 public:
  explicit LoadedTrust(std::shared_ptr<ssl::context> context) : context_(std::move(context)) {}

  std::shared_ptr<Stream> stream(Stream::Socket socket, const std::string& host) override {
    return std::make_shared<TlsStream>(std::move(socket), context_, host);
  }

 private:
  std::shared_ptr<ssl::context> context_;
};

std::string why_not(const std::filesystem::path& file, const Stream::Error& error) {
  const std::string named = "the certificates of the Redis servers' authorities, " + file.string() + ", ";
  std::error_code ignored;
  if (!std::filesystem::exists(file, ignored)) return named + "do not exist";
  if (!std::filesystem::is_regular_file(file, ignored)) return named + "are not a file";
  const auto code = static_cast<unsigned long>(error.value());
  const bool no_pem = ERR_GET_REASON(code) == X509_R_NO_CERTIFICATE_OR_CRL_FOUND ||
                      (ERR_GET_LIB(code) == ERR_LIB_PEM && ERR_GET_REASON(code) == PEM_R_NO_START_LINE);
  return named + (no_pem ? "hold no certificate in PEM" : "cannot be used: " + error.message());
}

}  // namespace

std::shared_ptr<Stream> plain_stream(Stream::Socket socket) { return std::make_shared<PlainStream>(std::move(socket)); }

Result<std::shared_ptr<Trust>, std::string> Trust::load(const std::optional<std::filesystem::path>& authorities) {
  auto context = std::make_shared<ssl::context>(ssl::context::tls_client);
  SSL_CTX_set_min_proto_version(context->native_handle(), TLS1_2_VERSION);
  context->set_verify_mode(ssl::verify_peer);
  Stream::Error error;
  if (authorities) {
    context->load_verify_file(authorities->string(), error);
    if (error) return failure(why_not(*authorities, error));
  } else {
    context->set_default_verify_paths(error);
    if (error) return failure("the certificates that the machine trusts cannot be used: " + error.message());
  }
  return std::make_shared<LoadedTrust>(std::move(context));
}

}  // namespace rostrum::ledger::redis
