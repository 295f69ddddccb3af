#include "main_options.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "gateway/handshake.hpp"
#include "ops/process.hpp"

namespace rostrum {

namespace {

constexpr int usage_error = 2;
constexpr std::size_t node_name_max = 64;

/// Takes what was given for an option, and says in words what is wrong with it; empty: nothing.
using Take = std::string (*)(std::string text, Options& options);

/// An option whose value is looked at as it is read.
CLI::Option* add(CLI::App& app, Options& options, const std::string& name, Take take, const std::string& about) {
  return app.add_option_function<std::string>(
      name,
      [&options, name, take](const std::string& text) {
        const std::string wrong = take(text, options);
        if (!wrong.empty()) throw CLI::ValidationError(name + ": " + wrong);
      },
      about);
}

/// HOST:PORT, with an IPv6 address in brackets.
bool take_host_and_port(const std::string& text, Options& options) {
  const auto colon = text.rfind(':');
  if (colon == std::string::npos || colon == 0) return false;
  options.host = text.substr(0, colon);
  if (options.host.starts_with('[') && options.host.ends_with(']')) {
    options.host = options.host.substr(1, options.host.size() - 2);
  } else if (options.host.find(':') != std::string::npos) {
    return false;
  }
  const std::string port = text.substr(colon + 1);
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), options.port);
  return error == std::errc() && end == port.data() + port.size() && !options.host.empty();
}

std::string take_listen(std::string text, Options& options) {
  return take_host_and_port(text, options) ? "" : '"' + text + "\" is not HOST:PORT";
}

std::string take_clock(std::string text, Options& options) {
  auto start = ops::clock_start_of(text);
  if (!start) return start.error();
  options.clock = *start;
  return "";
}

bool is_web_origin(const std::string& text) {
  return (text.starts_with("http://") || text.starts_with("https://")) && gateway::is_origin(text);
}

bool is_origin(const std::string& text) { return gateway::is_origin(text); }

/// Such as it can stand in the policy of a page.
bool is_place(const std::string& text) {
  static constexpr std::string_view marks = ".:-[]/";
  const auto fits = [](char each) {
    return std::isalnum(static_cast<unsigned char>(each)) || marks.find(each) != std::string_view::npos;
  };
  return is_web_origin(text) && std::ranges::all_of(text, fits);
}

std::string take_url(std::string text, Options& options) {
  if (text.ends_with('/')) text.pop_back();
  if (!is_web_origin(text)) return '"' + text + "\" is not such as https://hall.example";
  options.url = std::move(text);
  return "";
}

std::string take_limits(std::string text, Options& options) {
  auto limits = gateway::with({}, text);
  if (!limits) return limits.error();
  options.limits = *limits;
  return "";
}

void add_origins(CLI::App& app, const std::string& name, bool (*fits)(const std::string&),
                 std::vector<std::string>& into, const std::string& about) {
  app.add_option_function<std::vector<std::string>>(
         name,
         [&into, name, fits](const std::vector<std::string>& origins) {
           for (const auto& origin : origins)
             if (!fits(origin))
               throw CLI::ValidationError(name + ": \"" + origin + "\" is not such as https://screens.example");
           into = origins;
         },
         about)
      ->type_name("URL");
}

void add_sessions(CLI::App& app, Options& options) {
  app.add_option("--data", options.data,
                 "The journal, secret and clock of the session, or a folder of each of several sessions; made where it "
                 "is missing")
      ->type_name("DIR")
      ->required();
  app.add_option("--programme", options.programmes,
                 fmt::format("A session's programme; several sessions, at most {}, each have their own", sessions_max))
      ->type_name("FILE")
      ->required()
      ->allow_extra_args(false)
      ->expected(1, sessions_max);
  app.add_option("--web", options.web, "The built web client; without it no pages are served")->type_name("DIR");
  add(app, options, "--clock", take_clock,
      "Start the session's clock there and let it run so many times as fast as time does; counts for new sessions only")
      ->type_name("START,SPEED");
  app.add_option("--sign-in-json", options.sign_in_json, "Write the sign-in links there")->type_name("FILE");
}

/// A letter or digit first; such as it can stand in an address, a log and a metric without marks around it.
bool is_node_name(const std::string& text) {
  const auto fits = [](char each) {
    return std::isalnum(static_cast<unsigned char>(each)) || each == '-' || each == '_';
  };
  return !text.empty() && text.size() <= node_name_max && std::ranges::all_of(text, fits) &&
         std::isalnum(static_cast<unsigned char>(text.front()));
}

