// A node that has the right to write. It brings every server to its log, entry by entry; an entry of its own term is
// final once most servers stand at it or beyond, and with it all before. It never has two contents at one place: what
// was sent is sent again, the same bytes, until it is final or the right is lost.
//
// It begins by reading what it inherits, the end of the chosen log that is not known to be final, and sends that again
// as it is, in its old term; then it appends an entry of its own that says that the term has begun. Nothing inherited
// is final before that one is.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <set>

#include "ledger/agreed/candidate.hpp"
#include "ledger/agreed/reader.hpp"

namespace rostrum::ledger {

inline constexpr Millis bell_every{250};
/// A writer that so long has had no word from most servers stops ringing, so that another may begin.
inline constexpr Millis touch_most = seconds(1);
inline constexpr Millis admission_pause = bell_every;  // until a stranger is considered again
// Of what is final, so that it need not be asked for.
inline constexpr std::size_t entries_kept_max = 1'024;
inline constexpr std::size_t kept_bytes_max = 32u << 20;

class Writer {
 public:
  /// What it needs of the node around it.
  struct Around {
    /// The commit that says that the right's term has begun, behind `last`.
    std::function<wire::StoredCommit(const Right& right, const Entry& last)> begins;
    /// Why nothing becomes final here, in words; empty: it does.
    std::function<std::string()> held;
    /// Gives final entries from `from` on, some of them, which the writer does not keep any more.
    std::function<void(Seq from, std::function<void(std::vector<SharedEntry>)> then)> older;
    std::function<Instant()> now;  // on the session's clock
  };

  /// `last` is the last final commit that is here.
  Writer(Outgoing& outgoing, const Won& won, const SharedEntry& last, Around around);

  /// Once it stands at its place: `around` may be asked.
  void begin();
  /// Sends what follows the end of the log to all.
  void propose(SharedEntry entry);
  /// `then` hears whether most servers, asked from now on, still have us as their writer; nothing where the right is
  /// lost first. One question at a time.
  void still_writing(std::function<void()> then);
  bool replied(std::uint64_t id, const Reply& reply);
  void tick();
  /// The commit is known here: whoever follows may know it too.
  void ring(const SharedEntry& entry);
  /// Another may go on at once.
  void ring_out(const WriterName& successor);

  /// Entries that have become final since the last call, in order.
  [[nodiscard]] std::vector<SharedEntry> take_finals() { return std::exchange(finals_, {}); }
  [[nodiscard]] const Right& right() const { return right_; }
  /// The first entry of the term is final.
  [[nodiscard]] bool began() const { return first_ && final_ >= *first_; }
  /// Everything proposed is final.
  [[nodiscard]] bool idle() const { return began() && final_ == end(); }
  /// A higher number than ever whenever it has got further. Once it has begun that is: has made something final; until
  /// then also: has read on, has brought a server on.
  [[nodiscard]] std::uint64_t progress() const;
  /// The right is lost, to that term.
  [[nodiscard]] const std::optional<Term>& deposed_by() const { return deposed_by_; }
  /// Set where what is here is no beginning of the chosen log: in words. This node must not write.
  [[nodiscard]] std::optional<std::string> differs() const;
  /// Most servers have answered of late, as ours.
  [[nodiscard]] bool in_touch() const { return out_of_touch_for() < touch_most; }
  /// Since when most servers had not answered, as ours; or since we began.
  [[nodiscard]] Millis out_of_touch_for() const;
  /// Entries that are final and that the server is not known to hold.
  [[nodiscard]] std::uint64_t behind(ServerNumber server) const;
  /// How long ago it last said that it has taken an entry, hence has it on its disk; none: never.
  [[nodiscard]] std::optional<Millis> synced_for(ServerNumber server) const;

 private:
  struct Server {
    ServerLife life;  // in which it takes entries from us; empty: not known whether it does
    Seq next{1};      // to be sent
    Seq stands;       // it stands at our entry there
    bool busy = false;
    std::uint64_t turn = 0;  // of what it is busy with
    Moment not_before;
    std::optional<Moment> heard;   // as ours
    std::optional<Moment> synced;  // an entry
  };
  struct Admission {
    ServerLife life;
    std::set<ServerNumber> open;  // have not said
    std::size_t confirmed = 0;
    bool refused = false;
  };
  struct Asked {
    std::function<void()> then;
    std::set<ServerNumber> yes;
    std::vector<std::uint64_t> questions;
    Moment asked_at;
  };
  using Handle = std::function<void(Server& server, const Reply* reply, bool in_turn)>;

  void inherit();
  [[nodiscard]] Seq end() const { return {base_.value + log_.size()}; }
  [[nodiscard]] const SharedEntry& at(Seq seq) const { return log_[seq.value - base_.value - 1]; }

  void ask_in_turn(ServerNumber number, Question question, Handle handle);
  void send(ServerNumber number);
  void raise(ServerNumber number);
  void append(ServerNumber number, const SharedEntry& entry);
  void appended(ServerNumber number, const SharedEntry& entry, const Reply& reply, bool in_turn);
  void send_older(ServerNumber number);
  void consider_admission(ServerNumber number, const ServerLife& life);
  void considered(ServerNumber number, Admission& admission);
  void admit(ServerNumber number, const ServerLife& life);
  void lost(Server& server);
  void pause(ServerNumber number);
  /// Whether the reply is of the life that takes entries from us; what it says of others' rights is taken from it.
  bool ours(ServerNumber number, const Reply& reply);
  void count();
  void keep(SharedEntry entry);
  void forget_old();
  void forget_older();
  void ask_still();
  void answered_still(ServerNumber number, const Reply* reply);
  void ring_all(Bell bell);
  [[nodiscard]] Questions::Then heard_of(ServerNumber number);
  [[nodiscard]] Moment now() const { return outgoing_.now(); }

  Outgoing& outgoing_;
  Questions questions_;
  Right right_;
  Around around_;
  std::vector<Server> servers_;
  Won won_;
  Reader inherited_;
  Seq base_;  // the log is kept from behind it
  std::deque<SharedEntry> log_;
  std::size_t log_bytes_ = 0;
  std::map<Seq, SharedEntry> older_;  // what was fetched for servers that lie far behind
  std::size_t older_bytes_ = 0;
  Seq final_;
  SharedEntry rung_;          // the last that was rung for
  std::optional<Seq> first_;  // of our term; none while what is inherited is being read
  std::vector<SharedEntry> finals_;
  std::optional<Asked> asked_;
  Moment began_at_;
  std::optional<Moment> rang_;
  std::optional<Term> deposed_by_;
  bool too_short_ = false;  // the chosen log
};

}  // namespace rostrum::ledger
