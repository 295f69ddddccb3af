// The sessions of one server together: how they are opened, how the hall lets people into them, and what each is told
// once it is known where people reach the server. What one session is stands in main_session.hpp.
// Touched by the hall's strand only.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <boost/asio/io_context.hpp>
#include <boost/asio/thread_pool.hpp>

#include "gateway/hall.hpp"
#include "main_options.hpp"
#include "main_session.hpp"

namespace rostrum {

/// In the order of their programmes; never empty.
using Sessions = std::vector<std::unique_ptr<ServedSession>>;

/// Opens the session of each programme, in the folder and with the hub of the same place. Those that have begun come
/// first, so that a damaged one refuses the start before another one begins. Fails in words, also where two have a
/// sign-in code in common: a code leads to one session.
[[nodiscard]] Result<Sessions, std::string> open_sessions(const std::vector<council::Programme>& programmes,
                                                          const std::vector<std::filesystem::path>& folders,
                                                          const Options& options, boost::asio::io_context& strand,
                                                          std::vector<gateway::Hub>& hubs);

/// What all connections share, with a way into each session; `metrics` counts them, and `health` says of each whether
/// its journal can be written. The sessions outlive the connections.
[[nodiscard]] std::shared_ptr<gateway::Hall> open_hall(const Options& options, gateway::Site site,
                                                       std::shared_ptr<gateway::Tls> tls, const Sessions& sessions,
                                                       ops::Metrics& metrics, ops::Health& health);

/// It is known where people reach the server: each session's folder keeps it, and its sheets lead there. Fails in
/// words.
[[nodiscard]] Result<void, std::string> reached_at(const std::string& url, const Sessions& sessions,
                                                   gateway::Hall& hall, boost::asio::thread_pool& printer);

}  // namespace rostrum
