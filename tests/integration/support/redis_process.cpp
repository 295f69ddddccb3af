#include "integration/support/redis_process.hpp"

#include <chrono>
#include <csignal>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <catch2/catch.hpp>

#include "integration/support/child.hpp"
#include "support/content.hpp"

namespace rostrum::test {

namespace {

constexpr auto so_within = std::chrono::seconds(60);  // no test depends on it: it ends what would never end

}  // namespace

std::string free_port() {
  const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{.sin_family = AF_INET, .sin_port = 0, .sin_addr = {htonl(INADDR_LOOPBACK)}, .sin_zero = {}};
  socklen_t size = sizeof(address);
  REQUIRE(::bind(descriptor, reinterpret_cast<const sockaddr*>(&address), size) == 0);
  REQUIRE(::getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &size) == 0);
  ::close(descriptor);
  return std::to_string(ntohs(address.sin_port));
}

// Once the other constructor is done, the process is ended also where this one fails.
RedisProcess::RedisProcess(std::vector<std::string> options, std::string ready)
    : RedisProcess(std::move(options), As::the_tests, std::move(ready)) {}

RedisProcess::RedisProcess(std::vector<std::string> options, As as, std::string ready) : RedisProcess(NotStarted{}) {
  as_ = as;
  start(std::move(options), std::move(ready));
}

RedisProcess::~RedisProcess() {
  if (pid_ > 0) kill_hard();
}

void RedisProcess::start(std::vector<std::string> options, std::string ready) {
  options_ = std::move(options);
  ready_ = std::move(ready);
  start();
}

void RedisProcess::start() {
  REQUIRE(pid_ == -1);
  std::vector<std::string> words{"redis-server"};
  const auto add = [&words](const std::vector<std::string>& more) {
    words.insert(words.end(), more.begin(), more.end());
  };
  const std::vector<std::string> own{"--port", "0", "--unixsocket", socket(), "--dir", folder_.path()};
  if (as_ == As::the_tests)
    add({"--appendonly", "no", "--save", "", "--daemonize", "no", "--logfile", "", "--bind", "127.0.0.1"});
  if (as_ == As::the_tests) add(own);
  add(options_);
  if (as_ == As::configured) add(own);
  const Spawned server = spawn(words, folder_.path() / "err");
  pid_ = server.pid;
  out_descriptor_ = server.out;
  std::string out;
  while (out.find(ready_) == std::string::npos)
    if (!read_more(out_descriptor_, out))
      FAIL("Redis did not become ready: " << out << content_of(folder_.path() / "err"));
}

void RedisProcess::kill_hard() {
  const pid_t pid = std::exchange(pid_, -1);
  ::kill(pid, SIGKILL);
  (void)reaped(pid);
  ::close(std::exchange(out_descriptor_, -1));
}

void RedisProcess::freeze() { REQUIRE(::kill(pid_, SIGSTOP) == 0); }

void RedisProcess::thaw() { REQUIRE(::kill(pid_, SIGCONT) == 0); }

RedisLine::RedisLine(const RedisProcess& server) : context_(redisConnectUnix(server.socket().c_str())) {
  std::signal(SIGPIPE, SIG_IGN);  // a server that hangs up is an error of the line, not the end of the test
  REQUIRE(context_ != nullptr);
  INFO(context_->errstr);
  REQUIRE(context_->err == 0);
}

void RedisLine::send(const std::vector<std::string>& command) {
  std::vector<const char*> words;
  std::vector<std::size_t> lengths;
  for (const std::string& word : command) {
    words.push_back(word.data());
    lengths.push_back(word.size());
  }
  const int count = static_cast<int>(command.size());
  if (redisAppendCommandArgv(context_.get(), count, words.data(), lengths.data()) != REDIS_OK) FAIL(context_->errstr);
}

RedisLine::Reply RedisLine::read() {
  void* reply = nullptr;
  if (redisGetReply(context_.get(), &reply) != REDIS_OK) FAIL("no answer of Redis: " << context_->errstr);
  return Reply(static_cast<redisReply*>(reply));
}

RedisLine::Reply RedisLine::ask(const std::vector<std::string>& command) {
  send(command);
  return read();
}

std::string RedisLine::says(const std::vector<std::string>& command) {
  const Reply reply = ask(command);
  return reply->str == nullptr ? std::string() : std::string(reply->str, reply->len);
}

void RedisLine::until(const std::vector<std::string>& command, const std::function<bool(const std::string&)>& is_so) {
  const auto end = std::chrono::steady_clock::now() + so_within;
  std::string said;
  while (!is_so(said = says(command)))
    if (std::chrono::steady_clock::now() > end) FAIL("Redis goes on to say: " << said);
}

void RedisLine::flush() {
  int done = 0;
  while (done == 0)
    if (redisBufferWrite(context_.get(), &done) != REDIS_OK) FAIL(context_->errstr);
}

}  // namespace rostrum::test
