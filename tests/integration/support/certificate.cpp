#include "integration/support/certificate.hpp"

#include <cstdio>
#include <memory>

#include <catch2/catch.hpp>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace rostrum::test {

namespace {

using File = std::unique_ptr<std::FILE, int (*)(std::FILE*)>;
using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;

constexpr long hour_s = 60 * 60;
constexpr long begun_hours = 365 * 24;  // ago

File file(const std::filesystem::path& path) {
  File made(std::fopen(path.c_str(), "w"), &std::fclose);
  REQUIRE(made);
  return made;
}

std::unique_ptr<X509, decltype(&X509_free)> signed_by_itself(EVP_PKEY* key, long valid_hours) {
  std::unique_ptr<X509, decltype(&X509_free)> certificate(X509_new(), &X509_free);
  X509_set_version(certificate.get(), X509_VERSION_3);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -begun_hours * hour_s);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), valid_hours * hour_s);
  X509_set_pubkey(certificate.get(), key);
  X509_NAME* const name = X509_get_subject_name(certificate.get());
  const auto* text = reinterpret_cast<const unsigned char*>("127.0.0.1");
  X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, text, -1, -1, 0);
  X509_set_issuer_name(certificate.get(), name);
  X509_EXTENSION* const of_address = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, "IP:127.0.0.1");
  X509_add_ext(certificate.get(), of_address, -1);
  X509_EXTENSION_free(of_address);
  REQUIRE(X509_sign(certificate.get(), key, EVP_sha256()) > 0);
  return certificate;
}

}  // namespace

Certificate::Certificate(KeyKind kind, const std::string& passphrase, long valid_hours) {
  const Key key(kind == KeyKind::curve ? EVP_EC_gen("P-256") : EVP_RSA_gen(kind == KeyKind::rsa ? 2'048 : 1'024),
                &EVP_PKEY_free);
  REQUIRE(key);
  const auto made = signed_by_itself(key.get(), valid_hours);
  REQUIRE(PEM_write_X509(file(certificate()).get(), made.get()) == 1);
  const bool locked = !passphrase.empty();
  REQUIRE(PEM_write_PrivateKey(file(this->key()).get(), key.get(), locked ? EVP_aes_256_cbc() : nullptr,
                               reinterpret_cast<const unsigned char*>(locked ? passphrase.data() : nullptr),
                               static_cast<int>(passphrase.size()), nullptr, nullptr) == 1);
}

}  // namespace rostrum::test
