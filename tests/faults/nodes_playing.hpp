// A round among nodes as its kind sees it (nodes_kinds.hpp): the world, and what the hall can be let do meanwhile.
#pragma once

#include <functional>
#include <vector>

#include "faults/hall.hpp"
#include "faults/nodes_round.hpp"
#include "faults/now_and_then.hpp"

namespace rostrum::faults {

struct NodesKind;

class NodesPlaying {
 public:
  using Span = std::chrono::milliseconds;
  using Time = std::chrono::steady_clock::time_point;

  NodesPlaying(const NodesPlan& plan, const NodesKind& kind, std::uint64_t seed);
  NodesOutcome play();

  [[nodiscard]] World& world() { return world_; }
  [[nodiscard]] Hall& hall() { return hall_; }
  [[nodiscard]] robots::Dice& dice() { return dice_; }
  /// The disk that the kind has is this one's.
  [[nodiscard]] std::size_t on_disk() const { return on_disk_; }

  // ---- letting the hall go on: false where something has failed, which is told
  bool go_on_until(const std::function<bool()>& enough, const std::string& what);
  bool go_on_for(Span span);
  /// So many acts more are acknowledged.
  bool go_on_acting(std::size_t acts);

  // ---- what the kinds are made of
  /// The node that writes; where none does, it waits for one. Of those that are up.
  [[nodiscard]] std::optional<std::size_t> writer(std::optional<std::size_t> but = std::nullopt);
  /// One that does not.
  [[nodiscard]] std::optional<std::size_t> follower();
  void kill(std::size_t node);
  void kill_server(std::size_t server);
  /// Starts it, and waits until it is ready.
  bool start(std::size_t node);
  bool start_server(std::size_t server);
  /// The proxy kills the node at that point of a commit.
  bool strike(Strike strike);
  /// As a client does whose node is of no use to it any more.
  void send_on_clients_of(std::size_t node);
  bool ends_in_order(std::size_t node);
  bool server_ends_in_order(std::size_t server);
  /// Somebody who only looks on has come in at that node, and follows: their place in the hall.
  std::optional<std::size_t> newcomer_at(std::size_t node);
  /// Whether the node calls itself ready; false where it stands still or is down.
  [[nodiscard]] bool calls_itself_ready(std::size_t node);
  /// Every server that is up is used by every node that is up.
  bool until_all_are_in_touch();

  /// From here on it counts what clients notice.
  void fault_begins() { fault_began_ = std::chrono::steady_clock::now(); }
  /// Of a node that clients cannot know to be of no use, so that they do not go elsewhere.
  void leave_out_clients_of(std::size_t node) { left_out_ = node; }
  void notice(std::string what) { outcome_.noticed.push_back(std::move(what)); }
  /// Of a span that was to be no longer than so much.
  void notice(const std::string& what, Span span, Span goal);
  void fail(std::string why) { outcome_.failures.push_back(std::move(why)); }
  [[nodiscard]] bool failed() const { return !outcome_.failures.empty(); }

 private:
  bool prepare();
  bool come_to_life();
  void live_again();
  void settle();
  void tell_waits();
  void end_nodes();
  void check();
  [[nodiscard]] WorldPlan world_plan() const;

  const NodesPlan& plan_;
  const NodesKind& kind_;
  robots::Dice dice_;
  std::size_t on_disk_;
  NodesOutcome outcome_;
  World world_;
  Hall hall_;
  robots::Setting setting_;
  std::vector<robots::Setting> of_nodes_;  // of newcomers
  Time fault_began_{};
  std::optional<std::size_t> left_out_;
  std::uint64_t settled_at_ = 0;  // the commit that everybody held in the end
  SessionId session_;             // of the programme
};

}  // namespace rostrum::faults
