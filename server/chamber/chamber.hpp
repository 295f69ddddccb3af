// The imperative shell of one session: takes commands, decides, evolves, appends, and once a commit is durable renders
// it, encodes it once per audience and codec, and publishes it. The only writer of its session's state and journal.
//
// Everything here runs on the hall's strand; the journal alone is written on the scheduler's writer, and a long one is
// read ahead of a replay (read_ahead.hpp). While a commit is being written nothing is decided: what comes waits and
// becomes the next commit (group commit), so there is one state, and it is seen from outside only when it is durable.
// Callbacks are never run from inside the call that gave them.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

#include "base/clock.hpp"
#include "chamber/frames.hpp"
#include "chamber/scheduler.hpp"
#include "chamber/taken_commands.hpp"
#include "council/deadlines.hpp"
#include "council/decide.hpp"
#include "journal/journal.hpp"
#include "wire/stored.hpp"

namespace rostrum::chamber {

/// Where the chamber's patches go: the gateway's hub, which queues them on the connections of that viewer.
class Hub {
 public:
  virtual ~Hub() = default;

  /// To every connection of this viewer. For a delegation (its private part) it comes before the audience's own.
  virtual void publish(const views::Viewer& viewer, const std::shared_ptr<SharedItem>& item) = 0;

  /// A grant was revoked or issued, which is durable. What shows it is published next: who is dropped here gets none of
  /// it, nor anything later.
  virtual void grants_changed() = 0;
};

/// What a grant is worth now.
enum class GrantIs : std::uint8_t { valid, unknown, revoked, expired };

/// What a connection gets when it has joined: it is at `seq` once it has sent `frames`, in their order.
struct Joined {
  wire::Hello hello;
  std::vector<Frame> frames;
  Seq seq;
};

/// The delegations of which a device followed the session when a command came: one value for all that come until that
/// changes. Never null.
using PresentThen = std::shared_ptr<const council::Present>;

/// An act that is durable.
struct Accepted {
  ActName act;
  std::vector<council::Act> inverse;  // what takes it back, in order; none where it was answered before
};

/// What the chamber hides by: nothing of it is stored in the open.
struct Secrets {
  wire::Salts salts;
  std::function<Digest(const Digest&)> keyed;  // of a command's content, under a key of the server's secret
};

using Answer = std::variant<Accepted, council::Rejection>;

/// Some of the log, the latest first.
struct ToldLog {
  std::vector<wire::LogLine> lines;
  std::optional<Seq> next_before;  // what came before this commit has not been looked at
};

struct Counters {
  std::uint64_t commits = 0;
  std::uint64_t acts = 0;
  std::uint64_t rejections = 0;
  std::uint64_t duplicates = 0;
  std::uint64_t patches_encoded = 0;
  std::uint64_t snapshots_encoded = 0;
  std::uint64_t resumes = 0;
  std::uint64_t snapshots_given = 0;
  std::uint64_t room_tries = 0;  // while held
};

// Bounds, each with a test.
inline constexpr std::size_t waiting_commands_max = 10'000;
inline constexpr std::size_t acts_per_commit_max = 256;
/// What people write, in the acts of a commit: far below wire::commit_bytes_max, which also holds what goes with it.
inline constexpr std::size_t text_bytes_per_commit_max = 1u << 20;
inline constexpr std::size_t patches_kept_max = 1'024;
inline constexpr std::size_t patch_texts_kept_bytes_max = 16u << 20;  // of statements in those
inline constexpr Millis expiry_default = minutes(1);
inline constexpr Millis expiry_most = minutes(10);
inline constexpr Millis duplicates_remembered = minutes(20);
inline constexpr Millis retry_after = seconds(1);  // while the journal is full; of the session's clock
// Of an answer about the log. A commit is told whole: one that has more lines than that is an answer of its own.
inline constexpr std::size_t lines_per_answer_max = 200;
inline constexpr std::size_t commits_per_answer_max = 500;         // looked at
inline constexpr std::size_t log_bytes_per_answer_max = 2u << 20;  // read, beyond one commit
inline constexpr std::size_t waiting_questions_max = 1'000;

class Chamber {
 public:
  /// What the log holds, brought back: made by `open`.
  struct Past;

  struct OpenFailure {
    std::string why;
  };

  /// Reads the journal (empty: begins it with `programme` and a new `epoch`) and is ready to take commands.
  /// Fails with a damaged log (naming the first bad sequence), or a log of another session.
  [[nodiscard]] static Result<std::unique_ptr<Chamber>, OpenFailure>
  open(journal::Journal& journal, Scheduler& scheduler, Clock& clock, Hub& hub, Secrets secrets,
       const council::Programme& programme, std::string epoch);

  /// A client that has shown it holds `grant` wants to follow the session, from `position` where it has one. The answer
  /// comes when no commit is in flight: none where the grant is not valid (see `grant_is`). In `done` the connection is
  /// registered with the hub before it returns, so that no patch is missed.
  void join(const GrantId& grant, wire::Codec codec, std::optional<wire::Position> position,
            std::function<void(std::optional<Joined>)> done);

  /// Takes a command of `grant`, which came when the delegations `present` were here. The answer comes once the act is
  /// durable, or once it is certain that it was refused.
  void take(const GrantId& grant, wire::ClientCommand command, PresentThen present, std::function<void(Answer)> answer);

  /// The session's clock, never before the last commit: what acts are stamped with, and what clients set theirs by.
  [[nodiscard]] Instant now();

