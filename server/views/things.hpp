// The one list of what is seen: what clients hold, as plain values that wire turns into messages. Each thing is a file
// of this room, <thing>.hpp with who sees it and <thing>.cpp with the code
// (docs/ARCHITECTURE.md#adding-a-thing-that-is-seen).
#pragma once

#include <variant>

#include "views/delegation.hpp"
#include "views/desk_note.hpp"
#include "views/draw.hpp"
#include "views/entry.hpp"
#include "views/floor.hpp"
#include "views/help.hpp"
#include "views/meeting.hpp"
#include "views/motion.hpp"
#include "views/notice.hpp"
#include "views/panel.hpp"
#include "views/panellist.hpp"
#include "views/point.hpp"
#include "views/queue.hpp"
#include "views/seat.hpp"
#include "views/session.hpp"
#include "views/signal.hpp"
#include "views/standing.hpp"
#include "views/statement.hpp"

namespace rostrum::views {

// (the word that its key begins with, its entity), in the order in which snapshots and patches have them. SHARED is
// rendered for each audience; OWN is private to the delegation that its key names; BOTH is shared, and under another
// key, own/..., private.
#define ROSTRUM_THINGS(SHARED, OWN, BOTH) \
  SHARED(session, Session)                \
  SHARED(meeting, Meeting)                \
  SHARED(panel, Panel)                    \
  SHARED(delegation, Delegation)          \
  SHARED(panellist, Panellist)            \
  SHARED(queue, Queue)                    \
  SHARED(entry, Entry)                    \
  SHARED(floor, Floor)                    \
  SHARED(draw, Draw)                      \
  BOTH(desk, DeskNote)                    \
  BOTH(point, PointOfOrder)               \
  BOTH(motion, Motion)                    \
  BOTH(statement, Statement)              \
  BOTH(signal, Signal)                    \
  BOTH(notice, Notice)                    \
  BOTH(help, Help)                        \
  SHARED(seat, Seat)                      \
  OWN(standing, Standing)

#define ROSTRUM_KIND(kind, Thing) kind,
#define ROSTRUM_OWN_KIND(kind, Thing) own_##kind,
#define ROSTRUM_NO_KIND(kind, Thing)
enum class KeyKind : std::uint8_t {
  ROSTRUM_THINGS(ROSTRUM_KIND, ROSTRUM_KIND, ROSTRUM_KIND)
      ROSTRUM_THINGS(ROSTRUM_NO_KIND, ROSTRUM_NO_KIND, ROSTRUM_OWN_KIND)
};
#define ROSTRUM_ONE(kind, Thing) +1
inline constexpr int key_kind_count =
    ROSTRUM_THINGS(ROSTRUM_ONE, ROSTRUM_ONE, ROSTRUM_ONE) ROSTRUM_THINGS(ROSTRUM_NO_KIND, ROSTRUM_NO_KIND, ROSTRUM_ONE);
#undef ROSTRUM_ONE
#undef ROSTRUM_NO_KIND
#undef ROSTRUM_OWN_KIND
#undef ROSTRUM_KIND

template <class None, class... Thing>
struct OneOf {
  using Type = std::variant<Thing...>;
};
#define ROSTRUM_ENTITY(kind, Thing) , Thing
using Entity = OneOf<void ROSTRUM_THINGS(ROSTRUM_ENTITY, ROSTRUM_ENTITY, ROSTRUM_ENTITY)>::Type;
#undef ROSTRUM_ENTITY

}  // namespace rostrum::views
