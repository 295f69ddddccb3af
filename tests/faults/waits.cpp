#include "faults/waits.hpp"

#include <algorithm>

namespace rostrum::faults {

namespace {

constexpr std::size_t told_max = 5;

}  // namespace

std::optional<Waits::Span> Waits::percentile(int percent, Time until) const {
  std::vector<Span> spans;
  for (const One& one : all_)
    if (one.answered_at <= until) spans.push_back(one.waited);
  if (spans.empty()) return std::nullopt;
  std::ranges::sort(spans);
  return spans[(spans.size() - 1) * static_cast<std::size_t>(percent) / 100];
}

std::optional<Waits::One> Waits::longest(Time from, const std::function<bool(const One&)>& counts) const {
  std::optional<One> most;
  for (const One& one : all_)
    if (one.answered_at >= from && counts(one) && (!most || one.waited > most->waited)) most = one;
  return most;
}

void Positions::at(const void* client, const std::string& who, const v1::Position& position) {
  const auto [known, is_first] = last_.try_emplace(client, position.epoch(), position.seq());
  if (is_first) return;
  auto& [epoch, seq] = known->second;
  if (epoch == position.epoch() && position.seq() < seq && went_back_.size() < told_max)
    went_back_.push_back(who + " went back from commit " + std::to_string(seq) + " to " +
                         std::to_string(position.seq()));
  epoch = position.epoch();
  seq = position.seq();
}

}  // namespace rostrum::faults
