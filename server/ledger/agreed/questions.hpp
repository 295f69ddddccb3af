// Questions to servers that are under way, and what becomes of their answers. Nothing here does any input or output:
// requests go out to whoever carries them, and answers and instants come in.
//
// A question is waited for with patience; then whoever asked is told that there is no answer and may ask again. The
// answer may still come, and is given all the same: a server that is slow has acted. Who does not want to hear it late
// counts its turns.
#pragma once

#include <algorithm>
#include <functional>
#include <map>
#include <utility>

#include "ledger/agreed/server.hpp"

namespace rostrum::ledger {

/// An instant of the machine's monotonic clock, since the process began.
using Moment = Millis;

/// A question as it goes out.
struct Request {
  std::uint64_t id = 0;
  ServerNumber server = 0;
  SetId set;
  Question question;
};

/// Who carries requests to servers, and their answers back later: never inside the call.
class Carrier {
 public:
  virtual ~Carrier() = default;
  virtual void carry(Request request) = 0;
};

/// The way out, and the instant at which things are done.
class Outgoing {
 public:
  /// `hmac` is of the session's secret: what nodes of one set tell each other is sealed with it.
  Outgoing(Carrier& carrier, const SetId& set, Seals::Hmac hmac)
      : carrier_(carrier),
        set_(set),
        seals_(std::move(hmac), set) {}

  [[nodiscard]] Moment now() const { return now_; }
  /// It is so late now. Never goes back.
  void set(Moment now) { now_ = std::max(now_, now); }

  /// From now on this server is asked as one of another set: while sets are being made.
  void ask_as(ServerNumber server, SetId set) { asked_as_[server] = std::move(set); }

  std::uint64_t send(ServerNumber server, Question question) {
    const auto other = asked_as_.find(server);
    carrier_.carry({.id = ++last_id_,
                    .server = server,
                    .set = other == asked_as_.end() ? set_ : other->second,
                    .question = std::move(question)});
    return last_id_;
  }
  /// To all who listen to that server.
  void tell(ServerNumber server, const wire::NodeMessage& message) { send(server, ask::Tell{sealed(message)}); }

  [[nodiscard]] SharedSealed sealed(const wire::NodeMessage& message) const {
    return std::make_shared<const Sealed>(seals_.seal(message));
  }
  /// What another node told; none where it is not one of this set with this secret.
  [[nodiscard]] std::optional<wire::NodeMessage> opened(std::string_view sealed) const { return seals_.open(sealed); }

 private:
  Carrier& carrier_;
  const SetId set_;
  const Seals seals_;
  std::map<ServerNumber, SetId> asked_as_;
  Moment now_;
  std::uint64_t last_id_ = 0;
};

inline constexpr Millis patience{500};
inline constexpr Millis late_most = seconds(60);  // an answer after that is nobody's

class Questions {
 public:
  /// The answer; null where patience has ended, after which the answer may still come.
  using Then = std::function<void(const Reply* reply)>;

  explicit Questions(Outgoing& outgoing) : outgoing_(outgoing) {}

  /// Its number, by which it may be forgotten.
  std::uint64_t ask(ServerNumber server, Question question, Then then);
  /// Nobody wants to know any more.
  void forget(std::uint64_t id) { open_.erase(id); }

  /// Whether the question was asked here. `then` has been called if so.
  bool replied(std::uint64_t id, const Reply& reply);

  void tick();

 private:
  struct Open {
    Moment asked;
    bool patient = true;
    Then then;
  };
  Outgoing& outgoing_;
  std::map<std::uint64_t, Open> open_;
};

}  // namespace rostrum::ledger
