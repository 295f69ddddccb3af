// Where a session's clock was set, in a file: written once, read at every start, so that a restart goes on from it with
// the time that the server was down included. One line of text: session_start_ms wall_start_ms speed.
//
// Used before the hall's strand starts.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/clock_anchor.hpp"
#include "base/result.hpp"

namespace rostrum::ops {

/// The anchor's file in a session's data folder.
inline constexpr std::string_view clock_file_name = "clock";

/// What --clock says: the instant that the session's clock starts at, and how fast it runs.
struct ClockStart {
  Instant at;
  double speed = 1.0;

  bool operator==(const ClockStart&) const = default;
};

/// "START,SPEED": an instant in ISO 8601 with its offset ("2005-11-29T14:55+01:00", "2005-11-29T13:55:00.250Z") and a
/// number above 0, at most speed_most. Fails in words.
[[nodiscard]] Result<ClockStart, std::string> clock_start_of(std::string_view text);

/// The anchor in the file at `path`, none where there is no such file. Fails in words where the file holds no anchor.
[[nodiscard]] Result<std::optional<ClockAnchor>, std::string> read_anchor(const std::filesystem::path& path);

/// Writes `anchor` to `path`: durable and whole when this returns, or not there at all.
[[nodiscard]] Result<void, std::string> write_anchor(const std::filesystem::path& path, const ClockAnchor& anchor);

/// Whether a clock of this anchor shows the real time.
[[nodiscard]] bool shows_real_time(const ClockAnchor& anchor);

}  // namespace rostrum::ops
