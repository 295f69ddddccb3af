#include "chamber/taken_commands.hpp"

#include <catch2/catch.hpp>

namespace rostrum::chamber {
namespace {

const GrantId chile{"CL.1"}, norway{"NO.1"};

Taken taken(std::uint64_t seq, std::int64_t at) { return {.digest = {}, .act = {.seq = {seq}}, .at = {at}}; }

/// The commit of the act that a command became; 0 where it is not known.
std::uint64_t seq_of(const TakenCommands& commands, const GrantId& grant, std::string_view id) {
  const Taken* found = commands.find(grant, id);
  return found ? found->act.seq.value : 0;
}

}  // namespace

TEST_CASE("L2 a command is known by its grant and its id, both of them") {
  TakenCommands commands;
  commands.remember(chile, "1", taken(7, 100));
  commands.remember(norway, "2", taken(8, 100));
  CHECK(seq_of(commands, chile, "1") == 7);
  CHECK(seq_of(commands, norway, "2") == 8);
  CHECK(seq_of(commands, norway, "1") == 0);
  CHECK(seq_of(commands, chile, "2") == 0);
}

TEST_CASE("L2 what was taken before an instant is forgotten, and nothing else") {
  TakenCommands commands;
  commands.remember(chile, "1", taken(1, 100));
  commands.remember(chile, "2", taken(2, 200));
  commands.remember(norway, "2", taken(3, 200));
  commands.forget_before({200});
  CHECK(seq_of(commands, chile, "1") == 0);
  CHECK(seq_of(commands, chile, "2") == 2);
  CHECK(seq_of(commands, norway, "2") == 3);
  commands.forget_before({201});
  CHECK(seq_of(commands, chile, "2") == 0);
  CHECK(seq_of(commands, norway, "2") == 0);
}

TEST_CASE("L2 a command that is taken anew is known by its latest act, from that instant on") {
  TakenCommands commands;
  const std::int64_t again = GENERATE(100, 150);  // in the same instant, or later
  commands.remember(chile, "1", taken(1, 100));
  commands.remember(chile, "1", taken(2, again));
  CHECK(seq_of(commands, chile, "1") == 2);
  commands.forget_before({again});
  CHECK(seq_of(commands, chile, "1") == 2);
  commands.forget_before({again + 1});
  CHECK(seq_of(commands, chile, "1") == 0);
}

TEST_CASE("L2 what is remembered goes where it is moved, and is let go there") {
  TakenCommands commands;
  commands.remember(chile, "1", taken(1, 100));
  TakenCommands moved = std::move(commands);
  moved.remember(chile, "2", taken(2, 200));
  CHECK(seq_of(moved, chile, "1") == 1);
  moved.forget_before({101});
  CHECK(seq_of(moved, chile, "1") == 0);
  CHECK(seq_of(moved, chile, "2") == 2);
}

}  // namespace rostrum::chamber
