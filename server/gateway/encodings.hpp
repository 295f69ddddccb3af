// In which form a page is sent: as it is, or packed (Content-Encoding), by what the client takes (RFC 9110, 12.5.3).
// Pure.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace rostrum::gateway {

enum class Encoding { identity, gzip, brotli };

/// As it is called in Accept-Encoding and Content-Encoding.
[[nodiscard]] std::string_view name_of(Encoding encoding);

/// What the name of a packed file has behind that of the file it is made from; empty for identity.
[[nodiscard]] std::string_view ending_of(Encoding encoding);

/// The one of `held` that the client likes best, the first of them where it likes several as much; none where it takes
/// none of them. `accepted` is the value of Accept-Encoding. Without such a header nothing is packed: whoever says
/// nothing may not know how to unpack. What is no weight is passed over with the name that it stands behind.
[[nodiscard]] std::optional<Encoding> encoding_for(std::optional<std::string_view> accepted,
                                                   std::span<const Encoding> held);

}  // namespace rostrum::gateway
