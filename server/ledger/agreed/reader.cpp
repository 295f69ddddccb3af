#include "ledger/agreed/reader.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace rostrum::ledger {

Reader::Reader(Outgoing& outgoing, std::size_t servers, SharedEntry last)
    : questions_(outgoing),
      servers_(servers),
      last_(std::move(last)) {}

bool Reader::follows(const Entry& entry) const { return follows(last_, entry); }

bool Reader::follows(const SharedEntry& before, const Entry& entry) {
  return entry.seq == (before ? before->seq : Seq{}).next() && entry.previous == (before ? before->digest : Digest{});
}

void Reader::want(Seq seq, const Digest& digest, std::optional<ServerNumber> first) {
  const Wanted wanted{.seq = seq, .digest = digest};
  if (wanted_ && wanted_->seq > this->seq()) {  // what is being read is proved by its own end first
    if (wanted.seq > wanted_->seq && (!later_ || wanted.seq > later_->seq)) later_ = wanted;
    return;
  }
  wanted_ = wanted;
  reads_from_ = first.value_or(reads_from_);
  refused_by_ = strange_ = 0;
  unproven_.clear();
  read();
}

void Reader::stop() {
  wanted_.reset();
  later_.reset();
  unproven_.clear();
  reading_ = false;
  ++turn_;
}

void Reader::read() {
  if (wanted_ && wanted_->seq <= seq()) {  // here by another way meanwhile
    unproven_.clear();
    wanted_ = std::exchange(later_, std::nullopt);
    if (wanted_ && wanted_->seq <= seq()) wanted_.reset();
  }
  if (!wanted_ || reading_ || differs_) return;
  reading_ = true;
  const Seq from = (unproven_.empty() ? seq() : unproven_.back()->seq).next();
  questions_.ask(reads_from_, ask::Read{.from = from, .upto = wanted_->seq, .digest = wanted_->digest},
                 [this, turn = ++turn_](const Reply* reply) {
                   if (turn != turn_ || !reading_) return;
                   reading_ = false;
                   const auto* page = reply ? std::get_if<reply::Page>(&reply->is) : nullptr;
                   page ? take_page(page->entries) : ask_another();
                 });
}

void Reader::ask_another() {
  reads_from_ = (reads_from_ + 1) % servers_;
  // Where none has it yet, all are asked again at the next tick.
  if (++refused_by_ < servers_) read();
}

void Reader::take_page(const std::vector<SharedEntry>& entries) {
  if (!unproven_.empty() && unproven_.front()->seq <= seq()) unproven_.clear();  // some is here by another way
  for (const SharedEntry& entry : entries) {
    const SharedEntry& before = unproven_.empty() ? last_ : unproven_.back();
    if (before && entry->seq <= before->seq) continue;
    const bool sound = follows(before, *entry) && sha256(entry->stored.bytes) == entry->digest &&
                       wire::decode_commit(entry->stored).has_value();
    const bool proves = entry->seq == wanted_->seq;
    if (!sound || (proves && entry->digest != wanted_->digest)) return refuse(*entry);
    unproven_.push_back(entry);
    if (proves) break;
  }
  refused_by_ = strange_ = 0;
  if (!unproven_.empty() && unproven_.back()->seq == wanted_->seq) {
    last_ = unproven_.back();
    std::ranges::move(std::exchange(unproven_, {}), std::back_inserter(read_));
  }
  read();
}

void Reader::refuse(const Entry& entry) {
  if (entry.seq == seq().next() && !follows(entry)) ++strange_;
  if (most(strange_, servers_))
    differs_ = "the log of the servers does not go on from commit " + std::to_string(seq().value) + " as it is here";
  unproven_.clear();
  ask_another();
}

void Reader::tick() {
  questions_.tick();
  if (refused_by_ >= servers_) refused_by_ = strange_ = 0;
  read();
}

}  // namespace rostrum::ledger
