// What it costs that several nodes serve a session, beside one server that serves it alone: the same acts on an
// embedded server, on three nodes over one Redis server and on three nodes over three, all on this machine, in turn, so
// that what else it does falls on all alike. Then what the hall notices when a Redis server is stopped, the node that
// writes is killed, or it is stopped in order. Figures are the medians of the rounds, but where the worst is told.
//
//   bench_nodes [--quick] [PART ...]
//
// Parts are latency, acts, deliveries, redis, kills and hand-overs; none named: all. --quick does each a few times: it
// shows that the benchmark works, and its figures say nothing.
#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <functional>
#include <memory>
#include <vector>

#include "bench/acting.hpp"
#include "bench/nodes.hpp"
#include "client/client.hpp"
#include "load/chair.hpp"
#include "load/crowd.hpp"
#include "load/failed.hpp"
#include "load/profiles.hpp"

using namespace rostrum;
using namespace rostrum::load;
using bench::Acting;
using bench::Nodes;

namespace {

struct Sizes {
  int rounds = 9;
  double seconds = 0.7;  // of acting, in each
  int rate_rounds = 5;
  double rate_seconds = 4;
  double press_seconds = 1.5;
  int stops_of_redis = 4;
  int kills = 50;
  int hand_overs = 50;
  std::size_t followers = 2'000;
  int delivery_rounds = 5;
  double delivery_seconds = 2.5;
};

constexpr Sizes quick{.rounds = 1,
                      .seconds = 0.2,
                      .rate_rounds = 1,
                      .rate_seconds = 0.3,
                      .press_seconds = 0.2,
                      .stops_of_redis = 1,
                      .kills = 1,
                      .hand_overs = 1,
                      .followers = 20,
                      .delivery_rounds = 1,
                      .delivery_seconds = 0.3};

constexpr double rate = 100;            // acts a second, of all together
constexpr std::size_t under_way = 64;   // in a press
constexpr double delivery_rate = 20;    // acts a second, for many followers
constexpr double hand_over_rate = 200;  // acts a second, of all together, so that one is under way at any time
constexpr double before_hand_over = 0.1;
constexpr double after_hand_over = 0.4;
// Of a node's clock, of which the fastest counts: half of what it takes is all that the figure can be wrong by.
constexpr int probes_most = 100;
constexpr Nanos probe_is_fast = second_ns / 500;
constexpr Nanos answer_within = 60 * second_ns;

double ms(Nanos span) { return static_cast<double>(span) / 1e6; }

double median(std::vector<double> all) {
  std::ranges::sort(all);
  return all.at(all.size() / 2);
}

double worst(const std::vector<double>& all) { return *std::ranges::max_element(all); }

void at_most(const char* name, double figure, const char* unit, double most) {
  std::printf("goal %s: %.3f %s (goal <= %g): %s\n", name, figure, unit, most, figure <= most ? "met" : "not met");
}

void at_least(const char* name, double figure, const char* unit, double least) {
  std::printf("goal %s: %.3f %s (goal >= %g): %s\n", name, figure, unit, least, figure >= least ? "met" : "not met");
}

/// Until what a press has left to the disks is on them.
void rest() { Loop().run_to(now_ns() + second_ns); }

/// Three ways to serve the same session, each with a speech under way.
struct Halls {
  explicit Halls(std::size_t clients)
      : alone(clients, council_programme(), {}),
        one(3, 1, clients),
        three(3, 3, clients) {
    prepare(alone.hall().address, alone.hall());
    prepare(one.address(0), one.hall());
    prepare(three.address(0), three.hall());
  }

  static void prepare(const Address& at, const Hall& hall) {
    Loop loop;
    Chair chair(loop);
    chair.prepare(at, hall.code_of("chair"), listed);
  }

  [[nodiscard]] std::vector<Address> alone_three_times() const { return {3, alone.hall().address}; }

