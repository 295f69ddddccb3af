// What a server counts: each family once, with its help and the labels of its samples. The table in
// docs/operations.md#metrics is printed from here.
#pragma once

#include <array>
#include <string_view>

#include "ops/metrics.hpp"

namespace rostrum::gateway::counted {

// X(what, name, labels, help)
#define ROSTRUM_COUNTED(X)                                                                                            \
  X(commits, "rostrum_commits_total", "", "Commits appended to the journal.")                                         \
  X(acts, "rostrum_acts_total", "", "Acts accepted.")                                                                 \
  X(rejections, "rostrum_rejections_total", "", "Commands rejected.")                                                 \
  X(duplicates, "rostrum_duplicates_total", "", "Commands that had been taken before.")                               \
  X(encodings, "rostrum_encodings_total", "of",                                                                       \
    "Encodings of a patch or a snapshot made, one for each audience and codec however many connections get it.")      \
  X(deliveries, "rostrum_deliveries_total", "codec", "Patches queued for a connection.")                              \
  X(resumes, "rostrum_resumes_total", "", "Joins answered with the patches missed.")                                  \
  X(snapshots, "rostrum_snapshots_total", "", "Joins answered with a snapshot.")                                      \
  X(outbox_overflows, "rostrum_outbox_overflows_total", "",                                                           \
    "Times a client was too slow and what waited for it was dropped.")                                                \
  X(frames_dropped, "rostrum_outbox_dropped_frames_total", "", "Frames dropped for clients that were too slow.")      \
  X(connections, "rostrum_connections", "", "Open WebSocket connections, signed in or not.")                          \
  X(following, "rostrum_following", "audience", "Connections that follow the session.")                               \
  X(devices, "rostrum_devices", "role", "Devices that follow the session, by the role of their seat.")                \
  X(sign_ins, "rostrum_sign_ins_total", "", "Sign-ins that were taken.")                                              \
  X(refusals, "rostrum_refusals_total", "code", "Connections that were refused or ended.")                            \
  X(client_items, "rostrum_client_items_total", "", "Commands, time probes and requests received.")                   \
  X(too_fast, "rostrum_too_fast_total", "", "Commands, time probes and requests refused because they came too fast.") \
  X(http_requests, "rostrum_http_requests_total", "", "HTTP requests answered.")                                      \
  X(seq, "rostrum_seq", "", "The last durable commit.")                                                               \
  X(held, "rostrum_held", "", "1 while the journal cannot be written.")                                               \
  X(room_tries, "rostrum_room_tries_total", "",                                                                       \
    "Tries whether a journal that was full has room again, one a second while it is held.")                           \
  X(node_writes, "rostrum_node_writes", "", "1 while this node is the one of several that decides.")                  \
  X(node_take_overs, "rostrum_node_take_overs_total", "", "Times this node became the one that decides.")             \
  X(node_term, "rostrum_node_term", "", "The highest term that this node knows of.")                                  \
  X(redis_ready, "rostrum_redis_ready", "server", "1 while this node can use that Redis server.")                     \
  X(redis_is, "rostrum_redis_is", "server, is",                                                                       \
    "1 for how that Redis server is to this node: ready, or why not (away, unfit, twice, deaf, faulty, empty).")      \
  X(redis_behind, "rostrum_redis_behind", "server",                                                                   \
    "Final commits that the server is not known to hold, at the node that writes; -1 elsewhere.")                     \
  X(redis_synced, "rostrum_redis_synced_ms_ago", "server",                                                            \
    "Milliseconds since the server last said that a commit is on its disk, at the node that writes; -1 elsewhere.")

#define ROSTRUM_COUNTED_FAMILY(what, name, labels, help) inline constexpr ops::Family what{name, help};
ROSTRUM_COUNTED(ROSTRUM_COUNTED_FAMILY)
#undef ROSTRUM_COUNTED_FAMILY

struct Row {
  ops::Family family;
  std::string_view labels;  // beside `session`, where a server has several
};

#define ROSTRUM_COUNTED_ROW(what, name, labels, help) Row{what, labels},
inline constexpr std::array all{ROSTRUM_COUNTED(ROSTRUM_COUNTED_ROW)};
#undef ROSTRUM_COUNTED_ROW

}  // namespace rostrum::gateway::counted
