// A chamber that does not always write: what others have written, what is carried to them, and what becomes of what was
// under way when the writing stops.
#include "chamber/played_ledger.hpp"

using namespace rostrum;
using namespace rostrum::chamber;
using council::chair;
using council::desk;
using council::display;
using council::grant_of;
using council::high_level;

namespace {

/// A floor that is open, and known to be here.
void open_floor(Node& node) {
  node.writer.open_floor();
  node.catch_up();
}

void check_pictures(const Node& node) {
  for (const auto& follower : node.hub.followers) {
    CHECK(follower->store.seq() == node.chamber->seq().value);
    CHECK(follower->store.entities() ==
          test::picture(views::project(node.writer.chamber->state(), follower->audience)));
    if (follower->delegation)
      CHECK(follower->store.private_entities() ==
            test::picture(views::project(node.writer.chamber->state(), *follower->delegation)));
  }
}

std::size_t entries(const Node& node) { return node.chamber->state().entries.size(); }

ActName act_of(const Answer& answer) { return std::get<Accepted>(answer).act; }
council::Code code_of(const Answer& answer) { return std::get<council::Rejection>(answer).code; }

}  // namespace

TEST_CASE("what another has written is shown as what we write is, to everyone") {
  Node node;
  for (const GrantId& grant : {display, desk, grant_of("CL"), grant_of("EC")}) node.follow(grant);
  open_floor(node);
  (void)node.writer.send(grant_of("CL"), request());
  (void)node.writer.send(grant_of("EC"), request());
  node.writer.scheduler->settle();
  node.writer.act(chair, council::RemoveEntry{{1}});
  node.catch_up();
  check_pictures(node);
  CHECK(node.chamber->counters().commits == node.chamber->seq().value - 1);
}

TEST_CASE("P5 that another has revoked a grant is told before what shows it") {
  Node node;
  const auto officer = node.follow(chair);
  std::vector<std::uint64_t> seen;
  node.hub.when_grants_change = [&] {
    CHECK(node.chamber->grant_is(grant_of("CL")) == GrantIs::revoked);
    seen.push_back(officer->store.seq());
  };
  node.writer.act(desk, council::RevokeSeat{{"CL"}});
  node.catch_up();
  CHECK(seen == std::vector{std::uint64_t{1}});
  CHECK(officer->store.seq() == 2);
}

TEST_CASE("where another writes a command is carried to it, with the instant at which it expires, and not decided") {
  Node node;
  open_floor(node);
  const auto sent = node.send(grant_of("CL"), request(), "1");
  REQUIRE(node.ledger.carried.size() == 1);
  const auto& carried = node.ledger.carried.front();
  CHECK(carried.grant == grant_of("CL"));
  CHECK(carried.command.id == "1");
  CHECK(carried.command.expires_at == node.writer.clock.now() + expiry_default);
  CHECK(node.ledger.proposed.empty());
  CHECK(sent->answers.empty());
}

TEST_CASE("the answer of another waits until what it rests on is final here, and shown") {
  Node node;
  open_floor(node);
  node.screen = node.follow(display);
  const auto first = node.send(grant_of("CL"), request(), "1");
  const auto second = node.send(grant_of("EC"), request(), "2");
  const auto late = node.send(grant_of("CL"), request(), "3");
  for (const auto& carried : node.ledger.carried) {
    node.writer.chamber->decide_for_another(carried.grant, carried.command, carried.present, carried.answer);
    node.writer.scheduler->settle();
  }
  CHECK(first->answers.empty());
  CHECK(second->answers.empty());
  node.catch_up();
  REQUIRE(first->answers.size() == 1);
  CHECK(act_of(first->answers.front()).seq.value == first->shown);
  REQUIRE(second->answers.size() == 1);
  CHECK(act_of(second->answers.front()).seq.value == second->shown);
  REQUIRE(late->answers.size() == 1);
  CHECK(code_of(late->answers.front()) == council::Code::already_listed);
  CHECK(late->shown == second->shown);
}