Shared& shared(Options& options) { return options.shared ? *options.shared : options.shared.emplace(); }

std::string take_node(std::string text, Options& options) {
  if (!is_node_name(text))
    return fmt::format("\"{}\" is no name of at most {} letters, digits, - and _", text, node_name_max);
  shared(options).node = std::move(text);
  return "";
}

std::string take_secret(std::string text, Options& options) {
  shared(options).secret = std::move(text);
  return "";
}

/// One node of several: all of these or none.
void add_nodes(CLI::App& app, Options& options, ledger::redis::Written& servers) {
  auto* const journal =
      app.add_option("--journal", servers.list,
                     "Serve the sessions together with other nodes: their logs are on these Redis servers, one, three "
                     "or five, where rostrumctl journal begin has begun them; wants --node and --secret")
          ->type_name("redis://HOST:PORT,...");
  auto* const node = add(app, options, "--node", take_node, "This node's name, unlike the others'")->type_name("NAME");
  auto* const secret = add(app, options, "--secret", take_secret, "The secret of the sessions, the same at all nodes")
                           ->type_name("FILE");
  journal->needs(node)->needs(secret)->excludes(app.get_option("--clock"));
  for (auto* const each : {node, secret}) each->needs(journal);
  app.add_option("--redis-credentials", servers.credentials,
                 "Who this node is to the Redis servers: a file that only it can read, with lines user: and password:")
      ->type_name("FILE")
      ->needs(journal);
  app.add_option("--redis-ca", servers.authorities,
                 "Whose certificates are believed for rediss:// (PEM); else those that the machine trusts")
      ->type_name("FILE")
      ->needs(journal);
}

/// Where people and their pages come from, if not straight to where it listens.
void add_ways_here(CLI::App& app, Options& options) {
  add(app, options, "--url", take_url,
      "Where people reach the server, if elsewhere than it listens: for sign-in links and the sheet; pages from there "
      "may "
      "connect")
      ->type_name("URL");
  add_origins(app, "--origin", is_origin, options.origins,
              "Let pages of this origin connect too, besides the server's own");
  add_origins(
      app, "--elsewhere", is_place, options.elsewhere,
      "Where another node serves the same sessions, if people do not come by way of a balancer: clients go there "
      "when they cannot stay here, and pages from there may connect");
  app.add_flag("--trust-forwarded", options.trust_forwarded,
               "Behind a proxy: take a client's address from the last entry of X-Forwarded-For");
}

void add_tls(CLI::App& app, Options& options) {
  auto* const certificate = app.add_option("--tls-certificate", options.tls_certificate,
                                           "Take nothing but TLS, with this certificate and what is between it and its "
                                           "root (PEM); wants --tls-key")
                                ->type_name("FILE");
  auto* const key = app.add_option("--tls-key", options.tls_key,
                                   "The certificate's private key, without a passphrase (PEM); wants --tls-certificate")
                        ->type_name("FILE");
  certificate->needs(key);
  key->needs(certificate);
}

}  // namespace

std::string in_address(const std::string& host) {
  return host.find(':') == std::string::npos ? host : '[' + host + ']';
}

std::variant<Options, int> options_of(int count, char** arguments) {
  Options options;
  CLI::App app{"Runs the floor of plenary sessions, each with its chair, delegates and screens.", "rostrum"};
  add(app, options, "--listen", take_listen, "Where to listen; port 0 takes a free one")
      ->type_name("HOST:PORT")
      ->required();
  add_sessions(app, options);
  ledger::redis::Written servers;
  add_nodes(app, options, servers);
  add_ways_here(app, options);
  add_tls(app, options);
  add(app, options, "--limits", take_limits, "Change bounds of the gateway (docs/operations.md#limits)")
      ->type_name("NAME=VALUE,...");
  app.add_flag("--verbose", options.verbose, "Log more");
  app.set_version_flag("--version", ops::version());
  try {
    app.parse(count, arguments);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : usage_error;
  }
  if (options.url) options.origins.push_back(*options.url);
  options.origins.insert(options.origins.end(), options.elsewhere.begin(), options.elsewhere.end());
  if (!options.shared) return options;
  auto reach = ledger::redis::reach_of(servers);
  if (!reach) {
    fmt::print(stderr, "rostrum: {}\n", reach.error());
    return usage_error;
  }
  options.shared->servers = *std::move(reach);
  return options;
}

}  // namespace rostrum
