// The English catalogue of the desk's screen, as JSON: built in from the file that the screen is built with.
#pragma once

#include <string_view>

namespace rostrum::ctl {

[[nodiscard]] std::string_view words_of_the_desk();

}  // namespace rostrum::ctl
