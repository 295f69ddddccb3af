// A server to be measured and who may sign in there: one of our own, on loopback with a temporary data folder, or one
// that runs already.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "load/line.hpp"
#include "load/process.hpp"

namespace rostrum::load {

/// A sign-in, as the server's sign-in list has it.
struct SignIn {
  std::string role;
  std::string delegation;
  std::string code;
};

struct Hall {
  Address address;
  std::vector<SignIn> sign_ins;
  std::optional<pid_t> server;  // where it can be measured: it is ours

  /// The code of the first sign-in of that role; throws where there is none.
  [[nodiscard]] const std::string& code_of(const std::string& role) const;
  /// The codes of followers: each delegation's seats and whoever else only follows, in turn.
  [[nodiscard]] std::vector<std::string> follower_codes() const;
  /// One code for each delegation.
  [[nodiscard]] std::vector<std::string> delegation_codes() const;
};

/// The server's program: $ROSTRUM_SERVER, or the one that was built with this.
[[nodiscard]] std::string server_program();

/// What a server of ours is started with besides its own: bounds that let `clients` in, all at once and as fast as they
/// like.
[[nodiscard]] std::string limits_for(std::size_t clients);

/// What a server says in front of its address once it is ready, and that address.
inline constexpr auto ready_at = "Rostrum is ready at http://";
[[nodiscard]] Address address_of(const std::string& host_and_port);

/// A server's sign-in list. Throws where there is none.
[[nodiscard]] std::vector<SignIn> read_sign_ins(const std::filesystem::path& path);

/// Where a session's clock begins, and how fast it runs, as --clock has it.
inline constexpr auto clock_start = "2005-11-29T14:55+01:00,1";

/// A hall with a running server of ours, which ends with the value.
class OwnHall {
 public:
  /// With a programme, bounds that let `clients` in, all at once and as fast as they like, and more of them in
  /// `limits`.
  OwnHall(std::size_t clients, const std::filesystem::path& programme, const std::string& limits);

  [[nodiscard]] const Hall& hall() const { return hall_; }

 private:
  Folder folder_;
  std::unique_ptr<Process> server_;
  Hall hall_;
};

/// The programme that comes with the project.
[[nodiscard]] std::filesystem::path council_programme();

/// Writes a programme with so many delegations, each with a seat, and panels, into `folder`: its path.
[[nodiscard]] std::filesystem::path write_programme(const std::filesystem::path& folder, std::size_t delegations,
                                                    std::size_t panels);

/// A hall that runs already at `address` (HOST:PORT), with the sign-ins of the file. Throws where these cannot be read.
[[nodiscard]] Hall running_hall(const std::string& address, const std::filesystem::path& sign_ins);

}  // namespace rostrum::load
