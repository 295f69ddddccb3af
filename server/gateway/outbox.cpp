#include "gateway/outbox.hpp"

namespace rostrum::gateway {

bool Outbox::push(Frame frame) {
  if (!behind_ && !ended_ && bytes_ + frame->size() <= bytes_max_) {
    bytes_ += frame->size();
    later_.push_back(std::move(frame));
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
  of_join_.push_back(std::move(frame));
  return true;
}

void Outbox::begin_anew(std::vector<Frame> frames) {
  if (ended_) return;
  dropped_ += later_.size();
  later_.clear();
  bytes_ = 0;
  behind_ = false;
  for (Frame& frame : frames) of_join_.push_back(std::move(frame));
}

void Outbox::end_with(Frame frame) {
  if (ended_) return;
  ended_ = true;
  behind_ = false;
  dropped_ += of_join_.size() + later_.size();
  of_join_.clear();
  later_.clear();
  bytes_ = frame->size();
  later_.push_back(std::move(frame));
}

Frame Outbox::next() {
  auto& from = of_join_.empty() ? later_ : of_join_;
  if (from.empty()) return nullptr;
  Frame head = std::move(from.front());
  from.pop_front();
  if (&from == &later_) bytes_ -= head->size();
  if (of_join_.empty()) whole_waits_ = false;
  return head;
}

}  // namespace rostrum::gateway
