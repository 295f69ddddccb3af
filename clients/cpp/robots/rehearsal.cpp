#include "robots/rehearsal.hpp"

#include <algorithm>
#include <array>

#include "robots/roles.hpp"

namespace rostrum::robots {

namespace {

struct Word {
  std::string_view word;
  Part part;
};
constexpr std::array words{Word{"delegates", Part::delegates}, Word{"chair", Part::chair},
                           Word{"booths", Part::booths},       Word{"desk", Part::desk},
                           Word{"captions", Part::captions},   Word{"displays", Part::displays}};

/// How long a step waits at most, so that `enough` is asked.
constexpr auto step_most = std::chrono::milliseconds(50);

Part part_of_role(const std::string& role) {
  if (role == "delegate") return Part::delegates;
  if (role == "chair") return Part::chair;
  if (role == "interpreter") return Part::booths;
  if (role == "desk") return Part::desk;
  if (role == "captioner") return Part::captions;
  return Part::displays;
}

std::unique_ptr<Robot> robot_for(Setting& setting, const SignIn& sign_in) {
  switch (part_of_role(sign_in.role)) {
  case Part::delegates:
    return std::make_unique<Delegate>(setting, sign_in);
  case Part::chair:
    return std::make_unique<Chair>(setting, sign_in);
  case Part::booths:
    return std::make_unique<Booth>(setting, sign_in);
  case Part::desk:
    return std::make_unique<Desk>(setting, sign_in);
  case Part::captions:
    return std::make_unique<Captioner>(setting, sign_in);
  case Part::displays:
    break;
  }
  return std::make_unique<Follower>(setting, sign_in);
}

}  // namespace

std::optional<Part> part_of(std::string_view word) {
  const auto found = std::ranges::find(words, word, &Word::word);
  return found == words.end() ? std::nullopt : std::optional(found->part);
}

std::string all_parts() {
  std::string all;
  for (const Word& word : words) all.append(all.empty() ? "" : ",").append(word.word);
  return all;
}

std::vector<SignIn> drawn(const std::vector<SignIn>& all, const Cast& cast, std::uint64_t seed) {
  std::vector<SignIn> players;
  std::vector<SignIn> delegates;
  std::set<std::string> delegations;
  for (const SignIn& sign_in : all) {
    const Part part = part_of_role(sign_in.role);
    if (!cast.parts.empty() && !cast.parts.contains(part)) continue;
    if (part != Part::delegates)
      players.push_back(sign_in);
    else if (delegations.insert(sign_in.delegation).second)
      delegates.push_back(sign_in);
  }
  Dice dice(seed, "cast");
  for (std::size_t left = delegates.size(); left > 1; --left)
    std::swap(delegates[left - 1],
              delegates[static_cast<std::size_t>(dice.between(0, static_cast<std::int64_t>(left) - 1))]);
  if (cast.delegations_max > 0 && delegates.size() > static_cast<std::size_t>(cast.delegations_max))
    delegates.resize(static_cast<std::size_t>(cast.delegations_max));
  players.insert(players.end(), delegates.begin(), delegates.end());
  return players;
}

void Rehearsal::enter(Setting& setting, const std::vector<SignIn>& players) {
  setting.delegations += static_cast<int>(std::ranges::count(players, "delegate", &SignIn::role));
  for (const SignIn& player : players) robots_.push_back(robot_for(setting, player));
}

void Rehearsal::look_on(Setting& setting, const std::vector<SignIn>& onlookers) {
  for (const SignIn& onlooker : onlookers) robots_.push_back(std::make_unique<Follower>(setting, onlooker));
}

bool Rehearsal::play(client::Loop::Time until, const std::function<bool()>& enough) {
  while (!enough()) {
    const auto now = std::chrono::steady_clock::now();
    if (now >= until) return false;
    auto by = std::min(until, now + step_most);
    for (const auto& robot : robots_) {
      if (robot->wake_at() <= now) robot->wake(now);
      by = std::min(by, robot->wake_at());
    }
    loop_.step(by);
  }
  return true;
}

}  // namespace rostrum::robots
