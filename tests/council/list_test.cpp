#include "council/given.hpp"

using namespace rostrum;
using namespace rostrum::council;

TEST_CASE("L1 a list that is not open takes no request of a delegation") {
  Given given;
  CHECK(given.refused(grant_of("CL"), RequestFloor{.panel = high_level}) == "list_not_open");
}

TEST_CASE("L1 a list can be opened before its panel is taken up, for advance inscription") {
  Given given;
  given.must(chair, OpenList{review});
  given.must(grant_of("CL"), RequestFloor{.panel = review});
  CHECK(given.list(review) == "CL");
}

TEST_CASE("L1 a planned opening happens by itself, once") {
  Given given;
  given.must(chair, PlanListOpening{high_level, start + minutes(5)});
  CHECK(given.refused(grant_of("CL"), RequestFloor{.panel = high_level}) == "list_not_open");
  given.after(minutes(5));
  CHECK(given.deadlines() == 1);
  CHECK(given.panel().list == ListStatus::open);
  CHECK(given.deadlines() == 0);
}

TEST_CASE("L1 an opening planned in the programme happens by itself") {
  Programme programme = small_programme();
  programme.panels[0].list_opens_at = start + minutes(1);
  Given given(programme);
  CHECK(given.deadlines() == 0);
  CHECK(given.after(minutes(1)).deadlines() == 1);
  CHECK(given.panel().list == ListStatus::open);
}

TEST_CASE("L1 a request at the planned instant opens the list, also before the server has said so") {
  Given given;
  given.must(chair, PlanListOpening{high_level, start + minutes(5)});
  given.after(minutes(5));
  const Events events = given.must(grant_of("CL"), RequestFloor{.panel = high_level});
  CHECK(std::holds_alternative<ListOpened>(events.at(0)));
  CHECK(given.deadlines() == 0);
}

TEST_CASE("L1 an announced closing lets requests in until its instant and none at it") {
  Given given = on_the_floor();
  given.must(chair, AnnounceListClosing{high_level, start + minutes(10)});
  CHECK(given.panel().list == ListStatus::closing);
  given.at(start + minutes(10) - Millis{1});
  given.must(grant_of("CL"), RequestFloor{.panel = high_level});
  given.at(start + minutes(10));
  CHECK(given.refused(grant_of("EC"), RequestFloor{.panel = high_level}) == "list_closed_at");
  CHECK(given.deadlines() == 1);
  CHECK(given.panel().list == ListStatus::closed);
  CHECK(given.refused(grant_of("EC"), RequestFloor{.panel = high_level}) == "list_closed");
}

TEST_CASE("L1 an announced closing acts once however often it is proposed") {
  Given given = on_the_floor();
  given.must(chair, AnnounceListClosing{high_level, start + minutes(10)});
  given.at(start + minutes(10));
  const Act proposal = next_deadline(given.state)->act;
  given.must(system_grant, proposal);
  CHECK(given.refused(system_grant, proposal) == "nothing_changes");
}

TEST_CASE("L1 a closing that was announced anew is not carried out at its first instant") {
  Given given = on_the_floor();
  given.must(chair, AnnounceListClosing{high_level, start + minutes(10)});
  const Act first = next_deadline(given.state)->act;
  given.must(chair, AnnounceListClosing{high_level, start + minutes(20)});
  given.at(start + minutes(10));
  CHECK(given.refused(system_grant, first) == "nothing_changes");
  CHECK(given.panel().list == ListStatus::closing);
}

TEST_CASE("L1 opening a list that is closing calls the closing off") {
  Given given = on_the_floor();
  given.must(chair, AnnounceListClosing{high_level, start + minutes(10)});
  given.must(chair, OpenList{high_level});
  given.at(start + minutes(10));
  CHECK(given.deadlines() == 0);
  CHECK(given.panel().list == ListStatus::open);
}

