// The order of the list over the wire, a rule to a test (docs/rules.md#l4-policies).
#include "council/fair_time/lot.hpp"
#include "integration/support/hall_acts.hpp"
#include "integration/support/operating.hpp"

using namespace rostrum;
using namespace rostrum::test;

namespace {

v1::Command ask_with_rank(v1::Rank rank, const std::string& delegation) {
  auto command = request_floor(delegation);
  command.mutable_request_floor()->set_rank(rank);
  return command;
}
v1::Command prepare_draw(const std::string& reason = {}) {
  v1::Command command;
  command.mutable_prepare_draw()->set_panel(panel);
  command.mutable_prepare_draw()->set_reason(reason);
  return command;
}
v1::Command freeze_pool(std::uint32_t draw) {
  v1::Command command;
  command.mutable_freeze_pool()->set_panel(panel);
  command.mutable_freeze_pool()->set_draw(draw);
  return command;
}
v1::Command draw_lot(std::uint32_t draw, const std::string& word) {
  v1::Command command;
  command.mutable_draw_lot()->set_panel(panel);
  command.mutable_draw_lot()->set_draw(draw);
  command.mutable_draw_lot()->set_word(word);
  return command;
}

const v1::Entry& entry_seen(const client::Client& client, const std::string& delegation) {
  return client.store().find("entry/" + std::to_string(entry_for(client, delegation)))->entry();
}
v1::Draw draw_seen(const client::Client& client) {
  const auto* found = client.store().find("draw/" + std::string(panel));
  return found ? found->draw() : v1::Draw{};
}
std::vector<std::string> texts(const google::protobuf::RepeatedPtrField<std::string>& field) {
  return {field.begin(), field.end()};
}

/// The delegations of the first group that has so many of them, and one of another group.
std::pair<List, std::string> of_two_groups(const client::Client& client, std::size_t count) {
  std::map<std::string, List> groups;
  for (const auto& [key, entity] : client.store().entities())
    if (entity.has_delegation() && entity.delegation().category() == v1::CATEGORY_MEMBER &&
        entity.delegation().groups_size() > 0)
      groups[entity.delegation().groups(0)].push_back(entity.delegation().id());
  for (auto& [group, members] : groups) {
    if (members.size() < count) continue;
    members.resize(count);
    for (const auto& [other, of_other] : groups)
      if (other != group) return {members, of_other.front()};
  }
  FAIL("the programme has no two groups");
  return {};
}

}  // namespace

TEST_CASE("L4 by rank the list stands from heads of State on, each entry says its rank and its reason to all") {
  const ServerProcess server;
  const auto chair = presiding(server);
  const auto display = signed_in(server, "display");
  must(*chair, set_policy(v1::ORDER_POLICY_RANK));
  must(*chair, ask_with_rank(v1::RANK_AMBASSADOR, "KE"));
  must(*chair, request_floor("CL"));
  const auto last = must(*chair, ask_with_rank(v1::RANK_HEAD_OF_STATE, "FR"));
  CHECK(listed(*chair) == List{"FR", "KE", "CL"});
  reaches(*display, last.seq());
  CHECK(entry_seen(*display, "FR").rank() == v1::RANK_HEAD_OF_STATE);
  CHECK(entry_seen(*display, "FR").reason() == v1::REASON_RANK);
  CHECK(entry_seen(*display, "CL").rank() == v1::RANK_UNSPECIFIED);
}

TEST_CASE("L4 regional groups take turns, and all are told what waits and was heard of each") {
  const ServerProcess server;
  const auto chair = presiding(server);
  const auto [ours, other] = of_two_groups(*chair, 3);
  must(*chair, set_policy(v1::ORDER_POLICY_ALTERNATE));
  list(*chair, ours);
  must(*chair, request_floor(other));
  CHECK(listed(*chair) == List{ours[0], other, ours[1], ours[2]});
  give_to(*chair, ours[0]);
  const auto& queue = queue_of(*chair);
  REQUIRE(queue.regions_size() == 2);
  const auto& mine = queue.regions(0).waiting() == 2 ? queue.regions(0) : queue.regions(1);
  CHECK(mine.heard() == 1);
  CHECK(mine.waiting() == 2);
  CHECK(mine.last_at() > 0);
  CHECK(entry_seen(*chair, other).reason() == v1::REASON_REGION);
}

