#include "ledger/redis/connection.hpp"

#include <deque>

#include <boost/asio/post.hpp>

#include "ledger/redis/link.hpp"

namespace rostrum::ledger::redis {

namespace asio = boost::asio;

class Connection::Asking final : public Link {
 public:
  using Link::Link;

  void ask(const Command& command, Then then) {
    if (standing().is != Standing::Is::ready) return fail(std::move(then), {NoReply::Why::away, in_words(standing())});
    const std::string bytes = bytes_of(command);
    if (under_way_.size() >= terms().limits.commands_max || bytes_ + bytes.size() > terms().limits.bytes_max)
      return fail(std::move(then), {NoReply::Why::full, "too much is under way"});
    if (under_way_.empty()) waits_from_now();
    bytes_ += bytes.size();
    under_way_.push_back({.then = std::move(then), .bytes = bytes.size()});
    send(bytes);
  }

 private:
  struct Asked {
    Then then;
    std::size_t bytes = 0;
  };

  void fail(Then then, NoReply why) {
    asio::post(executor(), [weak = weak_from_this(), then = std::move(then), why = std::move(why)] {
      const auto self = std::static_pointer_cast<Asking>(weak.lock());
      if (self && !self->stopped()) then(failure(why));
    });
  }

  void opened() override { ready(); }

  void replied(const redisReply& reply) override {
    if (under_way_.empty()) return broken("it answers what nobody asked");
    const Asked asked = std::move(under_way_.front());
    under_way_.pop_front();
    bytes_ -= asked.bytes;
    asked.then(&reply);
  }

  void closed(const std::string& why) override {
    bytes_ = 0;
    for (Asked& asked : std::exchange(under_way_, {})) fail(std::move(asked.then), {NoReply::Why::lost, why});
  }

  [[nodiscard]] bool waits() const override { return !under_way_.empty(); }

  std::deque<Asked> under_way_;
  std::size_t bytes_ = 0;
};

Connection::Connection(const asio::any_io_executor& strand, Terms terms, std::function<void()> changed)
    : asking_(std::make_shared<Asking>(strand, std::move(terms), std::move(changed))) {
  asking_->begin();
}

Connection::~Connection() { asking_->stop(); }

void Connection::ask(const Command& command, Then then) { asking_->ask(command, std::move(then)); }

const Standing& Connection::standing() const { return asking_->standing(); }

}  // namespace rostrum::ledger::redis
