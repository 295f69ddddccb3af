// A certificate of a test's own making for 127.0.0.1, with its key, in files that go with the value.
#pragma once

#include "integration/support/server_process.hpp"

namespace rostrum::test {

enum class KeyKind : std::uint8_t { rsa, short_rsa, curve };

class Certificate {
 public:
  /// `passphrase`: of the key's file; empty: none. `valid_hours`: from now on, or so long past where it is negative.
  explicit Certificate(KeyKind kind = KeyKind::curve, const std::string& passphrase = {}, long valid_hours = 90 * 24);

  [[nodiscard]] std::filesystem::path certificate() const { return folder_.path() / "certificate.pem"; }
  [[nodiscard]] std::filesystem::path key() const { return folder_.path() / "key.pem"; }
  /// As a server is told of it.
  [[nodiscard]] std::vector<std::string> options() const {
    return {"--tls-certificate", certificate().string(), "--tls-key", key().string()};
  }

 private:
  Folder folder_;
};

}  // namespace rostrum::test
