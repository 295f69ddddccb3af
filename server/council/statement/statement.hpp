// Live statements: submitted, released from the embargo, followed by paragraph (S1 to S3).
#pragma once

#include "council/facts.hpp"
#include "council/terms.hpp"

namespace rostrum::council {

struct SubmitStatement {
  EntryId entry;
  std::string language;  // empty: the entry's
  std::string text;
  TextFormat format = TextFormat::plain;
  Delivery delivery = Delivery::check_against_delivery;
  bool operator==(const SubmitStatement&) const = default;
};
Decision decide(const Deciding& on, const SubmitStatement& act);

struct ReleaseStatement {
  EntryId entry;
  bool operator==(const ReleaseStatement&) const = default;
};
Decision decide(const Deciding& on, const ReleaseStatement& act);

struct PlanStatementRelease {
  EntryId entry;
  std::optional<Instant> releases_at;  // absent: takes the plan back
  bool operator==(const PlanStatementRelease&) const = default;
};
Decision decide(const Deciding& on, const PlanStatementRelease& act);

/// The statement's speech has run for `released_after`, or the instant its delegation set has come.
struct ReleaseStatementWhenDue {
  EntryId entry;
  bool operator==(const ReleaseStatementWhenDue&) const = default;
};
Decision decide(const Deciding& on, const ReleaseStatementWhenDue& act);

struct ReachParagraph {
  SpeechId speech;
  std::uint32_t paragraph = 0;  // from 1
  bool operator==(const ReachParagraph&) const = default;
};
Decision decide(const Deciding& on, const ReachParagraph& act);

struct StatementSubmitted {
  EntryId entry;
  std::string language;
  std::uint32_t version = 1;
  TextFormat format = TextFormat::plain;
  Delivery delivery = Delivery::check_against_delivery;
  std::vector<std::string> paragraphs;
  std::uint32_t words = 0;
  bool operator==(const StatementSubmitted&) const = default;
};
void evolve(Evolving& on, const StatementSubmitted& event);

struct StatementReleased {
  EntryId entry;
  ReleaseCause cause = ReleaseCause::released;
  bool operator==(const StatementReleased&) const = default;
};
void evolve(Evolving& on, const StatementReleased& event);

struct StatementReleasePlanned {
  EntryId entry;
  std::optional<Instant> releases_at;
  bool operator==(const StatementReleasePlanned&) const = default;
};
void evolve(Evolving& on, const StatementReleasePlanned& event);

struct ParagraphReached {
  SpeechId speech;
  std::uint32_t paragraph = 0;
  bool operator==(const ParagraphReached&) const = default;
};
void evolve(Evolving& on, const ParagraphReached& event);

}  // namespace rostrum::council
