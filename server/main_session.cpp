#include "main_session.hpp"

#include <algorithm>

#include <boost/asio/post.hpp>
#include <fmt/format.h>

#include "access/secret_check.hpp"
#include "access/sheet.hpp"
#include "base/assert.hpp"
#include "chamber/begin_log.hpp"
#include "journal/sqlite/sqlite_journal.hpp"
#include "main_folders.hpp"
#include "main_nodes.hpp"
#include "ops/files.hpp"
#include "ops/log.hpp"
#include "programme/changes.hpp"
#include "programme/zone.hpp"
#include "wire/stored.hpp"

namespace rostrum {

namespace asio = boost::asio;
namespace fs = std::filesystem;

namespace {

constexpr std::size_t delegates_shown = 3;

ClockAnchor fresh_anchor(const Options& options) {
  const Instant wall = wall_now();
  if (!options.clock) return {wall, wall, 1.0};
  return {options.clock->at, wall, options.clock->speed};
}

/// The anchor of the session's clock: the one kept in the data folder, or a new one, which is kept from then on. A
/// journal that has begun without an anchor needs --clock.
Result<Anchored, std::string> anchor_clock(const fs::path& folder, const Options& options, bool new_session) {
  const auto path = folder / ops::clock_file_name;
  auto kept = ops::read_anchor(path);
  if (!kept) return failure(std::move(kept.error()));
  if (*kept && !new_session) {
    const bool same =
        options.clock && options.clock->at == (*kept)->session_start && options.clock->speed == (*kept)->speed;
    return Anchored{**kept, options.clock && !same};
  }
  if (!new_session && !options.clock) {
    return failure(path.string() + " is missing, so it is not known what the clock of this session shows: put it back, "
                                   "or say with --clock START,SPEED");
  }
  const ClockAnchor anchor = fresh_anchor(options);
  if (auto written = ops::write_anchor(path, anchor); !written) return failure(std::move(written.error()));
  return Anchored{anchor, false};
}

/// How the programme differs from the one that the journal began with, as sentences; nothing for an empty journal.
std::vector<std::string> programme_changes(journal::Journal& journal, const council::Programme& programme) {
  std::vector<std::string> changes;
  const auto visit = [&](Seq, wire::StoredView stored) {
    const auto commit = wire::decode_commit(stored);
    if (!commit || commit->acts.empty() || commit->acts.front().events.empty()) return false;
    const auto* created = std::get_if<council::SessionCreated>(&commit->acts.front().events.front());
    if (created) changes = programme::changes(created->programme, programme);
    return false;
  };
  (void)journal.read({1}, visit);  // damage is what opening the chamber reports
  return changes;
}

/// Salts of the system, and digests under keys of the secret that are the session's own.
chamber::Secrets secrets_of(const access::Secret& secret, const SessionId& session) {
  return {.salts = access::fill_at_random,
          .keyed =
              [secret, session](const Digest& content) {
                return secret.hmac(fmt::format("rostrum command\n{}\n{}", session.value, hex(as_bytes(content))));
              },
          .lot =
              [secret, session](const PanelId& panel, std::uint32_t draw) {
                const auto digest =
                    secret.hmac(fmt::format("rostrum lot\n{}\n{}\n{}", session.value, panel.value, draw));
                return hex(as_bytes(digest));
              }};
}

/// The sign-ins that are shown at the start: all but the delegates', and the first few of those.
std::string how_to_sign_in(const std::vector<access::SignInLine>& all, const std::string& where) {
  std::vector<access::SignInLine> shown;
  std::size_t delegates = 0;
  for (const auto& line : all) {
    if (line.role == council::name(council::Role::delegate) && ++delegates > delegates_shown) continue;
    shown.push_back(line);
  }
  std::string out = "Sign in with\n" + access::as_text(shown);
  if (shown.size() < all.size()) {
    out += fmt::format("and {} more: rostrumctl links {}\n", all.size() - shown.size(), where);
  }
  return out;
}

/// "The session's clock shows ..."; empty where it shows the real time.
std::string about_clock(const ClockAnchor& anchor, Instant now, const std::string& timezone) {
  if (ops::shows_real_time(anchor)) return {};
  const auto zone = programme::Zone::named(timezone);
  std::string shows = zone ? programme::iso(zone->local(now)) : std::to_string(now.value);
  std::replace(shows.begin(), shows.end(), 'T', ' ');
  return fmt::format("The session's clock shows {} ({}) and runs at speed {:g}: it is not the real time.\n", shows,
                     timezone, anchor.speed);
}

}  // namespace

Result<ServedSession::Kept, std::string> ServedSession::take(const fs::path& folder, const Options& options) {
  std::error_code error;
  fs::create_directories(folder, error);
  auto lock = journal::DataLock::take(folder);
  if (!lock) return failure(lock.error());
  auto journal = journal::open_sqlite_journal(folder / journal_file_name, journal::Access::write);
  if (!journal) return failure(journal.error().why);
  const fs::path secret_path = options.shared ? options.shared->secret : folder / access::secret_file_name;
  const bool new_secret = !fs::exists(secret_path, error);
  const auto secret = options.shared ? access::Secret::load(secret_path) : access::Secret::load_or_create(secret_path);
  if (!secret) return failure(secret.error());
  const bool begun = (*journal)->tail().seq > Seq{};
  return Kept{
      .lock = *std::move(lock), .log = *std::move(journal), .secret = *secret, .secret_lost = new_secret && begun};
}

ServedSession::ServedSession(Kept kept, fs::path folder, asio::io_context& strand, gateway::Hub& hub)
    : folder_(std::move(folder)),
      options_for_links_("--data " + folder_.string()),
      strand_(strand),
      hub_(hub),
      kept_(std::move(kept)) {}

Result<void, std::string> ServedSession::stand_alone(const council::Programme& programme, const Options& options) {
  journal::Journal& log = *kept_.log;
  const auto anchored = anchor_clock(folder_, options, log.tail().seq == Seq{});
  if (!anchored) return failure(anchored.error());
  anchored_ = *anchored;
  ledger_ = std::make_unique<OwnLedger>(log, anchored_.anchor, strand_, programme.session.id.value);
  return chamber::begin_log(log, programme, access::random_bytes(wire::epoch_bytes), ledger_->clock().now(),
                            access::fill_at_random);
}

Result<void, std::string> ServedSession::stand_with_others(const SessionId& session, const Shared& shared) {
  options_for_links_ += " --secret " + shared.secret.string();
  auto node = NodeLedger::open(shared, session, kept_.secret, *kept_.log, strand_);
  if (!node) return failure(std::move(node.error()));
  anchored_.anchor = (*node)->anchor();
  ledger_ = *std::move(node);
  return {};
}

Result<void, std::string> ServedSession::open_chamber(const council::Programme& programme) {
  auto chamber = chamber::Chamber::open({.ledger = ledger_->ledger(),
                                         .courier = ledger_->courier(),
                                         .scheduler = ledger_->scheduler(),
                                         .clock = ledger_->clock(),
                                         .hub = hub_,
                                         .secrets = secrets_of(kept_.secret, programme.session.id)},
                                        *kept_.log, programme);
  if (!chamber) return failure(chamber.error().why);
  chamber_ = *std::move(chamber);
  return {};
}

Result<std::unique_ptr<ServedSession>, std::string> ServedSession::open(const council::Programme& programme,
                                                                        const fs::path& folder, const Options& options,
                                                                        asio::io_context& strand, gateway::Hub& hub) {
  auto kept = take(folder, options);
  if (!kept) return failure(kept.error());
  std::unique_ptr<ServedSession> session(new ServedSession(*std::move(kept), folder, strand, hub));
  auto stands = options.shared ? session->stand_with_others(programme.session.id, *options.shared)
                               : session->stand_alone(programme, options);
  if (!stands) return failure(std::move(stands.error()));
  session->changes_ = programme_changes(*session->kept_.log, programme);
  if (auto opened = session->open_chamber(programme); !opened) return failure(std::move(opened.error()));
  if (auto why = session->why_not_served(options.shared.has_value()); !why.empty()) return failure(std::move(why));
  session->ledger_->serve(*session->chamber_);
  session->renew_codes();
  return session;
}

/// A log that several nodes go on with is theirs: who went on with a copy alone would make two of one session.
std::string ServedSession::why_not_served(bool with_others) const {
  if (with_others) return access::why_not_served(chamber_->state(), chamber_->epoch(), kept_.secret);
  if (!chamber_->state().secret_check) return {};
  return fmt::format("the journal in {} is that of one node among several: start it as one, with --journal, --node and "
                     "--secret",
                     folder_.string());
}

std::unique_ptr<gateway::Session> ServedSession::for_gateway(ops::Metrics& metrics, ops::Labels labels) {
  gateway::observe(metrics, *chamber_, hub_, labels);
  ledger_->observe(metrics, labels);
  auto session = std::unique_ptr<gateway::Session>(
      new gateway::Session{.id = id(),
                           .chamber = *chamber_,
                           .hub = hub_,
                           .grant_of = [this](std::string_view code) { return codes_->grant(code); },
                           .sheet_of = {},
                           .metrics = metrics,
                           .labels = std::move(labels)});
  ledger_->meet(*session);
  return session;
}

Result<void, std::string> ServedSession::reached_at(const std::string& url, gateway::Session& session,
                                                    asio::thread_pool& printer) {
  if (auto written = ops::write_file(folder_ / access::address_file_name, url + "\n", 0644); !written) return written;
  session.sheet_of = [this, url, &printer](std::string language, std::optional<SeatId> seat,
                                           std::function<void(std::string)> done) {
    asio::post(printer, [&strand = strand_, state = access::printable(chamber_->state()), codes = *codes_, url,
                         language = std::move(language), seat = std::move(seat), done = std::move(done)]() mutable {
      asio::post(strand, [html = access::sheet(state, codes, url, language, seat), done = std::move(done)]() mutable {
        done(std::move(html));
      });
    });
  };
  return {};
}

std::vector<access::SignInLine> ServedSession::sign_ins(const std::string& url) const {
  return access::sign_in_list(chamber_->state(), *codes_, url);
}

std::string ServedSession::warnings() const {
  std::string out;
  if (!changes_.empty()) {
    out += "The programme has changed since this session began. The session goes on as it began, without this:\n";
    for (const auto& change : changes_) out += fmt::format("  {}\n", change);
  }
  if (kept_.secret_lost)
    out += "The secret was missing and is a new one: every link and code given out before is void.\n";
  return out;
}

std::string ServedSession::welcome(const std::string& url) {
  std::string out = how_to_sign_in(sign_ins(url), options_for_links_);
  if (anchored_.clock_ignored)
    out += "--clock is not used: the session has begun, and its clock goes on from where it was set.\n";
  return out + about_clock(anchored_.anchor, ledger_->clock().now(), chamber_->state().session.timezone);
}

}  // namespace rostrum
