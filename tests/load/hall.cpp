#include "load/hall.hpp"

#include <charconv>
#include <cstdlib>
#include <fstream>
#include <set>

#include <nlohmann/json.hpp>

#include "gateway/limits.hpp"
#include "load/failed.hpp"

namespace rostrum::load {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t others = 200;  // connections beside the clients: the chair, whoever comes before others have gone

}  // namespace

std::vector<SignIn> read_sign_ins(const fs::path& path) {
  std::ifstream in(path);
  if (!in) throw Failed("there is no readable file " + path.string());
  const auto list = nlohmann::json::parse(in, nullptr, false);
  std::vector<SignIn> out;
  if (list.is_array()) {
    for (const auto& one : list) {
      if (!one.is_object() || !one.contains("role") || !one.contains("code")) break;
      out.push_back({one.value("role", ""), one.value("delegation", ""), one.value("code", "")});
    }
  }
  if (out.empty() || out.size() != list.size())
    throw Failed(path.string() + " is no sign-in list: expected [{\"role\", \"delegation\", \"code\", ...}]");
  return out;
}

std::string limits_for(std::size_t clients) {
  const std::size_t all = clients + others;
  std::string limits = "connections_max=" + std::to_string(all);
  if (all > gateway::Limits{}.http_sessions_max) limits += ",http_sessions_max=" + std::to_string(all);
  return limits +
         ",items_per_second_max=1000000,items_burst_max=1000000,sign_in_timeout_ms=60000,http_timeout_ms=60000";
}

Address address_of(const std::string& text) {
  const auto colon = text.rfind(':');
  Address out;
  if (colon != std::string::npos) {
    const auto [end, error] = std::from_chars(text.data() + colon + 1, text.data() + text.size(), out.port);
    out.host = text.substr(0, colon) == "localhost" ? "127.0.0.1" : text.substr(0, colon);
    if (error == std::errc() && end == text.data() + text.size() && out.port != 0) return out;
  }
  throw Failed("\"" + text + "\" is not HOST:PORT");
}

const std::string& Hall::code_of(const std::string& role) const {
  for (const SignIn& one : sign_ins)
    if (one.role == role) return one.code;
  throw Failed("there is no sign-in of the role " + role);
}

std::vector<std::string> Hall::follower_codes() const {
  std::vector<std::string> out;
  for (const SignIn& one : sign_ins)
    if (one.role == "delegate" || one.role == "display" || one.role == "observer") out.push_back(one.code);
  if (out.empty()) throw Failed("there is no sign-in of a delegate, an observer or a display");
  return out;
}

std::vector<std::string> Hall::delegation_codes() const {
  std::vector<std::string> out;
  std::set<std::string> seen;
  for (const SignIn& one : sign_ins)
    if (one.role == "delegate" && seen.insert(one.delegation).second) out.push_back(one.code);
  return out;
}

std::string server_program() {
  const char* named = std::getenv("ROSTRUM_SERVER");
  return named != nullptr && *named != '\0' ? named : ROSTRUM_SERVER;
}

OwnHall::OwnHall(std::size_t clients, const fs::path& programme, const std::string& limits) {
  const fs::path sign_ins = folder_.path() / "sign-ins.json";
  server_ = std::make_unique<Process>(
      std::vector<std::string>{server_program(), "--listen", "127.0.0.1:0", "--data", folder_.path() / "data",
                               "--programme", programme, "--clock", clock_start, "--sign-in-json", sign_ins, "--limits",
                               limits_for(clients) + (limits.empty() ? "" : "," + limits)},
      folder_.path() / "errors");
  hall_.address = address_of(server_->wait_for(ready_at));
  hall_.sign_ins = read_sign_ins(sign_ins);
  hall_.server = server_->id();
}

fs::path council_programme() { return fs::path(ROSTRUM_SOURCE_DIR) / "deploy/programmes/council-2005.yaml"; }

fs::path write_programme(const fs::path& folder, std::size_t delegations, std::size_t panels) {
  std::ofstream roster(folder / "roster.csv");
  roster << "code,category,name\n";
  for (std::size_t number = 1; number <= delegations; ++number)
    roster << 'D' << number << ",member,Delegation " << number << '\n';
  std::ofstream out(folder / "programme.yaml");
  out << "session: { id: press, title: { en: Press }, timezone: UTC, languages: [en] }\n"
         "roster: roster.csv\n"
         "meetings:\n"
         "  - { id: day, title: { en: Day }, date: 2005-11-29, starts: \"09:00\", ends: \"18:00\" }\n"
         "panels:\n";
  for (std::size_t number = 1; number <= panels; ++number)
    out << "  - { id: panel-" << number << ", meeting: day, title: { en: Panel " << number << " } }\n";
  return folder / "programme.yaml";
}

Hall running_hall(const std::string& address, const fs::path& sign_ins) {
  return {.address = address_of(address), .sign_ins = read_sign_ins(sign_ins), .server = std::nullopt};
}

}  // namespace rostrum::load
