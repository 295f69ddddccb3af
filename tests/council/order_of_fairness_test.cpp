// The orders of a list and the lot, by worked examples whose answers were found apart from this code.
#include <catch2/catch.hpp>

#include <algorithm>

#include "council/fair_time/lot.hpp"
#include "council/fair_time/policies.hpp"

using namespace rostrum::council;
using namespace rostrum::council::fair_time;

namespace {

struct Named {
  std::string name;
  Asked asked;
};

const std::vector<Named> afternoon{{"AO", {.region = "AG", .asked_ms = 1000, .id = 1}},
                                   {"KE", {.region = "AG", .asked_ms = 2000, .id = 2}},
                                   {"NG", {.region = "AG", .asked_ms = 3000, .id = 3}},
                                   {"FR", {.region = "WEOG", .asked_ms = 4000, .id = 4}},
                                   {"SN", {.region = "AG", .asked_ms = 5000, .id = 5}},
                                   {"JP", {.region = "APG", .asked_ms = 6000, .id = 6}},
                                   {"BR", {.region = "GRULAC", .asked_ms = 7000, .id = 7}},
                                   {"ZA", {.region = "AG", .asked_ms = 8000, .id = 8}},
                                   {"CH", {.region = "WEOG", .asked_ms = 9000, .id = 9}},
                                   {"PL", {.region = "EEG", .asked_ms = 10'000, .id = 10}},
                                   {"VA", {.kind = LimitOf::observer_state, .asked_ms = 500, .id = 11}},
                                   {"EU", {.kind = LimitOf::group_statement, .asked_ms = 11'000, .id = 12}}};

std::vector<Asked> asked(std::size_t count) {
  std::vector<Asked> entries;
  for (std::size_t place = 0; place < count; ++place) entries.push_back(afternoon[place].asked);
  return entries;
}

std::vector<std::string> names(const Order& order) {
  std::vector<std::string> found;
  for (const std::size_t place : order) found.push_back(afternoon[place].name);
  return found;
}

using Names = std::vector<std::string>;

int neighbours_of_one_region(const std::vector<Asked>& entries, const Order& order) {
  int count = 0;
  for (std::size_t place = 1; place < order.size(); ++place)
    count += entries[order[place - 1]].region == entries[order[place]].region;
  return count;
}

/// The fewest neighbours of one region that any order of these has, by going over all of them.
int fewest_neighbours(const std::vector<Asked>& entries) {
  Order order = by_inscription(entries);
  std::ranges::sort(order);
  int fewest = static_cast<int>(entries.size());
  do fewest = std::min(fewest, neighbours_of_one_region(entries, order));
  while (std::ranges::next_permutation(order).found);
  return fewest;
}

}  // namespace

TEST_CASE("L4 regions take turns within each class, from nothing and as the panel stands") {
  const auto entries = asked(12);
  CHECK(names(alternate(entries, {}, {})) ==
        Names{"EU", "AO", "FR", "KE", "JP", "NG", "BR", "PL", "SN", "CH", "ZA", "VA"});
  const Region african{LimitOf::member, "AG"};
  CHECK(names(alternate(entries, {{african, 2}, {{LimitOf::member, "WEOG"}, 1}}, african)) ==
        Names{"EU", "FR", "AO", "JP", "KE", "BR", "NG", "PL", "SN", "CH", "ZA", "VA"});
}

TEST_CASE(
    "L4 two of a region follow one another only where no order of the list avoids it, on every list of up to seven") {
  const std::vector<std::string> regions{"A", "B", "C"};
  for (std::size_t size = 1; size <= 7; ++size) {
    std::size_t lists = 1;
    for (std::size_t place = 0; place < size; ++place) lists *= regions.size();
    for (std::size_t list = 0; list < lists; ++list) {
      std::vector<Asked> entries;
      bool sorted = true;  // by region: what asked first is varied by the instants
      for (std::size_t place = 0, rest = list; place < size; ++place, rest /= regions.size()) {
        const std::string& region = regions[rest % regions.size()];
        sorted = sorted && (entries.empty() || entries.back().region <= region);
        entries.push_back({.region = region, .asked_ms = static_cast<std::int64_t>(place * 7 % 5), .id = place});
      }
      if (!sorted) continue;
      INFO(size << " " << list);
      CHECK(neighbours_of_one_region(entries, alternate(entries, {}, {})) == fewest_neighbours(entries));
    }
  }
}

TEST_CASE("L4 least heard goes by whole seconds, then by statements, then by the request") {
  std::vector<Heard> heard(10);
  heard[0] = {.spoken_ms = 61'000, .statements = 2};
  heard[1] = {.spoken_ms = 61'900, .statements = 1};
  heard[2] = {.spoken_ms = 61'400, .statements = 1};
  heard[3] = {.spoken_ms = 179'400, .statements = 1};
  CHECK(names(least_heard(asked(10), heard)) == Names{"SN", "JP", "BR", "ZA", "CH", "PL", "KE", "NG", "AO", "FR"});
}

TEST_CASE("L4 by category and by inscription each keep the order of the requests where all else is equal") {
  CHECK(names(by_category(asked(12))) == Names{"EU", "AO", "KE", "NG", "FR", "SN", "JP", "BR", "ZA", "CH", "PL", "VA"});
  CHECK(names(by_inscription(asked(12))).front() == "VA");
}

TEST_CASE(
    "L4 a draw by lot is what three lines of shell make of secret and word, and who withdraws moves nobody else") {
  const std::string secret = "d2c13cf67c07f731335976254500afa5a6fa569224a2a89faf12f30fa742226b";
  CHECK(lot_commitment(secret) == "a506909d285ad558c5db5c258556935e7b1e322eb98c936d05a5ecfc93c68df1");
  const std::string seed = lot_seed("council-2005", "high-level", 1, secret, "6-2-5");
  CHECK(seed == "d6490eaf09e2887fa2211be479b1636497517b296f8fd9057b61691839eabbba");
  CHECK(lot({"AR", "CH", "CH#2", "FR", "KE", "JP", "NO", "guest-17"}, seed) ==
        Names{"CH#2", "KE", "guest-17", "FR", "CH", "JP", "NO", "AR"});
  CHECK(lot({"AR", "CH", "CH#2", "KE", "JP", "NO", "guest-17"}, seed) ==
        Names{"CH#2", "KE", "guest-17", "CH", "JP", "NO", "AR"});
}
