// Where the sessions of a server are kept. A server of one session keeps it in the data folder itself; a server of
// several keeps each in a folder of the data folder, named by the session's id. A data folder is one or the other.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "council/programme.hpp"

namespace rostrum {

/// The journal's file in a session's folder.
inline constexpr std::string_view journal_file_name = "journal.sqlite";

/// Whether a session has begun in `folder`.
[[nodiscard]] bool holds_session(const std::filesystem::path& folder);

/// The folder of each programme's session, in their order. Fails in words where two programmes are of one session, and
/// where `data` holds one session and several are to be kept there, or the other way round.
[[nodiscard]] Result<std::vector<std::filesystem::path>, std::string>
session_folders(const std::filesystem::path& data, const std::vector<council::Programme>& programmes);

}  // namespace rostrum
