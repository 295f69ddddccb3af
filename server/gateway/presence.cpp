#include "gateway/presence.hpp"

#include "base/assert.hpp"
#include "gateway/counted.hpp"

namespace rostrum::gateway {

Presence::Presence(Hub& hub, ops::Metrics& metrics, const ops::Labels& labels) : hub_(hub) {
  for (int index = 0; index < council::role_count; ++index) {
    auto of_role = labels;
    of_role.emplace_back("role", council::name(static_cast<council::Role>(index)));
    devices_[static_cast<std::size_t>(index)] = &metrics.gauge(counted::devices, std::move(of_role));
  }
}

void Presence::change(const SeatId& seat, council::Role role, int by) {
  const bool more = by > 0;
  std::uint32_t& count = seats_[seat];
  ROSTRUM_ASSERT(more || count > 0);
  count = more ? count + 1 : count - 1;
  if (count == 0) seats_.erase(seat);
  devices_[static_cast<std::size_t>(role)]->add(by);
  whole_.reset();
  const bool first = changed_.empty();
  changed_.insert(seat);
  if (first && later_) later_();
}

void Presence::flush() {
  if (changed_.empty()) return;
  wire::Presence told;
  for (const SeatId& seat : changed_) {
    const auto found = seats_.find(seat);
    told.seats.emplace_back(seat, found == seats_.end() ? 0 : found->second);
  }
  changed_.clear();
  hub_.publish(views::Audience::desk, std::make_shared<chamber::SharedItem>(std::move(told), encodings_));
}

chamber::Frame Presence::whole(wire::Codec codec) {
  if (!whole_)
    whole_ = std::make_shared<chamber::SharedItem>(
        wire::Presence{.whole = true, .seats = {seats_.begin(), seats_.end()}}, encodings_);
  return whole_->frame(codec);
}

}  // namespace rostrum::gateway
