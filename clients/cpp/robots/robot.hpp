// One robot in one seat: connects, signs in, follows, and now and then thinks of an act. It has one act under way at a
// time. A connection that ends is opened again with the position it had, and an act that was not answered is sent again
// as it was, under the same id. Rejections are normal: the hall was another one by then.
//
// Driven by its loop's thread; waits are spans of the session's clock.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/time.hpp"
#include "client/line.hpp"
#include "robots/dice.hpp"
#include "robots/notes.hpp"
#include "robots/sign_ins.hpp"

namespace rostrum::robots {

/// Bounds the acts of all robots together.
class Throttle {
 public:
  explicit Throttle(double acts_per_second) : acts_per_second_(acts_per_second) {}
  /// Whether an act may be sent now, which counts it.
  [[nodiscard]] bool lets(client::Loop::Time now);

 private:
  double acts_per_second_;
  double allowed_ = 1;
  client::Loop::Time counted_at_;
};

/// What all robots of a hall share. It outlives them.
struct Setting {
  client::Loop& loop;
  client::Address address;
  Notes& notes;
  Throttle& throttle;
  std::uint64_t seed = 1;
  std::string run;                        // begins every command id, so that two rehearsals on one session differ
  std::optional<double> speed;            // of the robots; none: that of the session's clock
  client::Span least_pause{100};          // between two acts of a robot, in real time
  client::Span again_within_most{5'000};  // after a connection has ended, in real time
  int delegations = 0;                    // that are played
  bool acting = true;                     // false: no new acts are thought of; those under way are brought to their end
  std::function<void(const class Robot& robot, const v1::ServerItem& item)> watch = {};  // after it was applied
  /// A robot has lost its connection, and how; not told where it cut it itself.
  std::function<void(const class Robot& robot, const client::Failure& failed)> lost = {};
  /// An act of a robot's was answered for good, and how it had been sent.
  std::function<void(const class Robot& robot, const Sendings& sendings)> answered = {};
  /// Of other nodes of the session. A robot begins at any, and goes on to the next where a connection has ended.
  std::vector<client::Address> elsewhere = {};
};

class Robot {
 public:
  using Time = client::Loop::Time;

  Robot(Setting& setting, SignIn sign_in);
  virtual ~Robot() = default;
  Robot(const Robot&) = delete;
  Robot& operator=(const Robot&) = delete;

  /// When it wants to be woken at the latest.
  [[nodiscard]] Time wake_at() const { return wake_at_; }
  void wake(Time now);

  /// Cuts its connection; it comes back by itself.
  void cut();
  /// Cuts it for good.
  void leave();
  /// From now on takes nothing in, or all again.
  void be_deaf(bool deaf);

  [[nodiscard]] const SignIn& sign_in() const { return sign_in_; }
  [[nodiscard]] const client::Store& store() const { return store_; }
  /// Signed in and holding the session.
  [[nodiscard]] bool follows() const { return line_ != nullptr && holds_; }
  /// No act of it waits for its answer.
  [[nodiscard]] bool settled() const { return !pending_; }
  /// Its code is void or its seat taken: it does not come back. Why, or empty.
  [[nodiscard]] const std::string& retired() const { return retired_; }
  /// Why it was without a connection the last time.
  [[nodiscard]] const std::string& away_because() const { return away_because_; }
  [[nodiscard]] std::uint64_t sign_ins() const { return signed_in_; }
  /// The node that it is at, or tries next: 0 is the setting's address, 1 the first elsewhere.
  [[nodiscard]] std::size_t at() const { return at_; }
  /// On the session's clock, as it was told when it signed in last.
  [[nodiscard]] Instant now() const;

 protected:
  /// The next act, where there is something to do.
  virtual std::optional<v1::Command> think() = 0;
  /// How long to wait between two thoughts.
  struct Pause {
    std::int64_t least_s;
    std::int64_t most_s;
  };
  virtual Pause pause() const = 0;

  [[nodiscard]] const v1::Hello& hello() const { return hello_; }
  [[nodiscard]] const Setting& setting() const { return setting_; }
  [[nodiscard]] Dice& dice() { return dice_; }

 private:
  void connect(Time now);
  void opened();
  void took(const v1::ServerFrame& frame);
  bool take(const v1::ServerItem& item);
  void ended(const client::Failure& failed);
  void lose(client::Failure::Kind kind, std::string why);
  void away(std::string why);
  void rejected(const v1::Rejection& rejection);
  /// An answer came about the act of that id: how that had been sent. The one under way is no more then.
  Sendings answered(const std::string& command_id);
  /// How the one under way has been sent until now.
  [[nodiscard]] Sendings sendings() const;
  [[nodiscard]] const client::Address& address() const;
  void think_later(Time now);
  void act(Time now);
  void send_pending();
  [[nodiscard]] client::Span real(Millis session) const;
  [[nodiscard]] double speed() const;

  Setting& setting_;
  SignIn sign_in_;
  Dice dice_;
  Dice jitter_;  // of its own: when connections end is no choice
  client::Store store_;
  std::unique_ptr<client::Line> line_;
  bool holds_ = false;
  bool deaf_ = false;
  Time wake_at_{};
  v1::Hello hello_;
  Time greeted_at_{};
  struct UnderWay {
    v1::Command command;
    int copies = 0;
    Time first_sent_at;
    bool unconfirmed = false;  // the last copy was answered so
    int lines = 0;             // over which it was sent
    std::uint64_t line = 0;    // over which it was sent last
  };
  std::optional<UnderWay> pending_;
  std::uint64_t sent_ = 0;
  std::uint64_t signed_in_ = 0;
  int failures_ = 0;  // one after the other
  std::size_t at_ = 0;
  std::string retired_;
  std::string away_because_;
};

}  // namespace rostrum::robots
