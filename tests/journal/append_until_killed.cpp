// append_until_killed FOLDER [LINES MICROSECONDS]: takes the folder's lock, opens its journal and appends to it for
// ever. Says "at SEQ" when it is open, then the number of each commit once it is acknowledged, each in one write, so
// that its parent knows what was promised. Says why and ends with 1 where it cannot.
//
// Once it has said LINES lines, a timer of MICROSECONDS is set; the kernel kills it with SIGKILL when that has run
// down, wherever it is then.
#include <charconv>
#include <csignal>
#include <cstdio>
#include <string>
#include <string_view>

#include <ctime>
#include <unistd.h>

#include "journal/commits.hpp"
#include "journal/data_lock.hpp"
#include "journal/sqlite/sqlite_journal.hpp"

namespace {

using namespace rostrum;

constexpr long never = -1;
long lines_before_timer = never;
long timer_us = 0;

void set_timer() {
  sigevent event{};
  event.sigev_notify = SIGEV_SIGNAL;
  event.sigev_signo = SIGKILL;
  timer_t timer{};
  itimerspec when{};
  when.it_value.tv_nsec = timer_us * 1'000 + 1;
  if (::timer_create(CLOCK_MONOTONIC, &event, &timer) != 0 || ::timer_settime(timer, 0, &when, nullptr) != 0)
    ::_exit(2);
}

void set_timer_when_due() {
  if (lines_before_timer == never) return;
  if (lines_before_timer-- == 0) set_timer();
}

void say(const std::string& line) {
  const auto whole = line + "\n";
  if (::write(STDOUT_FILENO, whole.data(), whole.size()) != static_cast<ssize_t>(whole.size())) ::_exit(2);
  set_timer_when_due();
}

int refuse(const std::string& why) {
  say("refused: " + why);
  return 1;
}

bool read_number(std::string_view text, long& into) {
  return std::from_chars(text.data(), text.data() + text.size(), into).ec == std::errc();
}

}  // namespace

int main(int count, char** arguments) {
  const bool timed = count == 4 && read_number(arguments[2], lines_before_timer) && read_number(arguments[3], timer_us);
  if (count != 2 && !timed) return refuse("usage: append_until_killed FOLDER [LINES MICROSECONDS]");
  set_timer_when_due();
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
