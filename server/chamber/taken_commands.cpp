#include "chamber/taken_commands.hpp"

#include <functional>

#include "base/assert.hpp"

namespace rostrum::chamber {

std::size_t TakenCommands::Hash::operator()(const NameView& name) const noexcept {
  // A client may choose ids that fall together: those of the acts that it was let do in twenty minutes, at most.
  const std::hash<std::string_view> hash;
  return hash(name.id) * 31 + hash(name.grant);
}

void TakenCommands::remember(const GrantId& grant, std::string_view id, const Taken& what) {
  ROSTRUM_ASSERT(by_time_.empty() || by_time_.back().first <= what.at);
  const auto [found, is_new] = commands_.try_emplace({grant.value, std::string(id)}, what);
  // One entry for each instant, or the second would name what the first has let go.
  if (is_new || found->second.at != what.at) by_time_.emplace_back(what.at, &found->first);
  found->second = what;
}

const Taken* TakenCommands::find(const GrantId& grant, std::string_view id) const {
  const auto found = commands_.find(NameView{grant.value, id});
  return found == commands_.end() ? nullptr : &found->second;
}

void TakenCommands::forget_before(Instant at) {
  for (; !by_time_.empty() && by_time_.front().first < at; by_time_.pop_front()) {
    const auto found = commands_.find(*by_time_.front().second);
    ROSTRUM_ASSERT(found != commands_.end());
    if (found->second.at == by_time_.front().first) commands_.erase(found);  // else taken anew since
  }
}

}  // namespace rostrum::chamber
