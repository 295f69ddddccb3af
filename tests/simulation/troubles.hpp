// What goes wrong in a world, each sort again and again at the mean time that its setting says, until the world is
// quiet. Some of it is chance alone; some is made to measure for what the agreed ledger must survive, since chance
// would seldom do it (docs/several-nodes.md).
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "simulation/client.hpp"
#include "simulation/servers.hpp"

namespace rostrum::simulation {

class Troubles {
 public:
  /// All outlives it.
  struct Around {
    Loop& loop;
    Trace& trace;
    const Setting& setting;
    const std::vector<std::unique_ptr<Node>>& nodes;
    const std::vector<std::unique_ptr<Client>>& clients;
    Servers* servers;             // none: the node has a journal of its own
    std::function<bool()> quiet;  // no more
  };

  Troubles(Around around, Chance chance) : around_(std::move(around)), chance_(std::move(chance)) {}

  void begin();

 private:
  void begin_with_servers();
  void again_and_again(const std::optional<Millis>& every, std::function<void()> trouble);
  void crash(Node& node);
  void wipe_one();
  [[nodiscard]] bool may_lose_all(ledger::ServerNumber number);
  void strand();
  void usurp();
  void inherit();
  void forget();
  void late_vote();
  void hold_back();
  void forge();
  void insist(Node& node);

  [[nodiscard]] Node* writer();
  [[nodiscard]] Node& other_than(const Node& node);
  [[nodiscard]] bool several() const { return around_.servers->count() >= 3 && around_.nodes.size() >= 2; }
  void later(Millis span, std::function<void()> then) { around_.loop.after(span, chance_, std::move(then)); }

  Around around_;
  Chance chance_;
};

}  // namespace rostrum::simulation
