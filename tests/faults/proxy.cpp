#include "faults/proxy.hpp"

#include <algorithm>
#include <atomic>
#include <charconv>
#include <csignal>
#include <deque>
#include <future>
#include <map>
#include <optional>
#include <thread>

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

#include "faults/resp.hpp"
#include "ledger/redis/scripts.hpp"

namespace rostrum::faults {

namespace asio = boost::asio;
namespace script = ledger::redis::script;
using asio::local::stream_protocol;
using boost::system::error_code;

namespace {

constexpr auto awaiting = asio::as_tuple(asio::use_awaitable);
constexpr auto looks_again_after = std::chrono::milliseconds(5);  // whether what does not pass passes now
constexpr std::size_t read_bytes = 65'536;

/// What a node asks a server for, as far as it matters here.
struct Request {
  enum class Is : std::uint8_t { other, append, ring };
  Is is = Is::other;
  std::uint64_t seq = 0;  // of an append
};

/// Where the words of a question's command stand (ledger/redis/requests.hpp).
constexpr std::size_t script_word = 1, seq_word = 10;

Request request_of(std::string_view message) {
  const auto words = words_of(message);
  const auto calls = [&](const ledger::redis::Script& one) {
    return words.size() > seq_word - 1 && (words[script_word] == one.sha1 || words[script_word] == one.text);
  };
  if (calls(script::ring)) return {.is = Request::Is::ring};
  if (!calls(script::append) || words.size() <= seq_word) return {};
  Request request{.is = Request::Is::append};
  const std::string_view seq = words[seq_word];
  std::from_chars(seq.data(), seq.data() + seq.size(), request.seq);
  return request;
}

bool says_stands(std::string_view answer) {
  const auto words = words_of(answer);
  return words.size() > 1 && words[1] == "stands";
}

/// A line of a node's to a server.
struct Line {
  Line(std::size_t of_node, std::size_t to_server, stream_protocol::socket from)
      : node(of_node),
        server(to_server),
        near(std::move(from)),
        far(near.get_executor()) {}

  void end() {
    error_code ignored;
    near.close(ignored);
    far.close(ignored);
  }

  std::size_t node, server;
  stream_protocol::socket near, far;  // to the node, to the server
  std::deque<Request> unanswered;     // that have been passed on
};
using SharedLine = std::shared_ptr<Line>;

}  // namespace

class Proxy::Lines {
 public:
  Lines(const std::vector<std::filesystem::path>& doors, const std::vector<std::filesystem::path>& servers);
  ~Lines();

  /// On the proxy's thread, and waits until it is done.
  template <class Do>
  void there(Do what) {
    std::promise<void> done;
    asio::post(io_, [&] {
      what();
      done.set_value();
    });
    done.get_future().wait();
  }

  void set(std::size_t node, std::size_t server, Between between);
  void keep(std::size_t node, const std::set<std::size_t>& servers, std::chrono::milliseconds span) {
    late_ = {.node = node, .servers = servers, .span = span};
  }
  void arm(const Strike& strike) { armed_ = Armed{.strike = strike}; }

  std::atomic<std::size_t> keeps = 0;
  std::atomic<std::size_t> delivered_late = 0;
  std::atomic<bool> has_struck = false;

 private:
  using Span = std::chrono::milliseconds;
  struct Late {
    std::size_t node = 0;
    std::set<std::size_t> servers;  // of which a request is still to be kept
    Span span{};
    std::optional<std::uint64_t> from = {};  // the commit from which on they are
  };
  struct Armed {
    Strike strike;
    std::optional<std::uint64_t> seq = {};    // of the commit in which it is to strike
    std::set<std::size_t> standing = {};      // where it is known to stand
    std::optional<std::size_t> bell_by = {};  // the server that rings for it
  };
  enum class Then : std::uint8_t { pass, wait, gone };

  asio::awaitable<void> accept(stream_protocol::acceptor& door, std::size_t node, std::size_t server);
  asio::awaitable<void> serve(SharedLine line);
  asio::awaitable<void> up(SharedLine line);
  asio::awaitable<void> down(SharedLine line);
  /// Waits until the request may go on; false: its line is no more.
  asio::awaitable<bool> passes(SharedLine line, Request request);
  asio::awaitable<void> while_silent(SharedLine line);
  asio::awaitable<void> pause(Span span);

