// The composition root: the parts of one server, in the order in which they stand on each other. What uses a part comes
// after it and so ends before it.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iterator>
#include <string>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/host_name.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/thread_pool.hpp>
#include <fmt/format.h>

#include "gateway/gateway.hpp"
#include "gateway/tls.hpp"
#include "main_folders.hpp"
#include "main_options.hpp"
#include "main_session.hpp"
#include "ops/files.hpp"
#include "ops/log.hpp"
#include "ops/process.hpp"
#include "programme/read_programme.hpp"
#include "programme/zone.hpp"

namespace asio = boost::asio;
using namespace rostrum;

namespace {

int refuse(const std::string& why) {
  fmt::print(stderr, "rostrum: {}\n", why);
  return 1;
}

/// Where people find the server: what is given for links, else a listener on every address has the machine's name
/// there.
std::string base_url(const Options& options, std::uint16_t port, bool for_links) {
  if (for_links && options.url) return *options.url;
  const bool everywhere = options.host == "0.0.0.0" || options.host == "::";
  boost::system::error_code error;
  const std::string name = for_links && everywhere ? asio::ip::host_name(error) : "";
  const auto* scheme = options.tls_certificate.empty() ? "http" : "https";
  return fmt::format("{}://{}:{}", scheme, name.empty() ? in_address(options.host) : name, port);
}

/// The programmes in the files, in their order; none where one cannot be used, which has been said.
std::optional<std::vector<council::Programme>> read_programmes(const std::vector<std::string>& files) {
  std::vector<council::Programme> programmes;
  std::size_t bad = 0;
  for (const auto& file : files) {
    auto programme = programme::read_programme(file);
    if (programme) {
      programmes.push_back(*std::move(programme));
      continue;
    }
    ++bad;
    for (const auto& problem : programme.error()) fmt::print(stderr, "{}\n", programme::sentence(problem));
  }
  if (bad == 0) return programmes;
  refuse(bad == 1 ? "the programme cannot be used" : "the programmes cannot be used");
  return std::nullopt;
}

/// What tells one of several sessions from the others; nothing where there is one.
std::string prefix(bool several, const SessionId& session) {
  return several ? fmt::format("session \"{}\": ", session.value) : "";
}

using Sessions = std::vector<std::unique_ptr<ServedSession>>;

/// Opens the session of each programme: those that have begun come first, so that a damaged one refuses the start
/// before another one begins.
Result<Sessions, std::string> open_sessions(const std::vector<council::Programme>& programmes,
                                            const std::vector<std::filesystem::path>& folders, const Options& options,
                                            asio::io_context& strand, std::vector<gateway::Hub>& hubs) {
  Sessions sessions(programmes.size());
  for (const bool begun : {true, false}) {
    for (std::size_t i = 0; i < programmes.size(); ++i) {
      if (sessions[i] || holds_session(folders[i]) != begun) continue;
      auto session = ServedSession::open(programmes[i], folders[i], options, strand, hubs[i]);
      if (!session) return failure(prefix(programmes.size() > 1, programmes[i].session.id) + session.error());
      sessions[i] = *std::move(session);
    }
  }
  return sessions;
}

/// A code leads to one session: two that share one are not served together.
std::optional<std::string> refused_codes(const Sessions& sessions) {
  for (std::size_t i = 0; i < sessions.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (!sessions[i]->codes().shares_with(sessions[j]->codes())) continue;
      return fmt::format(
          "the sessions \"{}\" and \"{}\" have a sign-in code in common, by chance: serve one of them by "
          "a server of its own, or remove its secret, which gives all its seats new codes",
          sessions[j]->id().value, sessions[i]->id().value);
    }
  }
  return std::nullopt;
}

/// What the person who started the server is told.
Result<void, std::string> tell(const Options& options, const Sessions& sessions, const std::string& here,
                               const std::string& for_links) {
  if (options.sign_in_json) {
    std::vector<access::SignInLine> all;
    for (const auto& session : sessions) std::ranges::move(session->sign_ins(for_links), std::back_inserter(all));
    if (auto written = ops::write_file(*options.sign_in_json, access::as_json(all), 0600); !written) return written;
  }
  const auto heading = [&](ServedSession& session) {
    return sessions.size() > 1 ? fmt::format("\nSession {}\n", session.id().value) : "";
  };
  for (const auto& session : sessions) {
    const std::string warnings = session->warnings();
    if (!warnings.empty()) fmt::print("{}{}", heading(*session), warnings);
  }
  fmt::print("Rostrum is ready at {}\n", here);
  for (const auto& session : sessions) fmt::print("{}{}", heading(*session), session->welcome(for_links));
  return {};
}

