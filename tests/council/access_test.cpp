#include "council/given.hpp"
#include <set>

using namespace rostrum;
using namespace rostrum::council;

namespace {

template <std::size_t... Index>
std::vector<Act> one_of_each(std::index_sequence<Index...>) {
  return {Act{std::variant_alternative_t<Index, ActVariant>{}}...};
}

}  // namespace

TEST_CASE("P4 every pair of role and act: what the table refuses is refused as unauthorized, and nothing else is") {
  const Given given;
  for (const Act& act : one_of_each(std::make_index_sequence<act_count>{}))
    for (int number = 0; number < role_count; ++number) {
      const Role role = static_cast<Role>(number);
      const GrantId grant = role == Role::delegate ? grant_of("CL") : grant_of(std::string(name(role)));
      const auto decided = decide(given.state, {act, {}}, {.now = start, .actor = grant});
      const bool unauthorized = !decided && decided.error().code == Code::unauthorized;
      const May allowed = may(role, act.index());
      INFO(name(act) << " by " << name(role));
      CHECK(unauthorized == (allowed == May::no || allowed == May::system));
    }
}

TEST_CASE("P4 only chair and desk manage the floor; a delegate acts for its own delegation") {
  CHECK(may(Role::chair, Act{GiveFloor{}}.index()) == May::any);
  CHECK(may(Role::desk, Act{GiveFloor{}}.index()) == May::any);
  CHECK(may(Role::delegate, Act{GiveFloor{}}.index()) == May::no);
  CHECK(may(Role::delegate, Act{RequestFloor{}}.index()) == May::own);
  CHECK(may(Role::display, Act{RequestFloor{}}.index()) == May::no);
  CHECK(may(Role::chair, Act{CutSpeech{}}.index()) == May::system);
}

TEST_CASE("P4 a grant that is unknown or revoked may do nothing") {
  Given given = on_the_floor();
  CHECK(given.refused({"nobody.1"}, RequestFloor{.panel = high_level}) == "unauthorized");
  given.state.grants.at(grant_of("CL")).revoked = true;
  CHECK(given.refused(grant_of("CL"), RequestFloor{.panel = high_level}) == "unauthorized");
}

TEST_CASE("every act has its own name, in the order of the variant") {
  CHECK(name(Act{OpenMeeting{}}) == "open_meeting");
  CHECK(name(Act{SetAtLimit{}}) == "set_at_limit");
  CHECK(name(Act{CloseList{}}) == "close_list");
  CHECK(name(Act{ClearNoShow{}}) == "clear_no_show");
  CHECK(name(Act{ClearSkip{}}) == "clear_skip");
  CHECK(name(Act{ReturnSpeaker{}}) == "return_speaker");
  CHECK(name(Act{RulePointOfOrder{}}) == "rule_point_of_order");
  CHECK(name(Act{ReachParagraph{}}) == "reach_paragraph");
  CHECK(name(Act{EndSignal{}}) == "end_signal");
  CHECK(name(Act{CloseHelp{}}) == "close_help");
  CHECK(name(Act{IssueCode{}}) == "issue_code");
  CHECK(name(Act{CutSpeech{}}) == "cut_speech");
  CHECK(name(Act{ExpireCodes{}}) == "expire_codes");
  std::set<std::string_view> names;
  for (std::size_t index = 0; index < act_count; ++index) names.insert(act_name(index));
  CHECK(names.size() == act_count);
}

TEST_CASE("a rejection holds its details under the names that the table gives") {
  const Rejection refused = rejection(Code::out_of_range, "limit_ms", seconds(10), seconds(20));
  CHECK(refused.details ==
        std::vector<std::pair<std::string, std::string>>{{"field", "limit_ms"}, {"min", "10000"}, {"max", "20000"}});
  CHECK(name(Code::already_listed) == "already_listed");
}
