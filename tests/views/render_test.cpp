// P4: what an audience may see, by entity; and what the entities say.
#include <algorithm>

#include "views/watched.hpp"

namespace rostrum::views {

namespace {

constexpr std::array audiences{Audience::public_, Audience::delegate, Audience::booth, Audience::desk};

std::set<std::string> keys_of(const State& state, const Viewer& viewer) {
  std::set<std::string> keys;
  for (const auto& [key, entity] : project(state, viewer)) keys.insert(key.text());
  return keys;
}

bool sees(const State& state, const Viewer& viewer, const std::string& key) {
  return keys_of(state, viewer).contains(key);
}

template <class Entity>
Entity seen(const State& state, const Key& key, const Viewer& viewer = Audience::public_) {
  const auto entity = render(state, key, viewer);
  REQUIRE(entity);
  return std::get<Entity>(*entity);
}

const Key high_level_floor{.kind = KeyKind::floor, .id = "high-level"};
const Key high_level_queue{.kind = KeyKind::queue, .id = "high-level"};

Floor floor_of(const State& state) { return seen<Floor>(state, high_level_floor); }

std::vector<std::uint32_t> numbers(const std::vector<EntryId>& entries) {
  std::vector<std::uint32_t> out;
  for (const EntryId entry : entries) out.push_back(entry.value);
  return out;
}

}  // namespace

TEST_CASE("P4 the audience of a role is what the role may see") {
  CHECK(audience_of(Role::chair) == Audience::desk);
  CHECK(audience_of(Role::desk) == Audience::desk);
  CHECK(audience_of(Role::delegate) == Audience::delegate);
  CHECK(audience_of(Role::interpreter) == Audience::booth);
  CHECK(audience_of(Role::captioner) == Audience::booth);
  CHECK(audience_of(Role::observer) == Audience::public_);
  CHECK(audience_of(Role::display) == Audience::public_);
}

TEST_CASE("a key reads as protocol/rostrum/v1/view.proto says") {
  CHECK(Key{.kind = KeyKind::session}.text() == "session");
  CHECK(Key{.kind = KeyKind::meeting, .id = "m"}.text() == "meeting/m");
  CHECK(Key{.kind = KeyKind::panel, .id = "p"}.text() == "panel/p");
  CHECK(Key{.kind = KeyKind::delegation, .id = "KE"}.text() == "delegation/KE");
  CHECK(Key{.kind = KeyKind::panellist, .id = "p", .second = "it"}.text() == "panellist/p/it");
  CHECK(Key{.kind = KeyKind::queue, .id = "p"}.text() == "queue/p");
  CHECK(Key{.kind = KeyKind::entry, .number = 17}.text() == "entry/17");
  CHECK(Key{.kind = KeyKind::floor, .id = "p"}.text() == "floor/p");
  CHECK(Key{.kind = KeyKind::desk, .number = 17}.text() == "desk/17");
  CHECK(Key{.kind = KeyKind::standing, .id = "KE"}.text() == "standing/KE");
  CHECK(Key{.kind = KeyKind::point, .number = 17}.text() == "point/17");
  CHECK(Key{.kind = KeyKind::statement, .number = 17}.text() == "statement/17");
  CHECK(Key{.kind = KeyKind::signal, .number = 3}.text() == "signal/3");
  CHECK(Key{.kind = KeyKind::notice, .number = 3}.text() == "notice/3");
  CHECK(Key{.kind = KeyKind::help, .number = 3}.text() == "help/3");
  CHECK(Key{.kind = KeyKind::seat, .id = "KE-1"}.text() == "seat/KE-1");
  CHECK(Key{.kind = KeyKind::own_point, .id = "KE", .number = 17}.text() == "own/point/KE/17");
  CHECK(Key{.kind = KeyKind::own_statement, .id = "KE", .number = 17}.text() == "own/statement/KE/17");
  CHECK(Key{.kind = KeyKind::own_signal, .id = "KE", .number = 3}.text() == "own/signal/KE/3");
  CHECK(Key{.kind = KeyKind::own_notice, .id = "KE", .number = 3}.text() == "own/notice/KE/3");
  CHECK(Key{.kind = KeyKind::own_help, .id = "KE", .number = 3}.text() == "own/help/KE/3");
}

TEST_CASE("P4 the public is shown nothing of a draft panel, nor that there is one") {
  Given given;
  for (const Audience audience : audiences) {
    const bool told = audience != Audience::public_;
    for (const char* key : {"panel/special-event", "queue/special-event", "floor/special-event"})
      CHECK(sees(given.state, audience, key) == told);
    const auto session = seen<Session>(given.state, {.kind = KeyKind::session}, audience);
    CHECK((std::ranges::find(session.panels, special) != session.panels.end()) == told);
  }
  given.must(chair, SetPanelTitle{special, {{"en", "Special Event"}}});
  for (const Audience audience : audiences) CHECK(sees(given.state, audience, "panel/special-event"));
}

TEST_CASE("P4 a panellist of a draft panel is as hidden as the panel") {
  Programme programme = small_programme();
  programme.panels[2].panellists = {{.id = {"guest"}, .name = {{"en", "Panellist (fictional)"}}}};
  const Given given(std::move(programme));
  CHECK_FALSE(sees(given.state, Audience::public_, "panellist/special-event/guest"));
  CHECK(sees(given.state, Audience::delegate, "panellist/special-event/guest"));
}

TEST_CASE("P4 the notes of the desk on an entry are the desk's alone") {
  const Given given = four_waiting();
  for (const Audience audience : audiences)
    CHECK(sees(given.state, audience, "desk/1") == (audience == Audience::desk));
  const auto note = seen<DeskNote>(given.state, {.kind = KeyKind::desk, .number = 1}, Audience::desk);
  CHECK(note.requested_by == SeatId{"CL"});
  CHECK(note.no_shows == 0);
}

TEST_CASE("P4 what was done with a delegation's request is told to it alone, and it is told nothing else that way") {
  Given given = four_waiting();
  given.must(chair, RemoveEntry{{1}});
  CHECK(keys_of(given.state, DelegationId{"CL"}) == std::set<std::string>{"standing/CL"});
  CHECK(keys_of(given.state, DelegationId{"EC"}).empty());
  for (const Audience audience : audiences) CHECK_FALSE(sees(given.state, audience, "standing/CL"));
  const auto told = seen<Standing>(given.state, {.kind = KeyKind::standing, .id = "CL"}, DelegationId{"CL"});
  CHECK(told.standing.outcome == Outcome::removed);
  given.ask("CL");
  CHECK(keys_of(given.state, DelegationId{"CL"}).empty());
}

TEST_CASE("private_to names the delegation of what is its own, and nobody for what audiences share") {
  for (const KeyKind kind : {KeyKind::standing, KeyKind::own_point, KeyKind::own_statement, KeyKind::own_signal,
                             KeyKind::own_notice, KeyKind::own_help})
    CHECK(private_to({.kind = kind, .id = "KE"}) == DelegationId{"KE"});
  for (const KeyKind kind :
       {KeyKind::session, KeyKind::meeting, KeyKind::panel, KeyKind::delegation, KeyKind::panellist, KeyKind::queue,
        KeyKind::entry, KeyKind::floor, KeyKind::desk, KeyKind::point, KeyKind::statement, KeyKind::signal,
        KeyKind::notice, KeyKind::help, KeyKind::seat})
    CHECK_FALSE(private_to({.kind = kind, .id = "KE"}));
}

TEST_CASE("an entry is seen while it waits or has the floor, and not after") {
  Given given = four_waiting();
  CHECK(sees(given.state, Audience::public_, "entry/1"));
  const SpeechId speech = given.give({1});
  CHECK(sees(given.state, Audience::public_, "entry/1"));
  CHECK(sees(given.state, Audience::desk, "desk/1"));
  given.must(chair, EndSpeech{speech});
  CHECK_FALSE(sees(given.state, Audience::public_, "entry/1"));
  CHECK_FALSE(sees(given.state, Audience::desk, "desk/1"));
  given.must(chair, RemoveEntry{{2}});
  CHECK_FALSE(sees(given.state, Audience::desk, "entry/2"));
  given.must(grant_of("KE"), WithdrawEntry{{3}});
  CHECK_FALSE(sees(given.state, Audience::desk, "entry/3"));
}

TEST_CASE("an entity that does not exist is not rendered") {
  const Given given = four_waiting();
  for (const Key& key :
       {Key{.kind = KeyKind::meeting, .id = "x"}, Key{.kind = KeyKind::panel, .id = "x"},
        Key{.kind = KeyKind::delegation, .id = "x"}, Key{.kind = KeyKind::panellist, .id = "high-level", .second = "x"},
        Key{.kind = KeyKind::queue, .id = "x"}, Key{.kind = KeyKind::entry, .number = 99},
        Key{.kind = KeyKind::floor, .id = "x"}, Key{.kind = KeyKind::desk, .number = 99}})
    CHECK_FALSE(render(given.state, key, Audience::desk));
}

TEST_CASE("L10 the queue gives each place a range in whole seconds: the earliest rounded down, the latest up") {
  Given given = on_the_floor();
  given.must(chair, SetLimit{high_level, LimitOf::member, Millis{100'500}});
  for (const char* delegation : {"CL", "EC", "KE"}) given.ask(delegation);
  const auto queue = seen<Queue>(given.state, high_level_queue);
  CHECK(numbers(queue.entries) == std::vector<std::uint32_t>{1, 2, 3});
  CHECK(queue.earliest_s == std::vector<std::uint32_t>{0, 72, 144});  // 67.0 s and 5 s each
  CHECK(queue.latest_s == std::vector<std::uint32_t>{0, 121, 241});   // 100.5 s and 20 s each
  CHECK(queue.finish_earliest_s == 211);
  CHECK(queue.finish_latest_s == 342);  // 341.5 s
}

TEST_CASE("T2 the floor tells instants and pauses, never how much time is left") {
  Given given = four_waiting();
  CHECK_FALSE(floor_of(given.state).speech);
  const Instant began = given.now;
  const SpeechId speech = given.give({1});
  given.after(seconds(10)).must(chair, PauseSpeech{speech});
  auto seen_speech = floor_of(given.state).speech;
  REQUIRE(seen_speech);
  CHECK(seen_speech->started_at == began);
  CHECK(seen_speech->paused == Millis{0});
  CHECK(seen_speech->paused_at == began + seconds(10));
  CHECK(seen_speech->delegation == DelegationId{"CL"});
  given.after(seconds(5)).must(chair, ResumeSpeech{speech});
  seen_speech = floor_of(given.state).speech;
  CHECK(seen_speech->paused == seconds(5));
  CHECK_FALSE(seen_speech->paused_at);
}

TEST_CASE("T3 T4 the floor tells when the light turns amber, and how long after the limit it is released if ever") {
  Given given = four_waiting();
  given.give({1});
  CHECK(floor_of(given.state).speech->amber == seconds(30));
  CHECK_FALSE(floor_of(given.state).speech->cut_after);
  given.must(chair, SetAtLimit{high_level, AtLimit::cut, seconds(15)});
  CHECK(floor_of(given.state).speech->cut_after == seconds(15));
}

TEST_CASE("L6 the floor says whether the last speaker can be returned, just as return_speaker would") {
  Given given = four_waiting();
  const auto agrees = [&given] {
    Given trial = given;
    const bool taken = trial.refused(chair, ReturnSpeaker{high_level}) == "accepted";
    return floor_of(given.state).last_speaker_returnable == taken;
  };
  CHECK(agrees());
  const SpeechId speech = given.give({1});
  CHECK(floor_of(given.state).last_speaker_returnable);
  CHECK(agrees());
  given.must(chair, EndSpeech{speech});
  CHECK(floor_of(given.state).last_speaker_returnable);
  CHECK(agrees());
  given.must(chair, ReturnSpeaker{high_level});
  CHECK_FALSE(floor_of(given.state).last_speaker_returnable);
  CHECK(agrees());
  given.must(chair, GiveFloor{high_level, PanellistId{"it"}});
  CHECK_FALSE(floor_of(given.state).last_speaker_returnable);
  CHECK(agrees());
}

TEST_CASE("a panellist's entity counts the speeches that have ended and tells the limit of the next") {
  Given given = on_the_floor();
  given.must(chair, GiveFloor{high_level, PanellistId{"it"}});
  given.after(seconds(42)).must(chair, EndSpeech{{given.state.last_speech}});
  const auto panellist = seen<Panellist>(given.state, {.kind = KeyKind::panellist, .id = "high-level", .second = "it"});
  CHECK(panellist.speeches == 1);
  CHECK(panellist.spoken == seconds(42));
  CHECK(panellist.limit == seconds(480));
  const auto panel = seen<Panel>(given.state, {.kind = KeyKind::panel, .id = "high-level"});
  CHECK(panel.speeches == 1);
  CHECK(panel.spoken == seconds(42));
}

}  // namespace rostrum::views
