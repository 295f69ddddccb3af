// The ledger of a session that several nodes serve: a commit is final once most servers hold it, one node writes at a
// time, and any may become the one that does. docs/several-nodes.md tells how, with each invariant.
//
// Without input or output: requests go to a Carrier; what servers answer, what nodes tell each other and how late it is
// come in. Everything happens on one strand, and the same inputs give the same outputs, but for what `random` gives.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>

#include "ledger/agreed/archive.hpp"
#include "ledger/agreed/candidate.hpp"
#include "ledger/agreed/followed_clock.hpp"
#include "ledger/agreed/forwards.hpp"
#include "ledger/agreed/reader.hpp"
#include "ledger/agreed/writer.hpp"
#include "ledger/courier.hpp"

namespace rostrum::ledger {

/// Of the writer's bells, before a node stands; longer by chance, so that two seldom stand at once.
inline constexpr Millis silence_most{1'500};
inline constexpr Millis silence_spread{500};
/// Without word from most servers a writer says that nothing becomes final.
inline constexpr Millis held_after{750};
inline constexpr Millis standing_most = seconds(1);  // for the right to write, and up to as much again
inline constexpr Millis frozen_least{500};           // between two ticks: then it was this node that was silent
inline constexpr Millis out_of_touch_after = seconds(3);
/// A writer that so long has had no word from most servers, has not heard most, or has got no further with what it has
/// to do, is none any more: another may be able to, and who waits for it is told that it is not known.
inline constexpr Millis gives_up_after = out_of_touch_after;
/// One that has yet to begin, and waits for a disk that is slow and not full, may wait longer: it would only begin
/// anew.
inline constexpr Millis slow_disk_most = seconds(30);
static_assert(gap_bytes_max >= 4 * archive_behind_bytes_max, "whatever all archives may lack can be read");
inline constexpr std::size_t given_at_once_max = 256;  // commits; so that the hall is not held up by a long gap
inline constexpr Millis present_every = seconds(1);
inline constexpr Millis tick_every{50};  // or more often
inline constexpr Millis archive_retry_after = seconds(1);

/// A node, as the operator named it.
using NodeName = std::string;

class Agreed final : public Ledger, public Courier {
 public:
  struct Around {
    NodeName node;
    SetId set;                // of servers ...
    std::size_t servers = 1;  // ... one, or an odd number of them
    Carrier& carrier;
    journal::Journal& archive;  // not empty: a node begins no session
    Scheduler& scheduler;
    FollowedClock& clock;
    wire::Salts salts;
    Seals::Hmac hmac;                       // of the session's secret
    std::function<std::uint64_t()> random;  // a writer's name is made of it, so it must not be the same twice
  };

  explicit Agreed(Around around);

  /// Who decides the commands of other nodes, while we write. Once, before anything comes in.
  void decided_by(Decider& decider) { decider_ = &decider; }
  /// Who is told whom other nodes have. Once, before anything comes in.
  void here_told_to(std::function<void(Moment now, const Here& here)> take) { take_here_ = std::move(take); }
  /// Tells the others whom this node has: `here`, as a later one than all before. Before all that is forwarded later.
  void tell_here(Moment now, Here here);

  // ---- what comes in
  void tick(Moment now);
  void replied(Moment now, std::uint64_t id, const Reply& reply);
  /// Some node told all who listen to this server, us too.
  void heard(Moment now, ServerNumber server, std::string_view sealed);
  /// Whether what is told by way of this server arrives here.
  void listens(Moment now, ServerNumber server, bool listening);
  /// Looks at how it stands, at this moment.
  void look(Moment now);
  /// Stands for the right to write now, whoever writes; not before it has been told what the others' clocks show, nor
  /// while it does not listen to most servers.
  void take_over(Moment now);

  // ---- Ledger, Courier
  void start(Listener& listener) override;
  void propose(Seq seq, wire::StoredCommit commit) override;
  void still_writing(std::function<void(bool)> then) override;
  void hand_over() override;
  [[nodiscard]] bool has_others() const override { return true; }
  void read(std::function<void(journal::Journal&)> then) override;
  void forward(const GrantId& grant, const wire::ClientCommand& command, bool present, TakeAnswer answer) override;

  [[nodiscard]] bool writes() const { return received_ != nullptr; }
  /// Something of it is on its way to this node's disk.
  [[nodiscard]] bool archives() const { return archive_.writing(); }
  /// It has handed over, and never writes again.
  [[nodiscard]] bool has_left() const { return left_; }
  /// The highest that is known here.
  [[nodiscard]] Term term() const { return highest_; }
  /// How often this node has won the right to write.
  [[nodiscard]] std::uint64_t take_overs() const { return take_overs_; }
  /// The node that writes, which alone knows how the servers follow; none elsewhere.
  [[nodiscard]] const Writer* writer() const { return writer_ ? &*writer_ : nullptr; }

 private:
  void arrive(Moment now);
  void settle();
  void settle_candidate();
  void settle_writer();
  void stand();
  void step_down(Term to);
  void begin_writing();
  void leave();
  void look_at_writing();
  /// Whether whoever writes in `term` has begun, as far as is known here. Before that he does not know himself of all
  /// that he inherits whether it is final: who knows as much as he may know too little to let anybody in.
  [[nodiscard]] bool has_begun(Term term) const { return reader_.last()->term >= term; }
  [[nodiscard]] bool has_given_all() const { return ready_.empty() && awaits_archive_ == 0; }
  [[nodiscard]] Seq shown() const;
  /// What this node would make final would be told to nobody.
  [[nodiscard]] bool cannot_keep() const { return archive_.full() && (around_.servers == 1 || !archive_.has_room()); }
  /// Why nothing more is final here, in words; empty: it is.
  [[nodiscard]] std::string why_held() const;
  /// And why nothing is that we write.
  [[nodiscard]] std::string why_writing_is_held() const;
  void collect();
  void give_ready();
  void give(const SharedEntry& entry);
  void given(const SharedEntry& entry);
  void hear(ServerNumber server, const Bell& bell);
  void hear(ServerNumber server, const Present& present);
  void hear(ServerNumber server, const Forward& forward);
  void hear(ServerNumber server, const Answered& answered);
  void hear(ServerNumber server, const Here& here);
  void take_from(const Bell& bell);
  void stay_silent();
  void look_at_standing();
  /// What is told is not of this session's nodes, or of nodes with another secret.
  [[nodiscard]] bool hears_strange() const;
  [[nodiscard]] std::string why_out_of_touch() const;
  [[nodiscard]] bool listens_to_most() const;
  [[nodiscard]] wire::StoredCommit begins(const Right& right, const Entry& last);
  void older(Seq from, std::function<void(std::vector<SharedEntry>)> then);
  [[nodiscard]] Moment now() const { return outgoing_.now(); }
  [[nodiscard]] Millis any_up_to(Millis most);

  Around around_;
  WriterName me_;
  Outgoing outgoing_;
  Archive archive_;
  Reader reader_;
  Forwards forwards_;
  Listener* listener_ = nullptr;
  Decider* decider_ = nullptr;
  std::function<void(Moment now, const Here& here)> take_here_;
  std::uint64_t told_here_ = 0;  // how often

  std::optional<Candidate> candidate_;
  Moment stands_until_;
  std::optional<Writer> writer_;
  std::unique_ptr<Received> received_;  // while we write: between began and stopped
  std::function<void(bool)> asked_;     // whether we still do
  std::deque<SharedEntry> ready_;       // final, and not given yet: there is no room in the archive, or it is much
  std::uint64_t awaits_archive_ = 0;    // of what is given to it alone, until it is durable there
  bool hands_over_ = false;
  bool left_ = false;

  Term highest_;  // heard of
  Term rings_;    // the highest that a bell was heard of
  Moment silent_since_;
  Millis silence_may_last_;
  std::vector<bool> listening_;
  std::map<WriterName, Moment> present_;
  Moment ticked_;
  Moment presented_;
  Moment retried_;
  Moment listened_;  // to most servers
  struct Progress {
    std::uint64_t at = 0;
    Moment since;
  };
  Progress progress_;  // of the writer: the furthest, and since when it gets no further with what it has to do
  // When the writer, or as the writer most servers, were there last, and what it knows was here: a node that has just
  // started knows nothing yet.
  Moment touched_ = Moment{} - out_of_touch_after;
  std::optional<std::string> differs_;
  struct Behind {
    Seq seq;
    Term term;
    Moment since;
  };
  std::optional<Behind> behind_;  // a bell for what was not here, until it is
  struct OtherSet {
    SetId set;
    Moment told_at;
  };
  std::optional<OtherSet> other_set_;  // that a server was of
  struct Heard {
    std::optional<Moment> strange;  // what is not of this session's nodes
    std::optional<Moment> others;   // of them, and not us
    struct {
      Term term;
      Instant now;
      std::string held;
    } bell;  // the last
  };
  Heard heard_;
  Standing standing_;
  bool settling_ = false;
  std::uint64_t take_overs_ = 0;
};

}  // namespace rostrum::ledger
