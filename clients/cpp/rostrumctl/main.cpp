// rostrumctl: checks programmes, plans time, prints sign-in links and sheets, reads, verifies and compares journals,
// and says how nodes stand, all of which only reads and may be done while a server runs; revokes and issues codes,
// which asks the running server to; and begins, moves and restores logs that several nodes share.
#include <CLI/CLI.hpp>

#include "commands.hpp"

using namespace rostrum;
using namespace rostrum::ctl;

namespace {

/// What each command is given, and the status that the one which ran ends with.
struct Line {
  std::string programme;
  std::string situation;  // the file of what is planned
  LinksOptions links;
  SheetOptions sheet;
  SeatOptions seat{.server = std::string(default_server)};
  LogOptions log;
  DrawOptions drawn;
  VerifyOptions verified;
  std::string exported;  // the data folder of the journal to export
  BeginOptions begun;
  MoveOptions moved;
  CompareOptions compared;
  RestoreOptions restored;
  NodesOptions nodes;
  int status = done;
};

void add_programmes(CLI::App& app, Line& line) {
  auto* checking = app.add_subcommand("check", "Says what is in a programme, or all that is wrong with it");
  checking->add_option("PROGRAMME", line.programme, "The YAML file")->required();
  checking->callback([&line] { line.status = check(line.programme); });

  auto* planning = app.add_subcommand(
      "plan", "Works out limits, forecast, adequate time, orders and the lot of a situation that a file describes");
  planning->add_option("FILE", line.situation, "The situation, in JSON (docs/time-allocation.md)")->required();
  planning->callback([&line] { line.status = plan(line.situation); });
}

void add_secret(CLI::App& command, std::string& secret) {
  command.add_option("--secret", secret, "The file with the session's secret, where several nodes serve it")
      ->type_name("FILE");
}

void add_sign_ins(CLI::App& app, Line& line) {
  auto* linking =
      app.add_subcommand("links", "Prints the sign-in codes and links of a session: keep them as you keep keys");
  linking->add_option("--data", line.links.data, "The session's data folder")->required();
  add_secret(*linking, line.links.secret);
  linking->add_option("--url", line.links.url, "Where people reach the server; else as it was last started");
  linking->add_flag("--json", line.links.json, "A list of {role, delegation, name, code, url}");
  linking->callback([&line] { line.status = links(line.links); });

  auto* printing = app.add_subcommand(
      "sheet", "Makes the page with a card for every sign-in, to be printed: keep it as you keep keys");
  printing->add_option("--data", line.sheet.data, "The session's data folder")->required();
  add_secret(*printing, line.sheet.secret);
  printing->add_option("--url", line.sheet.url, "Where people reach the server; else as it was last started");
  printing->add_option("--language", line.sheet.language, "en, fr or es; else the session's first")
      ->check(CLI::IsMember({"en", "fr", "es"}));
  printing->add_option("--output", line.sheet.output, "The file to write, readable by you alone; else standard output");
  printing->callback([&line] { line.status = sheet(line.sheet); });
}

/// A command on a seat of a server that runs.
CLI::App* add_of_seat(CLI::App& app, SeatOptions& seat, const char* name, const char* about) {
  auto* command = app.add_subcommand(name, about);
  command->add_option("SEAT", seat.seat, "The seat, by its id")->required();
  command->add_option("--data", seat.data, "The session's data folder")->required();
  add_secret(*command, seat.secret);
  command->add_option("--server", seat.server, "The running server")->capture_default_str();
  return command;
}

void add_seats(CLI::App& app, Line& line) {
  auto* revoking = add_of_seat(app, line.seat, "revoke",
                               "Makes the code of a seat void on the running server, and signs its devices out");
  revoking->add_flag("--json", line.seat.json, "As {seat, revoked}");
  revoking->callback([&line] { line.status = revoke(line.seat); });

  auto* issuing = add_of_seat(app, line.seat, "issue",
                              "Gives a seat a new code on the running server and prints it; the one before is void");
  issuing->add_option("--url", line.seat.url, "Where people reach the server; else as it was started");
  issuing->add_flag("--json", line.seat.json, "As {seat, code, url}");
  issuing->callback([&line] { line.status = issue(line.seat); });
}

void add_journals(CLI::App& app, Line& line) {
  auto* logging = app.add_subcommand("log", "Tells what happened in a session, a sentence for each event");
  logging->add_option("--data", line.log.data, "The session's data folder")->required();
  logging->add_option("--panel", line.log.panel, "Only what concerns this panel, by its id");
  logging->add_flag("--json", line.log.json, "A list of {name, at_ms, local, actor, act, sentences}");
  logging->callback([&line] { line.status = log(line.log); });

  auto* drawing =
      app.add_subcommand("draw", "Computes every draw by lot of a session again, from what was told with it");
  drawing->add_option("--data", line.drawn.data, "The session's data folder")->required();
  drawing->add_option("--panel", line.drawn.panel, "Only those of this panel, by its id");
  drawing->callback([&line] { line.status = draw(line.drawn); });

  auto* verifying =
      app.add_subcommand("verify", "Checks a session's journal: its chain, each commit, and what they add up to");
  auto* of = verifying->add_option_group("journal")->require_option(1);
  of->add_option("--data", line.verified.data, "The session's data folder");
  of->add_option("--export", line.verified.exported, "A file that export has written");
  verifying->callback([&line] { line.status = verify(line.verified); });

  auto* exporting = app.add_subcommand(
      "export", "Prints the journal as it is stored, a line of JSON for each commit: all that people wrote is in it");
  exporting->add_option("--data", line.exported, "The session's data folder")->required();
  exporting->callback([&line] { line.status = export_log(line.exported); });
}

/// The servers of a log.
CLI::Option* add_servers(CLI::App& command, ledger::redis::Written& servers, const char* about) {
  auto* list = command.add_option("--servers", servers.list, about)->type_name("redis://HOST:PORT,...");
  command.add_option("--redis-credentials", servers.credentials,
                     "Who a node is to the servers: a file that only you can read, with lines user: and password:");
  command.add_option("--redis-ca", servers.authorities,
                     "Whose certificates are believed for rediss:// (PEM); else those that the machine trusts");
  return list;
}

void add_servers_at(CLI::App& command, ledger::redis::Written& servers, std::string& secret) {
  add_servers(command, servers, "The Redis servers that hold the log: one, three or five")->required();
  command.add_option("--secret", secret, "The file with the secret that all nodes have")->required();
}

/// What is left of a log that several nodes share, and how it comes back.
void add_lost_logs(CLI::App& journal, Line& line) {
  auto* comparing = journal.add_subcommand(
      "compare", "Says which journal of a session is a beginning of which, how long each is, and where they part");
  comparing->add_option("JOURNAL", line.compared.journals,
                        "Data folders of nodes that run or do not, or files that export has written");
  add_servers(*comparing, line.compared.servers, "Redis servers, whose logs are compared as well");
  comparing->add_option("--session", line.compared.session, "The session, by its id; else that of the first journal");
  comparing->callback([&line] { line.status = journal_compare(line.compared); });

  auto* restoring = journal.add_subcommand(
      "restore", "Brings a log that most servers have lost to them again, from a node's journal, in a new epoch");
  add_servers_at(*restoring, line.restored.servers, line.restored.secret);
  restoring->add_option("--from", line.restored.from, "The data folder of the node with the longest journal")
      ->required();
  restoring->add_option("--others", line.restored.others, "The data folders of the other nodes, to be held against it")
      ->type_name("DIR,...")
      ->delimiter(',');
  restoring
      ->add_option("--set-aside", line.restored.set_aside,
                   "Of the others, those that do not fit: what is only there is lost")
      ->type_name("DIR,...")
      ->delimiter(',');
  restoring->callback([&line] { line.status = journal_restore(line.restored); });
}

void add_nodes(CLI::App& app, Line& line) {
  auto* telling =
      app.add_subcommand("nodes", "Says how the nodes of a session stand, and the Redis servers that hold its log");
  telling->add_option("--urls", line.nodes.urls, "The nodes")->type_name("http://HOST:PORT,...")->delimiter(',');
  auto* servers = add_servers(*telling, line.nodes.servers, "The Redis servers");
  auto* session = telling->add_option("--session", line.nodes.session, "The session, by its id");
  servers->needs(session);
  telling->add_flag("--json", line.nodes.json, "As {well, why, nodes, servers}");
  telling->callback([&line] { line.status = nodes(line.nodes); });
}

/// What is done to a log that several nodes share.
void add_shared_logs(CLI::App& app, Line& line) {
  auto* journal = app.add_subcommand("journal", "Looks after the log of a session that several nodes serve");
  journal->require_subcommand(1);
  add_lost_logs(*journal, line);

  auto* beginning = journal->add_subcommand(
      "begin", "Begins the log of a session on servers that know nothing of it; makes the secret where it is missing");
  add_servers_at(*beginning, line.begun.servers, line.begun.secret);
  auto* of = beginning->add_option_group("session")->require_option(1);
  auto* programme = of->add_option("--programme", line.begun.programme, "The programme of the session that begins");
  of->add_option("--from", line.begun.from,
                 "The data folder of a session that one server has served, and serves no more: its journal goes on");
  beginning
      ->add_option("--clock", line.begun.clock,
                   "Start the session's clock there and let it run so many times as fast as time does")
      ->type_name("START,SPEED")
      ->needs(programme);
  beginning->callback([&line] { line.status = journal_begin(line.begun); });

  auto* moving = journal->add_subcommand(
      "servers", "Brings the log of a session to other servers, while no node runs; begun again, it goes on");
  add_servers_at(*moving, line.moved.servers, line.moved.secret);
  moving->add_option("--to", line.moved.to, "The servers that are to hold it, some of them the same maybe")
      ->type_name("redis://HOST:PORT,...")
      ->required();
  moving->add_option("--session", line.moved.session, "The session, by its id")->required();
  moving->callback([&line] { line.status = journal_servers(line.moved); });
}

}  // namespace

int main(int count, char** arguments) {
  CLI::App app{"Checks programmes, plans time, looks after sign-ins, reads and verifies the journals of Rostrum."};
  app.name("rostrumctl");
  app.require_subcommand(1);
  Line line;
  add_programmes(app, line);
  add_sign_ins(app, line);
  add_seats(app, line);
  add_journals(app, line);
  add_shared_logs(app, line);
  add_nodes(app, line);
  try {
    app.parse(count, arguments);
  } catch (const CLI::ParseError& wrong) {
    return app.exit(wrong) == 0 ? done : misused;
  }
  return line.status;
}
