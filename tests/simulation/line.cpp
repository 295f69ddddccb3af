#include "simulation/line.hpp"

#include <algorithm>

namespace rostrum::simulation {

namespace {

// At a node's door: as long as who is ahead waits there, and a little, since the session's clock is drawn by a
// hundredth.
constexpr Millis looks_every{100};
constexpr int looks_most = static_cast<int>(chamber::ahead_waits_most.value / looks_every.value) + 2;

}  // namespace

Line::Line(Loop& loop, const Setting& setting, Chance chance, Node& node, ClientEnd& client, wire::Codec codec,
           std::string address, std::function<void(std::string)> failed)
    : loop_(loop),
      setting_(setting),
      chance_(std::move(chance)),
      node_(node),
      client_(&client),
      codec_(codec),
      address_(std::move(address)),
      failed_(std::move(failed)) {}

void Line::later(Millis span, std::function<void()> then) {
  loop_.after(span, chance_, [self = shared_from_this(), then = std::move(then)] { then(); });
}

Millis Line::travel(Millis& free_at, std::size_t bytes) {
  Millis latency = chance_.span({}, setting_.latency_most);
  if (chance_.one_in(setting_.late_one_in)) latency += chance_.span({}, seconds(4));
  const Millis carrying{static_cast<std::int64_t>(bytes) / setting_.bytes_per_ms};
  free_at = std::max(free_at, loop_.now() + latency) + carrying;
  return free_at - loop_.now();
}

// ---- the client's end

void Line::open() {
  later(travel(to_node_free_at_, 0), [this] {
    if (to_node_cut_) return;
    connection_ = node_.accept(shared_from_this(), codec_, address_);
    if (!connection_) return client_ends(chance_.span({}, Millis{200}));
    later(travel(to_client_free_at_, 0), [this] {
      if (client_ != nullptr && !to_client_cut_) client_->opened();
    });
  });
}

void Line::say(std::string message) {
  const std::size_t bytes = message.size();
  later(travel(to_node_free_at_, bytes), [this, message = std::move(message)]() mutable {
    if (to_node_cut_ || !connection_) return;
    to_node_.push_back(std::move(message));
    hand_over_to_node();
  });
}

void Line::leave() {
  client_ = nullptr;
  to_client_cut_ = true;
  // What was sent before goes on arriving, and the end arrives behind it, or never: then silence ends it.
  const Millis heard =
      chance_.one_in(4) ? chance_.span(seconds(1), setting_.limits.silence_max) : travel(to_node_free_at_, 0);
  node_ends(heard);
}

// ---- trouble

void Line::break_off() {
  later(chance_.span({}, Millis{300}), [this] { to_client_cut_ = true; });
  later(chance_.span({}, Millis{300}), [this] { to_node_cut_ = true; });
  const auto noticed = [this] {
    return chance_.one_in(4) ? chance_.span(seconds(1), setting_.limits.silence_max)
                             : chance_.span(Millis{300}, seconds(2));
  };
  client_ends(noticed());
  node_ends(noticed());
}

void Line::pause(Millis span) {
  paused_ = true;
  later(span, [this] {
    paused_ = false;
    hand_over_to_client();
  });
}

void Line::client_ends(Millis after) {
  later(after, [this] {
    to_client_cut_ = true;
    if (auto* client = std::exchange(client_, nullptr)) client->ended();
  });
}

void Line::node_ends(Millis after) {
  later(after, [this] {
    to_node_cut_ = true;
    if (!connection_) return;
    connection_->lost();
    connection_.reset();
    node_.forget(this);
  });
}

// ---- the node's end

bool Line::send(std::span<const chamber::Frame> frames) {
  answered_ = true;
  for (const chamber::Frame& frame : frames) {
    to_client_bytes_ += frame->size();
    carry(frame, frame->size());
  }
  // A socket with room takes all at once, or says later that it has.
  if (to_client_bytes_ <= setting_.line_bytes_max && chance_.one_in(2)) return true;
  sender_waits_ = true;
  later({}, [this] { take_from_node(); });
  return false;
}

void Line::carry(chamber::Frame frame, std::size_t bytes) {
  to_client_.push_back({.frame = std::move(frame)});
  later(travel(to_client_free_at_, bytes), [this] {
    const auto first = std::ranges::find(to_client_, false, &UnderWay::arrived);
    if (first != to_client_.end()) first->arrived = true;
    hand_over_to_client();
  });
}

void Line::take_from_node() {
  const bool room = to_client_.size() <= 1 || to_client_bytes_ <= setting_.line_bytes_max;
  if (!sender_waits_ || !room || !connection_) return;
  sender_waits_ = false;
  const auto kept = connection_;
  kept->sent();
}

void Line::hand_over_to_client() {
  while (!paused_ && !to_client_cut_ && !to_client_.empty() && to_client_.front().arrived) {
    const chamber::Frame frame = std::move(to_client_.front().frame);
    to_client_.pop_front();
    if (!frame) return client_ends({});
    to_client_bytes_ -= frame->size();
    if (sender_waits_) later({}, [this] { take_from_node(); });
    if (client_ != nullptr) client_->received(frame);
  }
}

void Line::receive() {
  node_reads_ = true;
  later({}, [this] { hand_over_to_node(); });
}

void Line::hand_over_to_node() {
  if (!connection_ || !node_reads_ || to_node_.empty()) return;
  node_reads_ = false;
  node_.take_in([self = shared_from_this(), message = std::move(to_node_.front())] {
    const auto kept = self->connection_;
    if (!kept) return;
    kept->received(message, self->loop_.now());
    if (!std::exchange(self->knocked_, true)) self->look_at_door(looks_most);  // a client signs in first
  });
  to_node_.pop_front();
}

void Line::look_at_door(int looks) {
  if (answered_ || !connection_) return;
  if (looks == 0)
    return failed_("somebody waits at the door of " + node_.name() + " and is neither let in nor sent on");
  later(looks_every,
        [this, looks] { node_.take_in([self = shared_from_this(), looks] { self->look_at_door(looks - 1); }); });
}

void Line::end_within(Millis span) {
  node_ends(span);
  client_ends(span + chance_.span({}, setting_.latency_most));
}

void Line::close(gateway::CloseCode) {
  carry(nullptr, 0);
  node_ends(setting_.latency_most + Millis{1});
}

void Line::node_gone() {
  if (connection_) connection_->lost();
  connection_.reset();
  to_node_cut_ = true;
  // A process that was killed resets its lines; a machine without power does not.
  client_ends(chance_.one_in(4) ? chance_.span(seconds(1), seconds(20)) : chance_.span({}, Millis{500}));
}

}  // namespace rostrum::simulation
