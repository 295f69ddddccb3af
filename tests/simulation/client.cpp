#include "simulation/client.hpp"

#include <google/protobuf/util/json_util.h>

#include "client/floor.hpp"
#include "council/access.hpp"
#include "wire/command.hpp"

namespace rostrum::simulation {

namespace {

constexpr Millis silence_most = seconds(12);  // before a client gives its line up
constexpr Millis asks_every = seconds(3);     // whether the server is there, and once more for an answer
constexpr Millis pause_least{100};
constexpr int sent_again_most = 5;       // at once
constexpr std::size_t waiting_most = 8;  // before a person waits too

/// Words of what only the desk, the chair and a delegation may read, whatever they are in (support/acts.cpp).
std::string_view written_for_few(std::string_view bytes) {
  for (const std::string_view words : {"canary-note", "canary-help", "own/", "standing/"})
    if (bytes.find(words) != std::string_view::npos) return words;
  return {};
}

// What each mostly does, where its time has come; of those that are named twice, twice as much.
using namespace council;
using test::step_for;

constexpr std::array opening{step_for<OpenMeeting>, step_for<OpenPanel>, step_for<OpenList>};
constexpr std::array moving{step_for<GiveFloor>,        step_for<GiveFloor>,
                            step_for<EndSpeech>,        step_for<RequestFloor>,
                            step_for<RequestFloor>,     step_for<RequestFloor>,
                            step_for<MoveEntry>,        step_for<SetLimit>,
                            step_for<RulePointOfOrder>, step_for<RecognisePointOfOrder>,
                            step_for<PauseSpeech>,      step_for<ResumeSpeech>,
                            step_for<AddTime>,          step_for<SubmitStatement>,
                            step_for<SendNotice>,       step_for<TakeHelp>,
                            step_for<TakeUpMotion>,     step_for<DecideMotion>,
                            step_for<RevokeSeat>};
constexpr std::array asking{step_for<RequestFloor>,      step_for<RequestFloor>, step_for<RequestFloor>,
                            step_for<RaisePointOfOrder>, step_for<MoveMotion>,   step_for<RequestHelp>};
constexpr std::array having{step_for<WithdrawEntry>,        step_for<EndSpeech>,       step_for<RaisePointOfOrder>,
                            step_for<SubmitStatement>,      step_for<SubmitStatement>, step_for<ReleaseStatement>,
                            step_for<PlanStatementRelease>, step_for<ReachParagraph>,  step_for<MarkSignalSeen>,
                            step_for<RequestHelp>,          step_for<CloseHelp>};
constexpr std::array signalling{step_for<RaiseSignal>, step_for<RaiseSignal>, step_for<MarkSignalSeen>,
                                step_for<EndSignal>};

}  // namespace

bool comes_again(const std::string& code) { return code == "held" || code == "unconfirmed" || code == "too_fast"; }

// ---- what it is told of a command

void Sent::goes_over(int number) {
  // What was sent over a line that is no more is not answered any more.
  if (std::exchange(line, number) != number) unanswered = 0;
  ++unanswered;
}

bool Sent::expects_answer() { return unanswered > 0 && unanswered-- > 0; }

std::string Sent::acknowledged(const ActName& as) {
  if (!expects_answer()) return "was answered more often than it was sent: acknowledged";
  if (act && *act != as) return "was acknowledged as two acts";
  act = as;
  return {};
}

std::string Sent::rejected(const std::string& with) {
  if (!expects_answer()) return "was answered more often than it was sent: rejected with " + with;
  if (comes_again(with) || (reused && with == "command_id_reused")) return {};
  // A copy, or its id with another content, that came so late that nobody remembers the one that was done.
  if (act && (reused || copies > 1) && with == "expired") return {};
  if (act) return "was acknowledged, and then rejected with " + with;
  code = with;
  return {};
}

Client::Client(Around& around, int number, council::SeatPlan seat, wire::Codec codec, Chance chance)
    : around_(around),
      chance_(std::move(chance)),
      number_(number),
      seat_(std::move(seat)),
      name_("client " + std::to_string(number) + " (" + seat_.id.value + ")"),
      codec_(codec) {}

void Client::start() {
  later(chance_.span({}, seconds(2)), [this] { connect(); });
  later(asks_every, [this] { look(); });
  think();
}

void Client::say(std::string_view what, std::string_view about, std::uint64_t number) {
  around_.trace().say(around_.loop().now(), name_, what, about, number);
}

void Client::later(Millis span, std::function<void()> then) { around_.loop().after(span, chance_, std::move(then)); }

Instant Client::session_now() const {
  const auto since = static_cast<double>((around_.loop().now() - told_at_).value);
  return server_at_ + Millis{static_cast<std::int64_t>(since * around_.setting().clock_speed)};
}

// ---- its line

void Client::connect() {
  if (line_) return;
  Node& node = around_.node_for(chance_, std::exchange(sent_on_by_, nullptr));
  node_ = &node;
  say("connects to", node.name());
  line_ = std::make_shared<Line>(around_.loop(), around_.setting(), chance_.split(), node, *this, codec_, name_,
                                 [this](const std::string& why) { around_.failed(why); });
  ++lines_;
  heard_at_ = around_.loop().now();
  line_->open();
}

void Client::opened() {
  v1::ClientFrame frame;
  v1::SignIn& sign_in = *frame.add_items()->mutable_sign_in();
  sign_in.set_code(code_of(seat_.id, generation_));
  // Now and then as if its page had been loaded anew; then it may be shown what is older.
  not_before_ = chance_.one_in(10) ? std::nullopt : store_.position();
  if (not_before_) *sign_in.mutable_position() = *not_before_;
  say("signs in", sign_in.has_position() ? "from commit" : "from nothing", store_.seq());
  send(frame);
}

void Client::ended() {
  say("lost its line");
  line_.reset();
  following_ = false;
  come_back();
}

void Client::leave() {
  if (line_) line_->leave();
  line_.reset();
  following_ = false;
}

void Client::come_back() {
  const Millis most = std::min(seconds(5), Millis{500ll << std::min(attempts_, 4)});
  ++attempts_;
  later(chance_.span({}, most), [this] { connect(); });
}

void Client::look() {
  later(asks_every, [this] { look(); });
  const Millis now = around_.loop().now();
  if (!line_) return;
  if (now - heard_at_ > silence_most) {
    say("gives its line up");
    leave();
    return come_back();
  }
  if (!following_) return;
  v1::ClientFrame probe;
  probe.add_items()->mutable_time_probe()->set_client_at(now.value);
  send(probe);
  send_again();
}

/// What waits for an answer and was not sent of late on this line: not all at once, where there is much.
void Client::send_again() {
  int count = 0;
  for (const std::string& id : waiting_) {
    Sent& sent = sent_.at(id);
    if (sent.line == lines_ && around_.loop().now() - sent.last_sent <= asks_every) continue;
    if (++count > sent_again_most) return;
    send(sent);
  }
}

void Client::break_line() {
  if (!line_) return;
  say("'s line breaks");
  line_->break_off();
}

void Client::read_nothing_for(Millis span) {
  if (!line_) return;
  say("reads nothing for", "ms", static_cast<std::uint64_t>(span.value));
  line_->pause(span);
}

void Client::send_stray() {
  if (!line_ || !following_) return;
  say("sends no frame");
  line_->say("\x0a\xff no frame");
}

// ---- what it is told

void Client::received(const chamber::Frame& frame) {
  heard_at_ = around_.loop().now();
  const auto items = around_.decoded(codec_, frame);
  if (!items) return around_.failed(name_ + " was sent what is no frame");
  const bool among_few = seat_.delegation || audience() == views::Audience::desk;
  const std::string_view words = among_few ? "" : written_for_few(*frame);
  if (!words.empty()) return around_.failed(name_ + " was sent " + std::string(words));
  for (const v1::ServerItem& item : items->items()) take(item);
}

void Client::take(const v1::ServerItem& item) {
  around_.took(*this, item);
  if (!store_.apply(item))
    return around_.failed(name_ + " stands at commit " + std::to_string(store_.seq()) + " and was sent the patch of " +
                          std::to_string(item.patch().seq()));
  switch (item.item_case()) {
  case v1::ServerItem::kHello:
    say("follows", item.hello().resumed() ? "resumed from" : "anew", store_.seq());
    following_ = true;
    shut_out_ = false;
    attempts_ = 0;
    server_at_ = {item.hello().server_at()};
    told_at_ = around_.loop().now();
    send_again();
    return;
  case v1::ServerItem::kSnapshot:
  case v1::ServerItem::kPatch:
    return take_picture(item);
  case v1::ServerItem::kAck:
    return take_answer(item.ack());
  case v1::ServerItem::kRejection:
    return take_answer(item.rejection());
  case v1::ServerItem::kTimeReply:
    server_at_ = {item.time_reply().server_at()};
    told_at_ = around_.loop().now();
    return;
  case v1::ServerItem::kRefusal:
    return take_refusal(item.refusal());
  default:
    return;
  }
}

void Client::take_picture(const v1::ServerItem& item) {
  say(item.has_patch() ? "takes patch" : "takes snapshot", {}, store_.seq());
  const bool same_log = not_before_ && not_before_->epoch() == store_.position()->epoch();
  if (same_log && store_.seq() < not_before_->seq())
    around_.failed(name_ + " has seen commit " + std::to_string(not_before_->seq()) + " and was led back to " +
                   std::to_string(store_.seq()));
  not_before_ = store_.position();
  std::uint64_t& shown = shown_[grant()];
  shown = std::max(shown, store_.seq());
  for (const v1::Entity& entity : item.has_patch() ? item.patch().upserts() : item.snapshot().entities())
    last_speech_ = std::max(last_speech_, client::speaking(entity.floor()).speech());
}

void Client::take_answer(const v1::Ack& ack) {
  say("is told done", ack.command_id(), ack.seq());
  const auto found = sent_.find(ack.command_id());
  if (found == sent_.end()) return around_.failed(name_ + " was answered about " + ack.command_id() + ", never sent");
  const auto wrong = found->second.acknowledged({.seq = {ack.seq()}, .index = ack.index()});
  if (!wrong.empty()) return around_.failed(name_ + "'s " + ack.command_id() + ' ' + wrong);
  waiting_.erase(ack.command_id());
}

void Client::take_answer(const v1::Rejection& rejection) {
  say("is told refused", rejection.command_id() + " " + rejection.code());
  const auto found = sent_.find(rejection.command_id());
  if (found == sent_.end())
    return around_.failed(name_ + " was answered about " + rejection.command_id() + ", never sent");
  const auto wrong = found->second.rejected(rejection.code());
  if (!wrong.empty()) return around_.failed(name_ + "'s " + rejection.command_id() + ' ' + wrong);
  if (found->second.code) waiting_.erase(rejection.command_id());
}

void Client::take_refusal(const v1::Refusal& refusal) {
  say("is refused", refusal.code());
  following_ = false;
  if (refusal.code() == "going_away") {
    sent_on_by_ = node_;
    ++sent_on_;
  }
  // A new code is known to its owner a moment before the node that wrote it down goes by it.
  if (refusal.reconnect() || refusal.code() == "malformed_frame" || refusal.code() == "unknown_code") return;
  // Its code is void; what it still had under way was another sign-in's.
  shut_out_ = true;
  for (const std::string& id : std::exchange(waiting_, {})) sent_.at(id).given_up = true;
  generation_ = std::max(generation_, around_.generation_of(seat_.id));
}

// ---- what it does

void Client::think() {
  // Whoever manages the floor does most; who only watches tries something now and then.
  const bool manages = audience() == views::Audience::desk;
  const Millis most{std::max(pause_least.value, around_.setting().think_most.value / (manages ? 3 : 1))};
  later(chance_.span(pause_least, most), [this] {
    const bool watches = audience() == views::Audience::public_ && !chance_.one_in(8);
    if (following_ && !watches && waiting_.size() < waiting_most && around_.take_turn()) act();
    think();
  });
}

test::Seen Client::seen() const {
  test::Seen seen{.last_speech = last_speech_};
  const auto own = [this](const v1::Entity* entry) {
    return !seat_.delegation || (entry != nullptr && entry->entry().delegation() == seat_.delegation->value);
  };
  if (const auto* queue = store_.find("queue/" + council::high_level.value))
    for (const std::uint32_t entry : queue->queue().entries())
      if (own(store_.find("entry/" + std::to_string(entry)))) seen.order.push_back({entry});
  if (const auto* floor = store_.find("floor/" + council::high_level.value)) {
    seen.speaking = {client::speaking(floor->floor()).entry()};
    if (const auto* point = client::point_before_chair(floor->floor())) seen.point = EntryId{point->entry()};
    if (const auto* motion = client::motion_before_chair(floor->floor())) seen.motion = EntryId{motion->entry()};
  }
  for (const auto& [key, entity] : store_.entities()) {
    if (entity.has_point_of_order() && !entity.point_of_order().recognised())
      seen.points.push_back({entity.point_of_order().entry()});
    if (entity.has_motion() && !entity.motion().taken_up()) seen.motions.push_back({entity.motion().entry()});
  }
  return seen;
}

test::Step Client::any_step(const test::Seen& seen) {
  test::Step step{.what = static_cast<int>(chance_.below(test::step_kinds)),
                  .number = static_cast<std::uint32_t>(chance_.below(chance_.one_in(4) ? 14 : 3)),
                  .other = static_cast<std::uint32_t>(chance_.below(14)),
                  .choice = static_cast<int>(chance_.below(8))};
  if (chance_.one_in(5)) return step;
  switch (seat_.role) {
  case council::Role::chair:
  case council::Role::desk: {
    const auto* panel = store_.find("panel/" + council::high_level.value);
    const bool open = panel != nullptr && panel->panel().status() == v1::PANEL_STATUS_OPEN &&
                      panel->panel().list_status() == v1::LIST_STATUS_OPEN;
    if (!open && !chance_.one_in(3)) {
      step.what = chance_.pick(opening);
      step.choice = 0;
    } else if (chance_.one_in(2)) {
      step.what = chance_.pick(moving);
    }
    return step;
  }
  case council::Role::delegate:
    step.what = seen.order.empty() && !chance_.one_in(3) ? chance_.pick(asking) : chance_.pick(having);
    return step;
  case council::Role::interpreter:
    step.what = chance_.pick(signalling);
    return step;
  case council::Role::captioner:
    step.what = step_for<ReachParagraph>;
    return step;
  case council::Role::observer:
  case council::Role::display:
    return step;
  }
  return step;
}

council::Act Client::any_act() {
  const test::Seen now_seen = seen();
  council::Act act = test::act_of(now_seen, session_now(), any_step(now_seen));
  const bool own = seat_.delegation && !chance_.one_in(5);
  if (auto* request = std::get_if<council::RequestFloor>(&act); request && own) request->delegation.reset();
  if (auto* raise = std::get_if<council::RaisePointOfOrder>(&act); raise && own) raise->delegation.reset();
  if (auto* move = std::get_if<council::MoveMotion>(&act); move && own) move->delegation.reset();
  static const auto seats = council::small_programme().seats;
  if (auto* revoke = std::get_if<council::RevokeSeat>(&act)) revoke->seat = chance_.pick(seats).id;
  if (auto* issue = std::get_if<council::IssueCode>(&act)) issue->seat = chance_.pick(seats).id;
  return act;
}

void Client::act() {
  if (chance_.one_in(15) && !sent_.empty()) {  // an id that was used, with another content
    auto used = std::next(sent_.begin(), static_cast<std::ptrdiff_t>(chance_.below(sent_.size())));
    if (used->second.act && used->second.grant == grant() && session_now() < used->second.expires_at) {
      used->second.reused = true;
      used->second.goes_over(lines_);
      v1::ClientFrame frame;
      v1::Command& other = *frame.add_items()->mutable_command();
      other.set_id(used->first);
      other.set_expires_at(used->second.expires_at.value);  // later its id is free again
      other.mutable_send_notice()->mutable_to()->set_all(true);
      (*other.mutable_send_notice()->mutable_text())["en"] = "another content";
      say("uses again", used->first);
      return send(frame);
    }
  }
  const std::string id = std::to_string(number_) + "-" + std::to_string(++commands_);
  Sent sent{.grant = grant()};
  sent.command.set_id(id);
  const council::Act act = any_act();
  wire::put(sent.command, act);
  if (chance_.one_in(6)) {  // as it stood when the button was drawn
    const auto order = seen().order;
    sent.command.mutable_expects()->set_head(order.empty() ? 0 : order.front().value);
  }
  const Millis patience = chance_.pick(std::array{seconds(20), seconds(90), seconds(540)});
  sent.expires_at = session_now() + patience;
  sent.command.set_expires_at(sent.expires_at.value);
  say("gives", std::string(council::name(act)) + " " + id);
  Sent& kept = sent_.emplace(id, std::move(sent)).first->second;
  waiting_.insert(id);
  send(kept);
  if (!chance_.one_in(around_.setting().duplicate_one_in)) return;
  later(chance_.span({}, seconds(6)), [this, id] {
    Sent& again = sent_.at(id);
    if (!following_ || again.grant != grant() || session_now() >= again.expires_at) return;
    say("repeats", id);
    send(again);
  });
}

void Client::send(Sent& sent) {
  ++sent.copies;
  sent.goes_over(lines_);
  sent.last_sent = around_.loop().now();
  v1::ClientFrame frame;
  *frame.add_items()->mutable_command() = sent.command;
  send(frame);
}

void Client::send(const v1::ClientFrame& frame) {
  if (!line_) return;
  std::string bytes;
  if (codec_ == wire::Codec::protobuf)
    frame.SerializeToString(&bytes);
  else
    (void)google::protobuf::util::MessageToJsonString(frame, &bytes);
  line_->say(std::move(bytes));
}

}  // namespace rostrum::simulation
