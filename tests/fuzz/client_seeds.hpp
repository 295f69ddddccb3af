// The seeds and the words of the fuzz target for clients' frames, made from the schema when the target is built: a new
// act has both without being written anywhere for it.
#pragma once

#include <string>
#include <vector>

namespace rostrum::fuzz {

struct Seed {
  std::string file;
  std::string bytes;  // the first is the codec's (fuzz_client_frames.cpp)
};

/// Every item that a client can send, in every form and in both codecs.
[[nodiscard]] std::vector<Seed> client_seeds();

/// The words of the JSON codec, as libFuzzer reads them.
[[nodiscard]] std::string client_dictionary();

}  // namespace rostrum::fuzz
