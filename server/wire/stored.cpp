#include "wire/stored.hpp"

#include <algorithm>
#include <array>
#include <climits>
#include <cstddef>

#include <google/protobuf/arena.h>
#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/wire_format_lite.h>

#include "base/assert.hpp"
#include "wire/beside.hpp"
#include "wire/protobuf.hpp"
#include "wire/stored_event.hpp"
#include "wire/terms.hpp"

namespace rostrum::wire {

namespace {

using wire::put;

using google::protobuf::internal::WireFormatLite;

// Of a newer version: to leave it out would be to replay something else than what happened.
constexpr std::string_view unknown_field = "holds a field that this version does not know: upgrade this node";

/// An event of a kind that this version does not know is to it a field that it does not know, and nothing else.
std::string unknown_event(const v1::Event& event) {
  const auto number = first_unknown_field(event);
  if (!number) return "holds an event of no kind";
  return "holds an event (number " + std::to_string(*number) + ") that this version does not know: upgrade this node";
}

Result<Digest, std::string> digest_of(const std::string& bytes, std::string_view field) {
  Digest digest{};
  if (bytes.size() != digest.size()) return failure(std::string(field) + " is not of 32 bytes");
  std::ranges::copy(bytes, reinterpret_cast<char*>(digest.data()));
  return digest;
}

void put(v1::StoredAct& into, const StoredAct& act) {
  into.set_grant(act.grant.value);
  into.set_command_id(act.command_id);
  into.set_command_digest(std::string(as_bytes(act.command_digest)));
  into.set_actor(act.actor.value);
  into.set_act(act.act);
  into.set_at(act.at.value);
  for (const council::Event& event : act.events) put(*into.add_events(), event);
}

Result<StoredAct, std::string> act_of(const v1::StoredAct& act) {
  auto digest = digest_of(act.command_digest(), "command_digest");
  if (!digest) return failure(digest.error());
  StoredAct read{.grant = {act.grant()},
                 .command_id = act.command_id(),
                 .command_digest = *digest,
                 .actor = {act.actor()},
                 .act = act.act(),
                 .at = {act.at()},
                 .events = {}};
  for (int index = 0; index < act.events_size(); ++index) {
    if (act.events(index).event_case() == v1::Event::EVENT_NOT_SET) return failure(unknown_event(act.events(index)));
    const std::string which = "event " + std::to_string(index) + " ";
    auto event = event_of(act.events(index));
    if (!event) return failure(which + event.error());
    if (holds_unknown_fields(act.events(index))) return failure(which + std::string(unknown_field));
    read.events.push_back(*std::move(event));
  }
  if (read.events.empty()) return failure(std::string("there is no event"));
  if (has_unknown_fields(act)) return failure(std::string(unknown_field));
  return read;
}

bool is_known(std::uint32_t format) { return format == stored_format || format == format_of_before; }

std::string format_refused(std::uint32_t format) {
  return "format is " + std::to_string(format) + ", this version reads " + std::to_string(format_of_before) + " and " +
         std::to_string(stored_format);
}

/// By its place and its name, for whoever has to find it in a log.
std::string which_act(const v1::Commit& commit, int index) {
  return "act " + std::to_string(index) + " of commit " + std::to_string(commit.seq()) + " (" +
         commit.acts(index).act() + "): ";
}

Result<Commit, std::string> commit_of(const v1::Commit& commit) {
  if (commit.epoch().size() != epoch_bytes) return failure(std::string("epoch is not of 16 bytes"));
  if (commit.term() == 0) return failure(std::string("term is 0"));
  if (commit.seq() == 0) return failure(std::string("seq is 0"));
  if (commit.acts().empty()) return failure(std::string("there is no act"));
  auto previous = digest_of(commit.previous_digest(), "previous_digest");
  if (!previous) return failure(previous.error());
  Commit read{.format = commit.format(),
              .session = {commit.session()},
              .epoch = commit.epoch(),
              .term = commit.term(),
              .seq = {commit.seq()},
              .previous = *previous,
              .acts = {}};
  for (int index = 0; index < commit.acts_size(); ++index) {
    auto act = act_of(commit.acts(index));
    if (!act) return failure(which_act(commit, index) + act.error());
    read.acts.push_back(*std::move(act));
  }
  if (has_unknown_fields(commit))
    return failure("commit " + std::to_string(commit.seq()) + " " + std::string(unknown_field));
  return read;
}

/// The fields of a link, read past everything else.
struct LinkFields {
  std::uint32_t format = 0;
  std::uint64_t term = 0;
  std::uint64_t seq = 0;
  std::string previous;
};

bool read_field(google::protobuf::io::CodedInputStream& input, std::uint32_t tag, LinkFields& into) {
  constexpr auto tag_of = [](int field, WireFormatLite::WireType type) { return WireFormatLite::MakeTag(field, type); };
  if (tag == tag_of(v1::Commit::kFormatFieldNumber, WireFormatLite::WIRETYPE_VARINT))
    return input.ReadVarint32(&into.format);
  if (tag == tag_of(v1::Commit::kTermFieldNumber, WireFormatLite::WIRETYPE_VARINT))
    return input.ReadVarint64(&into.term);
  if (tag == tag_of(v1::Commit::kSeqFieldNumber, WireFormatLite::WIRETYPE_VARINT)) return input.ReadVarint64(&into.seq);
  if (tag == tag_of(v1::Commit::kPreviousDigestFieldNumber, WireFormatLite::WIRETYPE_LENGTH_DELIMITED))
    return WireFormatLite::ReadBytes(&input, &into.previous);
  return WireFormatLite::SkipField(&input, tag);
}

}  // namespace

StoredCommit encode(const Commit& commit, const Salts& salts) {
  ROSTRUM_ASSERT(commit.withheld == 0);  // its digests would be lost
  v1::Commit message;
  message.set_format(stored_format);
  message.set_session(commit.session.value);
  message.set_epoch(commit.epoch);
  message.set_term(commit.term);
  message.set_seq(commit.seq.value);
  message.set_previous_digest(std::string(as_bytes(commit.previous)));
  for (const StoredAct& act : commit.acts) put(*message.add_acts(), act);
  const v1::Beside beside = take_out(message, salts);
  StoredCommit stored{.bytes = serialized(message), .beside = serialized(beside)};
  // Bytes that cannot be read again (a text that is not UTF-8 is enough) must never become durable.
  ROSTRUM_ASSERT(decode_commit(stored).has_value());
  return stored;
}

Result<Commit, std::string> decode_commit(StoredView stored) {
  // Most commits find room here, which saves an allocation for each part of them.
  alignas(std::max_align_t) std::array<char, 4'096> room;
  google::protobuf::Arena arena(room.data(), room.size());
  auto& message = *google::protobuf::Arena::CreateMessage<v1::Commit>(&arena);
  auto& beside = *google::protobuf::Arena::CreateMessage<v1::Beside>(&arena);
  if (!parse(message, stored.bytes)) return failure(std::string("these bytes are no commit"));
  if (!is_known(message.format())) return failure(format_refused(message.format()));
  if (!parse(beside, stored.beside) || holds_unknown_fields(beside))
    return failure(std::string("what stands beside the commit cannot be read"));
  std::size_t withheld = 0;
  if (message.format() == stored_format) {
    auto put = put_back(message, beside);
    if (!put) {
      // The words of an event that this version does not know have no place that it knows: then that is why.
      const auto read = commit_of(message);
      return failure(read ? std::move(put).error() : read.error());
    }
    withheld = *put;
  } else if (beside.pieces_size() > 0) {
    return failure(std::string("something stands beside a commit that has every text in its place"));
  }
  return commit_of(message).map([withheld](Commit commit) {
    commit.withheld = withheld;
    return commit;
  });
}

Result<Link, std::string> decode_link(std::string_view bytes) {
  const std::string broken = "these bytes are no commit";
  if (bytes.size() > INT_MAX) return failure(broken);
  google::protobuf::io::CodedInputStream input(reinterpret_cast<const std::uint8_t*>(bytes.data()),
                                               static_cast<int>(bytes.size()));
  LinkFields fields;
  while (const std::uint32_t tag = input.ReadTag())
    if (!read_field(input, tag, fields)) return failure(broken);
  if (!input.ConsumedEntireMessage()) return failure(broken);
  if (!is_known(fields.format)) return failure(format_refused(fields.format));
  auto previous = digest_of(fields.previous, "previous_digest");
  if (!previous) return failure(previous.error());
  return Link{.term = fields.term, .seq = {fields.seq}, .previous = *previous};
}

}  // namespace rostrum::wire
