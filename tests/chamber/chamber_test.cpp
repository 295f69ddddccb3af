#include "chamber/hall.hpp"

#include "rostrum/v1/event.pb.h"

using namespace rostrum;
using namespace rostrum::chamber;
using council::chair;
using council::desk;
using council::display;
using council::grant_of;
using council::high_level;

namespace {

/// As many delegations as a real hall has: its snapshot is what patches are held against.
council::Programme full_programme() {
  council::Programme programme = council::small_programme();
  for (int number = 0; number < 110; ++number)
    programme.delegations.push_back({.id = {"D" + std::to_string(number)},
                                     .category = council::Category::member,
                                     .groups = {"APG"},
                                     .name = {{"en", "Delegation " + std::to_string(number)}},
                                     .flag = ""});
  return programme;
}

/// What every follower holds is what a fresh projection would give it.
void check_pictures(const Hall& hall) {
  for (const auto& follower : hall.hub.followers) {
    CHECK(follower->store.seq() == hall.chamber->seq().value);
    CHECK(follower->store.entities() == test::picture(views::project(hall.chamber->state(), follower->audience)));
    if (follower->delegation)
      CHECK(follower->store.private_entities() ==
            test::picture(views::project(hall.chamber->state(), *follower->delegation)));
  }
}

}  // namespace

TEST_CASE("an act is acknowledged once its commit is durable, and not before") {
  Hall hall;
  const auto answer = hall.send(chair, council::OpenMeeting{council::afternoon});
  hall.scheduler->run_posted();
  REQUIRE(hall.scheduler->writing());
  CHECK_FALSE(answer->has_value());
  CHECK(hall.memory.tail().seq == Seq{1});
  hall.scheduler->finish_write();
  REQUIRE(answer->has_value());
  CHECK(std::get<Accepted>(**answer).act == ActName{.seq = {2}, .index = 0});
  CHECK(hall.memory.tail().seq == Seq{2});
}

TEST_CASE("an act is acknowledged with what takes it back, as the floor was before it") {
  Hall hall;
  hall.open_floor();
  const Answer closed = hall.act(chair, council::CloseList{high_level}, "close");
  REQUIRE(std::holds_alternative<Accepted>(closed));
  CHECK(std::get<Accepted>(closed).inverse == std::vector<council::Act>{council::OpenList{high_level}});
  const Answer again = hall.act(chair, council::CloseList{high_level}, "close");
  REQUIRE(std::holds_alternative<Accepted>(again));
  CHECK(std::get<Accepted>(again).inverse.empty());  // answered before: who sent it again may no longer mean it
  const Answer opened = hall.act(chair, council::OpenList{high_level});
  REQUIRE(std::holds_alternative<Accepted>(opened));
  CHECK(std::get<Accepted>(opened).inverse == std::vector<council::Act>{council::CloseList{high_level}});
}

TEST_CASE("what waits is decided one after the other and becomes one commit") {
  Hall hall;
  hall.open_floor();
  const Seq before = hall.chamber->seq();
  const auto first = hall.send(grant_of("CL"), request());
  const auto second = hall.send(grant_of("EC"), request());
  const auto again = hall.send(grant_of("CL"), request());
  hall.scheduler->settle();
  CHECK(std::get<Accepted>(**first).act == ActName{.seq = before.next(), .index = 0});
  CHECK(std::get<Accepted>(**second).act == ActName{.seq = before.next(), .index = 1});
  CHECK(hall.said(**again) == "already_listed");
  CHECK(hall.chamber->seq() == before.next());
}

TEST_CASE("a rejection that rests on a batch waits until the batch is durable") {
  Hall hall;
  hall.open_floor();
  const auto first = hall.send(grant_of("CL"), request());
  const auto again = hall.send(grant_of("CL"), request());
  hall.scheduler->run_posted();
  CHECK_FALSE(again->has_value());
  hall.scheduler->settle();
  CHECK(hall.said(**again) == "already_listed");
}

