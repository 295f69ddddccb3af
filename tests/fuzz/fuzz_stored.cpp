// A commit as the journal stores it, from any bytes: those of the commit alone, or, behind a zero, which begins no
// message, and the length of the first in two bytes, those of the commit and of what stands beside it.
#include "base/assert.hpp"
#include "support/secrets.hpp"
#include "wire/stored.hpp"

using namespace rostrum;

namespace {

wire::StoredView stored_of(std::string_view input) {
  if (input.size() < 3 || input.front() != '\0') return input;
  const auto byte = [&](std::size_t at) { return static_cast<std::size_t>(static_cast<unsigned char>(input[at])); };
  const std::size_t length = std::min(byte(1) << 8 | byte(2), input.size() - 3);
  return {input.substr(3, length), input.substr(3 + length)};
}

/// Whatever is read is stored again, in the format of now, as it was read, and its bytes have settled by then.
void stays_the_same(wire::Commit commit) {
  commit.format = wire::stored_format;
  commit.withheld = 0;  // what is not there any more leaves no digest
  const wire::StoredCommit stored = wire::encode(commit, test::known_salts);
  const auto again = wire::decode_commit(stored);
  ROSTRUM_ASSERT(again.has_value());
  ROSTRUM_ASSERT(*again == commit);
  ROSTRUM_ASSERT(wire::encode(*again, test::known_salts) == stored);
}

void is_sound(const wire::Commit& commit) {
  ROSTRUM_ASSERT(commit.epoch.size() == wire::epoch_bytes);
  ROSTRUM_ASSERT(commit.seq.value > 0 && commit.term > 0);
  ROSTRUM_ASSERT(!commit.acts.empty());
  for (const auto& act : commit.acts) ROSTRUM_ASSERT(!act.events.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const wire::StoredView stored = stored_of({reinterpret_cast<const char*>(data), size});
  const auto link = wire::decode_link(stored.bytes);
  ROSTRUM_ASSERT(link.has_value() || !link.error().empty());
  const auto commit = wire::decode_commit(stored);
  if (!commit) {
    ROSTRUM_ASSERT(!commit.error().empty());
    return 0;
  }
  is_sound(*commit);
  stays_the_same(*commit);
  ROSTRUM_ASSERT(link.has_value());
  ROSTRUM_ASSERT(link->term == commit->term && link->seq == commit->seq && link->previous == commit->previous);
  return 0;
}
