// The commands of rostrumctl. Each writes its answer to standard output and what is wrong to standard error, and gives
// the program's exit status: done, or failed.
#pragma once

#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/redis/reach.hpp"

namespace rostrum::ctl {

inline constexpr int done = 0;
inline constexpr int failed = 1;
inline constexpr int misused = 2;

/// Says what is wrong; the status to end with.
inline int complain(std::string_view why) {
  std::cerr << "rostrumctl: " << why << '\n';
  return failed;
}

/// Says what is in the programme at `path`, or all that is wrong with it.
[[nodiscard]] int check(const std::string& path);

/// Works out the situation in a file of JSON: limits, forecast, adequate time, orders and the lot, as JSON.
[[nodiscard]] int plan(const std::string& path);

inline constexpr std::string_view default_server = "http://127.0.0.1:8080";

/// The address of the links: the one asked for, else the server's.
[[nodiscard]] inline std::string address_for(const std::string& asked, const std::optional<std::string>& server) {
  return asked.empty() ? server.value_or(std::string(default_server)) : asked;
}

struct LinksOptions {
  std::string data;
  std::string secret;  // the file; empty: the one in the data folder
  std::string url;     // empty: as the server last started has it
  bool json = false;
};
/// The sign-in codes and links of the session in a data folder.
[[nodiscard]] int links(const LinksOptions& options);

struct SheetOptions {
  std::string data;
  std::string secret;    // the file; empty: the one in the data folder
  std::string url;       // empty: as the server last started has it
  std::string language;  // empty: the session's first
  std::string output;    // empty: standard output
};
/// The sign-in sheet of the session in a data folder, as an HTML page.
[[nodiscard]] int sheet(const SheetOptions& options);

struct SeatOptions {
  std::string seat;
  std::string data;
  std::string secret;  // the file; empty: the one in the data folder
  std::string server;
  std::string url;  // of the link that is printed; empty: as the server has it
  bool json = false;
};
/// Makes a seat's code void, on the running server.
[[nodiscard]] int revoke(const SeatOptions& options);
/// Gives a seat a new code, on the running server, and prints it.
[[nodiscard]] int issue(const SeatOptions& options);

struct LogOptions {
  std::string data;
  std::optional<std::string> panel;  // only what concerns this panel
  bool json = false;
};
/// What happened in the session, as sentences.
[[nodiscard]] int log(const LogOptions& options);

struct DrawOptions {
  std::string data;
  std::optional<std::string> panel;  // only the draws of this one
};
/// Computes every draw by lot of a session again, from what was told with it (L4).
[[nodiscard]] int draw(const DrawOptions& options);

struct VerifyOptions {
  std::string data;
  std::string exported;  // instead of it: the file that `export` has written
};
/// Checks a session's journal, or its export: that its chain is whole, that every commit can be read and replayed, that
/// each text beside it is the one of its digest or withheld, and that every invariant holds after each.
[[nodiscard]] int verify(const VerifyOptions& options);

struct BeginOptions {
  ledger::redis::Written servers;
  std::string secret;     // the file; made where it is missing
  std::string programme;  // of the session that begins; or
  std::string from;       // the data folder of one that has begun
  std::string clock;      // START,SPEED; empty: the real time
};
/// Begins the log of a session on servers, which know nothing of it: for several nodes to serve it.
[[nodiscard]] int journal_begin(const BeginOptions& options);

struct MoveOptions {
  ledger::redis::Written servers;  // that hold the log
  std::string secret;              // the file
  std::string to;                  // those that are to
  std::string session;
};
/// Brings the log of a session from servers to others, some of which may be the same. No node runs meanwhile.
[[nodiscard]] int journal_servers(const MoveOptions& options);

struct CompareOptions {
  std::vector<std::string> journals;  // data folders of nodes, or files that `export` has written
  ledger::redis::Written servers;     // of which the logs are compared as well; no list: none
  std::string session;                // empty: that of the first journal
};
/// Which journal of a session is a beginning of which, how long each is, and where they part.
[[nodiscard]] int journal_compare(const CompareOptions& options);

struct RestoreOptions {
  ledger::redis::Written servers;      // on which the log is to be, all of it lost there
  std::string secret;                  // the file
  std::string from;                    // the data folder of the node with the longest journal
  std::vector<std::string> others;     // those of other nodes
  std::vector<std::string> set_aside;  // of these, those that may have what is lost by it
};
/// Brings a log that most of its servers have lost to them again, from a node's journal and in a new epoch. No node
/// runs meanwhile.
[[nodiscard]] int journal_restore(const RestoreOptions& options);

struct NodesOptions {
  std::vector<std::string> urls;   // of the nodes
  ledger::redis::Written servers;  // no list: only what the nodes say is told
  std::string session;             // of which the servers are asked
  bool json = false;
};
/// How the nodes of a session stand, and the Redis servers that hold its log.
[[nodiscard]] int nodes(const NodesOptions& options);

/// Writes a session's journal as it is stored, for whoever verifies it elsewhere: a line of JSON for each commit, with
/// its bytes and what stands beside them.
[[nodiscard]] int export_log(const std::string& data);

}  // namespace rostrum::ctl