TEST_CASE("the answer of another that rests on what is final here is given at once") {
  Node node;
  open_floor(node);
  const auto sent = node.send(grant_of("CL"), request(), "1");
  node.ledger.carried.front().answer(council::rejection(council::Code::nothing_changes), node.chamber->seq());
  REQUIRE(sent->answers.size() == 1);
  CHECK(code_of(sent->answers.front()) == council::Code::nothing_changes);
}

TEST_CASE("where the node is out of touch what another has answered and cannot be shown is unconfirmed, and not kept") {
  Node node;
  open_floor(node);
  const auto early = node.send(grant_of("CL"), request(), "1");
  const auto later = node.send(grant_of("EC"), request(), "2");
  node.ledger.carried.at(0).answer(Accepted{{Seq{9}, 0}, {}}, Seq{9});
  CHECK(early->answers.empty());
  node.ledger.listener().standing({ledger::Standing::Is::held, "no node writes", node.writer.clock.now()});
  CHECK(early->answers.empty());
  node.ledger.listener().standing({ledger::Standing::Is::out_of_touch, "no bell", node.writer.clock.now()});
  REQUIRE(early->answers.size() == 1);
  CHECK(code_of(early->answers.front()) == council::Code::unconfirmed);
  node.ledger.carried.at(1).answer(Accepted{{Seq{9}, 1}, {}}, Seq{9});
  REQUIRE(later->answers.size() == 1);
  CHECK(code_of(later->answers.front()) == council::Code::unconfirmed);
}

TEST_CASE("as many answers wait for what they rest on as there may, and one more is unconfirmed") {
  Node node;
  open_floor(node);
  std::vector<std::shared_ptr<Node::Sent>> sent;
  for (std::size_t count = 0; count <= brought_answers_max; ++count)
    sent.push_back(node.send(grant_of("CL"), request(), std::to_string(count)));
  const Seq next = node.chamber->seq().next();
  for (const auto& carried : node.ledger.carried) carried.answer(council::rejection(council::Code::held), next);
  CHECK(sent[brought_answers_max - 1]->answers.empty());
  REQUIRE(sent[brought_answers_max]->answers.size() == 1);
  CHECK(code_of(sent[brought_answers_max]->answers.front()) == council::Code::unconfirmed);
  node.writer.act(chair, council::CloseList{high_level});
  node.catch_up();
  CHECK(code_of(sent[brought_answers_max - 1]->answers.at(0)) == council::Code::held);
}

TEST_CASE("what is final is answered from here and carried nowhere") {
  Node node;
  open_floor(node);
  const Answer first = node.writer.act(grant_of("CL"), request(), "1");
  node.catch_up();
  const auto again = node.send(grant_of("CL"), request(), "1");
  const auto other = node.send(grant_of("CL"), council::OpenList{high_level}, "1");
  CHECK(node.ledger.carried.empty());
  CHECK(act_of(again->answers.at(0)) == act_of(first));
  CHECK(code_of(other->answers.at(0)) == council::Code::command_id_reused);
}

TEST_CASE("L1 what falls due is proposed by the writer alone, and by a new one as soon as it writes") {
  Node node;
  open_floor(node);
  node.writer.act(chair, council::AnnounceListClosing{high_level, node.writer.clock.now() + minutes(10)});
  node.catch_up();
  CHECK_FALSE(node.scheduler.waits_until());
  node.writer.clock.advance(minutes(10));
  node.scheduler.wake(node.writer.clock.now());
  node.scheduler.settle();
  CHECK(node.ledger.proposed.empty());
  CHECK(node.ledger.carried.empty());
  node.write();
  node.scheduler.wake(node.writer.clock.now());
  REQUIRE(node.ledger.proposed.size() == 1);
  const auto commit = wire::decode_commit(node.ledger.proposed.front().commit).value();
  CHECK(commit.acts.front().act == "close_list_as_announced");
  node.stop();
  CHECK(node.ledger.carried.empty());  // nobody waits for it, and whoever writes next sees it due
}

