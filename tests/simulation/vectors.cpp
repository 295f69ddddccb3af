#include "simulation/vectors.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/assert.hpp"
#include "client/store.hpp"
#include "simulation/world.hpp"
#include "wire/json.hpp"

namespace rostrum::simulation {

namespace {

using Items = std::vector<v1::ServerItem>;

constexpr std::size_t items_most = 60;
constexpr std::size_t patches_least = 12;
constexpr std::uint64_t seeds_most = 2'000;

/// Of whom vectors are made: who is sent what differs.
struct Wanted {
  std::string_view name;
  views::Audience audience;
  bool with_private;
};
constexpr std::array wanted{
    Wanted{"a delegate that comes back", views::Audience::delegate, true},
    Wanted{"a chair that comes back", views::Audience::desk, false},
    Wanted{"a display that comes back", views::Audience::public_, false},
};

bool of_the_store(const v1::ServerItem& item) {
  return item.has_hello() || item.has_snapshot() || item.has_patch() || item.has_private_snapshot() ||
         item.has_private_patch();
}

/// Whether a store has to let go of what it held, and not by a patch: of entities that a later snapshot does not have,
/// and, where that is wanted, of what is private where its client is greeted and has not resumed.
bool lets_go(const Items& items, bool with_private) {
  client::Store store;
  bool snapshot_drops = false, hello_drops = false;
  for (const v1::ServerItem& item : items) {
    const client::Entities shared = store.entities();
    const bool held_private = !store.private_entities().empty();
    if (!store.apply(item)) return false;
    hello_drops |= item.has_hello() && !item.hello().resumed() && held_private;
    snapshot_drops |= item.has_snapshot() && std::ranges::any_of(shared, [&](const auto& held) {
                        return !store.entities().contains(held.first);
                      });
  }
  return snapshot_drops && (hello_drops || !with_private);
}

/// Whether there is enough in it: a resumed line, patches with removals, what is private where that is wanted, and what
/// a store has to let go of.
bool tells_enough(const Items& items, bool with_private) {
  const auto count = [&](auto what) { return static_cast<std::size_t>(std::ranges::count_if(items, what)); };
  return lets_go(items, with_private) && count([](const auto& item) { return item.hello().resumed(); }) > 0 &&
         count([](const auto& item) { return item.has_patch(); }) >= patches_least &&
         count([](const auto& item) { return item.patch().removals_size() > 0; }) > 0 &&
         (!with_private || (count([](const auto& item) { return item.private_patch().upserts_size() > 0; }) > 0 &&
                            count([](const auto& item) { return item.private_patch().removals_size() > 0; }) > 0));
}

/// What the first client was sent of whom that can be told.
Items found(const Wanted& who) {
  for (std::uint64_t seed = 1; seed <= seeds_most; ++seed) {
    std::map<std::string, Items> sent;
    (void)simulate(seed, {.line = {}, .item = [&](const Client& client, const v1::ServerItem& item) {
                            Items& items = sent[client.name()];
                            if (client.audience() == who.audience && of_the_store(item) && items.size() < items_most)
                              items.push_back(item);
                          }});
    for (auto& [name, items] : sent)
      if (tells_enough(items, who.with_private)) return std::move(items);
  }
  ROSTRUM_ASSERT(false);
}

/// Every fifth patch comes once more, and before every seventh the one after it is tried, which a store refuses.
Items with_strays(const Items& items) {
  Items all;
  int patches = 0;
  for (const v1::ServerItem& item : items) {
    if (item.has_patch() && ++patches % 7 == 0) {
      all.push_back(item);
      all.back().mutable_patch()->set_seq(item.patch().seq() + 1);
    }
    all.push_back(item);
    if (item.has_patch() && patches % 5 == 0) all.push_back(item);
  }
  return all;
}

std::string keys_of(const client::Entities& entities) {
  std::vector<std::string> keys;
  for (const auto& [key, entity] : entities) keys.push_back('"' + key + '"');
  return fmt::format("[{}]", fmt::join(keys, ", "));
}

std::string entities_of(const client::Entities& entities) {
  std::vector<std::string> all;
  for (const auto& [key, entity] : entities) all.push_back("    " + wire::json_of(entity));
  return fmt::format("[\n{}\n  ]", fmt::join(all, ",\n"));
}

std::string vector_of(std::string_view name, const Items& items) {
  client::Store store;
  std::vector<std::string> steps;
  for (const v1::ServerItem& item : items) {
    const bool taken = store.apply(item);
    steps.push_back(fmt::format(R"(    {{"item": {}, "taken": {}, "seq": {}, "keys": {}, "own": {}}})",
                                wire::json_of(item), taken, store.seq(), keys_of(store.entities()),
                                keys_of(store.private_entities())));
  }
  return fmt::format(
      "{{\n  \"name\": \"{}\",\n  \"steps\": [\n{}\n  ],\n  \"position\": {},\n  \"entities\": {},\n  \"own\": {}\n}}",
      name, fmt::join(steps, ",\n"), store.position() ? wire::json_of(*store.position()) : "null",
      entities_of(store.entities()), entities_of(store.private_entities()));
}

}  // namespace

std::string store_vectors() {
  std::vector<std::string> vectors;
  for (const Wanted& who : wanted) vectors.push_back(vector_of(who.name, with_strays(found(who))));
  return fmt::format("[{}]\n", fmt::join(vectors, ",\n"));
}

}  // namespace rostrum::simulation
