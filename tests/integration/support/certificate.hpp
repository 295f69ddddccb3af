// Certificates of a test's own making, with their keys, in files that go with the value: one that is signed by itself,
// and an authority that signs others.
#pragma once

#include <memory>

#include <openssl/evp.h>

#include "integration/support/server_process.hpp"

namespace rostrum::test {

enum class KeyKind : std::uint8_t { rsa, short_rsa, curve };

/// For 127.0.0.1.
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

class Authority {
 public:
  Authority();

  [[nodiscard]] std::filesystem::path certificate() const { return folder_.path() / "authority.pem"; }

  struct Issued {
    std::filesystem::path certificate, key;
  };
  /// A certificate for that name, as OpenSSL writes it: "IP:127.0.0.1", "DNS:localhost".
  [[nodiscard]] Issued issue(const std::string& name) const;

 private:
  Folder folder_;
  std::shared_ptr<EVP_PKEY> key_;
};

}  // namespace rostrum::test
