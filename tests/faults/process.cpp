#include "faults/process.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "support/content.hpp"
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

namespace rostrum::faults {

namespace {

constexpr std::size_t last_lines_bytes = 1'500;

/// As exec takes them; they live as long as what they are made of.
std::vector<char*> pointers_to(std::vector<std::string>& words) {
  std::vector<char*> pointers;
  for (std::string& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  return pointers;
}

std::vector<std::string> environment_with(const std::vector<std::string>& more) {
  std::vector<std::string> all;
  for (char** each = environ; *each != nullptr; ++each) all.emplace_back(*each);
  all.insert(all.end(), more.begin(), more.end());
  return all;
}

}  // namespace

Process::~Process() { (void)kill_hard(); }

Result<void, std::string> Process::start(const Start& start) {
  std::vector<std::string> words = start.words;
  std::vector<std::string> environment = environment_with(start.environment);
  std::array<int, 2> out{};
  if (::pipe2(out.data(), O_CLOEXEC | O_NONBLOCK) != 0) return failure(std::string("no pipe: ") + std::strerror(errno));
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, out[1], 1);
  posix_spawn_file_actions_addopen(&actions, 2, start.log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
  posix_spawn_file_actions_addclosefrom_np(&actions, 3);  // a line ends with whoever holds it last
  if (!start.folder.empty()) posix_spawn_file_actions_addchdir_np(&actions, start.folder.c_str());
  const int error = posix_spawnp(&pid_, words.front().c_str(), &actions, nullptr, pointers_to(words).data(),
                                 pointers_to(environment).data());
  posix_spawn_file_actions_destroy(&actions);
  ::close(out[1]);
  out_ = out[0];
  said_.clear();
  if (error == 0) return {};
  forget();
  return failure("cannot start " + words.front() + ": " + std::strerror(error));
}

const std::string& Process::said() {
  std::array<char, 4'096> buffer;
  for (ssize_t count = 0; out_ >= 0 && (count = ::read(out_, buffer.data(), buffer.size())) > 0;)
    said_.append(buffer.data(), static_cast<std::size_t>(count));
  return said_;
}

bool Process::ended_by_itself() {
  if (pid_ <= 0 || ::waitpid(pid_, nullptr, WNOHANG) != pid_) return false;
  forget();
  return true;
}

bool Process::is_over() const {
  siginfo_t ended{};
  return pid_ > 0 && ::waitid(P_PID, static_cast<id_t>(pid_), &ended, WEXITED | WNOHANG | WNOWAIT) == 0 &&
         ended.si_pid == pid_;
}

bool Process::kill_hard() {
  if (pid_ <= 0) return false;  // no process, and -1 would be all of them
  int status = 0;
  ::kill(pid_, SIGKILL);
  ::waitpid(pid_, &status, 0);
  forget();
  return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

void Process::freeze() const {
  if (pid_ > 0) ::kill(pid_, SIGSTOP);
}

void Process::thaw() const {
  if (pid_ > 0) ::kill(pid_, SIGCONT);
}

void Process::tell_to_end() const {
  if (pid_ > 0) ::kill(pid_, SIGTERM);
}

bool Process::ended_in_order(std::chrono::milliseconds within) {
  if (pid_ <= 0) return false;
  const auto descriptor = static_cast<int>(::syscall(SYS_pidfd_open, pid_, 0));
  pollfd ended{descriptor, POLLIN, 0};
  const bool in_time = ::poll(&ended, 1, static_cast<int>(within.count())) == 1;
  ::close(descriptor);
  if (!in_time) ::kill(pid_, SIGKILL);
  int status = 0;
  ::waitpid(pid_, &status, 0);
  forget();
  return in_time && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

void Process::forget() {
  pid_ = -1;
  ::close(std::exchange(out_, -1));
}

std::string last_lines_of(const std::filesystem::path& log) {
  const std::string all = test::content_of(log);
  return all.substr(all.size() - std::min(all.size(), last_lines_bytes));
}

}  // namespace rostrum::faults
