#include "ledger/agreed/arrival.hpp"

#include <algorithm>
#include <utility>

#include "base/assert.hpp"

namespace rostrum::ledger {

namespace {

const Seq whatever{};  // stands there: of a Read

Digest digest_at(journal::Journal& archive, Seq seq) {
  Digest digest{};
  const auto read = archive.read(seq, [&](Seq, wire::StoredView commit) {
    digest = sha256(commit.bytes);
    return false;
  });
  ROSTRUM_ASSERT(read.has_value());
  return digest;
}

}  // namespace

Arrival::Arrival(Outgoing& outgoing, const std::vector<std::string>& servers, journal::Journal& archive)
    : outgoing_(outgoing),
      questions_(outgoing),
      archive_(archive),
      names_(servers) {
  for (const std::string& name : servers) servers_.push_back({.name = name, .of = std::nullopt});
  for (ServerNumber number = 0; number < servers.size(); ++number) look(number);
}

bool Arrival::replied(std::uint64_t id, const Reply& reply) { return questions_.replied(id, reply); }

void Arrival::tick() { questions_.tick(); }

std::vector<ServerNumber> Arrival::waits_for() const {
  std::vector<ServerNumber> numbers;
  for (ServerNumber number = 0; number < servers_.size(); ++number)
    if (servers_[number].silent) numbers.push_back(number);
  return numbers;
}

/// Until there is an answer, or nobody wants to know any more: what is asked belongs to a phase.
void Arrival::ask(ServerNumber number, const Question& question, std::function<void(const Reply& reply)> then) {
  questions_.ask(number, question, [this, number, question, phase = phase_, then](const Reply* reply) {
    if (refused_ || phase_ != phase) return;
    servers_[number].silent = !reply;
    reply ? then(*reply) : ask(number, question, then);
  });
}

// ---- the set

/// No node ever has this right, and so a member of any set says of which it is.
void Arrival::look(ServerNumber number) {
  ask(number, ask::Confirm{.right = {}, .seq = {}},
      [this, number](const Reply& reply) { looked(servers_[number], reply); });
}

void Arrival::looked(Server& server, const Reply& reply) {
  const auto* other = std::get_if<reply::OtherSet>(&reply.is);
  server.of = other ? other->set : no_set;
  take_set();
}

std::size_t Arrival::of(const SetId& set) const {
  return static_cast<std::size_t>(std::ranges::count(servers_, std::optional(set), &Server::of));
}

void Arrival::take_set() {
  for (const Server& server : servers_) {
    if (!server.of || *server.of == no_set || !most(of(*server.of), servers_.size())) continue;
    if (making_of(*server.of)) return refuse(why_no_set());
    if (!is_set_of(*server.of, names_))
      return refuse("the servers hold a log together with others, or without one of these: this node needs the list "
                    "that the log was begun with, or was brought to last");
    set_ = *server.of;
    for (ServerNumber number = 0; number < servers_.size(); ++number) outgoing_.ask_as(number, set_);
    phase_ = archive_.tail().seq == Seq{} ? Phase::reads : Phase::compares;
    if (phase_ == Phase::reads) return read(member_after(servers_.size() - 1));
    for (ServerNumber number = 0; number < servers_.size(); ++number) compare(number);
    return;
  }
  if (std::ranges::all_of(servers_, [](const Server& each) { return each.of.has_value(); })) refuse(why_no_set());
}

std::string Arrival::why_no_set() const {
  std::string words;
  for (const Server& server : servers_)
    words += (words.empty() ? "" : "; ") + server.name + " " +
             (*server.of == no_set ? "holds no log of this session" : in_words(*server.of));
  return words + ". A log is begun by \"rostrumctl journal begin\", and what was begun is ended by the same command";
}

ServerNumber Arrival::member_after(ServerNumber number) const {
  do number = (number + 1) % servers_.size();
  while (servers_[number].of != set_);
  return number;
}

// ---- an archive that is not empty

void Arrival::compare(ServerNumber number) {
  const journal::Tail tail = archive_.tail();
  ask(number, ask::Read{.from = tail.seq, .upto = tail.seq, .digest = tail.digest},
      [this, number](const Reply& reply) { compared(number, reply); });
}

/// What is final stands on most servers, so one that has it is enough, and most that do not are too many.
void Arrival::compared(ServerNumber number, const Reply& reply) {
  if (std::holds_alternative<reply::Page>(reply.is)) {
    phase_ = Phase::done;
    return;
  }
  servers_[number].lacks = true;
  if (!most(static_cast<std::size_t>(std::ranges::count(servers_, true, &Server::lacks)), servers_.size())) return;
  const auto member =
      std::ranges::find_if(servers_, [this](const Server& each) { return each.lacks && each.of == set_; });
  phase_ = Phase::finds;
  parting_ = {.server = static_cast<ServerNumber>(member - servers_.begin()), .same = {}, .other = archive_.tail().seq};
  find();
}

/// By halves: a log that holds an entry holds all before it.
void Arrival::find() {
  if (parting_.same.next() == parting_.other) return tell_parting();
  const Seq middle{(parting_.same.value + parting_.other.value) / 2};
  ask(parting_.server, ask::Read{.from = middle, .upto = middle, .digest = digest_at(archive_, middle)},
      [this, middle](const Reply& reply) { found(middle, std::holds_alternative<reply::Page>(reply.is)); });
}

void Arrival::found(Seq seq, bool same) {
  (same ? parting_.same : parting_.other) = seq;
  find();
}

void Arrival::tell_parting() {
  const std::string at = std::to_string(parting_.other.value), last = std::to_string(archive_.tail().seq.value);
  ask(parting_.server, ask::Read{.from = parting_.other, .upto = whatever, .digest = {}},
      [this, at, last](const Reply& reply) {
        if (std::holds_alternative<reply::Page>(reply.is))
          return refuse("this node's journal differs from the log of the servers from commit " + at +
                        " on: it is of another beginning, or was changed. Set it aside, and this node reads the log");
        refuse("most servers have lost commit " + at +
               " and what comes after it, which this node's journal holds as "
               "far as commit " +
               last +
               ". Nothing is begun anew by itself: rostrumctl journal restore does it, from "
               "the longest journal of all nodes");
      });
}

// ---- an empty one

void Arrival::read(ServerNumber number) {
  ask(number, ask::Read{.from = archive_.tail().seq.next(), .upto = whatever, .digest = {}},
      [this, number](const Reply& reply) { take_page(number, reply); });
}

void Arrival::take_page(ServerNumber number, const Reply& reply) {
  const auto* page = std::get_if<reply::Page>(&reply.is);
  for (const SharedEntry& entry : page ? page->entries : std::vector<SharedEntry>()) {
    if (begun_ && entry->term != *begun_) return void(phase_ = Phase::done);  // of a writer: it may not be final
    if (!keep(entry)) return;
  }
  if (page) return read(number);
  if (archive_.tail().seq > Seq{}) return void(phase_ = Phase::done);
  read(member_after(number));
}

/// Whether it is kept.
bool Arrival::keep(const SharedEntry& entry) {
  const auto kept = entry->previous == archive_.tail().digest
                        ? archive_.append(entry->seq, entry->stored)
                        : Result<void, journal::AppendFailure>(failure(journal::AppendFailure{
                              journal::AppendFailure::Kind::out_of_sequence, "it does not follow the one before"}));
  if (!kept)
    refuse("commit " + std::to_string(entry->seq.value) +
           " of the servers' log cannot be kept here: " + kept.error().why);
  begun_ = entry->term;
  return kept.has_value();
}

}  // namespace rostrum::ledger