TEST_CASE("L1 a closing instant must lie ahead, and not beyond a month") {
  Given given = on_the_floor();
  CHECK(given.refused(chair, AnnounceListClosing{high_level, given.now}) == "instant_passed");
  CHECK(given.refused(chair, AnnounceListClosing{high_level, given.now + plan_ahead_most + Millis{1}}) ==
        "out_of_range");
}

TEST_CASE("L1 a closed list can be opened again, and a list is closed or opened once only") {
  Given given = on_the_floor();
  CHECK(given.refused(chair, OpenList{high_level}) == "list_already_open");
  given.must(chair, CloseList{high_level});
  CHECK(given.refused(chair, CloseList{high_level}) == "list_already_closed");
  CHECK(given.refused(chair, AnnounceListClosing{high_level, given.now + minutes(1)}) == "list_already_closed");
  given.must(chair, OpenList{high_level});
  CHECK(given.panel().list == ListStatus::open);
}

TEST_CASE("L2 a delegation asks for the floor and waits at the end of the list") {
  Given given = four_waiting();
  CHECK(given.list() == "CL EC KE MA");
}

TEST_CASE("L2 a delegation waits once per list and kind") {
  Given given = four_waiting();
  const auto again = given.when(grant_of("CL"), RequestFloor{.panel = high_level});
  REQUIRE_FALSE(again);
  CHECK(again.error() == rejection(Code::already_listed, given.panel().order().front()));
  given.must(grant_of("CL"), RequestFloor{.panel = high_level, .kind = Kind::question});
  CHECK(given.list() == "CL EC KE MA CL");
}

TEST_CASE("L2 where the panel says so, a delegation may wait several times") {
  Programme programme = small_programme();
  programme.panels[0].several_entries = true;
  Given given = on_the_floor(programme);
  given.ask("CL");
  given.ask("CL");
  CHECK(given.list() == "CL CL");
}

TEST_CASE("L2 where the panel says so, chair and desk inscribe only a delegation of which a device is connected") {
  Programme programme = small_programme();
  programme.panels[0].present_only = true;
  Given given = on_the_floor(programme);
  given.present = {{"KE"}};
  const RequestFloor for_chile{.panel = high_level, .delegation = DelegationId{"CL"}};
  const auto absent = given.when(desk, for_chile);
  REQUIRE_FALSE(absent);
  CHECK(absent.error() == rejection(Code::not_present, DelegationId{"CL"}));
  CHECK(given.refused(chair, for_chile) == "not_present");
  given.must(chair, RequestFloor{.panel = high_level, .delegation = DelegationId{"KE"}});
  given.must(desk, RequestFloor{.panel = high_level, .speaker = {"A guest (fictional)", ""}, .body = "A body"});
  given.ask("EC");  // who asks is there
  given.present = {{"CL"}};
  given.must(desk, for_chile);
  CHECK(given.list() == "KE guest EC CL");
}

TEST_CASE("L2 without the setting, chair and desk inscribe a delegation that is not there") {
  Given given = on_the_floor(small_programme());
  given.must(desk, RequestFloor{.panel = high_level, .delegation = DelegationId{"CL"}});
  CHECK(given.list() == "CL");
}

TEST_CASE("L2 a delegation withdraws its own entry and no other's") {
  Given given = four_waiting();
  const EntryId ecuador = given.panel().order().at(1);
  CHECK(given.refused(grant_of("CL"), WithdrawEntry{ecuador}) == "unauthorized");
  given.must(grant_of("EC"), WithdrawEntry{ecuador});
  CHECK(given.list() == "CL KE MA");
  CHECK(given.refused(grant_of("EC"), WithdrawEntry{ecuador}) == "not_waiting");
}

TEST_CASE("L2 a delegation that has spoken may ask again") {
  Given given = four_waiting();
  given.give(given.panel().order().front());
  given.must(grant_of("CL"), RequestFloor{.panel = high_level});
  CHECK(given.list() == "EC KE MA CL");
}

