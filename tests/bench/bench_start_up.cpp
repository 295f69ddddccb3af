// How long a server takes to have its session back: a journal of 100,000 commits of one event each, opened, every
// commit checked against the chain, replayed, and every invariant checked after each. The events are decided by the
// real rules, on a list of some twenty; the file is in the page cache, as after a crash of the process alone.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <filesystem>
#include <stdexcept>
#include <vector>

#include "base/digest.hpp"
#include "chamber/chamber.hpp"
#include "council/evolve.hpp"
#include "journal/sqlite/connection.hpp"
#include "journal/sqlite/sqlite_journal.hpp"
#include "ledger/local/local_ledger.hpp"
#include "programme/read_programme.hpp"
#include "support/secrets.hpp"

using namespace rostrum;

namespace {

constexpr std::uint64_t commits = 100'000;
constexpr int waiting = 20;
constexpr int rounds = 5;
constexpr double goal_ms = 1'000;
const PanelId panel{"high-level"};
const GrantId chair{"chair.1"};

using Steady = std::chrono::steady_clock;

double ms_since(Steady::time_point begin) {
  return std::chrono::duration<double, std::milli>(Steady::now() - begin).count();
}

template <class Value, class Error>
Value need(Result<Value, Error> result, const char* what) {
  if (!result) throw std::runtime_error(what);
  if constexpr (!std::is_void_v<Value>) return *std::move(result);
}

/// Makes the commits of a long afternoon, one act each.
class Afternoon {
 public:
  explicit Afternoon(const council::Programme& programme) : programme_(programme) {
    add(council::system_grant, "create_session", council::SessionCreated{programme});
  }

  /// The next commit, as it is stored.
  wire::StoredCommit next() {
    if (pending_.empty()) decide_more();
    wire::StoredAct act = std::move(pending_.front());
    pending_.pop_front();
    wire::Commit commit;
    commit.session = programme_.session.id;
    commit.epoch = std::string(wire::epoch_bytes, 'b');
    commit.seq = {++seq_};
    commit.previous = previous_;
    commit.acts.push_back(std::move(act));
    wire::StoredCommit stored = wire::encode(commit, test::known_salts);
    previous_ = sha256(stored.bytes);
    return stored;
  }
  [[nodiscard]] const Digest& digest() const { return previous_; }

 private:
  void decide_more() {
    const auto& order = state_.panels.at(panel).order();
    if (state_.last_entry == 0) {
      act(council::OpenMeeting{{"day-1-afternoon"}});
      act(council::OpenPanel{panel});
      act(council::OpenList{panel});
      for (int count = 0; count < waiting; ++count) ask();
      return;
    }
    act(council::MoveEntry{.entry = order[1], .anchor = order.back(), .before = false});
    act(council::GiveFloor{panel, order.front()});
    const SpeechId speech = *state_.panels.at(panel).speech();
    act(council::PauseSpeech{speech});
    act(council::ResumeSpeech{speech});
    act(council::AddTime{speech, seconds(30)});
    act(council::EndSpeech{speech});
    ask();
  }

  void ask() {
    const auto& delegations = programme_.delegations;
    act(council::RequestFloor{.panel = panel, .delegation = delegations[asked_++ % delegations.size()].id});
  }

  void act(council::Act what) {
    now_ = now_ + seconds(1);
    const std::string name(council::name(what));
    const auto events = council::decide(state_, {std::move(what), {}}, {.now = now_, .actor = chair});
    if (!events || events->size() != 1) throw std::runtime_error("an act was refused: " + name);
    add(chair, name, events->front());
  }

  void add(const GrantId& grant, const std::string& name, const council::Event& event) {
    const SeatId seat{grant == chair ? "chair" : council::system_seat.value};
    council::evolve(state_, event, {.act = {.seq = {++evolved_}, .index = 0}, .at = now_, .actor = seat});
    pending_.push_back({.grant = grant,
                        .command_id = hex(as_bytes(sha256(std::to_string(evolved_)))).substr(0, 36),
                        .command_digest = sha256(name),
                        .actor = seat,
                        .act = name,
                        .at = now_,
                        .events = {event}});
  }

