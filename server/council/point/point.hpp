// Points of order: raised at any time, recognised, ruled on (L5).
#pragma once

#include "council/facts.hpp"
#include "council/terms.hpp"

namespace rostrum::council {

struct RaisePointOfOrder {
  static constexpr ActFacts is{.name = "raise_point_of_order", .may = managers_and_own, .texts = [](const auto& act) {
                                 return bytes_of(act.note);
                               }};
  PanelId panel;
  std::optional<DelegationId> delegation;  // absent: the sender's own
  std::string note;
  bool operator==(const RaisePointOfOrder&) const = default;
};
Decision decide(const Deciding& on, const RaisePointOfOrder& act);

struct RecognisePointOfOrder {
  static constexpr ActFacts is{.name = "recognise_point_of_order", .may = floor_managers};
  EntryId entry;
  bool operator==(const RecognisePointOfOrder&) const = default;
};
Decision decide(const Deciding& on, const RecognisePointOfOrder& act);

struct RulePointOfOrder {
  static constexpr ActFacts is{.name = "rule_point_of_order", .may = floor_managers};
  EntryId entry;
  Ruling ruling = Ruling::noted;
  bool operator==(const RulePointOfOrder&) const = default;
};
Decision decide(const Deciding& on, const RulePointOfOrder& act);

struct PointOfOrderRaised {
  static constexpr EventFacts is{.name = "point_of_order_raised",
                                 .told = [](const auto& event, auto& told) { told("text", event.note); }};
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
  static constexpr EventFacts is{.name = "point_of_order_recognised",
                                 .told = [](const auto& event, auto& told) { told("limit_ms", event.limit); }};
  EntryId entry;
  SpeechId speech;  // of the point itself
  Millis limit;
  bool operator==(const PointOfOrderRecognised&) const = default;
};
void evolve(Evolving& on, const PointOfOrderRecognised& event);

/// The floor is again with the speech that was interrupted, or free.
struct PointOfOrderRuled {
  static constexpr EventFacts is{.name = "point_of_order_ruled",
                                 .told = [](const auto& event, auto& told) { told("ruling", event.ruling); }};
  EntryId entry;
  Ruling ruling = Ruling::noted;
  bool operator==(const PointOfOrderRuled&) const = default;
};
void evolve(Evolving& on, const PointOfOrderRuled& event);

using PointActs = OneOf<RaisePointOfOrder, RecognisePointOfOrder, RulePointOfOrder>;
using PointEvents = OneOf<PointOfOrderRaised, PointOfOrderRecognised, PointOfOrderRuled>;

}  // namespace rostrum::council
