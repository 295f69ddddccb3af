// What was done with a request: seen by its delegation.
#include "views/seen.hpp"

namespace rostrum::views {

TEST_CASE("P4 what was done with a delegation's request is told to it alone, and it is told nothing else that way") {
  Given given = four_waiting();
  given.must(chair, RemoveEntry{{1}});
  CHECK(keys_of(given.state, DelegationId{"CL"}) == std::set<std::string>{"standing/CL"});
  CHECK(keys_of(given.state, DelegationId{"EC"}).empty());
  for (const Audience audience : audiences) CHECK_FALSE(sees(given.state, audience, "standing/CL"));
  const auto told = seen<Standing>(given.state, {.kind = KeyKind::standing, .id = "CL"}, DelegationId{"CL"});
  CHECK(told.standing.outcome == Outcome::removed);
  given.ask("CL");
  CHECK(keys_of(given.state, DelegationId{"CL"}).empty());
}

}  // namespace rostrum::views
