// What a request says is put right while it waits, and keeps the instant at which it was made (L15).
#include "council/given.hpp"
#include "council/inverse.hpp"

using namespace rostrum;
using namespace rostrum::council;

namespace {

/// The correction that changes nothing of an entry.
CorrectEntry as_it_is(const Given& given, EntryId id) {
  const Entry& entry = given.entry(id);
  return {.entry = id,
          .kind = entry.kind,
          .language = entry.language,
          .speaker = entry.speaker,
          .on_behalf_of = entry.on_behalf_of,
          .addressed_to = entry.addressed_to,
          .body = entry.body};
}

CorrectEntry for_a_group(const Given& given, EntryId id, std::uint32_t place = 0) {
  CorrectEntry act = as_it_is(given, id);
  act.kind = Kind::group_statement;
  act.on_behalf_of = "a group";
  act.place = place;
  return act;
}

Given four_by_category() {
  Given given = four_waiting();
  given.must(chair, SetOrderPolicy{high_level, OrderPolicy::category});
  return given;
}

void take_back(Given& given, const Act& act, const GrantId& by = chair) {
  const auto back = inverse(given.state, given.now, act);
  REQUIRE(back.size() == 1);
  given.must(by, act);
  given.after(seconds(1)).must(by, back.front());
}

}  // namespace

TEST_CASE(
    "L15 speaker, title and language are corrected by the delegation, the chair and the desk, and nothing moves") {
  for (const GrantId& who : {grant_of("EC"), chair, desk}) {
    Given given = four_waiting();
    const EntryId ecuador = given.panel().order().at(1);
    const Instant asked = given.entry(ecuador).requested_at;
    CorrectEntry act = as_it_is(given, ecuador);
    act.speaker = {.name = "Inés Paz (fictional)", .title = "Vice-Minister"};
    act.language = "fr";
    given.after(minutes(5)).must(who, act);
    CHECK(given.entry(ecuador).speaker == act.speaker);
    CHECK(given.entry(ecuador).language == "fr");
    CHECK(given.entry(ecuador).requested_at == asked);
    CHECK(given.list() == "CL EC KE MA");
  }
}

TEST_CASE("L15 a request is corrected by its own delegation alone, and by chair and desk") {
  Given given = four_waiting();
  const EntryId ecuador = given.panel().order().at(1);
  CorrectEntry act = as_it_is(given, ecuador);
  act.speaker.name = "Somebody else (fictional)";
  CHECK(given.refused(grant_of("CL"), act) == "unauthorized");
  CHECK(given.refused(booth, act) == "unauthorized");
  CHECK(given.entry(ecuador).speaker.name.empty());
}

TEST_CASE("L15 what has the floor, was heard or has left the list is corrected no more") {
  Given given = four_waiting();
  const EntryId chile = given.panel().order().front();
  CorrectEntry act = as_it_is(given, chile);
  act.speaker.name = "Somebody else (fictional)";
  const SpeechId speech = given.give(chile);
  CHECK(given.refused(grant_of("CL"), act) == "not_waiting");
  given.must(chair, EndSpeech{speech});
  CHECK(given.refused(chair, act) == "not_waiting");
  CorrectEntry withdrawn = as_it_is(given, given.panel().order().front());
  withdrawn.language = "fr";
  given.must(grant_of("EC"), WithdrawEntry{withdrawn.entry});
  CHECK(given.refused(desk, withdrawn) == "not_waiting");
  CHECK(given.refused(desk, CorrectEntry{.entry = {99}}) == "unknown_entry");
  const EntryId point = given.raise("KE");
  CHECK(given.refused(chair, as_it_is(given, point)) == "not_waiting");
  CHECK(given.refused(grant_of("CL"), as_it_is(given, point)) == "unknown_entry");
}

