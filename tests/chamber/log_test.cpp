// The log as the desk asks for it: backwards, in bounded answers (L14).
#include "chamber/hall.hpp"

using namespace rostrum;
using namespace rostrum::chamber;
using council::chair;
using council::grant_of;
using council::high_level;

namespace {

ToldLog ask(Hall& hall, std::optional<PanelId> panel = std::nullopt, std::optional<Seq> before = std::nullopt) {
  std::optional<ToldLog> log;
  hall.chamber->ask_log({std::move(panel), before}, [&](std::optional<ToldLog> told) { log = std::move(told); });
  hall.scheduler->settle();
  REQUIRE(log);
  return *std::move(log);
}

/// All answers one after the other.
std::vector<wire::LogLine> ask_all(Hall& hall, const std::optional<PanelId>& panel = std::nullopt) {
  std::vector<wire::LogLine> lines;
  std::optional<Seq> before;
  do {
    const ToldLog log = ask(hall, panel, before);
    lines.insert(lines.end(), log.lines.begin(), log.lines.end());
    before = log.next_before;
  } while (before);
  return lines;
}

std::vector<std::string> events(const std::vector<wire::LogLine>& lines) {
  std::vector<std::string> names;
  for (const auto& line : lines) names.push_back(line.event);
  return names;
}

void title(Hall& hall, const PanelId& panel, int number) {
  REQUIRE(hall.said(hall.act(chair, council::SetPanelTitle{panel, {{"en", "title " + std::to_string(number)}}})) ==
          "accepted");
}

}  // namespace

TEST_CASE("L14 the log is told backwards, with who did what and when") {
  Hall hall;
  hall.open_floor();
  hall.clock.advance(minutes(1));
  hall.act(grant_of("CL"), council::RequestFloor{.panel = high_level});
  const ToldLog log = ask(hall);
  CHECK(events(log.lines) == std::vector<std::string>{"floor_requested", "list_opened", "panel_opened",
                                                      "meeting_opened", "session_created"});
  CHECK_FALSE(log.next_before);
  CHECK(log.lines.front().seq == hall.chamber->seq());
  CHECK(log.lines.front().actor == SeatId{"CL"});
  CHECK(log.lines.front().at == council::start + minutes(1));
}

TEST_CASE("L14 the log of a panel has what is about that panel only") {
  Hall hall;
  title(hall, high_level, 1);
  title(hall, council::review, 2);
  title(hall, high_level, 3);
  CHECK(events(ask(hall, high_level).lines) == std::vector<std::string>{"panel_titled", "panel_titled"});
  CHECK(ask(hall, council::review).lines.size() == 1);
}

TEST_CASE("L14 the acts of one commit are told backwards too, each under its name") {
  Hall hall;
  hall.open_floor();
  for (const char* delegation : {"CL", "EC"})
    (void)hall.send(grant_of(delegation), council::RequestFloor{.panel = high_level});
  hall.scheduler->settle();
  const auto lines = ask(hall).lines;
  CHECK(lines[0].actor == SeatId{"EC"});
  CHECK(lines[0].index == 1);
  CHECK(lines[1].actor == SeatId{"CL"});
  CHECK(lines[1].index == 0);
  CHECK(lines[0].seq == lines[1].seq);
}

TEST_CASE("L14 an answer has so many lines and says where to go on, so that nothing is told twice or left out") {
  Hall hall;
  const int titles = static_cast<int>(lines_per_answer_max) + 50;
  for (int number = 0; number < titles; ++number) title(hall, high_level, number);
  const ToldLog first = ask(hall);
  CHECK(first.lines.size() == lines_per_answer_max);
  CHECK(first.next_before == first.lines.back().seq);
  const auto all = ask_all(hall);
  REQUIRE(all.size() == static_cast<std::size_t>(titles) + 1);
  for (std::size_t index = 0; index < all.size(); ++index)
    CHECK(all[index].seq.value == hall.chamber->seq().value - index);
}

TEST_CASE("L14 a commit is told whole, also where it has more lines than an answer") {
  council::Programme programme = council::small_programme();
  programme.panels[0].several_entries = true;
  Hall hall(programme);
  hall.open_floor();
  for (std::size_t count = 0; count < acts_per_commit_max; ++count)
    (void)hall.send(grant_of("CL"), council::RequestFloor{.panel = high_level});
  hall.scheduler->settle();
  const ToldLog log = ask(hall);
  CHECK(log.lines.size() == acts_per_commit_max);
  CHECK(log.next_before == log.lines.back().seq);
  CHECK(ask_all(hall).size() == acts_per_commit_max + 4);
}

TEST_CASE("L14 an answer looks at so many commits, even where none of them is told") {
  Hall hall;
  title(hall, council::review, 0);
  for (std::size_t number = 0; number < commits_per_answer_max; ++number)
    title(hall, high_level, static_cast<int>(number));
  const ToldLog first = ask(hall, council::review);
  CHECK(first.lines.empty());
  REQUIRE(first.next_before);
  CHECK(first.next_before->value == hall.chamber->seq().value + 1 - commits_per_answer_max);
  CHECK(ask_all(hall, council::review).size() == 1);
}

TEST_CASE("L14 an answer reads so many bytes") {
  council::Programme programme = council::small_programme();
  Hall hall(programme);
  const std::string long_title(council::panel_title_bytes_max - 10, 'x');
  std::size_t bytes = 0;
  while (bytes < log_bytes_per_answer_max + (log_bytes_per_answer_max / 4)) {
    for (std::size_t count = 0; count < acts_per_commit_max; ++count)
      (void)hall.send(chair, council::SetPanelTitle{high_level, {{"en", long_title + std::to_string(count)}}});
    hall.scheduler->settle();
    bytes += acts_per_commit_max * long_title.size();
  }
  const ToldLog log = ask(hall, council::review);
  CHECK(log.lines.empty());
  REQUIRE(log.next_before);
  CHECK(log.next_before->value > 1);
  CHECK(ask_all(hall, council::review).empty());
}

TEST_CASE("L14 a log before the first commit, or behind the last, is no error") {
  Hall hall;
  CHECK(ask(hall, {}, Seq{1}).lines.empty());
  CHECK(ask(hall, {}, Seq{0}).lines.empty());
  CHECK(ask(hall, {}, Seq{1'000'000}).lines.size() == 1);
}

TEST_CASE("L14 the log is read when no commit is being written, and shows what was") {
  Hall hall;
  (void)hall.send(chair, council::OpenMeeting{council::afternoon});
  hall.scheduler->run_posted();
  REQUIRE(hall.scheduler->writing());
  std::optional<ToldLog> log;
  hall.chamber->ask_log({}, [&](std::optional<ToldLog> told) { log = std::move(told); });
  hall.scheduler->run_posted();
  CHECK_FALSE(log);
  hall.scheduler->settle();
  REQUIRE(log);
  CHECK(log->lines.front().event == "meeting_opened");
}

TEST_CASE("L14 so many may wait for the log and no more, and all who wait are answered") {
  Hall hall;
  std::size_t told = 0, refused = 0;
  for (std::size_t count = 0; count < waiting_questions_max + 1; ++count)
    hall.chamber->ask_log({}, [&](const std::optional<ToldLog>& log) { ++(log ? told : refused); });
  hall.scheduler->settle();
  CHECK(told == waiting_questions_max);
  CHECK(refused == 1);
}
