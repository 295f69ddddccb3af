// What it costs to tell everyone, beside the least that it could cost: for 200, 2,000 and 10,000 clients the server and
// a bare epoll loop (bare_loop.cpp) that sends the very bytes that the server has sent, in turn, in pairs. Then all
// drop and come back at once, to both. Figures are the medians of the pairs.
//
//   bench_fanout [CLIENTS ...]
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <vector>

#include "bench/recording.hpp"
#include "load/failed.hpp"
#include "load/profiles.hpp"

using namespace rostrum;
using namespace rostrum::load;

namespace {

constexpr std::size_t goals_for = 2'000;
constexpr double cpu_goal = 1.7;         // of the server, times that of the bare loop
constexpr double resident_goal = 8'192;  // bytes a connection
constexpr double storm_goal = 3;         // of the server's time, times that of the bare loop
constexpr std::size_t warm_up_clients = 20;

/// How a number of clients is measured: the same acts for each pair, so many that a pair takes seconds.
struct Size {
  std::size_t clients;
  double rate;
  double seconds;
  int pairs;
};

Size size_of(std::size_t clients) {
  if (clients > 5'000) return {clients, 4, 5, 3};
  return {clients, 20, 4, 3};
}

struct Figures {
  double cpu_us = 0;       // of a delivery
  double last_ms = 0;      // until the last had it, at the median
  double resident = 0;     // bytes a connection
  double snapshot_ms = 0;  // until all were back that were never there
  double resumed_ms = 0;   // and that stood where the server is
};

/// The one who acts on the bare loop: whatever it sends is an act.
class BareActor final : public Line, public Actor {
 public:
  BareActor(Loop& loop, std::uint64_t seq, Deliveries& deliveries)
      : Line(loop, Codec::protobuf),
        seq_(seq),
        deliveries_(deliveries) {}

  void act(Nanos due) override {
    send("act");
    deliveries_.acted(++seq_, due);
  }
  [[nodiscard]] std::size_t unanswered() const override { return 0; }
  [[nodiscard]] std::uint64_t last() const override { return seq_; }
  [[nodiscard]] bool joined() const { return joined_; }

 private:
  void opened() override { send(sign_in(Codec::protobuf, "ACTOR", {}, 0)); }
  void received(std::string_view, Nanos) override { joined_ = true; }
  void ended(const std::string& why) override { throw Failed("the bare loop: " + why); }

  std::uint64_t seq_;
  Deliveries& deliveries_;
  bool joined_ = false;
};

void nothing_may_miss(const Deliveries& deliveries) {
  if (deliveries.missing + deliveries.out_of_order + deliveries.lost.size() + deliveries.snapshots == 0) return;
  throw Failed("missing: " + std::to_string(deliveries.missing) +
               ", out of order: " + std::to_string(deliveries.out_of_order) + ", snapshots in between: " +
               std::to_string(deliveries.snapshots) + ", lost: " + std::to_string(deliveries.lost.size()));
}

/// One who joins as the crowd does, and keeps what it is sent.
class Witness {
 public:
  Witness(Loop& loop, const Address& address, const std::string& code)
      : loop_(loop),
        address_(address),
        follower_(loop, Codec::protobuf, code, deliveries_) {}

  std::string join(bool with_position) {
    std::string all;
    follower_.leave();
    follower_.record([&](std::string frame) { all += frame; });
    follower_.join(address_, 0, with_position);
    if (!loop_.run_until([&] { return follower_.follows(); }, now_ns() + 10 * second_ns))
      throw Failed("the witness cannot follow");
    follower_.record({});
    return all;
  }

  /// What is private to it goes with the patch that follows.
  void record(std::vector<std::string>& patches) {
    follower_.record([&](std::string frame) {
      private_ += frame;
      bool is_patch = false;
      const std::string_view message = std::string_view(frame).substr(head_of(frame)->header_bytes);
      if (!scan(Codec::protobuf, message, [&](const Item& item) { is_patch |= item.kind == Item::Kind::patch; }))
        throw Failed("the witness cannot read what it is sent");
      if (is_patch) patches.push_back(std::exchange(private_, {}));
    });
  }
  [[nodiscard]] std::uint64_t seq() const { return follower_.seq(); }

 private:
  Loop& loop_;
  const Address address_;
  Deliveries deliveries_;
  std::string private_;
  Follower follower_;
};

/// Acts, then both storms: the same for server and bare loop.
void measure(const Size& size, Crowd& crowd, Actor& actor, Deliveries& deliveries, pid_t process, Figures& figures) {
  deliveries.expect(size.clients);
  const Meter meter(process);
  crowd.follow_acts(actor, size.seconds, size.rate);
  const Usage usage = meter.read();
  deliveries.settle();
  figures.cpu_us = static_cast<double>(usage.server) / 1e3 / static_cast<double>(deliveries.count());
  figures.last_ms = static_cast<double>(deliveries.last().at(0.5)) / 1e6;
  for (const bool with_position : {false, true}) {
    crowd.leave();
    const double ms = static_cast<double>(crowd.come_at_once(with_position, 0).largest()) / 1e6;
    (with_position ? figures.resumed_ms : figures.snapshot_ms) = ms;
    if (crowd.resumed() != (with_position ? size.clients : 0))
      throw Failed("who came back was not sent what it should be");
  }
  nothing_may_miss(deliveries);
}

Figures measure_server(const Size& size, bench::Recording& recording) {
  const OwnHall own(size.clients, council_programme(), {});
  const Hall& hall = own.hall();
  Figures figures;
  Loop loop;
  Deliveries coming, deliveries;
  Chair chair(loop);
  chair.prepare(hall.address, hall.code_of("chair"), listed);
  Crowd warm_up(loop, hall.address, Codec::protobuf, hall.follower_codes(), warm_up_clients, coming);
  Crowd crowd(loop, hall.address, Codec::protobuf, hall.follower_codes(), size.clients, coming);
  figures.resident = static_cast<double>(resident_bytes_a_connection(hall, loop, chair, warm_up, crowd));
  crowd.wait_for(chair.last());
  crowd.count_in(deliveries);

  Witness witness(loop, hall.address, hall.delegation_codes().front());
  recording = {.join = witness.join(false), .resume = witness.join(true), .patches = {}};
  witness.record(recording.patches);
  chair.when_acknowledged([&](std::uint64_t seq, Nanos due) { deliveries.acted(seq, due); });
  measure(size, crowd, chair, deliveries, *hall.server, figures);
  return figures;
}

Figures measure_bare(const Size& size, const bench::Recording& recording) {
  const Folder folder;
  bench::write(recording, folder.path() / "recording");
  Process process({ROSTRUM_BARE_LOOP, folder.path() / "recording"}, folder.path() / "errors");
  const std::string at = process.wait_for("Bare loop is ready at http://127.0.0.1:");
  const Address address{.host = "127.0.0.1", .port = static_cast<std::uint16_t>(std::stoi(at))};
  Figures figures;
  Loop loop;
  Deliveries deliveries;
  Witness witness(loop, address, "WITNESS1");
  witness.join(false);
  BareActor actor(loop, witness.seq(), deliveries);  // the first recorded patch follows what the recorded join says
  actor.connect(address, 0);
  if (!loop.run_until([&] { return actor.joined(); }, now_ns() + 10 * second_ns))
    throw Failed("the bare loop is silent");
  const auto before = resident_bytes(process.id());
  Crowd crowd(loop, address, Codec::protobuf, {"FOLLOWER"}, size.clients, deliveries);
  crowd.come_in_turn();
  figures.resident = static_cast<double>(resident_bytes(process.id()) - before) / static_cast<double>(size.clients);
  try {
    measure(size, crowd, actor, deliveries, process.id(), figures);
  } catch (const Failed& failed) {
    throw Failed(std::string(failed.what()) + "; " + process.errors());
  }
  return figures;
}

using Pairs = std::vector<std::pair<Figures, Figures>>;

double median(const Pairs& pairs, const std::function<double(const Figures& server, const Figures& bare)>& of) {
  std::vector<double> all;
  for (const auto& [server, bare] : pairs) all.push_back(of(server, bare));
  std::ranges::sort(all);
  return all[all.size() / 2];
}

void row(const Pairs& pairs, const char* name, double Figures::* figure) {
  std::printf("  %-42s server %9.2f   bare %9.2f   ratio %6.2f\n", name,
              median(pairs, [&](auto& server, auto&) { return server.*figure; }),
              median(pairs, [&](auto&, auto& bare) { return bare.*figure; }),
              median(pairs, [&](auto& server, auto& bare) { return server.*figure / bare.*figure; }));
}

void goal(const char* name, double figure, const char* unit, double most) {
  std::printf("goal %s: %.2f %s (goal <= %g): %s\n", name, figure, unit, most, figure <= most ? "met" : "not met");
}

Pairs measured(const Size& size) {
  Pairs pairs;
  for (int count = 0; count < size.pairs; ++count) {
    bench::Recording recording;
    const Figures server = measure_server(size, recording);
    pairs.emplace_back(server, measure_bare(size, recording));
  }
  return pairs;
}

}  // namespace

int main(int count, char** arguments) {
  std::vector<std::size_t> sizes;
  for (int at = 1; at < count; ++at) sizes.push_back(static_cast<std::size_t>(std::max(std::atoi(arguments[at]), 1)));
  if (sizes.empty()) sizes = {200, goals_for, 10'000};
  Pairs of_goals;
  try {
    for (const std::size_t clients : sizes) {
      need_open_files(clients + 300);
      const Size size = size_of(clients);
      const Pairs pairs = measured(size);
      std::printf("%zu clients, %g acts a second, %d pairs\n", clients, size.rate, size.pairs);
      row(pairs, "CPU a delivery, us", &Figures::cpu_us);
      row(pairs, "until the last has it, p50, ms", &Figures::last_ms);
      std::printf("  %-42s server %9.0f   bare %9.0f\n", "resident a connection, bytes",
                  median(pairs, [](auto& server, auto&) { return server.resident; }),
                  median(pairs, [](auto&, auto& bare) { return bare.resident; }));
      row(pairs, "storm with a snapshot for each, ms", &Figures::snapshot_ms);
      row(pairs, "storm of those who missed nothing, ms", &Figures::resumed_ms);
      std::fflush(stdout);
      if (clients == goals_for) of_goals = pairs;
    }
  } catch (const std::exception& failed) {
    std::fprintf(stderr, "bench_fanout: %s\n", failed.what());
    return 1;
  }
  if (of_goals.empty()) return 0;
  const auto ratio = [&](double Figures::* figure) {
    return median(of_goals, [&](auto& server, auto& bare) { return server.*figure / bare.*figure; });
  };
  goal("fanout_cpu_2000", ratio(&Figures::cpu_us), "times", cpu_goal);
  goal("fanout_resident_2000", median(of_goals, [](auto& server, auto&) { return server.resident; }), "bytes",
       resident_goal);
  goal("storm_snapshot_2000", ratio(&Figures::snapshot_ms), "times", storm_goal);
  goal("storm_resumed_2000", ratio(&Figures::resumed_ms), "times", storm_goal);
  return 0;
}
