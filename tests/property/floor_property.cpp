// What holds whatever happens on the floor: everybody's picture is right, the log says the same as the live server, and
// nobody is sent what is not for them. The acts are any that people might send, sound and unsound, by anyone, with
// restarts, lost lines and passing time between them.
#include <rapidcheck.h>

#include "chamber/hall.hpp"

using namespace rostrum;
using namespace rostrum::chamber;

namespace {

struct Step {
  int what = 0;
  int who = 0;
  std::uint32_t number = 0;
  std::uint32_t other = 0;
  int choice = 0;
};

void showValue(const Step& step, std::ostream& out) {
  out << "{" << step.what << ", " << step.who << ", " << step.number << ", " << step.other << ", " << step.choice
      << "}";
}

}  // namespace

namespace rc {

template <>
struct Arbitrary<Step> {
  static Gen<Step> arbitrary() {
    return gen::build<Step>(gen::set(&Step::what, gen::inRange(0, 70)), gen::set(&Step::who, gen::inRange(0, 14)),
                            gen::set(&Step::number, gen::inRange<std::uint32_t>(0, 14)),
                            gen::set(&Step::other, gen::inRange<std::uint32_t>(0, 14)),
                            gen::set(&Step::choice, gen::inRange(0, 8)));
  }
};

}  // namespace rc

