// The way into a server's sessions: listens, answers HTTP, opens WebSockets, and stops gracefully.
//
// One io_context with one thread is the hall's strand: gateway and chambers run there, and nothing here is locked.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/steady_timer.hpp>

#include "gateway/hall.hpp"
#include "gateway/stream.hpp"

namespace rostrum::gateway {

class Gateway {
 public:
  /// Listens on `host` (a name or an address) and `port` (0: a free one) and serves from then on. Fails in words. The
  /// hall has its sessions by then, at least one.
  [[nodiscard]] static Result<std::unique_ptr<Gateway>, std::string>
  open(boost::asio::io_context& strand, std::shared_ptr<Hall> hall, const std::string& host, std::uint16_t port);

  /// The port it listens on.
  [[nodiscard]] std::uint16_t port() const;

  /// Takes nothing new, lets what was taken become durable and be answered, tells everyone to go elsewhere
  /// (going_away), and calls `done` when all have gone, or after Limits::stop_timeout. Only the first call counts.
  void stop(std::function<void()> done);

  ~Gateway();
  Gateway(const Gateway&) = delete;
  Gateway& operator=(const Gateway&) = delete;

 private:
  using Acceptor = boost::asio::basic_socket_acceptor<boost::asio::ip::tcp, Executor>;

  Gateway(boost::asio::io_context& strand, std::shared_ptr<Hall> hall);

  void accept();
  void accepted(Socket socket);
  void tell_presence();
  void send_all_away();
  void finish();

  std::shared_ptr<Hall> hall_;
  boost::asio::io_context& strand_;
  Acceptor acceptor_;
  boost::asio::steady_timer pause_;     // of accepting
  boost::asio::steady_timer patience_;  // with journals that do not get idle
  boost::asio::steady_timer deadline_;  // of the stop
  boost::asio::steady_timer presence_;  // until what has changed is told
  bool presence_waits_ = false;
  std::size_t busy_ = 0;  // sessions that are not idle yet, during the stop
  std::function<void()> stopped_;
};

}  // namespace rostrum::gateway