TEST_CASE("what we write bears our term, and follows what is final") {
  Node node;
  open_floor(node);
  node.write(7);
  const auto sent = node.send(grant_of("CL"), request(), "1");
  REQUIRE(node.ledger.proposed.size() == 1);
  CHECK(node.ledger.proposed.front().seq == node.chamber->seq().next());
  const auto commit = wire::decode_commit(node.ledger.proposed.front().commit).value();
  CHECK(commit.term == 7);
  CHECK(commit.seq == node.chamber->seq().next());
  CHECK(commit.previous == node.writer.memory.tail().digest);
  CHECK(entries(node) == 0);
  node.settle_proposed();
  CHECK(entries(node) == 1);
  CHECK(act_of(sent->answers.at(0)) == ActName{commit.seq, 0});
}

TEST_CASE("when we stop, what was under way and what waits goes to the courier in its order, and nothing is answered") {
  Node node;
  open_floor(node);
  node.write();
  const auto accepted = node.send(grant_of("CL"), request(), "1");
  const auto waiting = node.send(grant_of("CL"), request(), "2");
  const auto other = node.send(grant_of("EC"), request(), "3");
  node.stop();
  std::vector<std::string> carried;
  for (const auto& each : node.ledger.carried) carried.push_back(each.command.id);
  CHECK(carried == std::vector<std::string>{"1", "2", "3"});
  CHECK(accepted->answers.size() + waiting->answers.size() + other->answers.size() == 0);
  CHECK(entries(node) == 0);
}

TEST_CASE("what is refused beside an act that may not be final goes to the courier with it") {
  Node node;
  open_floor(node);
  node.write();
  const auto filler = node.send(desk, council::SetLimit{high_level, council::LimitOf::member, minutes(4)}, "0");
  const auto first = node.send(grant_of("CL"), request(), "1");
  const auto refused = node.send(grant_of("CL"), request(), "2");
  node.settle_proposed();  // the next batch holds both
  REQUIRE(node.ledger.proposed.size() == 1);
  node.stop();
  CHECK(filler->answers.size() == 1);
  CHECK(node.ledger.carried.size() == 2);
  CHECK(first->answers.size() + refused->answers.size() == 0);
}

TEST_CASE("what was under way when we stopped and is final through another is shown, and answered once") {
  Node node;
  open_floor(node);
  node.screen = node.follow(display);
  node.write();
  const auto sent = node.send(grant_of("CL"), request(), "1");
  const auto proposed = node.ledger.proposed.front();
  node.stop();
  const bool answered_first = GENERATE(false, true);
  REQUIRE(node.ledger.carried.size() == 1);
  const auto answer = [&] { node.ledger.carried.front().answer(Accepted{{proposed.seq, 0}, {}}, proposed.seq); };
  if (answered_first) answer();
  CHECK(sent->answers.empty());
  node.give(proposed);
  if (!answered_first) answer();
  CHECK(entries(node) == 1);
  CHECK(node.screen->store.entities().contains("entry/1"));
  REQUIRE(sent->answers.size() == 1);
  CHECK(act_of(sent->answers.front()) == ActName{proposed.seq, 0});
  CHECK(sent->shown == proposed.seq.value);
}

TEST_CASE("who writes again goes on from what is final, without what was lost") {
  Node node;
  open_floor(node);
  node.write(2);
  (void)node.send(grant_of("CL"), request(), "1");
  node.stop();
  node.ledger.proposed.clear();
  node.writer.act(grant_of("EC"), request());  // another has written at its place
  node.catch_up();
  node.write(3);
  const auto again = node.send(grant_of("CL"), request(), "1");
  node.settle_proposed();
  CHECK(act_of(again->answers.at(0)).seq == node.chamber->seq());
  CHECK(entries(node) == 2);
}

