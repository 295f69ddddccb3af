// The result of what can fail in a foreseen way: a value, or an error that is a value too.
#pragma once

#include <tl/expected.hpp>

namespace rostrum {

template <class Value, class Error>
using Result = tl::expected<Value, Error>;

template <class Error>
[[nodiscard]] auto failure(Error&& error) {
  return tl::unexpected<std::decay_t<Error>>(std::forward<Error>(error));
}

}  // namespace rostrum
