// The session as its programme creates it (P1), the content of its first commit; who writes it, and what all who serve
// it have to agree on.
#pragma once

#include "base/clock_anchor.hpp"
#include "base/digest.hpp"
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

/// A node that serves the session has the secret of which this is a check (access/secret_check.hpp). It can happen
/// again, for a secret that is renewed: the last one counts.
struct SecretChecked {
  static constexpr EventFacts is{.name = "secret_checked"};
  Digest check{};
  bool operator==(const SecretChecked&) const = default;
};
void evolve(Evolving& on, const SecretChecked& event);

/// Where the clock of the session was set, which all nodes go by. It never jumps: the first one counts.
struct ClockAnchored {
  static constexpr EventFacts is{.name = "clock_anchored",
                                 .told = [](const auto& event, auto& told) { told("at", event.anchor.session_start); }};
  ClockAnchor anchor;
  bool operator==(const ClockAnchored&) const = default;
};
void evolve(Evolving& on, const ClockAnchored& event);

using SessionEvents = OneOf<SessionCreated, TermStarted, SecretChecked, ClockAnchored>;

}  // namespace rostrum::council
