#include "ledger/redis/link.hpp"

#include <algorithm>
#include <cmath>

#include <boost/asio/connect.hpp>
#include <boost/asio/local/stream_protocol.hpp>
#include <boost/asio/post.hpp>

#include "base/assert.hpp"

namespace rostrum::ledger::redis {

namespace asio = boost::asio;
using boost::system::error_code;

namespace {

// What a line that nobody reads at the other end takes at once. Beyond that it takes more only while somebody reads.
constexpr std::size_t taken_unread = 1u << 20;

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

Link::Link(const asio::any_io_executor& strand, Terms terms, std::function<void()> changed)
    : terms_(std::move(terms)),
      changed_(std::move(changed)),
      resolver_(strand),
      socket_(strand),
      timer_(strand),
      pauses_(terms_.limits.stands_after) {
  ROSTRUM_ASSERT(!terms_.address.tls || terms_.trust != nullptr);
}

void Link::begin() {
  asio::post(timer_.get_executor(), still([this] { attempt(); }));
}

void Link::stop() {
  stopped_ = true;
  ++attempt_;
  timer_.cancel();
  close();
}

// ---- an attempt

void Link::attempt() {
  const Address& address = terms_.address;
  if (!address.path.empty()) return connect({asio::local::stream_protocol::endpoint(address.path)});
  error_code is_a_name;
  const auto number = asio::ip::make_address(address.host, is_a_name);
  if (is_a_name) return look_up();
  connect({asio::ip::tcp::endpoint(number, address.port)});
}

void Link::look_up() {
  stage_ = Stage::looking_up;
  heard_ = Clock::now();
  watch();
  const std::string& host = terms_.address.host;
  if (terms_.look_up) return terms_.look_up(host, still([this](const HostAddresses& found) { looked_up(found); }));
  resolver_.async_resolve(host, "",
                          still([this](const error_code& error, const asio::ip::tcp::resolver::results_type& found) {
                            if (error) return looked_up(failure(error.message()));
                            std::vector<std::string> addresses;
                            for (const auto& each : found) addresses.push_back(each.endpoint().address().to_string());
                            looked_up(addresses);
                          }));
}

void Link::looked_up(const HostAddresses& found) {
  if (!found) return broken("its name is not known: " + found.error());
  std::vector<Endpoint> endpoints;
  for (const std::string& each : *found)
    endpoints.emplace_back(asio::ip::tcp::endpoint(asio::ip::make_address(each), terms_.address.port));
  if (endpoints.empty()) return broken("its name is not known: it has no address");
  connect(std::move(endpoints));
}

// Each attempt begins with another, since the first may be one that swallows all that is sent there.
void Link::connect(std::vector<Endpoint> endpoints) {
  stage_ = Stage::connecting;
  heard_ = Clock::now();
  watch();
  std::ranges::rotate(endpoints, endpoints.begin() + static_cast<std::ptrdiff_t>(turn_ % endpoints.size()));
  asio::async_connect(socket_, endpoints, still([this](const error_code& error, const auto&) {
                        if (error) return broken("it cannot be reached: " + error.message());
                        error_code ignored;  // a unix socket has no such option
                        if (terms_.address.path.empty()) socket_.set_option(asio::ip::tcp::no_delay(true), ignored);
                        shake_hands();
                      }));
}

void Link::shake_hands() {
  stage_ = Stage::shaking_hands;
  const Address& address = terms_.address;
  stream_ = address.tls ? terms_.trust->stream(std::move(socket_), address.host) : plain_stream(std::move(socket_));
  stream_->shake_hands(still([this](const std::optional<std::string>& why_not) {
    if (why_not) return broken(*why_not);
    greet();
  }));
}

void Link::greet() {
  stage_ = Stage::greeting;
  heard_ = Clock::now();
  heard_anything_ = false;
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
  if (auto wrong = turned_away(reply)) return not_fit({*std::move(wrong)});
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
  ready_since_ = Clock::now();
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
  close();
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

void Link::close() {
  resolver_.cancel();
  error_code ignored;
  socket_.close(ignored);
  if (const auto stream = std::exchange(stream_, nullptr)) stream->close();
}

void Link::pause() {
  const auto ready = was_ready();
  if (!ready) ++turn_;
  timer_.expires_after(span_of(pauses_.next(ready, terms_.random())));
  timer_.async_wait(still([this](const error_code& error) {
    if (!error) attempt();
  }));
}

std::optional<Millis> Link::was_ready() {
  const auto since = std::exchange(ready_since_, std::nullopt);
  if (!since) return std::nullopt;
  return Millis{std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - *since).count()};
}

Link::Clock::time_point Link::too_late() const {
  if (stage_ == Stage::looking_up) return heard_ + span_of(terms_.limits.look_up_within);
  if (stage_ == Stage::connecting || stage_ == Stage::shaking_hands)
    return heard_ + span_of(terms_.limits.connect_within);
  const bool owed = stage_ == Stage::greeting || waits();
  return (owed ? heard_ : Clock::now()) + span_of(terms_.limits.silent_most);
}

void Link::watch() {
  timer_.expires_at(too_late());
  timer_.async_wait(still([this](const error_code& error) {
    if (error) return;
    if (Clock::now() < too_late()) return watch();
    broken(why_silent());
  }));
}

std::string Link::why_silent() const {
  if (stage_ == Stage::looking_up) return "its name is not known: nobody has told it";
  if (stage_ == Stage::connecting) return "it cannot be reached: it does not answer";
  if (stage_ == Stage::shaking_hands) return "it does not answer by TLS: a port without it is named redis://";
  return "it has been silent for too long";
}

std::string Link::why_ended(const error_code& error) const {
  if (stage_ == Stage::greeting && !heard_anything_ && !terms_.address.tls)
    return "it ended the line without a word (" + error.message() + "): a port of TLS is named rediss://";
  return "the line broke: " + error.message();
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
  write_from(std::make_shared<const std::string>(std::exchange(out_, {})), 0);
}

void Link::write_from(const std::shared_ptr<const std::string>& bytes, std::size_t begin) {
  stream_->write_some(asio::buffer(*bytes) + begin,
                      still([this, bytes, begin](const error_code& error, std::size_t count) {
                        if (error) return write_failed(error);
                        if (begin >= taken_unread) heard_ = Clock::now();
                        if (begin + count < bytes->size()) return write_from(bytes, begin + count);
                        writing_ = false;
                        if (!out_.empty()) write();
                      }));
}

// Who is turned away is told so first, and that is still to be read.
void Link::write_failed(const error_code& error) {
  if (stage_ != Stage::greeting) broken(why_ended(error));
}

void Link::read() {
  stream_->read(still([this](const error_code& error, std::string_view bytes) {
    if (error) return broken(why_ended(error));
    received(bytes);
  }));
}

void Link::received(std::string_view bytes) {
  heard_ = Clock::now();
  heard_anything_ = true;
  const auto current = attempt_;
  reply_bytes_ += bytes.size();
  if (redisReaderFeed(reader_.get(), bytes.data(), bytes.size()) != REDIS_OK) return broken(reader_->errstr);
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
