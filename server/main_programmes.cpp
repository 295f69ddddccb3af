#include "main_programmes.hpp"

#include <fmt/format.h>

#include "programme/read_programme.hpp"

namespace rostrum {

Result<std::vector<council::Programme>, std::string> read_programmes(const std::vector<std::string>& files) {
  std::vector<council::Programme> programmes;
  std::size_t bad = 0;
  for (const auto& file : files) {
    auto programme = programme::read_programme(file);
    if (programme) {
      programmes.push_back(*std::move(programme));
      continue;
    }
    ++bad;
    for (const auto& problem : programme.error()) fmt::print(stderr, "{}\n", programme::sentence(problem));
  }
  if (bad == 0) return programmes;
  return failure(std::string(bad == 1 ? "the programme cannot be used" : "the programmes cannot be used"));
}

}  // namespace rostrum
