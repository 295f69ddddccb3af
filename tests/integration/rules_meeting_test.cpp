// Programme, roles, meetings and the log over the wire, a rule to a test (docs/rules.md).
#include <fstream>
#include <sstream>

#include "integration/support/hall_acts.hpp"

using namespace rostrum;
using namespace rostrum::test;
using client::Codec;

namespace {

v1::Command resume_meeting() {
  v1::Command command;
  command.mutable_resume_meeting()->set_meeting(meeting);
  return command;
}
v1::Command open_meeting_of(const std::string& id) {
  v1::Command command;
  command.mutable_open_meeting()->set_meeting(id);
  return command;
}
v1::Command open_panel_of(const std::string& id) {
  v1::Command command;
  command.mutable_open_panel()->set_panel(id);
  return command;
}

/// A small programme with a seat of each role.
std::string programme(const std::string& title, int member_s) {
  return R"(session: { id: small, title: Small, timezone: Europe/Zurich, languages: [en, fr] }
delegations:
  - { id: KE, category: member }
  - { id: FR, category: member }
seats:
  - { id: chair, role: chair }
  - { id: desk, role: desk }
  - { id: booth-1, role: interpreter }
  - { id: captions-1, role: captioner }
  - { id: gallery, role: observer }
  - { id: display, role: display }
meetings:
  - { id: day-1-afternoon, title: Afternoon, date: 2005-11-29, starts: "15:00", ends: "18:00" }
panels:
  - { id: high-level, meeting: day-1-afternoon, title: )" +
         title + ", limits_s: { member: " + std::to_string(member_s) + " } }\n";
}

/// docs/access.md as it is read: what each role may do of each act.
std::map<std::string, std::map<std::string, std::string>> access_table() {
  std::ifstream in(ROSTRUM_SOURCE_DIR "/docs/access.md");
  std::map<std::string, std::map<std::string, std::string>> table;
  List roles;
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with("| ")) continue;
    List cells;
    std::istringstream row(line.substr(1));
    for (std::string cell; std::getline(row, cell, '|');) {
      const auto from = cell.find_first_not_of(" `"), to = cell.find_last_not_of(" `");
      cells.push_back(from == std::string::npos ? "" : cell.substr(from, to - from + 1));
    }
    if (cells.front() == "act") roles = cells;
    if (cells.front() == "act" || cells.front() == "---") continue;
    REQUIRE(cells.size() == roles.size());
    for (std::size_t column = 1; column < cells.size(); ++column) table[cells.front()][roles[column]] = cells[column];
  }
  return table;
}

