#include "chamber/begin_log.hpp"

#include <algorithm>

#include "base/assert.hpp"
#include "chamber/read_ahead.hpp"

namespace rostrum::chamber {

namespace {

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
  const auto before = wire::decode_commit(last);
  if (!before) return failure("the last commit of the log cannot be read: " + before.error());
  const Seq seq = before->seq.next();
  council::Events events;
  say(grounds, events);
  // The id is of its own each time, as a command's has to be.
  return wire::encode({.session = before->session,
                       .epoch = before->epoch,
                       .term = before->term,
                       .seq = seq,
                       .previous = sha256(last.bytes),
                       .acts = {act_of_the_system("share-log-" + std::to_string(seq.value), "share_log",
                                                  std::max(at, before->acts.back().at), std::move(events))}},
                      salts);
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
