// One who acts as the chair, at any node: each act is accepted whatever became of those before and in whatever order
// they are decided, so that many may act at once at several nodes. The act gives the speech under way another limit,
// which no other act gives it; its patch holds the whole list. What nobody knows about (`unconfirmed`) is sent again
// under its id.
#pragma once

#include <functional>
#include <map>
#include <string>

#include "load/actor.hpp"
#include "load/line.hpp"
#include "rostrum/v1/envelope.pb.h"

namespace rostrum::bench {

class Acting final : public load::Line, public load::Actor {
 public:
  explicit Acting(load::Loop& loop) : Line(loop, load::Codec::protobuf), loop_(loop) {}

  /// Signs in where a speech is under way (`load::Chair::prepare`). Throws where that cannot be.
  void join(const load::Address& at, const std::string& code);

  void act(load::Nanos due) override;
  [[nodiscard]] std::size_t unanswered() const override { return under_way_.size(); }
  [[nodiscard]] std::uint64_t last() const override { return last_; }
  /// Waits until all is answered. Throws where that does not come.
  void finish();

  /// Called for each act that is acknowledged at `at`, with the commit that holds it and when it was due.
  void when_acknowledged(std::function<void(std::uint64_t seq, load::Nanos due, load::Nanos at)> then) {
    acknowledged_ = std::move(then);
  }

 private:
  struct Sent {
    load::Nanos due = 0;
    v1::Command command;
  };

  void opened() override;
  void received(std::string_view message, load::Nanos at) override;
  void ended(const std::string& why) override;
  void look_for_speech(const v1::Snapshot& snapshot);
  void take(const v1::Ack& ack, load::Nanos at);
  void take(const v1::Rejection& rejection);
  void send_command(const v1::Command& command);

  load::Loop& loop_;
  std::string code_;
  bool joined_ = false;
  std::uint32_t speech_ = 0;
  std::uint64_t last_ = 0;
  std::map<std::string, Sent> under_way_;  // by id
  std::function<void(std::uint64_t, load::Nanos, load::Nanos)> acknowledged_;
};

}  // namespace rostrum::bench
