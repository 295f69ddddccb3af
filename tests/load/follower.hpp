// A light client: it signs in, follows, and checks that every patch is the next one. It holds its place and no entity.
#pragma once

#include <functional>
#include <string>

#include "load/deliveries.hpp"
#include "load/line.hpp"

namespace rostrum::load {

class Follower final : public Line {
 public:
  /// `deliveries` outlives it. Every connection of the same `code` is another device of one seat.
  Follower(Loop& loop, Codec codec, std::string code, Deliveries& deliveries);

  /// Connects and signs in, with the place where it stands or as one that was never here. It `follows` again once it
  /// has what is current then.
  void join(const Address& to, unsigned source, bool with_position);
  /// Gone without a word; it keeps its place.
  void leave();

  /// From now on what it gets is counted there.
  void count_in(Deliveries& deliveries);
  /// What it gets is counted and checked, and not timed: it reads as it likes.
  void take_its_time() { timed_ = false; }
  /// Called for an Ack or a rejection.
  void when_answered(std::function<void(const Item&, Nanos at)> then) { answered_ = std::move(then); }
  /// Called with each frame that it is sent, as it was sent.
  void record(std::function<void(std::string frame)> then) { record_ = std::move(then); }
  /// Whoever joins is there only once it stands at that place.
  void there_at(std::uint64_t seq) { there_at_ = seq; }

  [[nodiscard]] bool follows() const { return follows_; }
  [[nodiscard]] std::uint64_t seq() const { return seq_; }
  /// When it last came to follow.
  [[nodiscard]] Nanos follows_since() const { return follows_since_; }
  /// Whether it was sent the patches it had missed, and no snapshot.
  [[nodiscard]] bool resumed() const { return resumed_; }
  [[nodiscard]] std::uint64_t snapshots() const { return snapshots_; }

 private:
  void opened() override;
  void received(std::string_view message, Nanos at) override;
  void ended(const std::string& why) override;
  void take(const Item& item, Nanos at);
  void set_follows(bool follows);
  void take_patch(std::uint64_t seq, Nanos at);

  const std::string code_;
  Deliveries* deliveries_;
  bool timed_ = true;
  bool with_position_ = false;
  bool greeted_ = false;
  bool follows_ = false;
  bool resumed_ = false;
  std::uint64_t seq_ = 0;
  std::uint64_t there_at_ = 0;
  std::uint64_t snapshots_ = 0;
  Nanos follows_since_ = 0;
  std::string position_;  // of the last snapshot, as it came
  std::string refusal_;
  std::function<void(std::string)> record_;
  std::function<void(const Item&, Nanos)> answered_;
};

}  // namespace rostrum::load
