// Commands on their way to the node that writes: by which server, how often, and to whom; and what the writer takes.
#include "ledger/agreed/forwards.hpp"

#include "ledger/agreed/driving.hpp"

namespace rostrum::ledger {
namespace {

const GrantId grant{"KE.1"};

wire::ClientCommand command(const std::string& id) { return {.id = id}; }

/// Keeps what it is to decide, until the test decides it.
class Deciding final : public Decider {
 public:
  void decide_for_another(const GrantId& from, wire::ClientCommand what, TakeAnswer then) override {
    CHECK(from == grant);
    taken.push_back(what.id);
    answers.push_back(std::move(then));
  }

  std::vector<std::string> taken;
  std::vector<TakeAnswer> answers;
};

const Answer accepted = Accepted{.act = {.seq = {7}, .index = 0}, .inverse = {}};

/// A message with the server that it goes to.
template <class One>
struct Sent {
  ServerNumber server;
  One message;
};

/// What was told since this was asked last.
template <class One>
std::vector<Sent<One>> sent(Way& way) {
  std::vector<Sent<One>> all;
  for (const Request& request : std::exchange(way.asked, {}))
    if (const auto* tell = std::get_if<ask::Tell>(&request.question))
      all.push_back({request.server, std::get<One>(*tell->message)});
  return all;
}

/// A node that does not write.
struct Sender {
  /// Has a command carried, and keeps what it is answered.
  void forward(const std::string& id) {
    forwards.forward(grant, command(id), [this](const Answer& answer, Seq as_of) {
      const auto* rejection = std::get_if<council::Rejection>(&answer);
      answered.push_back(rejection ? std::string(council::name(rejection->code)) : "accepted");
      shown_from = as_of;
    });
  }
  void at(Millis moment) {
    outgoing.set(moment);
    forwards.tick();
  }
  void answer(std::uint64_t number, const WriterName& to = "sender") {
    forwards.heard({.to = to, .number = number, .answer = accepted, .as_of = {7}});
  }

  Servers servers{{log_of({1}), log_of({1}), log_of({1})}};
  Way way{servers};
  Outgoing outgoing{way};
  Forwards forwards{outgoing, 3, "sender"};
  std::vector<std::string> answered;
  Seq shown_from;
};

/// The node that writes.
struct Receiver {
  void hears(ServerNumber by, std::uint64_t number, Term term = {4}) {
    received->heard(by, {.from = "sender", .number = number, .term = term, .grant = grant, .command = command("c")});
  }

