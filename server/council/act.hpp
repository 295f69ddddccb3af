// What people ask for. Imperative; each act stands with its rule in the folder of its subject.
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
#include "council/sign_in/sign_in.hpp"
#include "council/statement/statement.hpp"

namespace rostrum::council {

using ActVariant = VariantOf<MeetingActs, PanelActs, ListActs, DrawActs, EntryActs, FloorActs, PointActs, StatementActs,
                             BoothActs, NoticeActs, HelpActs, SignInActs, MotionActs>;

inline constexpr std::size_t act_count = std::variant_size_v<ActVariant>;

/// One of the acts. How it is copied, moved, compared and ended is compiled in act.cpp alone: for a variant of so many,
/// that takes longer than any rule.
struct Act : ActVariant {
  template <class One>
    requires IsOneOf<One, ActVariant>
  Act(One one) : ActVariant(std::in_place_type<One>, std::move(one)) {}

  Act();  // the first
  Act(const Act&);
  Act(Act&&) noexcept;
  Act& operator=(const Act&);
  Act& operator=(Act&&) noexcept;
  ~Act();
  bool operator==(const Act&) const;
};

/// What the sender saw when it decided; where it is no longer so, the act is refused with changed_meanwhile.
struct Expects {
  std::optional<SpeechId> speech;  // that has the floor of the act's panel; none(): free
  std::optional<EntryId> head;     // of the act's list; none(): empty
  bool operator==(const Expects&) const = default;
};

struct Command {
  Act act;
  Expects expects;
  bool operator==(const Command&) const = default;
};

/// The act's name in the log and in the table of access, such as "request_floor".
[[nodiscard]] std::string_view name(const Act& act);

/// The name of the act at `index` of the variant.
[[nodiscard]] std::string_view act_name(std::size_t index);

/// What a person wrote, in an act, or in what it lets all others read.
[[nodiscard]] std::size_t text_bytes(const State& state, const Act& act);

}  // namespace rostrum::council
