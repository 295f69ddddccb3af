// The hall of a round: robots that act and look on, what they were told, what they saw, how long they waited, and
// whether any of them was taken back to where it had been before. Driven by the round's thread, while it plays.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "faults/views.hpp"
#include "faults/waits.hpp"
#include "robots/rehearsal.hpp"

namespace rostrum::faults {

// An act is taken within 9 s of real time or has expired, and its id is remembered for 20 s; the robots live ten times
// as fast as that clock, so that enough happens in a round.
inline constexpr auto clock = "2005-11-29T14:55+01:00,60";
inline constexpr double robots_speed = 600;
inline constexpr auto limits_of_a_crowd =
    "items_per_second_max=100000,items_burst_max=100000,connections_max=10000,http_sessions_max=10000";
inline constexpr int onlookers_of_a_round = 6;  // who hold the public view, beside the display and the observer

class Hall {
 public:
  struct Plan {
    std::uint64_t seed = 1;
    double robots_speed = 1;
    double acts_per_second_max = 100;
    std::function<void(std::string why)> fail;  // what no fault may do to a client
  };
  explicit Hall(Plan plan);
  Hall(const Hall&) = delete;
  Hall& operator=(const Hall&) = delete;

  /// Who may come is in this list; or why it cannot be read.
  [[nodiscard]] Result<void, std::string> read(const std::filesystem::path& sign_in_list);
  /// A setting in which robots of this hall are to be; it outlives them.
  [[nodiscard]] robots::Setting setting();

  void enter(robots::Setting& setting, int delegations);
  void look_on(robots::Setting& setting, const std::vector<robots::SignIn>& onlookers) {
    rehearsal_.look_on(setting, onlookers);
  }
  bool play(client::Loop::Time until, const std::function<bool()>& enough) { return rehearsal_.play(until, enough); }
  void leave();

  /// Every robot is there, and no act of any is under way.
  [[nodiscard]] bool at_rest() const;
  /// Who comes then, in these settings, holds what their server says now: of each audience, and of each delegation.
  void bring_newcomers(const std::vector<robots::Setting*>& settings);
  /// Every robot is there, at one and the same commit.
  [[nodiscard]] bool at_same_place() const;
  /// Holds all against what newcomers hold: the commit at which they are.
  std::uint64_t compare();

  [[nodiscard]] robots::SignIn one_who_is(const std::string& role) const;
  [[nodiscard]] std::vector<robots::SignIn> so_many(int count, const std::string& role) const;

  [[nodiscard]] const std::vector<std::unique_ptr<robots::Robot>>& robots() const { return rehearsal_.robots(); }
  [[nodiscard]] const robots::Notes& notes() const { return notes_; }
  [[nodiscard]] std::size_t acks() const { return notes_.acks().size(); }
  [[nodiscard]] const Views& views() const { return views_; }
  [[nodiscard]] const Positions& positions() const { return positions_; }
  [[nodiscard]] const Waits& waits() const { return waits_; }

 private:
  Plan plan_;
  Views views_;
  Positions positions_;
  Waits waits_;
  robots::Notes notes_;
  robots::Throttle throttle_;
  client::Loop loop_;
  std::vector<robots::SignIn> sign_ins_;
  robots::Rehearsal rehearsal_{loop_};
  std::size_t newcomers_from_ = 0;
};

}  // namespace rostrum::faults
