#include "gateway/neighbours.hpp"

#include <utility>

namespace rostrum::gateway {

Neighbours::Neighbours(Session& session, Tell tell) : session_(session), tell_(std::move(tell)) {
  session_.hub.when_here_changes([this] { tell_delegations(); });
}

void Neighbours::tell_delegations() { tell_({.delegations = session_.hub.present_here()}); }

void Neighbours::heard(Moment now, const wire::Here& here) {
  Neighbour& neighbour = neighbours_[here.who];
  neighbour.heard = now;
  if (here.number <= neighbour.number) return;  // by another server, or late
  neighbour.number = here.number;
  neighbour.delegations = here.delegations;
  if (here.devices) neighbour.devices = *here.devices;
  unite();
}

void Neighbours::tick(Moment now) {
  if (!told_ || now - *told_ >= here_told_every) {
    told_ = now;
    tell_({.delegations = session_.hub.present_here(), .devices = session_.presence.here()});
  }
  const auto silent = [now](const auto& each) { return now - each.second.heard >= neighbour_forgotten_after; };
  if (std::erase_if(neighbours_, silent) > 0) unite();
}

void Neighbours::unite() {
  council::Present delegations;
  std::map<SeatId, std::uint32_t> devices;
  for (const auto& [who, neighbour] : neighbours_) {
    delegations.insert(neighbour.delegations.begin(), neighbour.delegations.end());
    for (const auto& [seat, count] : neighbour.devices) devices[seat] += count;
  }
  session_.hub.others_have(std::move(delegations));
  session_.presence.others_have(std::move(devices));
}

}  // namespace rostrum::gateway
