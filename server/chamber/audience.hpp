// What each audience was shown of the session, and what it still has to be: patches, which are kept for a while for who
// resumes, and snapshots. Each is encoded once per codec, however many it goes to.
//
// Invariant: a snapshot and the patches after it equal a fresh projection, for every audience (N3).
#pragma once

#include <array>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "chamber/parts.hpp"
#include "chamber/seen.hpp"

namespace rostrum::chamber {

// Bounds, each with a test.
inline constexpr std::size_t patches_kept_max = 1'024;
inline constexpr std::size_t patch_texts_kept_bytes_max = 16u << 20;  // of statements in those

/// What a connection gets when it has joined: it is at `seq` once it has sent `frames`, in their order.
struct Joined {
  wire::Hello hello;
  std::vector<Frame> frames;
  Seq seq;
};

class Audiences {
 public:
  /// Counts in `counters`, which outlives what is published.
  explicit Audiences(Counters& counters) : counters_(counters) {}

  /// Whoever comes back holds all there is of `state`: where the server was started again, nobody knows better.
  void begin(const council::State& state);

  /// Shows what the last commit has changed: to each delegation what is its own, then to each audience.
  void publish(const Seen& seen, const std::set<views::Key>& changed, Hub& hub);

  /// Lets in one who holds `grant`: with what it missed since `from` where that is known, and smaller than a snapshot.
  /// `now` and `clock_speed` are of the session's clock.
  [[nodiscard]] Joined join(const Seen& seen, const council::Grant& grant, wire::Codec codec,
                            const std::optional<wire::Position>& from, Instant now, double clock_speed);

 private:
  using Items = std::array<std::shared_ptr<SharedItem>, views::audience_count>;
  struct Kept {
    Seq seq;
    Items patches;
    std::size_t text_bytes = 0;
  };

  void publish_private(const council::State& state, const std::set<views::Key>& changed, Hub& hub);
  [[nodiscard]] std::shared_ptr<SharedItem> patch_for(const Seen& seen, const std::set<views::Key>& changed,
                                                      views::Audience audience);
  void keep(Kept kept);
  void give_picture(Joined& joined, const Seen& seen, wire::Codec codec, const std::optional<wire::Position>& from);
  [[nodiscard]] std::shared_ptr<SharedItem> snapshot_for(const Seen& seen, views::Audience audience);
  [[nodiscard]] std::vector<Frame> missed(const wire::Position& from, const wire::Position& here, wire::Codec codec,
                                          std::size_t bytes_most);

  Counters& counters_;
  std::array<std::set<views::Key>, views::audience_count> shown_;  // what each audience holds
  std::map<DelegationId, std::set<views::Key>> shown_privately_;   // and each delegation, of its own
  std::size_t kept_text_bytes_ = 0;
  std::deque<Kept> kept_;  // the latest patches, for who resumes
  Items snapshots_;        // at the last commit, made on first use
};

}  // namespace rostrum::chamber
