// N1 over the wire: a server that is killed at random writes, again and again, while people act. Everyone notes each
// Ack; what was not answered is sent again under its id to the server that comes back. In the end the log is held
// against the notes.
#include <atomic>
#include <cstdlib>
#include <map>
#include <random>
#include <set>
#include <thread>

#include "integration/support/acts.hpp"
#include "journal/sqlite/sqlite_journal.hpp"
#include "wire/stored.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

constexpr int rounds_in_short = 12;

int rounds() {
  const char* asked = std::getenv("ROSTRUM_KILL_ROUNDS");
  return asked == nullptr ? rounds_in_short : std::max(1, std::atoi(asked));
}

/// What the actors and the one who kills tell each other.
struct Shared {
  std::atomic<bool> going_on = true;
  std::atomic<std::uint64_t> starts = 1;        // of the server; who finds it away waits for the next
  std::atomic<std::uint64_t> acknowledged = 0;  // acts, by all actors
};

using Name = std::pair<std::uint64_t, std::uint32_t>;  // sequence, index
using Key = std::pair<std::string, std::string>;       // seat, command id

/// One who acts without a pause, whatever becomes of the server, and notes what was acknowledged.
class Actor {
 public:
  Actor(std::string seat, std::uint16_t port, std::string code, Shared& shared)
      : seat_(std::move(seat)),
        port_(port),
        code_(std::move(code)),
        shared_(shared) {}
  virtual ~Actor() = default;

  void run() {
    while (shared_.going_on || pending_) {
      const std::uint64_t starts = shared_.starts;
      if (!client_ && !connect()) {
        if (away_) shared_.starts.wait(starts);
        continue;
      }
      if (!pending_) {
        pending_ = next(client_->store());
        pending_->set_id(seat_ + "-" + std::to_string(++sent_));
      }
      const auto answer = client_->act(*pending_, std::chrono::seconds(5));
      if (!answer) {
        held_ = client_->store();
        client_.reset();
        continue;
      }
      note(*answer);
      pending_.reset();
    }
  }

  std::map<Key, Name> acknowledged;
  std::uint64_t rejected = 0;

 protected:
  virtual v1::Command next(const client::Store& store) = 0;

 private:
  bool connect() {
    auto client = client::Client::connect({.port = port_}, client::Codec::protobuf, held_, std::chrono::seconds(2));
    away_ = !client && client.error().kind == client::Failure::Kind::unreachable;
    if (!client || !(*client)->sign_in(code_, std::chrono::seconds(2))) return false;
    client_ = *std::move(client);
    return true;
  }

  void note(const client::Answer& answer) {
    if (const auto* ack = std::get_if<v1::Ack>(&answer))
      acknowledged[{seat_, ack->command_id()}] = {ack->seq(), ack->index()};
    else
      ++rejected;
    ++shared_.acknowledged;
    shared_.acknowledged.notify_all();
  }

  std::string seat_;
  std::uint16_t port_;
  std::string code_;
  Shared& shared_;
  std::unique_ptr<client::Client> client_;
  client::Store held_;
  std::optional<v1::Command> pending_;
  bool away_ = false;  // the server, when it was last looked for
  int sent_ = 0;
};

/// Asks for the floor where it does not wait, and withdraws where it does.
class Delegation final : public Actor {
 public:
  Delegation(const std::string& id, std::uint16_t port, const std::string& code, Shared& shared)
      : Actor(id, port, code, shared),
        id_(id) {}

 private:
  v1::Command next(const client::Store& store) override {
    for (const auto& [key, entity] : store.entities()) {
      if (!entity.has_entry() || entity.entry().delegation() != id_) continue;
      v1::Command command;
      command.mutable_withdraw_entry()->set_entry(entity.entry().id());
      return command;
    }
    return request_floor();
  }

  std::string id_;
};

/// Gives the floor to whoever is next, or changes a limit where nobody waits.
class Chair final : public Actor {
 public:
  using Actor::Actor;

 private:
  v1::Command next(const client::Store& store) override {
    const auto* queue = store.find(std::string("queue/") + panel);
    if (queue != nullptr && queue->queue().entries_size() > 0) return give_floor(queue->queue().entries(0));
    v1::Command command;
    command.mutable_set_limit()->set_panel(panel);
    command.mutable_set_limit()->set_of(v1::LIMIT_OF_QUESTION);
    command.mutable_set_limit()->set_limit_ms(60'000 + 1'000 * (++changes_ % 2));
    return command;
  }

  int changes_ = 0;
};

/// Each act of the log by seat and command id. An act that stands there twice fails the test.
std::map<Key, Name> acts_in_log(const std::filesystem::path& data) {
  std::map<Key, Name> acts;
  auto journal = journal::open_sqlite_journal(data / "journal.sqlite", journal::Access::read_only);
  REQUIRE(journal);
  const auto read = (*journal)->read({1}, [&](Seq seq, wire::StoredView stored) {
    const auto commit = wire::decode_commit(stored);
    REQUIRE(commit);
    std::uint32_t index = 0;
    for (const wire::StoredAct& act : commit->acts) {
      INFO("an act stands in the log twice: " << act.actor.value << " " << act.command_id);
      REQUIRE(acts.emplace(Key{act.actor.value, act.command_id}, Name{seq.value, index++}).second);
    }
    return true;
  });
  REQUIRE(read);
  return acts;
}

}  // namespace

TEST_CASE("N1 killed at random writes, the log holds every acknowledged act once, where its Ack said") {
  ServerProcess server({.limits = "items_per_second_max=100000,items_burst_max=100000"});
  {
    const auto chair = signed_in(server, "chair");
    must(*chair, open_meeting());
    must(*chair, open_panel());
    v1::Command open_list;
    open_list.mutable_open_list()->set_panel(panel);
    (void)chair->act(open_list);  // the programme may have opened it already
  }
  Shared shared;
  std::vector<std::unique_ptr<Actor>> actors;
  for (const char* id : {"KE", "CL", "MA", "PH"})
    actors.push_back(std::make_unique<Delegation>(id, server.port(), server.code(id), shared));
  actors.push_back(std::make_unique<Chair>("chair", server.port(), server.code("chair"), shared));
  std::vector<std::thread> threads;
  for (const auto& actor : actors) threads.emplace_back([&actor] { actor->run(); });

  std::mt19937_64 random(std::random_device{}());
  for (int round = 0; round < rounds(); ++round) {
    // Right after some answer others are being written: the kill falls anywhere in a write, or between two.
    const std::uint64_t until = shared.acknowledged + std::uniform_int_distribution<std::uint64_t>(0, 30)(random);
    for (std::uint64_t seen = shared.acknowledged; seen < until; seen = shared.acknowledged)
      shared.acknowledged.wait(seen);
    server.kill_hard();
    server.start();
    ++shared.starts;
    shared.starts.notify_all();
  }
  shared.going_on = false;
  for (std::thread& thread : threads) thread.join();
  CHECK(server.stop().status == 0);

  const auto log = acts_in_log(server.data());
  std::size_t compared = 0;
  for (const auto& actor : actors) {
    CHECK_FALSE(actor->acknowledged.empty());
    for (const auto& [key, name] : actor->acknowledged) {
      INFO("acknowledged to " << key.first << " as " << key.second << ": (" << name.first << ", " << name.second
                              << ")");
      const auto found = log.find(key);
      REQUIRE(found != log.end());
      REQUIRE(found->second == name);
      ++compared;
    }
  }
  WARN(rounds() << " kills, " << compared << " acknowledged acts found in the log, each once");
}
