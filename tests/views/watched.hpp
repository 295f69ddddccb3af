// A floor on which every act is watched: what an event changes for anyone must be among the keys it is said to touch.
#pragma once

#include <map>
#include <set>

#include "council/given.hpp"
#include "support/store.hpp"
#include "views/views.hpp"

namespace rostrum::views {

using namespace council;

/// Everybody there is: the four audiences and each delegation.
inline std::vector<Viewer> all_viewers(const State& state) {
  std::vector<Viewer> viewers;
  for (int audience = 0; audience < audience_count; ++audience) viewers.emplace_back(static_cast<Audience>(audience));
  for (const DelegationId& delegation : state.delegation_order) viewers.emplace_back(delegation);
  return viewers;
}

/// What a viewer sees, by key, as bytes that can be compared.
inline std::map<std::string, std::string> picture_of(const State& state, const Viewer& viewer) {
  return test::picture(project(state, viewer));
}

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
      evolve(after, event, {.act = {.seq = {1}}, .at = given_.now, .actor = {"somebody"}});
      check(event, before, after);
      before = std::move(after);
    }
  }

  void check(const Event& event, const State& before, const State& after) {
    seen_.insert(event.index());
    std::set<std::string> named;
    for (const Key& key : touched(event, after)) named.insert(key.text());
    for (const std::string& key : changed_keys(before, after)) {
      INFO("event " << event.index() << " changes " << key);
      CHECK(named.contains(key));
    }
  }

  [[nodiscard]] const State& state() const { return given_.state; }
  [[nodiscard]] Given& given() { return given_; }
  [[nodiscard]] const std::set<std::size_t>& kinds_seen() const { return seen_; }

 private:
  Given given_;
  std::set<std::size_t> seen_;
};

}  // namespace rostrum::views
