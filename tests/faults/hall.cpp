#include "faults/hall.hpp"

#include <algorithm>
#include <ranges>

#include "faults/checker.hpp"

namespace rostrum::faults {

namespace {

std::string name_of(const robots::Robot& robot) { return robot.sign_in().role + ' ' + robot.sign_in().name; }

}  // namespace

Hall::Hall(Plan plan) : plan_(std::move(plan)), throttle_(plan_.acts_per_second_max) {}

Result<void, std::string> Hall::read(const std::filesystem::path& sign_in_list) {
  auto sign_ins = robots::read_sign_ins(sign_in_list);
  if (!sign_ins) return failure(std::move(sign_ins.error()));
  sign_ins_ = *std::move(sign_ins);
  return {};
}

robots::Setting Hall::setting() {
  return {.loop = loop_,
          .notes = notes_,
          .throttle = throttle_,
          .seed = plan_.seed,
          .run = "f",
          .speed = plan_.robots_speed,
          .least_pause = std::chrono::milliseconds(15),
          .again_within_most = std::chrono::milliseconds(200),
          .watch =
              [this](const robots::Robot& robot, const v1::ServerItem& item) {
                views_.took(robot, item);
                if (robot.store().position()) positions_.at(&robot, name_of(robot), *robot.store().position());
              },
          .lost =
              [this](const robots::Robot& robot, const client::Failure& failed) {
                if (const auto wrong = wrong_end(failed); !wrong.empty())
                  plan_.fail(robot.sign_in().name + ' ' + wrong);
              },
          .answered = [this](const robots::Robot& robot,
                             const robots::Sendings& sendings) { waits_.waited(robot.at(), sendings); }};
}

void Hall::enter(robots::Setting& setting, int delegations) {
  rehearsal_.enter(setting, robots::drawn(sign_ins_, {.parts = {}, .delegations_max = delegations}, plan_.seed));
}

void Hall::leave() {
  for (const auto& robot : robots()) robot->leave();
}

bool Hall::at_rest() const {
  return std::ranges::all_of(robots(), [](const auto& one) { return one->follows() && one->settled(); });
}

void Hall::bring_newcomers(const std::vector<robots::Setting*>& settings) {
  newcomers_from_ = robots().size();
  std::vector<robots::SignIn> newcomers{one_who_is("display"), one_who_is("interpreter"), one_who_is("desk")};
  for (const auto& robot : robots())
    if (robot->sign_in().role == "delegate") newcomers.push_back(robot->sign_in());
  for (robots::Setting* setting : settings) look_on(*setting, newcomers);
}

bool Hall::at_same_place() const {
  const auto seq = robots().back()->store().seq();
  return std::ranges::all_of(robots(), [&](const auto& one) { return one->follows() && one->store().seq() == seq; });
}

std::uint64_t Hall::compare() {
  const auto settled_at = robots().back()->store().seq();
  std::map<std::string, std::uint64_t> own;  // by delegation, as the newcomers hold it
  for (const auto& newcomer : robots() | std::views::drop(newcomers_from_))
    own[newcomer->sign_in().delegation] = digest_of(newcomer->store().private_entities());
  for (const auto& robot : robots()) {
    const client::Store& store = robot->store();
    views_.saw(name_of(*robot), audience_of(robot->sign_in().role), settled_at, digest_of(store.entities()));
    if (own.at(robot->sign_in().delegation) != digest_of(store.private_entities()))
      plan_.fail(name_of(*robot) + " does not hold what is its own at commit " + std::to_string(settled_at));
  }
  return settled_at;
}

robots::SignIn Hall::one_who_is(const std::string& role) const {
  const auto found = std::ranges::find(sign_ins_, role, &robots::SignIn::role);
  return found == sign_ins_.end() ? robots::SignIn{} : *found;
}

std::vector<robots::SignIn> Hall::so_many(int count, const std::string& role) const {
  return std::vector(static_cast<std::size_t>(count), one_who_is(role));
}

}  // namespace rostrum::faults
