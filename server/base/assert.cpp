#include "base/assert.hpp"

#include <cstdio>
#include <cstdlib>

namespace rostrum {

void invariant_broken(const char* what, const char* file, int line) {
  std::fprintf(stderr, "rostrum: invariant broken: %s (%s:%d)\n", what, file, line);
  std::fflush(stderr);
  std::abort();
}

}  // namespace rostrum
