// The profiles: each is one way in which a hall loads its server. A run ends with its report; it throws where it could
// not be made.
#pragma once

#include <memory>

#include "load/chair.hpp"
#include "load/report.hpp"

namespace rostrum::load {

/// The hall of a plan: its own, which ends with the value, or one that runs. Also lets this process open as many files
/// as that takes.
class Place {
 public:
  /// `limits` are the own server's besides those that let everyone in: "NAME=VALUE,...".
  explicit Place(const Plan& plan, const std::string& limits = {});
  /// With a programme of so many delegations and panels, where the server is our own.
  Place(const Plan& plan, std::size_t delegations, std::size_t panels);

  [[nodiscard]] const Hall& hall() const { return own_ ? own_->hall() : running_; }
  [[nodiscard]] bool own() const { return own_ != nullptr; }

 private:
  std::unique_ptr<Folder> programme_;
  std::unique_ptr<OwnHall> own_;
  Hall running_;
};

inline constexpr std::size_t listed = 40;  // on the list of speakers while acts are made

[[nodiscard]] Report fan_out(const Plan& plan);
[[nodiscard]] Report storm(const Plan& plan);
[[nodiscard]] Report press(const Plan& plan);
[[nodiscard]] Report slow_readers(const Plan& plan);
[[nodiscard]] Report soak(const Plan& plan);

/// How many bytes of memory a server of ours holds for each of `crowd`, all of whom come now: a few have come and gone
/// before, and acts are made before each reading, so that what everyone shares is there. The crowd follows afterwards.
[[nodiscard]] std::int64_t resident_bytes_a_connection(const Hall& hall, Loop& loop, Actor& actor, Crowd& warm_up,
                                                       Crowd& crowd);

}  // namespace rostrum::load