TEST_CASE("L2 a command is decided by who was here when it came, also where it waits for a commit before it") {
  council::Programme programme = council::small_programme();
  programme.panels[0].present_only = true;
  Hall hall(std::move(programme));
  hall.open_floor();
  const council::RequestFloor for_chile{.panel = high_level, .delegation = DelegationId{"CL"}};
  const auto writing = hall.send(grant_of("EC"), request());
  hall.scheduler->run_posted();
  REQUIRE(hall.scheduler->writing());
  const auto before = hall.send(council::desk, for_chile);
  hall.present = std::make_shared<const council::Present>(council::Present{{"CL"}});
  const auto during = hall.send(council::desk, for_chile);
  hall.present = std::make_shared<const council::Present>();
  hall.scheduler->settle();
  CHECK(hall.said(**before) == "not_present");
  CHECK(hall.said(**during) == "accepted");
}

TEST_CASE("a commit holds so many acts and no more") {
  council::Programme programme = council::small_programme();
  programme.panels[0].several_entries = true;
  Hall hall(programme);
  hall.open_floor();
  const Seq before = hall.chamber->seq();
  for (std::size_t count = 0; count < acts_per_commit_max + 1; ++count) (void)hall.send(grant_of("CL"), request());
  hall.scheduler->settle();
  CHECK(hall.chamber->seq() == before.next().next());
}

TEST_CASE("the same command sent twice acts once, in one batch, later, and after a restart") {
  Hall hall;
  hall.open_floor();
  const auto first = hall.send(grant_of("CL"), request(), "tablet-1");
  const auto same_batch = hall.send(grant_of("CL"), request(), "tablet-1");
  hall.scheduler->settle();
  const ActName act = std::get<Accepted>(**first).act;
  CHECK(std::get<Accepted>(**same_batch).act == act);
  CHECK(std::get<Accepted>(hall.act(grant_of("CL"), request(), "tablet-1")).act == act);
  hall.restart();
  CHECK(std::get<Accepted>(hall.act(grant_of("CL"), request(), "tablet-1")).act == act);
  CHECK(hall.chamber->state().panels.at(high_level).order().size() == 1);
}

TEST_CASE("another content under a used id is refused, and ids of different grants do not meet") {
  Hall hall;
  hall.open_floor();
  REQUIRE(hall.said(hall.act(grant_of("CL"), request(), "1")) == "accepted");
  CHECK(hall.said(hall.act(grant_of("CL"), council::WithdrawEntry{{1}}, "1")) == "command_id_reused");
  CHECK(hall.said(hall.act(grant_of("EC"), request(), "1")) == "accepted");
}

TEST_CASE("a command is refused from the instant on at which it expires, and cannot be valid for long") {
  Hall hall;
  hall.open_floor();
  CHECK(hall.said(hall.act(grant_of("CL"), request(), "a", {}, hall.clock.now())) == "expired");
  CHECK(hall.said(hall.act(grant_of("CL"), request(), "b", {}, hall.clock.now() + expiry_most + Millis{1})) ==
        "out_of_range");
  CHECK(hall.said(hall.act(grant_of("CL"), request(), "c", {}, hall.clock.now() + expiry_most)) == "accepted");
  hall.clock.advance(minutes(11));
  CHECK(hall.said(hall.act(grant_of("CL"), request(), "c", {}, hall.clock.now() - minutes(1))) == "accepted");
}

TEST_CASE("an announced instant acts by itself when it has come, and across a restart") {
  const bool restarted = GENERATE(false, true);
  Hall hall;
  hall.open_floor();
  hall.act(chair, council::AnnounceListClosing{high_level, hall.clock.now() + minutes(10)});
  CHECK(hall.scheduler->waits_until() == hall.clock.now() + minutes(10));
  hall.clock.advance(minutes(10));
  if (restarted) hall.restart();
  hall.scheduler->wake(hall.clock.now());
  hall.scheduler->settle();
  CHECK(hall.chamber->state().panels.at(high_level).list == council::ListStatus::closed);
}

TEST_CASE("a request that arrives with the closing instant finds the list closed") {
  Hall hall;
  hall.open_floor();
  hall.act(chair, council::AnnounceListClosing{high_level, hall.clock.now() + minutes(10)});
  hall.clock.advance(minutes(10));
  CHECK(hall.said(hall.act(grant_of("CL"), request())) == "list_closed");
  CHECK(hall.chamber->state().panels.at(high_level).order().empty());
}

