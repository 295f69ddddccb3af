#include "ledger/agreed/reader.hpp"

namespace rostrum::ledger {

SharedEntry entry_of(wire::StoredCommit commit) {
  const auto link = wire::decode_link(commit.bytes);
  if (!link) return nullptr;
  const Digest digest = sha256(commit.bytes);
  return std::make_shared<const Entry>(Entry{.seq = link->seq,
                                             .previous = link->previous,
                                             .digest = digest,
                                             .term = {link->term},
                                             .stored = std::move(commit)});
}

Reader::Reader(Outgoing& outgoing, std::size_t servers, SharedEntry last)
    : questions_(outgoing),
      servers_(servers),
      last_(std::move(last)) {}

bool Reader::follows(const Entry& entry) const {
  return entry.seq == seq().next() && entry.previous == (last_ ? last_->digest : Digest{});
}

void Reader::want(Seq seq, const Digest& digest, std::optional<ServerNumber> first) {
  if (wanted_ && wanted_->seq >= seq) return;
  wanted_ = Wanted{.seq = seq, .digest = digest};
  reads_from_ = first.value_or(reads_from_);
  refused_by_ = strange_ = 0;
  read();
}

void Reader::stop() {
  wanted_.reset();
  reading_ = false;
  ++turn_;
}

void Reader::read() {
  if (wanted_ && wanted_->seq <= seq()) wanted_.reset();
  if (!wanted_ || reading_ || differs_) return;
  reading_ = true;
  questions_.ask(reads_from_, ask::Read{.from = seq().next(), .upto = wanted_->seq, .digest = wanted_->digest},
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
  for (const SharedEntry& entry : entries) {
    if (entry->seq <= seq()) continue;  // here by another way meanwhile
    const bool sound = follows(*entry) && sha256(entry->stored.bytes) == entry->digest &&
                       wire::decode_commit(entry->stored).has_value();
    if (!sound) return refuse(*entry);
    last_ = entry;
    read_.push_back(entry);
  }
  refused_by_ = strange_ = 0;
  read();
}

void Reader::refuse(const Entry& entry) {
  if (entry.seq == seq().next() && !follows(entry)) ++strange_;
  if (2 * strange_ > servers_)
    differs_ = "the log of the servers does not go on from commit " + std::to_string(seq().value) + " as it is here";
  ask_another();
}

void Reader::tick() {
  questions_.tick();
  if (refused_by_ >= servers_) refused_by_ = strange_ = 0;
  read();
}

}  // namespace rostrum::ledger
