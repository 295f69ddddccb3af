#include "council/invariants.hpp"

#include <algorithm>
#include <functional>
#include <string_view>
#include <tuple>

#include "council/timing.hpp"

namespace rostrum::council {

namespace {

template <class Thing>
bool holds_twice(std::vector<Thing>& things) {
  std::ranges::sort(things);
  return std::ranges::adjacent_find(things) != things.end();
}

std::string broken_list(const State& state, const Panel& panel) {
  std::vector<EntryId> seen = panel.order();
  if (holds_twice(seen)) return "an entry stands on the list twice";
  // By a hash first: a list of 160 is looked at after every act, and comparing ids would be most of what an act costs.
  std::vector<std::tuple<std::size_t, std::string_view, Kind>> asked;
  asked.reserve(panel.order().size());
  for (const EntryId id : panel.order()) {
    const Entry* entry = state.find(id);
    if (!entry) return "the list holds an entry that does not exist";
    if (entry->status != EntryStatus::waiting || entry->panel != panel.plan.id ||
        facts_of(entry->kind).line != Line::speakers)
      return "the list holds an entry that does not wait on it";
    if (!entry->delegation) continue;
    const std::string_view delegation = entry->delegation->value;
    asked.emplace_back(std::hash<std::string_view>{}(delegation), delegation, entry->kind);
  }
  if (!panel.plan.several_entries && holds_twice(asked)) return "a delegation waits twice with the same kind";
  if ((panel.list == ListStatus::closing) != panel.list_closes_at.has_value())
    return "a list is closing without an instant, or has one without closing";
  if (panel.list_opens_at && panel.list != ListStatus::not_open)
    return "an opening is planned for a list that has been opened";
  return {};
}

std::string broken_points(const State& state, const Panel& panel) {
  std::vector<std::string_view> raised;
  for (const EntryId id : panel.lines[Line::points]) {
    const Entry* entry = state.find(id);
    if (!entry || facts_of(entry->kind).line != Line::points || entry->status != EntryStatus::waiting ||
        !entry->delegation || entry->panel != panel.plan.id)
      return "what is raised is no point of order that waits";
    raised.push_back(entry->delegation->value);
  }
  if (holds_twice(raised)) return "a delegation waits with two points of order";
  if ((panel.interrupting() || !panel.lines[Line::points].empty()) && panel.status != PanelStatus::open)
    return "a point of order waits on a panel that is not open";
  return {};
}

/// What waits stands in its precedence, of each delegation once, and on the floor each stands on one that goes behind
/// it.
std::string broken_motions(const State& state, const Panel& panel) {
  std::vector<std::string_view> movers;
  const Motion* before = nullptr;
  for (const EntryId id : panel.lines[Line::motions]) {
    const Entry* entry = state.find(id);
    const Motion* motion = state.motion_of(id);
    if (!entry || !motion || entry->status != EntryStatus::waiting || entry->panel != panel.plan.id || motion->outcome)
      return "what is moved is no motion that waits";
    if (before && motion->kind < before->kind) return "a motion waits before one that goes first";
    before = motion;
    movers.push_back(entry->delegation ? entry->delegation->value : std::string_view{});
  }
  const Motion* below = nullptr;
  for (const Holding& held : panel.floor) {
    const auto* id = std::get_if<EntryId>(&held.of);
    const Motion* motion = id ? state.motion_of(*id) : nullptr;
    if (motion && motion->outcome) return "a motion that is decided holds the floor";
    if (motion && below && motion->kind >= below->kind) return "a motion was taken up over one that goes first";
    if (!motion) continue;
    below = motion;
    const auto& mover = state.entries.at(*id).delegation;
    movers.push_back(mover ? mover->value : std::string_view{});
  }
  if (holds_twice(movers)) return "a delegation has moved twice";
  if (!movers.empty() && panel.status != PanelStatus::open) return "a motion waits on a panel that is not open";
  return {};
}

/// What holds of what lies on each other: only what interrupts stands above another, and only it may be without a
/// speech.
std::string broken_stack(const State& state, const Panel& panel) {
  for (std::size_t place = 0; place < panel.floor.size(); ++place) {
    const Holding& held = panel.floor[place];
    if (place > 0 && !held.interrupts) return "a speech of the list stands on another";
    const Speech* speech = held.speech ? state.find(*held.speech) : nullptr;
    if (!speech && !held.stays) return "the floor is held by no speech";
    if (place + 1 == panel.floor.size() || !speech) continue;
    if (speech->ended_at || !is_paused(*speech)) return "the speech that is interrupted is over, or runs on";
  }
  return {};
}

std::string broken_floor(const State& state, const Panel& panel) {
  if (auto broken = broken_stack(state, panel); !broken.empty()) return broken;
  if (!panel.speech()) return {};
  const Speech* speech = state.find(*panel.speech());
  if (!speech || speech->ended_at || speech->panel != panel.plan.id)
    return "the floor is held by a speech that is not under way";
  if (panel.status != PanelStatus::open) return "a speech is under way on a panel that is not open";
  const Meeting* meeting = state.open_or_suspended_meeting();
  if (!meeting) return "a speech is under way and no meeting is open";
  if (meeting->status == MeetingStatus::suspended && !is_paused(*speech))
    return "a speech runs on while the meeting is suspended";
  if (const auto* id = std::get_if<EntryId>(&speech->of))
    if (state.entries.at(*id).status != EntryStatus::has_floor)
      return "the floor is held by an entry that does not know it";
  return {};
}

}  // namespace

std::string broken_invariant(const State& state) {
  int meetings_under_way = 0;
  for (const auto& [id, meeting] : state.meetings)
    meetings_under_way += meeting.status == MeetingStatus::open || meeting.status == MeetingStatus::suspended;
  if (meetings_under_way > 1) return "more than one meeting is open";
  int panels_open = 0;
  for (const auto& [id, panel] : state.panels) {
    panels_open += panel.status == PanelStatus::open;
    if (panel.status == PanelStatus::open && panel.plan.draft) return "a draft panel is open";
    if (panel.plan.limits.size() != limit_of_count) return "a panel lacks a limit";
    if (auto broken = broken_list(state, panel); !broken.empty()) return broken + " (panel " + id.value + ")";
    if (auto broken = broken_points(state, panel); !broken.empty()) return broken + " (panel " + id.value + ")";
    if (auto broken = broken_motions(state, panel); !broken.empty()) return broken + " (panel " + id.value + ")";
    if (auto broken = broken_floor(state, panel); !broken.empty()) return broken + " (panel " + id.value + ")";
  }
  if (panels_open > 1) return "more than one panel is open";
  return {};
}

}  // namespace rostrum::council
