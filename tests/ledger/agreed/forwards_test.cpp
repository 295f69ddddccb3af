// Commands on their way to the node that writes: by which server, how often, and to whom; and what the writer takes.
#include "ledger/agreed/forwards.hpp"

#include "ledger/agreed/driving.hpp"

namespace rostrum::ledger {
namespace {

const GrantId grant{"KE.1"};

constexpr Instant start{1'000'000};

/// It may be on its way for a minute.
wire::ClientCommand command(const std::string& id) { return {.id = id, .expires_at = start + minutes(1)}; }

/// Keeps what it is to decide, until the test decides it.
class Deciding final : public Decider {
 public:
  void decide_for_another(const GrantId& from, wire::ClientCommand what, bool is_present, TakeAnswer then) override {
    CHECK(from == grant);
    taken.push_back(what.id);
    present.push_back(is_present);
    answers.push_back(std::move(then));
  }

  std::vector<std::string> taken;
  std::vector<bool> present;
  std::vector<TakeAnswer> answers;
};

const Answer accepted = Accepted{.act = {.seq = {7}, .index = 0}, .inverse = {}};
const Answer refused = council::rejection(council::Code::nothing_changes);
const Answer not_taken = council::rejection(council::Code::unconfirmed);

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
      all.push_back({request.server, std::get<One>(opened(*tell->message))});
  return all;
}

/// A node that does not write.
struct Sender {
  /// Has a command carried, and keeps what it is answered.
  void forward(const std::string& id, bool present = true) {
    forwards.forward(grant, command(id), present, [this](const Answer& answer, Seq as_of) {
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
  void refuse(std::uint64_t number, Term by) {
    forwards.heard({.to = "sender", .number = number, .term = by, .answer = refused, .as_of = {7}});
  }

  Servers servers{{log_of({1}), log_of({1}), log_of({1})}};
  Way way{servers};
  Outgoing outgoing{way, set, test::known_hmac};
  Forwards forwards{outgoing, 3, "sender"};
  std::vector<std::string> answered;
  Seq shown_from;
};

/// The node that writes.
struct Receiver {
  void hears(ServerNumber by, std::uint64_t number, Term term = {4}) { hears(by, number, command("c"), term); }
  void hears(ServerNumber by, std::uint64_t number, const wire::ClientCommand& what, Term term = {4}) {
    received->heard(by, {.from = "sender", .number = number, .term = term, .grant = grant, .command = what});
  }
  void pass(Millis span) {
    outgoing.set(outgoing.now() + span);
    clock.advance(span);
    received->tick();
  }

  Servers servers{{log_of({1}), log_of({1}), log_of({1})}};
  Way way{servers};
  Outgoing outgoing{way, set, test::known_hmac};
  Deciding decider;
  SetClock clock{start};
  std::optional<Received> received{std::in_place, outgoing, Term{4}, decider, clock};
};

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("Given a writer, when a command is forwarded, then by one server, and by the next after 15 ms, then twice "
          "as long each time up to 400, until it is answered") {
  Sender node;
  node.forwards.writer_is(Term{4});
  node.forward("c1");
  auto copies = sent<Forward>(node.way);
  REQUIRE(copies.size() == 1);
  const ServerNumber first = copies[0].server;
  CHECK(copies[0].message.term == Term{4});
  CHECK(copies[0].message.from == "sender");
  CHECK(copies[0].message.command.id == "c1");
  std::size_t again = 0;
  for (const std::int64_t at : {15, 45, 105, 225, 465, 865, 1'265}) {
    node.at({at - 1});
    CHECK(sent<Forward>(node.way).empty());
    node.at({at});
    ++again;
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

TEST_CASE("Given several commands under way, then each goes by the next server, whatever the others do") {
  Sender node;
  node.forwards.writer_is(Term{4});
  for (const char* id : {"c1", "c2", "c3"}) node.forward(id);
  std::vector<std::set<ServerNumber>> by(4);
  for (std::int64_t again = 0; again < 3; ++again) {
    node.at({forward_every.value * again});
    for (const auto& copy : sent<Forward>(node.way)) by[copy.message.number].insert(copy.server);
  }
  for (std::size_t number = 1; number <= 3; ++number) CHECK(by[number].size() == 3);
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

TEST_CASE(
    "Given an act that was told, then its answer is kept for as long as a forward asks for it; then the log knows") {
  Receiver node;
  node.hears(0, 1);
  node.decider.answers[0](accepted, {7});
  node.pass(acts_kept);
  node.hears(0, 1);
  CHECK(sent<Answered>(node.way).size() == 2);
  CHECK(node.decider.taken.size() == 1);
  node.pass(forgets_every);
  node.hears(0, 1);
  CHECK(node.decider.taken.size() == 2);
}

TEST_CASE(
    "Given a refusal that was told, then a copy is refused again until the command expires, and decides itself from "
    "then on") {
  Receiver node;
  node.hears(0, 1);
  node.decider.answers[0](refused, {7});
  node.pass(minutes(1) - Millis{1});
  node.hears(0, 2);
  CHECK(sent<Answered>(node.way).size() == 2);
  CHECK(node.decider.taken.size() == 1);
  node.pass(forgets_every);
  node.hears(0, 2);
  CHECK(node.decider.taken.size() == 2);
}

TEST_CASE("Given a refused command that never seems to expire, then its refusal is kept for longer than any may take") {
  Receiver node;
  wire::ClientCommand late = command("c");
  late.expires_at = start + minutes(60 * 24);
  node.hears(0, 1, late);
  node.decider.answers[0](refused, {7});
  node.pass(refusals_kept);
  node.hears(0, 2, late);
  CHECK(node.decider.taken.size() == 1);
  node.pass(forgets_every);
  node.hears(0, 2, late);
  CHECK(node.decider.taken.size() == 2);
}

TEST_CASE("Given a command that the writer could not take, when a copy of it comes, then it is taken anew") {
  Receiver node;
  node.hears(0, 1);
  node.decider.answers[0](not_taken, {});
  REQUIRE(sent<Answered>(node.way).size() == 1);
  node.hears(0, 2);
  CHECK(node.decider.taken.size() == 2);
  CHECK(sent<Answered>(node.way).empty());
}

TEST_CASE("Given a command that was taken, when its id comes with another content, then that is decided by itself") {
  Receiver node;
  node.hears(0, 1);
  wire::ClientCommand other = command("c");
  other.digest = sha256("other");
  node.hears(0, 2, other);
  CHECK(node.decider.taken == Words{"c", "c"});
  node.decider.answers[1](refused, {7});
  const auto answers = sent<Answered>(node.way);
  REQUIRE(answers.size() == 1);
  CHECK(answers[0].message.number == 2);
}

TEST_CASE("Given a command without an instant at which it expires, then it is not taken") {
  Receiver node;
  node.hears(0, 1, {.id = "c"});
  CHECK(node.decider.taken.empty());
}

TEST_CASE(
    "Given as many commands as the writer knows of, then one more is not taken, and the others are answered still") {
  Receiver node;
  for (std::size_t number = 1; number <= taken_max + 1; ++number)
    node.hears(0, number, command(std::to_string(number)));
  CHECK(node.decider.taken.size() == taken_max);
  node.hears(1, 1, command("1"));
  CHECK(node.decider.taken.size() == taken_max);
  node.decider.answers[0](not_taken, {});
  node.hears(0, taken_max + 1, command("another"));
  CHECK(node.decider.taken.size() == taken_max + 1);
}

TEST_CASE("Given as many commands under way as there may be, then one more is unconfirmed at once") {
  Sender node;
  for (std::size_t count = 0; count < forwards_max; ++count) node.forward("c");
  CHECK(node.answered.empty());
  node.forward("one more");
  CHECK(node.answered == Words{"unconfirmed"});
  node.answer(1);
  node.forward("one more");
  CHECK(node.answered == Words{"unconfirmed", "accepted"});
}

TEST_CASE(
    "Given a command that went to the next writer, then a refusal by the one before is not heard, and an act is") {
  Sender node;
  node.forwards.writer_is(Term{4});
  node.forward("c1");
  node.forward("c2");
  node.forwards.writer_is(Term{5});
  node.refuse(1, {4});
  CHECK(node.answered.empty());
  node.refuse(1, {5});
  CHECK(node.answered == Words{"nothing_changes"});
  node.forwards.heard({.to = "sender", .number = 2, .term = {4}, .answer = accepted, .as_of = {7}});
  CHECK(node.answered == Words{"nothing_changes", "accepted"});
}

TEST_CASE("Given a term that is over, when a command of it is decided, then its answer is told to nobody") {
  Receiver node;
  node.hears(0, 1);
  node.received.reset();
  node.decider.answers[0](accepted, {7});
  CHECK(node.way.asked.empty());
}

}  // namespace rostrum::ledger
