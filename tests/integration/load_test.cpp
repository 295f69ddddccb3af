// The load program in a short form: every profile with a few dozen clients, against a server that it starts and ends.
// What matters is that nothing is missing and nothing out of order; how fast it was is nobody's concern here.
#include <catch2/catch.hpp>

#include <cstdlib>

#include <nlohmann/json.hpp>
#include <sys/wait.h>

#include "integration/support/floor.hpp"
#include "support/content.hpp"

using namespace rostrum::test;

namespace {

Ended load(const std::string& arguments) {
  const Folder around;
  const auto out = around.path() / "out", err = around.path() / "err";
  const int status = std::system((ROSTRUM_LOADER " " + arguments + " >" + out.string() + " 2>" + err.string()).c_str());
  return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, content_of(out), content_of(err)};
}

/// The report of a run in which every client had everything in its order.
nlohmann::json faultless(const std::string& arguments) {
  const Folder folder;
  const auto file = folder.path() / "report.json";
  const Ended ended = load(arguments + " --json " + file.string());
  INFO(ended.out << ended.err);
  REQUIRE(ended.status == 0);
  const auto report = nlohmann::json::parse(content_of(file));
  CHECK(report.at("missing") == 0);
  CHECK(report.at("out_of_order") == 0);
  CHECK(report.at("lost_connections") == 0);
  CHECK(ended.out.find("missing") != std::string::npos);
  return report;
}

void is_spread(const nlohmann::json& report, const char* name) {
  const auto& spread = report.at(name);
  INFO(name << ": " << spread);
  CHECK(spread.at("p50") > 0);
  CHECK(spread.at("p50") <= spread.at("p99"));
  CHECK(spread.at("p99") <= spread.at("max"));
}

void are_deliveries(const nlohmann::json& report, int followers) {
  CHECK(report.at("acts") > 0);
  CHECK(report.at("commits") <= report.at("acts"));
  CHECK(report.at("deliveries") == report.at("commits").get<int>() * followers);
  is_spread(report, "delivery_ms");
  is_spread(report, "last_delivery_ms");
  CHECK(report.at("server_cpu_s_per_million_deliveries") > 0);
  CHECK(report.at("loader_cpu_share") > 0);
}

}  // namespace

TEST_CASE("load: fan-out, the next act when all have the last") {
  const auto report = faultless("fan-out --clients 40 --seconds 0.5");
  CHECK(report.at("profile") == "fan-out");
  CHECK(report.at("loop") == "closed");
  CHECK(report.at("clients") == 40);
  CHECK(report.at("commits") == report.at("acts"));
  are_deliveries(report, 40);
  is_spread(report, "acknowledged_ms");
  CHECK(report.contains("resident_bytes_a_connection"));
}

TEST_CASE("load: fan-out at a rate, each act at its own instant") {
  const auto report = faultless("fan-out --clients 30 --seconds 1 --rate 40");
  CHECK(report.at("loop") == "open");
  CHECK(report.at("acts") == 40);
  are_deliveries(report, 30);
}

TEST_CASE("load: clients that speak JSON check the same") {
  are_deliveries(faultless("fan-out --clients 20 --seconds 0.5 --rate 40 --codec json"), 20);
  CHECK(faultless("press --clients 20 --seconds 0.2 --codec json").at("acts") == 20);
  CHECK(faultless("storm --clients 20 --codec json").at("with_position").at("resumed") == 20);
}

TEST_CASE("load: a storm, without a position, with it, and with acts missed") {
  const auto report = faultless("storm --clients 60");
  CHECK(report.at("without_position").at("resumed") == 0);
  CHECK(report.at("with_position").at("resumed") == 60);
  CHECK(report.at("with_acts_missed").at("resumed") == 60);
  for (const auto* kind : {"without_position", "with_position", "with_acts_missed"}) {
    is_spread(report.at(kind), "each_ms");
    CHECK(report.at(kind).at("all_ms") > 0);
  }
  const auto bytes = [&](const char* kind) { return report.at(kind).at("bytes_a_client").get<int>(); };
  CHECK(bytes("with_position") < bytes("with_acts_missed"));
  CHECK(bytes("with_acts_missed") < bytes("without_position"));
}

