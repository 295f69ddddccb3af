// One session of a server, as its connections use it: its chamber, who may sign in, who is here, and what is counted of
// it. Nothing here is shared with another session (N7).
//
// Touched by the hall's strand only.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "gateway/hub.hpp"
#include "gateway/presence.hpp"
#include "gateway/told_standing.hpp"
#include "ledger/agreed/agreed.hpp"
#include "ledger/local/local_ledger.hpp"
#include "ops/metrics.hpp"

namespace rostrum::gateway {

struct Hall;

/// The grant that a sign-in code stands or stood for; none where it never stood for any. Whether the grant is valid is
/// the chamber's to say.
using GrantOf = std::function<std::optional<GrantId>(std::string_view code)>;

/// Makes the sign-in sheet in a language (empty: the session's default), of one seat, whose code is known to be valid,
/// or of all; gives it to `done` on the hall's strand, later.
using SheetOf =
    std::function<void(std::string language, std::optional<SeatId> seat, std::function<void(std::string html)> done)>;

/// What is counted of a session here; what the chamber counts is read from it.
struct SessionCounts {
  SessionCounts(ops::Metrics& metrics, const ops::Labels& labels);

  std::array<ops::Counter*, wire::codec_count> deliveries;  // patches queued, by codec
  ops::Counter& outbox_overflows;
  ops::Counter& frames_dropped;
  ops::Counter& sign_ins;
};

struct Session {
  SessionId id;
  chamber::Chamber& chamber;
  Hub& hub;
  GrantOf grant_of;
  SheetOf sheet_of;
  ops::Metrics& metrics;
  ops::Labels labels;  // of all that is counted of it
  SessionCounts counts{metrics, labels};
  Presence presence{hub, metrics, labels};
  ToldStanding standing{hub, chamber, id.value};
};

/// The labels of what is counted of a session: its id, where the server has several.
[[nodiscard]] ops::Labels labels_of(const SessionId& session, bool one_of_several);

/// From now on, whoever follows or joins `session` with a grant that is valid no more is refused as soon as that is
/// durable, after `renew_codes` has been called.
void watch_grants(const std::shared_ptr<Hall>& hall, const Session& session, std::function<void()> renew_codes);

/// Registers what the chamber and the hub count.
void observe(ops::Metrics& metrics, const chamber::Chamber& chamber, const Hub& hub, const ops::Labels& labels);

/// And what the ledger of one process counts.
void observe(ops::Metrics& metrics, const ledger::LocalLedger& ledger, const ops::Labels& labels);
/// Or that of one node of several.
void observe(ops::Metrics& metrics, const ledger::Agreed& ledger, const ops::Labels& labels);

}  // namespace rostrum::gateway
