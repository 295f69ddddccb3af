// How the set of servers that hold a session's log is changed, with all nodes stopped: once, by whoever is told to.
//
// The right to write is won on most servers of the old list, as a node wins it, so that no node can go on by them. The
// log is read from the best of them and goes on with an entry of ours, and every server of the new list is brought to
// it and gives it back: one that stays, as a member of the old set; one that is new, as a stranger that is admitted
// under a name that no node takes for its set's, and bears another once it has the log. Then those of the old list
// leave the old set, under such names too. Once most have, it is a set no more, and only then those of the new list
// become members of the new one. So nodes can never go on by both, and what is final is never left behind.
//
// The new set's id is made of the old one's and the new list: so whoever is stopped half-way is begun again with the
// same lists, and goes on, whatever arrives late of what was asked before. Who has left the old set still has its log
// and its right, and counts for who begins again, until most have. Where most of the new list may have entered, nodes
// may write there, and nothing more is brought to anybody.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/agreed/candidate.hpp"
#include "ledger/agreed/copying.hpp"
#include "ledger/agreed/reader.hpp"

namespace rostrum::ledger {

inline constexpr Millis stands_anew_after = seconds(1);               // where it was refused
inline constexpr Millis gets_no_further_after = seconds(10);          // then it looks again at how things are
inline constexpr int begins_again_max = 4;                            // where somebody was raised above us
inline constexpr std::size_t moved_bytes_max = std::size_t{4} << 30;  // of a log: all of it is held meanwhile
inline constexpr Millis not_there_after = seconds(5);                 // a server that has not answered for so long

class SetChange {
 public:
  struct Around {
    Carrier& carrier;
    Seals::Hmac hmac;
    std::vector<std::string> names;  // of all servers, as people write them: first those of the old list
    std::size_t old = 1;             // so many, an odd number
    std::vector<ServerNumber> next;  // those of the new list
    WriterName name;                 // random
    /// The commit that says that the right's term has begun, behind `last`.
    std::function<wire::StoredCommit(const Right& right, const Entry& last)> begins;
  };

  SetChange(Around around, Moment now);

  bool replied(Moment now, std::uint64_t id, const Reply& reply);
  /// Asks those again that are silent.
  void tick(Moment now);

  /// Most servers of the new list are the set `set()`, and so are all that answer; the old one is none any more.
  [[nodiscard]] bool done() const;
  /// Empty while the old one is not known.
  [[nodiscard]] const SetId& set() const { return set_; }
  /// Why it goes on no more, in words. Nothing is lost: it may be begun again with the same lists.
  [[nodiscard]] const std::optional<std::string>& refused() const { return refused_; }
  /// Those that it waits for, since they do not answer.
  [[nodiscard]] std::vector<ServerNumber> waits_for() const;
  /// When it is done: those of the new list that hold something and have not entered, and of the old one that are not
  /// known to have left. They have to be emptied before they are used again.
  [[nodiscard]] std::vector<ServerNumber> left_behind() const;

 private:
  enum class Phase : std::uint8_t { looks, stands, raises, reads, copies, moves };
  struct Server {
    std::optional<SetId> of;  // none: it has not said; no_set: a stranger
    bool raised = false;      // to our right
    std::optional<reply::Granted> granted;
    SetId to;  // that it was asked to enter
    std::optional<Moment> silent_since;
    std::uint64_t turn = 0;
  };
  using Take = void (SetChange::*)(ServerNumber number, const Reply& reply);

  void ask(ServerNumber number, const Question& question, Take take);
  void ask_again(ServerNumber number, const Question& question, Take take, std::uint64_t turn);
  void look_at_all();
  void looked(ServerNumber number, const Reply& reply);
  void settle();
  void begin_again(Term above, const std::string& why);
  void consider();
  [[nodiscard]] bool take_names();
  [[nodiscard]] bool take_old();
  void take_old(const SetId& old);
  [[nodiscard]] SetId set_after(const SetId& old) const;
  [[nodiscard]] bool is_so_already();
  [[nodiscard]] bool fits(ServerNumber number);
  void name_all(bool stands);
  void stand();
  void read(ServerNumber best, const reply::Granted& log);
  void raise_next();
  void raised(ServerNumber number, const Reply& reply);
  void settle_raised();
  /// One of the new list that has a log, and is not a member yet.
  [[nodiscard]] bool is_to_enter(ServerNumber number) const;
  void settle_candidate();
  void settle_reader();
  void copy();
  void move_all();
  void move(ServerNumber number);
  void moved(ServerNumber number, const Reply& reply);
  void strange(ServerNumber number);
  [[nodiscard]] bool most_have_lost_everything();
  [[nodiscard]] bool most_of_next_have_lost_everything();
  [[nodiscard]] std::optional<SetId> goal(ServerNumber number) const;
  [[nodiscard]] SetId being(Making::Is is) const;
  [[nodiscard]] bool is(ServerNumber number, Making::Is is) const { return servers_[number].of == being(is); }
  [[nodiscard]] bool is_old(ServerNumber number) const { return number < around_.old; }
  [[nodiscard]] bool is_next(ServerNumber number) const;
  [[nodiscard]] bool has_left(ServerNumber number) const;
  /// Most of the old list have left it.
  [[nodiscard]] bool old_is_over() const;
  void go_on();
  [[nodiscard]] std::size_t count_next(auto such) const;
  /// It has the log of the old set, or had it when that was over.
  [[nodiscard]] bool has_log(ServerNumber number) const;
  [[nodiscard]] std::vector<std::string> names_of(bool old) const;
  [[nodiscard]] bool is_away(ServerNumber number) const;
  void name(ServerNumber number, SetId of);
  void refuse(ServerNumber number, const std::string& why) { refused_ = around_.names[number] + " " + why; }

  Around around_;
  Outgoing outgoing_;
  Questions questions_;
  std::vector<Server> servers_;
  SetId old_;  // its id, once it is known
  SetId set_;
  Right right_;
  Phase phase_ = Phase::looks;
  int begun_ = 0;
  std::optional<Candidate> candidate_;
  Moment stood_;  // or has read, since
  Seq read_;
  std::optional<Reader> reader_;
  std::vector<SharedEntry> log_;
  std::optional<Copying> copying_;
  std::optional<std::string> refused_;
};

}  // namespace rostrum::ledger
