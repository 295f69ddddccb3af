// Commands of the whole hall: points of order, statements, signals, notices, help, sign-ins; and what a test looks at.
#pragma once

#include "integration/support/floor.hpp"

namespace rostrum::test {

inline v1::Command raise_point(const std::string& note = {}, const std::string& delegation = {}) {
  v1::Command command;
  auto& raise = *command.mutable_raise_point_of_order();
  raise.set_panel(panel);
  raise.set_note(note);
  raise.set_delegation(delegation);
  return command;
}
inline v1::Command recognise(std::uint32_t entry) {
  v1::Command command;
  command.mutable_recognise_point_of_order()->set_entry(entry);
  return command;
}
inline v1::Command rule(std::uint32_t entry, v1::Ruling ruling) {
  v1::Command command;
  command.mutable_rule_point_of_order()->set_entry(entry);
  command.mutable_rule_point_of_order()->set_ruling(ruling);
  return command;
}
inline v1::Command remove_entry(std::uint32_t entry) {
  v1::Command command;
  command.mutable_remove_entry()->set_entry(entry);
  return command;
}
inline v1::Command restore_entry(std::uint32_t entry) {
  v1::Command command;
  command.mutable_restore_entry()->set_entry(entry);
  return command;
}
inline v1::Command file_in_writing(std::uint32_t entry) {
  v1::Command command;
  command.mutable_file_in_writing()->set_entry(entry);
  return command;
}
inline v1::Command answer_stand_by(std::uint32_t entry) {
  v1::Command command;
  command.mutable_answer_stand_by()->set_entry(entry);
  return command;
}
inline v1::Command clear_stand_by(std::uint32_t entry) {
  v1::Command command;
  command.mutable_clear_stand_by()->set_entry(entry);
  return command;
}
inline v1::Command skip(std::uint32_t entry) {
  v1::Command command;
  command.mutable_skip_entry()->set_entry(entry);
  return command;
}
inline v1::Command return_speaker() {
  v1::Command command;
  command.mutable_return_speaker()->set_panel(panel);
  return command;
}
inline v1::Command invite_guest(const std::string& name, const std::string& body) {
  v1::Command command;
  auto& ask = *command.mutable_request_floor();
  ask.set_panel(panel);
  ask.set_kind(v1::KIND_STATEMENT);
  ask.mutable_speaker()->set_name(name);
  ask.set_body(body);
  return command;
}
inline v1::Command close_meeting() {
  v1::Command command;
  command.mutable_close_meeting()->set_meeting(meeting);
  return command;
}
inline v1::Command suspend(std::int64_t until = 0, std::int64_t list_closes_at = 0) {
  v1::Command command;
  command.mutable_suspend_meeting()->set_meeting(meeting);
  command.mutable_suspend_meeting()->set_until(until);
  command.mutable_suspend_meeting()->set_list_closes_at(list_closes_at);
  return command;
}

inline v1::Command submit(std::uint32_t entry, const std::string& text, const std::string& language = "en") {
  v1::Command command;
  auto& statement = *command.mutable_submit_statement();
  statement.set_entry(entry);
  statement.set_language(language);
  statement.set_text(text);
  statement.set_format(v1::TEXT_FORMAT_PLAIN);
  statement.set_delivery(v1::DELIVERY_CHECK_AGAINST_DELIVERY);
  return command;
}
inline v1::Command release(std::uint32_t entry) {
  v1::Command command;
  command.mutable_release_statement()->set_entry(entry);
  return command;
}
inline v1::Command plan_release(std::uint32_t entry, std::int64_t releases_at) {
  v1::Command command;
  command.mutable_plan_statement_release()->set_entry(entry);
  command.mutable_plan_statement_release()->set_releases_at(releases_at);
  return command;
}
inline v1::Command reach(std::uint32_t speech, std::uint32_t paragraph) {
  v1::Command command;
  command.mutable_reach_paragraph()->set_speech(speech);
  command.mutable_reach_paragraph()->set_paragraph(paragraph);
  return command;
}

inline v1::Command raise_signal(v1::SignalKind kind) {
  v1::Command command;
  command.mutable_raise_signal()->set_kind(kind);
  return command;
}
inline v1::Command mark_seen(std::uint32_t signal) {
  v1::Command command;
  command.mutable_mark_signal_seen()->set_signal(signal);
  return command;
}
inline v1::Command end_signal(std::uint32_t signal) {
  v1::Command command;
  command.mutable_end_signal()->set_signal(signal);
  return command;
}

inline v1::Command notice(const v1::NoticeTo& to, const std::string& text) {
  v1::Command command;
  *command.mutable_send_notice()->mutable_to() = to;
  (*command.mutable_send_notice()->mutable_text())["en"] = text;
  return command;
}
inline v1::NoticeTo to_all() {
  v1::NoticeTo to;
  to.set_all(true);
  return to;
}
inline v1::NoticeTo to_audience(v1::Audience audience) {
  v1::NoticeTo to;
  to.set_audience(audience);
  return to;
}
inline v1::NoticeTo to_delegation(const std::string& delegation) {
  v1::NoticeTo to;
  to.set_delegation(delegation);
  return to;
}
inline v1::Command withdraw_notice(std::uint32_t notice) {
  v1::Command command;
  command.mutable_withdraw_notice()->set_notice(notice);
  return command;
}
inline v1::Command request_help(const std::string& note = {}) {
  v1::Command command;
  command.mutable_request_help()->set_note(note);
  return command;
}
inline v1::Command take_help(std::uint32_t help) {
  v1::Command command;
  command.mutable_take_help()->set_help(help);
  return command;
}
inline v1::Command close_help(std::uint32_t help) {
  v1::Command command;
  command.mutable_close_help()->set_help(help);
  return command;
}

inline v1::Command revoke_seat(const std::string& seat) {
  v1::Command command;
  command.mutable_revoke_seat()->set_seat(seat);
  return command;
}
inline v1::Command issue_code(const std::string& seat) {
  v1::Command command;
  command.mutable_issue_code()->set_seat(seat);
  return command;
}

/// Whether the client holds an entity of that key.
inline bool holds(const client::Client& client, const std::string& key) { return client.store().find(key) != nullptr; }

/// The point of order that the desk's audience sees of a delegation; none where it sees none.
inline const v1::PointOfOrder* point_of(const client::Client& client, const std::string& delegation) {
  for (const auto& [key, entity] : client.store().entities())
    if (entity.has_point_of_order() && entity.point_of_order().delegation() == delegation)
      return &entity.point_of_order();
  return nullptr;
}

/// The statement of an entry as the client sees it, its own or the shared one; none where it sees none.
inline const v1::Statement* statement_of(const client::Client& client, std::uint32_t entry) {
  for (const auto* entities : {&client.store().private_entities(), &client.store().entities()})
    for (const auto& [key, entity] : *entities)
      if (entity.has_statement() && entity.statement().entry() == entry) return &entity.statement();
  return nullptr;
}

/// Every byte that a client was sent, as text: to look for what should not be there.
inline std::string everything_sent(const client::Client& client) {
  std::string all;
  for (const auto& item : client.items()) all += item.DebugString();
  return all;
}

}  // namespace rostrum::test