TEST_CASE("a restart while a speech is paused leaves its clock where it was") {
  Hall hall;
  hall.open_floor();
  hall.act(grant_of("CL"), request());
  hall.act(chair, council::GiveFloor{high_level, EntryId{1}});
  hall.clock.advance(seconds(50));
  hall.act(chair, council::PauseSpeech{{1}});
  hall.clock.advance(minutes(5));
  hall.restart();
  const council::Speech& speech = hall.chamber->state().speeches.at({1});
  CHECK(council::is_paused(speech));
  CHECK(council::elapsed(speech, hall.clock.now()) == seconds(50));
}

TEST_CASE("the clock of the session is never before its last commit") {
  Hall hall;
  hall.open_floor();
  hall.clock.set(council::start - minutes(5));
  hall.act(grant_of("CL"), request());
  CHECK(hall.chamber->state().entries.at({1}).requested_at == council::start);
}

TEST_CASE(
    "N3 a client that comes back gets the patches it missed, smaller than a snapshot, and ends at the same view") {
  Hall hall(full_programme());
  hall.open_floor();
  for (const wire::Codec codec : {wire::Codec::protobuf, wire::Codec::json}) {
    const auto follower = std::make_shared<Follower>();
    follower->codec = codec;
    const wire::Hello hello = hall.join(display, follower, std::nullopt);
    const std::size_t snapshot_bytes = follower->bytes_received;
    hall.cut(follower);
    for (const char* delegation : {"CL", "EC", "KE", "MA", "PH"}) hall.act(grant_of(delegation), request());
    for (int count = 0; count < 5; ++count)
      hall.act(chair, council::WithdrawEntry{hall.chamber->state().panels.at(high_level).order().front()});
    follower->bytes_received = follower->frames_received = 0;
    const wire::Hello again = hall.join(display, follower, hall.position_of(hello, *follower));
    CHECK(again.resumed);
    CHECK(follower->frames_received == 10);
    CHECK(follower->bytes_received < snapshot_bytes);
    check_pictures(hall);
    hall.cut(follower);
  }
}

TEST_CASE("N3 a position of another epoch, session, audience, delegation, or too old gets a snapshot") {
  Hall hall;
  hall.open_floor();
  const auto follower = std::make_shared<Follower>();
  const wire::Hello hello = hall.join(grant_of("CL"), follower, std::nullopt);
  const wire::Position sound = hall.position_of(hello, *follower);
  hall.cut(follower);
  hall.act(grant_of("CL"), request());
  const auto resumes = [&](const wire::Position& position) {
    const auto fresh = std::make_shared<Follower>();
    chamber::Chamber& chamber = *hall.chamber;
    bool resumed = false;
    chamber.join(grant_of("CL"), wire::Codec::protobuf, position,
                 [&](const LetIn& joined) { resumed = joined.value().hello.resumed; });
    hall.scheduler->settle();
    return resumed;
  };
  CHECK(resumes(sound));
  auto other = sound;
  other.epoch = "ffffffffffffffffffffffffffffffff";
  CHECK_FALSE(resumes(other));
  other = sound;
  other.session = {"another"};
  CHECK_FALSE(resumes(other));
  other = sound;
  other.audience = views::Audience::desk;
  CHECK_FALSE(resumes(other));
  other = sound;
  other.delegation = DelegationId{"EC"};
  CHECK_FALSE(resumes(other));
  other = sound;
  other.seq = {hall.chamber->seq().value + 1};
  CHECK_FALSE(resumes(other));
  hall.restart();  // nothing is kept of what was published before
  CHECK_FALSE(resumes(sound));
}

TEST_CASE("a patch is encoded once per audience and codec, however many receive it") {
  Hall hall;
  hall.open_floor();
  for (int count = 0; count < 10; ++count) (void)hall.follow(display);
  for (int count = 0; count < 5; ++count) (void)hall.follow(grant_of("CL"), wire::Codec::json);
  const std::uint64_t encoded = hall.chamber->counters().patches_encoded;
  const std::uint64_t delivered = hall.hub.deliveries;
  hall.act(grant_of("EC"), request());
  CHECK(hall.chamber->counters().patches_encoded - encoded == 2);
  CHECK(hall.hub.deliveries - delivered == 15);
}

