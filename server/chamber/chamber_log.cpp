#include "chamber/chamber_log.hpp"

#include <algorithm>

#include "council/told.hpp"
#include "wire/stored.hpp"

namespace rostrum::chamber {

namespace {

/// The lines of a commit, the latest first. `state` is a later one: nothing that an event names is ever erased.
std::vector<wire::LogLine> lines_of(const wire::Commit& commit, const council::State& state,
                                    const std::optional<PanelId>& panel) {
  std::vector<wire::LogLine> lines;
  for (std::uint32_t index = 0; const wire::StoredAct& act : commit.acts) {
    for (const council::Event& event : act.events) {
      council::Told told = council::told(state, event);
      if (told.follows || (panel && told.panel != panel)) continue;
      lines.push_back({.seq = commit.seq,
                       .index = index,
                       .at = act.at,
                       .actor = act.actor,
                       .event = std::move(told.event),
                       .details = std::move(told.details)});
    }
    ++index;
  }
  std::ranges::reverse(lines);
  return lines;
}

}  // namespace

std::optional<ToldLog> tell_log(journal::Journal& log, const council::State& state, Seq tail,
                                const LogQuestion& question) {
  ToldLog told;
  std::size_t bytes_read = 0;
  const Seq end = std::min(log.tail().seq, tail).next();
  Seq before = std::min(question.before.value_or(end), end);
  for (std::size_t count = 0; before.value > 1; ++count) {
    if (count == commits_per_answer_max || bytes_read > log_bytes_per_answer_max) {
      told.next_before = before;
      break;
    }
    const Seq seq{before.value - 1};
    std::optional<std::vector<wire::LogLine>> found;
    const auto read = log.read(seq, [&](Seq, wire::StoredView stored) {
      bytes_read += stored.size();
      if (const auto commit = wire::decode_commit(stored)) found = lines_of(*commit, state, question.panel);
      return false;
    });
    if (!read || !found) return std::nullopt;
    auto& lines = *found;
    if (!told.lines.empty() && told.lines.size() + lines.size() > lines_per_answer_max) {
      told.next_before = before;
      break;
    }
    std::ranges::move(lines, std::back_inserter(told.lines));
    before = seq;
  }
  return told;
}

}  // namespace rostrum::chamber