  OwnHall alone;
  Nodes one;
  Nodes three;
};

void nothing_may_miss(const Deliveries& deliveries) {
  if (deliveries.missing + deliveries.out_of_order + deliveries.lost.size() + deliveries.snapshots == 0) return;
  throw Failed("missing: " + std::to_string(deliveries.missing) +
               ", out of order: " + std::to_string(deliveries.out_of_order) +
               ", lost: " + (deliveries.lost.empty() ? "none" : deliveries.lost.front()));
}

// ---- from an act until a patch

struct Latency {
  double p50_ms = 0;
  double p90_ms = 0;
  double worst_ms = 0;
};

/// Acts at one server, the next once the last is acknowledged and a follower at another has its patch.
Latency shown_after(const Hall& hall, const Address& acts_at, const Address& follows_at, double seconds) {
  Loop loop;
  Deliveries coming, deliveries;
  Acting actor(loop);
  actor.join(acts_at, hall.code_of("chair"));
  Crowd follower(loop, follows_at, Codec::protobuf, hall.follower_codes(), 1, coming);
  follower.come_in_turn();
  follower.count_in(deliveries);
  deliveries.expect(1);
  actor.when_acknowledged([&](std::uint64_t seq, Nanos due, Nanos) { deliveries.acted(seq, due); });
  follower.follow_acts(actor, seconds, std::nullopt);
  deliveries.settle();
  nothing_may_miss(deliveries);
  const Spread& all = deliveries.each();
  return {.p50_ms = ms(all.at(0.5)), .p90_ms = ms(all.at(0.9)), .worst_ms = ms(all.largest())};
}

/// At the node that writes, shown at another.
Latency by_the_writer(const Nodes& nodes, double seconds) {
  const std::size_t writer = nodes.writer();
  return shown_after(nodes.hall(), nodes.address(writer), nodes.address((writer + 1) % nodes.count()), seconds);
}

/// At one that does not write, shown at one that does not either.
Latency by_another(const Nodes& nodes, double seconds) {
  const std::size_t writer = nodes.writer();
  return shown_after(nodes.hall(), nodes.address((writer + 2) % nodes.count()),
                     nodes.address((writer + 1) % nodes.count()), seconds);
}

struct Way {
  const char* name;
  std::function<Latency()> measure;
  std::vector<Latency> rounds = {};
};

double median(const Way& way, double Latency::* figure) {
  std::vector<double> all;
  for (const Latency& round : way.rounds) all.push_back(round.*figure);
  return median(std::move(all));
}

/// Of the rounds' own, as both were measured side by side.
double median_of_both(const Way& way, const Way& beside, double Latency::* figure,
                      const std::function<double(double, double)>& of) {
  std::vector<double> all;
  for (std::size_t round = 0; round < way.rounds.size(); ++round)
    all.push_back(of(way.rounds[round].*figure, beside.rounds[round].*figure));
  return median(std::move(all));
}

double ratio(const Way& way, const Way& beside, double Latency::* figure) {
  return median_of_both(way, beside, figure, std::divides<>());
}

void measure_in_turn(std::vector<Way*> ways, int rounds) {
  for (Way* way : ways) (void)way->measure();  // warm
  for (int round = 0; round < rounds; ++round)
    for (Way* way : ways) way->rounds.push_back(way->measure());
  for (const Way* way : ways)
    std::printf("  %-52s p50 %6.2f ms   p90 %6.2f ms   the longest %7.2f ms\n", way->name,
                median(*way, &Latency::p50_ms), median(*way, &Latency::p90_ms), median(*way, &Latency::worst_ms));
  std::fflush(stdout);
}

void measure_latency(const Halls& halls, const Sizes& sizes) {
  const Hall& alone = halls.alone.hall();
  const double seconds = sizes.seconds;
  Way embedded{"embedded", [&] { return shown_after(alone, alone.address, alone.address, seconds); }};
  Way one{"one Redis, at the node that writes", [&] { return by_the_writer(halls.one, seconds); }};
  Way one_other{"one Redis, at another node", [&] { return by_another(halls.one, seconds); }};
  Way three{"three, at the node that writes", [&] { return by_the_writer(halls.three, seconds); }};
  Way three_other{"three, at another node", [&] { return by_another(halls.three, seconds); }};
  std::printf("from an act until its patch at another node\n");
  measure_in_turn({&embedded, &one, &one_other, &three, &three_other}, sizes.rounds);
  const double more_ms = median_of_both(three_other, three, &Latency::p50_ms, std::minus<>());
  at_most("nodes_one_p50", ratio(one, embedded, &Latency::p50_ms), "times", 1.5);
  at_most("nodes_three_p50", ratio(three, one, &Latency::p50_ms), "times", 1.2);
  at_most("nodes_three_p90", ratio(three, one, &Latency::p90_ms), "times", 1.0);
  at_most("nodes_forwarded_p50", std::max(more_ms, 0.0), "ms", 0.3);  // more than where it needs no forwarding
}

void measure_without_a_redis(Halls& halls, const Sizes& sizes) {
  Nodes& nodes = halls.three;
  Way all{"three of three, at the node that writes", [&] { return by_the_writer(nodes, sizes.seconds); }};
  Way two{"two of three, at the node that writes", [&] { return by_the_writer(nodes, sizes.seconds); }};
  Way two_other{"two of three, at another node", [&] { return by_another(nodes, sizes.seconds); }};
  std::size_t held = 0;
  for (int round = 0; round < sizes.stops_of_redis; ++round) {
    const std::size_t number = static_cast<std::size_t>(round) % 3;
    all.rounds.push_back(all.measure());
    nodes.redis(number).stop();
    for (Way* way : {&two, &two_other}) {
      way->rounds.push_back(way->measure());
      held += nodes.held();
    }
    nodes.redis(number).start();
    nodes.wait_for_redis(number);
  }
  std::printf("one of three Redis servers is stopped\n");
  measure_in_turn({&all, &two, &two_other}, 0);
  at_most("nodes_redis_stopped_p50", ratio(two, all, &Latency::p50_ms), "times", 1.3);
  at_most("nodes_redis_stopped_held", static_cast<double>(held), "nodes", 0);
}

// ---- many acts

/// One who acts at each of these.
class Actors {
 public:
  Actors(const std::vector<Address>& at, const Hall& hall) {
    for (const Address& address : at) {
      all_.push_back(std::make_unique<Acting>(loop_));
      all_.back()->join(address, hall.code_of("chair"));
      all_.back()->when_acknowledged([this](std::uint64_t seq, Nanos due, Nanos then) {
        acknowledged_.add(then - due);
        first_ = first_ == 0 ? seq : std::min(first_, seq);
        last_ = std::max(last_, seq);
      });
    }
  }

