#include "simulation/checks.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "base/assert.hpp"
#include "council/evolve.hpp"
#include "council/invariants.hpp"
#include "support/entity_bytes.hpp"
#include "support/privacy.hpp"

namespace rostrum::simulation {

namespace {

using test::bytes_of;
using test::Picture;

Picture picture(const client::Entities& entities) {
  Picture made;
  for (const auto& [key, entity] : entities) made.emplace(key, bytes_of(entity));
  return made;
}

/// What `viewer` would hold after a fresh snapshot.
Picture fresh(const council::State& state, const views::Viewer& viewer) {
  const wire::Snapshot snapshot{.position = {}, .entities = views::project(state, viewer)};
  v1::ServerFrame frame;
  ROSTRUM_ASSERT(frame.ParseFromString(wire::encode(wire::Codec::protobuf, snapshot)));
  Picture made;
  for (const v1::Entity& entity : frame.items(0).snapshot().entities()) made.emplace(entity.key(), bytes_of(entity));
  return made;
}

/// The first key that differs, and how.
std::string difference(const Picture& held, const Picture& wanted) {
  for (const auto& [key, bytes] : wanted) {
    const auto found = held.find(key);
    if (found == held.end()) return "lacks " + key;
    if (found->second != bytes) return "holds an old " + key;
  }
  for (const auto& [key, bytes] : held)
    if (!wanted.contains(key)) return "still holds " + key;
  return {};
}

wire::Commit commit_at(const Truth& truth, Seq seq) {
  auto commit = wire::decode_commit(truth.commits().at(seq.value - 1));
  ROSTRUM_ASSERT(commit.has_value());
  return *std::move(commit);
}

/// Every act in the log by its sender and id, and the commit that made a grant void.
struct Acts {
  std::map<std::pair<GrantId, std::string>, std::vector<ActName>> named;
  std::map<GrantId, Seq> revoked;
};

Acts acts_in(const Truth& truth) {
  Acts acts;
  for (Seq seq{1}; seq.value <= truth.commits().size(); seq = seq.next()) {
    std::uint32_t index = 0;
    for (const wire::StoredAct& act : commit_at(truth, seq).acts) {
      acts.named[{act.grant, act.command_id}].push_back({.seq = seq, .index = index++});
      for (const council::Event& event : act.events)
        if (const auto* revoked = std::get_if<council::GrantRevoked>(&event)) acts.revoked.emplace(revoked->grant, seq);
    }
  }
  return acts;
}

std::string text_of(const ActName& act) { return fmt::format("({}, {})", act.seq.value, act.index); }

std::string wrong_answer(const Acts& acts, const Client& client, const std::string& id, const Sent& sent) {
  const auto found = acts.named.find({sent.grant, id});
  const std::string who = client.name() + "'s " + id;
  if (found == acts.named.end())
    return sent.act ? who + " was acknowledged as " + text_of(*sent.act) + " and is not in the log" : "";
  const ActName stands = found->second.front();
  if (sent.act && *sent.act != stands)
    return who + " was acknowledged as " + text_of(*sent.act) + " and is " + text_of(stands) + " in the log";
  if (sent.code && sent.copies == 1)
    return who + " was rejected with " + *sent.code + " and is " + text_of(stands) + " in the log";
  return {};
}

}  // namespace

const council::State& Replica::at(Seq seq) {
  while (seq_ < seq) {
    seq_ = seq_.next();
    std::uint32_t index = 0;
    for (const wire::StoredAct& act : commit_at(truth_, seq_).acts) {
      const council::Stamp stamp{.act = {.seq = seq_, .index = index++}, .at = act.at, .actor = act.actor};
      for (const council::Event& event : act.events) council::evolve(state_, event, stamp);
    }
  }
  return state_;
}

std::string wrong_pictures(const Truth& truth, const Clients& clients) {
  std::vector<const Client*> by_seq;
  for (const auto& client : clients)
    if (client->store().position()) by_seq.push_back(client.get());
  std::ranges::sort(by_seq, {}, [](const Client* client) { return std::pair(client->store().seq(), client->name()); });
  Replica replica(truth);
  std::map<std::pair<std::uint64_t, views::Audience>, Picture> wanted;
  for (const Client* client : by_seq) {
    const Seq seq{client->store().seq()};
    const std::string who = fmt::format("{} at commit {} ", client->name(), seq.value);
    if (seq > truth.tail().seq) return who + "has seen more than is in the log";
    const council::State& state = replica.at(seq);
    auto [found, made] = wanted.try_emplace({seq.value, client->audience()});
    if (made) found->second = fresh(state, client->audience());
    const Picture held = picture(client->store().entities());
    if (const auto differs = difference(held, found->second); !differs.empty()) return who + differs;
    const auto broken = test::broken_privacy(state, client->audience(), client->seat().delegation, held,
                                             picture(client->store().private_entities()));
    if (!broken.empty()) return who + "breaks privacy: " + broken;
  }
  return {};
}

std::string wrong_at_rest(const Truth& truth, Node& node, const Clients& clients) {
  Replica replica(truth);
  const council::State& state = replica.at(truth.tail().seq);
  const council::State& live = node.chamber().state();
  for (int audience = 0; audience < views::audience_count; ++audience) {
    const auto viewer = static_cast<views::Audience>(audience);
    if (const auto differs = difference(fresh(live, viewer), fresh(state, viewer)); !differs.empty())
      return fmt::format("the live state's view for {} {}", views::name(viewer), differs);
  }
  for (const DelegationId& delegation : state.delegation_order)
    if (const auto differs = difference(fresh(live, delegation), fresh(state, delegation)); !differs.empty())
      return fmt::format("the live state's view for {} {}", delegation.value, differs);
  if (const auto broken = council::broken_invariant(live); !broken.empty()) return broken;

  std::map<std::string, std::uint32_t> connected;
  for (const auto& client : clients) {
    if (client->shut_out() || client->node() != &node) continue;
    ++connected[client->seat().id.value];
    if (!client->seat().delegation) continue;
    const auto differs =
        difference(picture(client->store().private_entities()), fresh(state, *client->seat().delegation));
    if (!differs.empty()) return client->name() + " at rest " + differs;
  }
  for (const auto& client : clients)
    if (!client->shut_out() && client->node() == &node && client->audience() == views::Audience::desk &&
        client->store().presence() != connected)
      return client->name() + " was told of other devices than there are";
  return {};
}

std::string wrong_answers(const Truth& truth, const Clients& clients) {
  const Acts acts = acts_in(truth);
  for (const auto& [key, names] : acts.named) {
    if (names.size() == 1) continue;
    return fmt::format("{} of {} is in the log as {} and as {}", key.second, key.first.value, text_of(names[0]),
                       text_of(names[1]));
  }
  for (const auto& client : clients) {
    for (const auto& [id, sent] : client->sent())
      if (auto wrong = wrong_answer(acts, *client, id, sent); !wrong.empty()) return wrong;
    for (const auto& [grant, shown] : client->shown()) {
      const auto revoked = acts.revoked.find(grant);
      if (revoked != acts.revoked.end() && shown >= revoked->second.value)
        return fmt::format("{} was shown commit {}, and {} was void from {} on", client->name(), shown, grant.value,
                           revoked->second.value);
    }
  }
  return {};
}

std::string wrong_servers(const Truth& truth, const Servers& servers) {
  for (ledger::ServerNumber number = 0; number < servers.count(); ++number) {
    const ModelServer& server = servers.at(number);
    const std::string who = fmt::format("server {} ", number + 1);
    if (!server.member()) return who + "is a stranger";
    if (server.length() != truth.commits().size())
      return who + fmt::format("holds {} commits, and {} are final", server.length(), truth.commits().size());
    for (Seq seq{1}; seq <= truth.tail().seq; seq = seq.next())
      if (server.commit(seq) != truth.commits()[seq.value - 1])
        return who + fmt::format("holds another commit {}", seq.value);
  }
  return {};
}

}  // namespace rostrum::simulation
