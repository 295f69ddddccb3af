#include "main_nodes.hpp"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include "chamber/begin_log.hpp"
#include "gateway/counted.hpp"
#include "gateway/session.hpp"
#include "ledger/agreed/arrival.hpp"
#include "ops/log.hpp"

namespace rostrum {

namespace {

// More often than the ledger needs: what was forwarded by a server that has just gone silent goes by another at the
// next.
constexpr std::chrono::milliseconds tick_interval{10};
static_assert(tick_interval.count() <= ledger::tick_every.value);
constexpr std::chrono::milliseconds leaving_interval(5);
constexpr Millis leaving_most = seconds(2);
constexpr Millis resting_most = seconds(2);  // a disk that has not answered by then is not waited for
/// The questions of a node that serves are numbered from here on, beyond any that it asked while it came.
constexpr std::uint64_t serving_from = std::uint64_t{1} << 32u;
constexpr Millis looked_at_within{2'500};  // a server that can be reached has said by then how it is set up
constexpr Millis told_every = seconds(5);  // of whom it waits for

using ledger::redis::moment_now;

std::uint64_t random_number() {
  std::array<std::uint8_t, sizeof(std::uint64_t)> bytes{};
  access::fill_at_random(bytes);
  std::uint64_t number = 0;
  for (const std::uint8_t byte : bytes) number = number << 8 | byte;
  return number;
}

}  // namespace

struct NodeLedger::Arriving {
  Arriving(NodeLedger& node, const ledger::Seals::Hmac& hmac)
      : outgoing(node.servers_, ledger::no_set, hmac),
        arrival(outgoing, node.names_, node.archive_) {}

