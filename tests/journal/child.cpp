#include "journal/child.hpp"

#include <array>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/assert.hpp"

extern char** environ;

namespace rostrum::journal {

Child::Child(const char* program, std::vector<std::string> arguments) {
  std::array<int, 2> ends{};
  ROSTRUM_ASSERT(::pipe2(ends.data(), O_CLOEXEC) == 0);
  posix_spawn_file_actions_t actions;
  ROSTRUM_ASSERT(::posix_spawn_file_actions_init(&actions) == 0);
  ROSTRUM_ASSERT(::posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO) == 0);
  std::string name = program;
  std::vector<char*> all{name.data()};
  for (auto& argument : arguments) all.push_back(argument.data());
  all.push_back(nullptr);
  ROSTRUM_ASSERT(::posix_spawn(&pid_, program, &actions, nullptr, all.data(), environ) == 0);
  ::posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);
  output_ = ends[0];
  running_ = true;
}

Child::~Child() {
  if (running_) kill();
  ::close(output_);
}

std::optional<std::string> Child::line() {
  for (;;) {
    if (const auto end = unread_.find('\n'); end != std::string::npos) {
      auto text = unread_.substr(0, end);
      unread_.erase(0, end + 1);
      return text;
    }
    std::array<char, 4'096> buffer{};
    const auto count = ::read(output_, buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return std::nullopt;
    unread_.append(buffer.data(), static_cast<std::size_t>(count));
  }
}

void Child::kill() {
  ROSTRUM_ASSERT(running_);
  ::kill(pid_, SIGKILL);
  int status = 0;
  while (::waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
  }
  running_ = false;
}

}  // namespace rostrum::journal