  /// The next of them acts.
  void act(Nanos due) { all_[next_++ % all_.size()]->act(due); }
  [[nodiscard]] std::size_t unanswered() const {
    std::size_t sum = 0;
    for (const auto& one : all_) sum += one->unanswered();
    return sum;
  }
  /// At a rate, from `begin` on until `end`, each act at its own instant whatever became of the others.
  void act_at(double acts_a_second, Nanos begin, Nanos end) {
    for (std::uint64_t number = 0;; ++number) {
      const Nanos due = begin + nanos_of(static_cast<double>(number) / acts_a_second);
      if (due >= end) return;
      loop_.run_to(due);
      act(due);
    }
  }
  void keep_under_way(std::size_t count, Nanos until) {
    while (now_ns() < until) {
      while (unanswered() < count) act(now_ns());
      loop_.run_until([&] { return unanswered() < count; }, until);
    }
  }
  void finish() {
    for (const auto& one : all_) one->finish();
  }

  [[nodiscard]] const Spread& acknowledged() const { return acknowledged_; }
  void forget() { acknowledged_ = {}; }
  [[nodiscard]] std::uint64_t commits() const { return last_ - first_ + 1; }

 private:
  Loop loop_;
  std::vector<std::unique_ptr<Acting>> all_;
  std::size_t next_ = 0;
  Spread acknowledged_;
  std::uint64_t first_ = 0;
  std::uint64_t last_ = 0;
};

double p99_at_rate(const std::vector<Address>& at, const Hall& hall, double seconds) {
  Actors actors(at, hall);
  const Nanos begin = now_ns();
  actors.act_at(rate, begin, begin + nanos_of(seconds));
  actors.finish();
  return ms(actors.acknowledged().at(0.99));
}

struct Pressed {
  double acts_a_second = 0;
  double acts_a_commit = 0;
};

Pressed press_of(const std::vector<Address>& at, const Hall& hall, double seconds) {
  Actors actors(at, hall);
  const Nanos begin = now_ns();
  actors.keep_under_way(under_way, begin + nanos_of(seconds));
  actors.finish();
  const auto acts = static_cast<double>(actors.acknowledged().count());
  return {.acts_a_second = acts * 1e9 / static_cast<double>(now_ns() - begin),
          .acts_a_commit = acts / static_cast<double>(actors.commits())};
}

void measure_many_acts(const Halls& halls, const Sizes& sizes) {
  const Hall& alone = halls.alone.hall();
  const auto at_alone = halls.alone_three_times();
  const auto at_nodes = halls.three.addresses();
  std::vector<double> alone_p99, nodes_p99, p99_ratios, alone_acts, nodes_acts, nodes_commits, acts_ratios;
  for (int round = 0; round < sizes.rate_rounds; ++round) {
    alone_p99.push_back(p99_at_rate(at_alone, alone, sizes.rate_seconds));
    nodes_p99.push_back(p99_at_rate(at_nodes, halls.three.hall(), sizes.rate_seconds));
    p99_ratios.push_back(nodes_p99.back() / alone_p99.back());
    alone_acts.push_back(press_of(at_alone, alone, sizes.press_seconds).acts_a_second);
    const Pressed nodes = press_of(at_nodes, halls.three.hall(), sizes.press_seconds);
    rest();
    nodes_acts.push_back(nodes.acts_a_second);
    nodes_commits.push_back(nodes.acts_a_commit);
    acts_ratios.push_back(nodes_acts.back() / alone_acts.back());
  }
  std::printf("%g acts a second, by three: acknowledged p99, embedded %.2f ms, over three nodes %.2f ms\n", rate,
              median(alone_p99), median(nodes_p99));
  std::printf("%zu acts under way, by three: embedded %.0f a second, over three nodes %.0f, %.1f acts a commit\n",
              under_way, median(alone_acts), median(nodes_acts), median(nodes_commits));
  at_most("nodes_rate_p99", median(p99_ratios), "times", 2);
  at_least("nodes_press", median(acts_ratios), "times", 0.5);
  std::fflush(stdout);
}

// ---- who writes ends

/// How far a node's clock shows more than this machine's monotonic one, in ms.
double clock_of(const Address& at, const std::string& code) {
  const auto client = client::Client::connect({.port = at.port}, client::Codec::protobuf);
  if (!client || !(*client)->sign_in(code)) throw Failed("nobody can ask what a node's clock shows");
  double shows = 0;
  Nanos fastest = answer_within;
  for (int probe = 0; probe < probes_most && fastest > probe_is_fast; ++probe) {
    const Nanos asked = now_ns();
    const auto reply = (*client)->probe(0);
    const Nanos answered = now_ns();
    if (!reply) throw Failed("a node does not tell what its clock shows");
    if (answered - asked >= fastest) continue;
    fastest = answered - asked;
    shows = static_cast<double>(reply->server_at()) - ms(asked + fastest / 2);
  }
  return shows;
}

double clocks_apart(const Nodes& nodes) {
  std::vector<double> all;
  for (std::size_t number = 0; number < nodes.count(); ++number)
    all.push_back(clock_of(nodes.address(number), nodes.hall().code_of("chair")));
  const auto [least, most] = std::ranges::minmax(all);
  return most - least;
}

/// From the end of the node that writes until one who acts at another right then is acknowledged, in seconds.
double acts_again_after(Nodes& nodes, std::size_t writer, std::size_t at) {
  Loop loop;
  Acting actor(loop);
  actor.join(nodes.address(at), nodes.hall().code_of("chair"));
  Nanos acknowledged_at = 0;
  actor.when_acknowledged([&](std::uint64_t, Nanos, Nanos then) { acknowledged_at = then; });
  nodes.signal(writer, SIGKILL);
  const Nanos killed_at = now_ns();
  actor.act(killed_at);
  actor.finish();
  return ms(acknowledged_at - killed_at) / 1e3;
}

void measure_kills(Nodes& nodes, const Sizes& sizes) {
  std::vector<double> took, apart;
  for (int kill = 0; kill < sizes.kills; ++kill) {
    const std::size_t writer = nodes.writer();
    const std::size_t other = (writer + 1 + static_cast<std::size_t>(kill) % 2) % nodes.count();
    took.push_back(acts_again_after(nodes, writer, other));
    nodes.restart(writer);
    apart.push_back(clocks_apart(nodes));
  }
  std::printf("the node that writes is killed, %d times: the first act after %.2f s, at the longest %.2f s\n",
              sizes.kills, median(took), worst(took));
  std::printf("the nodes' clocks, after each: apart %.1f ms, at the most %.1f ms\n", median(apart), worst(apart));
  at_most("nodes_killed_median", median(took), "s", 1.8);
  at_most("nodes_killed_worst", worst(took), "s", 2.5);
  at_most("nodes_clocks", worst(apart), "ms", 50);
  std::fflush(stdout);
}

/// How long an act waited at most at the other nodes, while the one that writes was stopped in order.
double longest_wait(Nodes& nodes, std::size_t writer) {
  std::vector<Address> others;
  for (std::size_t number = 0; number < nodes.count(); ++number)
    if (number != writer) others.push_back(nodes.address(number));
  Actors actors(others, nodes.hall());
  const Nanos begin = now_ns();
  const Nanos stopped_at = begin + nanos_of(before_hand_over);
  actors.act_at(hand_over_rate, begin, stopped_at);
  actors.forget();
  nodes.signal(writer, SIGTERM);
  actors.act_at(hand_over_rate, stopped_at, stopped_at + nanos_of(after_hand_over));
  actors.finish();
  return ms(actors.acknowledged().largest());
}

void measure_hand_overs(Nodes& nodes, const Sizes& sizes) {
  std::vector<double> waits;
  for (int stop = 0; stop < sizes.hand_overs; ++stop) {
    const std::size_t writer = nodes.writer();
    waits.push_back(longest_wait(nodes, writer));
    nodes.restart(writer);
  }
  std::printf("it is stopped in order, %d times: the longest wait of an act at another %.0f ms, the worst %.0f ms\n",
              sizes.hand_overs, median(waits), worst(waits));
  at_most("nodes_hand_over_worst", worst(waits), "ms", 150);
  std::fflush(stdout);
}

// ---- many who follow

/// So many who follow one server, and one who acts there or at another.
class Following {
 public:
  Following(Loop& loop, const Hall& hall, const Address& acts_at, const Address& follows_at, pid_t server,
            std::size_t followers)
      : server_(server),
        actor_(loop),
        crowd_(loop, follows_at, Codec::protobuf, hall.follower_codes(), followers, coming_) {
    actor_.join(acts_at, hall.code_of("chair"));
    crowd_.come_in_turn();
    crowd_.count_in(deliveries_);
    deliveries_.expect(followers);
    actor_.when_acknowledged([this](std::uint64_t seq, Nanos due, Nanos) { deliveries_.acted(seq, due); });
  }

