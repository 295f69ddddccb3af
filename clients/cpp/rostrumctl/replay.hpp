// A session brought back from the journal in its data folder, act by act, as the server does at its start. Reads only,
// so it works while the server runs. An event that does not fit the state ends the server; here it ends the program
// too, with the commit named.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "council/state.hpp"
#include "journal/journal.hpp"
#include "wire/stored.hpp"

namespace rostrum::ctl {

/// What went wrong, in a sentence that names the commit where there is one.
using Failure = std::string;

/// Told after each event, on the state after it.
using Tell =
    std::function<void(const council::State&, const wire::StoredAct&, const council::Stamp&, const council::Event&)>;

struct Replay {
  council::State state;
  journal::Tail tail;  // of the last commit that was replayed
  std::string epoch;   // that it is of
  std::uint64_t acts = 0;
  std::size_t withheld = 0;        // texts that are not there any more
  std::optional<Failure> failure;  // where the log could not be read to its end
};

/// The journal in the data folder `data`.
[[nodiscard]] Result<std::unique_ptr<journal::Journal>, Failure> open_journal(const std::string& data);

/// The journal that `export` has written to the file `path`.
[[nodiscard]] Result<std::unique_ptr<journal::Journal>, Failure> open_export(const std::string& path);

/// Replays `journal` as far as it is sound. With `invariants`, they are checked after every act.
[[nodiscard]] Replay replay(journal::Journal& journal, bool invariants, const Tell& tell = {});

}  // namespace rostrum::ctl
