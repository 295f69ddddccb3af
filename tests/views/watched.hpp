// A floor on which every act is watched: what an event changes for anyone must be among the keys it is said to touch.
#pragma once

#include "views/seen.hpp"

namespace rostrum::views {

/// The keys whose entity differs for some viewer.
inline std::set<std::string> changed_keys(const State& before, const State& after) {
  std::set<std::string> changed;
  for (const Viewer& viewer : all_viewers(after)) {
    auto was = picture_of(before, viewer);
    for (const auto& [key, bytes] : picture_of(after, viewer)) {
      if (const auto old = was.find(key); old == was.end() || old->second != bytes) changed.insert(key);
      was.erase(key);
    }
    for (const auto& [key, bytes] : was) changed.insert(key);
  }
  return changed;
}

class Watched {
 public:
  explicit Watched(Given given) : given_(std::move(given)) {}

  /// Lets the act happen and checks each of its events.
  void must(const GrantId& actor, Act act) {
    State before = given_.state;
    const Events events = given_.must(actor, std::move(act));
    for (const Event& event : events) {
      State after = before;
      Changes changes;
      evolve(after, event, {.act = {.seq = {1}}, .at = given_.now, .actor = {"somebody"}}, &changes);
      check(event, changes, before, after);
      before = std::move(after);
    }
  }

  void check(const Event& event, const Changes& changes, const State& before, const State& after) {
    seen_.insert(event.index());
    touched_.clear();
    for (const Key& key : touched(changes, after)) touched_.insert(key.text());
    for (const std::string& key : changed_keys(before, after)) {
      INFO("event " << event.index() << " changes " << key);
      CHECK(touched_.contains(key));
    }
  }

  [[nodiscard]] const State& state() const { return given_.state; }
  [[nodiscard]] Given& given() { return given_; }
  /// By the last event.
  [[nodiscard]] const std::set<std::string>& touched_last() const { return touched_; }
  [[nodiscard]] const std::set<std::size_t>& kinds_seen() const { return seen_; }

 private:
  Given given_;
  std::set<std::string> touched_;
  std::set<std::size_t> seen_;
};

}  // namespace rostrum::views
