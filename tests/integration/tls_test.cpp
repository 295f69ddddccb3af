#include <fstream>

#include <openssl/ssl.h>

#include "integration/support/certificate.hpp"
#include "integration/support/floor.hpp"
#include "integration/support/raw_socket.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

RawOptions trusting(const Certificate& certificate) { return {.certificate = certificate.certificate()}; }

HttpAnswer get_by_tls(const ServerProcess& server, const Certificate& certificate, const std::string& target) {
  RawSocket socket(server.port(), trusting(certificate));
  REQUIRE(socket.open());
  return request(socket, "GET", target);
}

/// What a server says that cannot start with these; it ends with 1.
std::string why_not(const std::filesystem::path& certificate, const std::filesystem::path& key) {
  const Folder data;
  const Ended ended =
      run_server(data.path(), {.more = {"--tls-certificate", certificate.string(), "--tls-key", key.string()}});
  CHECK(ended.status == 1);
  return ended.err;
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("with a certificate everything is served by TLS, and every address says so") {
  const auto kind = GENERATE(KeyKind::rsa, KeyKind::curve);
  const Certificate certificate(kind);
  const ServerProcess server({.more = certificate.options()});
  const std::string address = "https://127.0.0.1:" + std::to_string(server.port());
  CHECK(holds(server.out(), "Rostrum is ready at " + address + "\n"));
  std::ifstream list(server.sign_in_list());
  for (const auto& sign_in : nlohmann::json::parse(list))
    CHECK(sign_in.at("url").get<std::string>().find(address + "/join#") == 0);

  const HttpAnswer page = get_by_tls(server, certificate, "/join");
  CHECK(page.status == 200);
  CHECK(holds(page.body, "A page"));
  CHECK(page.headers.at("strict-transport-security") == "max-age=31536000");
  CHECK(page.headers.at("content-security-policy").find("default-src 'none'") == 0);

  RawSocket socket(server.port(), trusting(certificate));
  const HttpAnswer opened = handshake(socket, "Host: 127.0.0.1\r\n" + upgrade_lines("rostrum.v1.json"));
  CHECK(opened.status == 101);
  CHECK(opened.headers.at("strict-transport-security") == "max-age=31536000");
}

TEST_CASE("acts go and are followed by TLS as they are without") {
  const Certificate certificate;
  const ServerProcess server({.more = certificate.options()});
  RawWebSocket display(server.port(), "rostrum.v1.json", trusting(certificate));
  display.sign_in(server.code("display"));
  RawWebSocket chair(server.port(), "rostrum.v1.json", trusting(certificate));
  chair.sign_in(server.code("chair"));
  chair.say(R"({"command":{"id":"a","openMeeting":{"meeting":"day-1-afternoon"}}})");
  const auto heard = [](RawWebSocket& socket, const std::string& text) {
    while (const auto frame = socket.next(text_frame)) {
      if (holds(frame->payload, text)) return true;
    }
    return false;
  };
  CHECK(heard(chair, "\"ack\""));
  CHECK(heard(display, "\"patch\""));
  chair.send(close_frame, "\x03\xe8");
  CHECK(chair.close_code() == 1000);
  CHECK_FALSE(chair.next());
}

TEST_CASE("who speaks no TLS to a server of TLS is turned away, and harms nobody") {
  const Certificate certificate;
  const ServerProcess server({.limits = "http_timeout_ms=500", .more = certificate.options()});
  CHECK(get(server.port(), "/healthz").status == 0);
  RawSocket garbage(server.port());
  garbage.send(std::string(20'000, '\x16'));
  (void)garbage.receive_all();
  RawSocket silent(server.port());
  CHECK(silent.receive_all().empty());  // not waited for
  {
    const RawSocket leaving(server.port());
  }
  CHECK(get_by_tls(server, certificate, "/healthz").status == 200);
}

TEST_CASE("a version before TLS 1.2 is refused") {
  const Certificate certificate;
  const ServerProcess server({.more = certificate.options()});
  RawOptions options = trusting(certificate);
  options.tls_version_max = TLS1_1_VERSION;
  CHECK_FALSE(RawSocket(server.port(), options).open());
  options.tls_version_max = TLS1_2_VERSION;
  CHECK(RawSocket(server.port(), options).open());
}

TEST_CASE("a server of TLS stops in order") {
  const Certificate certificate;
  ServerProcess server({.more = certificate.options()});
  RawWebSocket client(server.port(), "rostrum.v1.json", trusting(certificate));
  client.sign_in(server.code("display"));
  REQUIRE(client.next(text_frame));
  server.send_stop();
  CHECK(client.close_code() == 4007);
  client.send(close_frame, "\x0f\xa7");
  CHECK(server.wait().status == 0);
}

TEST_CASE("a certificate that cannot be used is said to be, before anything is served") {
  const Certificate certificate;
  const Certificate another;
  const Certificate of_another_kind(KeyKind::rsa);
  const Certificate locked(KeyKind::curve, "a passphrase");
  const Folder folder;
  folder.write("text", "this is no PEM\n");
  const auto text = folder.path() / "text";
  const auto missing = folder.path() / "missing.pem";

  CHECK(holds(why_not(missing, certificate.key()), "the TLS certificate " + missing.string() + " does not exist"));
  CHECK(holds(why_not(certificate.certificate(), missing), "the TLS key " + missing.string() + " does not exist"));
  CHECK(holds(why_not(folder.path(), certificate.key()), folder.path().string() + " is not a file"));
  CHECK(
      holds(why_not(text, certificate.key()), "the TLS certificate " + text.string() + " holds no certificate in PEM"));
  CHECK(
      holds(why_not(certificate.certificate(), text), "the TLS key " + text.string() + " holds no private key in PEM"));
  for (const Certificate* other : {&another, &of_another_kind})
    CHECK(holds(why_not(certificate.certificate(), other->key()),
                "the TLS key " + other->key().string() + " does not belong to the certificate"));
  CHECK(
      holds(why_not(locked.certificate(), locked.key()), "the TLS key " + locked.key().string() + " has a passphrase"));
}

TEST_CASE("a certificate that OpenSSL refuses is refused with its reason") {
  const Certificate weak(KeyKind::short_rsa);
  const auto said = why_not(weak.certificate(), weak.key());
  CHECK(holds(said, "the TLS certificate " + weak.certificate().string() + " cannot be used: "));
  CHECK(holds(said, "key too small"));
  CHECK_FALSE(holds(said, "in PEM"));
}

TEST_CASE("a certificate that has expired, or is about to, is warned of at the start") {
  const auto warned = [](long valid_hours) {
    const Certificate certificate(KeyKind::curve, {}, valid_hours);
    ServerProcess server({.more = certificate.options()});
    const auto log = server.stop().err;
    for (const std::string event : {"certificate_expired", "certificate_expires_soon"})
      if (holds(log, "level=warning event=" + event + " file=" + certificate.certificate().string() + " valid_until="))
        return event;
    return std::string();
  };
  CHECK(warned(-1) == "certificate_expired");
  CHECK(warned(13 * 24) == "certificate_expires_soon");
  CHECK(warned(15 * 24).empty());
}

TEST_CASE("a certificate without its key, and a key alone, are no command line") {
  const Certificate certificate;
  for (const auto* option : {"--tls-certificate", "--tls-key"}) {
    const Folder data;
    const Ended ended = run_server(data.path(), {.more = {option, certificate.certificate().string()}});
    CHECK(ended.status == 2);
    CHECK(holds(ended.err, "--tls-certificate"));
    CHECK(holds(ended.err, "--tls-key"));
  }
}
