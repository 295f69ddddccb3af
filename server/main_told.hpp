// What the person who starts a server is told, on standard output, in its files and in its log.
#pragma once

#include <cstdint>
#include <string>

#include "main_options.hpp"
#include "main_sessions.hpp"

namespace rostrum {

/// Where the server is, for who started it: the address it listens on.
[[nodiscard]] std::string address_here(const Options& options, std::uint16_t port);

/// Where people find the server: what was given for links, else the address it listens on, which is the machine's name
/// where it listens on every one.
[[nodiscard]] std::string address_for_links(const Options& options, std::uint16_t port);

/// Writes the sign-in links where they are wanted, says what has changed or is lost, that the server is ready, and how
/// to sign in to each session. Fails in words.
[[nodiscard]] Result<void, std::string> tell_ready(const Options& options, const Sessions& sessions,
                                                   std::uint16_t port);

}  // namespace rostrum
