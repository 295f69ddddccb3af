#include "journal/commits.hpp"

#include "base/assert.hpp"
#include "rostrum/v1/event.pb.h"
#include "support/secrets.hpp"
#include "wire/stored.hpp"

namespace rostrum::journal {

namespace {

wire::Commit next_commit(const Tail& tail, const std::string& id, const std::string& words) {
  const Seq seq = tail.seq.next();
  council::FloorRequested asked;
  asked.entry = {static_cast<std::uint32_t>(seq.value)};
  asked.panel = {"panel-1"};
  asked.language = "en";
  asked.speaker.name = words;

  wire::StoredAct act;
  act.grant = {"grant-1"};
  act.command_id = "command-" + std::to_string(seq.value) + id;
  act.actor = {"seat-1"};
  act.act = "request_floor";
  act.at = {static_cast<std::int64_t>(seq.value) * 1000};
  act.events = {asked};

  wire::Commit commit;
  commit.session = {"session-1"};
  commit.epoch = std::string(wire::epoch_bytes, 'e');
  commit.seq = seq;
  commit.previous = tail.digest;
  commit.acts = {act};
  return commit;
}

}  // namespace

std::string commit_after(const Tail& tail, std::size_t content_bytes) {
  const std::string content(content_bytes, static_cast<char>('a' + tail.seq.next().value % 26));
  return wire::encode(next_commit(tail, content, ""), test::known_salts).bytes;
}

wire::StoredCommit commit_with_words_after(const Tail& tail, const std::string& words) {
  return wire::encode(next_commit(tail, "", words), test::known_salts);
}

std::vector<wire::StoredCommit> as_stored(const std::vector<std::string>& log) {
  std::vector<wire::StoredCommit> stored;
  for (const std::string& bytes : log) stored.push_back({bytes, ""});
  return stored;
}

std::string empty_commit_after(const Tail& tail) {
  v1::Commit commit;
  commit.set_format(wire::stored_format);
  commit.set_epoch(std::string(wire::epoch_bytes, 'e'));
  commit.set_term(1);
  commit.set_seq(tail.seq.next().value);
  commit.set_previous_digest(std::string(as_bytes(tail.digest)));
  return commit.SerializeAsString();
}

std::size_t content_bytes_at(Seq seq) {
  const auto spread = seq.value * 2'654'435'761u % 4'096;
  return static_cast<std::size_t>(seq.value % 16 == 0 ? 20 * spread : spread / 4);
}

std::vector<std::string> commits(std::size_t count) {
  std::vector<std::string> log;
  for (Tail tail; log.size() < count; tail = tail_after(tail, log.back())) log.push_back(commit_after(tail));
  return log;
}

Reading read_all(Journal& journal, Seq from) {
  Reading reading;
  Seq expected = from;
  const auto read = journal.read(from, [&](Seq seq, wire::StoredView stored) {
    ROSTRUM_ASSERT(seq == expected);
    expected = expected.next();
    reading.commits.emplace_back(stored.bytes);
    reading.beside.emplace_back(stored.beside);
    return true;
  });
  if (!read) reading.damage = read.error();
  return reading;
}

}  // namespace rostrum::journal
