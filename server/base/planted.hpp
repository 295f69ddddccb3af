// Faults put in on purpose, to show that the simulation finds such ones (tests/simulation). None is in any build of the
// server: only where a test's own executable compiles a file with ROSTRUM_PLANTED does `is` ask which one it was told.
#pragma once

#include <cstdint>

namespace rostrum::planted {

// X(name): what it is, in the code that asks for it
#define ROSTRUM_PLANTED_BUGS(X)                                                                                       \
  X(answers_too_early)           /* an act is acknowledged before its commit is durable */                            \
  X(forgets_commands)            /* a restart forgets which commands were taken: one that is sent again acts twice */ \
  X(forgets_shown)               /* a restart forgets who holds what, so that nobody is told that it is gone */       \
  X(forgets_pauses)              /* a speech that is paused does not change what anybody sees of the floor */         \
  X(first_log_not_longest)       /* a new writer goes on from any log of most servers */                              \
  X(final_on_one_server)         /* one server that holds a commit makes it final */                                  \
  X(older_term_counted)          /* a commit of an older term is final before one of its own is */                    \
  X(term_not_checked)            /* a server takes entries from whoever sends them */                                 \
  X(wiped_server_counts)         /* what a server held before it was wiped still counts */                            \
  X(admitted_by_an_old_view)     /* a writer admits a wiped server without asking the others */                       \
  X(refusal_without_asking)      /* a refusal is told without asking whether we still write */                        \
  X(ids_forgotten_at_take_over)  /* a new writer does not know which commands were taken before */                    \
  X(shown_before_final)          /* a commit is rung for as soon as it is sent */                                     \
  X(writer_name_reused)          /* a node that comes back writes under the name that it had */                       \
  X(beside_not_cut)              /* a server that cuts off commits keeps what stood beside them */                    \
  X(grants_not_confirmed)        /* a writer begins although servers that granted it the right have forgotten it */   \
  X(forward_of_any_term)         /* a writer takes a command that was sent to the one before */                       \
  X(refusals_forgotten)          /* a writer that has refused a command decides a late copy of it anew */             \
  X(seal_not_looked_at)          /* a node believes whoever can write to the servers */                               \
  X(position_ahead_let_in)       /* a node lets in at once who has seen more elsewhere */                             \
  X(door_open_when_out_of_touch) /* a node that is out of touch lets people in */                                     \
  X(nobody_sent_on)              /* who waits at a node for what does not come is not sent elsewhere */

enum class Bug : std::uint8_t {
  none,
#define X(name) name,
  ROSTRUM_PLANTED_BUGS(X)
#undef X
};

#ifdef ROSTRUM_PLANTED
inline namespace told {
inline Bug planted = Bug::none;  // set once, before anything else
[[nodiscard]] inline bool is(Bug bug) { return planted == bug; }
}  // namespace told
#else
inline namespace nowhere {
[[nodiscard]] constexpr bool is(Bug) { return false; }
}  // namespace nowhere
#endif

}  // namespace rostrum::planted
