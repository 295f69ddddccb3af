// An entry: seen by everyone who sees the panel, while it waits or has the floor.
#include "views/seen.hpp"
#include "views/watched.hpp"

namespace rostrum::views {

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

TEST_CASE(
    "L3 a guest is seen with name and body, and L9 who is next is told with the list, also behind who is passed over") {
  Given given = four_waiting();
  given.must(chair,
             RequestFloor{.panel = high_level, .speaker = {.name = "A guest (fictional)"}, .body = "A university"});
  const auto entity = render(given.state, {.kind = KeyKind::entry, .number = 5}, Audience::public_);
  CHECK(std::get<Entry>(*entity).body == "A university");
  const auto next = [&] {
    return std::get<Queue>(*render(given.state, {.kind = KeyKind::queue, .id = "high-level"}, Audience::public_)).next;
  };
  CHECK(next() == EntryId{1});
  given.must(chair, SkipEntry{{1}});
  CHECK(next() == EntryId{2});
}

TEST_CASE("L15 everyone who sees an entry is told how many statements of its own its delegation has made before") {
  Given given = four_waiting();
  given.ask("CL", Kind::question);
  const auto told = [&](Audience audience) {
    return std::get<Entry>(*render(given.state, {.kind = KeyKind::entry, .number = 5}, audience)).statements_before;
  };
  for (const Audience audience : {Audience::public_, Audience::delegate, Audience::booth, Audience::desk})
    CHECK(told(audience) == 0);
  Watched watched(std::move(given));
  watched.must(chair, GiveFloor{high_level, EntryId{1}});
  CHECK(watched.touched_last().contains("entry/5"));
  given = watched.given();
  for (const Audience audience : {Audience::public_, Audience::delegate, Audience::booth, Audience::desk})
    CHECK(told(audience) == 1);
}

}  // namespace rostrum::views
