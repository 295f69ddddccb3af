// A client of the simulated world: client::Store with what it was really sent, decoded; commands that it keeps until
// they are answered and sends again, unchanged, over whatever line it has; its position, with which it comes back. It
// notes everything it was told, for checks.hpp to compare with the log.
#pragma once

#include <map>
#include <set>

#include "client/store.hpp"
#include "simulation/line.hpp"
#include "support/acts.hpp"

namespace rostrum::simulation {

/// A command, and what its sender was told about it.
struct Sent {
  GrantId grant;
  v1::Command command;
  Instant expires_at;
  int copies = 0;       // sent so far
  bool reused = false;  // its id was sent with another content too
  bool given_up = false;
  std::optional<ActName> act;       // acknowledged as
  std::optional<std::string> code;  // rejected with, for good
  Millis last_sent;
  int line = 0;        // its client's line that it was sent on last
  int unanswered = 0;  // copies on that line, whatever their content

  /// Another copy, or another content under its id, goes over its client's line of that number.
  void goes_over(int number);
  /// What is wrong with an answer that came; empty where it can be.
  [[nodiscard]] std::string acknowledged(const ActName& as);
  [[nodiscard]] std::string rejected(const std::string& with);

 private:
  [[nodiscard]] bool expects_answer();
};

/// Not answers for good: send it again later (docs/protocol.md#rejections).
[[nodiscard]] bool comes_again(const std::string& code);

class Client;

/// What a client needs of its world.
class Around {
 public:
  virtual ~Around() = default;
  virtual Loop& loop() = 0;
  virtual Trace& trace() = 0;
  virtual const Setting& setting() = 0;
  /// The node that a client gets to when it connects: another than the one that has sent it on, if there are others.
  virtual Node& node_for(Chance& chance, const Node* sent_on_by) = 0;
  /// The latest generation of a seat's code, as the desk would tell its owner.
  virtual std::uint32_t generation_of(const SeatId& seat) = 0;
  /// Whether there are still acts to be done, and takes one of them.
  virtual bool take_turn() = 0;
  /// A frame's items; decoded once for all who get the same.
  virtual std::shared_ptr<const v1::ServerFrame> decoded(wire::Codec codec, const chamber::Frame& frame) = 0;
  /// The client has been sent an item.
  virtual void took(const Client& client, const v1::ServerItem& item) = 0;
  virtual void failed(const std::string& why) = 0;
};

class Client final : public ClientEnd {
 public:
  Client(Around& around, int number, council::SeatPlan seat, wire::Codec codec, Chance chance);

  void start();
  /// Trouble with its line, where it has one.
  void break_line();
  void read_nothing_for(Millis span);
  void send_stray();

  // ---- what it holds and was told
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const council::SeatPlan& seat() const { return seat_; }
  [[nodiscard]] views::Audience audience() const { return views::audience_of(seat_.role); }
  [[nodiscard]] const client::Store& store() const { return store_; }
  [[nodiscard]] const std::map<std::string, Sent>& sent() const { return sent_; }
  /// The latest commit of which it was shown anything under a grant.
  [[nodiscard]] const std::map<GrantId, std::uint64_t>& shown() const { return shown_; }
  /// As it believes; its line may have broken since.
  [[nodiscard]] bool following() const { return following_; }
  /// That it is connected to, as it believes, or was last.
  [[nodiscard]] const Node* node() const { return node_; }
  [[nodiscard]] bool has_whole_line() const { return line_ && line_->whole(); }
  /// Its code is void and it has no other yet.
  [[nodiscard]] bool shut_out() const { return shut_out_; }
  [[nodiscard]] std::size_t waiting() const { return waiting_.size(); }
  /// Times that a node has told it to go to another.
  [[nodiscard]] std::uint64_t sent_on() const { return sent_on_; }

  // ---- ClientEnd
  void opened() override;
  void received(const chamber::Frame& frame) override;
  void ended() override;

 private:
  void say(std::string_view what, std::string_view about = {}, std::uint64_t number = 0);
  void later(Millis span, std::function<void()> then);
  [[nodiscard]] GrantId grant() const { return council::grant_id(seat_.id, generation_); }
  [[nodiscard]] Instant session_now() const;

  void connect();
  void come_back();
  void leave();
  void look();
  void take(const v1::ServerItem& item);
  void take_picture(const v1::ServerItem& item);
  void take_answer(const v1::Ack& ack);
  void take_answer(const v1::Rejection& rejection);
  void take_refusal(const v1::Refusal& refusal);

  void think();
  void act();
  [[nodiscard]] council::Act any_act();
  [[nodiscard]] test::Step any_step(const test::Seen& seen);
  [[nodiscard]] test::Seen seen() const;
  void send_again();
  void send(Sent& sent);
  void send(const v1::ClientFrame& frame);

  Around& around_;
  Chance chance_;
  int number_;  // in its world
  council::SeatPlan seat_;
  std::string name_;
  wire::Codec codec_;
  client::Store store_;
  std::uint32_t generation_ = 1;

  std::shared_ptr<Line> line_;
  const Node* node_ = nullptr;
  const Node* sent_on_by_ = nullptr;
  std::uint64_t sent_on_ = 0;
  std::optional<v1::Position> not_before_;  // what it is shown from now on
  int lines_ = 0;                           // it has had
  bool following_ = false;
  bool shut_out_ = false;
  int attempts_ = 0;
  Millis heard_at_;
  Instant server_at_;  // as last told ...
  Millis told_at_;     // ... at this instant

  std::map<std::string, Sent> sent_;  // by id
  std::set<std::string> waiting_;     // ids not answered for good
  std::uint32_t commands_ = 0;
  std::uint32_t last_speech_ = 0;
  std::map<GrantId, std::uint64_t> shown_;
};

}  // namespace rostrum::simulation
