// rostrumctl: checks programmes, prints sign-in links, reads and verifies journals. Reads only; a server may run
// meanwhile.
#include <CLI/CLI.hpp>

#include "commands.hpp"

int main(int count, char** arguments) {
  using namespace rostrum::ctl;
  CLI::App app{"Checks programmes, prints sign-in links, reads and verifies the journals of Rostrum."};
  app.name("rostrumctl");
  app.require_subcommand(1);
  int status = done;

  std::string path;
  auto* checking = app.add_subcommand("check", "Says what is in a programme, or all that is wrong with it");
  checking->add_option("PROGRAMME", path, "The YAML file")->required();
  checking->callback([&] { status = check(path); });

  LinksOptions links_options{.url = "http://127.0.0.1:8080"};
  auto* linking =
      app.add_subcommand("links", "Prints the sign-in codes and links of a session: keep them as you keep keys");
  linking->add_option("--data", links_options.data, "The session's data folder")->required();
  linking->add_option("--url", links_options.url, "Where people reach the server")->capture_default_str();
  linking->add_flag("--json", links_options.json, "A list of {role, delegation, name, code, url}");
  linking->callback([&] { status = links(links_options); });

  LogOptions log_options;
  auto* logging = app.add_subcommand("log", "Tells what happened in a session, a sentence for each event");
  logging->add_option("--data", log_options.data, "The session's data folder")->required();
  logging->add_option("--panel", log_options.panel, "Only what concerns this panel, by its id");
  logging->add_flag("--json", log_options.json, "A list of {name, at_ms, local, actor, act, sentences}");
  logging->callback([&] { status = log(log_options); });

  std::string data;
  auto* verifying =
      app.add_subcommand("verify", "Checks a session's journal: its chain, each commit, and what they add up to");
  verifying->add_option("--data", data, "The session's data folder")->required();
  verifying->callback([&] { status = verify(data); });

  try {
    app.parse(count, arguments);
  } catch (const CLI::ParseError& wrong) {
    return app.exit(wrong) == 0 ? done : misused;
  }
  return status;
}
