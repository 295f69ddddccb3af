// What a chamber is put together from.
#pragma once

#include <functional>
#include <memory>

#include "base/clock.hpp"
#include "base/scheduler.hpp"
#include "chamber/frames.hpp"
#include "council/decide.hpp"
#include "ledger/courier.hpp"
#include "ledger/ledger.hpp"

namespace rostrum::chamber {

using ledger::Accepted;
using ledger::Answer;
using ledger::TakeAnswer;

/// The delegations of which a device followed the session when a command came: one value for all that come until that
/// changes. Never null.
using PresentThen = std::shared_ptr<const council::Present>;

/// Where the chamber's patches go: the gateway's hub, which queues them on the connections of that viewer.
class Hub {
 public:
  virtual ~Hub() = default;

  /// To every connection of this viewer. For a delegation (its private part) it comes before the audience's own.
  virtual void publish(const views::Viewer& viewer, const std::shared_ptr<SharedItem>& item) = 0;

  /// The delegations of which a device follows now, wherever.
  [[nodiscard]] virtual const PresentThen& present() const = 0;

  /// A grant was revoked or issued, which is final. What shows it is published next: who is dropped here gets none of
  /// it, nor anything later.
  virtual void grants_changed() = 0;

  /// How the ledger stands has changed.
  virtual void standing(const ledger::Standing& standing) = 0;
};

/// What the chamber hides by: nothing of it is stored in the open.
struct Secrets {
  wire::Salts salts;
  std::function<Digest(const Digest&)> keyed;  // of a command's content, under a key of the server's secret
  council::LotSecret lot;
};

/// What stands around a chamber. All of it outlives the chamber; `clock` is the session's.
struct Parts {
  ledger::Ledger& ledger;
  ledger::Courier& courier;
  Scheduler& scheduler;
  Clock& clock;
  Hub& hub;
  Secrets secrets;
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
  std::uint64_t events_evolved = 0;  // by any state: of a replay, ahead, and of what has become final
};

}  // namespace rostrum::chamber
