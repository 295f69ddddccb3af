// The files of a journal, as bytes.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "support/folder.hpp"

namespace rostrum::journal {

[[nodiscard]] std::string bytes_of(const std::filesystem::path& file);
void write_bytes(const std::filesystem::path& file, std::string_view bytes);

}  // namespace rostrum::journal
