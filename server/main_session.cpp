#include "main_session.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <unistd.h>

#include "base/assert.hpp"
#include "programme/changes.hpp"
#include "programme/zone.hpp"
#include "wire/stored.hpp"

namespace rostrum {

namespace {

constexpr std::size_t delegates_shown = 3;

ClockAnchor fresh_anchor(const Options& options) {
  const Instant wall = wall_now();
  if (!options.clock) return {wall, wall, 1.0};
  return {options.clock->at, wall, options.clock->speed};
}

}  // namespace

Result<Anchored, std::string> anchor_clock(const Options& options, bool journal_empty) {
  const auto path = options.data / ops::clock_file_name;
  auto kept = ops::read_anchor(path);
  if (!kept) return failure(std::move(kept.error()));
  if (*kept && !journal_empty) {
    const bool same =
        options.clock && options.clock->at == (*kept)->session_start && options.clock->speed == (*kept)->speed;
    return Anchored{**kept, options.clock && !same};
  }
  if (!journal_empty && !options.clock) {
    return failure(path.string() + " is missing, so it is not known what the clock of this session shows: put it back, "
                                   "or say with --clock START,SPEED");
  }
  const ClockAnchor anchor = fresh_anchor(options);
  if (auto written = ops::write_anchor(path, anchor); !written) return failure(std::move(written.error()));
  return Anchored{anchor, false};
}

std::vector<std::string> programme_changes(journal::Journal& journal, const council::Programme& programme) {
  std::vector<std::string> changes;
  const auto visit = [&](Seq, std::string_view bytes) {
    const auto commit = wire::decode_commit(bytes);
    if (!commit || commit->acts.empty() || commit->acts.front().events.empty()) return false;
    const auto* created = std::get_if<council::SessionCreated>(&commit->acts.front().events.front());
    if (created) changes = programme::changes(created->programme, programme);
    return false;
  };
  (void)journal.read({1}, visit);  // damage is what opening the chamber reports
  return changes;
}

std::string new_epoch() {
  std::array<char, wire::epoch_bytes> bytes{};
  ROSTRUM_ASSERT(::getentropy(bytes.data(), bytes.size()) == 0);
  return {bytes.data(), bytes.size()};
}

std::string how_to_sign_in(const std::vector<access::SignInLine>& all, const std::filesystem::path& data) {
  std::vector<access::SignInLine> shown;
  std::size_t delegates = 0;
  for (const auto& line : all) {
    if (line.role == council::name(council::Role::delegate) && ++delegates > delegates_shown) continue;
    shown.push_back(line);
  }
  std::string out = "Sign in with\n" + access::as_text(shown);
  if (shown.size() < all.size()) {
    out += fmt::format("and {} more: rostrumctl links --data {}\n", all.size() - shown.size(), data.string());
  }
  return out;
}

std::string about_clock(const ClockAnchor& anchor, Instant now, const std::string& timezone) {
  if (ops::shows_real_time(anchor)) return {};
  const auto zone = programme::Zone::named(timezone);
  std::string shows = zone ? programme::iso(zone->local(now)) : std::to_string(now.value);
  std::replace(shows.begin(), shows.end(), 'T', ' ');
  return fmt::format("The session's clock shows {} ({}) and runs at speed {:g}: it is not the real time.\n", shows,
                     timezone, anchor.speed);
}

}  // namespace rostrum
