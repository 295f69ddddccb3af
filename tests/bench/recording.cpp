#include "bench/recording.hpp"

#include <cstdio>
#include <cstdlib>
#include <fstream>

namespace rostrum::bench {

namespace {

void put(std::ofstream& out, const std::string& text) {
  for (int shift = 0; shift < 32; shift += 8) out.put(static_cast<char>(text.size() >> shift & 0xff));
  out << text;
}

bool take(std::ifstream& in, std::string& text) {
  std::size_t size = 0;
  for (int shift = 0; shift < 32; shift += 8) {
    const int byte = in.get();
    if (byte < 0) return false;
    size |= static_cast<std::size_t>(byte) << shift;
  }
  text.resize(size);
  return static_cast<bool>(in.read(text.data(), static_cast<std::streamsize>(size)));
}

}  // namespace

void write(const Recording& recording, const std::filesystem::path& path) {
  std::ofstream out(path, std::ios::binary);
  put(out, recording.join);
  put(out, recording.resume);
  for (const std::string& patch : recording.patches) put(out, patch);
}

Recording read_recording(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  Recording recording;
  if (!take(in, recording.join) || !take(in, recording.resume)) {
    std::fprintf(stderr, "%s is no recording\n", path.c_str());
    std::exit(1);
  }
  for (std::string patch; take(in, patch);) recording.patches.push_back(std::move(patch));
  return recording;
}

}  // namespace rostrum::bench
