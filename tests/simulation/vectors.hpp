// Vectors for the stores of clients, in C++ and TypeScript: what a client of a simulated world was sent, item by item,
// with an item now and then again or too early, and what a store holds after each. protocol/golden/store_vectors.json.
#pragma once

#include <string>

namespace rostrum::simulation {

/// The file's text. The same each time.
[[nodiscard]] std::string store_vectors();

}  // namespace rostrum::simulation
