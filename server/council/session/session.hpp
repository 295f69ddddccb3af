// The session as its programme creates it (P1): the content of its first commit.
#pragma once

#include "council/facts.hpp"
#include "council/programme.hpp"

namespace rostrum::council {

struct SessionCreated {
  Programme programme;
  bool operator==(const SessionCreated&) const = default;
};
void evolve(Evolving& on, const SessionCreated& event);

}  // namespace rostrum::council
