// Live statements: submitted, released from the embargo, followed by paragraph (S1 to S3).
#pragma once

#include "council/facts.hpp"
#include "council/terms.hpp"

namespace rostrum::council {

/// Of the text of an entry in all its languages; 0 where there is none.
[[nodiscard]] std::size_t bytes_of_statement(const State& state, EntryId entry);

struct SubmitStatement {
  static constexpr ActFacts is{
      .name = "submit_statement", .may = managers_and_own, .texts = [](const auto& act) { return bytes_of(act.text); }};
  EntryId entry;
  std::string language;  // empty: the entry's
  std::string text;
  TextFormat format = TextFormat::plain;
  Delivery delivery = Delivery::check_against_delivery;
  bool operator==(const SubmitStatement&) const = default;
};
Decision decide(const Deciding& on, const SubmitStatement& act);

struct ReleaseStatement {
  static constexpr ActFacts is{
      .name = "release_statement", .may = managers_and_own, .texts = [](const auto& act, const State& state) {
        return bytes_of_statement(state, act.entry);
      }};
  EntryId entry;
  bool operator==(const ReleaseStatement&) const = default;
};
Decision decide(const Deciding& on, const ReleaseStatement& act);

struct PlanStatementRelease {
  static constexpr ActFacts is{.name = "plan_statement_release", .may = managers_and_own};
  EntryId entry;
  std::optional<Instant> releases_at;  // absent: takes the plan back
  bool operator==(const PlanStatementRelease&) const = default;
};
Decision decide(const Deciding& on, const PlanStatementRelease& act);

/// The statement's speech has run for `released_after`, or the instant its delegation set has come.
struct ReleaseStatementWhenDue {
  static constexpr ActFacts is{
      .name = "release_statement_when_due", .may = server_only, .texts = [](const auto& act, const State& state) {
        return bytes_of_statement(state, act.entry);
      }};
  EntryId entry;
  bool operator==(const ReleaseStatementWhenDue&) const = default;
};
Decision decide(const Deciding& on, const ReleaseStatementWhenDue& act);

struct ReachParagraph {
  static constexpr ActFacts is{.name = "reach_paragraph", .may = managers_own_and_captioner};
  SpeechId speech;
  std::uint32_t paragraph = 0;  // from 1
  bool operator==(const ReachParagraph&) const = default;
};
Decision decide(const Deciding& on, const ReachParagraph& act);

struct StatementSubmitted {
  static constexpr EventFacts is{.name = "statement_submitted", .told = [](const auto& event, auto& told) {
                                   told("language", event.language, "version", event.version, "words", event.words);
                                 }};
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
  static constexpr EventFacts is{.name = "statement_released",
                                 .told = [](const auto& event, auto& told) { told("cause", event.cause); }};
  EntryId entry;
  ReleaseCause cause = ReleaseCause::released;
  bool operator==(const StatementReleased&) const = default;
};
void evolve(Evolving& on, const StatementReleased& event);

struct StatementReleasePlanned {
  static constexpr EventFacts is{.name = "statement_release_planned",
                                 .otherwise = "statement_release_called_off",
                                 .told = [](const auto& event, auto& told) {
                                   if (event.releases_at)
                                     told("at", *event.releases_at);
                                   else
                                     told.otherwise();
                                 }};
  EntryId entry;
  std::optional<Instant> releases_at;
  bool operator==(const StatementReleasePlanned&) const = default;
};
void evolve(Evolving& on, const StatementReleasePlanned& event);

struct ParagraphReached {
  static constexpr EventFacts is{.name = "paragraph_reached",
                                 .told = [](const auto& event, auto& told) { told("paragraph", event.paragraph); }};
  SpeechId speech;
  std::uint32_t paragraph = 0;
  bool operator==(const ParagraphReached&) const = default;
};
void evolve(Evolving& on, const ParagraphReached& event);

using StatementActs =
    OneOf<SubmitStatement, ReleaseStatement, PlanStatementRelease, ReleaseStatementWhenDue, ReachParagraph>;
using StatementEvents = OneOf<StatementSubmitted, StatementReleased, StatementReleasePlanned, ParagraphReached>;

}  // namespace rostrum::council