TEST_CASE("L15 what is corrected has to be as sound as what is asked for, and something has to change") {
  Given given = four_waiting();
  const EntryId chile = given.panel().order().front();
  CHECK(given.refused(grant_of("CL"), as_it_is(given, chile)) == "nothing_changes");
  CorrectEntry act = as_it_is(given, chile);
  act.kind = Kind::group_statement;
  CHECK(given.refused(grant_of("CL"), act) == "malformed");
  act = as_it_is(given, chile);
  act.speaker.name = std::string(speaker_name_bytes_max + 1, 'x');
  CHECK(given.refused(grant_of("CL"), act) == "text_too_long");
  act = as_it_is(given, chile);
  act.kind = Kind::question;
  act.addressed_to = PanellistId{"nobody"};
  CHECK(given.refused(grant_of("CL"), act) == "unknown_panellist");
  act.kind = Kind::point_of_order;
  CHECK(given.refused(chair, act) == "malformed");
  act = as_it_is(given, chile);
  act.body = "A university";
  CHECK(given.refused(chair, act) == "malformed");
}

TEST_CASE("L15 of a guest, name and body are corrected by chair and desk and never taken away") {
  Given given = on_the_floor();
  given.must(desk,
             RequestFloor{.panel = high_level, .speaker = {.name = "A guest (fictional)"}, .body = "A university"});
  const EntryId guest{given.state.last_entry};
  CorrectEntry act = as_it_is(given, guest);
  act.body = "Another university";
  CHECK(given.refused(grant_of("CL"), act) == "unauthorized");
  given.must(desk, act);
  CHECK(given.entry(guest).body == "Another university");
  act.body.clear();
  CHECK(given.refused(desk, act) == "malformed");
  act.body = "A university";
  act.speaker.name.clear();
  CHECK(given.refused(desk, act) == "malformed");
}

TEST_CASE(
    "L15 where another kind stands elsewhere the new place is told first, and the entry moves once it is agreed to") {
  Given given = four_by_category();
  const EntryId kenya = given.panel().order().at(2);
  const auto told = given.when(grant_of("KE"), for_a_group(given, kenya));
  REQUIRE_FALSE(told);
  CHECK(told.error() == rejection(Code::place_changes, kenya, std::uint32_t{1}));
  CHECK(given.list() == "CL EC KE MA");
  given.must(grant_of("KE"), for_a_group(given, kenya, 1));
  CHECK(given.list() == "KE CL EC MA");
  CHECK(limit_for(given.state, given.entry(kenya)) == seconds(300));
  CHECK_FALSE(given.entry(kenya).moved);
}

TEST_CASE("L15 nobody is moved further back than was agreed to, and further ahead is no reason to ask again") {
  Given given = four_by_category();
  const EntryId morocco = given.panel().order().back();
  const EntryId ecuador = given.panel().order().at(1);
  given.must(grant_of("EC"), for_a_group(given, ecuador, 1));
  CHECK(given.list() == "EC CL KE MA");
  CHECK(given.refused(grant_of("MA"), for_a_group(given, morocco, 1)) == "place_changes");
  given.give(ecuador);
  given.must(grant_of("MA"), for_a_group(given, morocco, 2));
  CHECK(given.list() == "MA CL KE");
}

TEST_CASE("L15 in its new class it stands by the instant of its request, not behind those who asked since") {
  Given given = four_by_category();
  const EntryId chile = given.panel().order().front();
  given.ask("PH", Kind::group_statement);
  CHECK(given.list() == "PH CL EC KE MA");
  given.must(grant_of("CL"), for_a_group(given, chile, 1));
  CHECK(given.list() == "CL PH EC KE MA");
  CorrectEntry back = as_it_is(given, chile);
  back.kind = Kind::statement;
  back.on_behalf_of.clear();
  CHECK(given.when(grant_of("CL"), back).error() == rejection(Code::place_changes, chile, std::uint32_t{2}));
  back.place = 2;
  given.must(grant_of("CL"), back);
  CHECK(given.list() == "PH CL EC KE MA");
}

