#include "load/deliveries.hpp"

#include <algorithm>

namespace rostrum::load {

namespace {

constexpr std::size_t open_max = 4'096;  // commits that are waited for; older ones are taken in as they are

}  // namespace

void Deliveries::acted(std::uint64_t seq, Nanos due) {
  ++acts_;
  open_[seq].due.push_back(due);
  while (open_.size() > open_max) {
    settle(open_.begin()->second);
    open_.erase(open_.begin());
  }
}

void Deliveries::delivered(std::uint64_t seq, Nanos at) {
  ++count_;
  open_[seq].at.push_back(at);
}

bool Deliveries::complete(std::uint64_t seq) const {
  const auto found = open_.find(seq);
  return found != open_.end() && !found->second.due.empty() && found->second.at.size() >= expected_;
}

void Deliveries::settle(const Commit& commit) {
  if (commit.due.empty()) return;
  ++commits_;
  if (commit.at.empty()) return;
  const Nanos last = *std::ranges::max_element(commit.at);
  for (const Nanos due : commit.due) {
    last_.add(last - due);
    for (const Nanos at : commit.at) each_.add(at - due);
  }
}

void Deliveries::settle() {
  for (const auto& [seq, commit] : open_) settle(commit);
  open_.clear();
}

}  // namespace rostrum::load