TEST_CASE("a commit of ours that is final through another is known as ours when we write again") {
  Node node;
  open_floor(node);
  node.write(2);
  (void)node.send(grant_of("CL"), request(), "1");
  const auto proposed = std::exchange(node.ledger.proposed, {}).front();
  node.stop();
  node.give(proposed);
  node.write(3);
  const auto again = node.send(grant_of("CL"), request(), "1");
  CHECK(node.ledger.proposed.empty());
  node.ledger.asked.at(0)(true);
  CHECK(act_of(again->answers.at(0)) == ActName{proposed.seq, 0});
}

TEST_CASE("a refusal without a commit is told once the ledger has said that we write still") {
  Node node;
  open_floor(node);
  node.write();
  const auto refused = node.send(display, request(), "1");
  const auto next = node.send(grant_of("CL"), request(), "2");
  CHECK(refused->answers.empty());
  REQUIRE(node.ledger.asked.size() == 1);
  CHECK(node.ledger.proposed.empty());
  node.ledger.asked.front()(true);
  CHECK(refused->answers.size() == 1);
  node.scheduler.settle();
  CHECK(node.ledger.proposed.size() == 1);
  node.settle_proposed();
  CHECK(next->answers.size() == 1);
}

TEST_CASE("a refusal without a commit goes to the courier where we write no more, whichever is said first") {
  Node node;
  open_floor(node);
  node.write();
  const auto refused = node.send(display, request(), "1");
  const bool asked_first = GENERATE(true, false);
  if (asked_first) node.ledger.asked.front()(false);
  node.ledger.listener().stopped_writing();
  if (!asked_first) node.ledger.asked.front()(false);
  node.scheduler.settle();
  CHECK(refused->answers.empty());
  REQUIRE(node.ledger.carried.size() == 1);
  CHECK(node.ledger.carried.front().command.id == "1");
}

TEST_CASE("a command from elsewhere is answered as of the commit it became, once that is final, or of the last one") {
  Node node;
  open_floor(node);
  node.write();
  std::vector<std::pair<Answer, Seq>> answers;
  const auto take = [&](const Answer& answer, Seq as_of) { answers.emplace_back(answer, as_of); };
  node.chamber->decide_for_another(grant_of("CL"), Node::command(request(), "1"), false, take);
  node.scheduler.settle();
  CHECK(answers.empty());
  node.settle_proposed();
  REQUIRE(answers.size() == 1);
  CHECK(act_of(answers[0].first).seq == answers[0].second);
  CHECK(answers[0].second == node.chamber->seq());
  node.chamber->decide_for_another(grant_of("CL"), Node::command(request(), "2"), false, take);
  node.scheduler.settle();
  node.ledger.asked.at(0)(true);
  REQUIRE(answers.size() == 2);
  CHECK(code_of(answers[1].first) == council::Code::already_listed);
  CHECK(answers[1].second == node.chamber->seq());
}

TEST_CASE("a command from elsewhere is dropped where we do not write, or stop: who carries it goes on") {
  Node node;
  open_floor(node);
  bool answered = false;
  const auto take = [&](const Answer&, Seq) { answered = true; };
  node.chamber->decide_for_another(grant_of("CL"), Node::command(request(), "1"), false, take);
  node.scheduler.settle();
  node.write();
  CHECK(node.ledger.proposed.empty());
  node.chamber->decide_for_another(grant_of("CL"), Node::command(request(), "1"), false, take);
  node.scheduler.settle();
  node.chamber->decide_for_another(grant_of("EC"), Node::command(request(), "2"), false, take);
  node.stop();
  CHECK(node.ledger.carried.empty());
  CHECK_FALSE(answered);
}

TEST_CASE("where another writes a command is carried with whether a device of its delegation is here") {
  Node node;
  open_floor(node);
  (void)node.send(grant_of("CL"), request(), "1", {{"CL"}, {"EC"}});
  (void)node.send(grant_of("CL"), request(), "2", {{"EC"}});
  (void)node.send(desk, council::RequestFloor{.panel = council::high_level, .delegation = DelegationId{"CL"}}, "3",
                  {{"CL"}});
  REQUIRE(node.ledger.carried.size() == 3);
  CHECK(node.ledger.carried[0].present);
  CHECK_FALSE(node.ledger.carried[1].present);
  CHECK_FALSE(node.ledger.carried[2].present);  // the desk's grant is of no delegation
}

