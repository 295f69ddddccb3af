// The imperative shell of one session: takes commands, decides, proposes what was decided to the ledger, and once it is
// final renders it, encodes it once per audience and codec, and publishes it. It does the same for what others have
// written, and cannot tell whether there are any.
//
// There are two states. What is final (seen.hpp) is all that is shown, told and answered from, and only `final` changes
// it. While we write there is one ahead of it as well (writing.hpp), which is decided by. While a batch is under way
// nothing is decided: what comes waits and becomes the next commit (group commit). Where we do not write, commands go
// to the courier, who carries them to whoever does.
//
// Everything here runs on the hall's strand; a long journal is read ahead of a replay (read_ahead.hpp). Callbacks are
// never run from inside the call that gave them.
#pragma once

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <vector>

#include "chamber/audience.hpp"
#include "chamber/chamber_log.hpp"
#include "chamber/door.hpp"
#include "chamber/parts.hpp"
#include "chamber/seen.hpp"
#include "chamber/writing.hpp"

namespace rostrum::chamber {

/// What a grant is worth now.
enum class GrantIs : std::uint8_t { valid, unknown, revoked, expired };

// Bounds, each with a test.
inline constexpr std::size_t waiting_commands_max = 10'000;
inline constexpr std::size_t waiting_questions_max = 1'000;
inline constexpr std::size_t brought_answers_max = 10'000;

class Chamber final : public ledger::Listener, public ledger::Decider {
 public:
  struct OpenFailure {
    std::string why;
  };

  /// Goes on from the end of `log`, in which the session has begun (`begin_log`) and which the ledger adds to from now
  /// on, and listens to the ledger. Fails with a damaged log (naming the first bad sequence), or that of another
  /// session than the one of `programme`.
  [[nodiscard]] static Result<std::unique_ptr<Chamber>, OpenFailure> open(Parts parts, journal::Journal& log,
                                                                          const council::Programme& programme);

  /// A client that has shown it holds `grant` wants to follow the session, from `position` where it has one. It is let
  /// in at what is final, which is not before that position; or not at all. In `done` the connection is registered with
  /// the hub before it returns, so that no patch is missed.
  void join(const GrantId& grant, wire::Codec codec, std::optional<wire::Position> position,
            std::function<void(LetIn)> done);

  /// Takes a command of `grant`, which came when the delegations `present` were here. The answer comes once the act is
  /// final and published, or once it is certain that it was refused.
  void take(const GrantId& grant, wire::ClientCommand command, PresentThen present, std::function<void(Answer)> answer);

  /// Reads the log from its end, or from before a commit, backwards. The answer comes when no commit is being written,
  /// and is bounded: `next_before` goes on from there. None where it cannot be given now: too many ask, or the journal
  /// cannot be read.
  void ask_log(LogQuestion question, std::function<void(std::optional<ToldLog>)> done);

  /// Answers a question of chair or desk from what is final.
  [[nodiscard]] council::Decided<council::Reply> answer(const council::Question& question) {
    return council::reply(state(), now(), question);
  }

  /// The session's clock, never before the last act: what clients set theirs by.
  [[nodiscard]] Instant now();

  /// What is final. Not to be kept beyond the current call.
  [[nodiscard]] const council::State& state() const { return seen_.state(); }
  [[nodiscard]] Seq seq() const { return seen_.tail().seq; }
  [[nodiscard]] const std::string& epoch() const { return seen_.epoch(); }
  [[nodiscard]] const Counters& counters() const { return counters_; }
  /// Set while the ledger does not stand well: why. What is sent meanwhile is answered by the courier.
  [[nodiscard]] std::optional<std::string> held() const {
    return standing_.is == ledger::Standing::Is::well ? std::nullopt : std::optional(standing_.why);
  }

  /// Whether a grant lets in and acts. Once it has expired it is that, however it ended.
  [[nodiscard]] GrantIs grant_is(const GrantId& grant);

  /// Calls `then` once no batch is under way, nothing waits to be decided or passed on, and nothing is being written:
  /// for a graceful stop.
  void when_idle(std::function<void()> then) {
    queues_.on_idle.push_back(std::move(then));
    pump_soon();
  }

  /// `look` is called before anybody is let in, and has the ledger say how it stands at that moment: a process that
  /// stood still does not know by itself how late it is.
  void before_the_door_opens(std::function<void()> look) { look_ = std::move(look); }

  // ---- from the ledger

  void final(const ledger::Final& commit) override;
  void began_writing(Term term) override;
  /// What was under way was not decided after all: it waits again, and goes to the courier.
  void stopped_writing() override;
  /// Where we are out of touch nobody waits for what may not come: answers that were brought ahead of what they rest on
  /// end as `unconfirmed`.
  void standing(const ledger::Standing& standing) override;

  /// Beside those that the hub knows of, the delegation of `grant` counts as present, where it is. Dropped where we do
  /// not write; `unconfirmed` where too many wait.
  void decide_for_another(const GrantId& grant, wire::ClientCommand command, bool present, TakeAnswer answer) override;

 private:
  struct Asking {
    LogQuestion question;
    std::function<void(std::optional<ToldLog>)> done;
  };
  /// What waits for the pump.
  struct Queues {
    bool pump_posted = false;
    std::deque<Asking> asking;
    bool reading = false;  // for the first of those
    std::deque<Waiting> waiting;
    std::vector<std::function<void()>> on_idle;
  };
  /// An answer that the courier has brought ahead of what it rests on.
  struct Brought {
    std::shared_ptr<const Waiting> waiting;
    Answer what;
  };

  explicit Chamber(Parts parts);

  void wait(Waiting waiting);
  void pump_soon();
  void pump();
  void open_door();
  [[nodiscard]] LetIn let_in(const Door::Knock& knock);
  void answer_asking();
  void decide();
  void propose(Batch& batch);
  void answer_undecided(bool still_writing);
  void tell(const std::vector<Decided>& decided);
  void pass_on_waiting();
  void pass_on(Waiting waiting);
  [[nodiscard]] bool out_of_touch() const { return standing_.is == ledger::Standing::Is::out_of_touch; }
  void bring(Brought brought, Seq as_of);
  void tell_brought();
  void report_idle();

  Counters counters_;
  const Parts parts_;
  Seen seen_{counters_};
  Audiences audiences_{counters_};
  std::function<void()> look_ = [] {};
  Door door_{parts_.scheduler, [this] { pump_soon(); }};
  std::optional<Writing> writing_;
  ledger::Standing standing_;
  Queues queues_;
  std::multimap<Seq, Brought> brought_;  // by the commit that each rests on
};

}  // namespace rostrum::chamber
