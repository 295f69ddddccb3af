// N2 a client that has seen more at another node waits for it here, and is sent elsewhere where it does not come.
#include "chamber/door.hpp"

#include "chamber/played_ledger.hpp"

using namespace rostrum;
using namespace rostrum::chamber;
using council::display;
using council::grant_of;

namespace {

struct Came {
  std::optional<Seq> in_at;
  std::optional<NotLetIn> not_in;
};

/// Somebody knocks, and has seen as far as `seen`, if at all.
std::shared_ptr<Came> knocks(Node& node, std::optional<Seq> seen, const GrantId& grant = display,
                             const std::string& epoch = hex(epoch_of_tests)) {
  const auto came = std::make_shared<Came>();
  std::optional<wire::Position> position;
  if (seen) position = wire::Position{.session = node.chamber->state().session.id, .epoch = epoch, .seq = *seen};
  node.chamber->join(grant, wire::Codec::protobuf, position, [came](const LetIn& let_in) {
    if (let_in)
      came->in_at = let_in->seq;
    else
      came->not_in = let_in.error();
  });
  node.scheduler.settle();
  return came;
}

/// The writer has written so much more, and this node does not know it yet.
Seq write_elsewhere(Node& node) {
  node.writer.act(council::chair, council::OpenMeeting{council::afternoon});
  return node.writer.memory.tail().seq;
}

void pass(Node& node, Millis span) {
  node.writer.clock.advance(span);
  node.scheduler.wake(node.writer.clock.now());
  node.scheduler.settle();
}

}  // namespace

TEST_CASE("N2 who has seen no more than is final here is let in at once") {
  Node node;
  CHECK(knocks(node, std::nullopt)->in_at == node.chamber->seq());
  CHECK(knocks(node, node.chamber->seq())->in_at == node.chamber->seq());
  CHECK(knocks(node, Seq{99}, display, std::string(32, '0'))->in_at);  // of another beginning: it counts for nothing
}

TEST_CASE("N2 who has seen more waits until it is final here, and is let in with it") {
  Node node;
  const Seq seen = write_elsewhere(node);
  const auto came = knocks(node, seen);
  CHECK_FALSE(came->in_at);
  pass(node, ahead_waits_most - Millis{1});
  CHECK_FALSE(came->not_in);
  node.catch_up();
  node.scheduler.settle();
  CHECK(came->in_at == seen);
}

TEST_CASE("N2 who has seen more, which does not come, is sent elsewhere, and others are let in meanwhile") {
  Node node;
  const auto came = knocks(node, write_elsewhere(node));
  CHECK(knocks(node, std::nullopt)->in_at == node.chamber->seq());
  pass(node, ahead_waits_most);
  CHECK(came->not_in == NotLetIn::elsewhere);
  CHECK_FALSE(node.scheduler.waits_until());
}

TEST_CASE("N2 who has seen more waits no longer where the clock lies behind the last act") {
  Node node;
  (void)write_elsewhere(node);
  node.catch_up();
  node.writer.clock.set(node.writer.clock.now() - minutes(60));
  node.writer.act(council::chair, council::OpenPanel{council::high_level});
  const auto came = knocks(node, node.writer.memory.tail().seq);
  pass(node, ahead_waits_most - Millis{1});
  CHECK_FALSE(came->not_in);
  pass(node, Millis{1});
  CHECK(came->not_in == NotLetIn::elsewhere);
}

TEST_CASE("P5 who waits at a node that gets out of touch is sent elsewhere at once") {
  Node node;
  const auto waits = knocks(node, write_elsewhere(node));
  node.ledger.listener().standing({.is = ledger::Standing::Is::out_of_touch, .why = "alone", .since = {}});
  node.scheduler.settle();
  CHECK(waits->not_in == NotLetIn::elsewhere);
}

TEST_CASE("P5 a node that is out of touch lets nobody in, whoever knocks or waits, until it is in touch again") {
  Node node;
  const auto waits = knocks(node, write_elsewhere(node));
  node.ledger.listener().standing({.is = ledger::Standing::Is::out_of_touch, .why = "alone", .since = {}});
  node.scheduler.settle();
  CHECK(knocks(node, std::nullopt)->not_in == NotLetIn::elsewhere);
  CHECK(knocks(node, std::nullopt, {"nobody"})->not_in == NotLetIn::elsewhere);  // it may be somebody by now
  CHECK(waits->not_in == NotLetIn::elsewhere);
  node.ledger.listener().standing({.is = ledger::Standing::Is::well, .why = {}, .since = {}});
  CHECK(knocks(node, std::nullopt)->in_at);
  CHECK(knocks(node, std::nullopt, {"nobody"})->not_in == NotLetIn::grant);
}

TEST_CASE("P5 how a node stands is looked at before anybody is let in: a process that stood still does not know") {
  Node node;
  node.chamber->before_the_door_opens(
      [&node] { node.chamber->standing({.is = ledger::Standing::Is::out_of_touch, .why = "late", .since = {}}); });
  CHECK(knocks(node, std::nullopt)->not_in == NotLetIn::elsewhere);
}
