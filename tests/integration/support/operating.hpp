// What whoever runs several nodes does with them, on the command line, and what a test then looks at.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "integration/support/floor.hpp"
#include "integration/support/nodes.hpp"

namespace rostrum::test {

/// Of the Council programme.
inline const std::string council_session = "council-2005";

[[nodiscard]] bool has(const std::string& text, const std::string& part);

/// Runs rostrumctl again and again until what it says is so.
Ended in_the_end_says(const std::string& arguments, const std::function<bool(const Ended&)>& is_so);

[[nodiscard]] std::string url_of(const ServerProcess& node);
[[nodiscard]] std::string address_of(const RedisProcess& server);

/// Opens the floor, each act under an id of its own.
void open_floor_at(client::Client& chair);
/// Asks for the floor for them; the place of the last act that was acknowledged.
std::uint64_t ask_at(client::Client& chair, const List& who);

/// The server loses everything.
void wipe(const RedisProcess& server);

}  // namespace rostrum::test
