#include "gateway/outbox.hpp"

namespace rostrum::gateway {

bool Outbox::push(Frame frame) {
  if (!behind_ && !ended_ && bytes_ + frame->size() <= bytes_max_) {
    bytes_ += frame->size();
    later_.push(std::move(frame));
    return true;
  }
  ++dropped_;
  if (ended_) return false;
  dropped_ += later_.size();
  later_.clear();
  bytes_ = 0;
  behind_ = true;
  return false;
}

bool Outbox::push_whole(Frame frame) {
  if (ended_ || whole_waits_) return false;
  whole_waits_ = true;
  of_join_.push(std::move(frame));
  return true;
}

void Outbox::begin_anew(std::vector<Frame> frames) {
  if (ended_) return;
  dropped_ += later_.size();
  later_.clear();
  bytes_ = 0;
  behind_ = false;
  for (Frame& frame : frames) of_join_.push(std::move(frame));
}

void Outbox::end_with(Frame frame) {
  if (ended_) return;
  ended_ = true;
  behind_ = false;
  dropped_ += of_join_.size() + later_.size();
  of_join_.clear();
  later_.clear();
  bytes_ = frame->size();
  later_.push(std::move(frame));
}

Frame Outbox::Queue::pop() {
  Frame head = std::move(frames_[taken_++]);
  if (taken_ == frames_.size()) {
    clear();
  } else if (taken_ > frames_.size() / 2) {  // no more is moved than was taken
    frames_.erase(frames_.begin(), frames_.begin() + static_cast<std::ptrdiff_t>(taken_));
    taken_ = 0;
  }
  return head;
}

Frame Outbox::pop() {
  Queue& from = head_queue();
  Frame head = from.pop();
  if (&from == &later_) bytes_ -= head->size();
  if (of_join_.empty()) whole_waits_ = false;
  return head;
}

std::size_t Outbox::next(std::span<Frame> into) {
  std::size_t count = 0;
  std::size_t bytes = 0;
  while (count < into.size() && !empty()) {
    bytes += head_queue().head()->size();
    if (count > 0 && bytes > bytes_together) break;
    into[count++] = pop();
  }
  return count;
}

}  // namespace rostrum::gateway
