// The composition root: the parts of one server, in the order in which they stand on each other, and nothing else. What
// uses a part comes after it and so ends before it. How each part is made stands in main_*.hpp beside this.
#include <cstdio>

#include <boost/asio/io_context.hpp>
#include <boost/asio/thread_pool.hpp>
#include <fmt/format.h>

#include "gateway/gateway.hpp"
#include "main_certificate.hpp"
#include "main_folders.hpp"
#include "main_options.hpp"
#include "main_programmes.hpp"
#include "main_sessions.hpp"
#include "main_stop.hpp"
#include "main_told.hpp"
#include "ops/log.hpp"
#include "ops/process.hpp"

using namespace rostrum;

namespace {

int refuse(const std::string& why) {
  fmt::print(stderr, "rostrum: {}\n", why);
  return 1;
}

int run(const Options& options) {
  // What was given: the programmes, the folders of their sessions, the screens, the certificate.
  const auto programmes = read_programmes(options.programmes);
  if (!programmes) return refuse(programmes.error());
  const auto folders = session_folders(options.data, *programmes);
  if (!folders) return refuse(folders.error());
  auto site = options.web ? gateway::Site::read(*options.web) : gateway::Site();
  if (!site) return refuse(site.error());
  auto tls = load_certificate(options);
  if (!tls) return refuse(tls.error());

  // What is counted and told, and who follows each session; it outlives the connections.
  ops::Metrics metrics;
  ops::Health health;
  std::vector<gateway::Hub> hubs(programmes->size());

  // The hall's strand, and the sessions: each with its journal, its clock, and the chamber that decides.
  boost::asio::io_context strand(1);
  const auto sessions = open_sessions(*programmes, *folders, options, strand, hubs);
  if (!sessions) return refuse(sessions.error());

  // The way in.
  const auto hall = open_hall(options, *std::move(site), *std::move(tls), *sessions, metrics, health);
  const auto gateway = gateway::Gateway::open(strand, hall, options.host, options.port);
  if (!gateway) return refuse(gateway.error());
  const std::uint16_t port = (*gateway)->port();

  // The printer of sheets, which the hall does not wait for.
  boost::asio::thread_pool printer(1);
  if (auto kept = reached_at(address_for_links(options, port), *sessions, *hall, printer); !kept)
    return refuse(kept.error());

  // From here on it is stopped in order.
  const StopOnSignal stop(strand, *sessions, **gateway);
  if (auto told = tell_ready(options, *sessions, port); !told) return refuse(told.error());
  strand.run();
  return ended(*sessions);
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
