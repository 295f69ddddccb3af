#include "bench/acting.hpp"

#include <algorithm>

#include "client/floor.hpp"
#include "load/failed.hpp"

namespace rostrum::bench {

namespace {

using load::Failed;

constexpr load::Nanos answer_within = 60 * load::second_ns;
// Far from its end, so that nothing falls due meanwhile.
constexpr std::int64_t limit_least_ms = 3'600'000;
constexpr std::int64_t limits = 3'600'000;

/// Of this process, whoever acts: no two acts are alike.
std::int64_t acts_before() {
  static std::int64_t acts = 0;
  return acts++;
}

}  // namespace

void Acting::join(const load::Address& at, const std::string& code) {
  code_ = code;
  connect(at, 0);
  if (!loop_.run_until([this] { return joined_; }, load::now_ns() + answer_within))
    throw Failed("who acts cannot sign in");
  if (speech_ == 0) throw Failed("who acts sees no speech under way");
}

void Acting::opened() { send(load::sign_in(load::Codec::protobuf, code_, {}, 0)); }

void Acting::ended(const std::string& why) { throw Failed("the line of who acts ended: " + why); }

void Acting::received(std::string_view message, load::Nanos at) {
  v1::ServerFrame frame;
  if (!frame.ParseFromArray(message.data(), static_cast<int>(message.size())))
    throw Failed("who acts cannot read a message");
  for (const v1::ServerItem& item : frame.items()) {
    if (item.has_refusal()) throw Failed("who acts is refused: " + item.refusal().code());
    if (item.has_snapshot()) look_for_speech(item.snapshot());
    if (item.has_ack()) take(item.ack(), at);
    if (item.has_rejection()) take(item.rejection());
  }
}

void Acting::look_for_speech(const v1::Snapshot& snapshot) {
  joined_ = true;
  for (const v1::Entity& entity : snapshot.entities())
    if (entity.has_floor()) speech_ = std::max(speech_, client::speaking(entity.floor()).speech());
}

void Acting::take(const v1::Ack& ack, load::Nanos at) {
  const auto sent = under_way_.extract(ack.command_id());
  if (sent.empty()) throw Failed("an answer to nothing");
  last_ = std::max(last_, ack.seq());
  if (acknowledged_) acknowledged_(ack.seq(), sent.mapped().due, at);
}

void Acting::take(const v1::Rejection& rejection) {
  const auto sent = under_way_.find(rejection.command_id());
  if (sent == under_way_.end()) throw Failed("an answer to nothing");
  if (rejection.code() != "unconfirmed") throw Failed("an act was rejected: " + rejection.code());
  send_command(sent->second.command);
}

void Acting::act(load::Nanos due) {
  const std::int64_t number = acts_before();
  v1::Command command;
  command.set_id("bench-" + std::to_string(load::now_ns()) + '-' + std::to_string(number));
  command.mutable_set_speech_limit()->set_speech(speech_);
  command.mutable_set_speech_limit()->set_limit_ms(limit_least_ms + number % limits);
  send_command(command);
  const std::string id = command.id();
  under_way_.emplace(id, Sent{.due = due, .command = std::move(command)});
}

void Acting::send_command(const v1::Command& command) {
  v1::ClientFrame frame;
  *frame.add_items()->mutable_command() = command;
  send(frame.SerializeAsString());
}

void Acting::finish() {
  if (!loop_.run_until([this] { return under_way_.empty(); }, load::now_ns() + answer_within))
    throw Failed("an act is not answered");
}

}  // namespace rostrum::bench
