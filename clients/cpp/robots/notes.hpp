// What the robots sent and what they were told of it: each acknowledgement and each rejection, also of what nobody
// waits for. With a file, each acknowledgement is a line there before anything else happens: "SEAT COMMAND-ID SEQ
// INDEX".
#pragma once

#include <chrono>
#include <cstdint>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"
#include "rostrum/v1/envelope.pb.h"

namespace rostrum::robots {

struct NotedAck {
  std::string seat;
  std::string command_id;
  std::uint64_t seq = 0;
  std::uint32_t index = 0;
};

/// How an act had been sent when its answer came.
struct Sendings {
  int copies = 1;
  Millis since_first;                  // of the session's clock
  std::chrono::milliseconds waited{};  // since then, in real time
  int lines = 1;                       // over which it was sent
};

struct NotedRejection {
  std::string seat;
  std::string command_id;
  std::string code;
  Sendings sendings;
};

class Notes {
 public:
  /// Notes into a file, behind what is there; or why it cannot be written.
  [[nodiscard]] Result<void, std::string> write_to(const std::string& path);

  void sent(const std::string& seat, const std::string& command_id);
  void acknowledged(const std::string& seat, const v1::Ack& ack);
  void rejected(const std::string& seat, const v1::Rejection& rejection, const Sendings& sendings);

  [[nodiscard]] bool was_sent(const std::string& seat, const std::string& command_id) const;

  [[nodiscard]] const std::vector<NotedAck>& acks() const { return acks_; }
  [[nodiscard]] const std::vector<NotedRejection>& rejections() const { return rejections_; }
  /// How many acts were rejected, by code.
  [[nodiscard]] std::map<std::string, std::uint64_t> rejections_by_code() const;

 private:
  std::ofstream file_;
  std::set<std::pair<std::string, std::string>> sent_;  // by seat and command id
  std::vector<NotedAck> acks_;
  std::vector<NotedRejection> rejections_;
};

}  // namespace rostrum::robots
