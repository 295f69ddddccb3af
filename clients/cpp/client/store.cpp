#include "client/store.hpp"

namespace rostrum::client {

namespace {

template <class Items>
void put(Entities& into, const Items& entities) {
  for (const v1::Entity& entity : entities) into.insert_or_assign(entity.key(), entity);
}

template <class Change>
void change(Entities& what, const Change& by) {
  for (const std::string& key : by.removals()) what.erase(key);
  put(what, by.upserts());
}

}  // namespace

bool Store::apply(const v1::ServerItem& item) {
  switch (item.item_case()) {
  case v1::ServerItem::kHello:
    if (!goes_on(item.hello())) private_.clear();
    standing_.Clear();
    if (item.hello().audience() != v1::AUDIENCE_DESK) presence_.clear();
    return true;
  case v1::ServerItem::kSnapshot:
    entities_.clear();
    put(entities_, item.snapshot().entities());
    position_ = item.snapshot().position();
    return true;
  case v1::ServerItem::kPatch:
    if (!position_ || item.patch().seq() != position_->seq() + 1) return false;
    change(entities_, item.patch());
    position_->set_seq(item.patch().seq());
    return true;
  case v1::ServerItem::kPrivateSnapshot:
    private_.clear();
    put(private_, item.private_snapshot().entities());
    return true;
  case v1::ServerItem::kPrivatePatch:
    change(private_, item.private_patch());
    return true;
  case v1::ServerItem::kStanding:
    standing_ = item.standing();
    return true;
  case v1::ServerItem::kPresence:
    if (item.presence().whole()) presence_.clear();
    for (const v1::SeatPresence& seat : item.presence().seats()) {
      if (seat.devices() == 0)
        presence_.erase(seat.seat());
      else
        presence_.insert_or_assign(seat.seat(), seat.devices());
    }
    return true;
  default:
    return true;
  }
}

bool Store::goes_on(const v1::Hello& hello) const {
  return hello.resumed() && position_ && position_->session() == hello.session() &&
         position_->epoch() == hello.epoch() && position_->delegation() == hello.delegation();
}

const v1::Entity* Store::find(std::string_view key) const {
  if (const auto found = entities_.find(key); found != entities_.end()) return &found->second;
  if (const auto found = private_.find(key); found != private_.end()) return &found->second;
  return nullptr;
}

}  // namespace rostrum::client
