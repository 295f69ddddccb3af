#include "ledger/redis/connection.hpp"

#include <deque>

#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>

#include "ledger/redis/link.hpp"

namespace rostrum::ledger::redis {

namespace asio = boost::asio;

class Connection::Asking final : public Link {
 public:
  Asking(const asio::any_io_executor& strand, Terms terms, std::function<void()> changed)
      : Link(strand, std::move(terms), std::move(changed)),
        look_at_(strand) {}

  void ask(const Command& command, Then then) {
    if (standing().is != Standing::Is::ready) return fail(std::move(then), {NoReply::Why::away, in_words(standing())});
    const std::string bytes = bytes_of(command);
    if (under_way_.size() >= terms().limits.commands_max || bytes_ + bytes.size() > terms().limits.bytes_max)
      return fail(std::move(then), {NoReply::Why::full, "too much is under way"});
    put(bytes, std::move(then));
  }

 private:
  struct Asked {
    Then then;  // none: it is of a look
    std::size_t bytes = 0;
  };

  void put(const std::string& bytes, Then then) {
    if (under_way_.empty()) waits_from_now();
    bytes_ += bytes.size();
    under_way_.push_back({.then = std::move(then), .bytes = bytes.size()});
    send(bytes);
  }

  void fail(Then then, NoReply why) {
    asio::post(executor(), [weak = weak_from_this(), then = std::move(then), why = std::move(why)] {
      const auto self = std::static_pointer_cast<Asking>(weak.lock());
      if (self && !self->stopped()) then(failure(why));
    });
  }

  void opened() override {
    ready();
    look_later();
  }

  // What was found fit may have been changed since, or be another's replica by now.
  void look_later() {
    look_at_.expires_after(std::chrono::milliseconds(terms().limits.look_every.value));
    look_at_.async_wait(still([this](const boost::system::error_code& error) {
      if (error) return;
      look_ = Look(Look::Which::later);
      for (const Command& question : Look::questions()) put(bytes_of(question), nullptr);
    }));
  }

  void looked(const redisReply& reply) {
    look_.hear(reply);
    if (!look_.ended()) return;
    if (auto wrong = look_.wrong(); !wrong.empty()) return not_fit(std::move(wrong));
    look_later();
  }

  void replied(const redisReply& reply) override {
    if (under_way_.empty()) return broken("it answers what nobody asked");
    const Asked asked = std::move(under_way_.front());
    under_way_.pop_front();
    bytes_ -= asked.bytes;
    if (!asked.then) return looked(reply);
    asked.then(&reply);
  }

  void closed(const std::string& why) override {
    bytes_ = 0;
    for (Asked& asked : std::exchange(under_way_, {}))
      if (asked.then) fail(std::move(asked.then), {NoReply::Why::lost, why});
  }

  [[nodiscard]] bool waits() const override { return !under_way_.empty(); }

  std::deque<Asked> under_way_;
  std::size_t bytes_ = 0;
  asio::steady_timer look_at_;
  Look look_{Look::Which::later};
};

Connection::Connection(const asio::any_io_executor& strand, Terms terms, std::function<void()> changed)
    : asking_(std::make_shared<Asking>(strand, std::move(terms), std::move(changed))) {
  asking_->begin();
}

Connection::~Connection() { asking_->stop(); }

void Connection::ask(const Command& command, Then then) { asking_->ask(command, std::move(then)); }

const Standing& Connection::standing() const { return asking_->standing(); }

}  // namespace rostrum::ledger::redis
