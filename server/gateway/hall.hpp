// What every connection of a hall uses: the session's chamber, who may sign in, the bounds, and what is
// counted. Shared by the connections, which may end as late as the io_context does: hub and metrics outlive that.
// Touched by the hall's strand only.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "gateway/guesses.hpp"
#include "gateway/hub.hpp"
#include "gateway/limits.hpp"
#include "gateway/presence.hpp"
#include "gateway/site.hpp"
#include "ops/health.hpp"
#include "ops/metrics.hpp"

namespace rostrum::gateway {

class Connection;
class Tls;

/// The grant that a sign-in code stands or stood for; none where it never stood for any. Whether the grant is valid is
/// the chamber's to say.
using GrantOf = std::function<std::optional<GrantId>(std::string_view code)>;

/// Makes the sign-in sheet in a language (empty: the session's default), of one seat, whose code is known to be valid,
/// or of all; gives it to `done` on the hall's strand, later.
using SheetOf =
    std::function<void(std::string language, std::optional<SeatId> seat, std::function<void(std::string html)> done)>;

/// What is counted here; what the chamber counts is read from it.
struct Counts {
  explicit Counts(ops::Metrics& metrics);

  std::array<ops::Counter*, wire::codec_count> deliveries;  // patches queued, by codec
  ops::Counter& outbox_overflows;
  ops::Counter& frames_dropped;
  ops::Counter& sign_ins;
  ops::Counter& items;
  ops::Counter& too_fast;
  ops::Gauge& connections;
  ops::Counter& http_requests;
  ops::Metrics& metrics;  // refusals, by code, are made on first use
};

struct Hall {
  chamber::Chamber& chamber;
  Hub& hub;
  GrantOf grant_of;
  SheetOf sheet_of;
  Limits limits;
  std::vector<std::string> origins;  // allowed besides the server's own
  std::shared_ptr<Tls> tls = {};     // none: plain sockets
  bool trust_forwarded = false;      // where a client is, is what the proxy before the server says
  std::string version;
  ops::Metrics& metrics;
  const ops::Health& health;
  Site site;
  Counts counts{metrics};
  Guesses guesses{limits, Millis{}};
  Presence presence{hub, metrics};

  std::unordered_set<Connection*> connections;  // every one that is open, signed in or not
  std::uint64_t http_sessions = 0;              // sockets that speak HTTP
  bool stopping = false;                        // a graceful stop has begun: nothing new is taken
  std::function<void()> emptied;                // called when the last connection has gone
};

/// From now on, whoever follows or joins with a grant that is valid no more is refused as soon as that is durable,
/// after `renew_codes` has been called.
void watch_grants(const std::shared_ptr<Hall>& hall, std::function<void()> renew_codes);

/// Registers what the chamber and the hub count.
void observe(ops::Metrics& metrics, const chamber::Chamber& chamber, const Hub& hub);

}  // namespace rostrum::gateway
