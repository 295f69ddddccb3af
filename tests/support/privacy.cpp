#include "support/privacy.hpp"

#include "council/small_programme.hpp"

namespace rostrum::test {

using namespace council;

namespace {

bool begins(const std::string& key, std::string_view prefix) { return key.starts_with(prefix); }
bool holds(const std::string& bytes, std::string_view words) { return bytes.find(words) != std::string::npos; }

bool released(const State& state, const std::string& key) {
  if (!begins(key, "statement/")) return false;
  const EntryId entry{static_cast<std::uint32_t>(std::stoul(key.substr(key.find('/') + 1)))};
  return state.statements.at(entry).released_at.has_value();
}

/// Whether the mover's entry holds the floor.
bool taken_up(const State& state, const std::string& key) {
  const EntryId entry{static_cast<std::uint32_t>(std::stoul(key.substr(key.find('/') + 1)))};
  return state.panel_of(state.entries.at(entry)).held_by(entry);
}

bool is_own(const std::string& key, const DelegationId& delegation) {
  if (key == "standing/" + delegation.value) return true;
  for (const char* kind : {"point", "motion", "statement", "signal", "notice", "help", "desk"})
    if (begins(key, "own/" + std::string(kind) + "/" + delegation.value + "/")) return true;
  return false;
}

/// Whether `audience` may hold the shared entity of this key with these bytes.
bool may_hold(const State& state, Audience audience, const std::string& key, const std::string& bytes) {
  const bool desk = audience == Audience::desk;
  if (begins(key, "standing/") || begins(key, "own/")) return false;
  for (const char* kind : {"desk/", "point/", "help/", "seat/"})
    if (begins(key, kind) && !desk) return false;
  if (begins(key, "motion/") && !desk && !taken_up(state, key)) return false;
  if (begins(key, "signal/") && !desk && audience != Audience::booth) return false;
  if ((holds(bytes, "canary-note") || holds(bytes, "canary-help")) && !desk) return false;
  if (holds(bytes, "canary-text") && !desk && audience != Audience::booth && !released(state, key)) return false;
  const bool of_draft = state.panels.at(special).plan.draft && key.ends_with("/" + special.value);
  return !of_draft || audience != Audience::public_;
}

}  // namespace

std::string broken_privacy(const State& state, Audience audience, const std::optional<DelegationId>& delegation,
                           const Picture& shared, const Picture& own) {
  for (const auto& [key, bytes] : shared)
    if (!may_hold(state, audience, key, bytes)) return "the audience " + std::string(name(audience)) + " holds " + key;
  for (const auto& [key, bytes] : own)
    if (!delegation || !is_own(key, *delegation))
      return (delegation ? delegation->value : "who has no delegation") + " holds " + key;
  return {};
}

}  // namespace rostrum::test