TEST_CASE("a snapshot is encoded once per audience, codec and sequence, however many come back at once") {
  Hall hall;
  hall.open_floor();
  const std::uint64_t encoded = hall.chamber->counters().snapshots_encoded;
  for (int count = 0; count < 50; ++count) (void)hall.follow(display);
  CHECK(hall.chamber->counters().snapshots_encoded - encoded == 1);
}

TEST_CASE("who signs in while a commit is being written is let in at what is final, and misses nothing") {
  Hall hall;
  hall.open_floor();
  const std::uint64_t before = hall.chamber->seq().value;
  (void)hall.send(grant_of("CL"), request());
  hall.scheduler->run_posted();
  REQUIRE(hall.scheduler->writing());
  const auto follower = std::make_shared<Follower>();
  hall.chamber->join(display, wire::Codec::protobuf, std::nullopt, [&](const LetIn& joined) {
    for (const Frame& frame : joined.value().frames) follower->take(*frame);
    hall.hub.followers.push_back(follower);
  });
  hall.scheduler->run_posted();
  CHECK(follower->store.seq() == before);
  CHECK_FALSE(follower->store.entities().contains("entry/1"));
  hall.scheduler->settle();
  CHECK(follower->store.seq() == before + 1);
  CHECK(follower->store.entities().contains("entry/1"));
  hall.act(grant_of("EC"), request());
  check_pictures(hall);
}

TEST_CASE("a grant that is not known is not let in") {
  Hall hall;
  bool refused = false;
  hall.chamber->join({"nobody.1"}, wire::Codec::protobuf, std::nullopt,
                     [&](const LetIn& joined) { refused = !joined; });
  hall.scheduler->settle();
  CHECK(refused);
}

TEST_CASE("a removed entry tells its own delegation and nobody else") {
  Hall hall;
  hall.open_floor();
  const auto chile = hall.follow(grant_of("CL"));
  const auto ecuador = hall.follow(grant_of("EC"));
  const auto screen = hall.follow(display);
  hall.act(grant_of("CL"), request());
  hall.act(chair, council::RemoveEntry{{1}});
  CHECK(chile->store.private_entities().contains("standing/CL"));
  CHECK(ecuador->store.private_entities().empty());
  CHECK_FALSE(screen->store.entities().contains("standing/CL"));
  check_pictures(hall);
}

TEST_CASE(
    "while the journal has no room commands are held, nothing is half applied, and it goes on when there is room") {
  Hall hall;
  hall.open_floor();
  const auto screen = hall.follow(display);
  hall.journal.full = true;
  CHECK(hall.said(hall.act(grant_of("CL"), request(), "1")) == "held");
  CHECK(hall.chamber->held());
  CHECK(hall.chamber->state().panels.at(high_level).order().empty());
  hall.journal.full = false;
  hall.wait_for_retry();
  CHECK_FALSE(hall.chamber->held());
  CHECK(hall.said(hall.act(grant_of("CL"), request(), "1")) == "accepted");
  check_pictures(hall);
}

TEST_CASE(
    "C5 a command's digest is stored under a key, and one that a version of before has stored plain is known too") {
  Hall hall;
  hall.open_floor();
  const ActName act = std::get<Accepted>(hall.act(grant_of("CL"), request(), "tablet-1")).act;
  auto commits = hall.memory.commits();
  const auto stored = wire::decode_commit(commits.back()).value();
  v1::Commit last;
  REQUIRE(last.ParseFromString(commits.back().bytes));
  const Digest plain = hall.digest_of(request());
  CHECK(stored.acts.front().command_digest == test::known_key(plain));
  CHECK(plain != test::known_key(plain));

  last.set_format(wire::format_of_before);
  last.mutable_acts(0)->set_command_digest(std::string(as_bytes(plain)));
  REQUIRE(commits.back().beside.empty());
  commits.back().bytes = last.SerializeAsString();
  journal::MemoryJournal of_before(std::move(commits));
  SteppedScheduler scheduler;
  ledger::LocalLedger ledger(of_before, scheduler, hall.clock);
  const auto opened =
      Chamber::open(parts_on(ledger, scheduler, hall.clock, hall.hub), of_before, council::small_programme());
  REQUIRE(opened);
  const auto again = [&](const council::Act& content) {
    std::optional<Answer> said;
    (*opened)->take(grant_of("CL"), {.id = "tablet-1", .command = {.act = content}, .digest = hall.digest_of(content)},
                    hall.present, [&](const Answer& answer) { said = answer; });
    scheduler.settle();
    return said.value();
  };
  CHECK(std::get<Accepted>(again(request())).act == act);
  CHECK(hall.said(again(council::OpenList{high_level})) == "command_id_reused");
}

