#include "council/state.hpp"

#include <algorithm>

namespace rostrum::council {

namespace {

template <class Map, class Id>
auto find_in(const Map& map, const Id& id) -> const typename Map::mapped_type* {
  const auto found = map.find(id);
  return found == map.end() ? nullptr : &found->second;
}

}  // namespace

const Meeting* State::open_or_suspended_meeting() const {
  for (const auto& [id, meeting] : meetings)
    if (meeting.status == MeetingStatus::open || meeting.status == MeetingStatus::suspended) return &meeting;
  return nullptr;
}

const Panel* State::find(const PanelId& id) const { return find_in(panels, id); }
const Meeting* State::find(const MeetingId& id) const { return find_in(meetings, id); }
const Entry* State::find(EntryId id) const { return find_in(entries, id); }
const Speech* State::find(SpeechId id) const { return find_in(speeches, id); }
const DelegationPlan* State::find(const DelegationId& id) const { return find_in(delegations, id); }
const Grant* State::find(const GrantId& id) const { return find_in(grants, id); }

const PanellistPlan* State::find(const Panel& panel, const PanellistId& id) const {
  const auto found = std::ranges::find(panel.plan.panellists, id, &PanellistPlan::id);
  return found == panel.plan.panellists.end() ? nullptr : &*found;
}

Category State::category_of(const Entry& entry) const {
  const DelegationPlan* delegation = entry.delegation ? find(*entry.delegation) : nullptr;
  return delegation ? delegation->category : Category::secretariat;
}

GrantId grant_id(const SeatId& seat, std::uint32_t generation) {
  return {seat.value + "." + std::to_string(generation)};
}

}  // namespace rostrum::council
