#include "integration/support/pictures.hpp"

#include <catch2/catch.hpp>

#include <map>

#include "base/digest.hpp"
#include "council/evolve.hpp"
#include "views/views.hpp"
#include "wire/frames.hpp"
#include "wire/stored.hpp"

namespace rostrum::test {

namespace {

std::string name_of(const views::Viewer& viewer) {
  if (const auto* audience = std::get_if<views::Audience>(&viewer)) return std::string(views::name(*audience));
  return std::get<DelegationId>(viewer).value;
}

std::string json(wire::Entities entities) {
  return wire::encode(wire::Codec::json, wire::PrivateSnapshot{.entities = std::move(entities)});
}

class Picturing {
 public:
  explicit Picturing(std::uint64_t every) : every_(every) {}

  void take(Seq seq, const wire::Commit& commit) {
    for (std::uint32_t index = 0; index < commit.acts.size(); ++index)
      for (const council::Event& event : commit.acts[index].events)
        council::evolve(state_, event, {{seq, index}, commit.acts[index].at, commit.acts[index].actor});
    note_floors(seq);
    if (seq.value % every_ != 0) return;
    const std::string all = rest();
    pictures_.rest_made += std::to_string(seq.value) + " " + hex(as_bytes(sha256(all))) + "\n";
  }

  Pictures end() {
    pictures_.rest = rest();
    return std::move(pictures_);
  }

 private:
  [[nodiscard]] std::vector<views::Viewer> viewers() const {
    std::vector<views::Viewer> viewers;
    for (int audience = 0; audience < views::audience_count; ++audience)
      viewers.emplace_back(static_cast<views::Audience>(audience));
    for (const DelegationId& id : state_.delegation_order) viewers.emplace_back(id);
    return viewers;
  }

  /// A line for each viewer who sees anything.
  [[nodiscard]] std::string rest() const {
    std::string all;
    for (const views::Viewer& viewer : viewers()) {
      auto entities = views::project(state_, viewer);
      std::erase_if(entities, [](const auto& each) { return each.first.kind == views::KeyKind::floor; });
      if (!entities.empty()) all += name_of(viewer) + " " + json(std::move(entities)) + "\n";
    }
    return all;
  }

  void note_floors(Seq seq) {
    for (int audience = 0; audience < views::audience_count; ++audience) {
      for (const PanelId& panel : state_.panel_order) {
        const views::Viewer viewer = static_cast<views::Audience>(audience);
        const views::Key key{.kind = views::KeyKind::floor, .id = panel.value};
        const auto floor = views::render(state_, key, viewer);
        std::string now = name_of(viewer) + " " + (floor ? json({{key, *floor}}) : key.text() + " is not seen");
        std::string& before = floors_[{audience, panel}];
        if (now == before) continue;
        pictures_.floors += std::to_string(seq.value) + " " + now + "\n";
        before = std::move(now);
      }
    }
  }

  std::uint64_t every_;
  council::State state_;
  std::map<std::pair<int, PanelId>, std::string> floors_;
  Pictures pictures_;
};

}  // namespace

Pictures pictures_of(journal::Journal& journal, std::uint64_t pictured_every) {
  Picturing picturing(pictured_every);
  const auto read = journal.read({1}, [&](Seq seq, wire::StoredView stored) {
    const auto commit = wire::decode_commit(stored);
    if (!commit) FAIL("commit " << seq.value << ": " << commit.error());
    picturing.take(seq, *commit);
    return true;
  });
  if (!read) FAIL("commit " << read.error().seq.value << ": " << read.error().why);
  return picturing.end();
}

}  // namespace rostrum::test
