#include "ledger/agreed/questions.hpp"

namespace rostrum::ledger {

std::uint64_t Questions::ask(ServerNumber server, Question question, Then then) {
  const std::uint64_t id = outgoing_.send(server, std::move(question));
  open_.emplace(id, Open{.asked = outgoing_.now(), .then = std::move(then)});
  return id;
}

bool Questions::replied(std::uint64_t id, const Reply& reply) {
  const auto found = open_.find(id);
  if (found == open_.end()) return false;
  const Then then = std::move(found->second.then);
  open_.erase(found);
  then(&reply);
  return true;
}

void Questions::tick() {
  const Moment now = outgoing_.now();
  // Who asked is told first that there is no answer, also where we stood still for longer than one is heard.
  std::erase_if(open_, [now](const auto& each) { return !each.second.patient && now - each.second.asked > late_most; });
  std::vector<std::uint64_t> given_up;
  for (auto& [id, open] : open_)
    if (open.patient && now - open.asked >= patience) given_up.push_back(id);
  for (const std::uint64_t id : given_up) {
    const auto found = open_.find(id);
    if (found == open_.end()) continue;  // forgotten by one before
    found->second.patient = false;
    const Then then = found->second.then;  // which may ask anew
    then(nullptr);
  }
}

}  // namespace rostrum::ledger
