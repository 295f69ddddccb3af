#include "gateway/gateway.hpp"

#include <chrono>
#include <vector>

#include <boost/asio/post.hpp>

#include "gateway/connection.hpp"
#include "gateway/http_session.hpp"
#include "gateway/tls.hpp"
#include "ops/log.hpp"

namespace rostrum::gateway {

namespace asio = boost::asio;
using asio::ip::tcp;

namespace {

/// Sockets that the kernel has taken and the gateway has not: a hall that comes back at once. The kernel has a bound of
/// its own (net.core.somaxconn); who comes beyond is not turned away, but asks again a second later.
constexpr int backlog_max = 16'384;
/// How long nothing is accepted when the process has run out of descriptors.
constexpr auto accept_pause = std::chrono::milliseconds(100);

Result<tcp::endpoint, std::string> resolved(asio::io_context& strand, const std::string& host, std::uint16_t port) {
  Error error;
  const auto address = asio::ip::make_address(host, error);
  if (!error) return tcp::endpoint(address, port);
  const auto found = tcp::resolver(strand).resolve(host, std::to_string(port), tcp::resolver::passive, error);
  if (error || found.empty()) return failure("there is no address of the name " + host);
  return found.begin()->endpoint();
}

Error listen(auto& acceptor, const tcp::endpoint& endpoint) {
  Error error;
  acceptor.open(endpoint.protocol(), error);
  if (!error) acceptor.set_option(asio::socket_base::reuse_address(true), error);
  if (!error) acceptor.bind(endpoint, error);
  if (!error) acceptor.listen(backlog_max, error);
  return error;
}

}  // namespace

Gateway::Gateway(asio::io_context& strand, std::shared_ptr<Hall> hall)
    : hall_(std::move(hall)),
      strand_(strand),
      acceptor_(strand.get_executor()),
      pause_(strand),
      patience_(strand),
      deadline_(strand),
      presence_(strand) {
  for (const auto& session : hall_->sessions) session->presence.when_changed([this] { tell_presence(); });
}

Gateway::~Gateway() {
  for (const auto& session : hall_->sessions) session->presence.when_changed(nullptr);
}

Result<std::unique_ptr<Gateway>, std::string> Gateway::open(asio::io_context& strand, std::shared_ptr<Hall> hall,
                                                            const std::string& host, std::uint16_t port) {
  const auto endpoint = resolved(strand, host, port);
  if (!endpoint) return failure(endpoint.error());
  std::unique_ptr<Gateway> gateway(new Gateway(strand, std::move(hall)));
  if (const Error error = listen(gateway->acceptor_, *endpoint)) {
    return failure("cannot listen on " + host + " port " + std::to_string(port) + ": " + error.message());
  }
  gateway->accept();
  return gateway;
}

std::uint16_t Gateway::port() const {
  Error ignored;
  return acceptor_.local_endpoint(ignored).port();
}

void Gateway::accept() {
  acceptor_.async_accept([this](Error error, Socket socket) {
    if (error == asio::error::operation_aborted) return;
    if (!error) {
      accepted(std::move(socket));
      return accept();
    }
    ops::warn("cannot_accept", {{"why", error.message()}});
    pause_.expires_after(accept_pause);
    pause_.async_wait([this](Error ended) {
      if (!ended) accept();
    });
  });
}

void Gateway::accepted(Socket socket) {
  if (hall_->http_sessions >= hall_->limits.http_sessions_max) return;  // closes it
  Error ignored;
  socket.set_option(tcp::no_delay(true), ignored);
  socket.set_option(asio::socket_base::send_buffer_size(static_cast<int>(hall_->limits.socket_send_bytes)), ignored);
  auto stream = hall_->tls ? hall_->tls->stream(std::move(socket)) : plain_stream(std::move(socket));
  serve_http(Stream(std::move(stream)), hall_);
}

void Gateway::stop(std::function<void()> done) {
  if (hall_->stopping) return;
  hall_->stopping = true;
  stopped_ = std::move(done);
  Error ignored;
  acceptor_.close(ignored);
  pause_.cancel();
  const std::chrono::milliseconds most(hall_->limits.stop_timeout.value);
  deadline_.expires_after(most);
  deadline_.async_wait([this](Error error) {
    if (!error) finish();
  });
  patience_.expires_after(most / 2);
  patience_.async_wait([this](Error error) {
    if (!error) send_all_away();
  });
  busy_ = hall_->sessions.size();
  for (const auto& session : hall_->sessions) {
    session->chamber.when_idle([this] {
      if (--busy_ == 0) send_all_away();
    });
  }
}

void Gateway::tell_presence() {
  if (std::exchange(presence_waits_, true)) return;  // for another session, which is no later
  presence_.expires_after(std::chrono::milliseconds(presence_interval.value));
  presence_.async_wait([this](Error error) {
    if (error) return;
    presence_waits_ = false;
    for (const auto& session : hall_->sessions) session->presence.flush();
  });
}

void Gateway::send_all_away() {
  patience_.cancel();
  hall_->emptied = [this] { asio::post(strand_, [this] { finish(); }); };
  if (hall_->connections.empty()) return hall_->emptied();
  const std::vector<Connection*> all(hall_->connections.begin(), hall_->connections.end());
  for (Connection* connection : all) connection->refuse(CloseCode::going_away);
}

void Gateway::finish() {
  deadline_.cancel();
  hall_->emptied = nullptr;
  if (const auto done = std::exchange(stopped_, nullptr)) done();
}

}  // namespace rostrum::gateway
