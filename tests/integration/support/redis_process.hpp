// A real Redis server for a test, on a socket in a folder of its own, and a plain line to it. It ends with the value,
// by its process id; of what it was told it keeps nothing, but where the options say so.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <hiredis/hiredis.h>
#include <sys/types.h>

#include "support/folder.hpp"

namespace rostrum::test {

/// A port of loopback that nobody listens at.
[[nodiscard]] std::string free_port();

class RedisProcess {
 public:
  /// Starts it with these options of its command line, and waits until it says `ready`.
  explicit RedisProcess(std::vector<std::string> options = {}, std::string ready = "ready to accept connections");
  /// The same, but of a test's own it has no more than its folder and socket: all else is as the first option says,
  /// which is a file.
  enum class As : std::uint8_t { the_tests, configured };
  RedisProcess(std::vector<std::string> options, As as, std::string ready = "ready to accept connections");
  ~RedisProcess();
  RedisProcess(const RedisProcess&) = delete;
  RedisProcess& operator=(const RedisProcess&) = delete;

  [[nodiscard]] std::filesystem::path socket() const { return folder_.path() / "socket"; }
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }

  /// As a power cut would end it.
  void kill_hard();
  /// It does nothing any more, but holds its lines, until it thaws.
  void freeze();
  void thaw();
  /// Starts it again on what it kept.
  void start();
  /// With other options, until it says something else.
  void start(std::vector<std::string> options, std::string ready);

 private:
  struct NotStarted {};
  explicit RedisProcess(NotStarted) {}

  Folder folder_;
  std::vector<std::string> options_;
  std::string ready_;
  As as_ = As::the_tests;
  pid_t pid_ = -1;
  int out_descriptor_ = -1;
};

class RedisLine {
 public:
  struct Free {
    void operator()(redisReply* reply) const { freeReplyObject(reply); }
    void operator()(redisContext* context) const { redisFree(context); }
  };
  using Reply = std::unique_ptr<redisReply, Free>;

  explicit RedisLine(const RedisProcess& server);

  /// It goes out with the next that is read.
  void send(const std::vector<std::string>& command);
  [[nodiscard]] Reply read();
  /// Sends and reads its answer.
  Reply ask(const std::vector<std::string>& command);
  /// The answer in text: a string, a status, an error.
  std::string says(const std::vector<std::string>& command);
  /// Asks again and again until the answer in text is so.
  void until(const std::vector<std::string>& command, const std::function<bool(const std::string&)>& is_so);
  /// What is sent goes out, and its answer is not waited for.
  void flush();

 private:
  std::unique_ptr<redisContext, Free> context_;
};

}  // namespace rostrum::test
