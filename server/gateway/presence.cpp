#include "gateway/presence.hpp"

#include <utility>

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
  std::uint32_t& count = here_[seat];
  ROSTRUM_ASSERT(more || count > 0);
  count = more ? count + 1 : count - 1;
  if (count == 0) here_.erase(seat);
  devices_[static_cast<std::size_t>(role)]->add(by);
  changed(seat);
}

void Presence::others_have(std::map<SeatId, std::uint32_t> devices) {
  const auto before = std::exchange(elsewhere_, std::move(devices));
  for (const auto& [seat, count] : before)
    if (!elsewhere_.contains(seat)) changed(seat);
  for (const auto& [seat, count] : elsewhere_) {
    const auto found = before.find(seat);
    if (found == before.end() || found->second != count) changed(seat);
  }
}

void Presence::changed(const SeatId& seat) {
  whole_.reset();
  const bool first = changed_.empty();
  changed_.insert(seat);
  if (first && later_) later_();
}

std::uint32_t Presence::devices_of(const SeatId& seat) const {
  std::uint32_t count = 0;
  for (const auto* seats : {&here_, &elsewhere_})
    if (const auto found = seats->find(seat); found != seats->end()) count += found->second;
  return count;
}

void Presence::flush() {
  if (changed_.empty()) return;
  wire::Presence told;
  for (const SeatId& seat : changed_) told.seats.emplace_back(seat, devices_of(seat));
  changed_.clear();
  hub_.publish(views::Audience::desk, std::make_shared<chamber::SharedItem>(std::move(told), encodings_));
}

chamber::Frame Presence::whole(wire::Codec codec) {
  if (!whole_) {
    std::map<SeatId, std::uint32_t> all = here_;
    for (const auto& [seat, count] : elsewhere_) all[seat] += count;
    whole_ = std::make_shared<chamber::SharedItem>(wire::Presence{.whole = true, .seats = {all.begin(), all.end()}},
                                                   encodings_);
  }
  return whole_->frame(codec);
}

}  // namespace rostrum::gateway
