#include "load/crowd.hpp"

#include <algorithm>

#include "load/failed.hpp"

namespace rostrum::load {

namespace {

constexpr std::size_t coming_max = 48;
constexpr unsigned connects_at_once = 64;  // before what has come meanwhile is read, as the others' devices would
constexpr Nanos come_within = 120 * second_ns;
constexpr Nanos deliver_within = 30 * second_ns;

Usage usage_of(std::optional<pid_t> server) {
  return {.wall = now_ns(), .server = server ? processor_time(*server) : 0, .loader = processor_time()};
}

std::string first_of(const std::vector<std::string>& lost) { return lost.empty() ? "" : "; one was " + lost.front(); }

}  // namespace

Meter::Meter(std::optional<pid_t> server) : server_(server), before_(usage_of(server)) {}

Usage Meter::read() const {
  const Usage now = usage_of(server_);
  return {
      .wall = now.wall - before_.wall, .server = now.server - before_.server, .loader = now.loader - before_.loader};
}

Crowd::Crowd(Loop& loop, Address address, Codec codec, const std::vector<std::string>& codes, std::size_t size,
             Deliveries& deliveries)
    : loop_(loop),
      address_(std::move(address)),
      deliveries_(&deliveries) {
  for (std::size_t number = 0; number < size; ++number)
    followers_.push_back(std::make_unique<Follower>(loop, codec, codes[number % codes.size()], deliveries));
}

void Crowd::count_in(Deliveries& deliveries) {
  deliveries_ = &deliveries;
  for (const auto& follower : followers_) follower->count_in(deliveries);
}

void Crowd::come_in_turn() {
  const std::size_t lost = deliveries_->lost.size();
  const std::size_t before = deliveries_->following;
  const Nanos until = now_ns() + come_within;
  for (unsigned number = 0; number < followers_.size(); ++number) {
    followers_[number]->join(address_, number, false);
    const auto in_turn = [&] { return deliveries_->following - before + coming_max > number; };
    if (!loop_.run_until([&] { return in_turn() || deliveries_->lost.size() > lost; }, until)) break;
  }
  const auto all = [&] { return deliveries_->following - before == followers_.size(); };
  loop_.run_until([&] { return all() || deliveries_->lost.size() > lost; }, until);
  if (!all()) {
    throw Failed(std::to_string(deliveries_->following - before) + " of " + std::to_string(followers_.size()) +
                 " clients could follow" + first_of(deliveries_->lost));
  }
}

Spread Crowd::come_at_once(bool with_position, std::uint64_t there_at) {
  const Nanos begin = now_ns();
  const std::size_t lost = deliveries_->lost.size();
  for (unsigned number = 0; number < followers_.size(); ++number) {
    followers_[number]->there_at(there_at);
    followers_[number]->join(address_, number, with_position);
    if (number % connects_at_once == 0) loop_.run_to(now_ns());
  }
  const auto all = [&] { return deliveries_->following == followers_.size(); };
  loop_.run_until([&] { return all() || deliveries_->lost.size() > lost; }, begin + come_within);
  if (!all()) {
    throw Failed("only " + std::to_string(deliveries_->following) + " of " + std::to_string(followers_.size()) +
                 " clients came back" + first_of(deliveries_->lost));
  }
  Spread took;
  for (const auto& follower : followers_) took.add(follower->follows_since() - begin);
  return took;
}

void Crowd::leave() {
  for (const auto& follower : followers_) follower->leave();
}

void Crowd::follow_acts(Actor& actor, double seconds, std::optional<double> rate,
                        const std::function<void()>& every_second) {
  const Nanos begin = now_ns();
  const Nanos end = begin + nanos_of(seconds);
  Nanos next_second = begin + second_ns;
  const auto all_have_it = [&] { return actor.unanswered() == 0 && deliveries_->complete(actor.last()); };
  for (std::uint64_t number = 0;; ++number) {
    const Nanos due = rate ? begin + nanos_of(static_cast<double>(number) / *rate) : now_ns();
    if (due >= end) break;
    loop_.run_to(due);
    actor.act(due);
    if (!rate && !loop_.run_until(all_have_it, now_ns() + deliver_within)) break;
    if (due < next_second) continue;
    next_second += second_ns;
    if (every_second) every_second();
  }
  if (!loop_.run_until([&] { return actor.unanswered() == 0; }, now_ns() + deliver_within))
    throw Failed("acts are not answered");
  wait_for(actor.last());
}

void Crowd::wait_for(std::uint64_t seq) {
  const auto there = [&](const auto& follower) { return follower->seq() >= seq; };
  const auto all = [&] { return std::ranges::all_of(followers_, there); };
  if (loop_.run_until(all, now_ns() + deliver_within)) return;
  for (const auto& follower : followers_)
    if (follower->seq() < seq) deliveries_->missing += seq - follower->seq();
}

std::uint64_t Crowd::bytes_received() const {
  std::uint64_t sum = 0;
  for (const auto& follower : followers_) sum += follower->bytes_received();
  return sum;
}

std::size_t Crowd::resumed() const {
  return static_cast<std::size_t>(std::ranges::count_if(followers_, [](const auto& one) { return one->resumed(); }));
}

}  // namespace rostrum::load
