#include "ledger/agreed/candidate.hpp"

#include <algorithm>

#include "base/planted.hpp"

namespace rostrum::ledger {

Candidate::Candidate(Outgoing& outgoing, std::size_t servers, Right right)
    : questions_(outgoing),
      right_(std::move(right)),
      highest_(right_.term),
      grants_(servers) {
  for (ServerNumber server = 0; server < servers; ++server) raise(server);
}

void Candidate::raise(ServerNumber server) {
  questions_.ask(server, ask::Raise{right_}, [this, server](const Reply* reply) {
    if (confirming_) return;
    if (!reply) return raise(server);
    if (const auto* refused = std::get_if<reply::Refused>(&reply->is)) highest_ = std::max(highest_, refused->term);
    const auto* granted = std::get_if<reply::Granted>(&reply->is);
    if (!granted) return;
    if (granted->last >= right_.term) highest_ = std::max(highest_, granted->last.next());
    grants_[server] = Grant{.life = reply->life, .log = *granted};
    const auto count = std::ranges::count_if(grants_, [](const auto& grant) { return grant.has_value(); });
    if (most(static_cast<std::size_t>(count), grants_.size())) confirm();
  });
}

void Candidate::confirm() {
  confirming_ = true;
  for (ServerNumber server = 0; server < grants_.size(); ++server)
    if (grants_[server]) confirm(server);
}

void Candidate::confirm(ServerNumber server) {
  if (planted::is(planted::Bug::grants_not_confirmed)) {
    grants_[server]->confirmed = true;
    return count();
  }
  questions_.ask(server, ask::Confirm{.right = right_, .seq = {}}, [this, server](const Reply* reply) {
    if (won_) return;
    if (!reply) return confirm(server);
    if (std::holds_alternative<reply::Confirmed>(reply->is) && reply->life == grants_[server]->life)
      grants_[server]->confirmed = true;
    count();
  });
}

void Candidate::count() {
  Won won{.right = right_, .granted = std::vector<ServerLife>(grants_.size()), .log = {}};
  std::optional<std::pair<Term, Seq>> best;
  std::size_t confirmed = 0;
  for (ServerNumber server = 0; server < grants_.size(); ++server) {
    const auto& grant = grants_[server];
    if (!grant || !grant->confirmed) continue;
    ++confirmed;
    won.granted[server] = grant->life;
    const std::pair log(grant->log.last, grant->log.length);
    if (best && (log <= *best || planted::is(planted::Bug::first_log_not_longest))) continue;
    best = log;
    won.best = server;
    won.log = grant->log;
  }
  // A log may have come from elsewhere, with terms above what its servers were ever raised to.
  if (most(confirmed, grants_.size()) && won.log.last < right_.term) won_ = std::move(won);
}

}  // namespace rostrum::ledger
