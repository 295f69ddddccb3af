// What the robots were told of their acts: each acknowledgement, and how many were rejected and why. With a file, each
// acknowledgement is a line there before anything else happens: "SEAT COMMAND-ID SEQ INDEX".
#pragma once

#include <cstdint>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "rostrum/v1/envelope.pb.h"

namespace rostrum::robots {

struct NotedAck {
  std::string seat;
  std::string command_id;
  std::uint64_t seq = 0;
  std::uint32_t index = 0;
};

struct NotedRejection {
  std::string seat;
  std::string command_id;
  std::string code;
};

class Notes {
 public:
  /// Notes into a file, behind what is there; or why it cannot be written.
  [[nodiscard]] Result<void, std::string> write_to(const std::string& path);

  void acknowledged(const std::string& seat, const v1::Ack& ack);
  void rejected(const std::string& seat, const v1::Rejection& rejection);

  [[nodiscard]] const std::vector<NotedAck>& acks() const { return acks_; }
  [[nodiscard]] const std::vector<NotedRejection>& rejections() const { return rejections_; }
  /// How many acts were rejected, by code.
  [[nodiscard]] std::map<std::string, std::uint64_t> rejections_by_code() const;

 private:
  std::ofstream file_;
  std::vector<NotedAck> acks_;
  std::vector<NotedRejection> rejections_;
};

}  // namespace rostrum::robots
