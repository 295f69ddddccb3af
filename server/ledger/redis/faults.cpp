#include "ledger/redis/faults.hpp"

#include <array>
#include <utility>

namespace rostrum::ledger::redis {

namespace {

constexpr std::array names{
#define X(name, cure) std::string_view(#name),
    ROSTRUM_REDIS_FAULTS(X)
#undef X
};
constexpr std::array cures{
#define X(name, cure) std::string_view(cure),
    ROSTRUM_REDIS_FAULTS(X)
#undef X
};

using enum FaultKind;

/// By the word that an error begins with.
constexpr std::pair<std::string_view, FaultKind> by_code[] = {
    {"NOSCRIPT", no_script},
    {"BUSY", busy},
    {"LOADING", loading},
    {"OOM", no_room},
    {"MISCONF", cannot_persist},
    {"NOAUTH", no_auth},
    {"WRONGPASS", no_auth},
    {"DENIED", no_auth},
    {"NOPERM", no_permission},
    {"READONLY", read_only},
    {"MASTERDOWN", read_only},
    {"MOVED", cluster},
    {"ASK", cluster},
    {"CROSSSLOT", cluster},
    {"CLUSTERDOWN", cluster},
    {"TRYAGAIN", cluster},
};
/// And where that is ERR, by what it says.
constexpr std::pair<std::string_view, FaultKind> by_words[] = {
    {"'no-cluster' flag", cluster},
    {"unauthenticated multibulk length", no_auth},  // more words than it reads from who has not said who it is
    {"unauthenticated bulk length", no_auth},
    {"The user executing the script can't", no_permission},
};

}  // namespace

std::string_view name_of(FaultKind kind) { return names.at(static_cast<std::size_t>(kind)); }

std::string_view cure_of(FaultKind kind) { return cures.at(static_cast<std::size_t>(kind)); }

Fault fault_of(std::string_view words) {
  const std::string_view code = words.substr(0, words.find(' '));
  for (const auto& [known, kind] : by_code)
    if (code == known) return {kind, std::string(words)};
  for (const auto& [known, kind] : by_words)
    if (words.find(known) != std::string_view::npos) return {kind, std::string(words)};
  return {other, std::string(words)};
}

}  // namespace rostrum::ledger::redis
