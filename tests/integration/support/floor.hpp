// What a test looks at in a client's picture of a panel, more commands, and ways to let a deadline pass that wait for
// the server to say so.
#pragma once

#include <algorithm>
#include <functional>

#include <nlohmann/json.hpp>

#include "client/floor.hpp"
#include "integration/support/acts.hpp"

namespace rostrum::test {

/// For tests that say more than a person could.
inline constexpr auto without_rates = "items_per_second_max=100000,items_burst_max=100000";
/// At speed 20, half a second is ten on the session's clock.
inline constexpr auto fast_clock = "2005-11-29T14:55+01:00,20";
/// A panel whose list tests use as an alarm clock.
inline constexpr auto alarm_panel = "year-in-review";

inline const v1::Panel& panel_of(const client::Client& client, const std::string& id = panel) {
  const auto* found = client.store().find("panel/" + id);
  REQUIRE(found != nullptr);
  return found->panel();
}
inline const v1::Queue& queue_of(const client::Client& client, const std::string& id = panel) {
  const auto* found = client.store().find("queue/" + id);
  REQUIRE(found != nullptr);
  return found->queue();
}
inline const v1::Floor& whole_floor_of(const client::Client& client, const std::string& id = panel) {
  const auto* found = client.store().find("floor/" + id);
  REQUIRE(found != nullptr);
  return found->floor();
}
/// Who may speak now.
inline const v1::Holding& floor_of(const client::Client& client, const std::string& id = panel) {
  return client::speaking(whole_floor_of(client, id));
}
inline const v1::Entry& entry_of(const client::Client& client, std::uint32_t id) {
  const auto* found = client.store().find("entry/" + std::to_string(id));
  REQUIRE(found != nullptr);
  return found->entry();
}
inline const v1::Meeting& meeting_of(const client::Client& client, const std::string& id = meeting) {
  const auto* found = client.store().find("meeting/" + id);
  REQUIRE(found != nullptr);
  return found->meeting();
}
/// What a delegation is told of its own; none where it is told nothing.
inline const v1::Standing* standing_of(const client::Client& client, const std::string& delegation) {
  const auto* found = client.store().find("standing/" + delegation);
  return found ? &found->standing() : nullptr;
}

/// The delegations on the list, from the head on.
inline std::vector<std::string> listed(const client::Client& client, const std::string& id = panel) {
  std::vector<std::string> out;
  for (const auto entry : queue_of(client, id).entries()) out.push_back(entry_of(client, entry).delegation());
  return out;
}
using List = std::vector<std::string>;

/// The entry of a delegation on the list.
inline std::uint32_t entry_for(const client::Client& client, const std::string& delegation) {
  for (const auto entry : queue_of(client).entries()) {
    if (entry_of(client, entry).delegation() == delegation) return entry;
  }
  FAIL(delegation << " is not on the list");
  return 0;
}

/// What the patch of that position set under `key`; none where it set nothing there.
inline const v1::Entity* patched(const client::Client& client, std::uint64_t seq, const std::string& key) {
  for (const auto& item : client.items()) {
    if (!item.has_patch() || item.patch().seq() != seq) continue;
    for (const auto& entity : item.patch().upserts()) {
      if (entity.key() == key) return &entity;
    }
  }
  return nullptr;
}

/// Waits until what the client sees is so.
inline void sees(client::Client& client, const std::function<bool()>& so) {
  const auto seen = client.until(so, std::chrono::seconds(60));
  if (!seen) FAIL("it did not come to be seen: " << seen.error().why);
}
inline void sees_list(client::Client& client, v1::ListStatus status, const std::string& id = panel) {
  sees(client, [&] { return panel_of(client, id).list_status() == status; });
}

/// The session's clock.
inline std::int64_t now(client::Client& client) {
  const auto reply = client.probe(0);
  if (!reply) FAIL("no time: " << reply.error().why);
  return reply->server_at();
}

inline v1::Command open_list(const std::string& id = panel) {
  v1::Command command;
  command.mutable_open_list()->set_panel(id);
  return command;
}
inline v1::Command close_list(const std::string& id = panel) {
  v1::Command command;
  command.mutable_close_list()->set_panel(id);
  return command;
}
inline v1::Command announce_closing(std::int64_t closes_at, const std::string& id = panel) {
  v1::Command command;
  command.mutable_announce_list_closing()->set_panel(id);
  command.mutable_announce_list_closing()->set_closes_at(closes_at);
  return command;
}
inline v1::Command plan_opening(std::int64_t opens_at, const std::string& id = panel) {
  v1::Command command;
  command.mutable_plan_list_opening()->set_panel(id);
  command.mutable_plan_list_opening()->set_opens_at(opens_at);
  return command;
}
inline v1::Command ask_as(v1::Kind kind, const std::string& delegation = {}, const std::string& on_behalf_of = {}) {
  auto command = request_floor(delegation);
  command.mutable_request_floor()->set_kind(kind);
  command.mutable_request_floor()->set_on_behalf_of(on_behalf_of);
  return command;
}
inline v1::Command withdraw(std::uint32_t entry) {
  v1::Command command;
  command.mutable_withdraw_entry()->set_entry(entry);
  return command;
}
inline v1::Command give_panellist(const std::string& panellist) {
  v1::Command command;
  command.mutable_give_floor()->set_panel(panel);
  command.mutable_give_floor()->set_panellist(panellist);
  return command;
}
inline v1::Command pause(std::uint32_t speech) {
  v1::Command command;
  command.mutable_pause_speech()->set_speech(speech);
  return command;
}
inline v1::Command resume(std::uint32_t speech) {
  v1::Command command;
  command.mutable_resume_speech()->set_speech(speech);
  return command;
}
inline v1::Command add_time(std::uint32_t speech, std::int64_t added_ms) {
  v1::Command command;
  command.mutable_add_time()->set_speech(speech);
  command.mutable_add_time()->set_added_ms(added_ms);
  return command;
}
inline v1::Command set_limit(v1::LimitOf of, std::int64_t limit_ms, bool also_under_way = false) {
  v1::Command command;
  command.mutable_set_limit()->set_panel(panel);
  command.mutable_set_limit()->set_of(of);
  command.mutable_set_limit()->set_limit_ms(limit_ms);
  command.mutable_set_limit()->set_also_under_way(also_under_way);
  return command;
}
inline v1::Command set_at_limit(v1::AtLimit at_limit, std::int64_t grace_ms) {
  v1::Command command;
  command.mutable_set_at_limit()->set_panel(panel);
  command.mutable_set_at_limit()->set_at_limit(at_limit);
  command.mutable_set_at_limit()->set_grace_ms(grace_ms);
  return command;
}
inline v1::Command set_policy(v1::OrderPolicy policy) {
  v1::Command command;
  command.mutable_set_order_policy()->set_panel(panel);
  command.mutable_set_order_policy()->set_policy(policy);
  return command;
}

/// The chair at an open panel.
inline std::unique_ptr<client::Client> presiding(const ServerProcess& server) {
  auto chair = signed_in(server, "chair");
  must(*chair, open_meeting());
  must(*chair, open_panel());
  return chair;
}

/// Asks for delegations, one after the other; the entry of the last.
inline std::uint32_t list(client::Client& chair, const List& delegations) {
  for (const auto& delegation : delegations) must(chair, request_floor(delegation));
  return queue_of(chair).entries(queue_of(chair).entries_size() - 1);
}

/// Gives the floor to a delegation that waits; how it holds the floor then.
inline v1::Holding give_to(client::Client& chair, const std::string& delegation) {
  const auto given = must(chair, give_floor(entry_for(chair, delegation)));
  return client::speaking(patched(chair, given.seq(), "floor/" + std::string(panel))->floor());
}

/// Has an act that names an instant `ahead_ms` from now accepted, however slow the machine is; the instant.
inline std::int64_t must_ahead(client::Client& client, std::int64_t ahead_ms,
                               const std::function<v1::Command(std::int64_t)>& act, v1::Ack* ack = nullptr) {
  for (; ahead_ms < 3'600'000; ahead_ms *= 2) {
    const auto at = now(client) + ahead_ms;
    const auto answer = client.act(act(at));
    if (!answer) FAIL("no answer: " << answer.error().why);
    if (const auto* done = std::get_if<v1::Ack>(&*answer)) {
      if (ack) *ack = *done;
      return at;
    }
    REQUIRE(std::get<v1::Rejection>(*answer).code() == "instant_passed");
  }
  FAIL("the machine is too slow for an hour");
  return 0;
}

/// Waits until the session's clock has passed `at`: the server closes another panel's list then.
inline void passes(client::Client& chair, std::int64_t at) {
  if (panel_of(chair, alarm_panel).list_status() != v1::LIST_STATUS_OPEN) must(chair, open_list(alarm_panel));
  const auto answer = chair.act(announce_closing(at, alarm_panel));
  if (!answer) FAIL("no answer: " << answer.error().why);
  if (const auto* rejection = std::get_if<v1::Rejection>(&*answer)) {
    REQUIRE(rejection->code() == "instant_passed");
    return;
  }
  sees_list(chair, v1::LIST_STATUS_CLOSED, alarm_panel);
}

/// What the log tells of a session, as rostrumctl writes it: acts with name, at_ms, actor, act and sentences.
[[nodiscard]] nlohmann::json log_of(const ServerProcess& server);

}  // namespace rostrum::test