TEST_CASE("a command that is durable is answered so, also while the journal has no room") {
  Hall hall;
  hall.open_floor();
  const Answer first = hall.act(grant_of("CL"), request(), "1");
  hall.journal.full = true;
  const auto fresh = hall.send(grant_of("EC"), request());
  const auto again = hall.send(grant_of("CL"), request(), "1");
  hall.scheduler->settle();
  CHECK(hall.said(**fresh) == "held");
  CHECK(std::get<Accepted>(**again).act == std::get<Accepted>(first).act);
  REQUIRE(hall.chamber->held());
  CHECK(std::get<Accepted>(hall.act(grant_of("CL"), request(), "1")).act == std::get<Accepted>(first).act);
  CHECK(hall.said(hall.act(grant_of("CL"), council::OpenList{high_level}, "1")) == "command_id_reused");
}

TEST_CASE("commands to a hall that is held are answered at once: nothing is decided, read or written") {
  Hall hall;
  hall.open_floor();
  hall.journal.full = true;
  const auto first = hall.send(grant_of("CL"), request());
  hall.scheduler->run_posted();
  REQUIRE(hall.scheduler->writing());
  const auto during = hall.send(grant_of("EC"), request());  // waits for what is being written
  hall.scheduler->settle();
  CHECK(hall.said(**first) == "held");
  REQUIRE(during->has_value());
  CHECK(hall.said(**during) == "held");
  const auto readings = hall.journal.readings;
  for (int count = 0; count < 10; ++count) {
    const auto answer = hall.send(grant_of("CL"), request());
    hall.scheduler->run_posted();
    CHECK_FALSE(hall.scheduler->writing());
    REQUIRE(answer->has_value());
    CHECK(hall.said(**answer) == "held");
  }
  CHECK(hall.journal.readings == readings);
  CHECK(hall.journal.probes == 0);
}

TEST_CASE("a hall stays held while there is no room, though nobody acts, and asks once a second") {
  Hall hall;
  hall.open_floor();
  const auto before = hall.chamber->seq();
  hall.journal.full = true;
  CHECK(hall.said(hall.act(grant_of("CL"), request())) == "held");
  for (std::size_t second = 1; second <= 5; ++second) {
    CAPTURE(second);
    CHECK(hall.scheduler->waits_until() == hall.clock.now() + ledger::retry_after);
    hall.wait_for_retry();
    CHECK(hall.chamber->held());
    CHECK(hall.journal.probes == second);
  }
  hall.journal.full = false;
  hall.wait_for_retry();
  CHECK_FALSE(hall.chamber->held());
  CHECK(hall.journal.probes == 6);
  CHECK(hall.ledger->room_tries() == 6);
  CHECK(hall.chamber->seq() == before);
  CHECK(hall.said(hall.act(grant_of("CL"), request())) == "accepted");
}

TEST_CASE("what comes while a held hall asks for room is held at once, and a stop waits for what it finds") {
  const bool full = GENERATE(true, false);
  Hall hall;
  hall.open_floor();
  hall.journal.full = true;
  CHECK(hall.said(hall.act(grant_of("CL"), request())) == "held");
  hall.journal.full = full;
  hall.clock.advance(ledger::retry_after);
  hall.scheduler->wake(hall.clock.now());
  REQUIRE(hall.scheduler->writing());
  bool idle = false;
  const auto answer = hall.send(grant_of("CL"), request());
  hall.chamber->when_idle([&] { idle = true; });
  hall.scheduler->run_posted();
  REQUIRE(answer->has_value());
  CHECK(hall.said(**answer) == "held");
  CHECK_FALSE(idle);
  hall.scheduler->settle();
  CHECK(idle);
  CHECK(hall.said(hall.act(grant_of("CL"), request())) == (full ? "held" : "accepted"));
}