TEST_CASE("load: a press of delegations that ask within a second") {
  const auto report = faultless("press --clients 50 --seconds 0.3");
  CHECK(report.at("acts") == 50);
  CHECK(report.at("rejected") == 0);
  CHECK(report.at("acts_a_commit") >= 1);
  is_spread(report, "acknowledged_ms");
  are_deliveries(report, 50);
}

TEST_CASE("load: slow readers get a snapshot, and the others everything") {
  // What is held for a slow one is bounded in bytes: on a busy machine, where many acts share a commit and so a patch,
  // it takes longer until there are more.
  nlohmann::json report;
  int snapshots = 0;
  for (int seconds = 2; seconds <= 16 && snapshots == 0; seconds *= 2) {
    report = faultless("slow-readers --clients 30 --rate 60 --share 0.2 --seconds " + std::to_string(seconds));
    snapshots = report.at("snapshots_of_slow").get<int>();
  }
  CHECK(snapshots > 0);
  CHECK(report.at("slow") == 6);
  are_deliveries(report.at("all_read"), 24);
  are_deliveries(report.at("some_slow"), 24);
  CHECK(report.at("some_slow").at("snapshots_in_between") == 0);
}

TEST_CASE("load: a soak, while some come and go") {
  const auto report = faultless("soak --clients 30 --seconds 2.2 --share 0.1");
  CHECK(report.at("came_back") == 6);
  CHECK(report.at("acts") == 44);
  is_spread(report, "delivery_ms");
  CHECK(report.at("server_resident_bytes_after") > 0);
}

TEST_CASE("load: a server that runs already is loaded and left running") {
  const ServerProcess server({.limits = without_rates});
  const auto report =
      faultless("fan-out --clients 10 --seconds 0.3 --rate 40 --server 127.0.0.1:" + std::to_string(server.port()) +
                " --sign-in-json " + server.sign_in_list().string());
  CHECK(report.at("deliveries") == report.at("commits").get<int>() * 10);
  CHECK_FALSE(report.contains("server_cpu_s"));
  CHECK(server.metric("rostrum_acts_total") > 12);
}

TEST_CASE("load: a misused command line is told what was expected, with status 2") {
  const auto [arguments, says] = GENERATE(table<std::string, std::string>({
      {"", "subcommand is required"},
      {"fan-in", "subcommand is required"},
      {"fan-out --clients 0", "--clients"},
      {"fan-out --clients many", "--clients"},
      {"fan-out --codec xml", "--codec"},
      {"fan-out --rate -1", "--rate"},
      {"soak --seconds 0", "--seconds"},
      {"slow-readers --seconds 40", "--seconds"},
      {"slow-readers --share 2", "--share"},
      {"storm --rate 3", "--rate"},
      {"fan-out --server 127.0.0.1:1", "--sign-in-json"},
  }));
  const Ended ended = load(arguments);
  INFO(arguments << ": " << ended.err << ended.out);
  CHECK(ended.status == 2);
  CHECK((ended.err + ended.out).find(says) != std::string::npos);
}

TEST_CASE("load: what cannot be measured is said, with status 1") {
  const Folder folder;
  folder.write("none.json", "[]");
  folder.write("display.json", R"([{"role": "display", "delegation": "", "name": "display", "code": "0000-0000"}])");
  const auto [arguments, file, says] = GENERATE(table<std::string, std::string, std::string>({
      {"fan-out --server nowhere", "display.json", "\"nowhere\" is not HOST:PORT"},
      {"fan-out --server 127.0.0.1:1", "missing.json", "no readable file"},
      {"fan-out --server 127.0.0.1:1", "none.json", "is no sign-in list"},
      {"fan-out --server 127.0.0.1:1", "display.json", "no sign-in of the role chair"},
      {"press --clients 2001 --server 127.0.0.1:1", "display.json", "at most 2000"},
      {"press --clients 2 --server 127.0.0.1:1", "display.json", "sign-ins of 0"},
  }));
  const Ended ended = load(arguments + " --sign-in-json " + (folder.path() / file).string());
  INFO(arguments << ": " << ended.err << ended.out);
  CHECK(ended.status == 1);
  CHECK(ended.err.find(says) != std::string::npos);
}