namespace {

using namespace rostrum::council;

const std::array delegations{"CL", "EC", "KE", "MA", "PH", "VA", "ILO", "CARE"};

GrantId actor(const Step& step) {
  // Mostly the chair, so that much is accepted.
  if (step.who < 6) return chair;
  if (step.who == 6) return desk;
  if (step.who == 7) return step.choice % 2 == 0 ? display : captioner;
  if (step.who == 8) return booth;
  return grant_of(delegations[static_cast<std::size_t>(step.number) % delegations.size()]);
}

PanelId panel_of(const Step& step) {
  if (step.choice < 6) return high_level;
  return step.choice == 6 ? review : special;
}

RequestFloor request_of(const Step& step) {
  const Kind kind = static_cast<Kind>(step.choice % kind_count);
  return {.panel = panel_of(step),
          .delegation = DelegationId{delegations[step.number % delegations.size()]},
          .kind = kind,
          .on_behalf_of = kind == Kind::group_statement ? "a group" : ""};
}

/// The entry at a place of the list, so that many acts hit; or one by number.
EntryId entry_of(const State& state, std::uint32_t number) {
  const auto& order = state.panels.at(high_level).order;
  return number < order.size() ? order[number] : EntryId{number};
}

EntryId point_of(const State& state, std::uint32_t number) {
  const auto& points = state.panels.at(high_level).points;
  return number < points.size() ? points[number] : points.empty() ? EntryId{number} : points.front();
}

/// The entry that has the floor, so that texts come also while their speech is on.
EntryId speaking(const State& state) {
  const auto& speech = state.panels.at(high_level).speech;
  const auto* entry = speech ? std::get_if<EntryId>(&state.speeches.at(*speech).of) : nullptr;
  return entry ? *entry : EntryId{};
}

NoticeTo notice_to(const Step& step) {
  if (step.choice < 2) return Everyone{};
  if (step.choice < 5) return static_cast<Audience>(step.number % audience_count);
  return DelegationId{delegations[step.number % delegations.size()]};
}

Act act_of(const State& state, Instant now, const Step& step) {
  const PanelId panel = panel_of(step);
  const MeetingId meeting = step.choice == 7 ? next_morning : afternoon;
  const EntryId entry = entry_of(state, step.number);
  const SpeechId speech{state.last_speech - (step.choice == 7 && state.last_speech > 0 ? 1 : 0)};
  const Instant ahead = now + seconds(static_cast<std::int64_t>(step.number) * 10 - 10);
  switch (step.what) {
  case 0:
    return OpenMeeting{meeting};
  case 1:
    return SuspendMeeting{meeting, step.choice % 2 ? std::optional(ahead) : std::nullopt};
  case 2:
    return ResumeMeeting{meeting};
  case 3:
    return CloseMeeting{meeting};
  case 4:
    return OpenPanel{panel};
  case 5:
    return ClosePanel{panel};
  case 6:
    return SetPanelTitle{panel, {{"en", "Title " + std::to_string(step.number)}}};
  case 7:
    return SetOrderPolicy{panel, static_cast<OrderPolicy>(step.number % 2)};
  case 8:
    return SetLimit{panel, static_cast<LimitOf>(step.number % limit_of_count), seconds(step.other * 20),
                    step.choice % 2 == 0};
  case 9:
    return SetAtLimit{panel, static_cast<AtLimit>(step.number % 2), seconds(step.other)};
  case 10:
    return OpenList{panel};
  case 11:
    return PlanListOpening{panel, ahead};
  case 12:
    return AnnounceListClosing{panel, ahead};
  case 13:
    return CloseList{panel};
  case 14:
    return WithdrawEntry{entry};
  case 15:
    return RemoveEntry{entry};
  case 16:
    return RestoreEntry{{step.number}};
  case 17:
  case 18:
    return MoveEntry{.entry = entry, .anchor = entry_of(state, step.other), .before = step.choice % 2 == 0};
  case 19:
    return RecordNoShow{entry};
  case 20:
    return ClearNoShow{{step.number}};
  case 21:
  case 22:
  case 23:
    return GiveFloor{high_level, entry};
  case 24:
    return GiveFloor{high_level, PanellistId{"it"}};
  case 25:
    return PauseSpeech{speech};
  case 26:
    return ResumeSpeech{speech};
  case 27:
    return AddTime{speech, seconds(step.other)};
  case 28:
    return SetSpeechLimit{speech, seconds(step.other * 10)};
  case 29:
    return EndSpeech{speech};
  case 30:
    return ReturnSpeaker{panel};
  case 40:
    return SkipEntry{entry};
  case 41:
    return ClearSkip{entry};
  case 42:
  case 43:
    return RaisePointOfOrder{.panel = panel,
                             .delegation = DelegationId{delegations[step.number % delegations.size()]},
                             .note = "canary-note " + std::string(delegations[step.number % delegations.size()])};
  case 44:
  case 45:
    return RecognisePointOfOrder{point_of(state, step.number)};
  case 46:
  case 47:
    return RulePointOfOrder{state.panels.at(high_level).point.value_or(entry), static_cast<Ruling>(step.number % 3)};
  case 48:
    return RemoveEntry{point_of(state, step.number)};
  case 49:
  case 50:
  case 51:
    return SubmitStatement{.entry = step.other % 2 == 0 ? entry : speaking(state),
                           .language = step.choice % 2 == 0 ? "en" : "fr",
                           .text = "canary-text " + std::to_string(step.other) + "\n\nEnd."};
  case 52:
    return ReleaseStatement{entry};
  case 53:
    return PlanStatementRelease{entry, step.choice % 2 ? std::optional(ahead) : std::nullopt};
  case 54:
  case 55:
    return ReachParagraph{speech, step.number % 3};
  case 56:
  case 57:
    return RaiseSignal{static_cast<SignalKind>(step.number % 3)};
  case 58:
    return MarkSignalSeen{{step.number % 4}};
  case 59:
    return EndSignal{{step.number % 4}};
  case 60:
    return SendNotice{notice_to(step), {{"en", "Notice " + std::to_string(step.number)}}};
  case 61:
    return WithdrawNotice{{step.number % 4}};
  case 62:
    return RequestHelp{"canary-help"};
  case 63:
    return TakeHelp{{step.number % 4}};
  case 64:
    return CloseHelp{{step.number % 4}};
  case 65:
    return step.choice < 2 ? Act{RevokeSeat{{"PH"}}} : Act{IssueCode{{"PH"}}};
  case 66:
    return RequestFloor{.panel = panel, .speaker = {.name = "A guest (fictional)"}, .body = "A university"};
  default:
    return request_of(step);
  }
}

void expect_right_pictures(const Hall& hall) {
  for (const auto& follower : hall.hub.followers) {
    RC_ASSERT(follower->store.seq() == hall.chamber->seq().value);
    RC_ASSERT(follower->store.entities() == test::picture(views::project(hall.chamber->state(), follower->audience)));
    if (follower->delegation)
      RC_ASSERT(follower->store.private_entities() ==
                test::picture(views::project(hall.chamber->state(), *follower->delegation)));
  }
}

bool begins(const std::string& key, std::string_view prefix) { return key.starts_with(prefix); }

bool released(const State& state, const std::string& key) {
  if (!begins(key, "statement/")) return false;
  const EntryId entry{static_cast<std::uint32_t>(std::stoul(key.substr(key.find('/') + 1)))};
  return state.statements.at(entry).released_at.has_value();
}

bool is_own(const std::string& key, const DelegationId& delegation) {
  if (key == "standing/" + delegation.value) return true;
  for (const char* kind : {"point", "statement", "signal", "notice", "help"})
    if (begins(key, "own/" + std::string(kind) + "/" + delegation.value + "/")) return true;
  return false;
}

/// Who may hold what, told a second time and from outside: by the names of the keys alone.
void expect_privacy(const Hall& hall) {
  const bool draft = hall.chamber->state().panels.at(special).plan.draft;
  for (const auto& follower : hall.hub.followers) {
    const bool desk_audience = follower->audience == views::Audience::desk;
    for (const auto& [key, bytes] : follower->store.entities()) {
      RC_ASSERT(!begins(key, "standing/"));
      RC_ASSERT(!begins(key, "own/"));
      for (const char* kind : {"desk/", "point/", "help/", "seat/"})
        if (begins(key, kind)) RC_ASSERT(desk_audience);
      if (begins(key, "signal/")) RC_ASSERT(desk_audience || follower->audience == views::Audience::booth);
      if (!desk_audience) RC_ASSERT(bytes.find("canary-note") == std::string::npos);
      if (!desk_audience) RC_ASSERT(bytes.find("canary-help") == std::string::npos);
      if (bytes.find("canary-text") != std::string::npos && !desk_audience &&
          follower->audience != views::Audience::booth)
        RC_ASSERT(released(hall.chamber->state(), key));
      if (draft && key.ends_with("/" + special.value)) RC_ASSERT(follower->audience != views::Audience::public_);
    }
    for (const auto& [key, bytes] : follower->store.private_entities())
      RC_ASSERT(follower->delegation && is_own(key, *follower->delegation));
  }
}

/// Nobody waits twice, and everyone who waits is on the list.
void expect_whole_list(const State& state) {
  RC_ASSERT(broken_invariant(state) == "");
  std::size_t waiting = 0;
  std::size_t listed = 0;
  for (const auto& [id, entry] : state.entries) waiting += entry.status == EntryStatus::waiting;
  for (const auto& [id, panel] : state.panels) listed += panel.order.size() + panel.points.size();
  RC_ASSERT(waiting == listed);
}

struct Line {
  GrantId grant;
  std::shared_ptr<Follower> follower;
  wire::Hello hello;
};

/// The server is killed and comes back; its clients come back with what they hold.
void restart(Hall& hall, std::vector<Line>& lines) {
  const auto before = views::project(hall.chamber->state(), views::Audience::desk);
  const auto positions = [&] {
    std::vector<wire::Position> all;
    for (const Line& line : lines) all.push_back(hall.position_of(line.hello, *line.follower));
    return all;
  }();
  for (const Line& line : lines) hall.cut(line.follower);
  hall.restart();
  RC_ASSERT(test::picture(before) == test::picture(views::project(hall.chamber->state(), views::Audience::desk)));
  for (std::size_t index = 0; index < lines.size(); ++index)
    lines[index].hello = hall.join(lines[index].grant, lines[index].follower, positions[index]);
}

void take(Hall& hall, std::vector<Line>& lines, const Step& step, int number) {
  if (step.what == 39) return restart(hall, lines);
  if (step.what == 38) {
    Line& line = lines[step.number % lines.size()];
    if (line.follower->connected)
      hall.cut(line.follower);
    else
      line.hello = hall.join(line.grant, line.follower, hall.position_of(line.hello, *line.follower));
    return;
  }
  if (step.what == 37) {
    hall.clock.advance(seconds(step.number * 7));
    hall.scheduler->wake(hall.clock.now());
    hall.scheduler->settle();
    return;
  }
  (void)hall.send(actor(step), act_of(hall.chamber->state(), hall.clock.now(), step), "step-" + std::to_string(number));
  // Some wait together and become one commit.
  if (step.choice != 5) hall.scheduler->settle();
}

}  // namespace