  /// How long it is to be kept.
  std::optional<Span> kept(const Line& line, const Request& request);
  Then before(const Line& line, const Request& request);
  /// Whether the answer may be passed on.
  bool answered(const Line& line, const Request& request, std::string_view answer);
  void strike();
  void end_lines(std::size_t node, std::optional<std::size_t> server);
  [[nodiscard]] Between& between(std::size_t node, std::size_t server) { return between_[{node, server}]; }

  asio::io_context io_{1};
  std::deque<stream_protocol::acceptor> doors_;
  std::vector<std::filesystem::path> servers_;
  std::vector<std::weak_ptr<Line>> lines_;
  std::map<std::pair<std::size_t, std::size_t>, Between> between_;
  std::map<std::size_t, std::uint64_t> proposed_;  // by node: the last commit that it has asked a server to take
  Late late_;
  std::optional<Armed> armed_;
  std::thread thread_;
};

std::string door_of(std::size_t server) { return "redis-" + std::to_string(server + 1); }

Proxy::Lines::Lines(const std::vector<std::filesystem::path>& doors, const std::vector<std::filesystem::path>& servers)
    : servers_(servers) {
  for (std::size_t node = 0; node < doors.size(); ++node)
    for (std::size_t server = 0; server < servers.size(); ++server) {
      const stream_protocol::endpoint at((doors[node] / door_of(server)).string());
      asio::co_spawn(io_, accept(doors_.emplace_back(io_, at), node, server), asio::detached);
    }
  thread_ = std::thread([this] {
    const auto until_stopped = asio::make_work_guard(io_);
    io_.run();
  });
}

Proxy::Lines::~Lines() {
  io_.stop();
  thread_.join();
}

asio::awaitable<void> Proxy::Lines::accept(stream_protocol::acceptor& door, std::size_t node, std::size_t server) {
  while (door.is_open()) {
    auto [error, socket] = co_await door.async_accept(awaiting);
    if (error || between(node, server) == Between::shut) continue;  // it ends as it is let go
    auto line = std::make_shared<Line>(node, server, std::move(socket));
    std::erase_if(lines_, [](const auto& each) { return each.expired(); });
    lines_.push_back(line);
    asio::co_spawn(io_, serve(std::move(line)), asio::detached);
  }
}

asio::awaitable<void> Proxy::Lines::serve(SharedLine line) {
  co_await while_silent(line);
  const stream_protocol::endpoint at(servers_.at(line->server).string());
  const auto [error] = co_await line->far.async_connect(at, awaiting);
  if (error || !line->near.is_open()) {
    line->end();
    co_return;
  }
  asio::co_spawn(io_, up(line), asio::detached);
  asio::co_spawn(io_, down(std::move(line)), asio::detached);
}

/// Ends what it has passed on only behind all of that, so that what is late arrives also where its node is no more.
asio::awaitable<void> Proxy::Lines::up(SharedLine line) {
  std::string bytes, chunk(read_bytes, '\0');
  while (true) {
    while (const auto length = length_of_message(bytes)) {
      const std::string message = bytes.substr(0, *length);
      bytes.erase(0, *length);
      const Request request = request_of(message);
      if (!co_await passes(line, request)) co_return;
      line->unanswered.push_back(request);
      const auto [error, _] = co_await asio::async_write(line->far, asio::buffer(message), awaiting);
      if (error) co_return line->end();
    }
    const auto [error, count] = co_await line->near.async_read_some(asio::buffer(chunk), awaiting);
    if (error) break;
    bytes.append(chunk, 0, count);
  }
  error_code ignored;
  line->far.shutdown(stream_protocol::socket::shutdown_send, ignored);
}

/// Goes on to read where the node is no more: what a server was asked before is answered, and counts.
asio::awaitable<void> Proxy::Lines::down(SharedLine line) {
  std::string bytes, chunk(read_bytes, '\0');
  while (true) {
    const auto [error, count] = co_await line->far.async_read_some(asio::buffer(chunk), awaiting);
    if (error) break;
    bytes.append(chunk, 0, count);
    while (const auto length = length_of_message(bytes)) {
      const std::string message = bytes.substr(0, *length);
      bytes.erase(0, *length);
      co_await while_silent(line);
      Request request;
      if (!line->unanswered.empty()) {
        request = line->unanswered.front();
        line->unanswered.pop_front();
      }
      if (answered(*line, request, message))
        (void)co_await asio::async_write(line->near, asio::buffer(message), awaiting);
    }
  }
  line->end();
}

asio::awaitable<bool> Proxy::Lines::passes(SharedLine line, Request request) {
  co_await while_silent(line);
  if (const auto span = kept(*line, request)) {
    ++keeps;
    co_await pause(*span);
    --keeps;
    ++delivered_late;
  }
  while (true) {
    const Then then = before(*line, request);
    if (then == Then::pass) co_return line->far.is_open();
    if (then == Then::gone || !line->far.is_open()) co_return false;
    co_await pause(looks_again_after);
  }
}

asio::awaitable<void> Proxy::Lines::while_silent(SharedLine line) {
  while (between(line->node, line->server) == Between::silent) co_await pause(looks_again_after);
}

asio::awaitable<void> Proxy::Lines::pause(Span span) {
  asio::steady_timer timer(io_, span);
  (void)co_await timer.async_wait(awaiting);
}

void Proxy::Lines::set(std::size_t node, std::size_t server, Between to) {
  between(node, server) = to;
  if (to == Between::shut) end_lines(node, server);
}

void Proxy::Lines::end_lines(std::size_t node, std::optional<std::size_t> server) {
  for (const auto& each : lines_)
    if (const auto line = each.lock(); line && line->node == node && line->server == server.value_or(line->server))
      line->end();
}

std::optional<Proxy::Lines::Span> Proxy::Lines::kept(const Line& line, const Request& request) {
  if (request.is != Request::Is::append || line.node != late_.node) return std::nullopt;
  if (!late_.from && !late_.servers.empty() && request.seq > proposed_[line.node]) late_.from = request.seq;
  if (!late_.from || request.seq < *late_.from || late_.servers.erase(line.server) == 0) return std::nullopt;
  return late_.span;
}

Proxy::Lines::Then Proxy::Lines::before(const Line& line, const Request& request) {
  std::uint64_t& proposed = proposed_[line.node];
  const bool appends = request.is == Request::Is::append;
  const bool is_next = appends && request.seq > proposed;
  if (appends) proposed = std::max(proposed, request.seq);
  if (!armed_ || armed_->strike.node != line.node) return Then::pass;
  if (is_next && !armed_->seq) armed_->seq = request.seq;
  if (!armed_->seq) return Then::pass;
  const bool of_it = appends && request.seq >= *armed_->seq;
  switch (armed_->strike.at) {
  case Strike::At::before_append:
    if (!of_it) return Then::pass;
    strike();
    return Then::gone;
  case Strike::At::standing:
    return of_it && !armed_->strike.on.contains(line.server) ? Then::wait : Then::pass;
  case Strike::At::after_bell:
    if (request.is != Request::Is::ring || 2 * armed_->standing.size() <= servers_.size()) return Then::pass;
    if (!armed_->bell_by) armed_->bell_by = line.server;
    return *armed_->bell_by == line.server ? Then::pass : Then::wait;
  }
  return Then::pass;
}

bool Proxy::Lines::answered(const Line& line, const Request& request, std::string_view answer) {
  if (!armed_ || !armed_->seq || armed_->strike.node != line.node) return true;
  const Strike& wanted = armed_->strike;
  if (request.is == Request::Is::append && request.seq >= *armed_->seq && says_stands(answer)) {
    armed_->standing.insert(line.server);
    if (wanted.at != Strike::At::standing) return true;
    if (std::ranges::includes(armed_->standing, wanted.on)) strike();
    return false;
  }
  const bool rung = request.is == Request::Is::ring && wanted.at == Strike::At::after_bell;
  if (rung && armed_->bell_by == line.server) strike();
  return true;
}

void Proxy::Lines::strike() {
  const Strike done = armed_->strike;
  armed_.reset();
  ::kill(done.process, SIGKILL);
  has_struck = true;  // before its lines end, by which others see it
  end_lines(done.node, std::nullopt);
}

Proxy::Proxy(const std::vector<std::filesystem::path>& doors, const std::vector<std::filesystem::path>& servers)
    : lines_(std::make_unique<Lines>(doors, servers)) {}
Proxy::~Proxy() = default;

void Proxy::set(std::size_t node, std::size_t server, Between between) {
  lines_->there([&] { lines_->set(node, server, between); });
}

void Proxy::keep_next(std::size_t node, const std::set<std::size_t>& servers, std::chrono::milliseconds span) {
  lines_->there([&] { lines_->keep(node, servers, span); });
}

std::size_t Proxy::keeps() const { return lines_->keeps; }
std::size_t Proxy::delivered_late() const { return lines_->delivered_late; }

void Proxy::strike(const Strike& strike) {
  lines_->there([&] {
    lines_->has_struck = false;
    lines_->arm(strike);
  });
}

bool Proxy::has_struck() const { return lines_->has_struck; }

}  // namespace rostrum::faults
