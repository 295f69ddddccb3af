// A real Redis server, asked by the scripts of server/ledger/redis, answers what the model of a server answers.
#include <algorithm>
#include <array>
#include <deque>
#include <limits>
#include <map>
#include <optional>

#include "integration/support/redis_process.hpp"
#include "ledger/agreed/driving.hpp"
#include "ledger/redis/answers.hpp"
#include "ledger/redis/requests.hpp"
#include "simulation/chance.hpp"

namespace rostrum::ledger {
namespace {

using redis::Naming;
using simulation::Chance;
using test::RedisLine;
using test::RedisProcess;

constexpr std::size_t sequences = 10'000, each_at_least = 100;
const SessionId session{"session-1"};
const std::string end_of_a_sequence = "nothing more is told";

// ---------------------------------------------------------------------------------------------------------------------
// What is asked about

/// Entries that follow each other in many ways.
class Tree {
 public:
  /// Each follows one of the last `width`, so that it becomes deep, or at times none.
  Tree(Chance& chance, std::size_t count, std::size_t width, const std::vector<std::string>& words,
       const std::vector<std::string>& commands) {
    while (all_.size() < count) {
      const std::size_t late = all_.size() - std::min(all_.size(), chance.below(width) + 1);
      const SharedEntry last = all_.empty() || chance.one_in(20) ? nullptr : all_[late];
      const SharedEntry next = entry_after(last, chance.pick(terms), chance.pick(words), chance.pick(commands));
      if (by_digest_.try_emplace(next->digest, next).second) {
        all_.push_back(next);
        after_[next->previous].push_back(next);
      }
    }
  }

  [[nodiscard]] const Log& all() const { return all_; }
  [[nodiscard]] const SharedEntry& of(const Digest& digest) const { return by_digest_.at(digest); }
  /// Those that follow the one of that digest; of zeros, the first.
  [[nodiscard]] const Log& after(const Digest& digest) const {
    const auto found = after_.find(digest);
    return found == after_.end() ? all_ : found->second;
  }

