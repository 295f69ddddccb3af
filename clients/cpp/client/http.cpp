#include "client/http.hpp"

#include <optional>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http.hpp>

namespace rostrum::client {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using asio::ip::tcp;
using Error = boost::system::error_code;

namespace {

constexpr unsigned http_version = 11;

/// One question, one step after the other; each begins the next.
struct Exchange {
  explicit Exchange(asio::io_context& context) : stream(context) {}

  void begin(const tcp::resolver::results_type& endpoints) {
    stream.async_connect(endpoints, [this](Error failed, const tcp::endpoint&) {
      if (over(failed)) return;
      http::async_write(stream, request, [this](Error unsent, std::size_t) {
        if (over(unsent)) return;
        http::async_read(stream, buffer, response, [this](Error unread, std::size_t) {
          if (!over(unread)) answered = true;
        });
      });
    });
  }
  bool over(Error failed) {
    error = failed;
    return failed.failed();
  }

  beast::tcp_stream stream;
  http::request<http::empty_body> request;
  http::response<http::string_body> response;
  beast::flat_buffer buffer;
  Error error;
  bool answered = false;
};

}  // namespace

Result<HttpAnswer, std::string> http_get(const Address& address, const std::string& path,
                                         std::chrono::milliseconds within) {
  asio::io_context context{1};
  Error error;
  const auto endpoints = tcp::resolver(context).resolve(address.host, std::to_string(address.port), error);
  if (error) return failure(error.message());
  Exchange exchange(context);
  exchange.stream.expires_after(within);
  exchange.request.version(http_version);
  exchange.request.method(http::verb::get);
  exchange.request.target(path);
  exchange.request.set(http::field::host, address.host + ':' + std::to_string(address.port));
  exchange.request.set(http::field::connection, "close");
  exchange.begin(endpoints);
  context.run();  // to the last step, or until the time is over
  if (exchange.error == beast::error::timeout) return failure(std::string("no answer in time"));
  if (!exchange.answered) return failure(exchange.error.message());
  return HttpAnswer{.status = exchange.response.result_int(), .body = std::move(exchange.response.body())};
}

}  // namespace rostrum::client
