#include "robots/notes.hpp"

#include <cerrno>
#include <cstring>

namespace rostrum::robots {

Result<void, std::string> Notes::write_to(const std::string& path) {
  file_.open(path, std::ios::app | std::ios::binary);
  if (!file_) return failure("cannot write to " + path + ": " + std::strerror(errno));
  return {};
}

void Notes::sent(const std::string& seat, const std::string& command_id) { sent_.emplace(seat, command_id); }

bool Notes::was_sent(const std::string& seat, const std::string& command_id) const {
  return sent_.contains({seat, command_id});
}

void Notes::acknowledged(const std::string& seat, const v1::Ack& ack) {
  acks_.push_back({seat, ack.command_id(), ack.seq(), ack.index()});
  if (file_.is_open())
    file_ << seat << ' ' << ack.command_id() << ' ' << ack.seq() << ' ' << ack.index() << '\n' << std::flush;
}

void Notes::rejected(const std::string& seat, const v1::Rejection& rejection, const Sendings& sendings) {
  rejections_.push_back({seat, rejection.command_id(), rejection.code(), sendings});
}

std::map<std::string, std::uint64_t> Notes::rejections_by_code() const {
  std::map<std::string, std::uint64_t> codes;
  for (const NotedRejection& rejection : rejections_) ++codes[rejection.code];
  return codes;
}

}  // namespace rostrum::robots
