#include "journal/files.hpp"

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

#include "base/assert.hpp"

namespace rostrum::journal {

std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

void write_bytes(const std::filesystem::path& file, std::string_view bytes) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.flush();
  ROSTRUM_ASSERT(out.good());
}

}  // namespace rostrum::journal
