// Commands as tests write them.
#pragma once

#include <catch2/catch.hpp>

#include "client/client.hpp"
#include "integration/support/server_process.hpp"

namespace rostrum::test {

inline constexpr auto meeting = "day-1-afternoon";
inline constexpr auto panel = "high-level";

inline v1::Command open_meeting() {
  v1::Command command;
  command.mutable_open_meeting()->set_meeting(meeting);
  return command;
}
inline v1::Command open_panel() {
  v1::Command command;
  command.mutable_open_panel()->set_panel(panel);
  return command;
}
inline v1::Command request_floor(const std::string& delegation = {}) {
  v1::Command command;
  command.mutable_request_floor()->set_panel(panel);
  command.mutable_request_floor()->set_delegation(delegation);
  command.mutable_request_floor()->set_kind(v1::KIND_STATEMENT);
  return command;
}
inline v1::Command give_floor(std::uint32_t entry) {
  v1::Command command;
  command.mutable_give_floor()->set_panel(panel);
  command.mutable_give_floor()->set_entry(entry);
  return command;
}
inline v1::Command end_speech(std::uint32_t speech) {
  v1::Command command;
  command.mutable_end_speech()->set_speech(speech);
  return command;
}
/// An act whose patch has about so many bytes.
inline v1::Command set_title(const std::string& title) {
  v1::Command command;
  command.mutable_set_panel_title()->set_panel(panel);
  (*command.mutable_set_panel_title()->mutable_title())["en"] = title;
  return command;
}

/// A client that has signed in and holds the session.
inline std::unique_ptr<client::Client> signed_in(const ServerProcess& server, const std::string& who,
                                                 client::Codec codec = client::Codec::protobuf,
                                                 client::Store held = {}) {
  auto client = client::Client::connect({.port = server.port()}, codec, std::move(held));
  if (!client) FAIL("cannot connect: " << client.error().why);
  auto hello = (*client)->sign_in(server.code(who));
  if (!hello) FAIL("cannot sign in as " << who << ": " << hello.error().why);
  return *std::move(client);
}

/// Acts, and has to be acknowledged.
inline v1::Ack must(client::Client& client, v1::Command command) {
  auto answer = client.act(std::move(command));
  if (!answer) FAIL("no answer: " << answer.error().why);
  if (const auto* rejection = std::get_if<v1::Rejection>(&*answer)) FAIL("rejected: " << rejection->code());
  return std::get<v1::Ack>(*answer);
}

/// Acts, and has to be refused: why.
inline std::string refused(client::Client& client, v1::Command command) {
  auto answer = client.act(std::move(command));
  if (!answer) FAIL("no answer: " << answer.error().why);
  return std::holds_alternative<v1::Rejection>(*answer) ? std::get<v1::Rejection>(*answer).code() : "accepted";
}

/// Waits until the client is as far as that.
inline void reaches(client::Client& client, std::uint64_t seq) {
  const auto reached = client.until([&] { return client.store().seq() >= seq; });
  if (!reached) FAIL("did not reach " << seq << ": " << reached.error().why);
}

/// What a client sees, as text that can be compared.
inline std::map<std::string, std::string> picture(const client::Store& store) {
  std::map<std::string, std::string> out;
  for (const auto* entities : {&store.entities(), &store.private_entities()}) {
    for (const auto& [key, entity] : *entities) out[key] = entity.DebugString();
  }
  return out;
}

inline int count(const client::Client& client, v1::ServerItem::ItemCase kind) {
  int found = 0;
  for (const auto& item : client.items()) found += item.item_case() == kind ? 1 : 0;
  return found;
}

}  // namespace rostrum::test
