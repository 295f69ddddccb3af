// How the set of servers that hold a session's log is changed, with all nodes stopped: once, by whoever is told to.
//
// The right to write is won on most servers of the old list, as a node wins it, so that no node can go on by them. The
// log is read from the best of them and goes on with an entry of ours, and every server of the new list is brought to
// it: one that stays, as a member of the old set; one that is new, as a member of a set that is being formed, which no
// node takes for its own. Then the servers of the old list leave it, and once most have, it is no set any more; only
// then those of the new list become members of the new set. So at every instant nodes can go on by the old list or by
// the new one, and never by both.
//
// Whoever is stopped half-way is begun again with the same lists, and goes on from where it was: what was being formed
// has its name in the servers. Where most have left the old set by then, the log was whole everywhere, and what is left
// is to enter.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ledger/agreed/candidate.hpp"
#include "ledger/agreed/copying.hpp"
#include "ledger/agreed/reader.hpp"

namespace rostrum::ledger {

inline constexpr Millis stands_anew_after = seconds(1);
inline constexpr int begins_again_max = 4;  // where somebody was raised above us

class SetChange {
 public:
  struct Around {
    Carrier& carrier;
    Seals::Hmac hmac;
    std::size_t old = 1;             // servers of the old list, an odd number; they have the numbers from 0
    std::vector<ServerNumber> next;  // those of the new list, of the old or with the numbers that follow
    SetId set;                       // the new set's id, random
    WriterName name;                 // random
    /// The commit that says that the right's term has begun, behind `last`.
    std::function<wire::StoredCommit(const Right& right, const Entry& last)> begins;
  };

  SetChange(Around around, Moment now);

  bool replied(Moment now, std::uint64_t id, const Reply& reply);
  /// Asks those again that are silent.
  void tick(Moment now);

  /// The new list's servers are the set `set()`, and nothing else is.
  [[nodiscard]] bool done() const;
  [[nodiscard]] const SetId& set() const { return around_.set; }
  /// Why it goes on no more, in words. The old list is still as good as the new one, or may be begun again with both.
  [[nodiscard]] const std::optional<std::string>& refused() const { return refused_; }
  /// Those of the old list that were not there to leave it. They have to be emptied before they are used again.
  [[nodiscard]] std::vector<ServerNumber> not_left() const;

 private:
  struct Server {
    std::optional<SetId> of;  // none: it has not said; no_set: a stranger
    bool silent = false;      // when it was asked the last time
    bool raised = false;      // to our right
    std::uint64_t turn = 0;
  };

  void look(ServerNumber number);
  void looked(ServerNumber number, const Reply& reply);
  void settle();
  void begin_again(Term above, const std::string& why);
  void consider();
  [[nodiscard]] bool take_names();
  [[nodiscard]] std::optional<SetId> all_of_next_are() const;
  [[nodiscard]] bool fits(ServerNumber number);
  void stand();
  void settle_candidate();
  void settle_reader();
  void copy();
  void move();
  void move(ServerNumber number);
  void moved(ServerNumber number, const SetId& to, const Reply& reply);
  [[nodiscard]] std::optional<SetId> goal(ServerNumber number) const;
  [[nodiscard]] bool is_next(ServerNumber number) const;
  [[nodiscard]] bool is_old(ServerNumber number) const { return number < around_.old; }
  [[nodiscard]] bool has_left(ServerNumber number) const;
  /// Most of the old list have left it, and all that stay have: it is no set any more.
  [[nodiscard]] bool old_is_over() const;
  void refuse(ServerNumber number, const std::string& why);

  Around around_;
  Outgoing outgoing_;
  Questions questions_;
  std::vector<Server> servers_;
  SetId old_;  // the old set's id, once it is known
  Right right_;
  std::optional<Candidate> candidate_;
  Moment stood_;
  std::optional<Reader> reader_;
  std::vector<SharedEntry> log_;
  std::optional<Copying> copying_;
  int begun_ = 0;
  bool moving_ = false;
  bool goes_on_ = false;               // from where another was stopped who had come so far that the old set is over
  std::optional<reply::Granted> end_;  // of the log, as a server says that goes on
  std::optional<std::string> refused_;
};

}  // namespace rostrum::ledger
