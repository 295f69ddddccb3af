// The golden vectors of protocol/golden: fixed fictional values, and the files they stand in. Clients in other
// languages read the same files, so a change of the wire or of the stored format shows in all of them.
//
// write_golden.cpp writes the files; golden_test.cpp and the clients' tests read them.
#pragma once

#include <string>
#include <vector>

#include "wire/frames.hpp"
#include "wire/stored.hpp"

namespace rostrum::wire::golden {

struct Frame {
  std::string name;  // of frame_NAME.bin and frame_NAME.json: the item's, and what is special after a hyphen
  ServerItem item;
};

/// At least one of each item that the server sends.
[[nodiscard]] std::vector<Frame> frames();

struct Stored {
  // Of stored_NAME.bin, and of beside_NAME.bin where something stands beside it: the event's, and what is special after
  // a hyphen. Of before, with every text in its place, is commit_NAME.bin.
  std::string name;
  Commit commit;
};

/// A commit for each kind of event, as it is stored now.
[[nodiscard]] std::vector<Stored> commits();

/// What the commits mean that earlier versions have stored with every text in its place, in commit_NAME.bin. Their
/// files are never written again.
[[nodiscard]] std::vector<Stored> older_commits();

}  // namespace rostrum::wire::golden
