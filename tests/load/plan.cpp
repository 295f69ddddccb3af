#include "load/plan.hpp"

#include <CLI/CLI.hpp>

namespace rostrum::load {

namespace {

constexpr int misused = 2;

void add_what_all_have(CLI::App& app, Plan& plan, std::string& codec) {
  app.add_option("--clients", plan.clients, "How many follow")
      ->check(CLI::Range(std::size_t{1}, clients_max))
      ->capture_default_str();
  app.add_option("--codec", codec, "proto or json")->check(CLI::IsMember({"proto", "json"}))->capture_default_str();
  app.add_option("--json", plan.json, "Writes the figures there too")->type_name("FILE");
  auto* server = app.add_option("--server", plan.server, "A server that runs already; without it one is started")
                     ->type_name("HOST:PORT");
  auto* sign_ins =
      app.add_option("--sign-in-json", plan.sign_ins, "The sign-in list of that server")->type_name("FILE");
  server->needs(sign_ins);
  sign_ins->needs(server);
}

void add_seconds(CLI::App& app, Plan& plan, double preset, const char* what, double most = seconds_max) {
  app.add_option_function<double>(
         "--seconds", [&plan](double given) { plan.seconds = given; }, what)
      ->check(CLI::Range(0.1, most))
      ->default_str(CLI::detail::to_string(preset));
}

void add_rate(CLI::App& app, Plan& plan, const char* what) {
  app.add_option_function<double>(
         "--rate", [&plan](double given) { plan.rate = given; }, what)
      ->check(CLI::Range(0.1, rate_max));
}

void add_share(CLI::App& app, Plan& plan, const char* what) {
  app.add_option_function<double>(
         "--share", [&plan](double given) { plan.share = given; }, what)
      ->check(CLI::Range(0.0, 1.0));
}

}  // namespace

std::variant<Plan, int> plan_of(int count, char** arguments) {
  Plan plan;
  std::string codec = "proto";
  CLI::App app{"Loads a server with clients that check all they are sent, and tells what it took.", "load"};
  app.require_subcommand(1);
  const auto profile = [&](const char* name, const char* what, double seconds, std::optional<double> rate,
                           double share) -> CLI::App& {
    auto* command = app.add_subcommand(name, what);
    add_what_all_have(*command, plan, codec);
    // Before the options are read, so that what is given counts.
    command->preparse_callback([&plan, name, seconds, rate, share](std::size_t) {
      plan.profile = name;
      plan.seconds = seconds;
      plan.rate = rate;
      plan.share = share;
    });
    return *command;
  };

  auto& fan_out = profile("fan-out", "One acts, all follow: how long until each has it", 10, std::nullopt, 0);
  add_seconds(fan_out, plan, 10, "How long acts are sent");
  add_rate(
      fan_out, plan,
      "Acts a second, each at its own instant, from which its time counts; without it the next follows when all have "
      "the last");

  profile("storm", "All drop and come back at once: without a position, with it, and with acts missed", 0, std::nullopt,
          0);

  auto& press = profile("press", "Each client's delegation asks for the floor", 1, std::nullopt, 0);
  add_seconds(press, plan, 1, "Within how long all ask");

  auto& slow = profile("slow-readers", "A share of the clients read slowly or not at all: the others, before and then",
                       10, 20, 0.1);
  add_seconds(slow, plan, 10, "How long acts are sent, before and then", slow_seconds_max);
  add_rate(slow, plan, "Acts a second (20)");
  add_share(slow, plan, "Of the clients that read slowly, half of them nothing (0.1)");

  auto& soak = profile("soak", "All follow for long, while some come and go", 60, 20, 0.01);
  add_seconds(soak, plan, 60, "How long acts are sent");
  add_rate(soak, plan, "Acts a second (20)");
  add_share(soak, plan, "Of the clients that drop and come back each second (0.01)");

  try {
    app.parse(count, arguments);
  } catch (const CLI::ParseError& wrong) {
    return app.exit(wrong) == 0 ? 0 : misused;
  }
  plan.codec = codec == "json" ? Codec::json : Codec::protobuf;
  return plan;
}

}  // namespace rostrum::load
