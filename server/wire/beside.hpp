// What people wrote and are called, taken out of a commit that is stored and put back into one that is read. For this
// room's own units.
#pragma once

#include "base/result.hpp"
#include "rostrum/v1/event.pb.h"
#include "wire/stored.hpp"

namespace rostrum::wire {

/// Puts the digest of each text in its place; what is to stand beside the commit.
[[nodiscard]] rostrum::v1::Beside take_out(rostrum::v1::Commit& commit, const Salts& salts);

/// Puts each text in the place of its digest: how many are withheld, or which is not the one of its digest.
[[nodiscard]] Result<std::size_t, std::string> put_back(rostrum::v1::Commit& commit, rostrum::v1::Beside& beside);

}  // namespace rostrum::wire