TEST_CASE("L2 an entry carries the speaker, the title and the language to be spoken") {
  Given given = on_the_floor();
  given.must(grant_of("CL"),
             RequestFloor{.panel = high_level, .language = "es", .speaker = {"A. Delegate (fictional)", "Ambassador"}});
  const Entry& entry = given.entry(given.panel().order().front());
  CHECK(entry.speaker == Speaker{"A. Delegate (fictional)", "Ambassador"});
  CHECK(entry.language == "es");
  given.must(grant_of("EC"), RequestFloor{.panel = high_level});
  CHECK(given.entry(given.panel().order().back()).language == "en");
}

TEST_CASE("L2 a group statement names whom it is for, and a question may name a panellist") {
  Given given = on_the_floor();
  CHECK(given.refused(grant_of("CL"), RequestFloor{.panel = high_level, .kind = Kind::group_statement}) == "malformed");
  CHECK(given.refused(grant_of("CL"), RequestFloor{.panel = high_level, .on_behalf_of = "GRULAC"}) == "malformed");
  CHECK(given.refused(grant_of("CL"), RequestFloor{.panel = high_level, .addressed_to = PanellistId{"it"}}) ==
        "malformed");
  CHECK(given.refused(grant_of("CL"),
                      RequestFloor{.panel = high_level, .kind = Kind::question, .addressed_to = PanellistId{"fr"}}) ==
        "unknown_panellist");
  given.must(grant_of("CL"),
             RequestFloor{.panel = high_level, .kind = Kind::question, .addressed_to = PanellistId{"it"}});
  given.must(grant_of("CL"),
             RequestFloor{.panel = high_level, .kind = Kind::group_statement, .on_behalf_of = "GRULAC"});
  CHECK(given.list() == "CL CL");
}

TEST_CASE("L2 what is written into a request is bounded") {
  Given given = on_the_floor();
  const auto ask = [&](RequestFloor act) { return given.refused(grant_of("CL"), std::move(act)); };
  CHECK(ask({.panel = high_level, .speaker = {.name = std::string(speaker_name_bytes_max + 1, 'x')}}) ==
        "text_too_long");
  CHECK(ask({.panel = high_level, .speaker = {.title = std::string(speaker_title_bytes_max + 1, 'x')}}) ==
        "text_too_long");
  CHECK(ask({.panel = high_level,
             .kind = Kind::group_statement,
             .on_behalf_of = std::string(on_behalf_of_bytes_max + 1, 'x')}) == "text_too_long");
  CHECK(ask({.panel = high_level, .language = "not a tag"}) == "malformed");
  CHECK(ask({.panel = high_level, .speaker = {.name = std::string(speaker_name_bytes_max, 'x')}}) == "accepted");
}

TEST_CASE("L2 a list holds so many entries and no more") {
  Programme programme = small_programme();
  programme.panels[0].several_entries = true;
  Given given = on_the_floor(programme);
  for (std::size_t count = 0; count < list_entries_max; ++count)
    REQUIRE(given.when(grant_of("CL"), RequestFloor{.panel = high_level}));
  CHECK(given.refused(grant_of("EC"), RequestFloor{.panel = high_level}) == "list_full");
}

TEST_CASE("L3 chair and desk act for any delegation, also on a closed list") {
  for (const GrantId& manager : {chair, desk}) {
    Given given = on_the_floor();
    given.must(chair, CloseList{high_level});
    CHECK(given.refused(grant_of("CL"), RequestFloor{.panel = high_level}) == "list_closed");
    given.must(manager, RequestFloor{.panel = high_level, .delegation = DelegationId{"CL"}});
    CHECK(given.list() == "CL");
    given.must(manager, WithdrawEntry{given.panel().order().front()});
    CHECK(given.list().empty());
  }
}

