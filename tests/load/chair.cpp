#include "load/chair.hpp"

#include <algorithm>
#include <utility>

#include "client/floor.hpp"
#include "load/failed.hpp"

namespace rostrum::load {

namespace {

constexpr Nanos answer_within = 60 * second_ns;
/// Limits of the speech in turn, in milliseconds: none is what a programme sets.
constexpr std::int64_t limit_one_ms = 175'000;
constexpr std::int64_t limit_other_ms = 185'000;

}  // namespace

void Chair::opened() { send(load::sign_in(Codec::protobuf, code_, {}, 0)); }

void Chair::ended(const std::string& why) { throw Failed("the chair's connection ended: " + why); }

void Chair::received(std::string_view message, Nanos at) {
  v1::ServerFrame frame;
  if (!frame.ParseFromArray(message.data(), static_cast<int>(message.size())))
    throw Failed("the chair cannot read a message");
  for (const v1::ServerItem& item : frame.items()) {
    if (item.has_refusal()) throw Failed("the chair is refused: " + item.refusal().code());
    if (!store_.apply(item)) throw Failed("the chair misses a patch");
    if (item.has_snapshot()) ready_ = true;
    if (!item.has_ack() && !item.has_rejection()) continue;
    if (due_.empty()) throw Failed("an answer to nothing");
    const Nanos due = std::exchange(due_.front(), 0);
    due_.pop_front();
    rejected_ = item.has_rejection() ? item.rejection().code() : std::string();
    if (!acknowledged_) continue;
    if (item.has_rejection()) throw Failed("an act was rejected: " + rejected_);
    acknowledged_after_.add(at - due);
    acknowledged_(item.ack().seq(), due);
  }
}

void Chair::sign_in_with(const Address& to, const std::string& code) {
  code_ = code;
  connect(to, 0);
  if (!loop_.run_until([&] { return ready_; }, now_ns() + answer_within)) throw Failed("the chair cannot sign in");
}

void Chair::send_command(v1::Command command) {
  command.set_id("load-" + std::to_string(now_ns()) + '-' + std::to_string(++sent_));
  v1::ClientFrame frame;
  *frame.add_items()->mutable_command() = std::move(command);
  send(frame.SerializeAsString());
}

bool Chair::ask(v1::Command command) {
  due_.push_back(now_ns());
  send_command(std::move(command));
  if (!loop_.run_until([&] { return due_.empty(); }, now_ns() + answer_within))
    throw Failed("the chair gets no answer");
  return rejected_.empty();
}

std::vector<std::string> Chair::panels() const {
  const v1::Entity* session = store_.find("session");
  if (session == nullptr) throw Failed("the chair sees no session");
  std::vector<std::string> out;
  for (const std::string& id : session->session().panels()) {
    const v1::Entity* panel = store_.find("panel/" + id);
    if (panel != nullptr && !panel->panel().draft() && panel->panel().status() != v1::PANEL_STATUS_CLOSED)
      out.push_back(id);
  }
  return out;
}

void Chair::open(const std::string& panel) {
  v1::Command meeting;
  meeting.mutable_open_meeting()->set_meeting(store_.find("panel/" + panel)->panel().meeting());
  ask(meeting);  // what is open already is rejected, here and below: what counts is told at the end
  v1::Command opening;
  opening.mutable_open_panel()->set_panel(panel);
  ask(opening);
}

void Chair::list(const std::string& panel, std::size_t least) {
  const auto waiting = [&] { return static_cast<std::size_t>(store_.find("queue/" + panel)->queue().entries_size()); };
  std::vector<std::string> delegations;
  for (const auto& [key, entity] : store_.entities())
    if (entity.has_delegation()) delegations.push_back(entity.delegation().id());
  for (const std::string& delegation : delegations) {
    if (waiting() >= least) break;
    v1::Command command;
    command.mutable_request_floor()->set_panel(panel);
    command.mutable_request_floor()->set_delegation(delegation);
    command.mutable_request_floor()->set_kind(v1::KIND_STATEMENT);
    ask(command);
  }
  if (waiting() < least) throw Failed("the list of " + panel + " cannot be filled: " + rejected_);
}

void Chair::speak(const std::string& panel) {
  const auto floor = [&]() -> const v1::Holding& { return client::speaking(store_.find("floor/" + panel)->floor()); };
  if (floor().speech() == 0) {
    v1::Command command;
    command.mutable_give_floor()->set_panel(panel);
    command.mutable_give_floor()->set_entry(store_.find("queue/" + panel)->queue().entries(0));
    if (!ask(command)) throw Failed("the floor of " + panel + " cannot be given: " + rejected_);
  }
  speech_ = floor().speech();
  if (floor().paused_at() != 0) {
    v1::Command command;
    command.mutable_resume_speech()->set_speech(speech_);
    if (!ask(command)) throw Failed("the speech cannot be resumed: " + rejected_);
  }
}

void Chair::prepare(const Address& to, const std::string& code, std::size_t listed_least) {
  sign_in_with(to, code);
  const auto all = panels();
  if (all.empty()) throw Failed("the session has no panel that can be opened");
  const std::string& panel = all.front();
  open(panel);
  list(panel, listed_least + 1);
  speak(panel);
  const auto& queue = store_.find("queue/" + panel)->queue();
  order_.assign(queue.entries().begin(), queue.entries().end());
  turn_ = 0;
}

std::vector<std::string> Chair::open_lists(const Address& to, const std::string& code, std::size_t count) {
  sign_in_with(to, code);
  auto all = panels();
  if (all.size() < count) throw Failed("the session has too few panels that can be opened");
  all.resize(count);
  for (const std::string& panel : all) {
    v1::Command command;
    command.mutable_open_list()->set_panel(panel);
    ask(command);
    if (store_.find("panel/" + panel)->panel().list_status() != v1::LIST_STATUS_OPEN)
      throw Failed("the list of " + panel + " cannot be opened: " + rejected_);
  }
  return all;
}

v1::Command Chair::next_act() {
  v1::Command command;
  const std::uint64_t turn = turn_++;
  switch (turn % 4) {
  case 0: {
    const std::uint32_t last = order_.back();
    command.mutable_move_entry()->set_entry(last);
    command.mutable_move_entry()->set_before(order_.front());
    order_.pop_back();
    order_.push_front(last);
    break;
  }
  case 1:
    command.mutable_set_speech_limit()->set_speech(speech_);
    command.mutable_set_speech_limit()->set_limit_ms(turn % 8 == 1 ? limit_one_ms : limit_other_ms);
    break;
  case 2:
    command.mutable_pause_speech()->set_speech(speech_);
    break;
  default:
    command.mutable_resume_speech()->set_speech(speech_);
    break;
  }
  return command;
}

void Chair::act(Nanos due) {
  due_.push_back(due);
  send_command(next_act());
}

}  // namespace rostrum::load