  /// Neighbours, and such as a number of 53 bits cannot tell apart.
  static constexpr std::array<Term, 8> terms{{{1},
                                              {2},
                                              {3},
                                              {9'007'199'254'740'992},
                                              {9'007'199'254'740'993},
                                              {9'007'199'254'740'994},
                                              {std::numeric_limits<std::uint64_t>::max() - 1},
                                              {std::numeric_limits<std::uint64_t>::max()}}};

 private:
  Log all_;
  std::map<Digest, SharedEntry> by_digest_;
  std::map<Digest, Log> after_;
};

// ---------------------------------------------------------------------------------------------------------------------
// Who is asked

/// A life, as the model has it and as the real server.
struct Lives {
  ServerLife model = "another", real = "another";
};

/// How often each was met.
struct Met {
  std::array<std::size_t, std::variant_size_v<reply::Is>> replies{};
  std::size_t tails_cut = 0;
  std::size_t pages_of_more = 0;  // that end before what was asked for
  std::size_t messages = 0;       // heard
};

/// All that an answer says.
std::string in_full(const reply::Is& is) {
  std::string all = words_of(is);
  const auto add = [&all](std::string_view bytes) { (all += ' ') += bytes; };
  if (const auto* granted = std::get_if<reply::Granted>(&is)) add(as_bytes(granted->digest));
  if (const auto* other = std::get_if<reply::OtherSet>(&is)) add(other->set);
  if (const auto* page = std::get_if<reply::Page>(&is))
    for (const SharedEntry& entry : page->entries) {
      add(std::to_string(entry->seq.value) + " of " + std::to_string(entry->term.value));
      for (const auto bytes : {as_bytes(entry->previous), as_bytes(entry->digest)}) add(bytes);
      for (const std::string_view bytes : {entry->stored.bytes, entry->stored.beside}) add(bytes);
    }
  return all;
}

/// The same life of the one is the same of the other.
class SameLives {
 public:
  [[nodiscard]] bool are(const ServerLife& model, const ServerLife& real) {
    return real_.try_emplace(model, real).first->second == real &&
           model_.try_emplace(real, model).first->second == model;
  }

 private:
  std::map<ServerLife, ServerLife> real_, model_;
};

/// A model and a real server that are asked the same. The real one is not waited for before `settle`, which holds what
/// it answered and told against the model.
class Both {
 public:
  Both(RedisProcess& server, Naming naming, Chance chance, Met& met)
      : server_(server),
        naming_(naming),
        chance_(chance),
        met_(met) {
    connect();
  }

  [[nodiscard]] const ModelServer& model() const { return model_; }
  /// None where nothing has been asked since all was lost.
  [[nodiscard]] const std::optional<Lives>& lives() const { return lives_; }

  void ask(const SetId& set, const Question& question) { ask(set, question, question); }
  void admit(const SetId& set, const Right& right, const Lives& of) {
    ask(set, ask::Admit{.right = right, .life = of.model}, ask::Admit{.right = right, .life = of.real});
  }
  /// What the session has there is lost.
  void wipe() {
    redis::Command command{"DEL"};
    for (const std::string& key : redis::keys_of(session)) command.push_back(key);
    line_->send(command);
    expected_.emplace_back();
    model_.wipe();
    lives_.reset();
  }
  /// Some of the session's keys are lost, which is as if all were where they held anything.
  void lose_some() {
    const std::uint64_t which = 1 + chance_.below(7);
    const auto keys = redis::keys_of(session);
    redis::Command command{"DEL"};
    for (std::size_t key = 0; key < keys.size(); ++key)
      if ((which >> key & 1) != 0) command.push_back(keys[key]);
    line_->send(command);
    expected_.emplace_back();
    const bool ballot = (which & 1) != 0;
    if (!ballot && model_.length() == 0) return;
    model_.wipe();
    lives_.reset();
  }
  void restart() {
    settle();
    line_.reset();
    listener_.reset();
    server_.kill_hard();
    server_.start();
    connect();
  }
  void settle() {
    line_->send({"PUBLISH", redis::channel_of(session), end_of_a_sequence});
    for (const Expected& expected : expected_) compare(expected);
    expected_.clear();
    (void)line_->read();
    hear();
  }

 private:
  struct Expected {
    std::optional<Question> question;  // none: what is answered does not matter
    Reply reply;
  };

  void connect() {
    line_.emplace(server_);
    listener_.emplace(server_);
    (void)listener_->ask({"SUBSCRIBE", redis::channel_of(session)});
    if (naming_ == Naming::in_full) return;
    namespace script = redis::script;
    for (const redis::Script* one : {&script::raise, &script::append, &script::admit, &script::confirm, &script::enter,
                                     &script::read, &script::ring, &script::tell})
      REQUIRE(line_->says({"SCRIPT", "LOAD", std::string(one->text)}) == one->sha1);
  }

  void ask(const SetId& set, const Question& of_model, const Question& of_real) {
    const std::size_t length = model_.length();
    const Reply reply =
        model_.answer(set, of_model, [this](const SharedSealed& message) { told_.push_back(*message); });
    const ServerLife candidate = std::to_string(chance_.number());
    if (!lives_) lives_ = {.model = reply.life, .real = candidate};
    if (model_.length() < length) ++met_.tails_cut;
    line_->send(redis::command_of({.session = session, .set = set, .life = candidate}, of_real, naming_));
    expected_.push_back({of_real, reply});
  }

  void compare(const Expected& expected) {
    const RedisLine::Reply raw = line_->read();
    if (!expected.question) return;
    const auto answer = redis::answer_of(*expected.question, *raw);
    if (!answer) FAIL(redis::name_of(answer.error().kind) << ": " << answer.error().words);
    const reply::Is& is = expected.reply.is;
    if (in_full(answer->is) != in_full(is)) FAIL(words_of(answer->is) << " and not " << words_of(is));
    if (!same_.are(expected.reply.life, answer->life)) FAIL("another life, or the same again: " << words_of(is));
    ++met_.replies[is.index()];
    const auto* page = std::get_if<reply::Page>(&is);
    if (page != nullptr && page->entries.back()->seq != std::get<ask::Read>(*expected.question).upto)
      ++met_.pages_of_more;
  }

  void hear() {
    std::vector<Sealed> heard;
    while (heard.empty() || heard.back() != end_of_a_sequence) {
      const RedisLine::Reply message = listener_->read();
      REQUIRE(message->elements == 3);
      heard.emplace_back(message->element[2]->str, message->element[2]->len);
    }
    heard.pop_back();
    REQUIRE(heard == told_);
    met_.messages += told_.size();
    told_.clear();
  }

  RedisProcess& server_;
  const Naming naming_;
  Chance chance_;
  Met& met_;
  std::uint64_t model_lives_ = 0;
  ModelServer model_{[this] { return ++model_lives_; }};
  std::optional<Lives> lives_;
  SameLives same_;
  std::optional<RedisLine> line_, listener_;
  std::deque<Expected> expected_;
  std::vector<Sealed> told_;
};

// ---------------------------------------------------------------------------------------------------------------------
// What is asked

/// Asks what comes to its mind, mostly such that something comes of it.
class Asking {
 public:
  Asking(Both& both, Chance& chance, const Tree& tree) : both_(both), chance_(chance), tree_(tree) {}

  void one() {
    if (!model().member() && chance_.one_in(2)) return admit();
    const auto what = chance_.below(20);
    if (what < 3) return raise();
    if (what < 10) return append();
    if (what < 11) return admit();
    if (what < 13) return confirm();
    if (what < 14) return enter();
    if (what < 16) return ring();
    if (what < 19) return read();
    both_.ask(set(), ask::Tell{message()});
  }

  /// For a log of large entries: one more of them, or all that are there.
  void one_of_a_long_log() {
    if (!model().member()) return admit();
    const Right right = model().right();
    if (chance_.one_in(4)) return both_.ask(model().set(), read_from({1}));
    both_.ask(model().set(),
              ask::Append{.right = right, .entry = chance_.pick(tree_.after(digest_at(model().length())))});
  }

 private:
  [[nodiscard]] const ModelServer& model() const { return both_.model(); }
  [[nodiscard]] Digest digest_at(std::size_t seq) const { return seq == 0 ? Digest{} : model().digest({seq}); }
  [[nodiscard]] bool mostly() { return !chance_.one_in(6); }

  SetId set() { return model().member() && mostly() ? model().set() : chance_.pick(sets); }

  /// Near the one that the server is of.
  Right near() {
    const auto of_now = std::ranges::find(Tree::terms, model().right().term);
    const auto at = of_now == Tree::terms.end() ? 0 : of_now - Tree::terms.begin();
    const auto last = static_cast<std::ptrdiff_t>(Tree::terms.size()) - 1;
    const auto chosen = std::clamp<std::ptrdiff_t>(at + chance_.between(-1, 1), 0, last);
    return {.term = Tree::terms[static_cast<std::size_t>(chosen)], .writer = chance_.pick(writers)};
  }
  Right right() { return mostly() ? model().right() : near(); }

  /// A place in the log; 0 where it is empty.
  std::size_t place() { return model().length() == 0 ? 0 : 1 + chance_.below(model().length()); }

  SharedEntry entry() {
    const auto what = chance_.below(8);
    const std::size_t at = what < 4 ? model().length() : place();
    if (what == 4 && at > 0) return tree_.of(digest_at(at));
    if (what == 7) return chance_.pick(tree_.all());
    return chance_.pick(tree_.after(digest_at(at)));
  }
  /// Of one in the log or, at times, of another.
  Digest digest_of(std::size_t seq) {
    const bool is = seq > 0 && seq <= model().length();
    return is && mostly() ? digest_at(seq) : chance_.pick(tree_.all())->digest;
  }

  SharedSealed message() {
    std::string bytes = "\r\n" + std::string(1, '\0') + std::to_string(chance_.number());
    return std::make_shared<const Sealed>(std::move(bytes));
  }

  ask::Read read_from(Seq from) {
    const std::size_t upto = std::max<std::size_t>(model().length(), 1);
    return {.from = from, .upto = {upto}, .digest = digest_at(model().length())};
  }

  void raise() { both_.ask(set(), ask::Raise{near()}); }
  void append() { both_.ask(set(), ask::Append{.right = right(), .entry = entry()}); }
  void admit() { both_.admit(chance_.pick(sets), near(), mostly() ? both_.lives().value_or(Lives{}) : Lives{}); }
  void confirm() {
    const std::size_t seq = place() + chance_.below(2);
    both_.ask(set(), ask::Confirm{.right = right(), .seq = {seq}, .digest = digest_of(seq)});
  }
  void enter() {
    const std::size_t seq = mostly() ? model().length() : place() + chance_.below(3);
    both_.ask(set(), ask::Enter{.right = right(), .set = chance_.pick(sets), .seq = {seq}, .digest = digest_of(seq)});
  }
  void ring() { both_.ask(set(), ask::Ring{.right = right(), .message = message()}); }
  void read() {
    if (mostly()) return both_.ask(set(), read_from({std::max<std::size_t>(place(), 1)}));
    const std::size_t upto = chance_.below(model().length() + 3);
    both_.ask(set(), ask::Read{.from = {1 + chance_.below(4)}, .upto = {upto}, .digest = digest_of(upto)});
  }

  static inline const std::array<SetId, 3> sets{"set-1", "set-2", name_of(Making{.set = "set-2"})};
  static inline const std::array<WriterName, 3> writers{"one", "another", WriterName("\0\r\n", 3)};

  Both& both_;
  Chance& chance_;
  const Tree& tree_;
};

}  // namespace

TEST_CASE("A Redis server answers all questions as the model of a server does, whatever it holds") {
  Chance chance(20'051'129);
  const Tree tree(chance, 600, 8, {"", "words", "other words"}, {"command"});
  REQUIRE(std::ranges::any_of(tree.all(), [](const auto& entry) { return entry->stored.beside.empty(); }));
  const std::string large(400'000, 'l');
  const Tree large_tree(chance, 16, 1, {large}, {"command", large});
  Met met;
  RedisProcess first, second, durable({"--appendonly", "yes", "--appendfsync", "always"});
  Both by_digest(first, Naming::by_digest, chance.split(), met);
  Both in_full(second, Naming::in_full, chance.split(), met);
  Both kept(durable, Naming::in_full, chance.split(), met);
  for (std::size_t sequence = 1; sequence <= sequences; ++sequence) {
    INFO("sequence " << sequence);
    const bool restarts = sequence % 1'000 == 0, is_large = sequence % 80 == 0;
    Both& both = restarts ? kept : sequence % 50 == 0 ? in_full : by_digest;
    both.wipe();
    Asking asking(both, chance, is_large ? large_tree : tree);
    const auto count = chance.between(10, 24);
    for (std::int64_t question = 1; question <= count; ++question) {
      if (restarts && question % 5 == 0) both.restart();
      if (chance.one_in(40)) chance.one_in(2) ? both.wipe() : both.lose_some();
      is_large ? asking.one_of_a_long_log() : asking.one();
    }
    both.settle();
  }
  for (std::size_t kind = 0; kind < met.replies.size(); ++kind) {
    INFO("kind of reply " << kind);
    CHECK(met.replies[kind] >= each_at_least);
  }
  CHECK(met.tails_cut >= each_at_least);
  CHECK(met.pages_of_more >= each_at_least);
  CHECK(met.messages >= each_at_least);
}

}  // namespace rostrum::ledger
