// The text of an entry, in each language at its latest version (docs/rules.md#s2-embargo).
//
// Keys: statement/<number of the entry>, while the entry waits, has the floor or was the last to have it: seen by booth
// and desk, and once it is released by everyone who sees the panel; by everyone from when it is filed in writing on.
// own/statement/<delegation>/<number>, seen by its delegation while the entry waits or has the floor, and under embargo
// for as long as booth and desk see it. When it is planned to be released is told to booth, desk and its delegation.
#pragma once

#include "council/state.hpp"

namespace rostrum::views {

struct StatementText {
  std::string language;
  std::uint32_t version = 1;
  council::TextFormat format{};
  std::vector<std::string> paragraphs;
  std::uint32_t words = 0;
  Instant submitted_at;
};

struct Statement {
  EntryId entry;
  PanelId panel;
  std::optional<DelegationId> delegation;
  council::Delivery delivery{};
  std::vector<StatementText> texts;  // each at its latest version
  std::optional<Instant> released_at;
  std::optional<Instant> releases_at;  // for its delegation, booth and desk
  std::optional<Instant> filed_at;     // in writing
};

}  // namespace rostrum::views