  /// Of the server that is followed, in microseconds.
  double processor_time_of_a_delivery(double seconds) {
    const std::uint64_t before = deliveries_.count();
    const Meter meter(server_);
    crowd_.follow_acts(actor_, seconds, delivery_rate);
    const Usage usage = meter.read();
    nothing_may_miss(deliveries_);
    return static_cast<double>(usage.server) / 1e3 / static_cast<double>(deliveries_.count() - before);
  }

 private:
  pid_t server_;
  Deliveries coming_, deliveries_;
  Acting actor_;
  Crowd crowd_;
};

void measure_deliveries(const Halls& halls, const Sizes& sizes) {
  const Hall& alone = halls.alone.hall();
  const Nodes& nodes = halls.three;
  const std::size_t writer = nodes.writer();
  const std::size_t other = (writer + 1) % nodes.count();
  Loop loop;
  Following embedded(loop, alone, alone.address, alone.address, *alone.server, sizes.followers);
  Following follower(loop, nodes.hall(), nodes.address(writer), nodes.address(other), nodes.process(other),
                     sizes.followers);
  std::vector<double> embedded_us, follower_us, ratios;
  for (int round = 0; round < sizes.delivery_rounds; ++round) {
    embedded_us.push_back(embedded.processor_time_of_a_delivery(sizes.delivery_seconds));
    follower_us.push_back(follower.processor_time_of_a_delivery(sizes.delivery_seconds));
    ratios.push_back(follower_us.back() / embedded_us.back());
  }
  std::printf("%zu who follow, %g acts a second: CPU of a delivery, embedded %.2f us, at a node that follows %.2f us\n",
              sizes.followers, delivery_rate, median(embedded_us), median(follower_us));
  at_most("nodes_delivery_cpu", median(ratios), "times", 1.05);
  std::fflush(stdout);
}

// ---- all of it

struct Part {
  const char* name;
  std::function<void(Halls&, const Sizes&)> measure;
};

const std::array<Part, 6> parts{{
    {"latency", [](Halls& halls, const Sizes& sizes) { measure_latency(halls, sizes); }},
    {"acts", [](Halls& halls, const Sizes& sizes) { measure_many_acts(halls, sizes); }},
    {"deliveries", [](Halls& halls, const Sizes& sizes) { measure_deliveries(halls, sizes); }},
    {"redis", [](Halls& halls, const Sizes& sizes) { measure_without_a_redis(halls, sizes); }},
    {"kills", [](Halls& halls, const Sizes& sizes) { measure_kills(halls.three, sizes); }},
    {"hand-overs", [](Halls& halls, const Sizes& sizes) { measure_hand_overs(halls.three, sizes); }},
}};

int misused(const std::string& argument) {
  std::string names;
  for (const Part& part : parts) names += std::string(" ") + part.name;
  std::fprintf(stderr, "bench_nodes: unknown argument: %s\nThere are --quick, and the parts:%s\n", argument.c_str(),
               names.c_str());
  return 2;
}

}  // namespace

int main(int count, char** arguments) {
  Sizes sizes;
  std::vector<const Part*> chosen;
  for (const std::string& argument : std::vector<std::string>(arguments + 1, arguments + count)) {
    const auto* part = std::ranges::find(parts, argument, &Part::name);
    if (argument == "--quick")
      sizes = quick;
    else if (part != parts.end())
      chosen.push_back(part);
    else
      return misused(argument);
  }
  if (chosen.empty())
    for (const Part& part : parts) chosen.push_back(&part);
  try {
    need_open_files(2 * sizes.followers + 500);
    Halls halls(sizes.followers);
    for (const Part* part : chosen) part->measure(halls, sizes);
  } catch (const std::exception& failed) {
    std::fprintf(stderr, "bench_nodes: %s\n", failed.what());
    return 1;
  }
  return 0;
}
