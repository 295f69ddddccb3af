// Writes the files of a journal, as bytes.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "support/content.hpp"
#include "support/folder.hpp"

namespace rostrum::journal {

void write_bytes(const std::filesystem::path& file, std::string_view bytes);

}  // namespace rostrum::journal
