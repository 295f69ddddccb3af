#include "chamber/begin_log.hpp"

#include <algorithm>

#include "base/assert.hpp"
#include "chamber/read_ahead.hpp"

namespace rostrum::chamber {

namespace {

constexpr const char* restores = "restore_log";

/// An act of the server's own, by which a log begins or goes on.
wire::StoredAct act_of_the_system(std::string command_id, std::string act, Instant at, council::Events events) {
  return {.grant = council::system_grant,
          .command_id = std::move(command_id),
          .actor = council::system_seat,
          .act = std::move(act),
          .at = at,
          .events = std::move(events)};
}

void say(const Grounds& grounds, council::Events& into) {
  into.push_back(council::SecretChecked{grounds.secret_check});
  into.push_back(council::ClockAnchored{grounds.clock});
}

/// The commit behind `last`, of its epoch where none is given, by an act whose id is made of its place: so it is of its
/// own each time, as a command's has to be.
Result<wire::StoredCommit, std::string> behind(wire::StoredView last, std::optional<std::string> epoch, std::string act,
                                               const std::string& id, council::Events events, Instant at,
                                               const wire::Salts& salts) {
  const auto before = wire::decode_commit(last);
  if (!before) return failure("the last commit of the log cannot be read: " + before.error());
  const Seq seq = before->seq.next();
  return wire::encode({.session = before->session,
                       .epoch = std::move(epoch).value_or(before->epoch),
                       .term = before->term,
                       .seq = seq,
                       .previous = sha256(last.bytes),
                       .acts = {act_of_the_system(id + std::to_string(seq.value), std::move(act),
                                                  std::max(at, before->acts.back().at), std::move(events))}},
                      salts);
}

std::optional<ClockAnchor> clock_anchor_of(const wire::Commit& commit) {
  for (const wire::StoredAct& act : commit.acts)
    for (const council::Event& event : act.events)
      if (const auto* anchored = std::get_if<council::ClockAnchored>(&event)) return anchored->anchor;
  return std::nullopt;
}

}  // namespace

Result<void, std::string> begin_log(journal::Journal& log, const council::Programme& programme, std::string epoch,
                                    Instant at, const wire::Salts& salts, const std::optional<Grounds>& grounds) {
  if (log.tail().seq.value > 0) return {};
  ROSTRUM_ASSERT(epoch.size() == wire::epoch_bytes);
  council::Events events{council::SessionCreated{programme}};
  if (grounds) say(*grounds, events);
  const wire::Commit commit{.session = programme.session.id,
                            .epoch = std::move(epoch),
                            .seq = {1},
                            .acts = {act_of_the_system("create-session", "create_session", at, std::move(events))}};
  if (auto written = log.append(commit.seq, wire::encode(commit, salts)); !written)
    return failure("the journal cannot be begun: " + written.error().why);
  return {};
}

Result<wire::StoredCommit, std::string> grounds_behind(wire::StoredView last, const Grounds& grounds, Instant at,
                                                       const wire::Salts& salts) {
  council::Events events;
  say(grounds, events);
  return behind(last, {}, "share_log", "share-log-", std::move(events), at, salts);
}

Result<wire::StoredCommit, std::string> restored_behind(wire::StoredView last, std::string epoch,
                                                        const Digest& secret_check, Instant at,
                                                        const wire::Salts& salts) {
  ROSTRUM_ASSERT(epoch.size() == wire::epoch_bytes);
  return behind(last, std::move(epoch), restores, "restore-log-", {council::SecretChecked{secret_check}}, at, salts);
}

bool begins_epoch(const wire::Commit& commit) {
  const wire::StoredAct& act = commit.acts.front();
  return act.act == restores && act.grant == council::system_grant;
}

Result<std::optional<ClockAnchor>, std::string> clock_anchor_in(journal::Journal& log) {
  std::optional<ClockAnchor> anchor;
  std::string failed;
  const auto read = log.read({1}, [&](Seq seq, wire::StoredView stored) {
    const auto commit = wire::decode_commit(stored);
    if (!commit) failed = unreadable(seq, commit.error());
    if (commit) anchor = clock_anchor_of(*commit);
    return commit && !anchor;
  });
  if (!read) return failure(damaged(read.error()));
  if (!failed.empty()) return failure(std::move(failed));
  return anchor;
}

}  // namespace rostrum::chamber
