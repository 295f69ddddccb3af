// What takes an act back, as the acts' facts say it: a table, and that the floor then is as it was.
#include "council/inverse.hpp"

#include "council/given.hpp"

using namespace rostrum;
using namespace rostrum::council;

namespace {

/// What takes `act` back, as it is decided now.
std::vector<Act> back(const Given& given, const Act& act) { return inverse(given.state, given.now, act); }

}  // namespace

TEST_CASE("an act that can be taken back in one step names what does it, on the same subject") {
  const Given given = four_waiting();
  const EntryId chile = given.panel().order().front();
  const std::vector<std::pair<Act, Act>> table{
      {RemoveEntry{chile}, RestoreEntry{chile}},
      {FileInWriting{chile}, RestoreEntry{chile}},
      {AnswerStandBy{chile}, ClearStandBy{chile}},
      {RecordNoShow{chile}, ClearNoShow{chile}},
      {SkipEntry{chile}, ClearSkip{chile}},
      {CloseMeeting{afternoon}, OpenMeeting{afternoon}},
      {RequestFloor{.panel = high_level}, WithdrawEntry{{given.state.last_entry + 1}}},
      {MoveEntry{chile, given.panel().order().back(), false}, ClearMove{chile, 1}},
      {AnnounceListClosing{high_level, given.now + minutes(5)}, OpenList{high_level}},
      {SetOrderPolicy{high_level, OrderPolicy::category}, SetOrderPolicy{high_level, OrderPolicy::inscription_time}},
      {SetLimit{high_level, LimitOf::member, seconds(90)}, SetLimit{high_level, LimitOf::member, seconds(180)}},
      {SetAtLimit{high_level, AtLimit::cut, seconds(5)}, SetAtLimit{high_level, AtLimit::signal, seconds(15)}},
  };
  for (const auto& [act, inverse] : table) {
    INFO(name(act));
    CHECK(back(given, act) == std::vector{inverse});
  }
}

TEST_CASE("an act that nothing takes back in one step has no inverse") {
  const Given given = four_waiting();
  const EntryId chile = given.panel().order().front();
  for (const Act& act :
       std::vector<Act>{GiveFloor{high_level, chile}, ReturnSpeaker{high_level}, WithdrawEntry{chile}, EndSpeech{{1}},
                        RestoreEntry{chile}, OpenList{review}, PlanListOpening{review, given.now + minutes(5)},
                        RulePointOfOrder{chile}, SendNotice{}}) {
    INFO(name(act));
    CHECK(back(given, act).empty());
  }
}

TEST_CASE("L6 a removal, a no-show and a skip that are taken back leave the list as it was") {
  for (const auto& act : {+[](EntryId entry) -> Act { return RemoveEntry{entry}; },
                          +[](EntryId entry) -> Act { return RecordNoShow{entry}; },
                          +[](EntryId entry) -> Act { return SkipEntry{entry}; }}) {
    Given given = four_waiting();
    const Act done = act(given.panel().order().front());
    INFO(name(done));
    const auto inverse = back(given, done);
    given.must(chair, done);
    for (const Act& one : inverse) given.must(chair, one);
    CHECK(given.list() == "CL EC KE MA");
    CHECK_FALSE(given.entry(given.panel().order().front()).skipped);
    CHECK(given.entry(given.panel().order().front()).no_shows == 0);
  }
}

TEST_CASE("L5 a point of order that is not taken up is put back where it waited") {
  Given given = four_waiting();
  const EntryId point = given.raise("EC");
  const auto inverse = back(given, RemoveEntry{point});
  given.must(chair, RemoveEntry{point});
  for (const Act& one : inverse) given.must(chair, one);
  CHECK(given.panel().lines[Line::points] == std::vector{point});
}

TEST_CASE("L1 a list that was closed is opened again, with the closing that was announced and is still to come") {
  Given given = four_waiting();
  CHECK(back(given, CloseList{high_level}) == std::vector<Act>{OpenList{high_level}});
  const Instant closes_at = given.now + minutes(10);
  given.must(chair, AnnounceListClosing{high_level, closes_at});
  const std::vector<Act> as_it_was{OpenList{high_level}, AnnounceListClosing{high_level, closes_at}};
  CHECK(back(given, CloseList{high_level}) == as_it_was);
  given.must(chair, CloseList{high_level});
  for (const Act& one : as_it_was) given.must(chair, one);
  CHECK(given.panel().list == ListStatus::closing);
  CHECK(given.panel().list_closes_at == closes_at);
  given.at(closes_at);
  CHECK(back(given, CloseList{high_level}).empty());  // closed at that instant, whoever says so first
}

