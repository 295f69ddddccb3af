// What the server sends: each item in a frame of its own, so that frames may be joined.
#include "wire/command.hpp"
#include "wire/entity.hpp"
#include "wire/frames.hpp"
#include "wire/json.hpp"
#include "wire/protobuf.hpp"
#include "wire/question.hpp"
#include "wire/terms.hpp"

#include "rostrum/v1/envelope.pb.h"

namespace rostrum::wire {

namespace {

using wire::put;
using EntityField = google::protobuf::RepeatedPtrField<v1::Entity>;
using KeyField = google::protobuf::RepeatedPtrField<std::string>;

void put_entities(EntityField& into, const Entities& entities) {
  into.Reserve(static_cast<int>(entities.size()));
  for (const auto& [key, entity] : entities) put(*into.Add(), key, entity);
}

void put_keys(KeyField& into, const std::vector<views::Key>& keys) {
  for (const views::Key& key : keys) into.Add(key.text());
}

void put_position(v1::Position& into, const Position& position) {
  into.set_session(position.session.value);
  into.set_epoch(position.epoch);
  into.set_audience(to_wire(position.audience));
  into.set_delegation(or_empty(position.delegation));
  into.set_seq(position.seq.value);
}

v1::LedgerIs in_wire(LedgerStanding::Is is) {
  switch (is) {
  case LedgerStanding::Is::well:
    return v1::LEDGER_IS_WELL;
  case LedgerStanding::Is::held:
    return v1::LEDGER_IS_HELD;
  case LedgerStanding::Is::out_of_touch:
    break;
  }
  return v1::LEDGER_IS_OUT_OF_TOUCH;
}

/// Writes an item into the field of its kind.
class Putting {
 public:
  explicit Putting(v1::ServerItem& into) : into_(into) {}

  void operator()(const Hello& item) const {
    v1::Hello& hello = *into_.mutable_hello();
    hello.set_session(item.session.value);
    hello.set_epoch(item.epoch);
    hello.set_role(to_wire(item.role));
    hello.set_audience(to_wire(item.audience));
    hello.set_seat(item.seat.value);
    hello.set_delegation(or_empty(item.delegation));
    if (item.person) put(*hello.mutable_person(), *item.person);
    hello.set_server_at(item.server_at.value);
    hello.set_clock_speed(item.clock_speed);
    hello.set_language(item.language);
    hello.set_version(item.version);
    hello.set_resumed(item.resumed);
    for (const std::string& origin : item.elsewhere) hello.add_elsewhere(origin);
  }
  void operator()(const Snapshot& item) const {
    v1::Snapshot& snapshot = *into_.mutable_snapshot();
    put_position(*snapshot.mutable_position(), item.position);
    put_entities(*snapshot.mutable_entities(), item.entities);
  }
  void operator()(const Patch& item) const {
    v1::Patch& patch = *into_.mutable_patch();
    patch.set_seq(item.seq.value);
    put_entities(*patch.mutable_upserts(), item.upserts);
    put_keys(*patch.mutable_removals(), item.removals);
  }
  void operator()(const PrivateSnapshot& item) const {
    put_entities(*into_.mutable_private_snapshot()->mutable_entities(), item.entities);
  }
  void operator()(const PrivatePatch& item) const {
    v1::PrivatePatch& patch = *into_.mutable_private_patch();
    put_entities(*patch.mutable_upserts(), item.upserts);
    put_keys(*patch.mutable_removals(), item.removals);
  }
  void operator()(const Ack& item) const {
    v1::Ack& ack = *into_.mutable_ack();
    ack.set_command_id(item.command_id);
    ack.set_seq(item.act.seq.value);
    ack.set_index(item.act.index);
    for (const council::Act& act : item.inverse) put(*ack.add_inverse(), act);
  }
  void operator()(const Rejected& item) const {
    v1::Rejection& rejection = *into_.mutable_rejection();
    rejection.set_command_id(item.command_id);
    rejection.set_code(std::string(council::name(item.rejection.code)));
    rejection.mutable_details()->insert(item.rejection.details.begin(), item.rejection.details.end());
  }
  void operator()(const TimeReply& item) const {
    v1::TimeReply& reply = *into_.mutable_time_reply();
    reply.set_client_at(item.client_at);
    reply.set_server_at(item.server_at.value);
  }
  void operator()(const Refusal& item) const {
    v1::Refusal& refusal = *into_.mutable_refusal();
    refusal.set_code(item.code);
    refusal.set_reconnect(item.reconnect);
  }
  void operator()(const Presence& item) const {
    v1::Presence& presence = *into_.mutable_presence();
    presence.set_whole(item.whole);
    for (const auto& [seat, devices] : item.seats) {
      v1::SeatPresence& of_seat = *presence.add_seats();
      of_seat.set_seat(seat.value);
      of_seat.set_devices(devices);
    }
  }
  void operator()(const Log& item) const {
    v1::Log& log = *into_.mutable_log();
    log.set_id(item.id);
    for (const LogLine& line : item.lines) put_line(*log.add_lines(), line);
    if (item.next_before) log.set_next_before(item.next_before->value);
  }
  void operator()(const SignInSheet& item) const {
    v1::SignInSheet& sheet = *into_.mutable_sign_in_sheet();
    sheet.set_id(item.id);
    sheet.set_html(item.html);
  }
  void operator()(const LedgerStanding& item) const {
    v1::LedgerStanding& standing = *into_.mutable_standing();
    standing.set_is(in_wire(item.is));
    standing.set_since(item.since.value);
    standing.set_why(item.why);
    for (const auto& [server, why] : item.away) {
      v1::ServerAway& away = *standing.add_away();
      away.set_server(server);
      away.set_why(why);
    }
  }
  void operator()(const Answer& item) const {
    v1::Answer& answer = *into_.mutable_answer();
    answer.set_id(item.id);
    put(answer, item.reply);
  }

 private:
  static void put_line(v1::LogLine& into, const LogLine& line) {
    into.set_seq(line.seq.value);
    into.set_index(line.index);
    into.set_at(line.at.value);
    into.set_actor(line.actor.value);
    into.set_event(line.event);
    into.mutable_details()->insert(line.details.begin(), line.details.end());
  }

  v1::ServerItem& into_;
};

}  // namespace

std::string encode(Codec codec, const ServerItem& item) {
  v1::ServerFrame frame;
  std::visit(Putting(*frame.add_items()), item);
  return codec == Codec::json ? json_of(frame) : serialized(frame);
}

}  // namespace rostrum::wire
