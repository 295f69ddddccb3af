// One client's conversation: it signs in, joins, sends commands and time probes, and follows the session until either
// side ends it. Knows no socket: what is sent goes to a Line, and what happens there is told to it.
//
// Invariants: the first item of a client is its sign-in, and there is one; nothing is read while a join is awaited;
// nothing is given to the line while what it was given before is being sent; the sign-in decides the session, for good,
// and its hub knows the connection from the join on until it ends; a refusal is the last frame. A callback that comes
// after the client has gone finds a weak pointer that is empty.
//
// Touched by the hall's strand only.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "gateway/close_codes.hpp"
#include "gateway/hall.hpp"
#include "gateway/outbox.hpp"
#include "gateway/rate.hpp"

namespace rostrum::gateway {

/// The way to the client. What happens on it comes back through `Connection::received`, `sent` and `lost`, never from
/// inside a call to it.
class Line {
 public:
  virtual ~Line() = default;

  /// The most frames that are sent together.
  static constexpr std::size_t frames_max = 8;

  /// Sends frames, one to `frames_max`. True where they were taken whole at once; otherwise they are kept,
  /// `Connection::sent` follows, and nothing may be sent before.
  [[nodiscard]] virtual bool send(std::span<const chamber::Frame> frames) = 0;
  /// The next frame may be received.
  virtual void receive() = 0;
  /// A refusal waits to be sent: the line is to be gone after `span`, whatever the client does.
  virtual void end_within(Millis span) = 0;
  /// Ends the conversation; everything has been sent.
  virtual void close(CloseCode code) = 0;
};

class Connection final : public Follower, public std::enable_shared_from_this<Connection> {
 public:
  /// `line` outlives this, or `lost` is called before it goes. `address` is where the client is, without its port;
  /// `now` is of the monotonic clock given in `received`.
  Connection(std::shared_ptr<Hall> hall, Line& line, wire::Codec codec, std::string address, Millis now);
  ~Connection() override;
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  /// A whole message of the client.
  void received(std::string_view message, Millis now);
  /// What the line had not taken at once has been sent.
  void sent();
  /// The line is no more.
  void lost();
  /// Says why and closes. Only the first call counts.
  void refuse(CloseCode code);
  /// Grants have changed: refuses the client where its own is valid no more.
  void look_at_grant();

  void deliver(chamber::SharedItem& item) override;

  /// The session that its code belongs to; null before the sign-in.
  [[nodiscard]] const Session* session() const { return session_; }
  [[nodiscard]] bool signed_in() const { return stage_ == Stage::joining || stage_ == Stage::following; }
  [[nodiscard]] wire::Codec codec() const { return codec_; }

 private:
  enum class Stage : std::uint8_t { awaiting_sign_in, joining, following, refused, gone };

  void take_items();
  void take(wire::SignIn& sign_in);
  void take(wire::ClientCommand& command);
  void take(wire::MalformedCommand& command);
  void take(wire::TimeProbe& probe);
  void take(wire::LogRequest& request);
  void take(wire::SheetRequest& request);
  void take(wire::Question& question);
  /// Whether the item comes slowly enough; refuses the connection where too many did not.
  [[nodiscard]] bool slow_enough();
  /// What speaks against answering a question that only the desk's audience may ask.
  [[nodiscard]] std::optional<council::Rejection> refused_question(std::string_view what);
  void sheet_made(const std::string& id, std::string html);
  [[nodiscard]] std::string_view session_name() const;
  [[nodiscard]] CloseCode why_not(chamber::NotLetIn why) const;
  [[nodiscard]] CloseCode why_not_let_in() const;
  void follow(const wire::Hello& hello);
  void leave();
  /// What goes with a picture of the session, and is not part of it.
  void add_around(std::vector<chamber::Frame>& frames, bool greeted);
  void joined(chamber::LetIn given);
  void join_again();
  void answer(const wire::ServerItem& item);
  /// False where the frame was dropped.
  bool queue(const chamber::Frame& frame);
  void pump();

  const std::shared_ptr<Hall> kept_;
  Hall& hall_;
  Line* line_;
  const wire::Codec codec_;
  const std::string address_;
  Stage stage_ = Stage::awaiting_sign_in;
  Session* session_ = nullptr;               // from the sign-in on, and its grant there
  GrantId grant_;                            //
  SeatId seat_;                              // from the join on
  council::Role role_{};                     //
  std::optional<views::Audience> audience_;  // while it follows

  std::vector<wire::ClientItem> items_;  // of the message under way
  std::size_t next_item_ = 0;
  Rate rate_;
  std::uint64_t too_fast_ = 0;
  Millis now_;

  Outbox outbox_;
  bool sending_ = false;
  bool joining_again_ = false;
  bool sheet_asked_ = false;  // and not yet made
  bool closed_ = false;
  CloseCode refused_with_{};
};

}  // namespace rostrum::gateway
