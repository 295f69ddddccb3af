// The session as its programme creates it (P1): the content of its first commit.
#pragma once

#include "council/facts.hpp"
#include "council/programme.hpp"

namespace rostrum::council {

struct SessionCreated {
  static constexpr EventFacts is{.name = "session_created", .told = [](const auto& event, auto& told) {
                                   told("title", event.programme.session.title);
                                 }};
  Programme programme;
  bool operator==(const SessionCreated&) const = default;
};
void evolve(Evolving& on, const SessionCreated& event);

using SessionEvents = OneOf<SessionCreated>;

}  // namespace rostrum::council
