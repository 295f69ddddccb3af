// Points of order: raised at any time, recognised, ruled on (L5).
#pragma once

#include "council/facts.hpp"
#include "council/terms.hpp"

namespace rostrum::council {

struct RaisePointOfOrder {
  PanelId panel;
  std::optional<DelegationId> delegation;  // absent: the sender's own
  std::string note;
  bool operator==(const RaisePointOfOrder&) const = default;
};
Decision decide(const Deciding& on, const RaisePointOfOrder& act);

struct RecognisePointOfOrder {
  EntryId entry;
  bool operator==(const RecognisePointOfOrder&) const = default;
};
Decision decide(const Deciding& on, const RecognisePointOfOrder& act);

struct RulePointOfOrder {
  EntryId entry;
  Ruling ruling = Ruling::noted;
  bool operator==(const RulePointOfOrder&) const = default;
};
Decision decide(const Deciding& on, const RulePointOfOrder& act);

struct PointOfOrderRaised {
  EntryId entry;
  PanelId panel;
  DelegationId delegation;
  std::string note;
  std::string language;
  bool operator==(const PointOfOrderRaised&) const = default;
};
void evolve(Evolving& on, const PointOfOrderRaised& event);

/// Comes after the pause of the speech that it interrupts, where one is under way and not paused already.
struct PointOfOrderRecognised {
  EntryId entry;
  SpeechId speech;  // of the point itself
  Millis limit;
  bool operator==(const PointOfOrderRecognised&) const = default;
};
void evolve(Evolving& on, const PointOfOrderRecognised& event);

/// The floor is again with the speech that was interrupted, or free.
struct PointOfOrderRuled {
  EntryId entry;
  Ruling ruling = Ruling::noted;
  bool operator==(const PointOfOrderRuled&) const = default;
};
void evolve(Evolving& on, const PointOfOrderRuled& event);

}  // namespace rostrum::council
