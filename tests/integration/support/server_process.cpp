#include "integration/support/server_process.hpp"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "integration/support/child.hpp"
#include "integration/support/raw_socket.hpp"
#include "support/content.hpp"

namespace rostrum::test {

namespace fs = std::filesystem;

namespace {

std::vector<std::string> arguments(const fs::path& data, const ServerOptions& options, const std::string& listen) {
  auto out = options.under;
  out.insert(out.end(),
             {ROSTRUM_SERVER, "--listen", listen, "--data", data.string(), "--programme", options.programme});
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) out.insert(out.end(), {name, value});
  };
  add("--clock", options.clock);
  add("--limits", options.limits);
  out.insert(out.end(), options.more.begin(), options.more.end());
  return out;
}

}  // namespace

ChangedProgramme::ChangedProgramme(const std::string& from, const std::string& to) {
  const fs::path council = ROSTRUM_SOURCE_DIR "/deploy/programmes";
  fs::copy(council / "council-2005-roster.csv", folder_.path());
  std::string text = content_of(council / "council-2005.yaml");
  const auto at = text.find(from);
  REQUIRE(at != std::string::npos);
  folder_.write("council-2005.yaml", text.replace(at, from.size(), to));
}

Ended run_server(const fs::path& data, const ServerOptions& options, const std::string& listen) {
  const Folder around;
  const Spawned server = spawn(arguments(data, options, listen), around.path() / "err");
  std::string out;
  while (read_more(server.out, out)) continue;
  ::close(server.out);
  const int status = reaped(server.pid);
  return {status, out, content_of(around.path() / "err")};
}

ServerProcess::ServerProcess(ServerOptions options) : options_(std::move(options)) {
  around_.write("web/index.html", "<!doctype html><title>A page</title>\n");
  around_.write("web/assets/chair-0123abcd.js", "export {};\n");
  around_.write("web/assets/desk-0123abcd.css", "main { display: grid; }\n");
  around_.write("web/assets/desk-0123abcd.css.br", "by brotli");
  around_.write("web/assets/desk-0123abcd.css.gz", "packed by gzip");
  start();
}

ServerProcess::~ServerProcess() {
  if (pid_ > 0) kill_hard();
}

void ServerProcess::start(ServerOptions options) {
  options_ = std::move(options);
  start();
}

void ServerProcess::start() {
  REQUIRE(pid_ == -1);
  ServerOptions all = options_;
  all.more.insert(all.more.end(),
                  {"--web", (around_.path() / "web").string(), "--sign-in-json", sign_in_list().string()});
  const Spawned server =
      spawn(arguments(data_.path(), all, "127.0.0.1:" + std::to_string(port_)), around_.path() / "err");
  pid_ = server.pid;
  out_descriptor_ = server.out;
  out_.clear();
  const std::string_view at_address = "://127.0.0.1:";  // http or https
  while (true) {
    const auto ready = out_.find("Rostrum is ready at ");
    if (ready != std::string::npos && out_.find('\n', ready) != std::string::npos) {
      port_ = static_cast<std::uint16_t>(std::stoi(out_.substr(out_.find(at_address, ready) + at_address.size())));
      return;
    }
    if (!read_more(out_descriptor_, out_)) FAIL("the server did not become ready: " << out_ << wait().err);
  }
}

std::string ServerProcess::code(const std::string& who, const std::string& session) const {
  const auto all = nlohmann::json::parse(content_of(sign_in_list()));
  for (const auto& one : all) {
    if (!session.empty() && one.at("session") != session) continue;
    for (const auto* field : {"role", "delegation", "name"})
      if (one.at(field) == who) return one.at("code");
  }
  FAIL("nobody signs in as " << who);
  return {};
}

void ServerProcess::send_stop() const { REQUIRE(::kill(pid_, SIGTERM) == 0); }

Ended ServerProcess::wait() {
  while (read_more(out_descriptor_, out_)) continue;
  ::close(std::exchange(out_descriptor_, -1));
  const int status = reaped(std::exchange(pid_, -1));
  return {status, out_, content_of(around_.path() / "err")};
}

Ended ServerProcess::stop() {
  send_stop();
  return wait();
}

void ServerProcess::kill_hard() {
  const pid_t pid = std::exchange(pid_, -1);
  ::kill(pid, SIGKILL);
  ::waitpid(pid, nullptr, 0);
  ::close(std::exchange(out_descriptor_, -1));
}

std::uint64_t ServerProcess::metric(const std::string& name_and_labels) const {
  const std::string text = get(port_, "/metrics").body;
  const auto at = text.find('\n' + name_and_labels + ' ');
  return at == std::string::npos ? 0 : std::stoull(text.substr(at + name_and_labels.size() + 2));
}

}  // namespace rostrum::test