TEST_CASE("L3 a delegation cannot ask for another one, and the chair must name one that exists") {
  Given given = on_the_floor();
  CHECK(given.refused(grant_of("CL"), RequestFloor{.panel = high_level, .delegation = DelegationId{"EC"}}) ==
        "unauthorized");
  CHECK(given.refused(chair, RequestFloor{.panel = high_level}) == "malformed");
  CHECK(given.refused(chair, RequestFloor{.panel = high_level, .delegation = DelegationId{"XX"}}) ==
        "unknown_delegation");
}

TEST_CASE("L6 an entry is moved before or after another") {
  Given given = four_waiting();
  const auto order = given.panel().order();
  given.must(chair, MoveEntry{.entry = order[3], .anchor = order[0], .before = true});
  CHECK(given.list() == "MA CL EC KE");
  given.must(chair, MoveEntry{.entry = order[3], .anchor = order[1], .before = false});
  CHECK(given.list() == "CL EC MA KE");
  CHECK(given.entry(order[3]).moved);
}

TEST_CASE("L6 two people who move different entries both succeed") {
  Given given = four_waiting();
  const auto order = given.panel().order();
  given.must(chair, MoveEntry{.entry = order[3], .anchor = order[0], .before = true});
  given.must(desk, MoveEntry{.entry = order[2], .anchor = order[1], .before = true});
  CHECK(given.list() == "MA CL KE EC");
}

TEST_CASE("L6 a move to where the entry stands, or next to one that left, is refused") {
  Given given = four_waiting();
  const auto order = given.panel().order();
  CHECK(given.refused(chair, MoveEntry{.entry = order[1], .anchor = order[0], .before = false}) == "same_place");
  CHECK(given.refused(chair, MoveEntry{.entry = order[1], .anchor = order[1], .before = true}) == "same_place");
  given.must(grant_of("CL"), WithdrawEntry{order[0]});
  CHECK(given.refused(chair, MoveEntry{.entry = order[1], .anchor = order[0], .before = true}) == "not_waiting");
  CHECK(given.refused(chair, MoveEntry{.entry = {99}, .anchor = order[1], .before = true}) == "unknown_entry");
}

TEST_CASE("L6 an entry is removed, its delegation is told, and it can be put back where it was") {
  Given given = four_waiting();
  const EntryId ecuador = given.panel().order().at(1);
  given.must(chair, RemoveEntry{ecuador});
  CHECK(given.list() == "CL KE MA");
  CHECK(given.state.standings.at({"EC"}).outcome == Outcome::removed);
  given.must(chair, RestoreEntry{ecuador});
  CHECK(given.list() == "CL EC KE MA");
  CHECK(given.refused(chair, RestoreEntry{ecuador}) == "not_removed");
}

TEST_CASE("L6 an entry is not put back where its delegation has asked again meanwhile") {
  Given given = four_waiting();
  const EntryId ecuador = given.panel().order().at(1);
  given.must(chair, RemoveEntry{ecuador});
  given.must(grant_of("EC"), RequestFloor{.panel = high_level});
  CHECK(given.refused(chair, RestoreEntry{ecuador}) == "already_listed");
  CHECK_FALSE(given.state.standings.contains({"EC"}));
}

TEST_CASE("L6 a no-show goes to the end of the list, and is taken off the second time") {
  Given given = four_waiting();
  const EntryId chile = given.panel().order().at(0);
  given.must(chair, RecordNoShow{chile});
  CHECK(given.list() == "EC KE MA CL");
  CHECK(given.state.standings.at({"CL"}).outcome == Outcome::no_show);
  given.must(chair, RecordNoShow{chile});
  CHECK(given.list() == "EC KE MA");
  CHECK(given.state.standings.at({"CL"}).outcome == Outcome::no_show_off);
  CHECK(given.refused(chair, RecordNoShow{chile}) == "not_waiting");
}

TEST_CASE("L6 a no-show goes to the end of its class where the policy has classes") {
  Programme programme = small_programme();
  programme.panels[0].order_policy = OrderPolicy::category;
  Given given = on_the_floor(programme);
  for (const char* delegation : {"CL", "EC", "VA", "ILO"}) given.ask(delegation);
  given.must(chair, RecordNoShow{given.panel().order().at(0)});
  CHECK(given.list() == "EC CL VA ILO");
}

