// A delegation: seen by everyone.
#include "views/seen.hpp"

namespace rostrum::views {

TEST_CASE("a delegation is seen by everyone, as the programme has it") {
  const Given given;
  CHECK(who_sees(given.state, "delegation/CL") == "public delegate booth desk");
  const auto chile = seen<Delegation>(given.state, {.kind = KeyKind::delegation, .id = "CL"});
  CHECK(chile.plan == given.state.delegations.at({"CL"}));
}

}  // namespace rostrum::views
