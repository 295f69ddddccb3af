#include "simulation/model_server.hpp"

#include "base/assert.hpp"
#include "base/planted.hpp"

namespace rostrum::simulation {

using namespace ledger;

void ModelServer::begin(SetId set, const std::vector<SharedEntry>& log) {
  set_ = std::move(set);
  for (const SharedEntry& next : log) {
    log_.push_back({next->digest, next->term, next->stored.bytes});
    beside_.push_back(next->stored.beside);
  }
}

void ModelServer::wipe() { *this = ModelServer(std::move(random_)); }

Reply ModelServer::answer(const SetId& set, const Question& question, const Tell& tell) {
  if (life_.empty()) life_ = std::to_string(random_());
  if (const auto* told = std::get_if<ask::Tell>(&question)) {
    tell(told->message);
    return {life_, reply::Told{}};
  }
  if (member() && set != set_) return {life_, reply::OtherSet{set_}};
  if (const auto* ring = std::get_if<ask::Ring>(&question)) {
    if (auto refused = refuses(ring->right)) return {life_, *refused};
    tell(ring->message);
    return {life_, reply::Told{}};
  }
  if (const auto* raise = std::get_if<ask::Raise>(&question)) return {life_, is(*raise)};
  if (const auto* append = std::get_if<ask::Append>(&question)) return {life_, is(*append)};
  if (const auto* admit = std::get_if<ask::Admit>(&question)) return {life_, is(*admit, set)};
  if (const auto* confirm = std::get_if<ask::Confirm>(&question)) return {life_, is(*confirm)};
  if (const auto* enter = std::get_if<ask::Enter>(&question)) return {life_, is(*enter)};
  return {life_, is(std::get<ask::Read>(question))};
}

std::optional<reply::Is> ModelServer::refuses(const Right& right) const {
  if (!member()) return reply::Stranger{};
  if (right == right_) return std::nullopt;
  if (right.term < right_.term || right.term == right_.term) return reply::Deposed{right_.term};
  return reply::Unraised{};
}

reply::Is ModelServer::is(const ask::Raise& ask) {
  if (!member()) return reply::Stranger{};
  const bool lower = ask.right.term < right_.term || (ask.right.term == right_.term && ask.right != right_);
  if (lower) return reply::Refused{right_.term};
  right_ = ask.right;
  if (log_.empty()) return reply::Granted{};
  return reply::Granted{.last = log_.back().term, .length = {log_.size()}, .digest = log_.back().digest};
}

reply::Is ModelServer::is(const ask::Append& ask) {
  const Entry& next = *ask.entry;
  if (auto refused = refuses(ask.right); refused && (!member() || !planted::is(planted::Bug::term_not_checked)))
    return *refused;
  if (next.seq.value > log_.size() + 1) return reply::Gap{{log_.size()}};
  if (stands(next.seq, next.digest)) return reply::Stands{next.seq};
  const Seq before{next.seq.value - 1};
  if (before.value > 0 && log_[before.value - 1].digest != next.previous) return reply::Fork{before};
  log_.resize(before.value);  // what an older term left
  if (!planted::is(planted::Bug::beside_not_cut)) beside_.resize(before.value);
  log_.push_back({next.digest, next.term, next.stored.bytes});
  beside_.push_back(next.stored.beside);
  return reply::Stands{next.seq};
}

reply::Is ModelServer::is(const ask::Admit& ask, const SetId& set) {
  if (member() || ask.life != life_) return reply::NotAdmitted{};
  set_ = set;
  right_ = ask.right;
  return reply::Admitted{};
}

reply::Is ModelServer::is(const ask::Confirm& ask) const {
  if (auto refused = refuses(ask.right)) return *refused;
  if (ask.seq.value > 0 && !stands(ask.seq, ask.digest)) return reply::Lacks{};
  return reply::Confirmed{};
}

reply::Is ModelServer::is(const ask::Enter& ask) {
  if (auto refused = refuses(ask.right)) return *refused;
  if (ask.seq.value > 0 && (ask.seq.value != log_.size() || !stands(ask.seq, ask.digest))) return reply::Lacks{};
  set_ = ask.set;
  return reply::Entered{};
}

reply::Is ModelServer::is(const ask::Read& ask) const {
  const bool whatever = ask.upto == Seq{};
  const Seq upto = whatever ? Seq{log_.size()} : ask.upto;
  if (ask.from > upto || !(whatever || stands(upto, ask.digest))) return reply::NotHere{};
  reply::Page page;
  std::size_t bytes = 0;
  for (Seq seq = ask.from; seq <= upto && bytes < page_bytes_max; seq = seq.next()) {
    page.entries.push_back(entry(seq));
    bytes += page.entries.back()->stored.bytes.size() + page.entries.back()->stored.beside.size();
  }
  return page;
}

bool ModelServer::stands(Seq seq, const Digest& digest) const {
  return seq.value <= log_.size() && log_[seq.value - 1].digest == digest;
}

wire::StoredCommit ModelServer::commit(Seq seq) const {
  return {.bytes = log_.at(seq.value - 1).bytes, .beside = beside_.at(seq.value - 1)};
}

SharedEntry ModelServer::entry(Seq seq) const {
  auto made = entry_of(commit(seq));
  ROSTRUM_ASSERT(made != nullptr);
  return made;
}

}  // namespace rostrum::simulation
