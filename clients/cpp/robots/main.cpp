// The program behind tools/rehearse: robots against a running server, until they are stopped or their time is over.
#include <csignal>

#include <algorithm>
#include <chrono>
#include <random>
#include <ranges>
#include <sstream>

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include "robots/rehearsal.hpp"

namespace {

using namespace rostrum;
using Steady = std::chrono::steady_clock;

constexpr int done = 0;
constexpr int failed = 1;
constexpr int misused = 2;

/// In which somebody has to have signed in.
constexpr auto first_sign_in_within = std::chrono::seconds(60);
constexpr double acts_per_second_max = 50;

volatile std::sig_atomic_t stopped = 0;

struct Options {
  std::string server;
  std::string sign_in_json;
  std::uint64_t seed = 1;
  std::optional<double> speed;
  double minutes = 240;
  std::string roles = robots::all_parts();
  std::string acks;
  int delegations = 60;
};

int refuse(const std::string& why, int status) {
  fmt::print(stderr, "rehearse: {}\n", why);
  return status;
}

/// Such as "p3k7f0z2": two rehearsals on one session do not use the same command ids.
std::string fresh_run() {
  constexpr std::string_view letters = "0123456789abcdefghijklmnopqrstuv";
  std::random_device random;
  std::string run = "r";
  for (int count = 0; count < 9; ++count) run += letters[random() % letters.size()];
  return run;
}

Result<std::set<robots::Part>, std::string> parts_of(const std::string& roles) {
  std::set<robots::Part> parts;
  std::istringstream words(roles);
  for (std::string word; std::getline(words, word, ',');) {
    const auto part = robots::part_of(word);
    if (!part) return failure("--roles: \"" + word + "\" is none of " + robots::all_parts());
    parts.insert(*part);
  }
  return parts;
}

void tell_end(const robots::Notes& notes) {
  const auto rejections = notes.rejections_by_code();
  fmt::print("{} acts acknowledged, {} rejected\n", notes.acks().size(), notes.rejections().size());
  for (const auto& [code, count] : rejections) fmt::print("  {} {}\n", count, code);
}

int rehearse(const Options& options) {
  auto address = client::address_of(options.server);
  if (!address) return refuse("--server: " + address.error(), misused);
  const auto parts = parts_of(options.roles);
  if (!parts) return refuse(parts.error(), misused);
  const auto sign_ins = robots::read_sign_ins(options.sign_in_json);
  if (!sign_ins) return refuse("--sign-in-json: " + sign_ins.error(), misused);
  robots::Notes notes;
  if (!options.acks.empty())
    if (auto opened = notes.write_to(options.acks); !opened) return refuse("--acks: " + opened.error(), misused);

  const auto players = robots::drawn(*sign_ins, {*parts, options.delegations}, options.seed);
  if (players.empty()) return refuse("there is no sign-in for any of " + options.roles, misused);

  client::Loop loop;
  robots::Throttle throttle(acts_per_second_max);
  robots::Setting setting{.loop = loop,
                          .address = *address,
                          .notes = notes,
                          .throttle = throttle,
                          .seed = options.seed,
                          .run = fresh_run(),
                          .speed = options.speed};
  robots::Rehearsal rehearsal(loop);
  rehearsal.enter(setting, players);
  fmt::print("{} robots take part, {} of them delegations, with seed {}\n", players.size(), setting.delegations,
             options.seed);

  const auto begun = Steady::now();
  const auto end = begun + std::chrono::duration_cast<Steady::duration>(
                               std::chrono::duration<double, std::ratio<60>>(options.minutes));
  const auto& all = rehearsal.robots();
  const auto has_signed_in = [](const auto& robot) { return robot->sign_ins() > 0; };
  const bool somebody = rehearsal.play(std::min(end, begun + first_sign_in_within), [&] {
    return stopped != 0 || std::ranges::any_of(all, has_signed_in) ||
           std::ranges::all_of(all, [](const auto& robot) { return !robot->retired().empty(); });
  });
  if (stopped == 0 && (!somebody || !std::ranges::any_of(all, has_signed_in)))
    return refuse(fmt::format("no robot could sign in at {}: {}", options.server, all.front()->away_because()), failed);

  rehearsal.play(end, [] { return stopped != 0; });
  if (stopped == 0) {  // what is under way is brought to its end
    setting.acting = false;
    rehearsal.play(Steady::now() + std::chrono::seconds(5), [&] {
      return stopped != 0 || std::ranges::all_of(all, [](const auto& robot) { return robot->settled(); });
    });
  }
  tell_end(notes);
  return done;
}

}  // namespace

int main(int count, char** arguments) {
  Options options;
  CLI::App app{"Plays a hall on a running server: delegates, chair, booths, desk, captions and displays, from a seed."};
  app.name("tools/rehearse");
  app.add_option("--server", options.server, "The running server, such as http://127.0.0.1:8080")
      ->type_name("URL")
      ->required();
  app.add_option("--sign-in-json", options.sign_in_json, "The sign-ins, as the server writes them with --sign-in-json")
      ->type_name("FILE")
      ->required();
  app.add_option("--seed", options.seed, "What the robots choose by; the same one, the same choices")
      ->capture_default_str();
  app.add_option("--speed", options.speed,
                 "How many seconds of the session the robots live in one second; else as the session's clock runs")
      ->check(CLI::Range(0.1, 10'000.0));
  app.add_option("--minutes", options.minutes, "How long they play, in real time")
      ->check(CLI::Range(0.0, 10'000.0))
      ->capture_default_str();
  app.add_option("--roles", options.roles, "Who is played, separated by commas; without the chair a person chairs")
      ->type_name("LIST")
      ->capture_default_str();
  app.add_option("--delegations", options.delegations, "How many delegations are played at most; 0: all")
      ->check(CLI::Range(0, 10'000))
      ->capture_default_str();
  app.add_option("--acks", options.acks, "Write each acknowledgement there: SEAT COMMAND-ID SEQ INDEX")
      ->type_name("FILE");
  try {
    app.parse(count, arguments);
  } catch (const CLI::ParseError& wrong) {
    return app.exit(wrong) == 0 ? done : misused;
  }
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  for (const int signal : {SIGINT, SIGTERM}) std::signal(signal, [](int) { stopped = 1; });
  std::signal(SIGPIPE, SIG_IGN);
  return rehearse(options);
}
