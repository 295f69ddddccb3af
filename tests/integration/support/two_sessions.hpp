// Two sessions on one server (N7): small programmes with the same ids of meetings, panels, delegations and seats, each
// with a word in all its texts that stands nowhere in the other.
#pragma once

#include <array>

#include "integration/support/hall_acts.hpp"

namespace rostrum::test {

struct Committee {
  std::string word;
  std::string id = "committee-" + word;   // of its session
  std::string canary = "canary-" + word;  // stands in every text
};

inline const Committee azurite{"azurite"}, basalt{"basalt"};

/// Everyone who may sign in to a committee, by what `ServerProcess::code` knows them by.
inline constexpr std::array everyone{"chair", "desk", "interpreter", "captioner", "KE", "CL", "observer", "display"};

/// Writes the programme of a committee into `folder`: its path.
inline std::string write_programme(const Folder& folder, const Committee& committee) {
  const std::string words = committee.canary;
  folder.write(committee.id + ".yaml", "session:\n"
                                       "  id: " +
                                           committee.id +
                                           "\n"
                                           "  title: The session of " +
                                           words +
                                           "\n"
                                           "  timezone: Europe/Zurich\n"
                                           "  languages: [en]\n"
                                           "delegations:\n"
                                           "  - { id: KE, category: member, name: Kenya at " +
                                           words +
                                           " }\n"
                                           "  - { id: CL, category: member, name: Chile at " +
                                           words +
                                           " }\n"
                                           "meetings:\n"
                                           "  - id: day-1-afternoon\n"
                                           "    title: The meeting of " +
                                           words +
                                           "\n"
                                           "    date: 2005-11-29\n"
                                           "    starts: \"15:00\"\n"
                                           "    ends: \"18:00\"\n"
                                           "panels:\n"
                                           "  - id: high-level\n"
                                           "    meeting: day-1-afternoon\n"
                                           "    title: The panel of " +
                                           words +
                                           "\n"
                                           "seats:\n"
                                           "  - { id: booth-en, role: interpreter }\n"
                                           "  - { id: captioner, role: captioner }\n"
                                           "  - { id: observer, role: observer }\n");
  return (folder.path() / (committee.id + ".yaml")).string();
}

/// Options of a server of both, whose programmes lie in `folder`.
inline ServerOptions both(const Folder& folder) {
  return {.programme = write_programme(folder, azurite),
          .limits = without_rates,
          .more = {"--programme", write_programme(folder, basalt)}};
}

class TwoSessions {
 public:
  /// `under` is the command that runs the server, where one does.
  explicit TwoSessions(std::vector<std::string> under = {}) : server(options(std::move(under))) {}

  /// The data folder of one of them.
  [[nodiscard]] std::filesystem::path folder(const Committee& of) const { return server.data() / of.id; }
  [[nodiscard]] std::string code(const Committee& of, const std::string& who) const { return server.code(who, of.id); }

  /// A client that has signed in and keeps what it is sent.
  [[nodiscard]] std::unique_ptr<client::Client> come(const Committee& to, const std::string& who,
                                                     client::Codec codec = client::Codec::protobuf,
                                                     client::Store held = {}) const {
    auto client = client::Client::connect({.port = server.port(), .keeps_messages = true}, codec, std::move(held));
    if (!client) FAIL("cannot connect: " << client.error().why);
    const auto hello = (*client)->sign_in(code(to, who));
    if (!hello) FAIL("cannot sign in as " << who << " of " << to.id << ": " << hello.error().why);
    REQUIRE(hello->session() == to.id);
    return *std::move(client);
  }

  /// The value of a line of /metrics about one of them; `label` stands behind its own.
  [[nodiscard]] std::uint64_t metric(const Committee& of, const std::string& name,
                                     const std::string& label = {}) const {
    return server.metric(name + "{session=\"" + of.id + '"' + (label.empty() ? "" : ',' + label) + '}');
  }

 private:
  Folder programmes_;

  [[nodiscard]] ServerOptions options(std::vector<std::string> under) const {
    auto options = both(programmes_);
    options.under = std::move(under);
    return options;
  }

 public:
  ServerProcess server;
};

}  // namespace rostrum::test
