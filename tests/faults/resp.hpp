// The messages that go over a line to a Redis server, as far as a proxy between has to know them: where each ends, and
// the words of a command.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace rostrum::faults {

/// How many bytes the first message in `bytes` takes, a command or an answer; none: it has not all come yet. What is no
/// message ends with its line.
[[nodiscard]] std::optional<std::size_t> length_of_message(std::string_view bytes);

/// The words of a command, or the texts of an answer that is a list; those of lists within it are left out.
[[nodiscard]] std::vector<std::string_view> words_of(std::string_view message);

}  // namespace rostrum::faults
