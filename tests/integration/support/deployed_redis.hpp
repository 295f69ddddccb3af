// The configuration and the users of deploy/redis, as whoever runs a server takes them over.
#pragma once

#include <filesystem>
#include <string>

#include <catch2/catch.hpp>

#include "base/digest.hpp"
#include "support/content.hpp"
#include "support/folder.hpp"

namespace rostrum::test {

inline const std::filesystem::path deployed_redis = std::filesystem::path(ROSTRUM_SOURCE_DIR) / "deploy" / "redis";

/// The file of users, with the digest of this password in its place.
class DeployedUsers {
 public:
  explicit DeployedUsers(const std::string& password) {
    std::string text = content_of(deployed_redis / "users.acl");
    const std::string place = "#SHA-256-OF-THE-PASSWORD";
    const std::size_t at = text.find(place);
    REQUIRE(at != std::string::npos);
    folder_.write("users.acl", text.replace(at, place.size(), "#" + hex(as_bytes(sha256(password)))));
  }
  [[nodiscard]] std::string file() const { return folder_.path() / "users.acl"; }

 private:
  Folder folder_;
};

}  // namespace rostrum::test
