// Grants that are revoked, issued and expire, as the chamber has them (P5).
#include "chamber/hall.hpp"

using namespace rostrum;
using namespace rostrum::chamber;
using council::chair;
using council::desk;
using council::grant_of;
using council::high_level;

namespace {

/// The grants of all acts in the journal.
std::vector<std::string> acting_grants(journal::Journal& journal) {
  std::vector<std::string> grants;
  REQUIRE(journal.read({1}, [&](Seq, wire::StoredView stored) {
    const wire::Commit commit = wire::decode_commit(stored).value();
    for (const wire::StoredAct& act : commit.acts) grants.push_back(act.grant.value);
    return true;
  }));
  return grants;
}

bool let_in(Hall& hall, const GrantId& grant) {
  std::optional<bool> let;
  hall.chamber->join(grant, wire::Codec::protobuf, std::nullopt,
                     [&](const LetIn& joined) { let = joined.has_value(); });
  hall.scheduler->settle();
  return let.value();
}

council::Programme short_lived() {
  council::Programme programme = council::small_programme();
  programme.session.codes_valid = minutes(60);
  return programme;
}

}  // namespace

TEST_CASE("P5 an act behind the revocation of its grant in one batch is refused, and never in the log") {
  Hall hall;
  hall.open_floor();
  const auto revoked = hall.send(desk, council::RevokeSeat{{"CL"}});
  const auto behind = hall.send(grant_of("CL"), request());
  const auto other = hall.send(grant_of("EC"), request());
  hall.scheduler->settle();
  const ActName first = std::get<Accepted>(**revoked).act;
  CHECK(hall.said(**behind) == "unauthorized");
  CHECK(std::get<Accepted>(**other).act == ActName{.seq = first.seq, .index = 1});
  for (const std::string& grant : acting_grants(hall.memory)) CHECK(grant != "CL.1");
  hall.restart();
  CHECK(hall.said(hall.act(grant_of("CL"), request())) == "unauthorized");
}

TEST_CASE("P5 an act before the revocation in the same batch stands") {
  Hall hall;
  hall.open_floor();
  const auto before = hall.send(grant_of("CL"), request());
  const auto revoked = hall.send(desk, council::RevokeSeat{{"CL"}});
  hall.scheduler->settle();
  CHECK(hall.said(**before) == "accepted");
  CHECK(hall.said(**revoked) == "accepted");
  CHECK(hall.chamber->state().panels.at(high_level).order().size() == 1);
}

TEST_CASE("P5 that grants have changed is told once it is durable, and before what shows it") {
  Hall hall;
  const auto officer = hall.follow(chair);
  std::vector<std::uint64_t> seen;  // by the desk's audience, when it was told
  hall.hub.when_grants_change = [&] { seen.push_back(officer->store.seq()); };
  hall.open_floor();
  CHECK(seen.empty());
  const Seq before = hall.chamber->seq();
  const auto answer = hall.send(desk, council::IssueCode{{"CL"}});
  hall.scheduler->run_posted();
  CHECK(seen.empty());
  hall.scheduler->settle();
  CHECK(seen == std::vector{before.value});
  CHECK(officer->store.seq() == before.next().value);
  CHECK(hall.chamber->grant_is({"CL.1"}) == GrantIs::revoked);
  CHECK(hall.chamber->grant_is({"CL.2"}) == GrantIs::valid);
  CHECK(hall.chamber->grant_is({"XX.1"}) == GrantIs::unknown);
}

TEST_CASE("P5 a revocation that the journal has no room for has not happened") {
  Hall hall;
  bool told = false;
  hall.hub.when_grants_change = [&] { told = true; };
  hall.journal.full = true;
  CHECK(hall.said(hall.act(desk, council::RevokeSeat{{"CL"}})) == "held");
  CHECK_FALSE(told);
  CHECK(hall.chamber->grant_is({"CL.1"}) == GrantIs::valid);
  CHECK(let_in(hall, {"CL.1"}));
}

TEST_CASE("P5 who joins while the revocation is being written is told of it before anything shows it") {
  Hall hall;
  (void)hall.send(desk, council::RevokeSeat{{"CL"}});
  hall.scheduler->run_posted();
  REQUIRE(hall.scheduler->writing());
  bool joined = false, told = false;
  hall.chamber->join({"CL.1"}, wire::Codec::protobuf, std::nullopt, [&](const auto& let_in) { joined = !!let_in; });
  hall.scheduler->run_posted();
  CHECK(joined);  // it may never become final
  hall.hub.when_grants_change = [&] { told = hall.chamber->grant_is({"CL.1"}) == GrantIs::revoked; };
  hall.scheduler->settle();
  CHECK(told);
  CHECK_FALSE(let_in(hall, {"CL.1"}));
}

TEST_CASE("P5 codes expire at their instant, by the server's own act, also across a restart") {
  const bool restarted = GENERATE(false, true);
  Hall hall(short_lived());
  hall.open_floor();
  CHECK(let_in(hall, grant_of("CL")));
  hall.clock.advance(minutes(60));
  if (restarted) hall.restart();
  bool told = false;
  hall.hub.when_grants_change = [&] { told = true; };
  CHECK(hall.chamber->grant_is({"CL.1"}) == GrantIs::expired);
  CHECK_FALSE(let_in(hall, grant_of("CL")));
  hall.scheduler->wake(hall.clock.now());
  hall.scheduler->settle();
  CHECK(hall.chamber->state().grants.at({"CL.1"}).revoked);
  CHECK(hall.chamber->grant_is({"CL.1"}) == GrantIs::expired);
  CHECK(hall.said(hall.act(grant_of("CL"), request())) == "unauthorized");
  CHECK(told);
}