  Servers servers{{log_of({1}), log_of({1}), log_of({1})}};
  Way way{servers};
  Outgoing outgoing{way};
  Deciding decider;
  std::optional<Received> received{std::in_place, outgoing, Term{4}, decider};
};

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("Given a writer, when a command is forwarded, then by one server, and each 400 ms by the next, until it is "
          "answered") {
  Sender node;
  node.forwards.writer_is(Term{4});
  node.forward("c1");
  auto copies = sent<Forward>(node.way);
  REQUIRE(copies.size() == 1);
  const ServerNumber first = copies[0].server;
  CHECK(copies[0].message.term == Term{4});
  CHECK(copies[0].message.from == "sender");
  CHECK(copies[0].message.command.id == "c1");
  node.at(forward_every - Millis{1});
  CHECK(sent<Forward>(node.way).empty());
  for (std::size_t again = 1; again <= 3; ++again) {
    node.at({forward_every.value * static_cast<std::int64_t>(again)});
    copies = sent<Forward>(node.way);
    REQUIRE(copies.size() == 1);
    CHECK(copies[0].server == (first + again) % 3);
    CHECK(copies[0].message.number == 1);
  }
  node.answer(1);
  CHECK(node.answered == Words{"accepted"});
  CHECK(node.shown_from == Seq{7});
  node.at(seconds(4));
  CHECK(sent<Forward>(node.way).empty());
}

TEST_CASE(
    "Given a command that was answered, when it is answered again, or another node's is, then nobody hears of it") {
  Sender node;
  node.forwards.writer_is(Term{4});
  node.forward("c1");
  node.forward("c2");
  node.answer(2, "another");
  CHECK(node.answered.empty());
  node.answer(1);
  node.answer(1);
  CHECK(node.answered == Words{"accepted"});
}

TEST_CASE(
    "Given no writer that is known, then a command waits, and goes out once there is one; and anew to the next one") {
  Sender node;
  node.forward("c1");
  node.at(seconds(1));
  CHECK(sent<Forward>(node.way).empty());
  node.forwards.writer_is(Term{4});
  REQUIRE(sent<Forward>(node.way).size() == 1);
  node.forwards.writer_is(Term{4});
  CHECK(sent<Forward>(node.way).empty());
  node.forwards.writer_is(Term{5});
  const auto copies = sent<Forward>(node.way);
  REQUIRE(copies.size() == 1);
  CHECK(copies[0].message.term == Term{5});
  node.forwards.writer_is(std::nullopt);
  node.at(seconds(2));
  CHECK(sent<Forward>(node.way).empty());
}

TEST_CASE(
    "Given no answer for 5 s, then the command is unconfirmed: it may have acted, and who sent it sends it again") {
  Sender node;
  node.forwards.writer_is(Term{4});
  node.forward("c1");
  node.at(unconfirmed_after - Millis{1});
  CHECK(node.answered.empty());
  node.at(unconfirmed_after);
  CHECK(node.answered == Words{"unconfirmed"});
  CHECK(node.shown_from == Seq{});
  node.answer(1);
  CHECK(node.answered == Words{"unconfirmed"});
}

TEST_CASE("Given commands under way, when we come to write ourselves, then we decide them, and each is answered once") {
  Sender node;
  Deciding decider;
  node.forwards.writer_is(Term{4});
  node.forward("c1");
  (void)sent<Forward>(node.way);
  node.forwards.we_write(decider);
  node.forward("c2");
  CHECK(decider.taken == Words{"c1", "c2"});
  CHECK(sent<Forward>(node.way).empty());
  node.at(seconds(1));
  CHECK(decider.taken.size() == 2);
  decider.answers[0](accepted, {9});
  CHECK(node.shown_from == Seq{9});
  node.answer(1);
  CHECK(node.answered == Words{"accepted"});

  // What is not answered when we stop goes to the next writer.
  node.forwards.writer_is(Term{6});
  const auto copies = sent<Forward>(node.way);
  REQUIRE(copies.size() == 1);
  CHECK(copies[0].message.command.id == "c2");
  node.answer(2);
  decider.answers[1](accepted, {9});
  CHECK(node.answered == Words{"accepted", "accepted"});
}

TEST_CASE("Given the writer of a term, when a copy comes that was sent to another's, then it is not taken") {
  Receiver node;
  node.hears(0, 1, {3});
  node.hears(0, 1, {5});
  CHECK(node.decider.taken.empty());
  node.hears(0, 1);
  CHECK(node.decider.taken.size() == 1);
}

TEST_CASE("Given a forward that was taken, when copies come, then it acts once, and the answer goes by the server of "
          "the last") {
  Receiver node;
  node.hears(0, 1);
  node.hears(2, 1);
  CHECK(node.decider.taken.size() == 1);
  CHECK(sent<Answered>(node.way).empty());
  node.decider.answers[0](accepted, {7});
  auto answers = sent<Answered>(node.way);
  REQUIRE(answers.size() == 1);
  CHECK(answers[0].server == 2);
  CHECK(answers[0].message.to == "sender");
  CHECK(answers[0].message.as_of == Seq{7});

  // The answer was lost.
  node.hears(1, 1);
  CHECK(node.decider.taken.size() == 1);
  answers = sent<Answered>(node.way);
  REQUIRE(answers.size() == 1);
  CHECK(answers[0].server == 1);
  CHECK(answers[0].message.number == 1);
}

TEST_CASE("Given an answered forward, then its answer is kept for longer than anybody asks for it, and told again") {
  Receiver node;
  node.hears(0, 1);
  node.decider.answers[0](accepted, {7});
  (void)sent<Answered>(node.way);
  node.outgoing.set(answers_kept);
  node.received->tick();
  node.hears(0, 1);
  CHECK(sent<Answered>(node.way).size() == 1);
  CHECK(node.decider.taken.size() == 1);
}

TEST_CASE("Given a term that is over, when a command of it is decided, then its answer is told to nobody") {
  Receiver node;
  node.hears(0, 1);
  node.received.reset();
  node.decider.answers[0](accepted, {7});
  CHECK(node.way.asked.empty());
}

}  // namespace rostrum::ledger
