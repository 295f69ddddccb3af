// Faults put in on purpose, to show that the simulation finds such ones (tests/simulation): each is false in every
// build of the server, and true only where a test's own executable compiles the file that the fault is in with
// ROSTRUM_PLANTED_BUG at its number.
#pragma once

#ifndef ROSTRUM_PLANTED_BUG
#define ROSTRUM_PLANTED_BUG 0
#endif

namespace rostrum::planted {

/// An act is acknowledged before its commit is durable.
inline constexpr bool answers_too_early = ROSTRUM_PLANTED_BUG == 1;
/// A restart forgets which commands were taken, so that one that is sent again acts twice.
inline constexpr bool forgets_commands = ROSTRUM_PLANTED_BUG == 2;
/// A restart forgets who holds what, so that nobody is told that it is gone.
inline constexpr bool forgets_shown = ROSTRUM_PLANTED_BUG == 3;
/// A speech that is paused does not change what anybody sees of the floor.
inline constexpr bool forgets_pauses = ROSTRUM_PLANTED_BUG == 4;

}  // namespace rostrum::planted
