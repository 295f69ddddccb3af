// What happened, in outcomes: the place given, the limit granted, the deadline set. Never a policy to be computed
// again: evolve knows no policy and no default, so that an old log means the same after a rule has changed.
#pragma once

#include <variant>

#include "council/booth/booth.hpp"
#include "council/draw/draw.hpp"
#include "council/entry/entry.hpp"
#include "council/floor/floor.hpp"
#include "council/help/help.hpp"
#include "council/list/list.hpp"
#include "council/meeting/meeting.hpp"
#include "council/motion/motion.hpp"
#include "council/notice/notice.hpp"
#include "council/panel/panel.hpp"
#include "council/point/point.hpp"
#include "council/session/session.hpp"
#include "council/sign_in/sign_in.hpp"
#include "council/statement/statement.hpp"

namespace rostrum::council {

using EventVariant =
    VariantOf<SessionEvents, MeetingEvents, PanelEvents, ListEvents, DrawEvents, EntryEvents, FloorEvents, PointEvents,
              StatementEvents, BoothEvents, NoticeEvents, HelpEvents, SignInEvents, MotionEvents>;

/// One of the events. How it is copied, moved, compared and ended is compiled in event.cpp alone, as of Act.
struct Event : EventVariant {
  template <class One>
    requires IsOneOf<One, EventVariant>
  Event(One one) : EventVariant(std::in_place_type<One>, std::move(one)) {}

  Event();  // the first
  Event(const Event&);
  Event(Event&&) noexcept;
  Event& operator=(const Event&);
  Event& operator=(Event&&) noexcept;
  ~Event();
  bool operator==(const Event&) const;
};

using Events = std::vector<Event>;

/// Who acted, when, and under which name: what the log keeps of every act (L14).
struct Stamp {
  ActName act;
  Instant at;
  SeatId actor;  // system_seat for the server's own

  bool operator==(const Stamp&) const = default;
};

inline const SeatId system_seat{"system"};
inline const GrantId system_grant{"system"};

}  // namespace rostrum::council
