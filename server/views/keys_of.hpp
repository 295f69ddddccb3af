// The keys of a thing that several viewers see differently: the shared one, and its delegation's own. For this room.
#pragma once

#include "views/views.hpp"

namespace rostrum::views {

[[nodiscard]] std::vector<Key> keys_of_point(const council::Entry& entry);
[[nodiscard]] std::vector<Key> keys_of_statement(const council::Entry& entry);
/// The own one is of the delegation that it is for now.
[[nodiscard]] std::vector<Key> keys_of_signal(const council::State& state, const council::Signal& signal);
[[nodiscard]] std::vector<Key> keys_of_notice(const council::Notice& notice);
[[nodiscard]] std::vector<Key> keys_of_help(const council::Help& help);

}  // namespace rostrum::views
