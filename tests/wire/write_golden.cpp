// Writes the golden vectors into a folder: write_golden protocol/golden. Run by hand after a frame has changed on
// purpose, or an event has been added. A stored commit that is there already and differs is left as it is and makes
// this fail: old logs must stay readable, so a new form of an event is a new event.
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

#include "support/secrets.hpp"
#include "wire/golden.hpp"

namespace {

namespace wire = rostrum::wire;
using std::filesystem::path;

void write(const path& file, const std::string& bytes) {
  std::ofstream(file, std::ios::binary) << bytes;
  std::cout << file.string() << ": " << bytes.size() << " bytes\n";
}

std::string read(const path& file) {
  std::ostringstream bytes;
  bytes << std::ifstream(file, std::ios::binary).rdbuf();
  return bytes.str();
}

/// False where the file holds another form of the same commit.
bool write_once(const path& file, const std::string& bytes) {
  if (!std::filesystem::exists(file)) return write(file, bytes), true;
  if (read(file) == bytes) return true;
  std::cerr << file.string() << " differs: a stored event never changes, add a new one\n";
  return false;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: write_golden FOLDER\n";
    return 2;
  }
  const path folder(argv[1]);
  std::filesystem::create_directories(folder);
  for (const wire::golden::Frame& frame : wire::golden::frames()) {
    write(folder / ("frame_" + frame.name + ".bin"), wire::encode(wire::Codec::protobuf, frame.item));
    write(folder / ("frame_" + frame.name + ".json"), wire::encode(wire::Codec::json, frame.item));
  }
  bool all = true;
  for (const wire::golden::Stored& golden : wire::golden::commits()) {
    const auto stored = wire::encode(golden.commit, rostrum::test::known_salts);
    all &= write_once(folder / ("stored_" + golden.name + ".bin"), stored.bytes);
    if (!stored.beside.empty()) all &= write_once(folder / ("beside_" + golden.name + ".bin"), stored.beside);
  }
  return all ? 0 : 1;
}
