#include <array>

#include "robots/hall.hpp"
#include "robots/roles.hpp"

namespace rostrum::robots {

namespace {

constexpr Millis point_is_heard_for = seconds(25);
constexpr Millis panel_lasts_most = minutes(75);
constexpr Millis closing_is_announced_for = minutes(5);

bool is_under_way(const v1::Meeting& meeting) {
  return meeting.status() == v1::MEETING_STATUS_OPEN || meeting.status() == v1::MEETING_STATUS_SUSPENDED;
}

const v1::Meeting& meeting_under_way(const client::Store& store) {
  for (const std::string& id : session_of(store).meetings())
    if (is_under_way(meeting_of(store, id))) return meeting_of(store, id);
  return v1::Meeting::default_instance();
}

/// The first point of order that waits on a panel; none where there is none.
const v1::PointOfOrder* waiting_point(const client::Store& store, const std::string& panel) {
  const v1::PointOfOrder* first = nullptr;
  any(store.entities(), "point/", [&](const v1::Entity& entity) {
    const v1::PointOfOrder& point = entity.point_of_order();
    if (point.panel() == panel && !point.recognised() && (first == nullptr || point.entry() < first->entry()))
      first = &point;
    return false;
  });
  return first;
}

}  // namespace

std::optional<v1::Command> Chair::think() {
  const v1::Panel& panel = panel_under_way(store());
  const v1::Meeting& meeting = meeting_under_way(store());
  if (panel.id().empty() || meeting.status() != v1::MEETING_STATUS_OPEN) return convene();
  const v1::Floor& floor = floor_of(store(), panel.id());
  const v1::Holding& speaking = client::speaking(floor);
  look_at(panel, speaking);
  if (auto act = order_point(panel, floor)) return act;
  if (speaking.speech() != 0) return hear(speaking);
  if (auto act = keep_list(panel)) return act;
  return call_next(panel, floor);
}

void Chair::look_at(const v1::Panel& panel, const v1::Holding& floor) {
  if (panel_ != panel.id()) {
    panel_ = panel.id();
    speeches_before_closing_ = panel.speeches() + static_cast<std::uint32_t>(dice().between(12, 30));
  }
  if (floor.speech() == 0 || speech_.id == floor.speech()) return;
  const bool panellist = !floor.panellist().empty();
  speech_ = {.id = floor.speech(),
             .part_of_limit = panellist ? dice().between(20, 45) : dice().between(102, 125),
             .pauses = dice().once_in(12)};
}

/// The first panel of the programme that is left and whose meeting is not over by its plan; else the first that is
/// left; else the first, from which the programme begins again.
const v1::Panel& Chair::panel_to_take() {
  const v1::Panel* left = nullptr;
  const v1::Panel* first = nullptr;
  for (const std::string& id : session_of(store()).panels()) {
    const v1::Panel& panel = panel_of(store(), id);
    if (panel.draft() || panel.id().empty()) continue;
    if (first == nullptr) first = &panel;
    if (panel.status() == v1::PANEL_STATUS_CLOSED) continue;
    if (meeting_of(store(), panel.meeting()).planned_end_at() > now().value) return panel;
    if (left == nullptr) left = &panel;
  }
  if (left != nullptr) return *left;
  return first != nullptr ? *first : v1::Panel::default_instance();
}

std::optional<v1::Command> Chair::convene() {
  v1::Command command;
  const v1::Meeting& meeting = meeting_under_way(store());
  const v1::Panel& under_way = panel_under_way(store());
  if (meeting.status() == v1::MEETING_STATUS_SUSPENDED) {
    command.mutable_resume_meeting()->set_meeting(meeting.id());
    return command;
  }
  const v1::Panel& panel = under_way.id().empty() ? panel_to_take() : under_way;
  if (panel.id().empty()) return std::nullopt;
  if (meeting.id().empty()) {
    command.mutable_open_meeting()->set_meeting(panel.meeting());
  } else if (meeting.id() != panel.meeting()) {
    command.mutable_close_meeting()->set_meeting(meeting.id());
  } else {
    command.mutable_open_panel()->set_panel(panel.id());
  }
  return command;
}

std::optional<v1::Command> Chair::order_point(const v1::Panel& panel, const v1::Floor& floor) {
  v1::Command command;
  if (const v1::Holding* before_chair = client::point_before_chair(floor)) {
    const bool is_speaking = before_chair->speech() != 0;
    if (is_speaking && spoken(*before_chair, now()) < point_is_heard_for) return std::nullopt;
    constexpr std::array rulings{v1::RULING_UPHELD, v1::RULING_OVERRULED, v1::RULING_NOTED};
    command.mutable_rule_point_of_order()->set_entry(before_chair->entry());
    command.mutable_rule_point_of_order()->set_ruling(dice().one_of(rulings));
    return command;
  }
  const v1::PointOfOrder* point = waiting_point(store(), panel.id());
  if (point == nullptr) return std::nullopt;
  if (dice().once_in(10))
    command.mutable_remove_entry()->set_entry(point->entry());
  else
    command.mutable_recognise_point_of_order()->set_entry(point->entry());
  return command;
}

std::optional<v1::Command> Chair::hear(const v1::Holding& floor) {
  v1::Command command;
  if (floor.paused_at() != 0) {
    if (floor.pause_cause() != v1::PAUSE_CAUSE_CHAIR || !dice().once_in(3)) return std::nullopt;
    command.mutable_resume_speech()->set_speech(floor.speech());
    return command;
  }
  if (speech_.pauses) {
    speech_.pauses = false;
    command.mutable_pause_speech()->set_speech(floor.speech());
    return command;
  }
  if (spoken(floor, now()).value * 100 < floor.limit_ms() * speech_.part_of_limit) return std::nullopt;
  if (dice().once_in(12)) {
    command.mutable_add_time()->set_speech(floor.speech());
    command.mutable_add_time()->set_added_ms(seconds(30).value);
  } else {
    command.mutable_end_speech()->set_speech(floor.speech());
  }
  return command;
}

std::optional<v1::Command> Chair::keep_list(const v1::Panel& panel) {
  v1::Command command;
  switch (panel.list_status()) {
  case v1::LIST_STATUS_NOT_OPEN:
    command.mutable_open_list()->set_panel(panel.id());
    return command;
  case v1::LIST_STATUS_OPEN:
    if (panel.speeches() < speeches_before_closing_ && now() - Instant{panel.opened_at()} < panel_lasts_most)
      return std::nullopt;
    command.mutable_announce_list_closing()->set_panel(panel.id());
    command.mutable_announce_list_closing()->set_closes_at((now() + closing_is_announced_for).value);
    return command;
  case v1::LIST_STATUS_CLOSED:
    if (queue_of(store(), panel.id()).entries_size() > 0) return std::nullopt;
    command.mutable_close_panel()->set_panel(panel.id());
    return command;
  default:
    return std::nullopt;
  }
}

std::optional<v1::Command> Chair::call_next(const v1::Panel& panel, const v1::Floor& floor) {
  v1::Command command;
  if (floor.last_speaker_returnable() && dice().once_in(60)) {
    command.mutable_return_speaker()->set_panel(panel.id());
    return command;
  }
  const v1::Queue& queue = queue_of(store(), panel.id());
  command.mutable_expects()->set_speech(0);
  if (panel.panellists_size() > 0 && (queue.next() == 0 || dice().once_in(8))) {
    const int index = static_cast<int>(dice().between(0, panel.panellists_size() - 1));
    command.mutable_give_floor()->set_panel(panel.id());
    command.mutable_give_floor()->set_panellist(panel.panellists(index));
    return command;
  }
  if (queue.next() == 0) return std::nullopt;
  command.mutable_expects()->set_head(queue.entries(0));
  const auto whim = dice().between(1, 40);
  if (whim == 1) {
    command.mutable_record_no_show()->set_entry(queue.next());
  } else if (whim == 2 && queue.entries_size() > 1) {
    command.mutable_skip_entry()->set_entry(queue.next());
  } else if (whim == 3 && queue.entries_size() > 2) {
    command.mutable_move_entry()->set_entry(queue.entries(queue.entries_size() - 1));
    command.mutable_move_entry()->set_before(queue.entries(0));
  } else {
    command.mutable_give_floor()->set_panel(panel.id());
    command.mutable_give_floor()->set_entry(queue.next());
  }
  return command;
}

}  // namespace rostrum::robots
