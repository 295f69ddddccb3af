// The ledger of a session that one process serves: a commit is final once the process has synced it to the journal of
// its own, and nobody else ever writes. Its courier is never needed but while the disk is full.
//
// A full disk refuses a commit whole: we stop writing and are held, ask the journal every `retry_after` whether there
// is room for as much, and write again when there is. Any other failure to append ends the process, for only a restart
// that reads the journal tells what stands in it.
//
// The journal is used by the scheduler's writer while it appends or probes, and by the hall's strand while it does not.
#pragma once

#include <deque>
#include <optional>

#include "base/clock.hpp"
#include "base/scheduler.hpp"
#include "ledger/courier.hpp"
#include "ledger/ledger.hpp"

namespace rostrum::ledger {

inline constexpr Millis retry_after = seconds(1);  // while the journal is full; of the session's clock

class LocalLedger final : public Ledger, public Courier {
 public:
  /// All outlive the ledger, and whoever listens too.
  LocalLedger(journal::Journal& journal, Scheduler& scheduler, Clock& clock);

  // ---- Ledger

  /// Tells `listener` that it writes before this returns, in the one term there ever is.
  void start(Listener& listener) override;
  void propose(Seq seq, wire::StoredCommit commit) override;
  /// Always, and says so inside the call.
  void still_writing(std::function<void(bool)> then) override { then(true); }
  /// There is nobody to go on: it writes until the process ends.
  void hand_over() override {}
  [[nodiscard]] bool has_others() const override { return false; }
  /// Inside the call where nothing is being written.
  void read(std::function<void(journal::Journal&)> then) override;

  // ---- Courier

  /// `held`, at once: nobody else will ever have the command.
  void forward(const GrantId& grant, const wire::ClientCommand& command, bool present, TakeAnswer answer) override;

  /// A commit, or a try for room, is on its way to the disk.
  [[nodiscard]] bool busy() const { return busy_; }
  /// How often the journal was asked for room, since the start.
  [[nodiscard]] std::uint64_t room_tries() const { return room_tries_; }

 private:
  /// What the writer is given, and what it says.
  struct Append {
    Seq seq;
    wire::StoredCommit commit;
    Result<void, journal::AppendFailure> written;
  };

  void settle(Append& append);
  void hold(std::size_t bytes, std::string why);
  void ask_later(std::string why);
  void ask();
  void asked(const Result<void, journal::AppendFailure>& room);
  void let_read();

  journal::Journal& journal_;
  Scheduler& scheduler_;
  Clock& clock_;
  Listener* listener_ = nullptr;  // from the start on
  Seq tail_;                      // of what is final: the journal is not asked while it is written to
  bool busy_ = false;
  std::size_t bytes_refused_ = 0;  // while held: of the commit that there was no room for
  Instant held_since_;             //
  std::uint64_t room_tries_ = 0;
  std::unique_ptr<Alarm> alarm_;
  std::deque<std::function<void(journal::Journal&)>> readers_;
};

}  // namespace rostrum::ledger