/// Nobody looks at a certificate before clients refuse it.
void warn_of_end(Instant valid_until, const std::filesystem::path& certificate) {
  constexpr Millis warned_before = minutes(14 * 24 * 60);
  const Instant now = wall_now();
  if (valid_until >= now + warned_before) return;
  const auto utc = programme::Zone::named("UTC");
  ops::warn(valid_until <= now ? "certificate_expired" : "certificate_expires_soon",
            {{"file", certificate.string()},
             {"valid_until", utc ? programme::iso(utc->local(valid_until)) + 'Z' : std::to_string(valid_until.value)}});
}

int run(const Options& options) {
  const auto programmes = read_programmes(options.programmes);
  if (!programmes) return 1;
  const bool several = programmes->size() > 1;
  const auto folders = session_folders(options.data, *programmes);
  if (!folders) return refuse(folders.error());
  auto site = options.web ? gateway::Site::read(*options.web) : gateway::Site();
  if (!site) return refuse(site.error());
  std::shared_ptr<gateway::Tls> tls;
  if (!options.tls_certificate.empty()) {
    auto loaded = gateway::Tls::load(options.tls_certificate, options.tls_key);
    if (!loaded) return refuse(loaded.error());
    tls = *std::move(loaded);
    warn_of_end(tls->valid_until(), options.tls_certificate);
  }

  // What is counted and told, and who follows each session; it outlives the connections.
  ops::Metrics metrics;
  ops::Health health;
  std::vector<gateway::Hub> hubs(programmes->size());

  // The hall's strand, and the sessions: each with its journal, its clock, and the chamber that decides.
  asio::io_context strand(1);
  auto sessions = open_sessions(*programmes, *folders, options, strand, hubs);
  if (!sessions) return refuse(sessions.error());
  if (const auto why = refused_codes(*sessions)) return refuse(*why);

  // The way in.
  const auto hall = std::shared_ptr<gateway::Hall>(new gateway::Hall{.limits = options.limits,
                                                                     .origins = options.origins,
                                                                     .tls = std::move(tls),
                                                                     .trust_forwarded = options.trust_forwarded,
                                                                     .version = ops::version(),
                                                                     .metrics = metrics,
                                                                     .health = health,
                                                                     .site = *std::move(site)});
  for (const auto& session : *sessions) {
    hall->sessions.push_back(session->for_gateway(metrics, gateway::labels_of(session->id(), several)));
    gateway::watch_grants(hall, *hall->sessions.back(), [one = session.get()] { one->renew_codes(); });
    health.add(several ? "journal of " + session->id().value : "journal",
               [one = session.get()] { return one->chamber().held(); });
  }
  health.add("gateway", [stopping = &hall->stopping] {
    return *stopping ? std::optional<std::string>("stopping") : std::nullopt;
  });
  auto gateway = gateway::Gateway::open(strand, hall, options.host, options.port);
  if (!gateway) return refuse(gateway.error());

  const std::string for_links = base_url(options, (*gateway)->port(), true);
  asio::thread_pool printer(1);  // of sheets, which the hall does not wait for
  for (std::size_t i = 0; i < sessions->size(); ++i) {
    if (auto kept = (*sessions)[i]->reached_at(for_links, *hall->sessions[i], printer); !kept)
      return refuse(kept.error());
  }

  // A first signal stops in order, a second one at once.
  asio::signal_set signals(strand, SIGINT, SIGTERM);
  signals.async_wait([&](boost::system::error_code ended, int signal) {
    if (ended) return;
    ops::info("stopping", {{"signal", signal}});
    signals.async_wait([&](boost::system::error_code again, int) {
      if (!again) strand.stop();
    });
    (*gateway)->stop([&] { strand.stop(); });
  });

  if (auto told = tell(options, *sessions, base_url(options, (*gateway)->port(), false), for_links); !told)
    return refuse(told.error());
  for (const auto& session : *sessions) {
    ops::info("started", {{"session", session->id().value},
                          {"seq", session->chamber().seq().value},
                          {"port", (*gateway)->port()},
                          {"version", ops::version()}});
  }

  strand.run();
  for (const auto& session : *sessions) {
    if (!session->chamber().writing()) continue;
    // The disk does not answer: end as a kill would, which loses nothing either.
    ops::error("stopped_while_writing", {{"session", session->id().value}});
    std::_Exit(1);
  }
  for (const auto& session : *sessions)
    ops::info("stopped", {{"session", session->id().value}, {"seq", session->chamber().seq().value}});
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  ops::ignore_broken_pipes();
  auto options = options_of(count, arguments);
  if (const int* status = std::get_if<int>(&options)) return *status;
  const auto& wanted = std::get<Options>(options);
  if (wanted.verbose) ops::log_from(ops::Level::debug);
  const auto files = ops::raise_open_files_limit();
  if (files < wanted.limits.connections_max + wanted.limits.http_sessions_max)
    ops::warn("few_open_files", {{"allowed", files}});
  return run(wanted);
}
