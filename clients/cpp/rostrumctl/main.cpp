// rostrumctl: checks programmes, prints sign-in links and sheets, reads and verifies journals, all of which only reads
// and may be done while a server runs; and revokes and issues codes, which asks the running server to.
#include <CLI/CLI.hpp>

#include "commands.hpp"

int main(int count, char** arguments) {
  using namespace rostrum::ctl;
  CLI::App app{"Checks programmes, looks after sign-ins, reads and verifies the journals of Rostrum."};
  app.name("rostrumctl");
  app.require_subcommand(1);
  int status = done;

  std::string path;
  auto* checking = app.add_subcommand("check", "Says what is in a programme, or all that is wrong with it");
  checking->add_option("PROGRAMME", path, "The YAML file")->required();
  checking->callback([&] { status = check(path); });

  LinksOptions links_options;
  auto* linking =
      app.add_subcommand("links", "Prints the sign-in codes and links of a session: keep them as you keep keys");
  linking->add_option("--data", links_options.data, "The session's data folder")->required();
  linking->add_option("--url", links_options.url, "Where people reach the server; else as it was last started");
  linking->add_flag("--json", links_options.json, "A list of {role, delegation, name, code, url}");
  linking->callback([&] { status = links(links_options); });

  SheetOptions sheet_options;
  auto* printing = app.add_subcommand(
      "sheet", "Makes the page with a card for every sign-in, to be printed: keep it as you keep keys");
  printing->add_option("--data", sheet_options.data, "The session's data folder")->required();
  printing->add_option("--url", sheet_options.url, "Where people reach the server; else as it was last started");
  printing->add_option("--language", sheet_options.language, "en, fr or es; else the session's first")
      ->check(CLI::IsMember({"en", "fr", "es"}));
  printing->add_option("--output", sheet_options.output,
                       "The file to write, readable by you alone; else standard output");
  printing->callback([&] { status = sheet(sheet_options); });

  SeatOptions seat_options{.server = std::string(default_server)};
  const auto about_seat = [&](CLI::App* command) {
    command->add_option("SEAT", seat_options.seat, "The seat, by its id")->required();
    command->add_option("--data", seat_options.data, "The session's data folder")->required();
    command->add_option("--server", seat_options.server, "The running server")->capture_default_str();
  };
  auto* revoking =
      app.add_subcommand("revoke", "Makes the code of a seat void on the running server, and signs its devices out");
  about_seat(revoking);
  revoking->add_flag("--json", seat_options.json, "As {seat, revoked}");
  revoking->callback([&] { status = revoke(seat_options); });
  auto* issuing = app.add_subcommand(
      "issue", "Gives a seat a new code on the running server and prints it; the one before is void");
  about_seat(issuing);
  issuing->add_option("--url", seat_options.url, "Where people reach the server; else as it was started");
  issuing->add_flag("--json", seat_options.json, "As {seat, code, url}");
  issuing->callback([&] { status = issue(seat_options); });

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
