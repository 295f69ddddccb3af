#include "ledger/redis/servers.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <utility>

#include <boost/asio/steady_timer.hpp>

#include "base/digest.hpp"
#include "ledger/redis/answers.hpp"
#include "ledger/redis/subscription.hpp"

namespace rostrum::ledger::redis {

namespace asio = boost::asio;

namespace {

constexpr std::chrono::seconds look_every{1};
constexpr std::size_t life_bytes = 16;
// The writer rings by all servers at once, four times a second.
constexpr Millis silent_beside_others_most{400};

/// Whatever a server is, it does nothing then, and says which life it is in.
Question anything() { return ask::Confirm{.right = {}, .seq = {}}; }

ServerStanding::Is is_of(const Standing& line) {
  return line.is == Standing::Is::unfit ? ServerStanding::Is::unfit : ServerStanding::Is::away;
}

}  // namespace

class Servers::All : public std::enable_shared_from_this<Servers::All> {
 public:
  explicit All(Around around) : around_(std::move(around)), timer_(around_.strand) {
    for (ServerNumber number = 0; number < around_.servers.size(); ++number) {
      const Terms& terms = around_.servers[number];
      servers_.push_back(std::make_unique<Server>(
          number, text_of(terms.address),
          std::make_unique<Connection>(around_.strand, terms, [this, number] { line_changed(number); }),
          std::make_unique<Subscription>(
              around_.strand, terms, channel_of(around_.session),
              [this, number](std::string_view message) { heard(number, message); },
              [this, number] { look_at(*servers_[number]); })));
    }
  }

  void begin() { look_later(); }

  void carry(Request request) {
    Server& named = *servers_.at(request.server);
    Server& to = std::holds_alternative<ask::Tell>(request.question) ? tells_for(named) : named;
    if (to.twice.empty()) ask(to, request.id, std::move(request.set), std::move(request.question));
  }

  [[nodiscard]] const ServerStanding& standing_of(ServerNumber number) const { return servers_.at(number)->standing; }
  [[nodiscard]] std::string why_unfit() const {
    using Is = ServerStanding::Is;
    for (const auto& server : servers_)
      if (server->standing.is == Is::unfit || server->standing.is == Is::twice)
        return server->address + " cannot be used: " + server->standing.words;
    return {};
  }
  [[nodiscard]] const Troubles& troubles_of(ServerNumber number) const { return servers_.at(number)->troubles; }

 private:
  struct Server {
    ServerNumber number = 0;
    std::string address;
    std::unique_ptr<Connection> questions;
    std::unique_ptr<Subscription> told;
    bool empty = false;      // it said last that it holds nothing of the session
    ServerLife life = {};    // that it answered last; empty: none yet
    std::string twice = {};  // why it is not used; empty: it is
    Troubles troubles = {};
    bool asked = false;      // since it was looked at
    Moment heard = {};       // that somebody told something by way of it
    bool listening = false;  // as it was told
    ServerStanding standing = {};
  };
  struct Asked {
    std::optional<std::uint64_t> id;  // none: by ourselves
    Asker asker;
    Question question;
  };
  using SharedAsked = std::shared_ptr<const Asked>;

  // ---- asking
  void ask(Server& server, std::optional<std::uint64_t> id, SetId set, Question question);
  void send(Server& server, const SharedAsked& asked, Naming naming);
  void replied(Server& server, const SharedAsked& asked, Naming naming, const redisReply& reply);
  void answered(Server& server, const Asked& asked, const Reply& reply);
  [[nodiscard]] ServerLife new_life() const;
  [[nodiscard]] Server& tells_for(Server& named);
  [[nodiscard]] bool tells(const Server& server) const;

  // ---- listening
  void heard(ServerNumber number, std::string_view message) {
    servers_[number]->heard = around_.moment();
    if (servers_[number]->listening) around_.end.heard(number, message);
  }

  // ---- how they are
  void line_changed(ServerNumber number);
  void look_who_is_twice();
  void look_at(Server& server);
  [[nodiscard]] static ServerStanding standing_now(const Server& server);
  void look_later();
  void look_at_idle();

