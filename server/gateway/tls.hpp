// The certificate that the server shows, and its key: with one, everything that comes to its port has to be TLS, from
// version 1.2 on. Immutable once loaded.
#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "base/result.hpp"
#include "base/time.hpp"
#include "gateway/stream.hpp"

namespace rostrum::gateway {

class Tls {
 public:
  /// Reads a certificate, with those that stand between it and its root behind it, and its key without a passphrase,
  /// both PEM. Fails in words that name the file.
  [[nodiscard]] static Result<std::shared_ptr<Tls>, std::string> load(const std::filesystem::path& certificate,
                                                                      const std::filesystem::path& key);
  virtual ~Tls() = default;

  /// Until when clients take the certificate, on the clock of the wall.
  [[nodiscard]] virtual Instant valid_until() const = 0;

  /// The server's end of a TLS connection on `socket`. Keeps what it needs of this.
  [[nodiscard]] virtual std::unique_ptr<AnyStream> stream(Socket socket) = 0;
};

}  // namespace rostrum::gateway