  ledger::Outgoing outgoing;
  ledger::Arrival arrival;
  ledger::Moment began = moment_now();
  ledger::Moment told = moment_now();
};

NodeLedger::Serving::Serving(NodeLedger& node, ledger::SetId set, const ClockAnchor& clock)
    : anchor(clock),
      carrier(node.servers_),
      machine(clock),
      care(node.strand_, machine, node.session_.value),
      followed(machine, moment_now),
      scheduler(node.strand_, followed),
      agreed({.node = node.shared_.node,
              .set = std::move(set),
              .servers = node.names_.size(),
              .carrier = carrier,
              .archive = node.archive_,
              .scheduler = scheduler,
              .clock = followed,
              .salts = access::fill_at_random,
              .hmac = [&node](std::string_view bytes) { return node.sealing_.hmac(bytes); },
              .random = random_number}) {}

NodeLedger::NodeLedger(const Shared& shared, SessionId session, const access::Secret& secret, journal::Journal& archive,
                       boost::asio::io_context& strand)
    : shared_(shared),
      session_(std::move(session)),
      sealing_(access::sealing_key(secret, session_)),
      archive_(archive),
      strand_(strand),
      names_(ledger::redis::names_of(shared.servers)),
      timer_(strand),
      leaving_(strand),
      listening_(names_.size()),
      servers_({.strand = strand.get_executor(),
                .session = session_,
                .servers = ledger::redis::terms_of(shared.servers),
                .random = access::fill_at_random,
                .moment = moment_now,
                .end = *this}) {}

NodeLedger::~NodeLedger() = default;

Result<std::unique_ptr<NodeLedger>, std::string> NodeLedger::open(const Shared& shared, const SessionId& session,
                                                                  const access::Secret& secret,
                                                                  journal::Journal& archive,
                                                                  boost::asio::io_context& strand) {
  std::unique_ptr<NodeLedger> node(new NodeLedger(shared, session, secret, archive, strand));
  auto set = node->arrive();
  if (!set) return failure(std::move(set.error()));
  const auto anchor = chamber::clock_anchor_in(archive);
  if (!anchor) return failure(anchor.error());
  if (!*anchor)
    return failure(
        fmt::format("the log of the session \"{}\" does not say where its clock was set: it was not begun for "
                    "several nodes (rostrumctl journal begin)",
                    session.value));
  node->serving_ = std::make_unique<Serving>(*node, *std::move(set), **anchor);
  return node;
}

// ---- coming to the servers

Result<ledger::SetId, std::string> NodeLedger::arrive() {
  arriving_ = std::make_unique<Arriving>(*this, [this](std::string_view bytes) { return sealing_.hmac(bytes); });
  const ledger::Arrival& arrival = arriving_->arrival;
  tick_later();
  std::string why;
  while (why.empty() && !(arrival.done() && moment_now() - arriving_->began >= looked_at_within)) {
    strand_.run_one();
    // Whoever starts the node is there to mend a server that is not fit; later such a one is away.
    why = arrival.refused().value_or(servers_.why_unfit());
    if (arrival.done() && all_are_ready()) break;
  }
  const ledger::SetId set = arrival.set();
  arriving_.reset();
  if (!why.empty()) return failure(std::move(why));
  return set;
}

bool NodeLedger::all_are_ready() const {
  for (ledger::ServerNumber number = 0; number < names_.size(); ++number)
    if (!servers_.standing_of(number).answers()) return false;
  return true;
}

// ---- what comes in

void NodeLedger::Renumbered::carry(ledger::Request request) {
  request.id += serving_from;
  carrier_.carry(std::move(request));
}

void NodeLedger::replied(std::uint64_t id, const ledger::Reply& reply) {
  if (rests_) return;
  if (serving_) {
    if (id > serving_from) serving_->agreed.replied(moment_now(), id - serving_from, reply);
    return;
  }
  if (!arriving_) return;
  arriving_->outgoing.set(moment_now());
  (void)arriving_->arrival.replied(id, reply);
}

void NodeLedger::heard(ledger::ServerNumber server, std::string_view message) {
  if (serving_ && !rests_) serving_->agreed.heard(moment_now(), server, message);
}

void NodeLedger::listens(ledger::ServerNumber server, bool listening) {
  listening_.at(server) = listening;
  if (serving_ && !rests_) serving_->agreed.listens(moment_now(), server, listening);
}

/// While it comes to them none is ready at first; whom it waits for is told then.
void NodeLedger::changed(ledger::ServerNumber server) {
  using Is = ledger::redis::ServerStanding::Is;
  const auto& standing = servers_.standing_of(server);
  const auto level = standing.is == Is::ready ? ops::Level::info : serving_ ? ops::Level::warn : ops::Level::debug;
  ops::log(level, "redis_server",
           {{"session", session_.value}, {"server", names_.at(server)}, {"standing", standing.words}});
  if (met_ != nullptr) tell_away();
}

void NodeLedger::tell_away() {
  using Is = ledger::redis::ServerStanding::Is;
  gateway::ToldStanding::Servers servers{.all = names_.size(), .away = {}, .empty = 0};
  for (ledger::ServerNumber server = 0; server < names_.size(); ++server) {
    const auto& standing = servers_.standing_of(server);
    if (standing.is != Is::ready) servers.away.push_back({names_[server], standing.words});
    if (standing.is == Is::empty) ++servers.empty;
  }
  met_->standing.servers_are(std::move(servers));
}

void NodeLedger::tick_later() {
  timer_.expires_after(tick_interval);
  timer_.async_wait([this](boost::system::error_code error) {
    if (error) return;
    tick_later();
    tick();
  });
}

void NodeLedger::tick() {
  const ledger::Moment now = moment_now();
  if (rests_) return;
  if (serving_) {
    serving_->agreed.tick(now);
    if (neighbours_) neighbours_->tick(now);
    return;
  }
  if (!arriving_) return;
  arriving_->outgoing.set(now);
  arriving_->arrival.tick();
  if (now - arriving_->told < told_every) return;
  arriving_->told = now;
  for (const ledger::ServerNumber server : arriving_->arrival.waits_for())
    ops::warn(
        "waits_for_server",
        {{"session", session_.value}, {"server", names_.at(server)}, {"standing", servers_.standing_of(server).words}});
}

// ---- serving, and its end

void NodeLedger::serve(chamber::Chamber& chamber) {
  serving_->agreed.decided_by(chamber);
  chamber.before_the_door_opens([this] { serving_->agreed.look(moment_now()); });
  for (ledger::ServerNumber server = 0; server < listening_.size(); ++server)
    if (listening_[server]) serving_->agreed.listens(moment_now(), server, true);
}

void NodeLedger::meet(gateway::Session& session) {
  met_ = &session;
  tell_away();
  neighbours_.emplace(session, [this](wire::Here here) { serving_->agreed.tell_here(moment_now(), std::move(here)); });
  serving_->agreed.here_told_to([this](ledger::Moment now, const wire::Here& here) { neighbours_->heard(now, here); });
}

void NodeLedger::hand_over(std::function<void()> then) {
  serving_->agreed.hand_over();
  leave_when_left(std::move(then), moment_now() + leaving_most);
}

void NodeLedger::leave_when_left(std::function<void()> then, ledger::Moment latest) {
  if (serving_->agreed.has_left() || moment_now() >= latest) return then();
  leaving_.expires_after(leaving_interval);
  leaving_.async_wait([this, then = std::move(then), latest](boost::system::error_code error) mutable {
    if (!error) leave_when_left(std::move(then), latest);
  });
}

void NodeLedger::come_to_rest(std::function<void()> then) {
  rests_ = true;
  serving_->agreed.read([](journal::Journal&) {});  // once all that is final here is written
  rest_when_written(std::move(then), moment_now() + resting_most);
}

void NodeLedger::rest_when_written(std::function<void()> then, ledger::Moment latest) {
  if (!writing() || moment_now() >= latest) return then();
  leaving_.expires_after(leaving_interval);
  leaving_.async_wait([this, then = std::move(then), latest](boost::system::error_code error) mutable {
    if (!error) rest_when_written(std::move(then), latest);
  });
}

void NodeLedger::observe(ops::Metrics& metrics, const ops::Labels& labels) {
  gateway::observe(metrics, serving_->agreed, labels);
  for (ledger::ServerNumber server = 0; server < names_.size(); ++server) {
    ops::Labels of_server = labels;
    of_server.emplace_back("server", names_[server]);
    observe_server(metrics, of_server, server);
  }
}

void NodeLedger::observe_server(ops::Metrics& metrics, const ops::Labels& labels, ledger::ServerNumber server) {
  using Is = ledger::redis::ServerStanding::Is;
  const auto when = [this, server](Is is) { return std::int64_t{servers_.standing_of(server).is == is ? 1 : 0}; };
  metrics.gauge_from(gateway::counted::redis_ready, labels, [when] { return when(Is::ready); });
  for (const Is is : ledger::redis::ways_a_server_is) {
    ops::Labels that = labels;
    that.emplace_back("is", ledger::redis::name(is));
    metrics.gauge_from(gateway::counted::redis_is, that, [when, is] { return when(is); });
  }
  metrics.gauge_from(gateway::counted::redis_behind, labels, [this, server] {
    const auto* const writer = serving_->agreed.writer();
    return writer ? static_cast<std::int64_t>(writer->behind(server)) : -1;
  });
  metrics.gauge_from(gateway::counted::redis_synced, labels, [this, server] {
    const auto* const writer = serving_->agreed.writer();
    const auto synced = writer ? writer->synced_for(server) : std::nullopt;
    return synced ? synced->value : -1;
  });
}

}  // namespace rostrum
