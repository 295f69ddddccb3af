// append_until_killed FOLDER: takes the folder's lock, opens its journal and appends to it for ever. Says "at SEQ" when
// it is open, then the number of each commit once it is acknowledged, each in one write, so that its parent knows what
// was promised when it kills it. Says why and ends with 1 where it cannot.
#include <cstdio>
#include <string>

#include <unistd.h>

#include "journal/commits.hpp"
#include "journal/data_lock.hpp"
#include "journal/sqlite/sqlite_journal.hpp"

namespace {

using namespace rostrum;

void say(const std::string& line) {
  const auto whole = line + "\n";
  if (::write(STDOUT_FILENO, whole.data(), whole.size()) != static_cast<ssize_t>(whole.size())) ::_exit(2);
}

int refuse(const std::string& why) {
  say("refused: " + why);
  return 1;
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return refuse("usage: append_until_killed FOLDER");
  const std::filesystem::path folder = arguments[1];
  const auto lock = journal::DataLock::take(folder);
  if (!lock) return refuse(lock.error());
  const auto log = journal::open_sqlite_journal(folder / "journal.sqlite", journal::Access::write);
  if (!log) return refuse(log.error().why);

  say("at " + std::to_string((*log)->tail().seq.value));
  for (;;) {
    const auto tail = (*log)->tail();
    const auto seq = tail.seq.next();
    const auto appended = (*log)->append(seq, journal::commit_after(tail, journal::content_bytes_at(seq)));
    if (!appended) return refuse(appended.error().why);
    say(std::to_string(seq.value));
  }
}
