#include "ledger/agreed/seal.hpp"

#include <algorithm>
#include <tuple>

#include "base/planted.hpp"

namespace rostrum::ledger {

namespace {

constexpr std::size_t seal_bytes = std::tuple_size_v<Digest>;

/// Takes as long wherever they differ.
bool same(const Digest& seal, std::string_view given) {
  unsigned differ = 0;
  for (std::size_t at = 0; at < seal_bytes; ++at) differ |= seal[at] ^ static_cast<std::uint8_t>(given[at]);
  return differ == 0;
}

}  // namespace

Digest Seals::of(std::string_view bytes) const {
  // The context has its length before it: no two that differ are sealed alike.
  std::string sealed = "rostrum node message\n" + std::to_string(context_.size()) + "\n" + context_;
  sealed += bytes;
  return hmac_(sealed);
}

Sealed Seals::seal(const wire::NodeMessage& message) const {
  const std::string bytes = wire::encode(message);
  return std::string(as_bytes(of(bytes))) + bytes;
}

std::optional<wire::NodeMessage> Seals::open(std::string_view sealed) const {
  if (sealed.size() < seal_bytes) return std::nullopt;
  const std::string_view bytes = sealed.substr(seal_bytes);
  if (!same(of(bytes), sealed.substr(0, seal_bytes)) && !planted::is(planted::Bug::seal_not_looked_at))
    return std::nullopt;
  return wire::decode_node_message(bytes);
}

}  // namespace rostrum::ledger
