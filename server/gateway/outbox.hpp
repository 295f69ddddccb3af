// What waits to be sent to one client, bounded in bytes. A client that is too slow for its patches is neither cut nor
// does its outbox grow: what has not been sent is dropped, the outbox is behind, and everything that comes meanwhile is
// dropped too (Acks as well) until a fresh join begins it anew.
//
// What a join gives is taken whatever its size and is never dropped for a later frame: a session whose snapshot is
// larger than the bound still reaches its clients. So an outbox holds at most what one join gave, a large
// answer, `bytes_max`, and a refusal.
//
// Frames are shared with other outboxes; none is copied. Touched by the hall's strand only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <vector>

#include "chamber/frames.hpp"

namespace rostrum::gateway {

using chamber::Frame;

class Outbox {
 public:
  explicit Outbox(std::size_t bytes_max) : bytes_max_(bytes_max) {}

  /// Queues `frame`. False where it was dropped: the outbox is behind, or is so from now on.
  bool push(Frame frame);

  /// Queues what the client asked for, whatever its size and whether or not it is behind: it is no part of what a
  /// client follows. False where it was not taken, since an earlier one still waits.
  [[nodiscard]] bool push_whole(Frame frame);

  /// What a join gave goes behind what still waits, and the outbox is behind no more.
  void begin_anew(std::vector<Frame> frames);

  /// Drops all that waits and queues `frame` as the last one there will be.
  void end_with(Frame frame);

  /// Takes the frame at the head; none where nothing waits.
  [[nodiscard]] Frame next();

  /// Frames were dropped since the last join: the client has to join again once nothing waits.
  [[nodiscard]] bool behind() const { return behind_; }
  [[nodiscard]] bool empty() const { return of_join_.empty() && later_.empty(); }

  /// Bytes that wait beyond those of a join.
  [[nodiscard]] std::size_t bytes() const { return bytes_; }
  /// Frames dropped so far.
  [[nodiscard]] std::uint64_t dropped() const { return dropped_; }

 private:
  std::size_t bytes_max_;
  std::size_t bytes_ = 0;
  std::uint64_t dropped_ = 0;
  bool behind_ = false;
  bool ended_ = false;
  bool whole_waits_ = false;
  std::deque<Frame> of_join_;
  std::deque<Frame> later_;
};

}  // namespace rostrum::gateway
