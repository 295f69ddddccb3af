#include "gateway/connection.hpp"

#include <array>

#include "gateway/counted.hpp"
#include "gateway/handshake.hpp"
#include "ops/log.hpp"

namespace rostrum::gateway {

namespace {

/// What speaks against printing the code of a seat.
std::optional<council::Rejection> refused_sheet(chamber::Chamber& chamber, const SeatId& seat) {
  const auto& latest = chamber.state().seat_grants;
  const auto found = latest.find(seat);
  if (found == latest.end()) return council::rejection(council::Code::unknown_seat, seat);
  if (chamber.grant_is(found->second) != chamber::GrantIs::valid)
    return council::rejection(council::Code::already_revoked, seat);
  return std::nullopt;
}

}  // namespace

Connection::Connection(std::shared_ptr<Hall> hall, Line& line, wire::Codec codec, std::string address, Millis now)
    : kept_(std::move(hall)),
      hall_(*kept_),
      line_(&line),
      codec_(codec),
      address_(std::move(address)),
      rate_(hall_.limits.items_per_second_max, hall_.limits.items_burst_max, now),
      now_(now),
      outbox_(hall_.limits.outbox_bytes_max) {
  hall_.connections.insert(this);
  hall_.counts.connections.add(1);
}

Connection::~Connection() { lost(); }

void Connection::lost() {
  if (stage_ == Stage::gone) return;
  stage_ = Stage::gone;
  line_ = nullptr;
  leave();
  hall_.connections.erase(this);
  hall_.counts.connections.add(-1);
  if (hall_.connections.empty() && hall_.emptied) hall_.emptied();
}

void Connection::refuse(CloseCode code) {
  if (stage_ == Stage::refused || stage_ == Stage::gone) return;
  stage_ = Stage::refused;
  refused_with_ = code;
  leave();
  hall_.counts.metrics.counter(counted::refusals, {{"code", std::string(name(code))}}).add();
  if (code != CloseCode::going_away) {
    ops::info("connection_refused", {{"code", name(code)}, {"session", session_name()}, {"grant", grant_.value}});
  }
  outbox_.end_with(std::make_shared<const std::string>(
      wire::encode(codec_, wire::Refusal{std::string(name(code)), reconnect(code)})));
  line_->end_within(hall_.limits.close_timeout);
  pump();
}

std::string_view Connection::session_name() const { return session_ ? std::string_view(session_->id.value) : ""; }

CloseCode Connection::why_not(chamber::NotLetIn why) const {
  return why == chamber::NotLetIn::elsewhere ? CloseCode::going_away : why_not_let_in();
}

CloseCode Connection::why_not_let_in() const {
  switch (session_->chamber.grant_is(grant_)) {
  case chamber::GrantIs::revoked:
    return CloseCode::revoked;
  case chamber::GrantIs::expired:
    return CloseCode::expired_code;
  case chamber::GrantIs::unknown:
  case chamber::GrantIs::valid:
    break;
  }
  return CloseCode::unknown_code;
}

void Connection::look_at_grant() {
  if (stage_ != Stage::joining && stage_ != Stage::following) return;
  if (session_->chamber.grant_is(grant_) != chamber::GrantIs::valid) refuse(why_not_let_in());
}

// ---- from the client

void Connection::received(std::string_view message, Millis now) {
  if (stage_ == Stage::refused || stage_ == Stage::gone) return;
  now_ = now;
  auto items = wire::decode_client_frame(codec_, message);
  if (!items) {
    ops::debug("malformed_frame", {{"why", items.error()}, {"grant", grant_.value}});
    return refuse(CloseCode::malformed_frame);
  }
  if (items->empty() && !slow_enough() && stage_ == Stage::refused) return;
  items_ = std::move(*items);
  next_item_ = 0;
  take_items();
}

void Connection::take_items() {
  while (next_item_ < items_.size()) {
    std::visit([this](auto& item) { take(item); }, items_[next_item_++]);
    if (stage_ != Stage::following) break;
  }
  if (next_item_ == items_.size()) {  // nothing is kept for those who say nothing
    items_ = std::vector<wire::ClientItem>();
    next_item_ = 0;
  }
  if (stage_ == Stage::awaiting_sign_in || stage_ == Stage::following) line_->receive();
}

bool Connection::slow_enough() {
  hall_.counts.items.add();
  if (rate_.full(now_)) too_fast_ = 0;
  if (rate_.take(now_)) return true;
  hall_.counts.too_fast.add();
  if (++too_fast_ > hall_.limits.too_fast_max) refuse(CloseCode::too_fast);
  return false;
}

void Connection::take(wire::SignIn& sign_in) {
  if (stage_ != Stage::awaiting_sign_in) return refuse(CloseCode::malformed_frame);
  if (!hall_.guesses.allowed(address_, now_)) return refuse(CloseCode::too_fast);
  auto admitted = admission(hall_, sign_in.code);
  if (!admitted) {
    hall_.guesses.failed(address_, now_);
    return refuse(CloseCode::unknown_code);
  }
  session_ = admitted->session;
  grant_ = std::move(admitted->grant);
  stage_ = Stage::joining;
  session_->chamber.join(grant_, codec_, std::move(sign_in.position), [weak = weak_from_this()](auto given) {
    if (const auto self = weak.lock()) self->joined(std::move(given));
  });
}

void Connection::take(wire::ClientCommand& command) {
  if (stage_ != Stage::following) return refuse(CloseCode::malformed_frame);
  if (hall_.stopping) return;  // sent again to the node that the client moves to
  if (!slow_enough()) return answer(wire::Rejected{command.id, council::rejection(council::Code::too_fast)});
  std::string id = command.id;
  session_->chamber.take(grant_, std::move(command), session_->hub.present(),
                         [weak = weak_from_this(), id = std::move(id)](const chamber::Answer& given) {
                           const auto self = weak.lock();
                           if (!self) return;
                           if (const auto* done = std::get_if<chamber::Accepted>(&given))
                             return self->answer(wire::Ack{id, done->act, done->inverse});
                           self->answer(wire::Rejected{id, std::get<council::Rejection>(given)});
                         });
}

void Connection::take(wire::MalformedCommand& command) {
  if (stage_ != Stage::following) return refuse(CloseCode::malformed_frame);
  if (!slow_enough()) return answer(wire::Rejected{command.id, council::rejection(council::Code::too_fast)});
  answer(wire::Rejected{command.id, command.rejection});
}

void Connection::take(wire::TimeProbe& probe) {
  if (stage_ != Stage::following) return refuse(CloseCode::malformed_frame);
  if (slow_enough()) answer(wire::TimeReply{probe.client_at, session_->chamber.now()});
}

std::optional<council::Rejection> Connection::refused_question(std::string_view what) {
  if (!slow_enough()) return council::rejection(council::Code::too_fast);
  if (audience_ != views::Audience::desk)
    return council::rejection(council::Code::unauthorized, what, council::name(role_));
  return std::nullopt;
}

void Connection::take(wire::LogRequest& request) {
  if (stage_ != Stage::following) return refuse(CloseCode::malformed_frame);
  if (auto refused = refused_question("log_request")) return answer(wire::Rejected{request.id, *std::move(refused)});
  if (request.panel && !session_->chamber.state().find(*request.panel))
    return answer(wire::Rejected{request.id, council::rejection(council::Code::unknown_panel, *request.panel)});
  session_->chamber.ask_log({.panel = std::move(request.panel), .before = request.before},
                            [weak = weak_from_this(), id = request.id](std::optional<chamber::ToldLog> log) {
                              const auto self = weak.lock();
                              if (!self) return;
                              if (!log)
                                return self->answer(wire::Rejected{id, council::rejection(council::Code::held)});
                              self->answer(
                                  wire::Log{.id = id, .lines = std::move(log->lines), .next_before = log->next_before});
                            });
}

void Connection::take(wire::SheetRequest& request) {
  if (stage_ != Stage::following) return refuse(CloseCode::malformed_frame);
  auto refused = refused_question("sheet_request");
  if (!refused && request.seat) refused = refused_sheet(session_->chamber, *request.seat);
  if (!refused && sheet_asked_) refused = council::rejection(council::Code::too_fast);
  if (refused) return answer(wire::Rejected{request.id, *std::move(refused)});
  sheet_asked_ = true;
  session_->sheet_of(std::move(request.language), std::move(request.seat),
                     [weak = weak_from_this(), id = request.id](std::string html) {
                       if (const auto self = weak.lock()) self->sheet_made(id, std::move(html));
                     });
}

void Connection::sheet_made(const std::string& id, std::string html) {
  sheet_asked_ = false;
  if (stage_ != Stage::following) return;
  if (!outbox_.push_whole(std::make_shared<const std::string>(
          wire::encode(codec_, wire::SignInSheet{.id = id, .html = std::move(html)}))))
    return answer(wire::Rejected{id, council::rejection(council::Code::too_fast)});
  pump();
}

void Connection::take(wire::Question& question) {
  if (stage_ != Stage::following) return refuse(CloseCode::malformed_frame);
  if (auto refused = refused_question("question")) return answer(wire::Rejected{question.id, *std::move(refused)});
  auto reply = session_->chamber.answer(question.question);
  if (!reply) return answer(wire::Rejected{question.id, std::move(reply.error())});
  answer(wire::Answer{.id = question.id, .reply = *std::move(reply)});
}

// ---- joining

void Connection::follow(const wire::Hello& hello) {
  seat_ = hello.seat;
  role_ = hello.role;
  audience_ = hello.audience;
  session_->hub.follow(*this, hello.audience, hello.delegation);
  session_->presence.came(seat_, role_);
}

void Connection::leave() {
  if (session_ == nullptr) return;
  session_->hub.leave(*this);
  if (std::exchange(audience_, std::nullopt)) session_->presence.went(seat_, role_);
}

/// Behind a greeting nothing is told of what stands well; otherwise what was told before may have been dropped.
void Connection::add_around(std::vector<chamber::Frame>& frames, bool greeted) {
  if (audience_ == views::Audience::desk) frames.push_back(session_->presence.whole(codec_));
  if (!greeted || session_->standing.is_to_be_told(*audience_))
    frames.push_back(session_->standing.frame(*audience_, codec_));
}

void Connection::joined(chamber::LetIn given) {
  if (stage_ != Stage::joining) return;
  if (!given) {
    if (given.error() == chamber::NotLetIn::grant) hall_.guesses.failed(address_, now_);
    return refuse(why_not(given.error()));
  }
  given->hello.version = hall_.version;
  given->hello.elsewhere = hall_.elsewhere;
  follow(given->hello);
  session_->counts.sign_ins.add();
  ops::info("signed_in", {{"session", session_name()},
                          {"grant", grant_.value},
                          {"audience", views::name(given->hello.audience)},
                          {"codec", subprotocol(codec_)},
                          {"resumed", given->hello.resumed}});
  std::vector<chamber::Frame> frames{std::make_shared<const std::string>(wire::encode(codec_, given->hello))};
  frames.insert(frames.end(), given->frames.begin(), given->frames.end());
  add_around(frames, true);
  outbox_.begin_anew(std::move(frames));
  stage_ = Stage::following;
  pump();
  take_items();
}

void Connection::join_again() {
  joining_again_ = true;
  session_->chamber.join(grant_, codec_, std::nullopt, [weak = weak_from_this()](auto given) {
    const auto self = weak.lock();
    if (!self || self->stage_ != Stage::following) return;
    self->joining_again_ = false;
    if (!given) return self->refuse(self->why_not(given.error()));
    self->add_around(given->frames, false);
    self->outbox_.begin_anew(std::move(given->frames));
    self->pump();
  });
}

// ---- to the client

void Connection::deliver(chamber::SharedItem& item) {
  if (outbox_.behind()) {  // not encoded for those who do not get it
    session_->counts.frames_dropped.add();
    return;
  }
  const bool presence = std::holds_alternative<wire::Presence>(item.item());  // counted by its devices
  if (queue(item.frame(codec_)) && !presence) session_->counts.deliveries[static_cast<std::size_t>(codec_)]->add();
}

void Connection::answer(const wire::ServerItem& item) {
  if (stage_ == Stage::following) queue(std::make_shared<const std::string>(wire::encode(codec_, item)));
}

bool Connection::queue(const chamber::Frame& frame) {
  if (!sending_ && outbox_.lets_pass(*frame)) {  // the way of nearly every delivery: nothing is allocated on it
    sending_ = !line_->send({&frame, 1});
    return true;
  }
  const bool was_behind = outbox_.behind();
  const auto dropped_before = outbox_.dropped();
  const bool queued = outbox_.push(frame);
  session_->counts.frames_dropped.add(outbox_.dropped() - dropped_before);
  if (!queued && !was_behind) {
    session_->counts.outbox_overflows.add();
    ops::info("client_too_slow", {{"session", session_name()}, {"grant", grant_.value}});
  }
  pump();
  return queued;
}

void Connection::sent() {
  sending_ = false;
  pump();
}

void Connection::pump() {
  if (line_ == nullptr) return;
  while (!sending_ && !outbox_.empty()) {
    std::array<chamber::Frame, Line::frames_max> frames;
    const std::size_t count = outbox_.next(frames);
    sending_ = !line_->send({frames.data(), count});
  }
  if (sending_) return;
  if (stage_ == Stage::refused && !closed_) {
    closed_ = true;
    return line_->close(refused_with_);
  }
  if (stage_ == Stage::following && outbox_.behind() && !joining_again_) join_again();
}

}  // namespace rostrum::gateway
