// Writes the vectors of the stores: write_store_vectors protocol/golden/store_vectors.json. Run by hand after an entity
// or a rule of the stores has changed on purpose.
#include <fstream>
#include <iostream>

#include "simulation/vectors.hpp"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: write_store_vectors FILE\n";
    return 2;
  }
  std::ofstream file(argv[1], std::ios::binary);
  file << rostrum::simulation::store_vectors();
  file.close();
  if (file) return 0;
  std::cerr << argv[1] << " cannot be written\n";
  return 1;
}
