// The one who acts: signs in as the chair, opens what has to be open, and from then on sends one act after the other,
// each of which is accepted whatever became of those before: it alone acts on its panel, and acts are decided in the
// order in which they were sent.
//
// The acts in turn: the last on the list is moved to its head; the speech under way is given another limit; paused;
// resumed. Each changes the list's expected times, so that its patch holds the whole list.
#pragma once

#include <deque>
#include <functional>
#include <string>
#include <vector>

#include "client/store.hpp"
#include "load/actor.hpp"
#include "load/line.hpp"
#include "load/spread.hpp"

namespace rostrum::load {

class Chair final : public Line, public Actor {
 public:
  explicit Chair(Loop& loop) : Line(loop, Codec::protobuf), loop_(loop) {}

  /// Signs in and makes ready: the first panel that can be opened, a list of at least `listed_least` and a speech.
  /// Throws where the server refuses that.
  void prepare(const Address& to, const std::string& code, std::size_t listed_least);

  /// Signs in, opens the lists of `panels` panels or more, and gives their ids.
  std::vector<std::string> open_lists(const Address& to, const std::string& code, std::size_t panels);

  void act(Nanos due) override;
  [[nodiscard]] std::size_t unanswered() const override { return due_.size(); }
  [[nodiscard]] std::uint64_t last() const override { return store_.seq(); }

  /// Called for each act that is acknowledged, with the commit that holds it and the instant at which it was due.
  void when_acknowledged(std::function<void(std::uint64_t seq, Nanos due)> then) { acknowledged_ = std::move(then); }

  /// From an act's instant to its Ack.
  [[nodiscard]] const Spread& acknowledged() const { return acknowledged_after_; }

 private:
  void opened() override;
  void received(std::string_view message, Nanos at) override;
  void ended(const std::string& why) override;

  void sign_in_with(const Address& to, const std::string& code);
  void open(const std::string& panel);
  void list(const std::string& panel, std::size_t least);
  void speak(const std::string& panel);
  /// Sends it and waits for the answer: whether it was accepted.
  bool ask(v1::Command command);
  [[nodiscard]] v1::Command next_act();
  void send_command(v1::Command command);
  [[nodiscard]] std::vector<std::string> panels() const;

  Loop& loop_;
  std::string code_;
  client::Store store_;
  bool ready_ = false;
  std::uint64_t sent_ = 0;
  std::deque<Nanos> due_;  // of the acts that have not been answered, which come in their order
  std::string rejected_;   // why the last one was, or nothing
  std::function<void(std::uint64_t, Nanos)> acknowledged_;
  Spread acknowledged_after_;

  std::deque<std::uint32_t> order_;  // of the list, as it will be
  std::uint32_t speech_ = 0;
  std::uint64_t turn_ = 0;
};

}  // namespace rostrum::load