  const Around around_;
  asio::steady_timer timer_;
  std::vector<std::unique_ptr<Server>> servers_;
};

// ---- asking

ServerLife Servers::All::new_life() const {
  std::array<std::uint8_t, life_bytes> bytes{};
  around_.random(bytes);
  return hex({reinterpret_cast<const char*>(bytes.data()), bytes.size()});
}

/// Who would tell something by it and cannot, may do so by another: all nodes listen to all servers.
Servers::All::Server& Servers::All::tells_for(Server& named) {
  for (std::size_t step = 0; step < servers_.size(); ++step)
    if (Server& next = *servers_[(named.number + step) % servers_.size()]; tells(next)) return next;
  return named;
}

/// It can be asked, and what nodes tell each other by way of it has not ceased while it goes on by another.
bool Servers::All::tells(const Server& server) const {
  if (!server.twice.empty() || server.questions->standing().is != Standing::Is::ready) return false;
  const auto& last = *std::ranges::max_element(servers_, {}, [](const auto& each) { return each->heard; });
  return last->heard - server.heard <= silent_beside_others_most;
}

void Servers::All::ask(Server& server, std::optional<std::uint64_t> id, SetId set, Question question) {
  server.asked = true;
  Asker asker{.session = around_.session, .set = std::move(set), .life = new_life()};
  send(server,
       std::make_shared<const Asked>(Asked{.id = id, .asker = std::move(asker), .question = std::move(question)}),
       Naming::by_digest);
}

void Servers::All::send(Server& server, const SharedAsked& asked, Naming naming) {
  server.questions->ask(command_of(asked->asker, asked->question, naming),
                        [this, &server, asked, naming](const Result<const redisReply*, NoReply>& reply) {
                          if (reply) return replied(server, asked, naming, **reply);
                          server.troubles.unanswered(reply.error().why);
                        });
}

void Servers::All::replied(Server& server, const SharedAsked& asked, Naming naming, const redisReply& reply) {
  const auto answer = answer_of(asked->question, reply);
  if (answer) return answered(server, *asked, *answer);
  if (answer.error().kind == FaultKind::no_script && naming == Naming::by_digest) {
    if (!asked->id || server.twice.empty()) send(server, asked, Naming::in_full);
    return;
  }
  server.troubles.faulted(script_of(asked->question), answer.error(), around_.moment());
  look_at(server);
}

/// By this very answer it may be found to be one with another.
void Servers::All::answered(Server& server, const Asked& asked, const Reply& reply) {
  server.troubles.answered(script_of(asked.question), around_.moment());
  if (std::exchange(server.life, reply.life) != reply.life) look_who_is_twice();
  server.empty = std::holds_alternative<reply::Stranger>(reply.is);
  look_at(server);
  if (asked.id && server.twice.empty()) around_.end.replied(*asked.id, reply);
}

// ---- how they are

void Servers::All::line_changed(ServerNumber number) {
  look_who_is_twice();
  look_at(*servers_[number]);
}

void Servers::All::look_who_is_twice() {
  std::vector<Reached> reached;
  for (const auto& server : servers_)
    reached.push_back(
        {.address = server->address, .run_id = server->questions->standing().run_id, .life = server->life});
  const auto twice = reached_twice(reached);
  for (const auto& server : servers_) {
    const auto found = twice.find(server->number);
    server->twice = found == twice.end() ? std::string() : found->second;
  }
  for (const auto& server : servers_) look_at(*server);
}

/// Tells what is another than it was.
void Servers::All::look_at(Server& server) {
  const bool listening = server.twice.empty() && server.told->standing().is == Standing::Is::ready;
  if (std::exchange(server.listening, listening) != listening) around_.end.listens(server.number, listening);
  ServerStanding now = standing_now(server);
  if (now == server.standing) return;
  server.standing = std::move(now);
  around_.end.changed(server.number);
}

ServerStanding Servers::All::standing_now(const Server& server) {
  using Is = ServerStanding::Is;
  const Standing& asked = server.questions->standing();
  if (asked.is != Standing::Is::ready) return {.is = is_of(asked), .words = in_words(asked)};
  if (!server.twice.empty()) return {.is = Is::twice, .words = server.twice};
  const Standing& told = server.told->standing();
  if (told.is == Standing::Is::unfit) return {.is = Is::unfit, .words = in_words(told)};
  if (std::string faults = server.troubles.in_words(); !faults.empty())
    return {.is = Is::faulty, .words = std::move(faults)};
  if (told.is != Standing::Is::ready) return {.is = Is::deaf, .words = "it is not listened to: " + in_words(told)};
  if (server.empty)
    return {.is = Is::empty,
            .words = "it holds nothing of the session: what it held it has lost, and is given again where "
                     "most of the others hold it"};
  return {.is = Is::ready, .words = "ready"};
}

void Servers::All::look_later() {
  timer_.expires_after(look_every);
  timer_.async_wait([weak = weak_from_this()](const boost::system::error_code& error) {
    const auto self = weak.lock();
    if (error || !self) return;
    self->look_at_idle();
    self->look_later();
  });
}

void Servers::All::look_at_idle() {
  for (const auto& server : servers_)
    if (!std::exchange(server->asked, false) && server->questions->standing().is == Standing::Is::ready) {
      ask(*server, std::nullopt, no_set, anything());
      server->asked = false;
    }
}

// ---- as they are used

Servers::Servers(Around around) : all_(std::make_shared<All>(std::move(around))) { all_->begin(); }

Servers::~Servers() = default;

void Servers::carry(Request request) { all_->carry(std::move(request)); }

const ServerStanding& Servers::standing_of(ServerNumber server) const { return all_->standing_of(server); }

std::string Servers::why_unfit() const { return all_->why_unfit(); }

const Troubles& Servers::troubles_of(ServerNumber server) const { return all_->troubles_of(server); }

std::string_view name(ServerStanding::Is is) {
  switch (is) {
  case ServerStanding::Is::away:
    return "away";
  case ServerStanding::Is::unfit:
    return "unfit";
  case ServerStanding::Is::twice:
    return "twice";
  case ServerStanding::Is::deaf:
    return "deaf";
  case ServerStanding::Is::faulty:
    return "faulty";
  case ServerStanding::Is::empty:
    return "empty";
  case ServerStanding::Is::ready:
    break;
  }
  return "ready";
}

}  // namespace rostrum::ledger::redis