TEST_CASE("V3 a notice that was withdrawn is sent again in the same words to the same") {
  Given given = four_waiting();
  const SendNotice sent{.to = DelegationId{"CL"}, .text = {{"en", "Your time has moved."}}};
  given.must(chair, sent);
  const NoticeId first{given.state.last_notice};
  CHECK(back(given, WithdrawNotice{first}) == std::vector<Act>{sent});
  given.must(chair, WithdrawNotice{first});
  given.must(chair, sent);
  CHECK(given.state.notices.at({first.value + 1}).text == sent.text);
  CHECK(back(given, WithdrawNotice{{99}}).empty());
}

TEST_CASE("P3 a panel that was closed is taken up again, with its list as it was") {
  Given given = on_the_floor();
  CHECK(back(given, ClosePanel{high_level}) == std::vector<Act>{OpenPanel{high_level}, OpenList{high_level}});
  const Instant closes_at = given.now + minutes(10);
  given.must(chair, AnnounceListClosing{high_level, closes_at});
  const auto inverse = back(given, ClosePanel{high_level});
  CHECK(inverse ==
        std::vector<Act>{OpenPanel{high_level}, OpenList{high_level}, AnnounceListClosing{high_level, closes_at}});
  given.must(chair, ClosePanel{high_level});
  for (const Act& one : inverse) given.must(chair, one);
  CHECK(given.panel().status == PanelStatus::open);
  CHECK(given.panel().list == ListStatus::closing);
  given.must(chair, CloseList{high_level});
  CHECK(back(given, ClosePanel{high_level}) == std::vector<Act>{OpenPanel{high_level}});
}

TEST_CASE("L6 a move that is taken back leaves the list as it was, with what was moved and passed over before") {
  Given given = four_waiting();
  const EntryId chile = given.panel().order().front();
  const EntryId kenya = given.panel().order().at(2);
  given.must(chair, SkipEntry{chile});
  for (const auto& [entry, place] : {std::pair{chile, 3}, std::pair{kenya, 0}}) {
    const Entry was = given.entry(entry);
    const MoveEntry move{entry, given.panel().order().at(static_cast<std::size_t>(place)), place == 0};
    const auto inverse = back(given, move);
    given.must(chair, move);
    CHECK(given.entry(entry).moved);
    for (const Act& one : inverse) given.must(chair, one);
    CHECK(given.list() == "CL EC KE MA");
    CHECK(given.entry(entry).moved == was.moved);
    CHECK(given.entry(entry).skipped == was.skipped);
  }
  given.must(chair, MoveEntry{kenya, chile});
  const MoveEntry again{kenya, given.panel().order().back(), false};
  const auto inverse = back(given, again);
  given.must(chair, again);
  for (const Act& one : inverse) given.must(chair, one);
  CHECK(given.list() == "KE CL EC MA");
  CHECK(given.entry(kenya).moved);  // by the move before
}

TEST_CASE("L6 a move is taken back between those it stood between, with what others did since kept") {
  Given given = four_waiting();
  const auto order = given.panel().order();
  const MoveEntry move{order.at(2), order.front()};
  const auto inverse = back(given, move);
  given.must(chair, move);
  given.must(chair, MoveEntry{order.at(1), order.at(3), false});
  CHECK(given.list() == "KE CL MA EC");
  given.give(order.front());
  for (const Act& one : inverse) given.must(chair, one);
  CHECK(given.list() == "KE MA EC");
}

TEST_CASE("L6 a move is taken back by the neighbour that nobody has placed since") {
  Given given = four_waiting();
  const auto order = given.panel().order();
  const MoveEntry move{order.at(1), order.at(3), false};
  const auto inverse = back(given, move);
  given.must(chair, move);
  given.must(desk, MoveEntry{order.at(2), order.front()});
  CHECK(given.list() == "KE CL MA EC");
  for (const Act& one : inverse) given.must(chair, one);
  CHECK(given.list() == "KE CL EC MA");  // behind Chile, and not before Kenya, which the desk has put to the head
}

