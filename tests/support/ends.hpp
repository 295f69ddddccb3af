// What a process says when it ends itself because an invariant has broken.
#pragma once

#include <array>
#include <csignal>
#include <cstdio>
#include <functional>
#include <string>

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/assert.hpp"

namespace rostrum::test {

/// What `act` writes to standard error, in a process of its own, where it ends that by abort; empty where it does not.
inline std::string last_words(const std::function<void()>& act) {
  std::array<int, 2> ends{};
  ROSTRUM_ASSERT(::pipe(ends.data()) == 0);
  const pid_t child = ::fork();
  ROSTRUM_ASSERT(child >= 0);
  if (child == 0) {
    const rlimit no_core{0, 0};
    ::setrlimit(RLIMIT_CORE, &no_core);
    std::signal(SIGABRT, SIG_DFL);  // not the test framework's
    ::dup2(ends[1], STDERR_FILENO);
    ::close(ends[0]);
    ::close(ends[1]);
    act();
    ::_exit(0);
  }
  ::close(ends[1]);
  std::string words;
  std::array<char, 256> part{};
  for (ssize_t count = 0; (count = ::read(ends[0], part.data(), part.size())) > 0;)
    words.append(part.data(), static_cast<std::size_t>(count));
  ::close(ends[0]);
  int status = 0;
  ROSTRUM_ASSERT(::waitpid(child, &status, 0) == child);
  return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT ? words : std::string{};
}

}  // namespace rostrum::test