TEST_CASE("L15 where the list goes by time, or the chair has moved it, another kind keeps its place") {
  Given by_time = four_waiting();
  by_time.must(grant_of("KE"), for_a_group(by_time, by_time.panel().order().at(2)));
  CHECK(by_time.list() == "CL EC KE MA");
  Given moved = four_by_category();
  const EntryId kenya = moved.panel().order().at(2);
  moved.must(chair, MoveEntry{.entry = kenya, .anchor = moved.panel().order().back(), .before = false});
  moved.must(grant_of("KE"), for_a_group(moved, kenya));
  CHECK(moved.list() == "CL EC MA KE");
  CHECK(moved.entry(kenya).moved);
}

TEST_CASE("L15 on a list that takes no requests a delegation corrects all but the kind, and chair and desk that too") {
  Given given = four_waiting();
  given.must(chair, CloseList{high_level});
  const EntryId chile = given.panel().order().front();
  CorrectEntry act = as_it_is(given, chile);
  act.speaker.name = "Ana Soto (fictional)";
  given.must(grant_of("CL"), act);
  CHECK(given.refused(grant_of("CL"), for_a_group(given, chile)) == "list_closed");
  given.must(desk, for_a_group(given, chile));
  CHECK(given.entry(chile).kind == Kind::group_statement);
}

TEST_CASE("L15 a correction does not let a delegation wait twice with the same kind") {
  Given given = four_waiting();
  const EntryId group = given.ask("CL", Kind::group_statement);
  const auto refused = given.when(grant_of("CL"), for_a_group(given, given.panel().order().front()));
  REQUIRE_FALSE(refused);
  CHECK(refused.error() == rejection(Code::already_listed, group));
}

TEST_CASE("L15 a correction is taken back by another, to the same request at the same place") {
  Given given = four_by_category();
  const EntryId kenya = given.panel().order().at(2);
  const Entry was = given.entry(kenya);
  take_back(given, for_a_group(given, kenya, 1));
  CHECK(given.list() == "CL EC KE MA");
  CHECK(given.entry(kenya).kind == was.kind);
  CHECK(given.entry(kenya).on_behalf_of == was.on_behalf_of);
  CHECK(given.entry(kenya).requested_at == was.requested_at);
}

TEST_CASE("L15 a correction is taken back while nobody has corrected the request since") {
  Given given = four_by_category();
  const EntryId chile = given.panel().order().front();
  CorrectEntry named = as_it_is(given, chile);
  named.speaker.name = "Ana Soto (fictional)";
  const std::vector<Act> back = inverse(given.state, given.now, named);
  REQUIRE(back.size() == 1);
  given.must(chair, named);
  CorrectEntry spoken = as_it_is(given, chile);
  spoken.language = "es";
  given.must(grant_of("CL"), spoken);
  CHECK(given.when(chair, back.front()).error() == rejection(Code::changed_meanwhile, "corrections", std::uint32_t{2}));
  CHECK(given.entry(chile).language == "es");
}

TEST_CASE("L15 who was called in vain stands at the end of the class that it is corrected to, and back at its end") {
  Given given = four_by_category();
  const EntryId chile = given.panel().order().front();
  given.must(chair, RecordNoShow{chile});
  CHECK(given.list() == "EC KE MA CL");
  CorrectEntry named = as_it_is(given, chile);
  named.speaker.name = "Ana Soto (fictional)";
  take_back(given, named);
  CHECK(given.list() == "EC KE MA CL");
  given.ask("PH", Kind::group_statement);
  given.must(grant_of("CL"), for_a_group(given, chile, 2));
  CHECK(given.list() == "PH CL EC KE MA");
  CorrectEntry again = as_it_is(given, chile);
  again.kind = Kind::statement;
  again.on_behalf_of.clear();
  again.place = 5;
  given.must(grant_of("CL"), again);
  CHECK(given.list() == "PH EC KE MA CL");
  given.ask("PH");
  CHECK(inverse(given.state, given.now, for_a_group(given, chile, 2)).empty());  // it would go behind the Philippines
}
