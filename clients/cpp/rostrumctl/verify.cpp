#include <iostream>

#include <fmt/format.h>

#include "commands.hpp"
#include "replay.hpp"

namespace rostrum::ctl {

int verify(const std::string& data) {
  const auto journal = open_journal(data);
  if (!journal) {
    std::cerr << "rostrumctl: " << journal.error() << '\n';
    return failed;
  }
  const auto session = replay(**journal, true);
  std::cout << fmt::format("{} commits with {} acts are sound; the last is commit {}, SHA-256 {}\n",
                           session.tail.seq.value, session.acts, session.tail.seq.value,
                           hex(as_bytes(session.tail.digest)));
  if (!session.failure) return done;
  std::cerr << "rostrumctl: " << *session.failure << '\n';
  return failed;
}

}  // namespace rostrum::ctl
