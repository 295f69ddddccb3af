#include "journal/scratch_folder.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <system_error>

#include "base/assert.hpp"

namespace rostrum::journal {

ScratchFolder::ScratchFolder() {
  auto name = (std::filesystem::temp_directory_path() / "rostrum-journal-XXXXXX").string();
  ROSTRUM_ASSERT(::mkdtemp(name.data()) != nullptr);
  path_ = name;
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

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
