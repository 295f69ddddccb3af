#include "load/process.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fstream>

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "load/failed.hpp"
#include "support/content.hpp"

namespace rostrum::load {

namespace {

namespace fs = std::filesystem;

constexpr Nanos ready_within = 60 * second_ns;
constexpr int end_within_ms = 10'000;

/// In the child, between fork and exec: calls of the system only.
[[noreturn]] void become(char* const* words, int output, int errors, pid_t parent) {
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != parent) ::_exit(1);
  const int nothing = ::open("/dev/null", O_RDONLY);
  ::dup2(nothing, STDIN_FILENO);
  ::dup2(output, STDOUT_FILENO);
  ::dup2(errors, STDERR_FILENO);
  ::execv(words[0], words);
  ::_exit(127);
}

}  // namespace

Process::Process(const std::vector<std::string>& words, const fs::path& errors) : errors_(errors) {
  std::vector<char*> arguments;
  for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
  arguments.push_back(nullptr);
  std::array<int, 2> output{};
  if (::access(words.front().c_str(), X_OK) != 0) fail_with_errno(words.front());
  if (::pipe2(output.data(), O_CLOEXEC) != 0) fail_with_errno("a pipe");
  const int errors_to = ::open(errors.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
  const pid_t parent = ::getpid();
  id_ = ::fork();
  if (id_ == 0) become(arguments.data(), output[1], errors_to, parent);
  ::close(output[1]);
  ::close(errors_to);
  output_ = output[0];
  if (id_ < 0) fail_with_errno("cannot start " + words.front());
}

Process::~Process() {
  stop();
  ::close(output_);
}

void Process::read_more(Nanos until) {
  pollfd readable{.fd = output_, .events = POLLIN, .revents = 0};
  const auto left_ms = static_cast<int>(std::max<Nanos>(until - now_ns(), 0) / 1'000'000);
  std::array<char, 4'096> buffer;
  const ssize_t count = ::poll(&readable, 1, left_ms) == 1 ? ::read(output_, buffer.data(), buffer.size()) : 0;
  if (count <= 0) throw Failed("the server did not become ready: " + said_ + test::content_of(errors_));
  said_.append(buffer.data(), static_cast<std::size_t>(count));
}

std::string Process::wait_for(const std::string& beginning) {
  for (const Nanos until = now_ns() + ready_within;; read_more(until)) {
    for (std::size_t at = 0; at < said_.size();) {
      const auto end = said_.find('\n', at);
      if (end == std::string::npos) break;
      if (said_.compare(at, beginning.size(), beginning) == 0)
        return said_.substr(at + beginning.size(), end - at - beginning.size());
      at = end + 1;
    }
  }
}

void Process::wait_until_said(const std::string& part) {
  const Nanos until = now_ns() + ready_within;
  while (said_.find(part) == std::string::npos) read_more(until);
}

std::string Process::errors() const { return test::content_of(errors_); }

void Process::stop() {
  signal(SIGTERM);
  wait_for_end();
}

void Process::signal(int number) const {
  if (id_ > 0) ::kill(id_, number);
}

void Process::wait_for_end() {
  if (id_ < 0) return;
  const auto descriptor = static_cast<int>(::syscall(SYS_pidfd_open, id_, 0));
  pollfd ended{.fd = descriptor, .events = POLLIN, .revents = 0};
  if (descriptor < 0 || ::poll(&ended, 1, end_within_ms) != 1) ::kill(id_, SIGKILL);
  if (descriptor >= 0) ::close(descriptor);
  ::waitpid(id_, nullptr, 0);
  id_ = -1;
}

Nanos processor_time(pid_t process) {
  Nanos sum = 0;
  for (const auto& thread : fs::directory_iterator("/proc/" + std::to_string(process) + "/task")) {
    std::ifstream in(thread.path() / "schedstat");
    Nanos running = 0;
    if (in >> running) sum += running;
  }
  return sum;
}

Nanos processor_time() { return processor_time(::getpid()); }

std::uint64_t resident_bytes(pid_t process) {
  std::ifstream in("/proc/" + std::to_string(process) + "/smaps_rollup");
  std::string word;
  while (in >> word) {
    std::uint64_t kibibytes = 0;
    if (word == "Rss:" && in >> kibibytes) return kibibytes * 1'024;
  }
  throw Failed("the memory of process " + std::to_string(process) + " cannot be read");
}

void need_open_files(std::uint64_t count) {
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) fail_with_errno("the limit of open files");
  if (limit.rlim_max < count) {
    throw Failed("this needs " + std::to_string(count) + " open files, and the system allows " +
                 std::to_string(limit.rlim_max) + " (ulimit -Hn)");
  }
  limit.rlim_cur = limit.rlim_max;
  if (::setrlimit(RLIMIT_NOFILE, &limit) != 0) fail_with_errno("the limit of open files");
}

}  // namespace rostrum::load
