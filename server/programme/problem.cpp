#include "programme/problem.hpp"

#include <fmt/format.h>

namespace rostrum::programme {

std::string sentence(const Problem& problem) {
  const auto where = fmt::format("{}:{}:{}: expected {}", problem.file, problem.line, problem.column, problem.expected);
  return problem.found.empty() ? where : where + ", found " + problem.found;
}

}  // namespace rostrum::programme
