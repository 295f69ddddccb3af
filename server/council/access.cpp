#include "council/access.hpp"

#include <array>

#include "base/assert.hpp"

namespace rostrum::council {

namespace {

using Row = std::array<May, role_count>;

constexpr Row floor_managers{May::any, May::any, May::no, May::no, May::no, May::no, May::no};
constexpr Row managers_and_own{May::any, May::any, May::own, May::no, May::no, May::no, May::no};
constexpr Row managers_own_and_captioner{May::any, May::any, May::own, May::no, May::any, May::no, May::no};
constexpr Row own_delegation{May::no, May::no, May::own, May::no, May::no, May::no, May::no};
constexpr Row own_booth{May::no, May::no, May::no, May::own, May::no, May::no, May::no};
constexpr Row managers_and_own_booth{May::any, May::any, May::no, May::own, May::no, May::no, May::no};
constexpr Row server_only{May::system, May::system, May::system, May::system, May::system, May::system, May::system};

// One row per act: whoever manages the floor may do all of it; a delegate may do a few things for its own delegation,
// an interpreter for its own booth.
struct RowOf {
  template <class Act>
  Row operator()(const Act&) const {
    return floor_managers;
  }
  Row operator()(const RequestFloor&) const { return managers_and_own; }
  Row operator()(const WithdrawEntry&) const { return managers_and_own; }
  Row operator()(const EndSpeech&) const { return managers_and_own; }
  Row operator()(const RaisePointOfOrder&) const { return managers_and_own; }
  Row operator()(const SubmitStatement&) const { return managers_and_own; }
  Row operator()(const ReleaseStatement&) const { return managers_and_own; }
  Row operator()(const PlanStatementRelease&) const { return managers_and_own; }
  Row operator()(const ReachParagraph&) const { return managers_own_and_captioner; }
  Row operator()(const RaiseSignal&) const { return own_booth; }
  Row operator()(const MarkSignalSeen&) const { return managers_and_own; }
  Row operator()(const EndSignal&) const { return managers_and_own_booth; }
  Row operator()(const RequestHelp&) const { return own_delegation; }
  Row operator()(const CloseHelp&) const { return managers_and_own; }
  Row operator()(const OpenListAsPlanned&) const { return server_only; }
  Row operator()(const CloseListAsAnnounced&) const { return server_only; }
  Row operator()(const CutSpeech&) const { return server_only; }
  Row operator()(const ReleaseStatementWhenDue&) const { return server_only; }
  Row operator()(const ExpireCodes&) const { return server_only; }
};

template <std::size_t... Index>
constexpr std::array<Row, act_count> make_table(std::index_sequence<Index...>) {
  return {RowOf{}(std::variant_alternative_t<Index, Act>{})...};
}

const std::array<Row, act_count>& table() {
  static const auto rows = make_table(std::make_index_sequence<act_count>{});
  return rows;
}

std::string_view word(May may) {
  switch (may) {
  case May::no:
    return "-";
  case May::own:
    return "own";
  case May::any:
    return "any";
  case May::system:
    return "server";
  }
  ROSTRUM_ASSERT(false);
}

}  // namespace

May may(Role role, std::size_t act_index) { return table().at(act_index).at(static_cast<std::size_t>(role)); }

std::string access_table_markdown() {
  std::string text = "| act |";
  std::string rule = "| --- |";
  for (int role = 0; role < role_count; ++role) {
    text += " " + std::string(name(static_cast<Role>(role))) + " |";
    rule += " --- |";
  }
  text += "\n" + rule + "\n";
  for (std::size_t act = 0; act < act_count; ++act) {
    text += "| `" + std::string(act_name(act)) + "` |";
    for (int role = 0; role < role_count; ++role)
      text += " " + std::string(word(may(static_cast<Role>(role), act))) + " |";
    text += "\n";
  }
  return text;
}

}  // namespace rostrum::council
