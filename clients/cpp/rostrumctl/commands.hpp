// The commands of rostrumctl. Each writes its answer to standard output and what is wrong to standard error, and gives
// the program's exit status: done, or failed.
#pragma once

#include <optional>
#include <string>

namespace rostrum::ctl {

inline constexpr int done = 0;
inline constexpr int failed = 1;
inline constexpr int misused = 2;

/// Says what is in the programme at `path`, or all that is wrong with it.
[[nodiscard]] int check(const std::string& path);

struct LinksOptions {
  std::string data;
  std::string url;
  bool json = false;
};
/// The sign-in codes and links of the session in a data folder.
[[nodiscard]] int links(const LinksOptions& options);

struct LogOptions {
  std::string data;
  std::optional<std::string> panel;  // only what concerns this panel
  bool json = false;
};
/// What happened in the session, as sentences.
[[nodiscard]] int log(const LogOptions& options);

/// Checks the session's journal: that its chain is whole, that every commit can be read and replayed, and that every
/// invariant holds after each.
[[nodiscard]] int verify(const std::string& data);

}  // namespace rostrum::ctl
