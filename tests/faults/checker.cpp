#include "faults/checker.hpp"

#include <array>

#include "council/evolve.hpp"
#include "journal/sqlite/sqlite_journal.hpp"
#include "views/views.hpp"
#include "wire/frames.hpp"
#include "wire/stored.hpp"

namespace rostrum::faults {

namespace {

/// Of the session's clock: so long the server remembers the ids of acts (docs/protocol.md#exactly-once).
constexpr Millis remembered_for = minutes(20);
/// By which the server's clock may have run ahead of what a client takes it for, over a restart.
constexpr Millis clocks_apart = seconds(2);

/// A refusal that leaves open what became of the act, or of an earlier copy of it: one that is not about the act
/// itself, or that it came too late, where the server need not know any more that it had been taken in time.
bool leaves_open(const robots::NotedRejection& rejection, Nodes nodes) {
  if (rejection.code == "unconfirmed") return true;
  if (nodes == Nodes::several && rejection.sendings.lines > 1) return true;
  if (rejection.sendings.copies < 2) return false;
  if (rejection.code == "expired") return rejection.sendings.since_first + clocks_apart > remembered_for;
  return rejection.code == "held" || rejection.code == "too_fast";
}

std::string name_of(std::uint64_t seq, std::uint32_t index) {
  return '(' + std::to_string(seq) + ", " + std::to_string(index) + ')';
}

struct Audience {
  views::Audience here;
  v1::Audience there;
};
constexpr std::array audiences{
    Audience{views::Audience::public_, v1::AUDIENCE_PUBLIC}, Audience{views::Audience::delegate, v1::AUDIENCE_DELEGATE},
    Audience{views::Audience::booth, v1::AUDIENCE_BOOTH}, Audience{views::Audience::desk, v1::AUDIENCE_DESK}};

/// As the wire has it, so that it can be compared with what came over it.
std::uint64_t projected(const council::State& state, views::Audience audience) {
  const std::string bytes = wire::encode(wire::Codec::protobuf, wire::Snapshot{{}, views::project(state, audience)});
  v1::ServerFrame frame;
  ViewDigest digest;
  if (frame.ParseFromString(bytes) && frame.items_size() == 1)
    for (const v1::Entity& entity : frame.items(0).snapshot().entities()) digest.set(entity);
  return digest.value();
}

void hold_against(const council::State& state, const Views& views, std::uint64_t seq, std::vector<std::string>& wrong) {
  for (const Audience& audience : audiences) {
    const auto seen = views.at(audience.there, seq);
    if (seen && *seen != projected(state, audience.here))
      wrong.push_back("what " + v1::Audience_Name(audience.there) + " saw at commit " + std::to_string(seq) +
                      " is not what the log adds up to");
  }
}

}  // namespace

std::vector<std::string> untrue(const robots::Notes& notes, const Log& log, Nodes nodes) {
  std::vector<std::string> wrong;
  for (const robots::NotedAck& ack : notes.acks()) {
    const auto found = log.find({ack.seat, ack.command_id});
    const std::string told = ack.command_id + " of " + ack.seat + " was acknowledged as " + name_of(ack.seq, ack.index);
    if (!notes.was_sent(ack.seat, ack.command_id)) wrong.push_back(told + " and was never sent");
    if (found == log.end())
      wrong.push_back(told + " and is not in the log");
    else if (found->second.seq != ack.seq || found->second.index != ack.index)
      wrong.push_back(told + " and stands in the log as " + name_of(found->second.seq, found->second.index));
  }
  for (const robots::NotedRejection& rejection : notes.rejections()) {
    const std::string told = rejection.command_id + " of " + rejection.seat + " was refused as " + rejection.code;
    if (!notes.was_sent(rejection.seat, rejection.command_id)) wrong.push_back(told + " and was never sent");
    if (!leaves_open(rejection, nodes) && log.contains({rejection.seat, rejection.command_id}))
      wrong.push_back(told + " and stands in the log");
  }
  return wrong;
}

std::string wrong_end(const client::Failure& failed) {
  using Kind = client::Failure::Kind;
  switch (failed.kind) {
  case Kind::unreachable:
  case Kind::timed_out:
    return {};
  case Kind::not_opened:
    return failed.http_status == 0 ? "" : "was answered its handshake with " + std::to_string(failed.http_status);
  case Kind::closed:
    return failed.close_code == 0 ? "" : "was closed without a refusal, with " + std::to_string(failed.close_code);
  case Kind::refused:
    return failed.refusal.code() == "going_away" ? "" : "was refused with " + failed.refusal.code();
  case Kind::not_understood:
    return "could not follow: " + failed.why;
  }
  return {};
}

Result<LogRead, std::string> read_log(const std::filesystem::path& data, const Views& views, std::uint64_t seen_at) {
  auto journal = journal::open_sqlite_journal(data / "journal.sqlite", journal::Access::read_only);
  if (!journal) return failure(std::move(journal.error().why));
  LogRead result;
  council::State state;
  std::string unread;
  const auto visit = [&](Seq seq, wire::StoredView stored) {
    const auto commit = wire::decode_commit(stored);
    if (!commit) {
      unread = commit.error();
      return false;
    }
    std::uint32_t index = 0;
    for (const wire::StoredAct& act : commit->acts) {
      const council::Stamp stamp{.act = {.seq = seq, .index = index}, .at = act.at, .actor = act.actor};
      for (const council::Event& event : act.events) council::evolve(state, event, stamp);
      if (!result.acts.emplace(std::pair(act.actor.value, act.command_id), ActInLog{seq.value, index}).second)
        result.wrong.push_back(act.command_id + " of " + act.actor.value +
                               " stands in the log twice, the second time as " + name_of(seq.value, index));
      ++index;
    }
    result.tail = seq.value;
    if (seq.value == seen_at) hold_against(state, views, seq.value, result.wrong);
    return true;
  };
  if (const auto read = (*journal)->read({1}, visit); !read)
    return failure("commit " + std::to_string(read.error().seq.value) + ": " + read.error().why);
  if (!unread.empty()) return failure("commit " + std::to_string(result.tail + 1) + ": " + unread);
  return result;
}

}  // namespace rostrum::faults
