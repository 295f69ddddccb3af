#include "integration/support/child.hpp"

#include <array>
#include <chrono>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>

namespace rostrum::test {

namespace {

// No test depends on these: they end what would never end.
constexpr auto ready_within = std::chrono::seconds(60);
constexpr auto end_within = std::chrono::seconds(60);

}  // namespace

Spawned spawn(const std::vector<std::string>& words, const std::filesystem::path& err) {
  std::vector<char*> argv;
  for (const auto& word : words) argv.push_back(const_cast<char*>(word.c_str()));
  argv.push_back(nullptr);
  std::array<int, 2> out{};
  REQUIRE(::pipe2(out.data(), O_CLOEXEC) == 0);
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, out[1], 1);
  posix_spawn_file_actions_addopen(&actions, 2, err.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
  pid_t pid = -1;
  const int error = posix_spawnp(&pid, argv[0], &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  ::close(out[1]);
  REQUIRE(error == 0);
  return {pid, out[0]};
}

bool read_more(int descriptor, std::string& into) {
  pollfd ready{descriptor, POLLIN, 0};
  const auto most = std::chrono::duration_cast<std::chrono::milliseconds>(ready_within).count();
  REQUIRE(::poll(&ready, 1, static_cast<int>(most)) == 1);
  std::array<char, 4'096> buffer;
  const ssize_t count = ::read(descriptor, buffer.data(), buffer.size());
  if (count <= 0) return false;
  into.append(buffer.data(), static_cast<std::size_t>(count));
  return true;
}

int reaped(pid_t pid) {
  const auto descriptor = static_cast<int>(::syscall(SYS_pidfd_open, pid, 0));
  REQUIRE(descriptor >= 0);
  pollfd ended{descriptor, POLLIN, 0};
  const auto most = std::chrono::duration_cast<std::chrono::milliseconds>(end_within).count();
  const bool in_time = ::poll(&ended, 1, static_cast<int>(most)) == 1;
  if (!in_time) ::kill(pid, SIGKILL);
  ::close(descriptor);
  int status = 0;
  REQUIRE(::waitpid(pid, &status, 0) == pid);
  REQUIRE(in_time);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

}  // namespace rostrum::test
