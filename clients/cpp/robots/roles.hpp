// The robots by their part in the hall. What each may do is docs/access.md; what they do here is only a likeness of it.
#pragma once

#include <map>
#include <set>

#include "robots/robot.hpp"

namespace rostrum::robots {

/// Asks for the floor, hands in its text, speaks, and now and then raises a point of order or asks the desk for help.
class Delegate final : public Robot {
 public:
  using Robot::Robot;

 private:
  std::optional<v1::Command> think() override;
  Pause pause() const override { return {6, 16}; }

  struct Plan {  // for one taking up of a panel
    bool asks = false;
    Instant asks_at;
  };
  struct Speech {  // that it holds
    std::uint32_t id = 0;
    std::int64_t part_of_limit = 100;  // after which it gives the floor back, in percent
  };

  std::optional<v1::Command> see_signal();
  std::optional<v1::Command> speak(const v1::Holding& floor);
  std::optional<v1::Command> care_for(const v1::Entry& entry);
  std::optional<v1::Command> ask(const v1::Panel& panel);
  std::optional<v1::Command> raise_point(const v1::Panel& panel);
  std::optional<v1::Command> ask_for_help();
  [[nodiscard]] const std::string& language();

  std::string language_;
  std::map<std::pair<std::string, std::int64_t>, Plan> plans_;  // by panel and its opening
  std::set<std::uint32_t> thought_about_;                       // entries whose text was decided on
  Speech speech_;
};

/// Takes one panel after the other through its list.
class Chair final : public Robot {
 public:
  using Robot::Robot;

 private:
  std::optional<v1::Command> think() override;
  Pause pause() const override { return {2, 5}; }

  struct Speech {
    std::uint32_t id = 0;
    std::int64_t part_of_limit = 100;  // after which the chair ends it, in percent
    bool pauses = false;               // once
  };

  std::optional<v1::Command> convene();
  std::optional<v1::Command> order_point(const v1::Panel& panel, const v1::Floor& floor);
  std::optional<v1::Command> hear(const v1::Holding& floor);
  std::optional<v1::Command> call_next(const v1::Panel& panel, const v1::Floor& floor);
  std::optional<v1::Command> keep_list(const v1::Panel& panel);
  void look_at(const v1::Panel& panel, const v1::Holding& floor);
  [[nodiscard]] const v1::Panel& panel_to_take();

  Speech speech_;
  std::string panel_;  // for which the next is
  std::uint32_t speeches_before_closing_ = 0;
};

/// A booth: now and then signals, and takes it back.
class Booth final : public Robot {
 public:
  using Robot::Robot;

 private:
  std::optional<v1::Command> think() override;
  Pause pause() const override { return {8, 20}; }
};

/// The desk: help, notices, a guest.
class Desk final : public Robot {
 public:
  using Robot::Robot;

 private:
  std::optional<v1::Command> think() override;
  Pause pause() const override { return {3, 8}; }

  std::optional<v1::Command> care_for_help();
  std::optional<v1::Command> tell();
  std::optional<v1::Command> inscribe_guest();

  Instant tells_at_{};
  Instant inscribes_at_{};
};

/// Moves the paragraph that is reached where the delegation does not.
class Captioner final : public Robot {
 public:
  using Robot::Robot;

 private:
  std::optional<v1::Command> think() override;
  Pause pause() const override { return {3, 6}; }
};

/// A display or an observer: only looks.
class Follower final : public Robot {
 public:
  using Robot::Robot;

 private:
  std::optional<v1::Command> think() override { return std::nullopt; }
  Pause pause() const override { return {60, 60}; }
};

}  // namespace rostrum::robots
