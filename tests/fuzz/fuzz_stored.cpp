// A commit as the journal stores it, from any bytes.
#include "base/assert.hpp"
#include "wire/stored.hpp"

using namespace rostrum;

namespace {

/// Whatever is read is stored again as it was read, and its bytes have settled by then.
void stays_the_same(const wire::Commit& commit) {
  const std::string bytes = wire::encode(commit);
  const auto again = wire::decode_commit(bytes);
  ROSTRUM_ASSERT(again.has_value());
  ROSTRUM_ASSERT(*again == commit);
  ROSTRUM_ASSERT(wire::encode(*again) == bytes);
}

void is_sound(const wire::Commit& commit) {
  ROSTRUM_ASSERT(commit.epoch.size() == wire::epoch_bytes);
  ROSTRUM_ASSERT(commit.seq.value > 0 && commit.term > 0);
  ROSTRUM_ASSERT(!commit.acts.empty());
  for (const auto& act : commit.acts) ROSTRUM_ASSERT(!act.events.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto link = wire::decode_link(bytes);
  ROSTRUM_ASSERT(link.has_value() || !link.error().empty());
  const auto commit = wire::decode_commit(bytes);
  if (!commit) {
    ROSTRUM_ASSERT(!commit.error().empty());
    return 0;
  }
  is_sound(*commit);
  stays_the_same(*commit);
  ROSTRUM_ASSERT(link.has_value());
  ROSTRUM_ASSERT(link->seq == commit->seq && link->previous == commit->previous);
  return 0;
}
