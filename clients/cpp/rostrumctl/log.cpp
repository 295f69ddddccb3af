#include <iostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "base/characters.hpp"
#include "commands.hpp"
#include "council/told.hpp"
#include "programme/zone.hpp"
#include "replay.hpp"
#include "sentence.hpp"

namespace rostrum::ctl {

namespace {

using namespace council;
using Json = nlohmann::ordered_json;

/// Whether an event concerns a panel: its own, or one of its meeting.
bool concerns(const State& state, const Event& event, const PanelId& panel) {
  if (const auto told = council::told(state, event); told.panel) return told.panel == panel;
  return std::visit(
      [&]<class Happened>(const Happened& happened) {
        if constexpr (requires { happened.meeting; })
          return state.panels.at(panel).plan.meeting == happened.meeting;
        else
          return false;  // the session's creation, notices, sign-ins
      },
      event);
}

class Log {
 public:
  explicit Log(const LogOptions& options) : options_(options) {}

  void tell(const State& state, const wire::StoredAct& act, const Stamp& stamp, const Event& event) {
    if (!zone_) zone_ = programme::Zone::named(state.session.timezone);
    if (!options_.json && council::told(state, event).follows) return;
    if (options_.panel && !concerns(state, event, {*options_.panel})) return;
    const auto text = sentence(state, event, [this](Instant at) { return shown(at, ' '); });
    if (options_.json)
      add(act, stamp, text);
    else
      std::cout << fmt::format("{}  {:<10}  {:<22}  {:>8}  {}\n", shown(stamp.at, ' '), on_one_line(stamp.actor.value),
                               on_one_line(act.act), name(stamp.act), text);
  }

  void end() const {
    if (options_.json) std::cout << acts_.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
  }

 private:
  static std::string name(const ActName& act) { return fmt::format("{}.{}", act.seq.value, act.index); }

  std::string shown(Instant at, char between) const {
    if (!zone_) return fmt::format("{} ms", at.value);
    auto text = programme::iso(zone_->local(at));
    text[text.find('T')] = between;
    return text;
  }

  void add(const wire::StoredAct& act, const Stamp& stamp, const std::string& text) {
    if (acts_.empty() || acts_.back()["name"] != name(stamp.act))
      acts_.push_back({{"name", name(stamp.act)},
                       {"at_ms", stamp.at.value},
                       {"local", shown(stamp.at, 'T')},
                       {"actor", stamp.actor.value},
                       {"act", act.act},
                       {"sentences", Json::array()}});
    acts_.back()["sentences"].push_back(text);
  }

  const LogOptions& options_;
  std::optional<programme::Zone> zone_;
  Json acts_ = Json::array();
};

}  // namespace

int log(const LogOptions& options) {
  const auto journal = open_journal(options.data);
  if (!journal) return complain(journal.error());
  bool panel_known = true;
  std::cout << std::unitbuf;  // what has been told stays told, even where the next commit ends the program
  Log told(options);
  const auto session =
      replay(**journal, false, [&](const auto& state, const auto& act, const auto& stamp, const auto& event) {
        panel_known = panel_known && (!options.panel || state.find(PanelId{*options.panel}));
        if (panel_known) told.tell(state, act, stamp, event);
      });
  if (!panel_known) return complain(fmt::format("the session has no panel \"{}\"", *options.panel));
  told.end();
  return session.failure ? complain(*session.failure) : done;
}

}  // namespace rostrum::ctl
