// The seeds of the fuzz target for clients' frames reach everything that a client can send. (Those of the stored
// commits are the golden vectors.)
#include <catch2/catch.hpp>

#include <set>

#include "fuzz/client_seeds.hpp"
#include "wire/frames.hpp"

namespace rostrum::wire {

namespace {

/// The items of the seeds whose names end in `end`; the first byte of a seed is the fuzz target's, not the frame's.
std::vector<ClientItem> items_of_seeds(Codec codec, const std::string& end) {
  std::vector<ClientItem> all;
  for (const auto& [file, bytes] : fuzz::client_seeds()) {
    if (!file.ends_with(end)) continue;
    INFO(file);
    REQUIRE_FALSE(bytes.empty());
    const auto items = decode_client_frame(codec, std::string_view(bytes).substr(1));
    REQUIRE(items);
    all.insert(all.end(), items->begin(), items->end());
  }
  return all;
}

}  // namespace

TEST_CASE("every act and every request of a client has a seed that is taken, in both codecs") {
  constexpr std::size_t acts_of_the_server = 5;  // no client sends these
  for (const auto& [codec, end] : {std::pair{Codec::protobuf, ".bin"}, std::pair{Codec::json, ".txt"}}) {
    CAPTURE(end);
    std::set<std::size_t> acts, kinds;
    for (const ClientItem& item : items_of_seeds(codec, end)) {
      kinds.insert(item.index());
      if (const auto* command = std::get_if<ClientCommand>(&item)) acts.insert(command->command.act.index());
    }
    CHECK(acts.size() == std::variant_size_v<council::ActVariant> - acts_of_the_server);
    CHECK(kinds.size() == std::variant_size_v<ClientItem> - 1);  // none is malformed
  }
}

}  // namespace rostrum::wire
