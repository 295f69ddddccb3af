// The session as its programme creates it (P1), the content of its first commit, and who writes it.
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

/// Another node of several writes from here on (docs/several-nodes.md). It changes nothing that anybody sees.
struct TermStarted {
  static constexpr EventFacts is{.name = "term_started",
                                 .told = [](const auto& event, auto& told) { told("node", event.node); }};
  std::string node;  // as the operator named it
  bool operator==(const TermStarted&) const = default;
};
void evolve(Evolving& on, const TermStarted& event);

using SessionEvents = OneOf<SessionCreated, TermStarted>;

}  // namespace rostrum::council
