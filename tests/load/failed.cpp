#include "load/failed.hpp"

#include <cerrno>
#include <cstring>

namespace rostrum::load {

void fail_with_errno(const std::string& what) { throw Failed(what + ": " + std::strerror(errno)); }

}  // namespace rostrum::load
