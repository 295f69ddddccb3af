// The policies on a live list (L4). What they compute is proven in order_of_fairness_test.cpp.
#include "council/given.hpp"
#include "council/question.hpp"

namespace rostrum::council {
namespace {

/// Members in two regions: CL and EC of GRULAC, KE and MA of AG, PH of none.
Programme programme_with_groups(OrderPolicy policy) {
  Programme programme = small_programme();
  programme.panels[0].order_policy = policy;
  programme.panels[1].order_policy = policy;
  for (auto& delegation : programme.delegations) {
    const std::string& id = delegation.id.value;
    if (id == "CL" || id == "EC") delegation.groups = {"GRULAC", "G77"};
    if (id == "KE" || id == "MA") delegation.groups = {"AG"};
  }
  return programme;
}

void ask_all(Given& given, std::initializer_list<const char*> delegations) {
  for (const char* delegation : delegations) given.ask(delegation);
}

EntryId entry_of(const Given& given, const std::string& delegation) {
  for (const EntryId id : given.panel().order())
    if (given.entry(id).delegation == DelegationId{delegation}) return id;
  FAIL(delegation << " does not wait");
  return {};
}

/// Speaks for `span`, and is over.
void speak(Given& given, const std::string& delegation, Millis span) {
  const SpeechId speech = given.give(entry_of(given, delegation));
  given.after(span);
  given.must(chair, EndSpeech{speech});
}

void ask_with_rank(Given& given, const std::string& delegation, std::optional<Rank> rank) {
  given.after(seconds(1));
  given.must(grant_of(delegation), RequestFloor{.panel = high_level, .rank = rank});
}

TEST_CASE(
    "L4 by rank: heads of State, heads of government, ministers, vice-ministers, ambassadors, others; then time") {
  Given given = on_the_floor(programme_with_groups(OrderPolicy::rank));
  ask_with_rank(given, "CL", Rank::ambassador);
  ask_with_rank(given, "EC", std::nullopt);
  ask_with_rank(given, "KE", Rank::minister);
  ask_with_rank(given, "MA", Rank::head_of_state);
  ask_with_rank(given, "PH", Rank::minister);
  ask_with_rank(given, "VA", Rank::other);
  CHECK(given.list() == "MA KE PH CL EC VA");
}

TEST_CASE("L4 a rank that is corrected moves the entry, by the time of its request, and tells the place first") {
  Given given = on_the_floor(programme_with_groups(OrderPolicy::rank));
  for (const char* delegation : {"CL", "EC", "KE"}) ask_with_rank(given, delegation, Rank::ambassador);
  ask_with_rank(given, "MA", Rank::minister);
  const CorrectEntry minister{
      .entry = entry_of(given, "CL"), .kind = Kind::statement, .language = "en", .rank = Rank::minister};
  CHECK(given.list() == "MA CL EC KE");
  CHECK(given.refused(grant_of("CL"), minister) == "place_changes");
  CorrectEntry agreed = minister;
  agreed.place = 1;
  given.must(grant_of("CL"), agreed);
  CHECK(given.list() == "CL MA EC KE");
  CHECK(given.entry(entry_of(given, "CL")).rank == Rank::minister);
}

TEST_CASE("L4 regional groups take turns, and the list follows who has spoken") {
  Given given = on_the_floor(programme_with_groups(OrderPolicy::alternate));
  ask_all(given, {"CL", "EC", "KE", "MA"});
  CHECK(given.list() == "CL KE EC MA");
  speak(given, "KE", seconds(60));
  CHECK(given.list() == "CL MA EC");
}

TEST_CASE("L4 in turn, classes come one after the other, and a delegation without a group is a region of its own") {
  Given given = on_the_floor(programme_with_groups(OrderPolicy::alternate));
  ask_all(given, {"CARE", "CL", "EC", "PH", "VA"});
  given.ask("KE", Kind::group_statement);
  CHECK(given.list() == "KE CL PH EC VA CARE");
}

TEST_CASE("L4 in turn, who was called in vain stands at the end of its class") {
  Given given = on_the_floor(programme_with_groups(OrderPolicy::alternate));
  ask_all(given, {"CL", "EC", "KE", "VA"});
  REQUIRE(given.list() == "CL KE EC VA");
  given.must(chair, RecordNoShow{entry_of(given, "CL")});
  CHECK(given.list() == "EC KE CL VA");
  given.must(chair, ClearNoShow{entry_of(given, "CL")});
  CHECK(given.list() == "CL KE EC VA");
}

TEST_CASE("L4 the least heard first: by the seconds that a delegation has spoken in the session, on all panels") {
  Given given = on_the_floor(programme_with_groups(OrderPolicy::least_heard));
  ask_all(given, {"CL", "EC", "KE"});
  speak(given, "CL", seconds(90));
  speak(given, "EC", seconds(60));
  ask_all(given, {"CL", "EC"});
  CHECK(given.list() == "KE EC CL");
  given.must(desk, RequestFloor{.panel = review, .delegation = DelegationId{"CL"}});
  given.must(desk, RequestFloor{.panel = review, .delegation = DelegationId{"KE"}});
  CHECK(given.list(review) == "KE CL");
  speak(given, "KE", seconds(100));
  CHECK(given.list(review) == "CL KE");
}

TEST_CASE("L4 a floor that was given by mistake counts for nobody's time") {
  Given given = on_the_floor(programme_with_groups(OrderPolicy::least_heard));
  ask_all(given, {"CL", "EC"});
  speak(given, "CL", seconds(90));
  given.must(chair, ReturnSpeaker{high_level});
  CHECK(given.state.spoken.at(DelegationId{"CL"}) == Millis{0});
  CHECK(given.entry(entry_of(given, "CL")).moved);
  CHECK(given.list() == "CL EC");
}

TEST_CASE("L4 a group statement is nobody's own time") {
  Given given = on_the_floor(programme_with_groups(OrderPolicy::least_heard));
  given.ask("CL", Kind::group_statement);
  given.ask("EC");
  speak(given, "CL", seconds(200));
  given.ask("CL");
  CHECK(given.list() == "EC CL");
}

TEST_CASE("L4 by hand: who asks goes behind, and nothing else moves") {
  Given given = on_the_floor(programme_with_groups(OrderPolicy::category));
  ask_all(given, {"CARE", "CL", "VA"});
  given.must(chair, SetOrderPolicy{high_level, OrderPolicy::manual});
  CHECK(given.list() == "CL VA CARE");
  given.ask("EC");
  CHECK(given.list() == "CL VA CARE EC");
}

TEST_CASE("L4 what the chair has moved survives a change of policy at its place, and stays marked") {
  Given given = on_the_floor(programme_with_groups(OrderPolicy::inscription_time));
  ask_all(given, {"CARE", "KE", "VA", "CL", "EC"});
  const EntryId moved = entry_of(given, "EC");
  given.must(chair, MoveEntry{.entry = moved, .anchor = entry_of(given, "CARE"), .before = true});
  given.must(chair, SetOrderPolicy{high_level, OrderPolicy::category});
  CHECK(given.list() == "EC KE CL VA CARE");
  CHECK(given.entry(moved).moved);
  CHECK_FALSE(given.entry(entry_of(given, "KE")).moved);
  given.must(chair, SetOrderPolicy{high_level, OrderPolicy::alternate});
  CHECK(given.list().starts_with("EC "));
  speak(given, "EC", seconds(30));
  CHECK(given.list() == "KE CL VA CARE");
}

TEST_CASE("L4 ordered anew, what the chair has moved goes back among the others, and the same order is not set twice") {
  Given given = on_the_floor(programme_with_groups(OrderPolicy::inscription_time));
  ask_all(given, {"CL", "EC", "KE"});
  given.must(chair, MoveEntry{.entry = entry_of(given, "KE"), .anchor = entry_of(given, "CL"), .before = true});
  CHECK(given.refused(chair, SetOrderPolicy{high_level, OrderPolicy::inscription_time}) == "nothing_changes");
  given.must(chair, SetOrderPolicy{high_level, OrderPolicy::inscription_time, true});
  CHECK(given.list() == "CL EC KE");
  CHECK_FALSE(given.entry(entry_of(given, "KE")).moved);
  CHECK(given.refused(chair, SetOrderPolicy{high_level, OrderPolicy::inscription_time, true}) == "nothing_changes");
}

TEST_CASE("L4 in turn, what the chair has moved stays at its place while the others follow who has spoken") {
  Given given = on_the_floor(programme_with_groups(OrderPolicy::alternate));
  ask_all(given, {"CL", "EC", "KE", "MA"});
  REQUIRE(given.list() == "CL KE EC MA");
  given.must(chair, MoveEntry{.entry = entry_of(given, "MA"), .anchor = entry_of(given, "CL"), .before = true});
  CHECK(given.list() == "MA CL KE EC");
  speak(given, "CL", seconds(60));
  CHECK(given.list() == "MA KE EC");
}

TEST_CASE("L4 an order by lot is drawn, not chosen") {
  Given given = on_the_floor();
  CHECK(given.refused(chair, SetOrderPolicy{high_level, OrderPolicy::lot}) == "malformed");
}

TEST_CASE("L4 each entry has a reason") {
  Given given = on_the_floor(programme_with_groups(OrderPolicy::alternate));
  ask_all(given, {"CL", "EC", "KE", "MA"});
  const auto reason = [&](const std::string& delegation) {
    return name(reason_of(given.entry(entry_of(given, delegation)), given.panel().plan.order_policy));
  };
  given.must(chair, RecordNoShow{entry_of(given, "CL")});
  given.must(chair, MoveEntry{.entry = entry_of(given, "MA"), .anchor = entry_of(given, "EC"), .before = true});
  CHECK(reason("CL") == "no_show");
  CHECK(reason("MA") == "by_hand");
  CHECK(reason("KE") == "region");
  given.must(chair, SetOrderPolicy{high_level, OrderPolicy::rank});
  CHECK(reason("KE") == "rank");
}

TEST_CASE("L4 what waits and was heard of each region is known") {
  Given given = on_the_floor(programme_with_groups(OrderPolicy::alternate));
  ask_all(given, {"CL", "EC", "KE", "MA", "PH"});
  speak(given, "CL", seconds(60));
  const Instant began = given.now - seconds(60);
  const auto regions = regions_waiting(given.state, given.panel());
  REQUIRE(regions.size() == 3);
  CHECK(regions[0].region.second == "#PH");
  CHECK(regions[1].region.second == "AG");
  CHECK(regions[1].waiting == 2);
  CHECK(regions[1].heard == 0);
  CHECK_FALSE(regions[1].last_at);
  CHECK(regions[2].region.second == "GRULAC");
  CHECK(regions[2].heard == 1);
  CHECK(regions[2].last_at == began);
}

TEST_CASE("L4 what follows is in the act that it follows from, and no sentence of the log is about it") {
  Given given = on_the_floor(programme_with_groups(OrderPolicy::alternate));
  ask_all(given, {"CL", "EC"});
  const Events events = given.must(grant_of("KE"), RequestFloor{.panel = high_level});
  REQUIRE(events.size() == 1);  // it is put to its place at once, and nobody else changes
  CHECK(std::get<FloorRequested>(events[0]).place == 1);
  const SpeechId speech = given.give(entry_of(given, "KE"));
  given.ask("MA");
  const Events ended = given.must(chair, EndSpeech{speech});
  CHECK(std::ranges::none_of(ended, [&](const Event& one) {
    return told(given.state, one).follows != std::holds_alternative<ListOrdered>(one);
  }));
}

OrderPreview shown(const Given& given, OrderPolicy policy, bool anew = false) {
  const auto answer = reply(given.state, given.now, OrderQuestion{high_level, policy, anew});
  REQUIRE(answer);
  return std::get<OrderPreview>(*answer);
}

TEST_CASE("L4 another order is shown before it is applied, with its reasons, and nothing moves") {
  Given given = on_the_floor(programme_with_groups(OrderPolicy::inscription_time));
  ask_all(given, {"CARE", "CL", "EC", "KE"});
  given.must(chair, MoveEntry{.entry = entry_of(given, "KE"), .anchor = entry_of(given, "CARE"), .before = true});
  const std::string before = given.list();
  for (int policy = 0; policy < static_cast<int>(OrderPolicy::lot); ++policy) {
    const auto now = static_cast<OrderPolicy>(policy);
    const OrderPreview then = shown(given, now);
    CHECK(given.list() == before);
    Given applied = given;
    if (now != given.panel().plan.order_policy) applied.must(chair, SetOrderPolicy{high_level, now});
    CHECK(applied.panel().order() == then.entries);
    for (std::size_t place = 0; place < then.entries.size(); ++place)
      CHECK(reason_of(applied.entry(then.entries[place]), now) == then.reasons[place]);
  }
  CHECK(shown(given, OrderPolicy::category).reasons.front() == Reason::by_hand);
  CHECK(shown(given, OrderPolicy::category, true).reasons.front() == Reason::category);
  CHECK(shown(given, OrderPolicy::alternate).regions.size() == 3);
}

TEST_CASE("L4 an order by lot is never shown before it is drawn") {
  Given given = four_waiting();
  CHECK_FALSE(reply(given.state, given.now, OrderQuestion{high_level, OrderPolicy::lot, false}));
  CHECK_FALSE(reply(given.state, given.now, OrderQuestion{{"nowhere"}, OrderPolicy::rank, false}));
}

}  // namespace
}  // namespace rostrum::council
