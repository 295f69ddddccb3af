// How many devices of each seat follow the session, at all nodes together (P6): told to the desk's audience, whole with
// the session and then what changes. A hall that comes back after a break makes many changes at once, so they are told
// together, an interval after the first. Counts are absolute: telling one twice does no harm. Not in the journal.
//
// Touched by the hall's strand only.
#pragma once

#include <array>
#include <functional>
#include <map>
#include <set>

#include "gateway/hub.hpp"
#include "ops/metrics.hpp"

namespace rostrum::gateway {

/// From the first change to its telling, in real time.
inline constexpr Millis presence_interval{250};

class Presence {
 public:
  /// `labels` are the session's.
  Presence(Hub& hub, ops::Metrics& metrics, const ops::Labels& labels);

  /// `later` is called when there is something to tell and `flush` is to be called in `presence_interval`. None: nobody
  /// tells.
  void when_changed(std::function<void()> later) { later_ = std::move(later); }

  /// A device that signed in with this seat follows, or does no more.
  void came(const SeatId& seat, council::Role role) { change(seat, role, +1); }
  void went(const SeatId& seat, council::Role role) { change(seat, role, -1); }

  /// So many devices follow at other nodes, by their seats; it replaces what was said before.
  void others_have(std::map<SeatId, std::uint32_t> devices);
  /// And so many here.
  [[nodiscard]] const std::map<SeatId, std::uint32_t>& here() const { return here_; }

  /// Tells what has changed since the last time.
  void flush();

  /// Everybody, for who joins now: shared by all who join before the next change.
  [[nodiscard]] chamber::Frame whole(wire::Codec codec);

  [[nodiscard]] std::uint64_t encodings() const { return encodings_; }

 private:
  void change(const SeatId& seat, council::Role role, int by);
  void changed(const SeatId& seat);
  /// At all nodes.
  [[nodiscard]] std::uint32_t devices_of(const SeatId& seat) const;

  Hub& hub_;
  std::array<ops::Gauge*, council::role_count> devices_{};
  std::function<void()> later_;
  std::map<SeatId, std::uint32_t> here_, elsewhere_;  // the seats of which there are devices
  std::set<SeatId> changed_;
  std::shared_ptr<chamber::SharedItem> whole_;  // as it is now; made on first use
  std::uint64_t encodings_ = 0;
};

}  // namespace rostrum::gateway
