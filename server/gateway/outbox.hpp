// What waits to be sent to one client, bounded in bytes. A client that is too slow for its patches is neither cut nor
// does its outbox grow: what has not been sent is dropped, the outbox is behind, and everything that comes meanwhile is
// dropped too (Acks as well) until a fresh join begins it anew.
//
// What a join gives is taken whatever its size and is never dropped for a later frame: a session whose snapshot is
// larger than the bound still reaches its clients. So an outbox holds at most what one join gave, a large
// answer, `bytes_max`, and a refusal. What was taken out for sending is held by the line: one frame, or
// `bytes_together` of several.
//
// Frames are shared with other outboxes; none is copied. Touched by the hall's strand only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "chamber/frames.hpp"

namespace rostrum::gateway {

using chamber::Frame;

/// Of several frames that are taken together.
inline constexpr std::size_t bytes_together = 64u << 10;

class Outbox {
 public:
  explicit Outbox(std::size_t bytes_max) : bytes_max_(bytes_max) {}

  /// Whether `frame` may be sent past the outbox: nothing waits, and it would have been taken.
  [[nodiscard]] bool lets_pass(const std::string& frame) const {
    return empty() && !behind_ && !ended_ && frame.size() <= bytes_max_;
  }

  /// Queues `frame`. False where it was dropped: the outbox is behind, or is so from now on.
  bool push(Frame frame);

  /// Queues what the client asked for, whatever its size and whether or not it is behind: it is no part of what a
  /// client follows. False where it was not taken, since an earlier one still waits.
  [[nodiscard]] bool push_whole(Frame frame);

  /// What a join gave goes behind what still waits, and the outbox is behind no more.
  void begin_anew(std::vector<Frame> frames);

  /// Drops all that waits and queues `frame` as the last one there will be.
  void end_with(Frame frame);

  /// Takes frames from the head, in their order: as many as `into` has room for and, from the second on, no more than
  /// bytes_together. Returns how many.
  [[nodiscard]] std::size_t next(std::span<Frame> into);

  /// Frames were dropped since the last join: the client has to join again once nothing waits.
  [[nodiscard]] bool behind() const { return behind_; }
  [[nodiscard]] bool empty() const { return of_join_.empty() && later_.empty(); }

  /// Bytes that wait beyond those of a join.
  [[nodiscard]] std::size_t bytes() const { return bytes_; }
  /// Frames dropped so far.
  [[nodiscard]] std::uint64_t dropped() const { return dropped_; }

 private:
  /// First in, first out. Holds no memory while it is empty, as nearly all are.
  class Queue {
   public:
    void push(Frame frame) { frames_.push_back(std::move(frame)); }
    Frame pop();
    void clear() { *this = {}; }
    [[nodiscard]] bool empty() const { return frames_.empty(); }
    [[nodiscard]] std::size_t size() const { return frames_.size() - taken_; }
    [[nodiscard]] const Frame& head() const { return frames_[taken_]; }

   private:
    std::vector<Frame> frames_;
    std::size_t taken_ = 0;  // from its beginning; never all
  };

  [[nodiscard]] Queue& head_queue() { return of_join_.empty() ? later_ : of_join_; }
  [[nodiscard]] Frame pop();

  std::size_t bytes_max_;
  std::size_t bytes_ = 0;
  std::uint64_t dropped_ = 0;
  bool behind_ = false;
  bool ended_ = false;
  bool whole_waits_ = false;
  Queue of_join_;
  Queue later_;
};

}  // namespace rostrum::gateway
