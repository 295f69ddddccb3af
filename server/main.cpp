// The composition root: the parts of one server, in the order in which they stand on each other. What uses a part comes
// after it and so ends before it.
#include <cstdio>
#include <cstdlib>
#include <string>

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/host_name.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <fmt/format.h>

#include "access/codes.hpp"
#include "access/sheet.hpp"
#include "chamber/asio_scheduler.hpp"
#include "gateway/gateway.hpp"
#include "gateway/tls.hpp"
#include "journal/data_lock.hpp"
#include "journal/sqlite/sqlite_journal.hpp"
#include "main_options.hpp"
#include "main_session.hpp"
#include "ops/files.hpp"
#include "ops/log.hpp"
#include "ops/process.hpp"
#include "programme/changes.hpp"
#include "programme/read_programme.hpp"

namespace asio = boost::asio;
using namespace rostrum;

namespace {

int refuse(const std::string& why) {
  fmt::print(stderr, "rostrum: {}\n", why);
  return 1;
}

int refuse(const std::vector<programme::Problem>& problems) {
  for (const auto& problem : problems) fmt::print(stderr, "{}\n", programme::sentence(problem));
  return refuse("the programme cannot be used");
}

/// Draws the session's clock to the machine's, a little at a time, so that a long session does not drift.
class ClockCare {
 public:
  ClockCare(asio::io_context& strand, SessionClock& clock) : clock_(clock), timer_(strand) { look_later(); }

 private:
  static constexpr auto interval = std::chrono::seconds(10);
  static constexpr Millis step_most{100};
  static constexpr Millis jump{1'000};  // what is missing beyond this is no drift

  void look_later() {
    timer_.expires_after(interval);
    timer_.async_wait([this](boost::system::error_code error) {
      if (error) return;
      const Millis missing = clock_.slew(step_most);
      if (missing > jump || missing < Millis{} - jump) ops::warn("clock_jumped", {{"missing_ms", missing.value}});
      look_later();
    });
  }

  SessionClock& clock_;
  asio::steady_timer timer_;
};

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

int run(const Options& options) {
  // The data folder is ours alone, and holds the session so far.
  std::error_code error;
  std::filesystem::create_directories(options.data, error);
  const auto lock = journal::DataLock::take(options.data);
  if (!lock) return refuse(lock.error());
  const auto programme = programme::read_programme(options.programme);
  if (!programme) return refuse(programme.error());
  auto site = options.web ? gateway::Site::read(*options.web) : gateway::Site();
  if (!site) return refuse(site.error());
  std::shared_ptr<gateway::Tls> tls;
  if (!options.tls_certificate.empty()) {
    auto loaded = gateway::Tls::load(options.tls_certificate, options.tls_key);
    if (!loaded) return refuse(loaded.error());
    tls = *std::move(loaded);
  }
  auto journal = journal::open_sqlite_journal(options.data / "journal.sqlite", journal::Access::write);
  if (!journal) return refuse(journal.error().why);
  const bool new_session = (*journal)->tail().seq == Seq{};
  const auto secret_path = options.data / access::secret_file_name;
  const bool new_secret = !std::filesystem::exists(secret_path, error);
  const auto secret = access::Secret::load_or_create(secret_path);
  if (!secret) return refuse(secret.error());
  const auto anchored = anchor_clock(options, new_session);
  if (!anchored) return refuse(anchored.error());
  const auto changes = programme_changes(**journal, *programme);

  // What is counted and told; it outlives the connections.
  ops::Metrics metrics;
  ops::Health health;
  gateway::Hub hub;

  // The hall's strand, the session's clock, and the chamber that decides.
  SessionClock clock(anchored->anchor);
  asio::io_context strand(1);
  chamber::AsioScheduler scheduler(strand, clock);
  auto chamber = chamber::Chamber::open(**journal, scheduler, clock, hub, *programme, new_epoch());
  if (!chamber) return refuse(chamber.error().why);
  access::Codes codes(*secret, (*chamber)->state());
  ClockCare clock_care(strand, clock);

  // The way in.
  gateway::observe(metrics, **chamber, hub);
  health.add("journal", [&chamber] { return (*chamber)->held(); });
  const auto hall = std::shared_ptr<gateway::Hall>(
      new gateway::Hall{.chamber = **chamber,
                        .hub = hub,
                        .grant_of = [&codes](std::string_view code) { return codes.grant(code); },
                        .sheet_of = {},
                        .limits = options.limits,
                        .origins = options.origins,
                        .tls = std::move(tls),
                        .trust_forwarded = options.trust_forwarded,
                        .version = ops::version(),
                        .metrics = metrics,
                        .health = health,
                        .site = *std::move(site)});
  health.add("gateway", [stopping = &hall->stopping] {
    return *stopping ? std::optional<std::string>("stopping") : std::nullopt;
  });
  auto gateway = gateway::Gateway::open(strand, hall, options.host, options.port);
  if (!gateway) return refuse(gateway.error());

  const std::string for_links = base_url(options, (*gateway)->port(), true);
  if (auto written = ops::write_file(options.data / access::address_file_name, for_links + "\n", 0644); !written)
    return refuse(written.error());
  asio::thread_pool printer(1);  // which the hall does not wait for
  hall->sheet_of = [&](std::string language, std::optional<SeatId> seat, std::function<void(std::string)> done) {
    asio::post(printer, [&strand, state = access::printable((*chamber)->state()), codes, for_links,
                         language = std::move(language), seat = std::move(seat), done = std::move(done)]() mutable {
      asio::post(strand, [html = access::sheet(state, codes, for_links, language, seat),
                          done = std::move(done)]() mutable { done(std::move(html)); });
    });
  };
  gateway::watch_grants(hall, [&] { codes = access::Codes(*secret, (*chamber)->state()); });

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

  // What the person who started it is told.
  const auto sign_ins = access::sign_in_list((*chamber)->state(), codes, for_links);
  if (options.sign_in_json) {
    if (auto written = ops::write_file(*options.sign_in_json, access::as_json(sign_ins), 0600); !written)
      return refuse(written.error());
  }
  if (!changes.empty()) {
    fmt::print("The programme has changed since this session began. The session goes on as it began, without this:\n");
    for (const auto& change : changes) fmt::print("  {}\n", change);
  }
  if (new_secret && !new_session)
    fmt::print("The secret was missing and is a new one: every link and code given out before is void.\n");
  fmt::print("Rostrum is ready at {}\n", base_url(options, (*gateway)->port(), false));
  fmt::print("{}", how_to_sign_in(sign_ins, options.data));
  if (anchored->clock_ignored)
    fmt::print("--clock is not used: the session has begun, and its clock goes on from where it was set.\n");
  fmt::print("{}", about_clock(anchored->anchor, clock.now(), (*chamber)->state().session.timezone));
  ops::info("started", {{"session", (*chamber)->state().session.id.value},
                        {"seq", (*chamber)->seq().value},
                        {"port", (*gateway)->port()},
                        {"version", ops::version()}});

  strand.run();
  if ((*chamber)->writing()) {  // the disk does not answer: end as a kill would, which loses nothing either
    ops::error("stopped_while_writing");
    std::_Exit(1);
  }
  ops::info("stopped", {{"seq", (*chamber)->seq().value}});
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
