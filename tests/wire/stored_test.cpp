// Stored commits: what is refused, and in which words.
#include "wire/stored.hpp"

#include <limits>

#include "council/small_programme.hpp"
#include "rostrum/v1/event.pb.h"
#include "support/secrets.hpp"
#include "wire/messages.hpp"

namespace rostrum::wire {

namespace {

/// A sound commit of two acts, two events each, as a message to be spoilt.
v1::Commit sound() {
  v1::Commit commit;
  commit.set_format(1);
  commit.set_session("session-1");
  commit.set_epoch(std::string(epoch_bytes, 'e'));
  commit.set_term(1);
  commit.set_seq(7);
  commit.set_previous_digest(std::string(32, 'd'));
  for (int number = 0; number < 2; ++number) {
    v1::StoredAct& act = *commit.add_acts();
    act.set_grant("chair.1");
    act.set_command_id("command");
    act.set_command_digest(std::string(32, 'c'));
    act.set_actor("chair");
    act.set_act("open_panel");
    act.set_at(1'000);
    act.add_events()->mutable_panel_opened()->set_panel("panel-1");
    act.add_events()->mutable_list_opened()->set_panel("panel-1");
  }
  return commit;
}

const std::string second_event = "act 1 of commit 7 (open_panel): event 1 ";
// An event as a newer version stores it: its field, 77, holds a message of four bytes.
const std::string event_of_newer("\xea\x04\x04\x0a\x02KE", 7);
const std::string upgrade = " that this version does not know: upgrade this node";

v1::Event& second_event_of_second_act(v1::Commit& commit) { return *commit.mutable_acts(1)->mutable_events(1); }

/// Why the commit is refused; "read" where it is not.
std::string refusal(const v1::Commit& commit) {
  const auto read = decode_commit(test::bytes_of(commit));
  return read ? "read" : read.error();
}

template <class Spoil>
std::string refusal_of(Spoil spoil) {
  v1::Commit commit = sound();
  spoil(commit);
  return refusal(commit);
}

/// The commit that begins a session.
StoredCommit first_commit() {
  Commit commit;
  commit.session = {"session-1"};
  commit.epoch = std::string(epoch_bytes, 'e');
  commit.seq = {1};
  commit.acts = {{.grant = council::system_grant,
                  .command_id = "create-session",
                  .actor = council::system_seat,
                  .act = "create_session",
                  .at = {1'000},
                  .events = {council::SessionCreated{council::small_programme()}}}};
  return encode(commit, rostrum::test::known_salts);
}

void add_unknown_field(google::protobuf::Message& message) {
  message.GetReflection()->MutableUnknownFields(&message)->AddVarint(999, 1);
}

}  // namespace

TEST_CASE("a stored commit that this version knows is read") { CHECK(refusal(sound()) == "read"); }

TEST_CASE("a log with an event that this version does not know is refused, naming its place and its number") {
  v1::Commit commit = sound();
  commit.mutable_acts(1)->set_act("wave");
  REQUIRE(second_event_of_second_act(commit).ParseFromString(event_of_newer));
  const std::string refused = "act 1 of commit 7 (wave): holds an event (number 77)" + upgrade;
  CHECK(refusal(commit) == refused);
  commit.set_format(stored_format);
  CHECK(refusal(commit) == refused);
  // Its words stand beside the commit, where this version knows no place for any.
  v1::Beside beside;
  beside.add_pieces()->set_salt(std::string(salt_bytes, 's'));
  beside.mutable_pieces(0)->add_words("A greeting");
  CHECK(decode_commit(StoredCommit{test::bytes_of(commit), test::bytes_of(beside)}).error() == refused);
  CHECK(refusal_of([](v1::Commit& one) { second_event_of_second_act(one).Clear(); }) ==
        "act 1 of commit 7 (open_panel): holds an event of no kind");
}

TEST_CASE("an event with a field that this version does not know is refused rather than read in part") {
  CHECK(refusal_of([](v1::Commit& commit) {
          add_unknown_field(*second_event_of_second_act(commit).mutable_list_opened());
        }) == second_event + "holds a field" + upgrade);
  CHECK(refusal_of([](v1::Commit& commit) {
          v1::FloorRequested& requested = *second_event_of_second_act(commit).mutable_floor_requested();
          requested.set_kind(v1::KIND_STATEMENT);
          add_unknown_field(*requested.mutable_speaker());
        }) == second_event + "holds a field" + upgrade);
  v1::Commit begun;
  REQUIRE(begun.ParseFromString(first_commit().bytes));
  begun.set_format(format_of_before);  // which needs nothing beside it
  add_unknown_field(
      *begun.mutable_acts(0)->mutable_events(0)->mutable_session_created()->mutable_programme()->mutable_panels(1));
  CHECK(refusal(begun) == "act 0 of commit 1 (create_session): event 0 holds a field" + upgrade);
  CHECK(refusal_of([](v1::Commit& commit) { add_unknown_field(*commit.mutable_acts(0)); }) ==
        "act 0 of commit 7 (open_panel): holds a field" + upgrade);
  CHECK(refusal_of([](v1::Commit& commit) { add_unknown_field(commit); }) == "commit 7 holds a field" + upgrade);
}

TEST_CASE("a word that is not said, or not known, is refused in every event that has one") {
  const auto spoilt = [](auto put) {
    return refusal_of([put](v1::Commit& commit) { put(second_event_of_second_act(commit)); });
  };
  const std::string& at = second_event;
  CHECK(spoilt([](v1::Event& event) { event.mutable_order_policy_set(); }) == at + "has an unknown policy");
  CHECK(spoilt([](v1::Event& event) { event.mutable_limit_set()->set_of(static_cast<v1::LimitOf>(99)); }) ==
        at + "is of a limit of an unknown sort");
  CHECK(spoilt([](v1::Event& event) { event.mutable_at_limit_set(); }) == at + "has an unknown at_limit");
  CHECK(spoilt([](v1::Event& event) { event.mutable_floor_requested(); }) ==
        at + "is of an unknown kind of intervention");
  CHECK(spoilt([](v1::Event& event) { event.mutable_floor_given()->set_entry(1); }) ==
        at + "has a limit of an unknown sort");
  CHECK(spoilt([](v1::Event& event) { event.mutable_floor_given()->set_limit_of(v1::LIMIT_OF_MEMBER); }) ==
        at + "gives the floor to nobody");
  CHECK(spoilt([](v1::Event& event) { event.mutable_speech_paused(); }) == at + "has an unknown cause");
  CHECK(spoilt([](v1::Event& event) { event.mutable_speech_ended(); }) == at + "has an unknown cause");
  CHECK(spoilt([](v1::Event& event) { event.mutable_point_of_order_ruled(); }) == at + "has an unknown ruling");
  CHECK(spoilt([](v1::Event& event) { event.mutable_statement_submitted(); }) == at + "has an unknown format");
  CHECK(spoilt([](v1::Event& event) {
          event.mutable_statement_submitted()->set_format(v1::TEXT_FORMAT_PLAIN);
          event.mutable_statement_submitted()->set_delivery(static_cast<v1::Delivery>(99));
        }) == at + "has an unknown delivery");
  CHECK(spoilt([](v1::Event& event) { event.mutable_statement_released(); }) == at + "has an unknown cause");
  CHECK(spoilt([](v1::Event& event) { event.mutable_signal_raised(); }) == at + "is of an unknown kind of signal");
  CHECK(spoilt([](v1::Event& event) { event.mutable_help_closed(); }) == at + "has an unknown status");
  CHECK(spoilt([](v1::Event& event) { event.mutable_grant_revoked(); }) == at + "has an unknown cause");
  const std::string nobody = at + "is for nobody that this version knows";
  CHECK(spoilt([](v1::Event& event) { event.mutable_notice_sent(); }) == nobody);
  CHECK(spoilt([](v1::Event& event) { event.mutable_notice_sent()->mutable_to()->set_all(false); }) == nobody);
  CHECK(spoilt([](v1::Event& event) { event.mutable_notice_sent()->mutable_to()->set_delegation(""); }) == nobody);
  CHECK(spoilt([](v1::Event& event) {
          event.mutable_notice_sent()->mutable_to()->set_audience(static_cast<v1::Audience>(99));
        }) == nobody);
}

TEST_CASE("a check of a secret that is none, and a speed that no clock has, are refused") {
  const auto spoilt = [](auto put) {
    return refusal_of([put](v1::Commit& commit) { put(second_event_of_second_act(commit)); });
  };
  CHECK(spoilt([](v1::Event& event) { event.mutable_secret_checked()->set_check(std::string(32, 'c')); }) == "read");
  CHECK(spoilt([](v1::Event& event) { event.mutable_secret_checked()->set_check("short"); }) ==
        second_event + "has a check that is not of 32 bytes");
  const auto at_speed = [&](double speed) {
    return spoilt([speed](v1::Event& event) { event.mutable_clock_anchored()->set_speed(speed); });
  };
  CHECK(at_speed(0.1) == "read");
  CHECK(at_speed(speed_most) == "read");
  for (const double none : {0.0, -1.0, speed_most * 1.01, std::numeric_limits<double>::infinity(),
                            std::numeric_limits<double>::quiet_NaN()})
    CHECK(at_speed(none) == second_event + "sets the clock to a speed that no clock has");
}

TEST_CASE("a programme with a word that is not known is refused, naming what it is said of") {
  const auto spoilt = [](auto put) {
    return refusal_of([put](v1::Commit& commit) {
      auto& programme = *second_event_of_second_act(commit).mutable_session_created()->mutable_programme();
      programme.set_source_digest(std::string(32, 's'));
      put(programme);
    });
  };
  const std::string& at = second_event;
  CHECK(spoilt([](v1::Programme&) {}) == "read");
  CHECK(spoilt([](v1::Programme& programme) { programme.clear_source_digest(); }) ==
        at + "the programme's source_digest is not of 32 bytes");
  CHECK(spoilt([](v1::Programme& programme) { programme.add_panels()->set_id("p"); }) ==
        at + "panel p has an unknown order_policy or at_limit");
  CHECK(spoilt([](v1::Programme& programme) {
          v1::PanelPlan& panel = *programme.add_panels();
          panel.set_id("p");
          panel.set_order_policy(v1::ORDER_POLICY_CATEGORY);
          panel.set_at_limit(v1::AT_LIMIT_CUT);
          panel.add_limits();
        }) == at + "panel p has a limit of an unknown sort");
  CHECK(spoilt([](v1::Programme& programme) { programme.add_delegations()->set_id("KE"); }) ==
        at + "delegation KE is of an unknown category");
  CHECK(spoilt([](v1::Programme& programme) { programme.add_seats()->set_id("desk"); }) ==
        at + "seat desk has an unknown role");
}

TEST_CASE("a commit whose own fields are not sound is refused") {
  CHECK(refusal_of([](v1::Commit& commit) { commit.set_format(3); }) == "format is 3, this version reads 1 and 2");
  CHECK(refusal_of([](v1::Commit& commit) { commit.set_epoch("short"); }) == "epoch is not of 16 bytes");
  CHECK(refusal_of([](v1::Commit& commit) { commit.set_term(0); }) == "term is 0");
  CHECK(refusal_of([](v1::Commit& commit) { commit.set_seq(0); }) == "seq is 0");
  CHECK(refusal_of([](v1::Commit& commit) { commit.set_previous_digest("short"); }) ==
        "previous_digest is not of 32 bytes");
  CHECK(refusal_of([](v1::Commit& commit) { commit.clear_acts(); }) == "there is no act");
  CHECK(refusal_of([](v1::Commit& commit) { commit.mutable_acts(0)->clear_events(); }) ==
        "act 0 of commit 7 (open_panel): there is no event");
  CHECK(refusal_of([](v1::Commit& commit) { commit.mutable_acts(1)->set_command_digest(""); }) ==
        "act 1 of commit 7 (open_panel): command_digest is not of 32 bytes");
}

TEST_CASE("bytes that are no message, or hold a text that is not UTF-8, are no commit") {
  CHECK(decode_commit(std::string("\xff\xff\xff")).error() == "these bytes are no commit");
  CHECK(decode_commit(std::string()).error() == "format is 0, this version reads 1 and 2");
  std::string bytes = test::bytes_of(sound());
  bytes[bytes.find("panel-1")] = '\xff';
  CHECK(decode_commit(bytes).error() == "these bytes are no commit");
  bytes.pop_back();
  CHECK(decode_commit(bytes).error() == "these bytes are no commit");
}

TEST_CASE("a link is read without the events, even where these are not known") {
  v1::Commit commit = sound();
  commit.set_term(9);
  second_event_of_second_act(commit).Clear();
  const auto link = decode_link(test::bytes_of(commit));
  REQUIRE(link);
  CHECK(link->term == 9);
  CHECK(link->seq == Seq{7});
  CHECK(as_bytes(link->previous) == std::string(32, 'd'));
  commit.set_format(3);
  CHECK(decode_link(test::bytes_of(commit)).error() == "format is 3, this version reads 1 and 2");
  commit.set_format(1);
  commit.clear_previous_digest();
  CHECK(decode_link(test::bytes_of(commit)).error() == "previous_digest is not of 32 bytes");
  CHECK(decode_link("\xff\xff\xff").error() == "these bytes are no commit");
}

TEST_CASE("texts in several languages are stored in the order of the languages") {
  Commit commit{.session = {"s"}, .epoch = std::string(epoch_bytes, 'e'), .seq = {1}};
  council::Text title;
  for (char letter = 'a'; letter <= 'z'; ++letter) title["l" + std::string(1, letter)] = "words";
  commit.acts = {{.grant = {"g"}, .command_id = "c", .act = "a", .events = {council::PanelTitled{{"p"}, title}}}};
  const std::string bytes = encode(commit, rostrum::test::known_salts).bytes;
  std::size_t last = 0;
  for (char letter = 'a'; letter <= 'z'; ++letter) {
    const std::size_t at = bytes.find("\x02l" + std::string(1, letter));
    REQUIRE(at != std::string::npos);
    CHECK(at > last);
    last = at;
  }
}

TEST_CASE("W1 what was stored before texts were held to their characters is read as it was written") {
  const council::Event event = council::NoticeSent{{1}, council::Everyone{}, {{"en", "a\nb\x07 \u202Ec\u2028"}}};
  Commit commit{.session = {"s"}, .epoch = std::string(epoch_bytes, 'e'), .seq = {1}};
  commit.acts = {{.grant = {"g"}, .command_id = "c", .act = "send_notice", .events = {event}}};
  const auto read = decode_commit(encode(commit, rostrum::test::known_salts));
  REQUIRE(read);
  CHECK(read->acts.front().events.front() == event);
}

}  // namespace rostrum::wire
