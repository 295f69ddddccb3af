#include "robots/robot.hpp"

#include <algorithm>
#include <utility>

namespace rostrum::robots {

using client::Span;
using Kind = client::Failure::Kind;
using Steady = std::chrono::steady_clock;

namespace {

constexpr auto answer_within = std::chrono::seconds(10);  // real time, then the connection is taken to be dead
constexpr auto again_when_unconfirmed = std::chrono::seconds(2);
constexpr auto again_within_first = std::chrono::milliseconds(500);
constexpr Millis expires_after = minutes(9);  // a server takes no more than ten

}  // namespace

bool Throttle::lets(client::Loop::Time now) {
  const std::chrono::duration<double> passed = now - counted_at_;
  counted_at_ = now;
  allowed_ = std::min(std::max(1.0, acts_per_second_), allowed_ + passed.count() * acts_per_second_);
  if (allowed_ < 1) return false;
  allowed_ -= 1;
  return true;
}

Robot::Robot(Setting& setting, SignIn sign_in)
    : setting_(setting),
      sign_in_(std::move(sign_in)),
      dice_(setting.seed, sign_in_.role + '/' + sign_in_.name + '/' + sign_in_.delegation),
      jitter_(setting.seed, "jitter/" + sign_in_.code) {
  if (!setting.elsewhere.empty())
    at_ = static_cast<std::size_t>(jitter_.between(0, static_cast<std::int64_t>(setting.elsewhere.size())));
}

const client::Address& Robot::address() const { return at_ == 0 ? setting_.address : setting_.elsewhere.at(at_ - 1); }

double Robot::speed() const { return setting_.speed.value_or(hello_.clock_speed() > 0 ? hello_.clock_speed() : 1); }

Span Robot::real(Millis session) const {
  return Span(static_cast<std::int64_t>(static_cast<double>(session.value) / speed()));
}

Instant Robot::now() const {
  const auto since = std::chrono::duration<double, std::milli>(Steady::now() - greeted_at_).count();
  return {hello_.server_at() + static_cast<std::int64_t>(since * hello_.clock_speed())};
}

void Robot::wake(Time now) {
  if (now < wake_at_) return;
  if (!retired_.empty()) {
    wake_at_ = Time::max();
  } else if (!line_) {
    connect(now);
  } else if (holds_ && pending_ && pending_->unconfirmed) {
    wake_at_ = now + answer_within;
    send_pending();
  } else if (!holds_ || pending_) {
    if (!deaf_) return lose(Kind::timed_out, "no answer came in time");
    wake_at_ = now + answer_within;
  } else {
    act(now);
  }
}

void Robot::connect(Time now) {
  holds_ = false;
  wake_at_ = now + answer_within;
  line_ = std::make_unique<client::Line>(
      setting_.loop, address(), client::Codec::protobuf,
      client::Listener{.opened = [this] { opened(); },
                       .took = [this](const v1::ServerFrame& frame) { took(frame); },
                       .ended = [this](const client::Failure& failed) { ended(failed); }});
}

void Robot::opened() {
  v1::ClientFrame frame;
  line_->be_deaf(deaf_);
  v1::SignIn& sign_in = *frame.add_items()->mutable_sign_in();
  sign_in.set_code(sign_in_.code);
  if (store_.position()) *sign_in.mutable_position() = *store_.position();
  line_->send(frame);
}

void Robot::took(const v1::ServerFrame& frame) {
  for (const v1::ServerItem& item : frame.items())
    if (line_ && !take(item)) lose(Kind::not_understood, "a patch came out of turn");
}

bool Robot::take(const v1::ServerItem& item) {
  if (!store_.apply(item)) return false;
  if (item.has_hello()) {
    hello_ = item.hello();
    greeted_at_ = Steady::now();
  }
  if ((item.has_hello() && item.hello().resumed()) || (item.has_snapshot() && !holds_)) {
    holds_ = true;
    failures_ = 0;
    ++signed_in_;
    wake_at_ = Steady::now() + (pending_ ? Span(answer_within) : real({dice_.between(0, pause().most_s * 1'000)}));
    if (pending_) send_pending();
  }
  if (item.has_ack()) {
    setting_.notes.acknowledged(hello_.seat(), item.ack());
    (void)answered(item.ack().command_id());
  }
  if (item.has_rejection()) rejected(item.rejection());
  if (setting_.watch) setting_.watch(*this, item);
  return true;
}

/// What is unconfirmed may still be done: it waits, and is sent again as it was.
void Robot::rejected(const v1::Rejection& rejection) {
  const bool waits = pending_ && pending_->command.id() == rejection.command_id() && rejection.code() == "unconfirmed";
  setting_.notes.rejected(hello_.seat(), rejection, waits ? sendings() : answered(rejection.command_id()));
  if (!waits) return;
  pending_->unconfirmed = true;
  wake_at_ = Steady::now() + again_when_unconfirmed;
}

Sendings Robot::answered(const std::string& command_id) {
  if (!pending_ || pending_->command.id() != command_id) return {};
  const Sendings told = sendings();
  if (setting_.answered) setting_.answered(*this, told);
  pending_.reset();
  think_later(Steady::now());
  return told;
}

Sendings Robot::sendings() const {
  const std::chrono::duration<double, std::milli> since = Steady::now() - pending_->first_sent_at;
  return {.copies = pending_->copies,
          .since_first = {static_cast<std::int64_t>(since.count() * hello_.clock_speed())},
          .waited = std::chrono::duration_cast<Span>(since),
          .lines = pending_->lines};
}

void Robot::think_later(Time now) {
  const Pause between = pause();
  const Millis session{dice_.between(between.least_s * 1'000, between.most_s * 1'000)};
  wake_at_ = now + std::max(setting_.least_pause, real(session));
}

void Robot::act(Time now) {
  think_later(now);
  if (!setting_.acting) return;
  auto command = think();
  if (!command || !setting_.throttle.lets(now)) return;
  command->set_id(setting_.run + '-' + std::to_string(++sent_));
  command->set_expires_at((this->now() + expires_after).value);
  pending_ = {.command = *std::move(command), .first_sent_at = Steady::now()};
  setting_.notes.sent(hello_.seat(), pending_->command.id());
  wake_at_ = now + answer_within;
  send_pending();
}

void Robot::send_pending() {
  v1::ClientFrame frame;
  *frame.add_items()->mutable_command() = pending_->command;
  ++pending_->copies;
  if (std::exchange(pending_->line, signed_in_) != signed_in_) ++pending_->lines;
  pending_->unconfirmed = false;
  line_->send(frame);
}

void Robot::ended(const client::Failure& failed) {
  if (failed.kind == Kind::refused && !failed.refusal.reconnect()) retired_ = failed.why;
  if (setting_.lost) setting_.lost(*this, failed);
  away(failed.why);
}

void Robot::lose(Kind kind, std::string why) { ended({.kind = kind, .why = std::move(why)}); }

void Robot::away(std::string why) {
  away_because_ = std::move(why);
  line_.reset();  // also where it is the one that tells
  holds_ = false;
  at_ = (at_ + 1) % (1 + setting_.elsewhere.size());
  const auto most = std::min<Span>(setting_.again_within_most, again_within_first * (1 << std::min(failures_++, 5)));
  wake_at_ = retired_.empty() ? Steady::now() + Span(jitter_.between(0, most.count())) : Time::max();
}

void Robot::cut() {
  if (line_) away("cut by itself");
}

void Robot::leave() {
  retired_ = "left";
  away(retired_);
}

void Robot::be_deaf(bool deaf) {
  deaf_ = deaf;
  if (line_) line_->be_deaf(deaf);
}

}  // namespace rostrum::robots
