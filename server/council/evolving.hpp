// What an event changes: the state, under the stamp of its act; and the changes that several subjects share. Events
// carry outcomes: nothing here knows a policy, a default or a clock.
#pragma once

#include <iterator>
#include <type_traits>

#include "council/evolve.hpp"

namespace rostrum::council {

struct Evolving {
  State& state;
  const Stamp& stamp;
  Changes* changes = nullptr;

  /// Beside each change, what it changes: free where nobody asks.
  template <class Thing>
  void note(std::vector<Thing> Changes::* things, const std::type_identity_t<Thing>& thing) const {
    if (changes) (changes->*things).push_back(thing);
  }
  /// The entry, and its list.
  void note_line(const Entry& entry) const;

  /// What is learned from speeches: it tells when those on the list of the open panel may speak.
  [[nodiscard]] fair_time::Gathered& learning() const;

  /// The list stands in another order: why each stands where it does, also one that has the floor.
  void note_reasons(const Panel& panel) const;

  /// Puts an entry in its line at `place`: it waits.
  void put(EntryId id, std::uint32_t place) const;
  /// Takes an entry that waits out of its line.
  Entry& take_off(EntryId id, EntryStatus status) const;
  /// As `take_off`, keeping the place it had, to which the inverse act puts it back.
  Entry& leave(EntryId id, EntryStatus status) const;

  /// What was last done with a request of the entry's delegation, and that it no longer counts.
  void stand(const Entry& entry, Outcome outcome) const;
  void forget_standing(const Entry& entry) const;

  /// That its delegation is on its way, or not (any more).
  void answer(Entry& entry, std::optional<Instant> on_the_way_at) const;
  /// Also how many of its delegation's own have been heard, and of its regional group.
  void set_status(Entry& entry, EntryStatus status) const;

  /// An entry has got the floor, or is back on the list.
  void count_region(const Entry& entry) const;

  /// A speech that has the floor or is interrupted, to be changed.
  [[nodiscard]] Speech& under_way(SpeechId id) const;
};

/// Makes room for one more: the oldest that are over leave the state, and stay in the journal. What has just ended
/// stays for now, so that it can be told what has changed.
template <class Id, class Thing, class Over>
void forget_over(std::map<Id, Thing>& things, Over over) {
  for (auto one = things.begin(); one != things.end() && things.size() >= over_kept_max;)
    one = over(one->second) ? things.erase(one) : std::next(one);
}

}  // namespace rostrum::council
