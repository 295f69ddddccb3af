#include "ledger/redis/link.hpp"

#include <algorithm>
#include <cmath>

#include <boost/asio/connect.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>

namespace rostrum::ledger::redis {

namespace asio = boost::asio;
using boost::system::error_code;

namespace {

constexpr double pause_first_ms = 50, pause_most_ms = 2'000;
constexpr std::size_t read_bytes = 64u << 10;

std::chrono::milliseconds span_of(Millis span) { return std::chrono::milliseconds(span.value); }

Command say_who(const Credentials& who) {
  return who.user.empty() ? Command{"AUTH", who.password} : Command{"AUTH", who.user, who.password};
}

constexpr std::size_t elements_max = 1u << 20;  // of a list; room for all that it says it has is made at once

const redisReplyObjectFunctions& making() {
  static const redisReplyObjectFunctions as_made = [] {
    const std::unique_ptr<redisReader, void (*)(redisReader*)> any(redisReaderCreate(), redisReaderFree);
    return *any->fn;
  }();
  return as_made;
}

redisReplyObjectFunctions* making_of_bounded_lists() {
  static redisReplyObjectFunctions bounded = [] {
    redisReplyObjectFunctions all = making();
    all.createArray = [](const redisReadTask* task, auto elements) -> void* {
      return static_cast<std::size_t>(elements) > elements_max ? nullptr : making().createArray(task, elements);
    };
    return all;
  }();
  return &bounded;
}

}  // namespace

std::string in_words(const Standing& standing) {
  if (standing.is == Standing::Is::ready) return "ready";
  if (standing.is == Standing::Is::away) return standing.why;
  std::string words;
  for (const Wrong& wrong : standing.wrong) words += (words.empty() ? "" : "; ") + in_words(wrong);
  return words;
}

Millis pause_of(int before, double random) {
  const double most = std::min(pause_most_ms, std::ldexp(pause_first_ms, std::min(before, 16)));
  return {std::llround(most * random)};
}

Link::Link(const asio::any_io_executor& strand, Terms terms, std::function<void()> changed)
    : terms_(std::move(terms)),
      changed_(std::move(changed)),
      resolver_(strand),
      socket_(strand),
      timer_(strand),
      buffer_(read_bytes) {}

void Link::begin() {
  asio::post(timer_.get_executor(), still([this] { attempt(); }));
}

void Link::stop() {
  stopped_ = true;
  ++attempt_;
  timer_.cancel();
  resolver_.cancel();
  error_code ignored;
  socket_.close(ignored);
}

// ---- an attempt

void Link::attempt() {
  stage_ = Stage::connecting;
  heard_ = Clock::now();
  watch();
  const Address& address = terms_.address;
  if (!address.path.empty()) return connect({asio::local::stream_protocol::endpoint(address.path)});
  error_code is_a_name;
  const auto numbers = asio::ip::make_address(address.host, is_a_name);
  if (is_a_name) return resolve();
  connect({asio::ip::tcp::endpoint(numbers, address.port)});
}

void Link::resolve() {
  resolver_.async_resolve(terms_.address.host, std::to_string(terms_.address.port),
                          still([this](const error_code& error, const asio::ip::tcp::resolver::results_type& found) {
                            if (error) return broken("its name is not known: " + error.message());
                            Endpoints endpoints;
                            for (const auto& each : found) endpoints.emplace_back(each.endpoint());
                            connect(endpoints);
                          }));
}

void Link::connect(const Endpoints& endpoints) {
  asio::async_connect(socket_, endpoints, still([this](const error_code& error, const auto&) {
                        if (error) return broken("it cannot be reached: " + error.message());
                        error_code ignored;  // a unix socket has no such option
                        if (terms_.address.path.empty()) socket_.set_option(asio::ip::tcp::no_delay(true), ignored);
                        greet();
                      }));
}

void Link::greet() {
  stage_ = Stage::greeting;
  heard_ = Clock::now();
  watch();
  reader_.reset(redisReaderCreate());
  reader_->fn = making_of_bounded_lists();
  look_ = Look(Look::Which::first);
  says_who_ = !terms_.credentials.password.empty();
  if (says_who_) send(bytes_of(say_who(terms_.credentials)));
  for (const Command& question : Look::questions()) send(bytes_of(question));
  read();
}

void Link::greeted(const redisReply& reply) {
  if (std::exchange(says_who_, false)) {
    if (auto refused = refusal_of("AUTH", reply)) not_fit({*std::move(refused)});
    return;
  }
  look_.hear(reply);
  if (!look_.ended()) return;
  standing_.run_id = look_.run_id();
  if (auto wrong = look_.wrong(); !wrong.empty()) return not_fit(std::move(wrong));
  stage_ = Stage::open;
  watch();
  opened();
}

void Link::ready() {
  pauses_ = 0;
  standing_ = {.is = Standing::Is::ready, .why = {}, .wrong = {}, .run_id = std::move(standing_.run_id)};
  changed_();
}

// ---- its end

void Link::broken(const std::string& why) {
  over({.is = Standing::Is::away, .why = why, .wrong = {}, .run_id = standing_.run_id});
}

void Link::not_fit(std::vector<Wrong> wrong) {
  over({.is = Standing::Is::unfit, .why = {}, .wrong = std::move(wrong), .run_id = standing_.run_id});
}

void Link::over(Standing standing) {
  ++attempt_;
  resolver_.cancel();
  error_code ignored;
  socket_.close(ignored);
  out_.clear();
  writing_ = false;
  reply_bytes_ = 0;
  const bool is_new = standing != standing_;
  standing_ = std::move(standing);
  const bool was_open = std::exchange(stage_, Stage::pausing) == Stage::open;
  pause();
  if (was_open) closed(in_words(standing_));
  if (is_new) changed_();
}

void Link::pause() {
  timer_.expires_after(span_of(pause_of(pauses_++, terms_.random())));
  timer_.async_wait(still([this](const error_code& error) {
    if (!error) attempt();
  }));
}

Link::Clock::time_point Link::too_late() const {
  if (stage_ == Stage::connecting) return heard_ + span_of(terms_.limits.connect_within);
  const bool owed = stage_ == Stage::greeting || waits();
  return (owed ? heard_ : Clock::now()) + span_of(terms_.limits.silent_most);
}

void Link::watch() {
  timer_.expires_at(too_late());
  timer_.async_wait(still([this](const error_code& error) {
    if (error) return;
    if (Clock::now() < too_late()) return watch();
    broken(stage_ == Stage::connecting ? "it cannot be reached: it does not answer"
                                       : "it has been silent for too long");
  }));
}

// ---- the bytes

std::string Link::bytes_of(const Command& command) {
  std::vector<const char*> words;
  std::vector<std::size_t> sizes;
  for (const std::string& word : command) {
    words.push_back(word.data());
    sizes.push_back(word.size());
  }
  char* made = nullptr;
  const int size = redisFormatCommandArgv(&made, static_cast<int>(command.size()), words.data(), sizes.data());
  if (size < 0) throw std::bad_alloc();
  std::string bytes(made, static_cast<std::size_t>(size));
  redisFreeCommand(made);
  return bytes;
}

void Link::send(std::string_view bytes) {
  out_ += bytes;
  if (!writing_) write();
}

void Link::write() {
  writing_ = true;
  const auto bytes = std::make_shared<const std::string>(std::exchange(out_, {}));
  asio::async_write(socket_, asio::buffer(*bytes), [bytes, then = still([this](const error_code& error) {
                                                             writing_ = false;
                                                             if (error)
                                                               return broken("the line broke: " + error.message());
                                                             if (!out_.empty()) write();
                                                           })](const error_code& error, std::size_t) { then(error); });
}

void Link::read() {
  socket_.async_read_some(asio::buffer(buffer_), still([this](const error_code& error, std::size_t count) {
                            if (error) return broken("the line broke: " + error.message());
                            received(count);
                          }));
}

void Link::received(std::size_t count) {
  heard_ = Clock::now();
  const auto current = attempt_;
  reply_bytes_ += count;
  if (redisReaderFeed(reader_.get(), buffer_.data(), count) != REDIS_OK) return broken(reader_->errstr);
  take_replies();
  if (attempt_ != current) return;
  if (reply_bytes_ > terms_.limits.reply_bytes_max) return broken("its reply is too long");
  read();
}

void Link::take_replies() {
  for (const auto current = attempt_; attempt_ == current;) {
    void* made = nullptr;
    if (redisReaderGetReply(reader_.get(), &made) != REDIS_OK)
      return broken("what it says is nothing that Redis says: " + std::string(reader_->errstr));
    if (made == nullptr) return;
    const std::unique_ptr<redisReply, Free> reply(static_cast<redisReply*>(made));
    reply_bytes_ = reader_->len - reader_->pos;
    if (stage_ == Stage::greeting) {
      greeted(*reply);
    } else {
      replied(*reply);
    }
  }
}

}  // namespace rostrum::ledger::redis
