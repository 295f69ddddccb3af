#include "ledger/agreed/reader.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

namespace rostrum::ledger {

namespace {

/// Its bytes are what its digest is of, and can be read.
bool sound(const Entry& entry) {
  return sha256(entry.stored.bytes) == entry.digest && wire::decode_commit(entry.stored).has_value();
}

}  // namespace

Reader::Reader(Outgoing& outgoing, std::size_t servers, SharedEntry last, std::size_t bytes_max)
    : questions_(outgoing),
      servers_(servers),
      bytes_max_(bytes_max),
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
  drop_unproven();
  read();
}

void Reader::stop() {
  wanted_.reset();
  later_.reset();
  drop_unproven();
  reading_ = false;
  ++turn_;
}

void Reader::read() {
  if (wanted_ && wanted_->seq <= seq()) {  // here by another way meanwhile
    drop_unproven();
    wanted_ = std::exchange(later_, std::nullopt);
    if (wanted_ && wanted_->seq <= seq()) wanted_.reset();
  }
  if (!wanted_ || reading_ || differs_) return;
  reading_ = true;
  questions_.ask(reads_from_, ask::Read{.from = reached().next(), .upto = wanted_->seq, .digest = wanted_->digest},
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

void Reader::take_page(const std::vector<SharedEntry>& page) {
  if (!wanted_) return;
  if (!unproven_.empty() && unproven_.front()->seq <= seq()) drop_unproven();  // some is here by another way
  const Seq before = reached();
  for (const SharedEntry& entry : page) {
    if (entry->seq <= reached()) continue;
    const bool proves = entry->seq == wanted_->seq;
    const bool next = follows(unproven_.empty() ? last_ : unproven_.back(), *entry);
    if (!next || !sound(*entry) || (proves && entry->digest != wanted_->digest)) return refuse(page, *entry);
    unproven_.push_back(entry);
    unproven_bytes_ += bytes_of(*entry);
    if (proves) break;
  }
  if (reached() == before) return ask_another();
  if (reached() > furthest_) {  // else the servers take turns to lead into the same damage
    furthest_ = reached();
    refused_by_ = strange_ = 0;
  }
  if (reached() == wanted_->seq) {
    last_ = unproven_.back();
    std::ranges::move(unproven_, std::back_inserter(read_));
    drop_unproven();
  } else if (unproven_bytes_ > bytes_max_) {
    differs_ = "too much is missing behind commit " + std::to_string(seq().value) + " to be read from the servers";
    return stop();
  }
  read();
}

void Reader::refuse(const std::vector<SharedEntry>& page, const Entry& entry) {
  const bool strange = entry.seq == seq().next() && !follows(entry);
  if (strange) ++strange_;
  // One page is enough that leads to the very entry that is wanted: nobody can make another.
  if ((strange && leads_to_wanted(page)) || most(strange_, servers_))
    differs_ = "the log of the servers does not go on from commit " + std::to_string(seq().value) + " as it is here";
  drop_unproven();
  ask_another();
}

bool Reader::leads_to_wanted(const std::vector<SharedEntry>& page) const {
  for (std::size_t index = 0; index < page.size(); ++index)
    if (!sound(*page[index]) || (index > 0 && !follows(page[index - 1], *page[index]))) return false;
  return page.back()->seq == wanted_->seq && page.back()->digest == wanted_->digest;
}

void Reader::drop_unproven() {
  unproven_.clear();
  unproven_bytes_ = 0;
}

void Reader::tick() {
  questions_.tick();
  if (refused_by_ >= servers_) {
    refused_by_ = strange_ = 0;
    // None has it: nobody may ever have had. What lies further on proves all before it.
    if (later_) {
      wanted_ = std::exchange(later_, std::nullopt);
      drop_unproven();
    }
  }
  read();
}

}  // namespace rostrum::ledger