TEST_CASE("who joins or is refused while a hall is held does not keep it from being ready again") {
  Hall hall;
  hall.open_floor();
  hall.act(chair, council::AnnounceListClosing{high_level, hall.clock.now() + minutes(60)});
  hall.journal.full = true;
  CHECK(hall.said(hall.act(grant_of("CL"), request())) == "held");
  hall.follow(display);
  CHECK(hall.said(hall.act(display, request())) == "held");
  REQUIRE(hall.chamber->held());
  hall.journal.full = false;
  hall.wait_for_retry();
  CHECK_FALSE(hall.chamber->held());
  CHECK(hall.scheduler->waits_until() == hall.clock.now() - ledger::retry_after + minutes(60));
}

TEST_CASE("a deadline that passes while the journal has no room acts when there is room again") {
  Hall hall;
  hall.open_floor();
  hall.act(chair, council::AnnounceListClosing{high_level, hall.clock.now() + minutes(1)});
  hall.clock.advance(minutes(1));
  hall.journal.full = true;
  hall.scheduler->wake(hall.clock.now());
  hall.scheduler->settle();
  CHECK(hall.chamber->state().panels.at(high_level).list == council::ListStatus::closing);
  hall.wait_for_retry();
  CHECK(hall.chamber->held());
  hall.journal.full = false;
  hall.wait_for_retry();
  CHECK(hall.chamber->state().panels.at(high_level).list == council::ListStatus::closed);
}

TEST_CASE("so many commands wait and no more") {
  Hall hall;
  std::vector<std::shared_ptr<std::optional<Answer>>> answers;
  for (std::size_t count = 0; count < waiting_commands_max + 1; ++count)
    answers.push_back(hall.send(chair, council::OpenMeeting{council::afternoon}));
  hall.scheduler->settle();
  CHECK(hall.said(**answers.back()) == "unconfirmed");  // a copy of it may be among those that wait
  CHECK(hall.said(**answers[waiting_commands_max - 1]) == "meeting_already_open");
}

TEST_CASE("an old command is forgotten once nobody can send it again") {
  Hall hall;
  hall.open_floor();
  hall.act(grant_of("CL"), request(), "1");
  hall.clock.advance(duplicates_remembered + Millis{1});
  REQUIRE(hall.said(hall.act(grant_of("EC"), request())) == "accepted");  // by the log, not by a clock
  CHECK(hall.said(hall.act(grant_of("CL"), request(), "1")) == "already_listed");
}

TEST_CASE("a journal of another session is not gone on with") {
  Hall hall;
  council::Programme other = council::small_programme();
  other.session.id = {"another"};
  ledger::LocalLedger ledger(hall.journal, *hall.scheduler, hall.clock);
  const auto opened = Chamber::open(parts_on(ledger, *hall.scheduler, hall.clock, hall.hub), hall.journal, other);
  REQUIRE_FALSE(opened);
  CHECK(opened.error().why.find("council-test") != std::string::npos);
}

TEST_CASE("a stop waits for what is being written and for what waits") {
  Hall hall;
  bool idle = false;
  (void)hall.send(chair, council::OpenMeeting{council::afternoon});
  hall.scheduler->run_posted();
  hall.chamber->when_idle([&] { idle = true; });
  hall.scheduler->run_posted();
  CHECK_FALSE(idle);
  hall.scheduler->settle();
  CHECK(idle);
}

TEST_CASE("S1 every version of a text is kept in the journal, also one that another has replaced") {
  Hall hall;
  hall.open_floor();
  (void)hall.send(council::grant_of("CL"), council::RequestFloor{.panel = council::high_level});
  hall.scheduler->settle();
  const EntryId entry = hall.chamber->state().panels.at(council::high_level).order().front();
  for (const char* text : {"The first version.", "The second version."}) {
    (void)hall.send(council::grant_of("CL"), council::SubmitStatement{.entry = entry, .language = "en", .text = text});
    hall.scheduler->settle();
  }
  std::vector<std::string> stored;
  REQUIRE(hall.memory.read({1}, [&](Seq, wire::StoredView of) {
    const auto commit = wire::decode_commit(of);
    for (const auto& act : commit->acts)
      for (const auto& event : act.events)
        if (const auto* submitted = std::get_if<council::StatementSubmitted>(&event))
          stored.push_back(submitted->paragraphs.at(0));
    return true;
  }));
  CHECK(stored == std::vector<std::string>{"The first version.", "The second version."});
}
