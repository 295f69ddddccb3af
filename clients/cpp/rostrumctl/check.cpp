#include <iostream>
#include <map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "commands.hpp"
#include "programme/read_programme.hpp"
#include "programme/zone.hpp"

namespace rostrum::ctl {

namespace {

std::string words(const council::Text& text) {
  if (text.empty()) return "(no title yet)";
  const auto english = text.find("en");
  return (english == text.end() ? text.begin() : english)->second;
}

std::string hours(const programme::Zone& zone, const council::MeetingPlan& meeting) {
  const auto start = zone.local(meeting.planned_start);
  const auto end = zone.local(meeting.planned_end);
  return fmt::format("{:04}-{:02}-{:02} {:02}:{:02} to {:02}:{:02}", start.year, start.month, start.day, start.hour,
                     start.minute, end.hour, end.minute);
}

template <class Enum>
std::string counted(const std::map<Enum, int>& counts) {
  std::vector<std::string> parts;
  for (const auto& [value, count] : counts) parts.push_back(fmt::format("{} {}", council::name(value), count));
  return fmt::format("{}", fmt::join(parts, ", "));
}

void summarize(const council::Programme& programme) {
  const auto zone = programme::Zone::named(programme.session.timezone).value();
  std::cout << fmt::format("{}: {}\n", programme.session.id.value, words(programme.session.title));
  std::cout << fmt::format("{}, languages {}\n", programme.session.timezone,
                           fmt::join(programme.session.languages, ", "));
  if (programme.session.mocion_de_orden) std::cout << "a point of order is a moción de orden in Spanish\n";
  std::cout << '\n';
  for (const auto& meeting : programme.meetings) {
    std::cout << fmt::format("{}  {} ({})\n", hours(zone, meeting), words(meeting.title), meeting.id.value);
    for (const auto& panel : programme.panels)
      if (panel.meeting == meeting.id)
        std::cout << fmt::format("  {} ({}){}\n", words(panel.title), panel.id.value, panel.draft ? ", a draft" : "");
  }
  std::map<council::Category, int> delegations;
  for (const auto& delegation : programme.delegations) ++delegations[delegation.category];
  std::map<council::Role, int> seats;
  for (const auto& seat : programme.seats) ++seats[seat.role];
  std::cout << fmt::format("\n{} delegations: {}\n", programme.delegations.size(), counted(delegations));
  std::cout << fmt::format("{} sign-ins: {}\n", programme.seats.size(), counted(seats));
}

}  // namespace

int check(const std::string& path) {
  const auto read = programme::read_programme(path);
  if (read) return summarize(*read), done;
  for (const auto& problem : read.error()) std::cerr << programme::sentence(problem) << '\n';
  std::cerr << fmt::format("{} {}\n", read.error().size(), read.error().size() == 1 ? "problem" : "problems");
  return failed;
}

}  // namespace rostrum::ctl
