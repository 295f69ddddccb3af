// What a start does besides putting the parts together: where the session's clock stands, whether the programme is
// still the one the session began with, and what the person who started the server is told.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "access/sign_in_list.hpp"
#include "base/clock.hpp"
#include "council/programme.hpp"
#include "journal/journal.hpp"
#include "main_options.hpp"

namespace rostrum {

struct Anchored {
  ClockAnchor anchor;
  bool clock_ignored = false;  // --clock was given, and the session's clock had been set to something else
};

/// The anchor of the session's clock: the one kept in the data folder, or a new one, which is kept from then on. A
/// journal that has begun without an anchor needs --clock.
[[nodiscard]] Result<Anchored, std::string> anchor_clock(const Options& options, bool journal_empty);

/// How the programme differs from the one that the journal began with, as sentences; nothing for an empty journal.
[[nodiscard]] std::vector<std::string> programme_changes(journal::Journal& journal,
                                                         const council::Programme& programme);

/// Random bytes that name this journal.
[[nodiscard]] std::string new_epoch();

/// The sign-ins that are shown at the start: all but the delegates', and the first few of those.
[[nodiscard]] std::string how_to_sign_in(const std::vector<access::SignInLine>& all, const std::filesystem::path& data);

/// "The session's clock shows ..."; empty where it shows the real time.
[[nodiscard]] std::string about_clock(const ClockAnchor& anchor, Instant now, const std::string& timezone);

}  // namespace rostrum