  const council::Programme& programme_;
  council::State state_;
  Instant now_{1'133'272'800'000};
  std::deque<wire::StoredAct> pending_;
  std::size_t asked_ = 0;
  std::uint64_t evolved_ = 0;
  std::uint64_t seq_ = 0;
  Digest previous_{};
};

/// The file as a server leaves it, written in one transaction instead of synced commit by commit.
void write_journal(const std::filesystem::path& path, const council::Programme& programme) {
  need(journal::open_sqlite_journal(path, journal::Access::write), "the journal cannot be begun");
  const auto connection = need(journal::sqlite::Connection::open(path.string(), SQLITE_OPEN_READWRITE, {}), "open");
  need(connection.run("BEGIN"), "begin");
  {
    auto insert =
        need(connection.prepare("INSERT INTO commits (seq, bytes, digest, beside) VALUES (?1, ?2, ?3, ?4)"), "insert");
    Afternoon afternoon(programme);
    for (std::uint64_t seq = 1; seq <= commits; ++seq) {
      const wire::StoredCommit commit = afternoon.next();
      insert.bind(1, static_cast<std::int64_t>(seq));
      insert.bind(2, std::string_view(commit.bytes));
      insert.bind(3, as_bytes(afternoon.digest()));
      insert.bind(4, std::string_view(commit.beside));
      need(insert.run(), "insert");
    }
  }
  need(connection.run(("UPDATE ending SET seq = " + std::to_string(commits)).c_str()), "ending");
  need(connection.run("COMMIT"), "commit");
}

class Nobody final : public Scheduler, public Alarm, public chamber::Hub {
 public:
  void write(std::function<void()>, std::function<void()>) override {}
  void post(std::function<void()>) override {}
  std::unique_ptr<Alarm> alarm() override { return std::make_unique<Nobody>(); }
  void set(Instant, std::function<void()>) override {}
  void publish(const views::Viewer&, const std::shared_ptr<chamber::SharedItem>&) override {}
  void grants_changed() override {}
  void standing(const ledger::Standing&) override {}
  [[nodiscard]] const chamber::PresentThen& present() const override { return nobody_; }

 private:
  chamber::PresentThen nobody_ = std::make_shared<const council::Present>();
};

struct Times {
  double open_ms = 0;
  double replay_ms = 0;
  [[nodiscard]] double all() const { return open_ms + replay_ms; }
};

Times start(const std::filesystem::path& path, const council::Programme& programme) {
  Times times;
  auto begin = Steady::now();
  const auto journal = need(journal::open_sqlite_journal(path, journal::Access::write), "the journal cannot be opened");
  times.open_ms = ms_since(begin);
  begin = Steady::now();
  Nobody nobody;
  SessionClock clock({Instant{1'133'272'800'000}, wall_now(), 1});
  ledger::LocalLedger ledger(*journal, nobody, clock);
  auto chamber = chamber::Chamber::open({.ledger = ledger,
                                         .courier = ledger,
                                         .scheduler = nobody,
                                         .clock = clock,
                                         .hub = nobody,
                                         .secrets = {test::known_salts, test::known_key, test::known_lot}},
                                        *journal, programme);
  if (!chamber) throw std::runtime_error(chamber.error().why);
  times.replay_ms = ms_since(begin);
  if ((*chamber)->seq() != Seq{commits}) throw std::runtime_error("not all commits were replayed");
  return times;
}

}  // namespace

int main() {
  auto folder = (std::filesystem::temp_directory_path() / "rostrum-bench-XXXXXX").string();
  if (::mkdtemp(folder.data()) == nullptr) return 1;
  int status = 0;
  try {
    const auto path = std::filesystem::path(folder) / "journal.sqlite";
    const auto programme = need(programme::read_programme(ROSTRUM_SOURCE_DIR "/deploy/programmes/council-2005.yaml"),
                                "the programme cannot be read");
    write_journal(path, programme);
    std::vector<Times> all;
    for (int round = 0; round < rounds; ++round) all.push_back(start(path, programme));
    std::ranges::sort(all, {}, &Times::all);
    const Times median = all[rounds / 2];
    std::printf(
        "%llu commits of one event, %.1f MB: opened in %.0f ms, replayed in %.0f ms; the slowest of %d took %.0f "
        "ms\n",
        static_cast<unsigned long long>(commits), static_cast<double>(std::filesystem::file_size(path)) / 1e6,
        median.open_ms, median.replay_ms, rounds, all.back().all());
    std::printf("goal start_up_100000: %.0f ms (goal <= %.0f): %s\n", median.all(), goal_ms,
                median.all() <= goal_ms ? "met" : "not met");
  } catch (const std::exception& failed) {
    std::fprintf(stderr, "bench_start_up: %s\n", failed.what());
    status = 1;
  }
  std::filesystem::remove_all(folder);
  return status;
}
