// Prints what the tables of the docs say that the code knows: a JSON array of tables, which tools/docs puts into the
// pages.
//
// A table names its page and itself, as its marker in the page does. A row is keyed by its first cell. A cell that is
// null is prose, kept as the page has it; the row's `mentions` have to stand in it, in backquotes.
#include <cstdlib>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "chamber/chamber.hpp"
#include "council/access.hpp"
#include "council/told.hpp"
#include "gateway/close_codes.hpp"
#include "gateway/counted.hpp"
#include "gateway/guesses.hpp"
#include "gateway/limits.hpp"
#include "gateway/site.hpp"
#include "main_options.hpp"
#include "rostrum/v1/command.pb.h"
#include "wire/frames.hpp"

namespace rostrum {

namespace {

using council::May;
using council::Role;
using nlohmann::json;
using Names = std::vector<std::string>;

const json prose;

std::string in_code(std::string_view name) { return '`' + std::string(name) + '`'; }

std::string joined(const Names& names, std::string_view between) {
  std::string out;
  for (const std::string& name : names) out += (out.empty() ? "" : std::string(between)) + name;
  return out;
}

/// "request_floor" as JSON has it: "requestFloor".
std::string camel(std::string_view name) {
  std::string out;
  bool up = false;
  for (const char letter : name) {
    if (letter != '_') out += up ? static_cast<char>(letter - 'a' + 'A') : letter;
    up = letter == '_';
  }
  return out;
}

json row(std::vector<json> cells, const Names& mentions = {}) { return {{"cells", cells}, {"mentions", mentions}}; }

json table(std::string_view page, std::string_view name, const Names& columns, std::vector<json> rows) {
  return {{"page", page}, {"table", name}, {"columns", columns}, {"rows", rows}};
}

// ---- who may do what

bool of_server(std::size_t act) { return council::may(Role::chair, act) == May::system; }

std::string_view word(May may) {
  switch (may) {
  case May::no:
    return "-";
  case May::own:
    return "own";
  case May::any:
    return "any";
  case May::system:
    return "server";
  }
  std::abort();
}

json access() {
  Names columns{"act"};
  for (int role = 0; role < council::role_count; ++role) columns.emplace_back(name(static_cast<Role>(role)));
  std::vector<json> rows;
  for (const bool last : {false, true})  // those that nobody asks for
    for (std::size_t act = 0; act < council::act_count; ++act) {
      if (of_server(act) != last) continue;
      std::vector<json> cells{in_code(council::act_name(act))};
      for (int role = 0; role < council::role_count; ++role)
        cells.emplace_back(word(council::may(static_cast<Role>(role), act)));
      rows.push_back(row(std::move(cells)));
    }
  return table("docs/access.md", "access", columns, std::move(rows));
}

std::string who_may(std::size_t act) {
  Names who;
  if (council::may(Role::chair, act) == May::any) who.emplace_back("chair");
  if (council::may(Role::desk, act) == May::any) who.emplace_back("desk");
  if (council::may(Role::delegate, act) == May::own) who.emplace_back("own");
  if (council::may(Role::interpreter, act) == May::own) who.emplace_back("own booth");
  if (council::may(Role::captioner, act) == May::any) who.emplace_back("captioner");
  return joined(who, ", ");
}

/// The names that an act's fields have in JSON.
Names fields_of(std::string_view act) {
  Names names;
  const auto* field = v1::Command::descriptor()->FindFieldByName(std::string(act));
  for (int index = 0; index < field->message_type()->field_count(); ++index)
    names.push_back(field->message_type()->field(index)->json_name());
  return names;
}

json acts() {
  std::vector<json> rows;
  for (std::size_t act = 0; act < council::act_count; ++act)
    if (!of_server(act))
      rows.push_back(
          row({in_code(camel(council::act_name(act))), prose, who_may(act)}, fields_of(council::act_name(act))));
  return table("docs/protocol.md", "acts", {"act", "fields", "who"}, std::move(rows));
}

// ---- the log

template <class Event>
void tell(std::vector<json>& rows) {
  Names details;
  const council::Told told = council::told({}, Event{});
  for (const auto& [detail, value] : told.details) details.push_back(detail);
  rows.push_back(row({in_code(Event::is.name), prose}, Event::is.name == told.event ? details : Names{}));
  if (!Event::is.otherwise.empty()) rows.push_back(row({in_code(Event::is.otherwise), prose}));
}

json events() {
  std::vector<json> rows;
  [&rows]<class... Events>(std::type_identity<std::variant<Events...>>) {
    (tell<Events>(rows), ...);
  }(std::type_identity<council::EventVariant>{});
  return table("docs/protocol.md", "events", {"event", "details"}, std::move(rows));
}

// ---- what is refused

json rejections() {
  std::vector<json> rows;
  for (const council::Code code : council::all_codes()) {
    Names details;
    std::istringstream names{std::string(council::detail_names(code))};
    for (std::string name; names >> name;) details.push_back(in_code(name));
    rows.push_back(row({in_code(council::name(code)), joined(details, " "), prose}));
  }
  return table("docs/protocol.md", "rejections", {"code", "details", "meaning"}, std::move(rows));
}

json close_codes() {
  std::vector<json> rows;
  for (const gateway::CloseCode code : gateway::all_close_codes())
    rows.push_back(row({std::to_string(static_cast<int>(code)), in_code(gateway::name(code)),
                        gateway::reconnect(code) ? "reconnect" : "do not", prose}));
  return table("docs/protocol.md", "close codes", {"close code", "refusal", "come back", "why"}, std::move(rows));
}

// ---- bounds

using Bounds = std::vector<std::pair<std::string, std::uint64_t>>;

json bounds(std::string_view page, std::string_view name, const Names& columns, const Bounds& all) {
  std::vector<json> rows;
  for (const auto& [bound, value] : all) rows.push_back(row({in_code(bound), std::to_string(value), prose}));
  return table(page, name, columns, std::move(rows));
}

json limits() { return bounds("docs/operations.md", "limits", {"name", "default", "bounds"}, gateway::named({})); }

json fixed_bounds() {
  return bounds("docs/operations.md", "fixed bounds", {"name", "value", "bounds"},
                {{"sessions_max", sessions_max},
                 {"waiting_commands_max", chamber::waiting_commands_max},
                 {"waiting_questions_max", chamber::waiting_questions_max},
                 {"acts_per_commit_max", chamber::acts_per_commit_max},
                 {"text_bytes_per_commit_max", chamber::text_bytes_per_commit_max},
                 {"patches_kept_max", chamber::patches_kept_max},
                 {"patch_texts_kept_bytes_max", chamber::patch_texts_kept_bytes_max},
                 {"guessing_addresses_max", gateway::guessing_addresses_max},
                 {"lines_per_answer_max", chamber::lines_per_answer_max},
                 {"site_files_max", gateway::site_files_max},
                 {"site_bytes_max", gateway::site_bytes_max}});
}

/// What a client meets: the bounds of what it sends, and those of the gateway's limits that are about it.
json message_bounds() {
  std::map<std::string, std::uint64_t> of_gateway;
  for (const auto& [name, value] : gateway::named({})) of_gateway.emplace(name, value);
  Bounds all{{"frame_bytes_max", of_gateway.at("frame_bytes_max")},
             {"items_per_frame_max", wire::items_per_frame_max},
             {"command_id_bytes_max", wire::command_id_bytes_max},
             {"id_bytes_max", wire::id_bytes_max},
             {"language_tag_bytes_max", wire::language_tag_bytes_max},
             {"speaker_name_bytes_max", council::speaker_name_bytes_max},
             {"speaker_title_bytes_max", council::speaker_title_bytes_max},
             {"on_behalf_of_bytes_max", council::on_behalf_of_bytes_max},
             {"body_bytes_max", council::body_bytes_max},
             {"note_bytes_max", council::note_bytes_max},
             {"notice_bytes_max", council::notice_bytes_max},
             {"statement_bytes_max", council::statement_bytes_max},
             {"statement_languages_max", council::statement_languages_max},
             {"statement_versions_max", council::statement_versions_max},
             {"notices_max", council::notices_max},
             {"over_kept_max", council::over_kept_max},
             {"points_of_order_max", council::points_of_order_max},
             {"panel_title_bytes_max", council::panel_title_bytes_max},
             {"list_entries_max", council::list_entries_max}};
  for (const char* name :
       {"items_per_second_max", "items_burst_max", "too_fast_max", "guesses_per_second_max", "guesses_burst_max",
        "outbox_bytes_max", "connections_max", "sign_in_timeout_ms", "ping_after_ms", "silence_max_ms"})
    all.emplace_back(name, of_gateway.at(name));
  return bounds("docs/protocol.md", "bounds", {"bound", "value", "what happens beyond it"}, all);
}

json metrics() {
  std::vector<json> rows;
  for (const gateway::counted::Row& counted : gateway::counted::all)
    rows.push_back(row({in_code(counted.family.name), counted.labels.empty() ? "" : in_code(counted.labels),
                        std::string(counted.family.help)}));
  return table("docs/operations.md", "metrics", {"name", "labels", "counts"}, std::move(rows));
}

}  // namespace

}  // namespace rostrum

int main() {
  using namespace rostrum;
  std::cout << json{access(), acts(),         events(),         rejections(), close_codes(),
                    limits(), fixed_bounds(), message_bounds(), metrics()}
                   .dump(1)
            << '\n';
}