TEST_CASE("L6 a move is not taken back to among those of another kind") {
  Given given = four_waiting();
  const auto order = given.panel().order();
  const MoveEntry move{order.at(2), order.front()};
  const auto inverse = back(given, move);
  given.must(chair, move);
  given.must(grant_of("KE"),
             CorrectEntry{.entry = order.at(2), .kind = Kind::group_statement, .language = "en", .on_behalf_of = "AG"});
  CHECK(given.refused(chair, inverse.front()) == "not_moved");
}

TEST_CASE("L6 who was passed over before a move is not passed over once more when the move is taken back") {
  Given given = four_waiting();
  const auto order = given.panel().order();
  given.must(chair, SkipEntry{order.front()});
  const MoveEntry move{order.front(), order.at(3), false};
  const auto inverse = back(given, move);
  given.must(chair, move);
  given.give(order.at(1));
  for (const Act& one : inverse) given.must(chair, one);
  CHECK(given.list() == "CL KE MA");
  CHECK_FALSE(given.entry(order.front()).skipped);
}

TEST_CASE("L6 a move is taken back by its number, so that a later one of another stays") {
  Given given = four_waiting();
  const auto order = given.panel().order();
  const MoveEntry move{order.back(), order.front()};
  const auto inverse = back(given, move);
  given.must(chair, move);
  given.must(desk, MoveEntry{order.back(), order.at(1), false});
  CHECK(given.refused(chair, inverse.front()) == "changed_meanwhile");
  CHECK(given.list() == "CL EC MA KE");
  given.must(chair, SetOrderPolicy{high_level, OrderPolicy::inscription_time, true});
  CHECK(given.refused(desk, ClearMove{order.back(), 2}) == "not_moved");
  given.give(order.back());
  CHECK(given.refused(chair, ClearMove{order.back(), 2}) == "not_waiting");
}

TEST_CASE(
    "L1 an opening, and a closing that is announced, are taken back to what the list was where an act makes it so") {
  Given given = four_waiting();
  const Instant first = given.now + minutes(10);
  const Instant second = given.now + minutes(20);
  given.must(chair, AnnounceListClosing{high_level, first});
  CHECK(back(given, AnnounceListClosing{high_level, second}) ==
        std::vector<Act>{AnnounceListClosing{high_level, first}});
  CHECK(back(given, OpenList{high_level}) == std::vector<Act>{AnnounceListClosing{high_level, first}});
  given.at(first);
  CHECK(back(given, OpenList{high_level}) == std::vector<Act>{CloseList{high_level}});
  given.must(chair, PlanListOpening{review, second});
  CHECK(back(given, PlanListOpening{review, second + minutes(1)}) == std::vector<Act>{PlanListOpening{review, second}});
}

TEST_CASE("L4 another order is taken back, with what was placed by hand at its place") {
  Given given = four_waiting();
  given.ask("PH", Kind::group_statement);
  const SetOrderPolicy by_category{high_level, OrderPolicy::category};
  const auto inverse = back(given, by_category);
  given.must(chair, by_category);
  CHECK(given.list() == "PH CL EC KE MA");
  for (const Act& one : inverse) given.must(chair, one);
  CHECK(given.list() == "CL EC KE MA PH");
  given.must(chair, MoveEntry{given.panel().order().back(), given.panel().order().front()});
  const auto with_a_move = back(given, by_category);
  given.must(chair, by_category);
  for (const Act& one : with_a_move) given.must(chair, one);
  CHECK(given.list() == "PH CL EC KE MA");
  CHECK(given.entry(given.panel().order().front()).moved);
  given.must(chair, SetOrderPolicy{high_level, OrderPolicy::manual});
  CHECK(back(given, by_category).empty());
}

TEST_CASE("T1 a limit that was changed for the speech under way too is taken back for both") {
  Given given = four_waiting();
  const SpeechId speech = given.give(given.panel().order().front());
  given.must(chair, SetSpeechLimit{speech, seconds(200)});
  const SetLimit change{high_level, LimitOf::member, seconds(90), true};
  const auto inverse = back(given, change);
  given.must(chair, change);
  for (const Act& one : inverse) given.must(chair, one);
  CHECK(given.panel().plan.limits.at(LimitOf::member) == seconds(180));
  CHECK(given.speech(speech).limit == seconds(200));
}
