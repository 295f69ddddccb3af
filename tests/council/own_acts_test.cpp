// What a delegation does with its entry besides waiting: it files in writing (L13), and answers that it is on its way
// (L9).
#include "council/given.hpp"

namespace rostrum::council {

namespace {

/// On the list of the open panel: CL EC KE MA PH VA.
Given six_waiting() {
  Given given = four_waiting();
  given.ask("PH");
  given.ask("VA");
  return given;
}

Act text_of(EntryId entry, std::string text = "We thank you.", std::string language = "en") {
  return SubmitStatement{.entry = entry, .language = std::move(language), .text = std::move(text)};
}

}  // namespace

TEST_CASE("L13 an entry that is filed in writing leaves the list, its delegation is told, and its text is released") {
  Given given = four_waiting();
  const EntryId ecuador = given.panel().order().at(1);
  given.must(grant_of("EC"), text_of(ecuador));
  given.must(grant_of("EC"), PlanStatementRelease{ecuador, given.now + minutes(30)});
  const Events events = given.must(grant_of("EC"), FileInWriting{ecuador});
  CHECK(events == Events{FiledInWriting{ecuador}, StatementReleased{ecuador, ReleaseCause::in_writing}});
  CHECK(given.list() == "CL KE MA");
  CHECK(given.entry(ecuador).status == EntryStatus::in_writing);
  CHECK(given.state.statement_of(ecuador)->released_at == given.now);
  CHECK(given.state.standings.at({"EC"}).outcome == Outcome::in_writing);
  CHECK(given.state.standings.at({"EC"}).filed == ecuador);
  CHECK(given.refused(grant_of("EC"), FileInWriting{ecuador}) == "not_waiting");
}

TEST_CASE("L13 a statement in writing counts as none that was heard") {
  Given given = four_waiting();
  const EntryId ecuador = given.panel().order().at(1);
  given.must(grant_of("EC"), FileInWriting{ecuador});
  CHECK(statements_before(given.state, given.entry(given.ask("EC"))) == 0);
}

TEST_CASE("L13 what was filed without a text takes one until the meeting is closed, released at once") {
  Given given = four_waiting();
  const EntryId ecuador = given.panel().order().at(1);
  CHECK(given.must(grant_of("EC"), FileInWriting{ecuador}) == Events{FiledInWriting{ecuador}});
  const Events first = given.must(grant_of("EC"), text_of(ecuador));
  REQUIRE(first.size() == 2);
  CHECK(first[1] == Event{StatementReleased{ecuador, ReleaseCause::in_writing}});
  CHECK(given.must(desk, text_of(ecuador, "Se lo agradecemos.", "es")).size() == 1);
  given.must(chair, ClosePanel{high_level});
  given.must(grant_of("EC"), text_of(ecuador, "We thank you all."));
  given.must(chair, CloseMeeting{afternoon});
  CHECK(given.refused(grant_of("EC"), text_of(ecuador, "Thank you.")) == "entry_over");
}

TEST_CASE("L13 chair and desk file for any, and put it back to its place; its text stays released") {
  Given given = four_waiting();
  const EntryId ecuador = given.panel().order().at(1);
  given.must(grant_of("EC"), text_of(ecuador));
  given.must(desk, FileInWriting{ecuador});
  CHECK(given.panel().filed == 1);
  CHECK(given.refused(grant_of("EC"), RestoreEntry{ecuador}) == "unauthorized");
  given.must(chair, RestoreEntry{ecuador});
  CHECK(given.list() == "CL EC KE MA");
  CHECK(given.panel().filed == 0);
  CHECK(given.state.standings.at({"EC"}).outcome == Outcome::restored);
  CHECK(given.state.statement_of(ecuador)->released_at);
}

TEST_CASE("L13 only what waits is filed, by its own delegation, and only a statement, own or of a group") {
  Given given = four_waiting();
  const auto order = given.panel().order();
  CHECK(given.refused(grant_of("KE"), FileInWriting{order[1]}) == "unauthorized");
  CHECK(given.refused(display, FileInWriting{order[1]}) == "unauthorized");
  CHECK(given.refused(chair, FileInWriting{{99}}) == "unknown_entry");
  CHECK(given.refused(grant_of("EC"), FileInWriting{given.ask("EC", Kind::question)}) == "malformed");
  CHECK(given.refused(grant_of("EC"), FileInWriting{given.raise("EC")}) == "malformed");
  given.must(grant_of("EC"), FileInWriting{given.ask("EC", Kind::group_statement)});
  given.give(order[0]);
  CHECK(given.refused(grant_of("CL"), FileInWriting{order[0]}) == "not_waiting");
}

TEST_CASE("L13 so much is filed on a panel and no more") {
  Given given = four_waiting();
  const EntryId chile = given.panel().order().front();
  given.state.panels.at(high_level).filed = filed_max;
  CHECK(given.refused(chair, FileInWriting{chile}) == "list_full");
}

TEST_CASE("L9 one of the first five answers that it is on its way, and takes that back") {
  Given given = six_waiting();
  const EntryId philippines = given.panel().order().at(4);
  given.must(grant_of("PH"), AnswerStandBy{philippines});
  CHECK(given.entry(philippines).on_the_way_at == given.now);
  CHECK(given.refused(grant_of("PH"), AnswerStandBy{philippines}) == "nothing_changes");
  given.must(grant_of("PH"), ClearStandBy{philippines});
  CHECK_FALSE(given.entry(philippines).on_the_way_at);
  CHECK(given.refused(grant_of("PH"), ClearStandBy{philippines}) == "nothing_changes");
}

TEST_CASE("L9 who is further back, is another, or waits on a panel that is not open, does not answer") {
  Given given = six_waiting();
  const auto order = given.panel().order();
  const auto refused = given.when(grant_of("VA"), AnswerStandBy{order[5]});
  REQUIRE_FALSE(refused);
  CHECK(refused.error() == rejection(Code::not_on_stand_by, order[5], 6));
  CHECK(given.refused(grant_of("CL"), AnswerStandBy{order[1]}) == "unauthorized");
  CHECK(given.refused(chair, AnswerStandBy{order[1]}) == "unauthorized");
  CHECK(given.refused(grant_of("CL"), AnswerStandBy{given.raise("CL")}) == "not_waiting");
  given.must(desk, OpenList{review});
  given.must(grant_of("CL"), RequestFloor{.panel = review});
  CHECK(given.refused(grant_of("CL"), AnswerStandBy{{given.state.last_entry}}) == "panel_not_open");
}

TEST_CASE("L9 an answer stands while its entry moves up, and is over once it is no longer one of the first five") {
  Given given = six_waiting();
  const auto order = given.panel().order();
  given.must(grant_of("PH"), AnswerStandBy{order[4]});
  given.must(chair, RemoveEntry{order[0]});
  CHECK(given.entry(order[4]).on_the_way_at);
  CHECK(given.must(chair, RestoreEntry{order[0]}) == Events{EntryRestored{order[0], 0}});
  CHECK(given.entry(order[4]).on_the_way_at);
  const Events moved = given.must(chair, MoveEntry{.entry = order[5], .anchor = order[0], .before = true});
  CHECK(moved.back() == Event{StandByCleared{order[4]}});
  CHECK_FALSE(given.entry(order[4]).on_the_way_at);
}

TEST_CASE("L9 an answer is over with the wait, and where its delegation was called and not there") {
  Given given = four_waiting();
  const auto order = given.panel().order();
  given.must(grant_of("CL"), AnswerStandBy{order[0]});
  given.must(grant_of("EC"), AnswerStandBy{order[1]});
  given.must(chair, RecordNoShow{order[0]});
  CHECK_FALSE(given.entry(order[0]).on_the_way_at);
  given.give(order[1]);
  CHECK_FALSE(given.entry(order[1]).on_the_way_at);
}

}  // namespace rostrum::council