TEST_CASE("L4 the least heard come first, also after a restart") {
  ServerProcess server;
  auto chair = presiding(server);
  list(*chair, {"KE", "CL"});
  const auto holding = give_to(*chair, "KE");
  must(*chair, add_time(holding.speech(), 60'000));
  v1::Command end;
  end.mutable_end_speech()->set_speech(holding.speech());
  must(*chair, end);
  must(*chair, set_policy(v1::ORDER_POLICY_LEAST_HEARD));
  must(*chair, request_floor("KE"));
  must(*chair, request_floor("FR"));
  CHECK(listed(*chair) == List{"CL", "FR", "KE"});
  server.kill_hard();
  server.start();
  chair = signed_in(server, "chair");
  CHECK(listed(*chair) == List{"CL", "FR", "KE"});
  must(*chair, request_floor("MA"));
  CHECK(listed(*chair) == List{"CL", "FR", "MA", "KE"});
}

TEST_CASE("L4 what was moved by hand survives another policy and is marked, until the list is ordered anew") {
  const ServerProcess server;
  const auto chair = presiding(server);
  list(*chair, {"KE", "CL", "FR"});
  v1::Command move;
  move.mutable_move_entry()->set_entry(entry_for(*chair, "FR"));
  move.mutable_move_entry()->set_before(entry_for(*chair, "KE"));
  must(*chair, move);
  must(*chair, set_policy(v1::ORDER_POLICY_CATEGORY));
  CHECK(listed(*chair) == List{"FR", "KE", "CL"});
  CHECK(entry_seen(*chair, "FR").reason() == v1::REASON_BY_HAND);
  auto anew = set_policy(v1::ORDER_POLICY_CATEGORY);
  CHECK(refused(*chair, anew) == "nothing_changes");
  anew.mutable_set_order_policy()->set_anew(true);
  must(*chair, anew);
  CHECK(listed(*chair) == List{"KE", "CL", "FR"});
  CHECK(entry_seen(*chair, "FR").reason() == v1::REASON_CATEGORY);
}

TEST_CASE("L4 chair and desk are shown another order before it is applied, and nobody else is") {
  const ServerProcess server;
  const auto chair = presiding(server);
  list(*chair, {"KE", "CL", "FR"});
  must(*chair, ask_as(v1::KIND_GROUP_STATEMENT, "MA", "a group"));
  const auto seq = chair->store().seq();
  v1::Question question;
  question.mutable_order()->set_panel(panel);
  question.mutable_order()->set_policy(v1::ORDER_POLICY_CATEGORY);
  const auto answered = chair->ask(question);
  REQUIRE(answered);
  REQUIRE(std::holds_alternative<v1::Answer>(*answered));
  const v1::OrderAnswer& then = std::get<v1::Answer>(*answered).order();
  REQUIRE(then.entries_size() == 4);
  CHECK(then.entries(0) == entry_for(*chair, "MA"));
  CHECK(then.reasons(0) == v1::REASON_CATEGORY);
  CHECK(listed(*chair) == List{"KE", "CL", "FR", "MA"});
  CHECK(chair->store().seq() == seq);
  const auto why = [&](client::Client& client) {
    const auto given = client.ask(question);
    REQUIRE(given);
    REQUIRE(std::holds_alternative<v1::Rejection>(*given));
    return std::get<v1::Rejection>(*given).code();
  };
  CHECK(why(*signed_in(server, "KE")) == "unauthorized");
  question.mutable_order()->set_policy(v1::ORDER_POLICY_LOT);
  CHECK(why(*chair) == "malformed");
  question.mutable_order()->clear_policy();
  CHECK(why(*chair) == "malformed");
}

TEST_CASE("L4 a lot is drawn in three acts that the whole hall sees, and computed again from what it saw") {
  const ServerProcess server;
  const auto chair = presiding(server);
  const auto display = signed_in(server, "display");
  const auto kenya = signed_in(server, "KE", client::Codec::json);
  list(*chair, {"KE", "CL", "FR"});
  CHECK(refused(*kenya, prepare_draw()) == "unauthorized");
  CHECK(refused(*chair, freeze_pool(1)) == "changed_meanwhile");
  must(*chair, prepare_draw());
  CHECK(draw_seen(*chair).commitment().size() == 64);
  CHECK(draw_seen(*chair).secret().empty());
  must(*chair, freeze_pool(1));
  CHECK(texts(draw_seen(*chair).pool()) == List{"KE", "CL", "FR"});
  CHECK(draw_seen(*chair).secret().empty());
  CHECK(refused(*chair, draw_lot(1, "heron")) == "malformed");
  const auto drawn = must(*chair, draw_lot(1, "6-2-5-HERON"));

  reaches(*display, drawn.seq());
  const auto draw = draw_seen(*display);
  using namespace council::fair_time;
  CHECK(lot_commitment(draw.secret()) == draw.commitment());
  CHECK(lot_seed("council-2005", panel, 1, draw.secret(), "6-2-5-HERON") == draw.seed());
  CHECK(lot({"KE", "CL", "FR"}, draw.seed()) == texts(draw.drawn()));
  CHECK(listed(*chair) == texts(draw.drawn()));
  CHECK(panel_of(*chair).order_policy() == v1::ORDER_POLICY_LOT);
  CHECK(entry_seen(*chair, "KE").reason() == v1::REASON_LOT);
  CHECK(refused(*chair, set_policy(v1::ORDER_POLICY_LOT)) == "nothing_changes");
  CHECK(refused(*chair, prepare_draw()) == "malformed");
}

TEST_CASE("L4 the secret of a draw is the same after a kill, and is in nothing that is stored before it is told") {
  ServerProcess server;
  auto chair = presiding(server);
  list(*chair, {"KE", "CL", "FR"});
  must(*chair, prepare_draw());
  must(*chair, freeze_pool(1));
  const auto before = rostrumctl("export --data " + server.data().string()).out;
  server.kill_hard();
  server.start();
  chair = signed_in(server, "chair");
  must(*chair, draw_lot(1, "6-2-5-HERON"));
  const auto draw = draw_seen(*chair);
  CHECK(council::fair_time::lot_commitment(draw.secret()) == draw.commitment());
  CHECK(before.find(draw.secret()) == std::string::npos);
  const auto again = rostrumctl("draw --data " + server.data().string());
  CHECK(again.status == 0);
  CHECK(again.out.find("draw 1: comes out as it was told") != std::string::npos);
  CHECK(again.out.find(draw.secret()) != std::string::npos);
  CHECK(rostrumctl("draw --data " + server.data().string() + " --panel " + alarm_panel).out == "nothing was drawn\n");
  CHECK(rostrumctl("draw --data " + server.data().string() + " --panel nowhere").status == 1);
}
