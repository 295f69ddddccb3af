// Commands that this node may not decide, carried to who may: again and again, until they are answered or expire.
#pragma once

#include <functional>

#include "council/answer.hpp"
#include "wire/frames.hpp"

namespace rostrum::ledger {

using council::Accepted;
using council::Answer;

/// Takes an answer, and the commit that it rests on: it is told to nobody who has not been shown that one.
using TakeAnswer = std::function<void(const Answer& answer, Seq as_of)>;

/// Who decides, at the node that writes: the chamber.
class Decider {
 public:
  virtual ~Decider() = default;

  /// Takes a command that came to another node; `present` says whether a device of the grant's delegation was connected
  /// there. `answer` is called at most once: never, where we do not write or stop before it is known. Who carries it
  /// goes on then.
  virtual void decide_for_another(const GrantId& grant, wire::ClientCommand command, bool present,
                                  TakeAnswer answer) = 0;
};

class Courier {
 public:
  virtual ~Courier() = default;

  /// Carries a command of `grant`, of whose delegation a device is connected here where it is `present`, to the writer;
  /// one that had arrived there before acts once all the same. `answer` is called once, also from inside this call:
  /// with the writer's answer; with `unconfirmed` where there is none in time, when the command may still act; with
  /// `held` only where it is certain that it never will.
  virtual void forward(const GrantId& grant, const wire::ClientCommand& command, bool present, TakeAnswer answer) = 0;
};

}  // namespace rostrum::ledger
