// A chamber with a scheduler that a test drives, a journal in memory, and clients that keep what they are sent: their
// picture is made of decoded frames only, as a real client's is.
#pragma once

#include <catch2/catch.hpp>
#include <deque>
#include <optional>

#include "chamber/begin_log.hpp"
#include "chamber/chamber.hpp"
#include "council/given.hpp"
#include "journal/filling_journal.hpp"
#include "journal/memory/memory_journal.hpp"
#include "ledger/local/local_ledger.hpp"
#include "support/secrets.hpp"
#include "support/stepped_scheduler.hpp"
#include "support/store.hpp"

namespace rostrum::chamber {

using journal::FillingJournal;
using test::SteppedScheduler;

/// A client as the hub knows it.
struct Follower {
  views::Audience audience{};
  std::optional<DelegationId> delegation;
  wire::Codec codec = wire::Codec::protobuf;
  test::Store store;
  bool connected = true;
  std::size_t bytes_received = 0;
  std::size_t frames_received = 0;

  void take(const std::string& bytes) {
    bytes_received += bytes.size();
    ++frames_received;
    store.apply_frame(codec, bytes);
  }
};

class RecordingHub final : public Hub {
 public:
  std::vector<std::shared_ptr<Follower>> followers;
  std::uint64_t deliveries = 0;
  std::function<void()> when_grants_change = [] {};

  PresentThen everybody = std::make_shared<const council::Present>();

  [[nodiscard]] const PresentThen& present() const override { return everybody; }
  void grants_changed() override { when_grants_change(); }
  std::vector<ledger::Standing> standings;
  void standing(const ledger::Standing& standing) override { standings.push_back(standing); }
  void publish(const views::Viewer& viewer, const std::shared_ptr<SharedItem>& item) override {
    for (const auto& follower : followers) {
      const auto* audience = std::get_if<views::Audience>(&viewer);
      const bool addressed =
          audience ? follower->audience == *audience : follower->delegation == std::get<DelegationId>(viewer);
      if (!addressed || !follower->connected) continue;
      follower->take(*item->frame(follower->codec));
      ++deliveries;
    }
  }
};

inline council::RequestFloor request() { return {.panel = council::high_level}; }

inline const std::string epoch_of_tests = "0123456789abcdef";

/// What a chamber has around it; the ledger is its courier as well.
template <class Serving>
Parts parts_on(Serving& ledger, Scheduler& scheduler, Clock& clock, Hub& hub) {
  return {.ledger = ledger,
          .courier = ledger,
          .scheduler = scheduler,
          .clock = clock,
          .hub = hub,
          .secrets = {test::known_salts, test::known_key, test::known_lot}};
}

/// A session on a journal in memory. `restart` is what a killed process and its successor are.
class Hall {
 public:
  explicit Hall(council::Programme programme = council::small_programme()) : programme_(std::move(programme)) {
    restart();
  }

  journal::MemoryJournal memory;
  FillingJournal journal{memory};
  SetClock clock{council::start};
  std::unique_ptr<SteppedScheduler> scheduler;
  std::unique_ptr<ledger::LocalLedger> ledger;
  RecordingHub hub;
  std::unique_ptr<Chamber> chamber;
  PresentThen present = std::make_shared<const council::Present>();

  void restart() {
    chamber.reset();
    ledger.reset();
    scheduler = std::make_unique<SteppedScheduler>();
    ledger = std::make_unique<ledger::LocalLedger>(journal, *scheduler, clock);
    REQUIRE(begin_log(journal, programme_, epoch_of_tests, clock.now(), test::known_salts));
    auto opened = Chamber::open(parts_on(*ledger, *scheduler, clock, hub), journal, programme_);
    if (!opened) FAIL(opened.error().why);
    chamber = *std::move(opened);
  }

  /// Any function of the content serves as its digest here; on the wire it is made from the bytes.
  static Digest digest_of(const council::Act& act, const council::Expects& expects = {}) {
    return sha256(digest_text({act, expects}));
  }

  /// Gives a command to the chamber; the answer is there once it is.
  std::shared_ptr<std::optional<Answer>> send(const GrantId& grant, council::Act act, const std::string& id = "",
                                              council::Expects expects = {},
                                              std::optional<Instant> expires_at = std::nullopt) {
    wire::ClientCommand command{.id = id.empty() ? "c" + std::to_string(++sent_) : id,
                                .expires_at = expires_at,
                                .command = {std::move(act), expects}};
    command.digest = digest_of(command.command.act, expects);
    auto answer = std::make_shared<std::optional<Answer>>();
    chamber->take(grant, std::move(command), present, [answer](const Answer& what) { *answer = what; });
    return answer;
  }

  /// As `send`, until it is answered.
  Answer act(const GrantId& grant, council::Act act, const std::string& id = "", council::Expects expects = {},
             std::optional<Instant> expires_at = std::nullopt) {
    const auto answer = send(grant, std::move(act), id, expires_at ? council::Expects{} : expects, expires_at);
    scheduler->settle();
    REQUIRE(answer->has_value());
    return **answer;
  }

  /// "accepted", or the code of the rejection.
  std::string said(const Answer& answer) {
    const auto* rejection = std::get_if<council::Rejection>(&answer);
    return rejection ? std::string(council::name(rejection->code)) : "accepted";
  }

  std::shared_ptr<Follower> follow(const GrantId& grant, wire::Codec codec = wire::Codec::protobuf) {
    auto follower = std::make_shared<Follower>();
    follower->codec = codec;
    join(grant, follower, std::nullopt);
    return follower;
  }

  /// The client's line is cut; it keeps what it holds.
  void cut(const std::shared_ptr<Follower>& follower) {
    follower->connected = false;
    std::erase(hub.followers, follower);
  }

  wire::Hello join(const GrantId& grant, const std::shared_ptr<Follower>& follower,
                   const std::optional<wire::Position>& position) {
    std::optional<wire::Hello> hello;
    chamber->join(grant, follower->codec, position, [&](const LetIn& joined) {
      REQUIRE(joined);
      hello = joined->hello;
      follower->audience = joined->hello.audience;
      follower->delegation = joined->hello.delegation;
      follower->connected = true;
      for (const Frame& frame : joined->frames) follower->take(*frame);
      hub.followers.push_back(follower);
    });
    scheduler->settle();
    REQUIRE(hello);
    return *hello;
  }

  [[nodiscard]] wire::Position position_of(const wire::Hello& hello, const Follower& follower) const {
    return {.session = hello.session,
            .epoch = hello.epoch,
            .audience = hello.audience,
            .delegation = hello.delegation,
            .seq = {follower.store.seq()}};
  }

  /// A second passes, after which a hall that is held asks whether there is room.
  void wait_for_retry() {
    clock.advance(ledger::retry_after);
    scheduler->wake(clock.now());
    scheduler->settle();
  }

  /// The meeting, panel and list are open.
  void open_floor() {
    for (const council::Act& opening :
         {council::Act{council::OpenMeeting{council::afternoon}}, council::Act{council::OpenPanel{council::high_level}},
          council::Act{council::OpenList{council::high_level}}})
      REQUIRE(said(act(council::chair, opening)) == "accepted");
  }

 private:
  static std::string digest_text(const council::Command& command) {
    return std::string(council::name(command.act)) + std::visit(
                                                         [](const auto& act) {
                                                           if constexpr (requires { act.panel; })
                                                             return act.panel.value;
                                                           else
                                                             return std::string();
                                                         },
                                                         command.act);
  }

  council::Programme programme_;
  int sent_ = 0;
};

}  // namespace rostrum::chamber
