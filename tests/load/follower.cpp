#include "load/follower.hpp"

namespace rostrum::load {

Follower::Follower(Loop& loop, Codec codec, std::string code, Deliveries& deliveries)
    : Line(loop, codec),
      code_(std::move(code)),
      deliveries_(&deliveries) {}

void Follower::set_follows(bool follows) {
  if (follows_ == follows) return;
  follows_ = follows;
  if (follows)
    ++deliveries_->following;
  else
    --deliveries_->following;
}

void Follower::count_in(Deliveries& deliveries) {
  if (follows_) --deliveries_->following, ++deliveries.following;
  deliveries_ = &deliveries;
}

void Follower::join(const Address& to, unsigned source, bool with_position) {
  with_position_ = with_position && !position_.empty();
  greeted_ = false;
  set_follows(false);
  resumed_ = false;
  if (!with_position_) seq_ = 0;
  connect(to, source);
}

void Follower::leave() {
  set_follows(false);
  drop();
}

void Follower::opened() {
  const std::string_view from = with_position_ ? std::string_view(position_) : std::string_view();
  send(sign_in(codec(), code_, from, seq_));
}

void Follower::ended(const std::string& why) {
  set_follows(false);
  deliveries_->lost.push_back(refusal_.empty() ? why : "refused: " + refusal_);
}

void Follower::received(std::string_view message, Nanos at) {
  if (record_) record_(plain_frame(codec() == Codec::json ? Opcode::text : Opcode::binary, message));
  if (!scan(codec(), message, [&](const Item& item) { take(item, at); }))
    deliveries_->lost.push_back("a message that cannot be read");
  if (follows_ || !greeted_ || seq_ < there_at_) return;
  set_follows(true);
  follows_since_ = at;
}

void Follower::take(const Item& item, Nanos at) {
  switch (item.kind) {
  case Item::Kind::hello:
    resumed_ = item.resumed;
    greeted_ = item.resumed;
    break;
  case Item::Kind::snapshot:
    ++snapshots_;
    if (follows_) ++deliveries_->snapshots;
    if (item.seq < seq_) ++deliveries_->out_of_order;
    seq_ = item.seq;
    position_ = item.position;
    greeted_ = true;
    break;
  case Item::Kind::patch:
    take_patch(item.seq, at);
    break;
  case Item::Kind::refusal:
    refusal_ = item.code;
    break;
  case Item::Kind::ack:
  case Item::Kind::rejection:
    if (answered_) answered_(item, at);
    break;
  case Item::Kind::other:
    break;
  }
}

void Follower::take_patch(std::uint64_t seq, Nanos at) {
  if (seq <= seq_) {
    ++deliveries_->out_of_order;
    return;
  }
  deliveries_->missing += seq - seq_ - 1;
  seq_ = seq;
  if (timed_ && follows_)
    deliveries_->delivered(seq, at);
  else
    deliveries_->delivered_late();
}

}  // namespace rostrum::load