TEST_CASE("L6 a no-show is cleared to the place it had, first and second time") {
  Given given = four_waiting();
  const EntryId ecuador = given.panel().order().at(1);
  given.must(chair, RecordNoShow{ecuador});
  given.must(chair, ClearNoShow{ecuador});
  CHECK(given.list() == "CL EC KE MA");
  CHECK(given.refused(chair, ClearNoShow{ecuador}) == "no_no_show");
  given.must(chair, RecordNoShow{ecuador});
  given.must(chair, RecordNoShow{ecuador});
  given.must(chair, ClearNoShow{ecuador});
  CHECK(given.list() == "CL KE MA EC");
  CHECK(given.entry(ecuador).no_shows == 1);
}

TEST_CASE("L4 by category: group statements, members, observer States, IGOs, NGOs, each by time") {
  Given given = on_the_floor();
  given.must(chair, SetOrderPolicy{high_level, OrderPolicy::category});
  for (const char* delegation : {"CARE", "ILO", "VA", "KE", "CL"}) given.ask(delegation);
  given.ask("MA", Kind::group_statement);
  CHECK(given.list() == "MA KE CL VA ILO CARE");
}

TEST_CASE("L4 a change of policy orders the whole list anew, back and forth") {
  Given given = on_the_floor();
  for (const char* delegation : {"CARE", "KE", "VA", "CL"}) given.ask(delegation);
  CHECK(given.list() == "CARE KE VA CL");
  given.must(chair, SetOrderPolicy{high_level, OrderPolicy::category});
  CHECK(given.list() == "KE CL VA CARE");
  given.must(chair, SetOrderPolicy{high_level, OrderPolicy::inscription_time});
  CHECK(given.list() == "CARE KE VA CL");
  CHECK(given.refused(chair, SetOrderPolicy{high_level, OrderPolicy::inscription_time}) == "nothing_changes");
}

TEST_CASE("L4 what the chair has moved stays, and does not draw later requests of other classes along") {
  Given given = on_the_floor();
  given.must(chair, SetOrderPolicy{high_level, OrderPolicy::category});
  for (const char* delegation : {"CL", "VA", "CARE"}) given.ask(delegation);
  const EntryId ngo = given.panel().order().at(2);
  given.must(chair, MoveEntry{.entry = ngo, .anchor = given.panel().order().at(0), .before = true});
  given.ask("EC");
  CHECK(given.list() == "CARE CL EC VA");
}

TEST_CASE("L6 a no-show that was moved meanwhile is cleared to the place it had when it was called") {
  Given given = four_waiting();
  const auto order = given.panel().order();
  given.must(chair, RecordNoShow{order[1]});
  given.must(chair, MoveEntry{.entry = order[1], .anchor = order[0], .before = true});
  given.must(chair, ClearNoShow{order[1]});
  CHECK(given.list() == "CL EC KE MA");
}

TEST_CASE("P3 the planned opening of a draft's list waits until the draft has a title") {
  Programme programme = small_programme();
  programme.panels[2].list_opens_at = start + minutes(1);
  Given given(programme);
  given.after(minutes(2));
  CHECK(given.deadlines() == 0);
  CHECK(given.panel(special).list == ListStatus::not_open);
  CHECK(given.refused(system_grant, OpenListAsPlanned{special, given.panel(special).opening_planned_by}) ==
        "nothing_changes");
  given.must(chair, SetPanelTitle{special, {{"en", "Diasporas and return"}}});
  CHECK(given.deadlines() == 1);
  CHECK(given.panel(special).list == ListStatus::open);
}

