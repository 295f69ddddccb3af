#include "client/client.hpp"

#include <algorithm>

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/websocket.hpp>

#include "client/handshake.hpp"

namespace rostrum::client {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;
using asio::ip::tcp;
using Error = boost::system::error_code;
using Steady = std::chrono::steady_clock;
using Kind = Failure::Kind;

namespace {

Failure late() { return {Kind::timed_out, "no answer within the time given"}; }

}  // namespace

struct Client::Parts {
  Parts(Codec codec_, Store store_) : codec(codec_), socket(context), store(std::move(store_)) {}

  /// Runs what is under way until `done`; false where the time is over or nothing is under way any more.
  bool run(const bool& done, Steady::time_point by) {
    context.restart();
    while (!done) {
      if (context.run_one_until(by) == 0) return false;
    }
    return true;
  }

  Result<void, Failure> open(const Address& address, Steady::time_point by);
  Result<void, Failure> write(const std::string& bytes, bool text, Steady::time_point by);
  Result<void, Failure> receive(Steady::time_point by);
  Result<void, Failure> take(const std::string& bytes);
  Result<void, Failure> until(const std::function<bool()>& enough, Steady::time_point by);
  [[nodiscard]] Failure ended() const;
  [[nodiscard]] std::string fresh_id();
  /// Sends `frame` and waits until `found` gives something for one of the items that come from then on.
  template <class Found>
  auto ask(const v1::ClientFrame& frame, Steady::time_point by, const Found& found)
      -> Result<typename std::invoke_result_t<Found, const v1::ServerItem&>::value_type, Failure>;

  Codec codec;
  asio::io_context context{1};
  websocket::stream<tcp::socket> socket;
  beast::flat_buffer buffer;
  bool reading = false;
  bool read_done = false;
  bool broken = false;  // the connection has ended
  Error read_error;

