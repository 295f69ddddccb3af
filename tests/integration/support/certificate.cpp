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

using Signed = std::unique_ptr<X509, decltype(&X509_free)>;

/// What is true of a certificate.
struct Facts {
  const char* subject;  // its common name
  EVP_PKEY* key;
  const char* issuer;  // its common name
  EVP_PKEY* signer;
  int extension;
  std::string value;  // of that
  long valid_hours;
};

void name(X509_NAME* entry, const char* common) {
  X509_NAME_add_entry_by_txt(entry, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>(common), -1, -1, 0);
}

Signed made_of(const Facts& facts) {
  Signed certificate(X509_new(), &X509_free);
  X509_set_version(certificate.get(), X509_VERSION_3);
  ASN1_INTEGER_set(X509_get_serialNumber(certificate.get()), 1);
  X509_gmtime_adj(X509_getm_notBefore(certificate.get()), -begun_hours * hour_s);
  X509_gmtime_adj(X509_getm_notAfter(certificate.get()), facts.valid_hours * hour_s);
  X509_set_pubkey(certificate.get(), facts.key);
  name(X509_get_subject_name(certificate.get()), facts.subject);
  const std::unique_ptr<X509_NAME, decltype(&X509_NAME_free)> issuer(X509_NAME_new(), &X509_NAME_free);
  name(issuer.get(), facts.issuer);
  X509_set_issuer_name(certificate.get(), issuer.get());
  X509_EXTENSION* const extension = X509V3_EXT_conf_nid(nullptr, nullptr, facts.extension, facts.value.c_str());
  REQUIRE(extension != nullptr);
  X509_add_ext(certificate.get(), extension, -1);
  X509_EXTENSION_free(extension);
  REQUIRE(X509_sign(certificate.get(), facts.signer, EVP_sha256()) > 0);
  return certificate;
}

constexpr const char* authority = "An authority of the tests";

}  // namespace

Certificate::Certificate(KeyKind kind, const std::string& passphrase, long valid_hours) {
  const Key key(kind == KeyKind::curve ? EVP_EC_gen("P-256") : EVP_RSA_gen(kind == KeyKind::rsa ? 2'048 : 1'024),
                &EVP_PKEY_free);
  REQUIRE(key);
  const Signed made = made_of({.subject = "127.0.0.1",
                               .key = key.get(),
                               .issuer = "127.0.0.1",
                               .signer = key.get(),
                               .extension = NID_subject_alt_name,
                               .value = "IP:127.0.0.1",
                               .valid_hours = valid_hours});
  REQUIRE(PEM_write_X509(file(certificate()).get(), made.get()) == 1);
  const bool locked = !passphrase.empty();
  REQUIRE(PEM_write_PrivateKey(file(this->key()).get(), key.get(), locked ? EVP_aes_256_cbc() : nullptr,
                               reinterpret_cast<const unsigned char*>(locked ? passphrase.data() : nullptr),
                               static_cast<int>(passphrase.size()), nullptr, nullptr) == 1);
}

Authority::Authority() : key_(EVP_EC_gen("P-256"), &EVP_PKEY_free) {
  REQUIRE(key_);
  const Signed made = made_of({.subject = authority,
                               .key = key_.get(),
                               .issuer = authority,
                               .signer = key_.get(),
                               .extension = NID_basic_constraints,
                               .value = "critical,CA:TRUE",
                               .valid_hours = 24});
  REQUIRE(PEM_write_X509(file(certificate()).get(), made.get()) == 1);
}

Authority::Issued Authority::issue(const std::string& name) const {
  const Key key(EVP_EC_gen("P-256"), &EVP_PKEY_free);
  REQUIRE(key);
  const Signed made = made_of({.subject = "A server of the tests",
                               .key = key.get(),
                               .issuer = authority,
                               .signer = key_.get(),
                               .extension = NID_subject_alt_name,
                               .value = name,
                               .valid_hours = 24});
  Issued issued{.certificate = folder_.path() / (name + ".pem"), .key = folder_.path() / (name + ".key")};
  REQUIRE(PEM_write_X509(file(issued.certificate).get(), made.get()) == 1);
  REQUIRE(PEM_write_PrivateKey(file(issued.key).get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) == 1);
  return issued;
}

}  // namespace rostrum::test
