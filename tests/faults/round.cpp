#include "faults/round.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <ranges>
#include <set>

#include "faults/checker.hpp"
#include "faults/crowd.hpp"
#include "faults/disk.hpp"
#include "faults/hall.hpp"
#include "faults/http.hpp"
#include "faults/now_and_then.hpp"
#include "faults/server.hpp"

namespace rostrum::faults {

namespace fs = std::filesystem;
using client::Span;
using Steady = std::chrono::steady_clock;
using std::chrono::milliseconds;

namespace {

const std::string limits = std::string(limits_of_a_crowd) + ",outbox_bytes_max=20000,socket_send_bytes=8192";
constexpr int delegations = 20;
constexpr int in_storm = 150;    // more clients that come and go
constexpr int deaf_of_each = 8;  // audience
constexpr int silent_least = 1'500, silent_most = 2'500;
constexpr int garbage_sockets = 80;  // that have signed in, and as many that have not

constexpr double acts_per_second_max = 400;
constexpr int acks_before = 30;  // the hall has come to life
constexpr int acks_after = 12;   // it lives again

// No round depends on these: they end what would never end.
constexpr auto something_within = std::chrono::seconds(60);
constexpr auto http_within = std::chrono::seconds(60);

constexpr std::array names{"kill", "freeze", "full disk", "deaf", "silent", "storm", "garbage"};

class Round {
 public:
  Round(const Plan& plan, std::uint64_t seed)
      : plan_(plan),
        seed_(seed),
        dice_(seed, "faults"),
        server_({.binary = plan.server,
                 .programme = plan.programme,
                 .data = plan.folder / "data",
                 .around = plan.folder,
                 .clock = clock,
                 .limits = limits}),
        hall_({.seed = seed,
               .robots_speed = robots_speed,
               .acts_per_second_max = acts_per_second_max,
               .fail = [this](std::string why) { fail(std::move(why)); }}),
        setting_(hall_.setting()),
        slow_setting_(hall_.setting()) {
    slow_setting_.address.receive_buffer_bytes = 4'096;
  }

  Outcome play();

 private:
  bool prepare();
  bool come_to_life();
  void suffer();
  void live_again();
  void settle();
  void check();

  void kill();
  void freeze();
  void fill_disk();
  void go_deaf();
  void be_silent();
  void storm();
  void talk_garbage();

  /// Lets the hall go on until `enough`, or says that `what` did not come; false then, or where the server has ended.
  bool go_on_until(const std::function<bool()>& enough, const std::string& what);
  void go_on_for(milliseconds span);
  /// Lets the hall go on until the server counts more than `before` under `series`.
  bool go_on_until_counted(const std::string& series, std::uint64_t before, const std::string& what);
  /// As it was to be: says so where it had ended before.
  void kill_server();
  bool start_server();
  void fail(std::string why) { outcome_.failures.push_back(std::move(why)); }

