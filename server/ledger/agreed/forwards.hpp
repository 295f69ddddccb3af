// Commands on their way from a node that may not decide them to the one that may, and their answers on the way back. By
// one server at a time, and by the next where no answer comes: a copy that comes late or twice acts once, since it is
// taken only by the writer of the term that it was sent to, which knows which it has taken.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "ledger/agreed/questions.hpp"
#include "ledger/courier.hpp"

namespace rostrum::ledger {

inline constexpr Millis forward_again{15};   // by another server, and then twice as long each time, up to ...
inline constexpr Millis forward_every{400};  // ... that: the one that it went by may be gone, and nobody know it yet
inline constexpr Millis unconfirmed_after =
    seconds(5);  // then its client is told that it is not known, and sends it again

// Bounds, each with a test.
/// Under way from a node; one more is unconfirmed at once: a copy of it may be among them.
inline constexpr std::size_t forwards_max = 10'000;
/// That the writer knows of; one more is not taken, and comes again.
inline constexpr std::size_t taken_max = 100'000;
/// An act that was taken is known by the log, so its answer is kept for as long as one forward asks for it. It is the
/// better one: it has with it what takes the act back.
inline constexpr Millis acts_kept = unconfirmed_after + unconfirmed_after;
/// A refusal is known here alone. It is kept until the command expires, and so is refused again; for so long at most.
inline constexpr Millis refusals_kept = minutes(11);
/// What is kept no longer is looked for so often.
inline constexpr Millis forgets_every = seconds(1);

/// Of a node that does not write.
class Forwards {
 public:
  Forwards(Outgoing& outgoing, std::size_t servers, WriterName me);

  void forward(const GrantId& grant, const wire::ClientCommand& command, bool present, TakeAnswer answer);
  /// Who writes now, as far as is known; none: nobody. What is under way goes there.
  void writer_is(std::optional<Term> term);
  /// We decide ourselves from now on: what is under way comes to `decider`, until `writer_is` says otherwise.
  void we_write(Decider& decider);
  void heard(const Answered& answered);
  void tick();

 private:
  struct Open {
    GrantId grant;
    wire::ClientCommand command;
    bool present = false;
    TakeAnswer answer;
    Moment since;
    ServerNumber by = 0;  // the server that it goes by next
    Millis patience = forward_again;
    std::optional<Moment> sent;  // to the writer there is now
  };

  void send(std::uint64_t number, Open& open);
  void send_again(std::uint64_t number, Open& open);
  void answered(std::uint64_t number, const Answer& answer, Seq as_of);

  Outgoing& outgoing_;
  std::size_t servers_;
  WriterName me_;
  std::optional<Term> term_;
  Decider* decider_ = nullptr;
  std::map<std::uint64_t, Open> open_;
  std::uint64_t last_number_ = 0;
};

/// Of the node that writes: the commands that come from others, in one term.
class Received {
 public:
  /// All outlive it; `clock` is the session's.
  Received(Outgoing& outgoing, Term term, Decider& decider, Clock& clock);

  /// It came by `server`, and so goes the answer. One without an instant at which it expires is not taken.
  void heard(ServerNumber server, const Forward& forward);
  void tick();

 private:
  /// A command and its content: whatever copy of it comes, from whatever node, is answered alike in this term.
  struct Name {
    GrantId grant;
    std::string id;
    Digest content{};

    auto operator<=>(const Name&) const = default;
  };
  struct Asker {
    ServerNumber by = 0;  // the server that the latest copy came by
    WriterName from;
    std::uint64_t number = 0;
  };
  struct Taken {
    std::vector<Asker> askers;  // while there is no answer
    std::optional<std::pair<Answer, Seq>> answer;
    Moment answered;
    Instant expires_at;
  };

  void answered(const Name& name, const Answer& answer, Seq as_of);
  void tell(const Asker& asker, const Answer& answer, Seq as_of);
  [[nodiscard]] bool forgotten(const Taken& taken) const;

  Outgoing& outgoing_;
  Term term_;
  Decider& decider_;
  Clock& clock_;
  std::map<Name, Taken> taken_;
  Moment forgot_;
  std::shared_ptr<int> alive_ = std::make_shared<int>();  // an answer may come when the term is over
};

}  // namespace rostrum::ledger