TEST_CASE("L2 who has sent a command from elsewhere for itself is there, also where its device is cut meanwhile") {
  council::Programme programme = council::small_programme();
  programme.panels[0].present_only = true;
  Node node(programme);
  open_floor(node);
  node.write();
  std::optional<Answer> answer;
  node.chamber->decide_for_another(grant_of("CL"), Node::command(request(), "1"), GENERATE(true, false),
                                   [&](const Answer& given, Seq) { answer = given; });
  node.scheduler.settle();
  node.settle_proposed();
  REQUIRE(answer);
  CHECK(std::holds_alternative<Accepted>(*answer));
}

TEST_CASE("L2 of a command from elsewhere all count as present that are known here, and the one whose node says so") {
  Node node;
  open_floor(node);
  const council::State& state = node.chamber->state();
  const auto known = std::make_shared<const council::Present>(council::Present{{"EC"}});
  CHECK(*present_with(state, grant_of("CL"), known) == council::Present{{"CL"}, {"EC"}});
  CHECK(present_with(state, grant_of("EC"), known) == known);
  CHECK(present_with(state, desk, known) == known);
  CHECK(present_with(state, {"unknown"}, known) == known);
}

TEST_CASE("L2 an act for another from elsewhere is decided by who is present anywhere, as it is known here") {
  council::Programme programme = council::small_programme();
  programme.panels[0].present_only = true;
  Node node(programme);
  open_floor(node);
  node.write();
  const bool there = GENERATE(true, false);
  if (there) node.hub.everybody = std::make_shared<const council::Present>(council::Present{{"CL"}});
  std::optional<Answer> answer;
  auto for_chile = request();
  for_chile.delegation = DelegationId{"CL"};
  node.chamber->decide_for_another(desk, Node::command(for_chile, "1"), false,
                                   [&](const Answer& given, Seq) { answer = given; });
  node.scheduler.settle();
  if (there)
    node.settle_proposed();
  else
    node.ledger.asked.at(0)(true);
  REQUIRE(answer);
  CHECK(std::holds_alternative<Accepted>(*answer) == there);
  if (!there) CHECK(code_of(*answer) == council::Code::not_present);
}

TEST_CASE("L14 the log is told as far as it is final and can be read here") {
  Node node;
  open_floor(node);
  const auto ask = [&] {
    std::optional<ToldLog> log;
    node.chamber->ask_log({}, [&](std::optional<ToldLog> told) { log = std::move(told); });
    node.scheduler.settle();
    return log.value().lines.front().event;
  };
  CHECK(ask() == "list_opened");
  node.writer.act(grant_of("CL"), request());
  REQUIRE(node.archive.append(node.writer.memory.tail().seq, node.writer.memory.commits().back()));
  CHECK(ask() == "list_opened");  // it is not final yet, as far as is known here
  node.catch_up(false);
  CHECK(ask() == "floor_requested");
  node.writer.act(chair, council::CloseList{high_level});
  node.catch_up(false);
  CHECK(ask() == "floor_requested");  // the archive lies behind
}

TEST_CASE("a stop waits for what is under way, also where that is a question") {
  Node node;
  open_floor(node);
  node.write();
  (void)node.send(display, request(), "1");
  bool idle = false;
  node.chamber->when_idle([&] { idle = true; });
  node.scheduler.settle();
  CHECK_FALSE(idle);
  node.ledger.asked.front()(true);
  node.scheduler.settle();
  CHECK(idle);
}

TEST_CASE("how the ledger stands is told as it is") {
  Node node;
  CHECK_FALSE(node.chamber->held());
  node.ledger.listener().standing({ledger::Standing::Is::out_of_touch, "no bell", node.writer.clock.now()});
  CHECK(node.chamber->held() == "no bell");
  node.ledger.listener().standing({ledger::Standing::Is::well, "", node.writer.clock.now()});
  CHECK_FALSE(node.chamber->held());
}