TEST_CASE("L3 chair and desk put a guest on the list, with a name and a body and no delegation") {
  Given given = four_waiting();
  const RequestFloor guest{.panel = high_level, .speaker = {.name = "A guest (fictional)"}, .body = "A university"};
  given.must(chair, guest);
  given.must(desk, guest);
  CHECK(given.list() == "CL EC KE MA guest guest");
  const EntryId entry = given.panel().order().back();
  CHECK(given.entry(entry).body == "A university");
  given.give(entry);
  CHECK(given.speech(*given.panel().speech()).limit_of == LimitOf::secretariat);
}

TEST_CASE("L3 a guest has a name and no delegation, and no delegate brings one") {
  Given given = on_the_floor();
  const RequestFloor guest{.panel = high_level, .speaker = {.name = "A guest (fictional)"}, .body = "A university"};
  CHECK(given.refused(grant_of("CL"), guest) == "unauthorized");
  CHECK(given.refused(chair, {RequestFloor{.panel = high_level, .body = "A university"}}) == "malformed");
  RequestFloor both = guest;
  both.delegation = DelegationId{"CL"};
  CHECK(given.refused(chair, both) == "malformed");
  RequestFloor long_body = guest;
  long_body.body = std::string(body_bytes_max + 1, 'a');
  CHECK(given.refused(chair, long_body) == "text_too_long");
}

TEST_CASE("L6 the one that is next is passed over once and keeps its place") {
  Given given = four_waiting();
  const auto order = given.panel().order();
  CHECK(given.refused(chair, SkipEntry{order[1]}) == "not_next");
  given.must(chair, SkipEntry{order[0]});
  CHECK(given.list() == "CL EC KE MA");
  CHECK(next_of(given.state, given.panel()) == order[1]);
  given.must(chair, SkipEntry{order[1]});
  CHECK(next_of(given.state, given.panel()) == order[2]);
  given.give(order[2]);
  CHECK(given.list() == "CL EC MA");
  CHECK(next_of(given.state, given.panel()) == order[0]);
}

TEST_CASE("L6 passing over is taken back, or over once the entry leaves its place") {
  Given given = four_waiting();
  const auto order = given.panel().order();
  given.must(chair, SkipEntry{order[0]});
  given.must(chair, ClearSkip{order[0]});
  CHECK(given.refused(chair, ClearSkip{order[0]}) == "not_skipped");
  CHECK(next_of(given.state, given.panel()) == order[0]);
  given.must(chair, SkipEntry{order[0]});
  given.must(chair, MoveEntry{.entry = order[0], .anchor = order[1], .before = false});
  CHECK_FALSE(given.entry(order[0]).skipped);
}

TEST_CASE("L6 a panellist's turn calls nobody behind: who was passed over stays so") {
  Given given = four_waiting();
  const auto order = given.panel().order();
  given.must(chair, SkipEntry{order[0]});
  given.must(chair, GiveFloor{high_level, PanellistId{"it"}});
  CHECK(given.entry(order[0]).skipped);
  CHECK(next_of(given.state, given.panel()) == order[1]);
  given.give(order[1]);
  CHECK(next_of(given.state, given.panel()) == order[0]);
}

TEST_CASE("L6 nobody is passed over for nobody") {
  Given given = on_the_floor();
  const EntryId chile = given.ask("CL");
  CHECK(given.refused(chair, SkipEntry{chile}) == "nobody_else_waits");
  const EntryId ecuador = given.ask("EC");
  given.must(chair, SkipEntry{chile});
  CHECK(given.refused(chair, SkipEntry{ecuador}) == "nobody_else_waits");
  CHECK(given.refused(chair, SkipEntry{chile}) == "not_next");
}

TEST_CASE("L6 two devices that press next after a pass agree on who that is") {
  Given given = four_waiting();
  const auto order = given.panel().order();
  given.must(chair, SkipEntry{order[0]});
  CHECK(given.refused(desk, GiveFloor{high_level, order[0]}, {.head = order[0]}) == "changed_meanwhile");
  CHECK(given.refused(chair, GiveFloor{high_level, order[1]}, {.head = order[1]}) == "accepted");
}
