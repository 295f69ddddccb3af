#include "chamber/seen.hpp"

#include "base/assert.hpp"
#include "base/planted.hpp"
#include "chamber/read_ahead.hpp"
#include "council/evolve.hpp"
#include "council/invariants.hpp"

namespace rostrum::chamber {

namespace {

bool changes_grants(const council::Event& event) {
  return std::holds_alternative<council::GrantRevoked>(event) || std::holds_alternative<council::GrantIssued>(event);
}

template <class Value>
void end_unless(const Result<Value, std::string>& sound) {
  if (!sound) invariant_broken(sound.error().c_str(), __FILE__, __LINE__);
}

}  // namespace

Result<void, std::string> Seen::replay(journal::Journal& log) {
  const auto replayed = visit_commits(log, [this](const wire::Commit& commit) {
    auto evolved = evolve(commit, nullptr);
    return evolved ? checked() : evolved;
  });
  if (replayed) tail_ = log.tail();
  return replayed;
}

Changed Seen::follow(const wire::Commit& commit, const Digest& digest) {
  ROSTRUM_ASSERT(commit.seq == tail_.seq.next() && commit.previous == tail_.digest);
  Changed changed;
  end_unless(evolve(commit, &changed));
  tail_ = {.seq = commit.seq, .digest = digest};
  ++counters_.commits;
  counters_.acts += commit.acts.size();
  return changed;
}

Changed Seen::follow(const ledger::Final& commit) {
  const auto decoded = wire::decode_commit(commit.stored);
  end_unless(decoded);
  ROSTRUM_ASSERT(decoded->seq == commit.seq);
  Changed changed = follow(*decoded, commit.digest);
  end_unless(checked());
  return changed;
}

/// Whoever shows the state wants to know what has changed; a replay does not.
Result<void, std::string> Seen::evolve(const wire::Commit& commit, Changed* changed) {
  std::uint32_t index = 0;
  for (const wire::StoredAct& act : commit.acts) {
    const ActName name{.seq = commit.seq, .index = index++};
    const council::Stamp stamp{.act = name, .at = act.at, .actor = act.actor};
    if (act.at < last_at_) return failure(std::string("an act lies before the one before it"));
    for (const council::Event& event : act.events) {
      council::Changes changes;
      council::evolve(state_, event, stamp, changed ? &changes : nullptr);
      if (!changed) continue;
      changed->grants |= changes_grants(event);
      for (views::Key& key : views::touched(changes, state_)) changed->keys.insert(std::move(key));
    }
    counters_.events_evolved += act.events.size();
    last_at_ = act.at;
    // By what the log says and no clock: what is decided next is not before this act, and so a command that is let go
    // of has expired.
    const bool forgets = planted::is(planted::Bug::ids_forgotten_at_take_over) && act.act == "begin_term";
    taken_.forget_before(forgets ? act.at : act.at - duplicates_remembered);
    if (!planted::is(planted::Bug::forgets_commands) || changed)
      taken_.remember(
          act.grant, act.command_id,
          {.digest = act.command_digest, .keyed = commit.format != wire::format_of_before, .act = name, .at = act.at});
  }
  epoch_ = commit.epoch;
  return {};
}

Result<void, std::string> Seen::checked() const {
  if (std::string broken = council::broken_invariant(state_); !broken.empty()) return failure(std::move(broken));
  return {};
}

std::optional<Answer> Seen::answered_before(const GrantId& grant, const wire::ClientCommand& command,
                                            const Secrets& secrets) const {
  const Taken* before = taken_.find(grant, command.id);
  return before ? std::optional(answer_again(*before, command, secrets)) : std::nullopt;
}

Answer answer_again(const Taken& taken, const wire::ClientCommand& command, const Secrets& secrets) {
  if (taken.digest != (taken.keyed ? secrets.keyed(command.digest) : command.digest))
    return council::rejection(council::Code::command_id_reused);
  return Accepted{.act = taken.act, .inverse = {}};
}

}  // namespace rostrum::chamber
