// The journal of a node among several: what is final, a little behind. Written on the scheduler's writer, one batch
// after the other, and read only in between.
#pragma once

#include <deque>
#include <functional>
#include <optional>
#include <string>

#include "base/scheduler.hpp"
#include "journal/journal.hpp"
#include "ledger/agreed/questions.hpp"

namespace rostrum::ledger {

// How far it may be behind; then nothing more is final here.
inline constexpr Millis archive_behind_span_max = seconds(1);
inline constexpr std::size_t archive_behind_max = 100'000;  // commits
inline constexpr std::size_t archive_behind_bytes_max = 64u << 20;

/// So seldom it is written where nobody waits for it, and all that waits at once: a sync for every commit, at every
/// node, would hold up the servers where they share a disk.
inline constexpr Millis archive_every{100};
inline constexpr std::size_t archive_at_once_bytes = 1u << 20;  // that many are written at once, however soon

class Archive {
 public:
  /// All outlive it.
  Archive(journal::Journal& journal, Scheduler& scheduler, const Outgoing& times)
      : journal_(journal),
        scheduler_(scheduler),
        times_(times) {}

  /// Keeps the next final entry, for which there is room; `then` once it is durable here, which is as soon as can be.
  void append(SharedEntry entry, std::function<void()> then = {});
  /// Calls `then` when all that was kept until now is written, as far as there is room, and nothing is being written:
  /// at once, or after that.
  void read(std::function<void(journal::Journal&)> then);
  /// Writes what has waited long enough. Often.
  void tick();
  /// Tries again what there was no room for.
  void retry();

  [[nodiscard]] bool has_room() const {
    return waiting_.size() < archive_behind_max && bytes_ < archive_behind_bytes_max &&
           behind() < archive_behind_span_max;
  }
  /// How long what is not written yet has waited.
  [[nodiscard]] Millis behind() const { return behind_since_ ? times_.now() - *behind_since_ : Millis{}; }
  /// What waits to be written, as a reader finds it beside the journal. None: it is there, or is not known here.
  [[nodiscard]] SharedEntry waiting(Seq seq) const;
  /// Something is on its way to the disk.
  [[nodiscard]] bool writing() const { return writing_ || (!waiting_.empty() && !full_); }
  /// Why nothing can be written: there is no room. None: it can.
  [[nodiscard]] const std::optional<std::string>& full() const { return full_; }

 private:
  struct Waiting {
    SharedEntry entry;
    std::function<void()> then;
    Moment since;
  };
  struct Batch {
    std::deque<Waiting> entries;
    journal::Journal::Appended appended;
  };
  struct Reader {
    Seq of;  // it waits for
    std::function<void(journal::Journal&)> then;
  };

  void write();
  [[nodiscard]] bool is_due() const;
  void let_read();
  void written(Batch& batch);

  journal::Journal& journal_;
  Scheduler& scheduler_;
  const Outgoing& times_;
  std::deque<Waiting> waiting_;
  std::size_t bytes_ = 0;               // of what is not written yet
  std::optional<Moment> behind_since_;  // with the first of it
  std::deque<Reader> readers_;
  bool awaited_ = false;         // some of what waits
  std::optional<Moment> wrote_;  // last
  std::optional<std::string> full_;
  bool writing_ = false;
};

/// The last commit of a journal, which is not empty and not damaged.
[[nodiscard]] SharedEntry last_entry(journal::Journal& journal);

}  // namespace rostrum::ledger
