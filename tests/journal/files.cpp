#include "journal/files.hpp"

#include <fstream>
#include <string>
#include <string_view>

#include "base/assert.hpp"

namespace rostrum::journal {

void write_bytes(const std::filesystem::path& file, std::string_view bytes) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.flush();
  ROSTRUM_ASSERT(out.good());
}

}  // namespace rostrum::journal
