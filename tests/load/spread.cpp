#include "load/spread.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace rostrum::load {

void Spread::add(Nanos span) {
  const auto value = static_cast<std::uint64_t>(std::max<Nanos>(span, 0));
  const auto width = static_cast<unsigned>(std::bit_width(value));
  const unsigned shift = width > bits + 1 ? width - bits - 1 : 0;
  ++counts_[(static_cast<std::size_t>(shift) << bits) + static_cast<std::size_t>(value >> shift)];
  ++count_;
  largest_ = std::max(largest_, static_cast<Nanos>(value));
}

Nanos Spread::at(double share) const {
  const auto wanted = static_cast<std::uint64_t>(std::ceil(share * static_cast<double>(count_)));
  std::uint64_t seen = 0;
  for (std::size_t bucket = 0; bucket < buckets; ++bucket) {
    seen += counts_[bucket];
    if (seen == 0 || seen < wanted) continue;
    // A bucket's spans begin with the same bits; the longest of them is told.
    const std::size_t shift = bucket < (2u << bits) ? 0 : (bucket >> bits) - 1;
    const std::uint64_t first = bucket - (shift << bits);
    return std::min(largest_, static_cast<Nanos>(((first + 1) << shift) - 1));
  }
  return 0;
}

}  // namespace rostrum::load
