#include "faults/server.hpp"

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

constexpr std::string_view ready_line = "Rostrum is ready at http://127.0.0.1:";
constexpr std::size_t last_words_bytes = 1'500;

}  // namespace

Server::Server(ServerPlan plan) : plan_(std::move(plan)) {}

Server::~Server() { (void)kill_hard(); }

Result<void, std::string> Server::start() {
  std::vector<std::string> words{plan_.binary,     "--listen",    "127.0.0.1:" + std::to_string(port_),
                                 "--data",         plan_.data,    "--programme",
                                 plan_.programme,  "--clock",     plan_.clock,
                                 "--sign-in-json", sign_in_list()};
  if (!plan_.limits.empty()) words.insert(words.end(), {"--limits", plan_.limits});
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  argv.push_back(nullptr);
  std::array<int, 2> out{};
  if (::pipe2(out.data(), O_CLOEXEC | O_NONBLOCK) != 0) return failure(std::string("no pipe: ") + std::strerror(errno));
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, out[1], 1);
  const std::string err = plan_.around / "server.log";
  posix_spawn_file_actions_addopen(&actions, 2, err.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
  const int error = posix_spawn(&pid_, argv[0], &actions, nullptr, argv.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  ::close(out[1]);
  out_ = out[0];
  said_.clear();
  if (error == 0) return {};
  pid_ = -1;
  return failure("cannot start " + plan_.binary.string() + ": " + std::strerror(error));
}

bool Server::ready() {
  std::array<char, 4'096> buffer;
  for (ssize_t count = 0; (count = ::read(out_, buffer.data(), buffer.size())) > 0;)
    said_.append(buffer.data(), static_cast<std::size_t>(count));
  const auto at = said_.find(ready_line);
  if (at == std::string::npos || said_.find('\n', at) == std::string::npos) return false;
  port_ = static_cast<std::uint16_t>(std::stoi(said_.substr(at + ready_line.size())));
  return true;
}

bool Server::ended_by_itself() {
  if (pid_ <= 0 || ::waitpid(pid_, nullptr, WNOHANG) != pid_) return false;
  forget();
  return true;
}

bool Server::kill_hard() {
  if (pid_ <= 0) return false;  // no process, and -1 would be all of them
  int status = 0;
  ::kill(pid_, SIGKILL);
  ::waitpid(pid_, &status, 0);
  forget();
  return WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

void Server::freeze() const {
  if (pid_ > 0) ::kill(pid_, SIGSTOP);
}

void Server::thaw() const {
  if (pid_ > 0) ::kill(pid_, SIGCONT);
}

bool Server::ended_in_order(std::chrono::milliseconds within) {
  if (pid_ <= 0) return false;
  ::kill(pid_, SIGTERM);
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

void Server::forget() {
  pid_ = -1;
  ::close(std::exchange(out_, -1));
}

std::string Server::last_words() const {
  const std::string all = test::content_of(plan_.around / "server.log");
  return all.substr(all.size() - std::min(all.size(), last_words_bytes));
}

}  // namespace rostrum::faults