TEST_CASE("snapshot plus patches equals a fresh projection for everyone, replay equals live, and privacy holds") {
  const bool holds = rc::check("whatever happens on the floor", [](const std::vector<Step>& steps) {
    Hall hall;
    hall.open_floor();
    std::vector<Line> lines;
    const auto line = [&](const GrantId& grant, wire::Codec codec) {
      auto follower = std::make_shared<Follower>();
      follower->codec = codec;
      wire::Hello hello = hall.join(grant, follower, std::nullopt);
      lines.push_back({grant, std::move(follower), std::move(hello)});
    };
    line(chair, wire::Codec::protobuf);
    line(display, wire::Codec::json);
    line(grant_of("CL"), wire::Codec::protobuf);
    line(grant_of("EC"), wire::Codec::json);
    line(grant_of("interpreter"), wire::Codec::protobuf);
    int number = 0;
    for (const Step& step : steps) {
      take(hall, lines, step, ++number);
      expect_whole_list(hall.chamber->state());
      expect_privacy(hall);
    }
    hall.scheduler->settle();
    for (Line& each : lines)
      if (!each.follower->connected)
        each.hello = hall.join(each.grant, each.follower, hall.position_of(each.hello, *each.follower));
    expect_right_pictures(hall);
    expect_privacy(hall);
    restart(hall, lines);
    expect_right_pictures(hall);
  });
  CHECK(holds);
}
