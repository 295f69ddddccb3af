// What holds whatever happens on the floor: everybody's picture is right, the log says the same as the live server, and
// nobody is sent what is not for them. The acts are any that people might send, sound and unsound, by anyone, with
// restarts, lost lines and passing time between them.
#include <rapidcheck.h>

#include "chamber/hall.hpp"
#include "support/acts.hpp"
#include "support/privacy.hpp"

using namespace rostrum;
using namespace rostrum::chamber;

using test::Step;

namespace rostrum::test {

void showValue(const Step& step, std::ostream& out) {
  out << "{" << step.what << ", " << step.who << ", " << step.number << ", " << step.other << ", " << step.choice
      << "}";
}

}  // namespace rostrum::test

namespace rc {

// Steps that are no acts, numbered before them: a server restarts, a line is lost or comes back, time passes.
constexpr int besides_acts = 3;

template <>
struct Arbitrary<Step> {
  static Gen<Step> arbitrary() {
    // Evenly what: a range by itself grows with the test, so that what comes last would hardly ever be picked.
    const auto what = gen::resize(kNominalSize, gen::inRange(-besides_acts, rostrum::test::step_kinds));
    return gen::build<Step>(gen::set(&Step::what, what), gen::set(&Step::who, gen::inRange(0, 14)),
                            gen::set(&Step::number, gen::inRange<std::uint32_t>(0, 14)),
                            gen::set(&Step::other, gen::inRange<std::uint32_t>(0, 14)),
                            gen::set(&Step::choice, gen::inRange(0, 8)));
  }
};

}  // namespace rc

namespace {

using namespace rostrum::council;

GrantId actor(const Step& step) {
  // Mostly the chair, so that much is accepted.
  if (step.who < 6) return chair;
  if (step.who == 6) return desk;
  if (step.who == 7) return step.choice % 2 == 0 ? display : captioner;
  if (step.who == 8) return booth;
  return grant_of(test::delegations[step.number % test::delegations.size()]);
}

test::Seen seen(const State& state) {
  const Panel& panel = state.panels.at(high_level);
  const auto* speaking = panel.speech() ? std::get_if<EntryId>(&panel.floor.back().of) : nullptr;
  const auto interrupting = panel.interrupting();
  const bool is_motion = interrupting && state.motion_of(*interrupting);
  return {.order = panel.order(),
          .points = panel.lines[Line::points],
          .point = is_motion ? std::nullopt : interrupting,
          .motions = panel.lines[Line::motions],
          .motion = is_motion ? interrupting : std::nullopt,
          .speaking = speaking ? *speaking : EntryId{},
          .last_speech = state.last_speech};
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

void expect_privacy(const Hall& hall) {
  for (const auto& follower : hall.hub.followers)
    RC_ASSERT(test::broken_privacy(hall.chamber->state(), follower->audience, follower->delegation,
                                   follower->store.entities(), follower->store.private_entities()) == "");
}

/// Nobody waits twice, and everyone who waits is on the list.
void expect_whole_list(const State& state) {
  RC_ASSERT(broken_invariant(state) == "");
  std::size_t waiting = 0;
  std::size_t listed = 0;
  for (const auto& [id, entry] : state.entries) waiting += entry.status == EntryStatus::waiting;
  for (const auto& [id, panel] : state.panels)
    for (int line = 0; line < count_of<Line>; ++line) listed += panel.lines[static_cast<Line>(line)].size();
  RC_ASSERT(waiting == listed);
}

struct Device {
  GrantId grant;
  std::shared_ptr<Follower> follower;
  wire::Hello hello;
};

/// The server is killed and comes back; its clients come back with what they hold.
void restart(Hall& hall, std::vector<Device>& lines) {
  const auto before = views::project(hall.chamber->state(), views::Audience::desk);
  const auto positions = [&] {
    std::vector<wire::Position> all;
    for (const Device& line : lines) all.push_back(hall.position_of(line.hello, *line.follower));
    return all;
  }();
  for (const Device& line : lines) hall.cut(line.follower);
  hall.restart();
  RC_ASSERT(test::picture(before) == test::picture(views::project(hall.chamber->state(), views::Audience::desk)));
  for (std::size_t index = 0; index < lines.size(); ++index)
    lines[index].hello = hall.join(lines[index].grant, lines[index].follower, positions[index]);
}

void take(Hall& hall, std::vector<Device>& lines, const Step& step, int number) {
  if (step.what == -3) return restart(hall, lines);
  if (step.what == -2) {
    Device& line = lines[step.number % lines.size()];
    if (line.follower->connected)
      hall.cut(line.follower);
    else
      line.hello = hall.join(line.grant, line.follower, hall.position_of(line.hello, *line.follower));
    return;
  }
  if (step.what == -1) {
    hall.clock.advance(seconds(step.number * 7));
    hall.scheduler->wake(hall.clock.now());
    hall.scheduler->settle();
    return;
  }
  (void)hall.send(actor(step), test::act_of(seen(hall.chamber->state()), hall.clock.now(), step),
                  "step-" + std::to_string(number));
  // Some wait together and become one commit.
  if (step.choice != 5) hall.scheduler->settle();
}

}  // namespace

TEST_CASE("snapshot plus patches equals a fresh projection for everyone, replay equals live, and privacy holds") {
  const bool holds = rc::check("whatever happens on the floor", [](const std::vector<Step>& steps) {
    Hall hall;
    hall.open_floor();
    std::vector<Device> lines;
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
    for (Device& each : lines)
      if (!each.follower->connected)
        each.hello = hall.join(each.grant, each.follower, hall.position_of(each.hello, *each.follower));
    expect_right_pictures(hall);
    expect_privacy(hall);
    restart(hall, lines);
    expect_right_pictures(hall);
  });
  CHECK(holds);
}
