#include "base/digest.hpp"

#include <memory>

#include <openssl/evp.h>

#include "base/assert.hpp"

namespace rostrum {

namespace {

struct Free {
  void operator()(EVP_MD* algorithm) const { EVP_MD_free(algorithm); }
};

/// Found once: looking it up costs more than hashing a commit.
const EVP_MD* algorithm() {
  static const std::unique_ptr<EVP_MD, Free> found(EVP_MD_fetch(nullptr, "SHA256", nullptr));
  ROSTRUM_ASSERT(found != nullptr);  // a configuration of OpenSSL may take it away
  return found.get();
}

}  // namespace

Digest sha256(std::string_view bytes) {
  Digest digest{};
  ROSTRUM_ASSERT(EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, algorithm(), nullptr) == 1);
  return digest;
}

std::string hex(std::string_view bytes) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string text;
  text.reserve(bytes.size() * 2);
  for (const char byte : bytes) {
    const auto value = static_cast<unsigned char>(byte);
    text += digits[value >> 4];
    text += digits[value & 0xf];
  }
  return text;
}

}  // namespace rostrum
