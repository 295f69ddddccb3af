#include "main_sessions.hpp"

#include <fmt/format.h>

#include "gateway/tls.hpp"
#include "main_folders.hpp"
#include "ops/process.hpp"

namespace rostrum {

namespace {

/// What tells one of several sessions from the others; nothing where there is one.
std::string prefix(bool several, const SessionId& session) {
  return several ? fmt::format("session \"{}\": ", session.value) : "";
}

/// Why sessions are not served together; empty: they are.
std::string shared_code(const Sessions& sessions) {
  for (std::size_t i = 0; i < sessions.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (!sessions[i]->codes().shares_with(sessions[j]->codes())) continue;
      return fmt::format(
          "the sessions \"{}\" and \"{}\" have a sign-in code in common, by chance: serve one of them by "
          "a server of its own, or remove its secret, which gives all its seats new codes",
          sessions[j]->id().value, sessions[i]->id().value);
    }
  }
  return {};
}

}  // namespace

Result<Sessions, std::string> open_sessions(const std::vector<council::Programme>& programmes,
                                            const std::vector<std::filesystem::path>& folders, const Options& options,
                                            boost::asio::io_context& strand, std::vector<gateway::Hub>& hubs) {
  Sessions sessions(programmes.size());
  for (const bool begun : {true, false}) {
    for (std::size_t i = 0; i < programmes.size(); ++i) {
      if (sessions[i] || holds_session(folders[i]) != begun) continue;
      auto session = ServedSession::open(programmes[i], folders[i], options, strand, hubs[i]);
      if (!session) return failure(prefix(programmes.size() > 1, programmes[i].session.id) + session.error());
      sessions[i] = *std::move(session);
    }
  }
  if (auto why = shared_code(sessions); !why.empty()) return failure(std::move(why));
  return sessions;
}

std::shared_ptr<gateway::Hall> open_hall(const Options& options, gateway::Site site, std::shared_ptr<gateway::Tls> tls,
                                         const Sessions& sessions, ops::Metrics& metrics, ops::Health& health) {
  const auto hall = std::shared_ptr<gateway::Hall>(new gateway::Hall{.limits = options.limits,
                                                                     .origins = options.origins,
                                                                     .tls = std::move(tls),
                                                                     .trust_forwarded = options.trust_forwarded,
                                                                     .version = ops::version(),
                                                                     .elsewhere = options.elsewhere,
                                                                     .metrics = metrics,
                                                                     .health = health,
                                                                     .site = std::move(site)});
  const bool several = sessions.size() > 1;
  for (const auto& session : sessions) {
    hall->sessions.push_back(session->for_gateway(metrics, gateway::labels_of(session->id(), several)));
    gateway::watch_grants(hall, *hall->sessions.back(), [one = session.get()] { one->renew_codes(); });
    health.add(several ? "journal of " + session->id().value : "journal",
               [&standing = hall->sessions.back()->standing] { return standing.why_not_well(); });
  }
  health.add("gateway", [stopping = &hall->stopping] {
    return *stopping ? std::optional<std::string>("stopping") : std::nullopt;
  });
  return hall;
}

Result<void, std::string> reached_at(const std::string& url, const Sessions& sessions, gateway::Hall& hall,
                                     boost::asio::thread_pool& printer) {
  for (std::size_t i = 0; i < sessions.size(); ++i)
    if (auto kept = sessions[i]->reached_at(url, *hall.sessions[i], printer); !kept) return kept;
  return {};
}

}  // namespace rostrum
