// Nodes and all that is done with their log, over Redis servers as deploy/redis sets them up: by TLS, and as a user who
// may do only what a node does.
#include <filesystem>

#include "integration/support/certificate.hpp"
#include "integration/support/deployed_redis.hpp"
#include "integration/support/operating.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

class Secured {
 public:
  Secured() {
    around_.write("credentials", "user: rostrum\npassword: " + password_ + "\n");
    std::filesystem::permissions(credentials(), std::filesystem::perms::owner_read);
    for (std::size_t number = 0; number < 3; ++number) {
      const std::string port = free_port();
      const auto issued = authority_.issue("IP:127.0.0.1");
      const std::vector<std::string> options{(deployed_redis / "redis.conf").string(),
                                             "--aclfile",
                                             users_.file(),
                                             "--tls-port",
                                             port,
                                             "--tls-cert-file",
                                             issued.certificate,
                                             "--tls-key-file",
                                             issued.key,
                                             "--tls-auth-clients",
                                             "no"};
      servers_.push_back(std::make_unique<RedisProcess>(options, RedisProcess::As::configured));
      list_ += (number == 0 ? "rediss://127.0.0.1:" : ",rediss://127.0.0.1:") + port;
    }
  }

  /// What a node and rostrumctl are both told of the servers.
  [[nodiscard]] std::vector<std::string> reach() const {
    return {"--redis-credentials", credentials(), "--redis-ca", authority_.certificate().string()};
  }
  [[nodiscard]] std::string servers() const {
    std::string words = "--servers " + list_;
    for (const std::string& word : reach()) words += " " + word;
    return words;
  }
  [[nodiscard]] std::string secret() const { return (around_.path() / "secret").string(); }
  [[nodiscard]] ServerOptions node(const std::string& name) const {
    std::vector<std::string> more{"--journal", list_, "--node", name, "--secret", secret()};
    for (const std::string& word : reach()) more.push_back(word);
    return {.clock = {}, .more = more};
  }
  /// All are killed, and come back with nothing.
  void lose_everything() {
    for (const auto& server : servers_) {
      server->kill_hard();
      std::filesystem::remove_all(server->folder() / "appendonlydir");
      server->start();
    }
  }

 private:
  [[nodiscard]] std::string credentials() const { return (around_.path() / "credentials").string(); }

  const std::string password_ = "a secret";
  Authority authority_;
  DeployedUsers users_{password_};
  Folder around_;
  std::vector<std::unique_ptr<RedisProcess>> servers_;
  std::string list_;
};

void ends_well(const std::string& arguments) {
  const Ended ended = rostrumctl(arguments);
  INFO(arguments << "\n" << ended.out << ended.err);
  CHECK(ended.status == 0);
}

}  // namespace

TEST_CASE("N4 over TLS and as the user of deploy/redis a log is begun, served, looked at, compared and restored",
          "[nodes]") {
  Secured redis;
  const std::string council = ROSTRUM_SOURCE_DIR "/deploy/programmes/council-2005.yaml";
  ends_well("journal begin " + redis.servers() + " --secret " + redis.secret() + " --programme " + council +
            " --clock 2005-11-29T14:55+01:00,1");
  ServerProcess a(redis.node("a")), b(redis.node("b"));
  auto chair = signed_in_at(a, "chair");
  open_floor_at(*chair);
  (void)ask_at(*chair, {"KE", "SE"});
  auto desk = signed_in_at(b, "desk");
  sees(*desk, [&] { return listed(*desk) == List{"KE", "SE"}; });

  const std::string look =
      "nodes --urls " + url_of(a) + "," + url_of(b) + " " + redis.servers() + " --session " + council_session;
  CHECK(has(in_the_end_says(look, [](const Ended& told) { return told.status == 0; }).out, "All is well.\n"));
  const std::string journals = a.data().string() + " " + b.data().string();
  ends_well("journal compare " + journals + " " + redis.servers());

  CHECK(b.stop().status == 0);
  CHECK(a.stop().status == 0);
  redis.lose_everything();
  ends_well("journal restore " + redis.servers() + " --secret " + redis.secret() + " --from " + a.data().string() +
            " --others " + b.data().string());
  a.start();
  b.start();
  chair = signed_in_at(b, "chair");
  sees(*chair, [&] { return listed(*chair) == List{"KE", "SE"}; });
  (void)ask_at(*chair, {"EC"});
  ends_well("journal compare " + journals + " " + redis.servers());
}