  /// What is durable. Not to be kept beyond the current call.
  [[nodiscard]] const council::State& state() const { return state_; }
  [[nodiscard]] Seq seq() const { return tail_.seq; }
  [[nodiscard]] const std::string& epoch() const { return epoch_; }
  [[nodiscard]] const Counters& counters() const { return counters_; }
  [[nodiscard]] bool writing() const { return writing_; }
  /// Set while the journal cannot be written: why. Commands are answered with `held`, without being decided, and what
  /// falls due waits, until the journal has shown that there is room again: it is asked every `retry_after`.
  [[nodiscard]] const std::optional<std::string>& held() const { return held_; }

  /// Reads the log from its end, or from before the commit `before`, backwards: the events on `panel`, or all. The
  /// answer comes when no commit is in flight, and is bounded: `next_before` goes on from there. None where it cannot
  /// be given now: too many ask, or the journal cannot be read.
  void ask_log(std::optional<PanelId> panel, std::optional<Seq> before,
               std::function<void(std::optional<ToldLog>)> done);

  /// Whether a grant lets in and acts. Once it has expired it is that, however it ended.
  [[nodiscard]] GrantIs grant_is(const GrantId& grant);

  /// Calls `then` once nothing is being written and nothing waits: for a graceful stop.
  void when_idle(std::function<void()> then);

 private:
  struct Waiting {
    GrantId grant;
    wire::ClientCommand command;
    PresentThen present;
    Instant expires_at;
    std::function<void(Answer)> answer;
  };
  struct Joining {
    GrantId grant;
    wire::Codec codec;
    std::optional<wire::Position> position;
    std::function<void(std::optional<Joined>)> done;
  };
  struct Asking {
    std::optional<PanelId> panel;
    std::optional<Seq> before;
    std::function<void(std::optional<ToldLog>)> done;
  };
  /// What is decided and not yet durable, and who waits to hear of it.
  struct Batch {
    wire::Commit commit;
    wire::StoredCommit stored;
    std::set<views::Key> touched;
    bool changes_grants = false;
    std::vector<std::pair<std::function<void(Answer)>, Answer>> answers;
    Result<void, journal::AppendFailure> written;
  };
  struct Kept {
    Seq seq;
    std::array<std::shared_ptr<SharedItem>, views::audience_count> patches;
    std::size_t text_bytes = 0;
  };

  Chamber(journal::Journal& journal, Scheduler& scheduler, Clock& clock, Hub& hub, Secrets secrets);

  Result<void, OpenFailure> begin(const council::Programme& programme, std::string epoch);
  Result<void, OpenFailure> replay();
  Result<void, std::string> replay_commit(const wire::Commit& commit);

  void pump_soon();
  void pump();
  void admit_joining();
  void answer_asking();
  [[nodiscard]] std::optional<ToldLog> told_log(const Asking& asking);
  [[nodiscard]] std::shared_ptr<Batch> decide_waiting();
  void decide_due(Batch& batch, council::Deadline due, Instant at);
  void decide_one(Batch& batch, Waiting waiting, Instant at);
  [[nodiscard]] std::optional<Answer> answered_before(const Waiting& waiting) const;
  [[nodiscard]] std::optional<council::Rejection> refused_expiry(const Waiting& waiting, Instant at) const;
  [[nodiscard]] bool accept(Batch& batch, const Waiting& waiting, Instant at, Answer& answer);
  void write(std::shared_ptr<Batch> batch);
  void settle(Batch& batch);
  void hold(Batch& batch, const std::string& why);
  void answer_held();
  void probe();
  void probed(const Result<void, journal::AppendFailure>& room);
  void publish(const Batch& batch);
  void publish_private(const Batch& batch);
  [[nodiscard]] std::shared_ptr<SharedItem> patch_for(const Batch& batch, views::Audience audience);
  void wait_for_deadline();
  [[nodiscard]] Joined joined(const council::Grant& grant, const Joining& joining);
  [[nodiscard]] std::shared_ptr<SharedItem> snapshot_for(views::Audience audience);
  [[nodiscard]] std::vector<Frame> missed(const wire::Position& position, const wire::Position& here, wire::Codec codec,
                                          std::size_t bytes_most);
  void note_shown();
  void report_idle();

  journal::Journal& journal_;
  Scheduler& scheduler_;
  Clock& clock_;
  Hub& hub_;
  Secrets secrets_;

  council::State state_;
  journal::Tail tail_;
  std::string epoch_;
  Instant last_at_;
  Counters counters_;
  bool writing_ = false;
  bool pump_posted_ = false;
  std::optional<std::string> held_;
  Instant retry_at_;               // while held: when the journal is asked again whether there is room
  std::size_t bytes_refused_ = 0;  // while held: of the commit that there was no room for

  std::deque<Waiting> waiting_;
  std::vector<Joining> joining_;
  std::deque<Asking> asking_;
  std::vector<std::function<void()>> on_idle_;
  TakenCommands taken_;

  std::array<std::set<views::Key>, views::audience_count> shown_;  // what each audience holds
  std::map<DelegationId, std::set<views::Key>> shown_privately_;   // and each delegation, of its own
  std::size_t kept_text_bytes_ = 0;
  std::deque<Kept> kept_;                                                     // the latest patches, for who resumes
  std::array<std::shared_ptr<SharedItem>, views::audience_count> snapshots_;  // at tail_.seq, made on first use
};

}  // namespace rostrum::chamber