/// A sound command of that act, about the first panel, entry and speech.
v1::Command command_of(const google::protobuf::FieldDescriptor& act, std::int64_t at) {
  using Field = google::protobuf::FieldDescriptor;
  v1::Command command;
  auto& content = *command.GetReflection()->MutableMessage(&command, &act);
  const auto& reflection = *content.GetReflection();
  for (int index = 0; index < content.GetDescriptor()->field_count(); ++index) {
    const Field& field = *content.GetDescriptor()->field(index);
    if (field.name() == "meeting") reflection.SetString(&content, &field, meeting);
    if (field.name() == "panel") reflection.SetString(&content, &field, panel);
    if (field.name() == "delegation") reflection.SetString(&content, &field, "KE");
    if (field.is_repeated() || field.name() == "panellist") continue;
    if (field.cpp_type() == Field::CPPTYPE_UINT32) reflection.SetUInt32(&content, &field, 1);
    if (field.name() == "seat") reflection.SetString(&content, &field, "FR");
    if (field.name() == "text") reflection.SetString(&content, &field, "Chair, thank you.");
    if (field.name() == "list_closes_at") continue;  // needs a closing that was announced
    if (field.cpp_type() == Field::CPPTYPE_INT64)
      reflection.SetInt64(&content, &field, field.name().ends_with("_ms") ? 60'000 : at);
    if (field.cpp_type() == Field::CPPTYPE_ENUM) reflection.SetEnumValue(&content, &field, 1);
  }
  if (command.has_send_notice()) {
    command.mutable_send_notice()->mutable_to()->set_all(true);
    (*command.mutable_send_notice()->mutable_text())["en"] = "A notice";
  }
  if (command.has_announce_limits()) {
    auto& limit = *command.mutable_announce_limits()->add_limits();
    limit.set_of(v1::LIMIT_OF_MEMBER);
    limit.set_limit_ms(60'000);
  }
  if (command.has_decide_motion()) {  // what its mover may say of it too
    command.mutable_decide_motion()->set_outcome(v1::MOTION_OUTCOME_WITHDRAWN);
    command.mutable_decide_motion()->clear_until();
  }
  const bool of_motion = act.name().ends_with("_motion") || command.has_ask_for_objections();
  if (const auto* entry = content.GetDescriptor()->FindFieldByName("entry"); entry && of_motion)
    reflection.SetUInt32(&content, entry, 2);
  if (command.has_set_panel_title()) (*command.mutable_set_panel_title()->mutable_title())["en"] = "A title";
  return command;
}

}  // namespace

TEST_CASE("P1 a programme that has changed is reported at the start, and none of it is taken") {
  const Folder folder;
  const auto path = folder.path() / "small.yaml";
  folder.write("small.yaml", programme("Budget", 120));
  ServerProcess server({.programme = path.string()});
  CHECK(server.stop().out.find("has changed") == std::string::npos);
  folder.write("small.yaml", programme("Other things", 240));
  server.start();
  CHECK(server.out().find("The programme has changed since this session began") != std::string::npos);
  CHECK(server.out().find("Other things") != std::string::npos);
  const auto chair = signed_in(server, "chair");
  CHECK(panel_of(*chair).title().at("en") == "Budget");
  must(*chair, request_floor("KE"));
  CHECK(entry_of(*chair, 1).limit_ms() == 120'000);
}

TEST_CASE("P3 a draft panel is refused, is not seen by the public, and opens once it has a title") {
  const ServerProcess server;
  const auto chair = signed_in(server, "chair");
  const auto display = signed_in(server, "display", Codec::json);
  must(*chair, open_meeting_of("day-1-morning"));
  CHECK(panel_of(*chair, "special-event").draft());
  CHECK(refused(*chair, open_panel_of("special-event")) == "panel_is_draft");
  CHECK(refused(*chair, open_list("special-event")) == "panel_is_draft");
  CHECK(display->store().find("panel/special-event") == nullptr);
  CHECK(display->store().find("queue/special-event") == nullptr);

  v1::Command title;
  title.mutable_set_panel_title()->set_panel("special-event");
  (*title.mutable_set_panel_title()->mutable_title())["en"] = std::string(801, 'x');
  CHECK(refused(*chair, title) == "text_too_long");
  (*title.mutable_set_panel_title()->mutable_title())["en"] = "Special Event: host countries";
  must(*chair, title);
  must(*chair, open_list("special-event"));
  const auto opened = must(*chair, open_panel_of("special-event"));
  reaches(*display, opened.seq());
  CHECK_FALSE(panel_of(*display, "special-event").draft());
  CHECK(panel_of(*display, "special-event").title().at("en") == "Special Event: host countries");
  CHECK(panel_of(*display, "special-event").status() == v1::PANEL_STATUS_OPEN);
}

TEST_CASE("P4 each role may do over the wire what the table says, for every act") {
  const auto table = access_table();
  const auto& acts = *v1::Command::descriptor()->FindOneofByName("act");
  const Folder folder;
  folder.write("small.yaml", programme("Budget", 120));
  const ServerProcess server({.programme = (folder.path() / "small.yaml").string(), .limits = without_rates});
  const auto chair = presiding(server);
  must(*chair, open_list());
  list(*chair, {"KE"});
  give_to(*chair, "KE");  // so that entry 1 and speech 1 are Kenya's
  v1::Command motion;     // and entry 2 is its motion
  motion.mutable_move_motion()->set_panel(panel);
  motion.mutable_move_motion()->set_delegation("KE");
  motion.mutable_move_motion()->set_motion(v1::MOTION_KIND_SUSPEND_MEETING);
  must(*chair, motion);
  const auto before = chair->store().seq();
  const auto at = now(*chair) + 3'600'000;

  const auto tries = [&](const std::string& who, const std::string& role, const std::string& only) {
    const auto client = signed_in(server, who, role.size() % 2 ? Codec::json : Codec::protobuf);
    for (int index = 0; index < acts.field_count(); ++index) {
      const auto& act = *acts.field(index);
      const auto may = table.at(act.name()).at(role);
      if (!only.empty() && may != only) continue;
      INFO(who << " tries " << act.name());
      const auto answer = refused(*client, command_of(act, at));
      CHECK((answer == "unauthorized") == (may == "-"));
      CHECK(answer != "malformed");
    }
  };
  for (const auto* role : {"interpreter", "captioner", "observer", "display"}) tries(role, role, "-");
  tries("KE", "delegate", "-");
  // What is another's is not its own.
  const auto france = signed_in(server, "FR");
  CHECK(refused(*france, request_floor("KE")) == "unauthorized");
  CHECK(refused(*france, withdraw(1)) == "unauthorized");
  CHECK(refused(*france, end_speech(1)) == "unauthorized");
  CHECK(refused(*france, raise_point("", "KE")) == "unauthorized");
  CHECK(refused(*france, submit(1, "Not France's words.")) == "unauthorized");
  CHECK(refused(*france, release(1)) == "unauthorized");
  CHECK(refused(*france, plan_release(1, at)) == "unauthorized");
  CHECK(refused(*france, reach(1, 1)) == "unauthorized");
  reaches(*chair, before);
  CHECK(chair->store().seq() == before);  // none of this did anything
  tries("KE", "delegate", "own");
  tries("interpreter", "interpreter", "own");
  tries("captioner", "captioner", "any");
  for (const auto* role : {"desk", "chair"}) tries(role, role, "");

  // The table has a row for every act that can be sent, and the rest is the server's own: there is no way to say it.
  int sent = 0;
  for (const auto& [act, roles] : table) {
    const auto* field = v1::Command::descriptor()->FindFieldByName(act);
    CHECK((field == nullptr) == (roles.at("chair") == "server"));
    sent += field ? 1 : 0;
  }
  CHECK(sent == acts.field_count());
}

TEST_CASE("P8 one meeting is open at a time, a closed one can be opened again, and none closes over a speech") {
  const ServerProcess server;
  const auto chair = signed_in(server, "chair");
  CHECK(meeting_of(*chair).status() == v1::MEETING_STATUS_PLANNED);
  CHECK(refused(*chair, close_meeting()) == "meeting_not_open");
  CHECK(refused(*chair, open_panel()) == "meeting_not_open");
  must(*chair, open_meeting());
  CHECK(meeting_of(*chair).status() == v1::MEETING_STATUS_OPEN);
  CHECK(meeting_of(*chair).opened_at() > 0);
  CHECK(refused(*chair, open_meeting_of("day-2-morning")) == "another_meeting_open");
  must(*chair, open_panel());
  CHECK(refused(*chair, open_panel_of(alarm_panel)) == "another_panel_open");
  list(*chair, {"KE"});
  give_to(*chair, "KE");
  v1::Command close_panel;
  close_panel.mutable_close_panel()->set_panel(panel);
  CHECK(refused(*chair, close_meeting()) == "speech_under_way");
  CHECK(refused(*chair, close_panel) == "speech_under_way");
  must(*chair, end_speech(floor_of(*chair).speech()));
  must(*chair, close_panel);
  CHECK(panel_of(*chair).status() == v1::PANEL_STATUS_CLOSED);
  CHECK(panel_of(*chair).list_status() == v1::LIST_STATUS_CLOSED);
  must(*chair, close_meeting());
  CHECK(meeting_of(*chair).status() == v1::MEETING_STATUS_CLOSED);
  CHECK(refused(*chair, close_meeting()) == "meeting_closed");
  must(*chair, open_meeting());
  CHECK(meeting_of(*chair).status() == v1::MEETING_STATUS_OPEN);
  CHECK(meeting_of(*chair).closed_at() == 0);
}

TEST_CASE("P8 suspending a meeting pauses the speech under way, takes requests, gives no floor, and going on lets the "
          "speech go on") {
  const ServerProcess server;
  const auto chair = presiding(server);
  const auto kenya = signed_in(server, "KE", Codec::json);
  CHECK(refused(*chair, resume_meeting()) == "meeting_not_suspended");
  list(*chair, {"CL"});
  const auto speech = give_to(*chair, "CL");
  const auto until = must_ahead(*chair, 600'000, [](std::int64_t until) { return suspend(until); });
  CHECK(meeting_of(*chair).status() == v1::MEETING_STATUS_SUSPENDED);
  CHECK(meeting_of(*chair).suspended_until() == until);
  CHECK(floor_of(*chair).speech() == speech.speech());
  const auto paused_at = floor_of(*chair).paused_at();
  CHECK(paused_at >= speech.started_at());
  CHECK(floor_of(*chair).pause_cause() == v1::PAUSE_CAUSE_SUSPENSION);
  must(*kenya, request_floor());
  reaches(*chair, kenya->store().seq());
  CHECK(refused(*chair, give_floor(entry_for(*chair, "KE"))) == "meeting_not_open");
  CHECK(refused(*chair, resume(speech.speech())) == "meeting_not_open");

  must(*chair, resume_meeting());
  CHECK(meeting_of(*chair).status() == v1::MEETING_STATUS_OPEN);
  CHECK(meeting_of(*chair).suspended_until() == 0);
  CHECK(floor_of(*chair).paused_at() == 0);
  CHECK(floor_of(*chair).paused_ms() == log_of(server).back().at("at_ms").get<std::int64_t>() - paused_at);

  must(*chair, pause(speech.speech()));
  must(*chair, suspend());
  CHECK(floor_of(*chair).pause_cause() == v1::PAUSE_CAUSE_CHAIR);
  must(*chair, resume_meeting());
  CHECK(floor_of(*chair).paused_at() > 0);  // the chair paused it, and the chair resumes it
}

TEST_CASE("L14 the log tells every act in its order, as sentences, with who acted and when") {
  const ServerProcess server;
  const auto chair = presiding(server);
  const auto desk = signed_in(server, "desk");
  const auto kenya = signed_in(server, "KE", Codec::json);
  must(*kenya, request_floor());
  CHECK(refused(*kenya, request_floor()) == "already_listed");  // what was refused is no act
  must(*desk, request_floor("CL"));
  reaches(*chair, desk->store().seq());
  const auto speech = give_to(*chair, "KE");
  must(*chair, add_time(speech.speech(), 30'000));
  reaches(*kenya, chair->store().seq());
  must(*kenya, end_speech(speech.speech()));
  must(*desk, withdraw(entry_for(*desk, "CL")));

  struct Line {
    std::string actor, act, sentence;
  };
  const std::vector<Line> expected{
      {"chair", "open_meeting", "The meeting “Day 1, afternoon” opens."},
      {"chair", "open_panel", "The panel “High-level Plenary Panel” is taken up."},
      {"KE", "request_floor", "Kenya asks for the floor in “High-level Plenary Panel” for a statement, place 1."},
      {"desk", "request_floor", "Chile asks for the floor in “High-level Plenary Panel” for a statement, place 2."},
      {"chair", "give_floor", "Kenya has the floor for 3 min."},
      {"chair", "add_time", "Kenya is given 30 s more."},
      {"KE", "end_speech", "The speech of Kenya ended: the delegation gave the floor back."},
      {"desk", "withdraw_entry", "Chile withdraws from the list."},
  };
  const auto log = log_of(server);
  REQUIRE(log.size() > expected.size());
  CHECK(log.at(0).at("act") == "create_session");
  CHECK(log.at(0).at("actor") == "system");
  const auto first = log.size() - expected.size();
  std::int64_t last_at = 0;
  for (std::size_t line = 0; line < expected.size(); ++line) {
    const auto& act = log.at(first + line);
    CHECK(act.at("actor") == expected[line].actor);
    CHECK(act.at("act") == expected[line].act);
    CHECK(act.at("sentences").at(0) == expected[line].sentence);
    CHECK(act.at("at_ms").get<std::int64_t>() >= last_at);
    last_at = act.at("at_ms").get<std::int64_t>();
  }
  CHECK(log.at(first + 4).at("at_ms") == speech.started_at());
}
