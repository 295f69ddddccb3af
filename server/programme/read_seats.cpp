#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "programme/bounds.hpp"
#include "programme/reading.hpp"
#include "programme/words.hpp"

namespace rostrum::programme {

namespace {

using council::Role;
using council::SeatPlan;

// Each session has a sign-in for these; the seat is called as its role is.
constexpr std::array default_roles{Role::chair, Role::desk, Role::display};

struct Listed {
  SeatPlan plan;
  Place place;
};

class SeatReader {
 public:
  SeatReader(Reading& reading, Sheet& sheet) : reading_(reading), sheet_(sheet) {}

  void read_seat(const Value& value) {
    const Fields fields(value, "a seat", {"id", "role", "delegation", "language"});
    SeatPlan plan;
    const auto* role = fields.need("role");
    const bool role_known = role && read_role(*role, plan);
    take(fields, value, role_known, std::move(plan));
  }

  void read_participant(const Value& value) {
    const Fields fields(value, "a participant", {"id", "name", "title", "role", "delegation", "language"});
    SeatPlan plan{.role = Role::delegate};
    const auto* role = fields.find("role");
    const bool role_known = !role || read_role(*role, plan);
    council::Speaker person;
    if (const auto* name = fields.need("name"))
      person.name = name->line("a person's name", council::speaker_name_bytes_max).value_or("");
    if (const auto* title = fields.find("title"))
      person.title = title->line("a person's title", council::speaker_title_bytes_max).value_or("");
    plan.person = std::move(person);
    take(fields, value, role_known, std::move(plan));
  }

  /// Those listed, after the seats that every session has.
  std::vector<SeatPlan> all() {
    std::vector<SeatPlan> seats;
    for (const Role role : default_roles)
      if (std::ranges::none_of(listed_, [&](const Listed& listed) { return listed.plan.role == role; }))
        add_default(seats, {.id = {std::string(council::name(role))}, .role = role});
    for (const auto& listed : listed_)
      if (!listed.plan.person) seats.push_back(listed.plan);
    for (const auto& delegation : reading_.programme.delegations)
      add_default(seats, {.id = {delegation.id.value}, .role = Role::delegate, .delegation = delegation.id});
    for (const auto& listed : listed_)
      if (listed.plan.person) seats.push_back(listed.plan);
    return seats;
  }

 private:
  static bool read_role(const Value& value, SeatPlan& plan) {
    const auto chosen = value.one_of(words_of<Role>(council::role_count));
    if (chosen) plan.role = static_cast<Role>(*chosen);
    return chosen.has_value();
  }

  void take(const Fields& fields, const Value& value, bool role_known, SeatPlan plan) {
    const auto* id = fields.need("id");
    const auto entered = id ? reading_.seats.enter(*id) : std::nullopt;
    if (const auto* language = fields.find("language")) plan.language = read_language(reading_, *language);
    if (role_known) read_delegation(fields, value, plan);
    if (!entered) return;
    plan.id = {*entered};
    listed_.push_back({std::move(plan), id->place()});
  }

  void read_delegation(const Fields& fields, const Value& value, SeatPlan& plan) {
    const auto* delegation = fields.find("delegation");
    if (plan.role != Role::delegate) {
      if (delegation) delegation->expect(fmt::format("no delegation where the role is {}", council::name(plan.role)));
    } else if (!delegation) {
      if (fields.sound()) sheet_.expect(value.place(), "the key \"delegation\" where the role is delegate", "none");
    } else if (auto id = reading_.delegations.resolve(*delegation)) {
      plan.delegation = {std::move(*id)};
    }
  }

  /// A delegation's own seat may be listed too, to give it a language; what else has its id is in its way.
  void add_default(std::vector<SeatPlan>& seats, SeatPlan plan) {
    const auto same_id = std::ranges::find(listed_, plan.id, [](const Listed& listed) { return listed.plan.id; });
    if (same_id == listed_.end()) return seats.push_back(std::move(plan));
    const auto& listed = same_id->plan;
    if (listed.role == plan.role && listed.delegation == plan.delegation && !listed.person) return;
    sheet_.expect(same_id->place,
                  fmt::format("an id other than \"{}\", which is the seat of the {}", plan.id.value,
                              plan.delegation ? "delegation" : council::name(plan.role)),
                  in_quotes(plan.id.value));
  }

  Reading& reading_;
  Sheet& sheet_;
  std::vector<Listed> listed_;
};

}  // namespace

void read_seats(Reading& reading, Sheet& sheet, const Value* seats, const Value* participants) {
  SeatReader reader(reading, sheet);
  if (seats)
    for (const auto& item : seats->items("a list of seats", seats_max)) reader.read_seat(item);
  if (participants)
    for (const auto& item : participants->items("a list of participants", participants_max))
      reader.read_participant(item);
  reading.programme.seats = reader.all();
}

}  // namespace rostrum::programme
