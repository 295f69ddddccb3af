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
      {RecordNoShow{chile}, ClearNoShow{chile}},
      {SkipEntry{chile}, ClearSkip{chile}},
      {CloseMeeting{afternoon}, OpenMeeting{afternoon}},
  };
  for (const auto& [act, inverse] : table) {
    INFO(name(act));
    CHECK(back(given, act) == std::vector{inverse});
  }
}

TEST_CASE("an act that nothing takes back in one step has no inverse") {
  const Given given = four_waiting();
  const EntryId chile = given.panel().order().front();
  for (const Act& act : std::vector<Act>{GiveFloor{high_level, chile}, MoveEntry{chile, given.panel().order().back()},
                                         WithdrawEntry{chile}, EndSpeech{{1}}, RestoreEntry{chile},
                                         OpenList{high_level}, RulePointOfOrder{chile}, SendNotice{}}) {
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
