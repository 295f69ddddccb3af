#include "council/rejection.hpp"

#include "base/assert.hpp"

namespace rostrum::council {

std::string_view name(Code code) {
  switch (code) {
#define X(code, details) \
  case Code::code:       \
    return #code;
    ROSTRUM_REJECTIONS(X)
#undef X
  }
  ROSTRUM_ASSERT(false);
}

std::string_view detail_names(Code code) {
  switch (code) {
#define X(code, details) \
  case Code::code:       \
    return details;
    ROSTRUM_REJECTIONS(X)
#undef X
  }
  ROSTRUM_ASSERT(false);
}

const std::vector<Code>& all_codes() {
  static const std::vector<Code> codes{
#define X(code, details) Code::code,
      ROSTRUM_REJECTIONS(X)
#undef X
  };
  return codes;
}

Rejection detail::rejection_of(Code code, std::vector<std::string> values) {
  Rejection rejection{.code = code, .details = {}};
  std::string_view names = detail_names(code);
  for (std::string& value : values) {
    ROSTRUM_ASSERT(!names.empty());
    const auto space = names.find(' ');
    rejection.details.emplace_back(names.substr(0, space), std::move(value));
    names = space == std::string_view::npos ? std::string_view{} : names.substr(space + 1);
  }
  ROSTRUM_ASSERT(names.empty());
  return rejection;
}

}  // namespace rostrum::council
