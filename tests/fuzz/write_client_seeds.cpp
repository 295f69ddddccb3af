// Writes the seeds and the dictionary of the fuzz target for clients' frames: write_client_seeds FOLDER. Run by the
// build.
#include <filesystem>
#include <fstream>
#include <iostream>

#include "base/assert.hpp"
#include "fuzz/client_seeds.hpp"

namespace {

void write(const std::filesystem::path& file, const std::string& bytes) {
  std::filesystem::create_directories(file.parent_path());
  std::ofstream out(file, std::ios::binary);
  ROSTRUM_ASSERT((out << bytes).flush().good());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: write_client_seeds FOLDER\n";
    return 2;
  }
  const std::filesystem::path folder(argv[1]);
  std::filesystem::remove_all(folder / "seeds/client_frames");  // those of a schema of before
  for (const auto& seed : rostrum::fuzz::client_seeds()) write(folder / "seeds/client_frames" / seed.file, seed.bytes);
  write(folder / "client_frames.dict", rostrum::fuzz::client_dictionary());
  return 0;
}
