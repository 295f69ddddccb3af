#include "wire/node_message.hpp"

#include <algorithm>

#include "wire/command.hpp"
#include "wire/protobuf.hpp"
#include "wire/terms.hpp"

#include "rostrum/v1/nodes.pb.h"

namespace rostrum::wire {

namespace {

using wire::put;

std::string bytes_of(const Digest& digest) { return std::string(as_bytes(digest)); }

std::optional<Digest> digest_of(const std::string& bytes) {
  Digest digest;
  if (bytes.size() != digest.size()) return std::nullopt;
  std::ranges::copy(bytes, digest.begin());
  return digest;
}

// ---- out

void put(v1::NodeMessage& into, const Bell& bell) {
  v1::NodeBell& to = *into.mutable_bell();
  to.set_term(bell.term.value);
  to.set_writer(bell.writer);
  to.set_seq(bell.seq.value);
  to.set_digest(bytes_of(bell.digest));
  if (bell.commit) {
    to.mutable_commit()->set_bytes(bell.commit->bytes);
    to.mutable_commit()->set_beside(bell.commit->beside);
  }
  to.set_now(bell.now.value);
  if (bell.successor) to.set_successor(*bell.successor);
  to.set_held(bell.held);
}

void put(v1::NodeMessage& into, const Present& present) {
  v1::NodePresent& to = *into.mutable_present();
  to.set_who(present.who);
  if (present.now) to.set_now(present.now->value);
}

void put(v1::NodeMessage& into, const Here& here) {
  v1::NodeHere& to = *into.mutable_here();
  to.set_who(here.who);
  to.set_number(here.number);
  for (const DelegationId& delegation : here.delegations) to.add_delegations(delegation.value);
  to.set_with_seats(here.devices.has_value());
  if (!here.devices) return;
  for (const auto& [seat, count] : *here.devices) (*to.mutable_devices())[seat.value] = count;
}

void put(v1::NodeMessage& into, const Forward& forward) {
  v1::NodeForward& to = *into.mutable_forward();
  to.set_from(forward.from);
  to.set_number(forward.number);
  to.set_term(forward.term.value);
  to.set_grant(forward.grant.value);
  to.set_present(forward.present);
  put(*to.mutable_command(), forward.command.command);
  to.mutable_command()->set_id(forward.command.id);
  to.mutable_command()->set_expires_at(or_zero(forward.command.expires_at));
  to.set_digest(bytes_of(forward.command.digest));
}

void put(v1::NodeMessage& into, const Answered& answered) {
  v1::NodeAnswer& to = *into.mutable_answer();
  to.set_to(answered.to);
  to.set_number(answered.number);
  to.set_term(answered.term.value);
  to.set_as_of(answered.as_of.value);
  if (const auto* accepted = std::get_if<council::Accepted>(&answered.answer)) {
    v1::Ack& ack = *to.mutable_accepted();
    ack.set_seq(accepted->act.seq.value);
    ack.set_index(accepted->act.index);
    for (const council::Act& act : accepted->inverse) put(*ack.add_inverse(), act);
  } else {
    const auto& rejection = std::get<council::Rejection>(answered.answer);
    to.mutable_rejected()->set_code(std::string(council::name(rejection.code)));
    to.mutable_rejected()->mutable_details()->insert(rejection.details.begin(), rejection.details.end());
  }
}

// ---- in

std::optional<NodeMessage> message_of(const v1::NodeBell& from) {
  const auto digest = digest_of(from.digest());
  if (!digest) return std::nullopt;
  Bell bell{.term = {from.term()},
            .writer = from.writer(),
            .seq = {from.seq()},
            .digest = *digest,
            .commit = {},
            .now = {from.now()},
            .successor = {},
            .held = from.held()};
  if (from.has_commit())
    bell.commit = std::make_shared<const StoredCommit>(
        StoredCommit{.bytes = from.commit().bytes(), .beside = from.commit().beside()});
  if (from.has_successor()) bell.successor = from.successor();
  return bell;
}

std::optional<NodeMessage> message_of(const v1::NodePresent& from) {
  Present present{.who = from.who(), .now = {}};
  if (from.has_now()) present.now = Instant{from.now()};
  return present;
}

std::optional<NodeMessage> message_of(const v1::NodeHere& from) {
  Here here{.who = from.who(), .number = from.number(), .delegations = {}, .devices = {}};
  for (const std::string& delegation : from.delegations()) here.delegations.insert({delegation});
  if (!from.with_seats()) return here;
  here.devices.emplace();
  for (const auto& [seat, count] : from.devices()) here.devices->emplace(SeatId{seat}, count);
  return here;
}

std::optional<NodeMessage> message_of(const v1::NodeForward& from) {
  const auto digest = digest_of(from.digest());
  auto command = command_of(from.command());
  if (!digest || !command) return std::nullopt;
  return Forward{.from = from.from(),
                 .number = from.number(),
                 .term = {from.term()},
                 .grant = {from.grant()},
                 .present = from.present(),
                 .command = {.id = from.command().id(),
                             .expires_at = unless_zero(from.command().expires_at()),
                             .command = *std::move(command),
                             .digest = *digest}};
}

std::optional<council::Answer> answer_of(const v1::Ack& from) {
  council::Accepted accepted{.act = {.seq = {from.seq()}, .index = from.index()}, .inverse = {}};
  for (const v1::Command& inverse : from.inverse()) {
    auto act = act_of(inverse);
    if (!act) return std::nullopt;
    accepted.inverse.push_back(*std::move(act));
  }
  return accepted;
}

std::optional<council::Answer> answer_of(const v1::Rejection& from) {
  const auto code = std::ranges::find(council::all_codes(), from.code(), [](council::Code each) { return name(each); });
  if (code == council::all_codes().end()) return std::nullopt;
  council::Rejection rejection{.code = *code, .details = {}};
  for (std::string_view names = council::detail_names(*code); !names.empty();) {  // in the order of the table
    const auto end = std::min(names.find(' '), names.size());
    const auto detail = from.details().find(std::string(names.substr(0, end)));
    if (detail != from.details().end()) rejection.details.emplace_back(detail->first, detail->second);
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return rejection;
}

std::optional<NodeMessage> message_of(const v1::NodeAnswer& from) {
  if (from.is_case() == v1::NodeAnswer::IS_NOT_SET) return std::nullopt;
  auto answer = from.has_accepted() ? answer_of(from.accepted()) : answer_of(from.rejected());
  if (!answer) return std::nullopt;
  return Answered{.to = from.to(),
                  .number = from.number(),
                  .term = {from.term()},
                  .answer = *std::move(answer),
                  .as_of = {from.as_of()}};
}

}  // namespace

std::string encode(const NodeMessage& message) {
  v1::NodeMessage encoded;
  std::visit([&encoded](const auto& is) { put(encoded, is); }, message);
  return serialized(encoded);
}

std::optional<NodeMessage> decode_node_message(std::string_view bytes) {
  v1::NodeMessage message;
  if (!parse(message, bytes)) return std::nullopt;
  switch (message.is_case()) {
  case v1::NodeMessage::kBell:
    return message_of(message.bell());
  case v1::NodeMessage::kPresent:
    return message_of(message.present());
  case v1::NodeMessage::kForward:
    return message_of(message.forward());
  case v1::NodeMessage::kAnswer:
    return message_of(message.answer());
  case v1::NodeMessage::kHere:
    return message_of(message.here());
  case v1::NodeMessage::IS_NOT_SET:
    break;
  }
  return std::nullopt;
}

}  // namespace rostrum::wire
