// What a server answers to every question: the model of it that the simulation plays with, and the manual for a real
// one.
#include "simulation/model_server.hpp"

#include "ledger/agreed/driving.hpp"

namespace rostrum::ledger {
namespace {

const Right first{.term = {1}, .writer = "first"};
const Right second{.term = {2}, .writer = "second"};

struct Server {
  explicit Server(Log of) : log(std::move(of)) { model.begin(set, log); }

  Reply ask(const Question& question) {
    return model.answer(set, question, [this](const SharedSealed& message) { told.push_back(*message); });
  }
  /// The answer in words.
  std::string says(const Question& question) { return words_of(ask(question).is); }
  std::string says_to_append(const Right& right, const SharedEntry& entry) {
    return says(ask::Append{.right = right, .entry = entry});
  }
  /// What a reading gives, from `from` to its end.
  Log read(Seq from, const SharedEntry& upto) {
    const Reply reply = ask(ask::Read{.from = from, .upto = upto->seq, .digest = upto->digest});
    const auto* page = std::get_if<reply::Page>(&reply.is);
    REQUIRE(page != nullptr);
    return page->entries;
  }

  std::uint64_t lives = 0;
  Log log;
  ModelServer model{[this] { return ++lives; }};
  std::vector<Sealed> told;
};

}  // namespace

TEST_CASE("A higher term is granted with the log's end, and the same again; a lower one, or another's, is refused") {
  Server server(log_of({1, 1, 1}));
  CHECK(server.says(ask::Raise{second}) == "granted 3 of term 1");
  CHECK(server.says(ask::Raise{second}) == "granted 3 of term 1");
  CHECK(server.says(ask::Raise{first}) == "refused for 2");
  CHECK(server.says(ask::Raise{{.term = {2}, .writer = "another"}}) == "refused for 2");
  CHECK(server.says(ask::Raise{{.term = {7}, .writer = "first"}}) == "granted 3 of term 1");
  const Reply granted = server.ask(ask::Raise{{.term = {7}, .writer = "first"}});
  CHECK(std::get<reply::Granted>(granted.is).digest == server.log.back()->digest);
  CHECK(Server({}).says(ask::Raise{first}) == "granted 0 of term 0");
}

TEST_CASE("A node of another set of servers changes nothing and reads nothing, and is told which set it is") {
  Server server(log_of({1, 1}));
  const auto says = [&](const Question& question) {
    return words_of(server.model.answer("another", question, [](const SharedSealed&) { FAIL("told"); }).is);
  };
  const SharedEntry next = entry_after(server.log.back(), {2});
  const SharedEntry& last = server.log.back();
  CHECK(says(ask::Raise{second}) == "other set");
  CHECK(says(ask::Append{.right = server.model.right(), .entry = next}) == "other set");
  CHECK(says(ask::Admit{.right = second, .life = server.ask(ask::Raise{first}).life}) == "other set");
  CHECK(says(ask::Confirm{.right = first, .seq = {}}) == "other set");
  CHECK(says(ask::Enter{.right = first, .set = "another", .seq = {}}) == "other set");
  CHECK(says(ask::Ring{.right = first, .message = std::make_shared<const Sealed>()}) == "other set");
  CHECK(says(ask::Read{.from = {1}, .upto = last->seq, .digest = last->digest}) == "other set");
  CHECK(server.model.right() == first);
  CHECK(server.model.length() == 2);
}

TEST_CASE("An entry stands at the place that was asked about, and nothing is said of what stands behind it") {
  Server server(log_of({1, 1, 1}));
  (void)server.ask(ask::Raise{second});
  CHECK(server.says_to_append(second, server.log[1]) == "stands 2");
  CHECK(server.model.length() == 3);
  CHECK(server.says_to_append(second, entry_after(server.log.back(), {2})) == "stands 4");
}

TEST_CASE("An entry further on than the log's end finds a gap") {
  Server server(log_of({1, 1, 1}));
  (void)server.ask(ask::Raise{second});
  const SharedEntry fourth = entry_after(server.log.back(), {2});
  CHECK(server.says_to_append(second, entry_after(fourth, {2})) == "gap after 3");
  CHECK(server.model.length() == 3);
}

TEST_CASE("A fork is told before anything is cut off") {
  Server server(log_of({1, 1, 1}));
  (void)server.ask(ask::Raise{second});
  const Log other = log_of({1, 1, 2}, "other words");
  CHECK(server.says_to_append(second, other[2]) == "fork at 2");
  CHECK(server.model.length() == 3);
  CHECK(server.says_to_append(second, other[1]) == "fork at 1");
  CHECK(server.model.commit({3}) == server.log[2]->stored);
}

TEST_CASE("An entry cuts off what an older term left at its place and behind, with what stands beside that") {
  Server server(log_of({1, 1, 1, 1}));
  (void)server.ask(ask::Raise{second});
  const SharedEntry instead = entry_after(server.log[0], {2}, "instead");
  CHECK(server.says_to_append(second, instead) == "stands 2");
  CHECK(server.model.length() == 2);
  CHECK(server.model.commit({2}) == instead->stored);
  const SharedEntry next = entry_after(instead, {2}, "next");
  CHECK(server.says_to_append(second, next) == "stands 3");
  CHECK(server.model.commit({3}) == next->stored);
}

TEST_CASE("Whoever has not raised a server, or is deposed there, or finds a stranger, is told so by every question") {
  const Log log = log_of({1, 1});
  const SharedEntry next = entry_after(log.back(), {2});
  const auto questions = [&](const Right& right) {
    return std::vector<Question>{ask::Append{.right = right, .entry = next}, ask::Confirm{.right = right, .seq = {}},
                                 ask::Confirm{.right = right, .seq = {2}, .digest = log[1]->digest},
                                 ask::Enter{.right = right, .set = "another", .seq = {}},
                                 ask::Ring{.right = right, .message = std::make_shared<const Sealed>()}};
  };
  Server server(log);
  const auto all_say = [&](const Right& right, const std::string& words) {
    for (const Question& question : questions(right)) CHECK(server.says(question) == words);
    CHECK(server.told.empty());
  };
  (void)server.ask(ask::Raise{second});
  all_say({.term = {3}, .writer = "third"}, "unraised");
  all_say(first, "deposed by 2");
  all_say({.term = {2}, .writer = "another"}, "deposed by 2");
  CHECK(server.model.length() == 2);
  server.model.wipe();
  all_say(second, "stranger");
  CHECK(server.says(ask::Raise{second}) == "stranger");
}

TEST_CASE("An entry that comes late, when another has the right, changes nothing") {
  Server server(log_of({1}));
  (void)server.ask(ask::Raise{first});
  const ask::Append late{.right = first, .entry = entry_after(server.log.back(), {1}, "late")};
  (void)server.ask(ask::Raise{second});
  const SharedEntry next = entry_after(server.log.back(), {2});
  CHECK(server.says_to_append(second, next) == "stands 2");
  CHECK(server.says(late) == "deposed by 2");
  CHECK(server.model.commit({2}) == next->stored);
}

TEST_CASE("A stranger is admitted in the life that is named, once, with an empty log and in the writer's term") {
  Server server(log_of({1, 1}));
  (void)server.ask(ask::Raise{second});
  CHECK(server.says(ask::Admit{.right = second, .life = server.ask(ask::Raise{second}).life}) == "not admitted");
  server.model.wipe();
  const ServerLife life = server.ask(ask::Raise{second}).life;
  CHECK(server.says(ask::Admit{.right = second, .life = "another"}) == "not admitted");
  CHECK(server.says(ask::Admit{.right = second, .life = life}) == "admitted");
  CHECK(server.says(ask::Admit{.right = second, .life = life}) == "not admitted");
  CHECK(server.model.length() == 0);
  CHECK(server.model.right() == second);
  CHECK(server.says_to_append(second, server.log[0]) == "stands 1");
}

TEST_CASE("A wipe makes another life, and each answer names the one that it is of") {
  Server server(log_of({1}));
  const ServerLife before = server.ask(ask::Raise{first}).life;
  CHECK(server.ask(ask::Confirm{.right = first, .seq = {}}).life == before);
  server.model.wipe();
  const ServerLife after = server.ask(ask::Confirm{.right = first, .seq = {}}).life;
  CHECK_FALSE(after.empty());
  CHECK(after != before);
}

TEST_CASE("A log is read in pages, and only where the entry stands up to which it is asked for") {
  Log log;
  for (int entry = 0; entry < 5; ++entry)
    log.push_back(entry_after(log.empty() ? nullptr : log.back(), {1}, std::string(page_bytes_max * 2 / 5, 'w')));
  Server server(log);
  const Log page = server.read({2}, log[4]);
  REQUIRE(page.size() == 3);
  CHECK(page.front()->seq == Seq{2});
  CHECK(page.front()->stored == log[1]->stored);
  CHECK(server.read({5}, log[4]).size() == 1);
  const SharedEntry behind = entry_after(log.back(), {1});
  CHECK(server.says(ask::Read{.from = {2}, .upto = behind->seq, .digest = behind->digest}) == "not here");
  CHECK(server.says(ask::Read{.from = {2}, .upto = {3}, .digest = log[3]->digest}) == "not here");
  CHECK(server.says(ask::Read{.from = {4}, .upto = {3}, .digest = log[2]->digest}) == "not here");
}

TEST_CASE("A log is read as far as there is, where it is not asked up to which entry") {
  Server server(log_of({1, 1, 2}));
  CHECK(server.says(ask::Read{.from = {2}, .upto = {}}) == "page of 2");
  CHECK(server.says(ask::Read{.from = {3}, .upto = {}}) == "page of 1");
  CHECK(server.says(ask::Read{.from = {4}, .upto = {}}) == "not here");
  CHECK(Server({}).says(ask::Read{.from = {1}, .upto = {}}) == "not here");
}

TEST_CASE("An entry is confirmed where it stands, and no other") {
  Server server(log_of({1, 1}));
  (void)server.ask(ask::Raise{second});
  CHECK(server.says(ask::Confirm{.right = second, .seq = {}}) == "confirmed");
  CHECK(server.says(ask::Confirm{.right = second, .seq = {2}, .digest = server.log[1]->digest}) == "confirmed");
  CHECK(server.says(ask::Confirm{.right = second, .seq = {2}, .digest = server.log[0]->digest}) == "lacks");
  CHECK(server.says(ask::Confirm{.right = second, .seq = {3}, .digest = server.log[1]->digest}) == "lacks");
}

TEST_CASE("A server is of another set from then on, with its log and right, where that log ends as it was said") {
  Server server(log_of({1, 1}));
  (void)server.ask(ask::Raise{second});
  const auto enter = [&](Seq seq, const SharedEntry& last) {
    return server.says(ask::Enter{.right = second, .set = "another", .seq = seq, .digest = last->digest});
  };
  CHECK(enter({1}, server.log[0]) == "lacks");  // there is one behind it
  CHECK(enter({2}, server.log[0]) == "lacks");
  CHECK(enter({3}, server.log[1]) == "lacks");
  CHECK(server.model.set() == set);
  CHECK((GENERATE(true, false) ? enter({2}, server.log[1]) : enter({}, server.log[0])) == "entered");
  CHECK(server.model.set() == "another");
  CHECK(server.model.right() == second);
  CHECK(server.model.length() == 2);
  CHECK(server.says(ask::Confirm{.right = second, .seq = {}}) == "other set");
}

TEST_CASE("A server passes on the writer's bells, and what anybody else tells, who has no right or is a stranger too") {
  Server server(log_of({1}));
  (void)server.ask(ask::Raise{second});
  const auto told = [](const char* words) { return std::make_shared<const Sealed>(words); };
  CHECK(server.says(ask::Ring{.right = second, .message = told("a bell")}) == "told");
  server.model.wipe();
  CHECK(server.says(ask::Tell{told("anything")}) == "told");
  CHECK(server.told == std::vector<Sealed>{"a bell", "anything"});
}

}  // namespace rostrum::ledger