  Store store;
  std::vector<v1::ServerItem> items;
  std::size_t bytes_received = 0;
  bool keeps_messages = false;
  std::string messages;
  std::optional<v1::Refusal> refusal;
  std::uint64_t commands = 0;
};

Result<void, Failure> Client::Parts::open(const Address& address, Steady::time_point by) {
  Error error;
  const auto endpoints = tcp::resolver(context).resolve(address.host, std::to_string(address.port), error);
  if (error) return failure(Failure{Kind::unreachable, error.message()});
  const tcp::endpoint endpoint = endpoints.begin()->endpoint();
  auto& lowest = socket.next_layer();
  lowest.open(endpoint.protocol(), error);
  if (address.receive_buffer_bytes) {  // before connecting: the window is agreed there
    lowest.set_option(asio::socket_base::receive_buffer_size(*address.receive_buffer_bytes), error);
  }
  bool done = false;
  lowest.async_connect(endpoint, [&](Error ended) { error = ended, done = true; });
  if (!run(done, by)) return failure(late());
  if (error) return failure(Failure{Kind::unreachable, error.message()});
  lowest.set_option(tcp::no_delay(true), error);

  const std::string subprotocol =
      address.subprotocol.value_or(codec == Codec::protobuf ? "rostrum.v1.proto" : "rostrum.v1.json");
  socket.set_option(websocket::stream_base::decorator([&](websocket::request_type& request) {
    if (!subprotocol.empty()) request.set(beast::http::field::sec_websocket_protocol, subprotocol);
    if (!address.origin.empty()) request.set(beast::http::field::origin, address.origin);
    if (!address.forwarded_for.empty()) request.set("X-Forwarded-For", address.forwarded_for);
  }));
  socket.read_message_max(0);
  websocket::response_type response;
  done = false;
  socket.async_handshake(response, address.host + ':' + std::to_string(address.port), "/ws",
                         [&](Error ended) { error = ended, done = true; });
  if (!run(done, by)) return failure(late());
  if (error) return failure(Failure{Kind::not_opened, error.message(), status_of(error, response)});
  return {};
}

Result<void, Failure> Client::Parts::write(const std::string& bytes, bool text, Steady::time_point by) {
  if (broken) return failure(ended());
  struct Sending {
    std::string bytes;
    Error error;
    bool done = false;
  };
  const auto sending = std::make_shared<Sending>(Sending{bytes, {}, false});
  socket.text(text);
  socket.async_write(asio::buffer(sending->bytes), [sending](Error error, std::size_t) {
    sending->error = error;
    sending->done = true;
  });
  if (!run(sending->done, by)) {  // half a frame is out: nothing can follow it
    broken = true;
    return failure(late());
  }
  if (!sending->error) return {};
  return failure(Failure{Kind::closed, sending->error.message()});
}

Result<void, Failure> Client::Parts::receive(Steady::time_point by) {
  if (broken) return failure(ended());
  if (!reading) {
    reading = true;
    read_done = false;
    socket.async_read(buffer, [this](Error error, std::size_t) {
      read_error = error;
      read_done = true;
    });
  }
  if (!run(read_done, by)) return failure(late());
  reading = false;
  if (read_error) {
    broken = true;
    if (keeps_messages) messages += socket.reason().reason.c_str();
    return failure(ended());
  }
  const std::string bytes = beast::buffers_to_string(buffer.data());
  buffer.consume(buffer.size());
  return take(bytes);
}

Result<void, Failure> Client::Parts::take(const std::string& bytes) {
  bytes_received += bytes.size();
  if (keeps_messages) messages += bytes;
  const auto frame = decoded(codec, bytes);
  if (!frame) return failure(Failure{Kind::not_understood, "not a server frame"});
  for (const v1::ServerItem& item : frame->items()) {
    if (!store.apply(item)) return failure(Failure{Kind::not_understood, "a patch out of turn"});
    if (item.has_refusal()) refusal = item.refusal();
    items.push_back(item);
  }
  return {};
}

Result<void, Failure> Client::Parts::until(const std::function<bool()>& enough, Steady::time_point by) {
  while (!enough()) {
    if (auto received = receive(by); !received) return received;
  }
  return {};
}

Failure Client::Parts::ended() const {
  Failure failed{Kind::closed, read_error.message()};
  failed.close_code = socket.reason().code;
  if (refusal) {
    failed.kind = Kind::refused;
    failed.why = refusal->code();
    failed.refusal = *refusal;
  }
  return failed;
}

std::string Client::Parts::fresh_id() {
  return "c" + std::to_string(++commands) + '-' + std::to_string(Steady::now().time_since_epoch().count());
}

template <class Found>
auto Client::Parts::ask(const v1::ClientFrame& frame, Steady::time_point by, const Found& found)
    -> Result<typename std::invoke_result_t<Found, const v1::ServerItem&>::value_type, Failure> {
  std::size_t looked_at = items.size();
  if (auto sent = write(encoded(codec, frame), codec == Codec::json, by); !sent)
    return failure(std::move(sent.error()));
  std::invoke_result_t<Found, const v1::ServerItem&> answer;
  const auto answered = [&] {
    while (looked_at < items.size() && !answer) answer = found(items[looked_at++]);
    return answer.has_value();
  };
  if (auto got = until(answered, by); !got) return failure(std::move(got.error()));
  return *std::move(answer);
}

Client::Client(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Client::~Client() = default;

Result<std::unique_ptr<Client>, Failure> Client::connect(const Address& address, Codec codec, Store held, Span within) {
  auto parts = std::make_unique<Parts>(codec, std::move(held));
  parts->keeps_messages = address.keeps_messages;
  if (auto opened = parts->open(address, Steady::now() + within); !opened) return failure(std::move(opened.error()));
  return std::unique_ptr<Client>(new Client(std::move(parts)));
}

Result<v1::Hello, Failure> Client::sign_in(const std::string& code, Span within) {
  const auto by = Steady::now() + within;
  v1::ClientFrame frame;
  v1::SignIn* sign_in = frame.add_items()->mutable_sign_in();
  sign_in->set_code(code);
  if (parts_->store.position()) *sign_in->mutable_position() = *parts_->store.position();
  if (auto sent = send(frame, within); !sent) return failure(std::move(sent.error()));
  const auto greeted_at = parts_->items.size();
  const auto greeted = [&] { return parts_->items.size() > greeted_at && parts_->items[greeted_at].has_hello(); };
  if (auto got = parts_->until(greeted, by); !got) return failure(std::move(got.error()));
  const v1::Hello hello = parts_->items[greeted_at].hello();
  const auto held = [&] {
    return hello.resumed() ||
           std::any_of(parts_->items.begin() + static_cast<std::ptrdiff_t>(greeted_at), parts_->items.end(),
                       [](const v1::ServerItem& item) { return item.has_snapshot(); });
  };
  if (auto got = parts_->until(held, by); !got) return failure(std::move(got.error()));
  return hello;
}

Result<Answer, Failure> Client::act(v1::Command command, Span within) {
  const auto by = Steady::now() + within;
  if (command.id().empty()) command.set_id(parts_->fresh_id());
  const std::string id = command.id();
  v1::ClientFrame frame;
  *frame.add_items()->mutable_command() = std::move(command);
  return parts_->ask(frame, by, [&](const v1::ServerItem& item) -> std::optional<Answer> {
    if (item.has_ack() && item.ack().command_id() == id) return item.ack();
    if (item.has_rejection() && item.rejection().command_id() == id) return item.rejection();
    return std::nullopt;
  });
}

Result<std::variant<v1::Log, v1::Rejection>, Failure> Client::ask_log(const std::string& panel, std::uint64_t before,
                                                                      Span within) {
  using Told = std::variant<v1::Log, v1::Rejection>;
  const std::string id = parts_->fresh_id();
  v1::ClientFrame frame;
  v1::LogRequest* request = frame.add_items()->mutable_log_request();
  request->set_id(id);
  request->set_panel(panel);
  request->set_before(before);
  return parts_->ask(frame, Steady::now() + within, [&](const v1::ServerItem& item) -> std::optional<Told> {
    if (item.has_log() && item.log().id() == id) return item.log();
    if (item.has_rejection() && item.rejection().command_id() == id) return item.rejection();
    return std::nullopt;
  });
}

Result<std::variant<v1::SignInSheet, v1::Rejection>, Failure> Client::ask_sheet(const std::string& language,
                                                                                const std::string& seat, Span within) {
  using Given = std::variant<v1::SignInSheet, v1::Rejection>;
  const std::string id = parts_->fresh_id();
  v1::ClientFrame frame;
  v1::SheetRequest* request = frame.add_items()->mutable_sheet_request();
  request->set_id(id);
  request->set_language(language);
  request->set_seat(seat);
  return parts_->ask(frame, Steady::now() + within, [&](const v1::ServerItem& item) -> std::optional<Given> {
    if (item.has_sign_in_sheet() && item.sign_in_sheet().id() == id) return item.sign_in_sheet();
    if (item.has_rejection() && item.rejection().command_id() == id) return item.rejection();
    return std::nullopt;
  });
}

Result<std::variant<v1::Answer, v1::Rejection>, Failure> Client::ask(v1::Question question, Span within) {
  using Told = std::variant<v1::Answer, v1::Rejection>;
  const std::string id = parts_->fresh_id();
  question.set_id(id);
  v1::ClientFrame frame;
  *frame.add_items()->mutable_question() = std::move(question);
  return parts_->ask(frame, Steady::now() + within, [&](const v1::ServerItem& item) -> std::optional<Told> {
    if (item.has_answer() && item.answer().id() == id) return item.answer();
    if (item.has_rejection() && item.rejection().command_id() == id) return item.rejection();
    return std::nullopt;
  });
}

Result<v1::TimeReply, Failure> Client::probe(std::int64_t client_at, Span within) {
  const auto by = Steady::now() + within;
  v1::ClientFrame frame;
  frame.add_items()->mutable_time_probe()->set_client_at(client_at);
  return parts_->ask(frame, by, [](const v1::ServerItem& item) -> std::optional<v1::TimeReply> {
    return item.has_time_reply() ? std::optional(item.time_reply()) : std::nullopt;
  });
}

Result<void, Failure> Client::until(const std::function<bool()>& enough, Span within) {
  return parts_->until(enough, Steady::now() + within);
}

Result<void, Failure> Client::send(const v1::ClientFrame& frame, Span within) {
  return send_bytes(encoded(parts_->codec, frame), parts_->codec == Codec::json, within);
}

Result<void, Failure> Client::send_bytes(const std::string& bytes, bool text, Span within) {
  return parts_->write(bytes, text, Steady::now() + within);
}

Failure Client::until_closed(Span within) {
  const auto got = parts_->until([] { return false; }, Steady::now() + within);
  return got.error();
}

void Client::close(Span within) {
  bool done = false;
  parts_->socket.async_close(websocket::close_code::normal, [&](Error) { done = true; });
  (void)parts_->run(done, Steady::now() + within);
  cut();
}

void Client::cut() {
  Error ignored;
  parts_->socket.next_layer().close(ignored);
  parts_->broken = true;
}

const Store& Client::store() const { return parts_->store; }
const std::vector<v1::ServerItem>& Client::items() const { return parts_->items; }
std::size_t Client::bytes_received() const { return parts_->bytes_received; }
const std::string& Client::messages() const { return parts_->messages; }

}  // namespace rostrum::client
