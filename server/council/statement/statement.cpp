#include "council/statement/statement.hpp"

#include "council/deciding.hpp"
#include "council/evolving.hpp"
#include "council/statement_text.hpp"
#include "council/timing.hpp"

namespace rostrum::council {

namespace {

/// While it can be spoken; in writing, until its meeting is closed.
bool takes_text_now(const State& state, const Entry& entry) {
  if (entry.status == EntryStatus::in_writing)
    return state.meetings.at(state.panel_of(entry).plan.meeting).status != MeetingStatus::closed;
  return entry.status == EntryStatus::waiting || entry.status == EntryStatus::has_floor;
}

std::optional<Rejection> refused_room(const Statement* before, const std::string& language) {
  if (!before) return std::nullopt;
  const auto text = before->texts.find(language);
  if (text == before->texts.end()) {
    if (before->texts.size() < statement_languages_max) return std::nullopt;
    return rejection(Code::statement_full, statement_languages_max);
  }
  if (text->second.version < statement_versions_max) return std::nullopt;
  return rejection(Code::statement_full, statement_versions_max);
}

bool same_as(const Statement* before, const StatementSubmitted& submitted) {
  if (!before || before->delivery != submitted.delivery) return false;
  const auto text = before->texts.find(submitted.language);
  if (text == before->texts.end()) return false;
  return text->second.paragraphs == submitted.paragraphs && text->second.format == submitted.format;
}

Decided<const Statement*> statement(const Deciding& on, EntryId id, std::string_view act) {
  auto found = on.entry(id);
  if (!found) return failure(found.error());
  if (!on.acts_for((*found)->delegation)) return failure(on.not_yours(act));
  if (const Statement* statement = on.state.statement_of(id)) return statement;
  return failure(rejection(Code::no_statement, id));
}

void plan_release(const Evolving& on, EntryId id, std::optional<Instant> at) {
  on.note(&Changes::statements, id);
  Statement& statement = on.state.statements.at(id);
  if (statement.releases_at) on.state.releases_planned.erase({*statement.releases_at, id});
  if (at) on.state.releases_planned.emplace(*at, id);
  statement.releases_at = at;
}

}  // namespace

std::size_t bytes_of_statement(const State& state, EntryId entry) {
  const Statement* statement = state.statement_of(entry);
  if (!statement) return 0;
  std::size_t sum = 0;
  for (const auto& [language, text] : statement->texts)
    for (const std::string& paragraph : text.paragraphs) sum += paragraph.size();
  return sum;
}

// docs/rules.md#s1
Decision decide(const Deciding& on, const SubmitStatement& act) {
  auto found = on.entry(act.entry);
  if (!found) return failure(found.error());
  if (!on.acts_for((*found)->delegation)) return failure(on.not_yours("submit_statement"));
  if (!facts_of((*found)->kind).takes_text)
    return failure(rejection(Code::malformed, "entry", "an entry that is no point of order"));
  if (!takes_text_now(on.state, **found)) return failure(rejection(Code::entry_over, act.entry));
  if (act.text.size() > statement_bytes_max)
    return failure(rejection(Code::text_too_long, "text", statement_bytes_max));
  if (!act.language.empty() && !is_language_tag(act.language))
    return failure(rejection(Code::malformed, "language", "a BCP 47 tag, such as fr"));
  StatementSubmitted submitted{.entry = act.entry,
                               .language = act.language.empty() ? (*found)->language : act.language,
                               .format = act.format,
                               .delivery = act.delivery};
  const Statement* before = on.state.statement_of(act.entry);
  if (auto refused = refused_room(before, submitted.language)) return failure(*refused);
  // Last, as it goes through the whole text.
  submitted.paragraphs = paragraphs_of(act.text);
  submitted.words = words_of(submitted.paragraphs);
  if (submitted.words == 0) return failure(rejection(Code::malformed, "text", "at least one word"));
  if (same_as(before, submitted)) return failure(rejection(Code::nothing_changes));
  if (before)
    if (const auto text = before->texts.find(submitted.language); text != before->texts.end())
      submitted.version = text->second.version + 1;
  Events events{std::move(submitted)};
  const bool in_writing = (*found)->status == EntryStatus::in_writing;
  if (in_writing && !(before && before->released_at))
    events.push_back(StatementReleased{act.entry, ReleaseCause::in_writing});
  return events;
}

// docs/rules.md#s2-release
Decision decide(const Deciding& on, const ReleaseStatement& act) {
  auto found = statement(on, act.entry, "release_statement");
  if (!found) return failure(found.error());
  if ((*found)->released_at) return failure(rejection(Code::already_released, act.entry));
  return Events{StatementReleased{act.entry, ReleaseCause::released}};
}

// docs/rules.md#s2-release
Decision decide(const Deciding& on, const PlanStatementRelease& act) {
  auto found = statement(on, act.entry, "plan_statement_release");
  if (!found) return failure(found.error());
  if ((*found)->released_at) return failure(rejection(Code::already_released, act.entry));
  if ((*found)->releases_at == act.releases_at) return failure(rejection(Code::nothing_changes));
  if (act.releases_at)
    if (auto refused = refused_instant("releases_at", *act.releases_at, on.now)) return failure(*refused);
  return Events{StatementReleasePlanned{act.entry, act.releases_at}};
}

// docs/rules.md#s2-embargo
Decision decide(const Deciding& on, const ReleaseStatementWhenDue& act) {
  auto found = statement(on, act.entry, "plan_statement_release");
  if (!found) return failure(found.error());
  if ((*found)->released_at) return failure(rejection(Code::already_released, act.entry));
  if ((*found)->releases_at && on.now >= *(*found)->releases_at)
    return Events{StatementReleased{act.entry, ReleaseCause::instant}};
  const Speech* speech = on.state.speech_of(on.state.entries.at(act.entry));
  const auto at = speech ? released_by_speech_at(*speech) : std::nullopt;
  if (!at || on.now < *at) return failure(rejection(Code::nothing_changes));
  return Events{StatementReleased{act.entry, ReleaseCause::speech}};
}

// docs/rules.md#s3
Decision decide(const Deciding& on, const ReachParagraph& act) {
  auto found = on.speech_under_way(act.speech);
  if (!found) return failure(found.error());
  if (!on.acts_for(delegation_of(on.state, **found))) return failure(on.not_yours("reach_paragraph"));
  const EntryId* id = std::get_if<EntryId>(&(*found)->of);
  const Statement* statement = id ? on.state.statement_of(*id) : nullptr;
  if (!statement) return failure(rejection(Code::no_statement, id ? *id : EntryId{}));
  const std::size_t paragraphs = on.state.followed(*statement).paragraphs.size();
  if (act.paragraph < 1 || act.paragraph > paragraphs)
    return failure(rejection(Code::out_of_range, "paragraph", 1, paragraphs));
  if ((*found)->paragraph == act.paragraph) return failure(rejection(Code::nothing_changes));
  Events events{ParagraphReached{act.speech, act.paragraph}};
  if (!statement->released_at) events.push_back(StatementReleased{*id, ReleaseCause::paragraph});
  return events;
}

void evolve(Evolving& on, const StatementSubmitted& event) {
  on.note(&Changes::statements, event.entry);
  Statement& statement = on.state.statements[event.entry];
  statement.entry = event.entry;
  statement.delivery = event.delivery;
  if (!statement.texts.contains(event.language)) statement.languages.push_back(event.language);
  statement.texts.insert_or_assign(event.language, StatementVersion{.version = event.version,
                                                                    .format = event.format,
                                                                    .paragraphs = event.paragraphs,
                                                                    .words = event.words,
                                                                    .submitted_at = on.stamp.at,
                                                                    .submitted_by = on.stamp.actor});
}

void evolve(Evolving& on, const StatementReleased& event) {
  plan_release(on, event.entry, std::nullopt);
  on.state.statements.at(event.entry).released_at = on.stamp.at;
}

void evolve(Evolving& on, const StatementReleasePlanned& event) { plan_release(on, event.entry, event.releases_at); }

void evolve(Evolving& on, const ParagraphReached& event) { on.under_way(event.speech).paragraph = event.paragraph; }

}  // namespace rostrum::council
