#include <iostream>

#include <fmt/format.h>

#include "commands.hpp"
#include "replay.hpp"

namespace rostrum::ctl {

int verify(const VerifyOptions& options) {
  const auto journal = options.exported.empty() ? open_journal(options.data) : open_export(options.exported);
  if (!journal) return complain(journal.error());
  const auto session = replay(**journal, true);
  const auto [last, digest] = session.tail;
  if (last.value == 0)
    std::cout << "no commit is sound\n";
  else
    std::cout << fmt::format("commits 1 to {} are sound, with {} acts; SHA-256 of the last: {}\n", last.value,
                             session.acts, hex(as_bytes(digest)));
  if (session.withheld > 0) std::cout << fmt::format("{} texts are withheld: their digests stand\n", session.withheld);
  return session.failure ? complain(*session.failure) : done;
}

}  // namespace rostrum::ctl
