// A node of several, whose ledger and courier a test plays, beside the hall of the node that writes. What becomes final
// there is given here when the test says so.
#pragma once

#include "chamber/hall.hpp"

namespace rostrum::chamber {

class PlayedLedger final : public ledger::Ledger, public ledger::Courier {
 public:
  struct Proposed {
    Seq seq;
    wire::StoredCommit commit;
  };
  struct Carried {
    GrantId grant;
    wire::ClientCommand command;
    bool present = false;
    ledger::TakeAnswer answer;
  };

  explicit PlayedLedger(journal::Journal& archive) : archive_(archive) {}

  void start(ledger::Listener& listener) override { listener_ = &listener; }
  void propose(Seq seq, wire::StoredCommit commit) override { proposed.push_back({seq, std::move(commit)}); }
  void still_writing(std::function<void(bool)> then) override { asked.push_back(std::move(then)); }
  void hand_over() override {}
  [[nodiscard]] bool has_others() const override { return true; }
  void read(std::function<void(journal::Journal&)> then) override { then(archive_); }
  void forward(const GrantId& grant, const wire::ClientCommand& command, bool present,
               ledger::TakeAnswer answer) override {
    carried.push_back({grant, command, present, std::move(answer)});
  }

  [[nodiscard]] ledger::Listener& listener() { return *listener_; }

  std::vector<Proposed> proposed;
  std::vector<std::function<void(bool)>> asked;
  std::vector<Carried> carried;

 private:
  journal::Journal& archive_;
  ledger::Listener* listener_ = nullptr;
};

class Node {
 public:
  explicit Node(const council::Programme& programme = council::small_programme()) : writer(programme) {
    REQUIRE(archive.append({1}, writer.memory.commits().front()));
    auto opened = Chamber::open(parts_on(ledger, scheduler, writer.clock, hub), archive, programme);
    if (!opened) FAIL(opened.error().why);
    chamber = *std::move(opened);
  }

  /// What the writer has written is final here too, and in the archive unless that lags behind.
  void catch_up(bool archived = true) {
    for (Seq seq = chamber->seq().next(); seq <= writer.memory.tail().seq; seq = seq.next()) {
      const auto& commit = writer.memory.commits()[seq.value - 1];
      if (archived) REQUIRE(archive.append(seq, commit));
      ledger.listener().final({.seq = seq, .digest = sha256(commit.bytes), .stored = commit});
    }
    scheduler.settle();
  }

  void write(std::uint64_t term = 2) {
    ledger.listener().began_writing({term});
    scheduler.settle();
  }
  /// What is proposed here has become final.
  void settle_proposed() {
    const auto proposed = std::exchange(ledger.proposed, {});
    REQUIRE(proposed.size() == 1);
    give(proposed.front());
  }
  void give(const PlayedLedger::Proposed& proposed) {
    ledger.listener().final({.seq = proposed.seq, .digest = sha256(proposed.commit.bytes), .stored = proposed.commit});
    scheduler.settle();
  }
  void stop() {
    ledger.listener().stopped_writing();
    scheduler.settle();
  }

  /// A device here sends a command; what it is answered is kept in order.
  struct Sent {
    std::vector<Answer> answers;
    std::uint64_t shown = 0;  // to `screen`, when it was answered
  };
  std::shared_ptr<Sent> send(const GrantId& grant, council::Act act, const std::string& id,
                             council::Present present = {}) {
    const auto sent = std::make_shared<Sent>();
    chamber->take(grant, command(std::move(act), id), std::make_shared<const council::Present>(std::move(present)),
                  [this, sent](const Answer& answer) {
                    sent->answers.push_back(answer);
                    sent->shown = screen ? screen->store.seq() : 0;
                  });
    scheduler.settle();
    return sent;
  }
  static wire::ClientCommand command(council::Act act, const std::string& id) {
    const Digest digest = Hall::digest_of(act);
    return {.id = id, .expires_at = {}, .command = {std::move(act), {}}, .digest = digest};
  }

  std::shared_ptr<Follower> follow(const GrantId& grant) {
    auto follower = std::make_shared<Follower>();
    chamber->join(grant, follower->codec, std::nullopt, [&](const LetIn& joined) {
      REQUIRE(joined);
      follower->audience = joined->hello.audience;
      follower->delegation = joined->hello.delegation;
      for (const Frame& frame : joined->frames) follower->take(*frame);
      hub.followers.push_back(follower);
    });
    scheduler.settle();
    return follower;
  }

  Hall writer;
  journal::MemoryJournal archive;
  PlayedLedger ledger{archive};
  SteppedScheduler scheduler;
  RecordingHub hub;
  std::unique_ptr<Chamber> chamber;
  std::shared_ptr<Follower> screen;  // where a test wants to know what was shown when
};

}  // namespace rostrum::chamber
