// How large a programme may be. Each bound is a problem in words where it is passed, never a truncation; those of a
// text's bytes stand in council/terms.hpp.
#pragma once

#include <cstddef>
#include <cstdint>

#include "base/time.hpp"

namespace rostrum::programme {

inline constexpr std::size_t file_bytes_max = 4u << 20;  // each of the two files
inline constexpr std::size_t file_path_bytes_max = 1'024;
inline constexpr std::size_t id_bytes_max = 40;
inline constexpr std::size_t languages_max = 8;
inline constexpr std::size_t meetings_max = 50;
inline constexpr std::size_t panels_max = 100;
inline constexpr std::size_t documents_max = 50;   // of a panel
inline constexpr std::size_t themes_max = 50;      // of a panel
inline constexpr std::size_t panellists_max = 30;  // of a panel
inline constexpr std::size_t delegations_max = 2'000;
inline constexpr std::size_t groups_max = 20;  // of a delegation
inline constexpr std::size_t seats_max = 500;  // listed under `seats`; every delegation has one of its own besides
inline constexpr std::size_t participants_max = 2'000;
inline constexpr std::size_t document_symbol_bytes_max = 80;
inline constexpr std::size_t delegation_name_bytes_max = 480;
inline constexpr std::int64_t codes_valid_days_default = 30;
inline constexpr std::int64_t codes_valid_days_most = 3'660;
inline constexpr std::size_t problems_max = 1'000;  // of a file: nobody reads more, and the first ones cause the rest

}  // namespace rostrum::programme
