#include "gateway/hub.hpp"

#include "base/assert.hpp"

namespace rostrum::gateway {

void Hub::publish(const views::Viewer& viewer, const std::shared_ptr<chamber::SharedItem>& item) {
  const List* to = nullptr;
  if (const auto* audience = std::get_if<views::Audience>(&viewer)) {
    to = &audiences_[static_cast<std::size_t>(*audience)];
  } else {
    const auto found = delegations_.find(std::get<DelegationId>(viewer));
    if (found == delegations_.end()) return;
    to = &found->second;
  }
  for (Follower* follower : *to) follower->deliver(*item);
}

void Hub::grants_changed() {
  if (grants_changed_) grants_changed_();
}

void Hub::standing(const ledger::Standing& standing) {
  if (standing == standing_) return;
  standing_ = standing;
  if (standing_changed_) standing_changed_();
}

void Hub::add(List& list, Follower& follower, Follower::Place Follower::* place) {
  ROSTRUM_ASSERT((follower.*place).list == nullptr);
  follower.*place = {&list, list.size()};
  list.push_back(&follower);
}

void Hub::remove(Follower& follower, Follower::Place Follower::* place) {
  const Follower::Place at = std::exchange(follower.*place, {});
  if (at.list == nullptr) return;
  Follower* last = at.list->back();
  (*at.list)[at.index] = last;
  if (last != &follower) (last->*place).index = at.index;
  at.list->pop_back();
}

void Hub::follow(Follower& follower, views::Audience audience, const std::optional<DelegationId>& delegation) {
  add(audiences_[static_cast<std::size_t>(audience)], follower, &Follower::of_audience_);
  if (!delegation) return;
  List& here = delegations_[*delegation];
  add(here, follower, &Follower::of_delegation_);
  if (here.size() > 1) return;
  here_.insert(*delegation);
  here_changed();
}

void Hub::leave(Follower& follower) {
  remove(follower, &Follower::of_audience_);
  const List* left = follower.of_delegation_.list;
  remove(follower, &Follower::of_delegation_);
  if (left == nullptr || !left->empty()) return;
  std::erase_if(here_, [&](const DelegationId& id) { return &delegations_.at(id) == left; });
  here_changed();
}

void Hub::here_changed() {
  unite();
  if (here_changed_) here_changed_();
}

void Hub::others_have(council::Present elsewhere) {
  elsewhere_ = std::move(elsewhere);
  unite();
}

void Hub::unite() {
  council::Present all = here_;
  all.insert(elsewhere_.begin(), elsewhere_.end());
  present_ = std::make_shared<const council::Present>(std::move(all));
}

std::size_t Hub::following(views::Audience audience) const {
  return audiences_[static_cast<std::size_t>(audience)].size();
}

}  // namespace rostrum::gateway