  const Plan& plan_;
  std::uint64_t seed_;
  robots::Dice dice_;
  Outcome outcome_;
  std::optional<SmallDisk> disk_;
  Server server_;
  Hall hall_;
  robots::Setting setting_;
  robots::Setting slow_setting_;  // of clients with little room for what comes
  std::optional<Crowd> crowd_;
  std::uint64_t settled_at_ = 0;  // the commit that everybody held in the end
  bool alive_ = false;            // the server is there and is to be
};

Outcome Round::play() {
  if (prepare() && come_to_life()) {
    suffer();
    if (outcome_.failures.empty() && dice_.once_in(4)) kill();
    if (outcome_.failures.empty()) live_again();
    if (outcome_.failures.empty()) settle();
    if (outcome_.failures.empty()) check();
  }
  if (!outcome_.failures.empty()) {
    const std::string words = server_.last_words();
    if (!words.empty()) fail("the server's last words: " + words);
    std::error_code ignored;
    if (disk_) fs::copy(plan_.folder / "data", plan_.folder / "kept", fs::copy_options::recursive, ignored);
  }
  outcome_.acks = hall_.acks();
  outcome_.views_compared = hall_.views().compared();
  return outcome_;
}

bool Round::prepare() {
  fs::create_directories(plan_.folder / "data");
  if (kind_of(seed_) != Kind::full_disk) return true;
  if (plan_.no_disk_because) {
    fail("there is no disk to fill: " + *plan_.no_disk_because);
    return false;
  }
  auto disk = SmallDisk::mount(plan_.folder / "data");
  if (!disk) {
    fail("there is no disk to fill: " + disk.error());
    return false;
  }
  disk_.emplace(*std::move(disk));
  return true;
}

bool Round::start_server() {
  if (auto started = server_.start(); !started) {
    fail(started.error());
    return false;
  }
  alive_ = true;
  return go_on_until([this] { return server_.ready(); }, "the server did not become ready");
}

bool Round::come_to_life() {
  if (!start_server()) return false;
  if (auto read = hall_.read(server_.sign_in_list()); !read) {
    fail(read.error());
    return false;
  }
  setting_.address.port = slow_setting_.address.port = server_.port();
  hall_.enter(setting_, delegations);
  hall_.look_on(setting_, hall_.so_many(onlookers_of_a_round, "display"));
  return go_on_until([this] { return hall_.acks() >= acks_before; }, "the hall did not come to life");
}

void Round::suffer() {
  switch (kind_of(seed_)) {
  case Kind::kill:
    return kill();
  case Kind::freeze:
    return freeze();
  case Kind::full_disk:
    return fill_disk();
  case Kind::deaf:
    return go_deaf();
  case Kind::silent:
    return be_silent();
  case Kind::storm:
    return storm();
  case Kind::garbage:
    return talk_garbage();
  }
}

void Round::kill() {
  for (auto times = dice_.between(1, 3); times > 0 && outcome_.failures.empty(); --times) {
    go_on_for(milliseconds(dice_.between(0, 200)));
    kill_server();
    if (!outcome_.failures.empty()) return;
    go_on_for(milliseconds(dice_.between(0, 50)));
    (void)start_server();
  }
}

void Round::freeze() {
  for (auto times = dice_.between(1, 3); times > 0; --times) {
    go_on_for(milliseconds(dice_.between(0, 150)));
    server_.freeze();
    go_on_for(milliseconds(dice_.between(20, 400)));
    server_.thaw();
  }
}

void Round::fill_disk() {
  go_on_for(milliseconds(dice_.between(0, 200)));
  disk_->fill();
  const auto held = [this] {
    const auto& rejections = hall_.notes().rejections();
    return std::ranges::any_of(rejections, [](const auto& one) { return one.code == "held"; });
  };
  if (!go_on_until(held, "no act was refused although the disk was full")) return;
  go_on_for(milliseconds(dice_.between(0, 400)));
  if (dice_.once_in(3)) {  // and the power fails too
    kill_server();
    disk_->empty();
    if (!outcome_.failures.empty() || !start_server()) return;
  } else {
    disk_->empty();
  }
  const auto is_ready = [this] { return http_status(server_.port(), "/readyz", http_within) == 200; };
  (void)go_on_until(now_and_then(is_ready), "the server did not call itself ready again once there was room");
}

void Round::go_deaf() {
  const auto before = hall_.robots().size();
  for (const char* role : {"desk", "interpreter", "display"})
    hall_.look_on(slow_setting_, hall_.so_many(deaf_of_each, role));
  const auto slow = [&] {
    return std::ranges::subrange(hall_.robots().begin() + static_cast<std::ptrdiff_t>(before), hall_.robots().end());
  };
  const auto follow = [&] { return std::ranges::all_of(slow(), [](auto& one) { return one->follows(); }); };
  if (!go_on_until(follow, "the slow ones could not sign in")) return;
  const std::string overflows = "rostrum_outbox_overflows_total";
  const auto before_deafness = counted(server_.port(), overflows, http_within);
  for (const auto& robot : slow()) robot->be_deaf(true);
  if (!go_on_until_counted(overflows, before_deafness, "nobody who did not read became too slow")) return;
  go_on_for(milliseconds(dice_.between(0, 500)));
  if (dice_.once_in(2)) kill();
  for (const auto& robot : slow()) robot->be_deaf(false);
}

void Round::be_silent() {
  crowd_.emplace(server_.port());
  const auto count = static_cast<int>(dice_.between(silent_least, silent_most));
  constexpr int at_once = 100;
  for (int in = 0; in < count; in += at_once) {
    if (!crowd_->come_in(at_once)) return fail("a crowd of " + std::to_string(count) + " could not connect");
    go_on_for(milliseconds(1));
  }
  go_on_for(milliseconds(dice_.between(0, 300)));
}

void Round::storm() {
  hall_.look_on(setting_, hall_.so_many(in_storm, "display"));
  for (auto waves = dice_.between(2, 4); waves > 0; --waves) {
    go_on_for(milliseconds(dice_.between(50, 250)));
    for (const auto& robot : hall_.robots()) robot->cut();
  }
}

void Round::talk_garbage() {
  crowd_.emplace(server_.port());
  const std::string code = hall_.one_who_is("delegate").code;
  const std::string malformed = R"(rostrum_refusals_total{code="malformed_frame"})";
  const auto before = counted(server_.port(), malformed, http_within);
  // First those who are in, so that what is counted is what they said.
  for (int count = 0; count < garbage_sockets; ++count) {
    if (!crowd_->talk_garbage(dice_, code)) return fail("one who would talk garbage could not sign in");
    if (count % 10 == 0) go_on_for(milliseconds(2));
  }
  if (!go_on_until_counted(malformed, before, "no garbage was counted as a malformed frame")) return;
  for (int count = 0; count < garbage_sockets; ++count) {
    if (!crowd_->talk_garbage(dice_)) return fail("one who would talk garbage could not connect");
    if (count % 10 == 0) go_on_for(milliseconds(2));
  }
  go_on_for(milliseconds(dice_.between(0, 200)));
}

void Round::live_again() {
  const auto before = hall_.acks();
  (void)go_on_until([&] { return hall_.acks() >= before + acks_after; },
                    "no act was acknowledged any more after the fault");
}

void Round::settle() {
  setting_.acting = false;
  if (!go_on_until([this] { return hall_.at_rest(); }, "not everybody came back and was answered")) return;
  hall_.bring_newcomers({&setting_});
  if (go_on_until([this] { return hall_.at_same_place(); }, "not everybody reached the same commit"))
    settled_at_ = hall_.compare();
}

void Round::check() {
  hall_.leave();
  crowd_.reset();
  alive_ = false;
  if (!server_.ended_in_order(something_within)) return fail("the server did not end in order");
  for (const auto& wrongs : {hall_.views().contradictions(), hall_.positions().went_back()})
    for (const std::string& wrong : wrongs) fail(wrong);
  const auto log = read_log(plan_.folder / "data", hall_.views(), settled_at_);
  if (!log) return fail("the log cannot be read: " + log.error());
  outcome_.commits = log->tail;
  for (const auto& wrongs : {log->wrong, untrue(hall_.notes(), log->acts)})
    for (const std::string& wrong : wrongs) fail(wrong);
  if (log->tail < settled_at_)
    fail("the log ends at commit " + std::to_string(log->tail) + ", before what clients saw");
}

bool Round::go_on_until(const std::function<bool()>& enough, const std::string& what) {
  bool ended = false;
  const bool came = hall_.play(Steady::now() + something_within, [&] {
    ended = alive_ && server_.ended_by_itself();
    return ended || enough();
  });
  if (ended) {
    alive_ = false;
    fail("the server ended by itself");
  } else if (!came) {
    fail(what + " within " + std::to_string(something_within.count()) + " s");
  }
  return came && !ended;
}

bool Round::go_on_until_counted(const std::string& series, std::uint64_t before, const std::string& what) {
  const auto more = [&] { return counted(server_.port(), series, http_within) > before; };
  return go_on_until(now_and_then(more), what);
}

void Round::kill_server() {
  alive_ = false;
  if (!server_.kill_hard()) fail("the server had ended by itself before it was to be killed");
}

void Round::go_on_for(milliseconds span) {
  const auto until = Steady::now() + span;
  (void)go_on_until([&] { return Steady::now() >= until; }, "time did not pass");
}

}  // namespace

std::string_view name(Kind kind) { return names.at(static_cast<std::size_t>(kind)); }
Kind kind_of(std::uint64_t seed) { return static_cast<Kind>(seed % kinds); }

Outcome play(const Plan& plan, std::uint64_t seed) {
  Outcome outcome = Round(plan, seed).play();
  std::error_code ignored;
  if (outcome.failures.empty()) fs::remove_all(plan.folder, ignored);
  return outcome;
}

}  // namespace rostrum::faults
