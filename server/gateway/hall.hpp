// What every connection of a server uses: the bounds, the pages, what is counted, and the sessions, of which each
// connection belongs to one from its sign-in on. Shared by the connections, which may end as late as the io_context
// does: hubs and metrics outlive that.
// Touched by the hall's strand only.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "gateway/guesses.hpp"
#include "gateway/limits.hpp"
#include "gateway/session.hpp"
#include "gateway/site.hpp"
#include "ops/health.hpp"
#include "ops/metrics.hpp"

namespace rostrum::gateway {

class Connection;
class Tls;

/// What is counted of all sessions together.
struct Counts {
  explicit Counts(ops::Metrics& metrics);

  ops::Counter& items;
  ops::Counter& too_fast;
  ops::Gauge& connections;
  ops::Counter& http_requests;
  ops::Metrics& metrics;  // refusals, by code, are made on first use
};

/// The WebSockets at these origins, as a page's policy names them.
[[nodiscard]] std::string to_connect_to(const std::vector<std::string>& origins);

struct Hall {
  Limits limits;
  std::vector<std::string> origins;  // allowed besides the server's own
  std::shared_ptr<Tls> tls = {};     // none: plain sockets
  bool trust_forwarded = false;      // where a client is, is what the proxy before the server says
  std::string version;
  std::vector<std::string> elsewhere = {};               // origins of other nodes that serve the sessions too
  std::string also_connects = to_connect_to(elsewhere);  // what that makes of the pages' policy
  ops::Metrics& metrics;
  const ops::Health& health;
  Site site;
  Counts counts{metrics};
  Guesses guesses{limits, Millis{}};

  std::vector<std::unique_ptr<Session>> sessions;
  std::unordered_set<Connection*> connections;  // every one that is open, signed in or not
  std::uint64_t http_sessions = 0;              // sockets that speak HTTP
  bool stopping = false;                        // a graceful stop has begun: nothing new is taken
  std::function<void()> emptied;                // called when the last connection has gone
};

/// Where a sign-in code leads.
struct Admission {
  Session* session;
  GrantId grant;
};

/// The session that a code belongs to, and its grant there; none where it belongs to none. Nor where it belongs to two,
/// which a new code may do: rather nobody gets in than somebody into the wrong session.
[[nodiscard]] std::optional<Admission> admission(const Hall& hall, std::string_view code);

}  // namespace rostrum::gateway
