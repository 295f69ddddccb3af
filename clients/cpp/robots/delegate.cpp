#include "robots/hall.hpp"
#include "robots/roles.hpp"
#include "robots/texts.hpp"

namespace rostrum::robots {

namespace {

// How often a whole hall does what its delegations do only now and then.
constexpr std::int64_t thoughts_a_minute = 5;  // of one delegation
constexpr std::int64_t minutes_between_points = 4;
constexpr std::int64_t minutes_between_helps = 7;

const v1::Entry* own_entry(const client::Store& store, const std::string& delegation, const std::string& panel) {
  const v1::Entry* found = nullptr;
  any(store.entities(), "entry/", [&](const v1::Entity& entity) {
    const v1::Entry& entry = entity.entry();
    if (entry.delegation() == delegation && entry.panel() == panel && entry.kind() != v1::KIND_POINT_OF_ORDER)
      found = &entry;
    return found != nullptr;
  });
  return found;
}

}  // namespace

std::optional<v1::Command> Delegate::think() {
  if (auto act = see_signal()) return act;
  const v1::Panel& under_way = panel_under_way(store());
  const v1::Holding& floor = client::speaking(floor_of(store(), under_way.id()));
  const bool speaks = floor.speech() != 0 && floor.delegation() == hello().delegation();
  if (speaks) return speak(floor);
  for (const std::string& id : session_of(store()).panels()) {
    const v1::Panel& panel = panel_of(store(), id);
    if (const v1::Entry* entry = own_entry(store(), hello().delegation(), id)) {
      if (auto act = care_for(*entry)) return act;
    } else if (auto asking = ask(panel)) {
      return asking;
    }
  }
  if (auto act = raise_point(under_way)) return act;
  return ask_for_help();
}

std::optional<v1::Command> Delegate::see_signal() {
  v1::Command command;
  const bool unseen = any(store().private_entities(), "own/signal/", [&](const v1::Entity& entity) {
    if (entity.signal().seen_at() != 0) return false;
    command.mutable_mark_signal_seen()->set_signal(entity.signal().id());
    return true;
  });
  return unseen ? std::optional(command) : std::nullopt;
}

std::optional<v1::Command> Delegate::speak(const v1::Holding& floor) {
  if (speech_.id != floor.speech()) speech_ = {floor.speech(), dice().between(55, 110)};
  if (floor.paused_at() != 0) return std::nullopt;
  const Millis so_far = spoken(floor, now());
  v1::Command command;
  if (so_far.value * 100 >= floor.limit_ms() * speech_.part_of_limit) {
    command.mutable_end_speech()->set_speech(floor.speech());
    return command;
  }
  const auto* own = store().find("own/statement/" + hello().delegation() + '/' + std::to_string(floor.entry()));
  if (own == nullptr) return std::nullopt;
  const auto reached = paragraph_reached(own->statement(), floor.language(), so_far);
  if (reached <= floor.paragraph()) return std::nullopt;
  command.mutable_reach_paragraph()->set_speech(floor.speech());
  command.mutable_reach_paragraph()->set_paragraph(reached);
  return command;
}

std::optional<v1::Command> Delegate::care_for(const v1::Entry& entry) {
  v1::Command command;
  const auto* own = store().find("own/statement/" + hello().delegation() + '/' + std::to_string(entry.id()));
  const bool first_thought = thought_about_.insert(entry.id()).second;
  const bool hands_in = own == nullptr ? first_thought && !dice().once_in(3) : dice().once_in(60);
  if (hands_in) {
    auto& submit = *command.mutable_submit_statement();
    submit.set_entry(entry.id());
    submit.set_language(entry.language());
    submit.set_text(statement(dice(), entry.language()));
    submit.set_format(v1::TEXT_FORMAT_PLAIN);
    submit.set_delivery(dice().once_in(2) ? v1::DELIVERY_VERBATIM : v1::DELIVERY_CHECK_AGAINST_DELIVERY);
    return command;
  }
  if (own != nullptr && own->statement().released_at() == 0 && dice().once_in(150)) {
    command.mutable_release_statement()->set_entry(entry.id());
    return command;
  }
  if (dice().once_in(300)) {
    command.mutable_withdraw_entry()->set_entry(entry.id());
    return command;
  }
  return std::nullopt;
}

std::optional<v1::Command> Delegate::ask(const v1::Panel& panel) {
  if (!takes_requests(panel) || panel.draft()) return std::nullopt;
  const auto [at, is_new] = plans_.try_emplace({panel.id(), panel.opened_at()});
  Plan& plan = at->second;
  if (is_new) {
    // A few at once, the others over an hour; and not everybody speaks on every panel.
    plan.asks = !dice().once_in(4);
    plan.asks_at = now() + seconds(dice().once_in(3) ? dice().between(0, 90) : dice().between(90, 3'600));
  }
  if (!plan.asks || now() < plan.asks_at) return std::nullopt;
  plan.asks = false;
  v1::Command command;
  auto& request = *command.mutable_request_floor();
  request.set_panel(panel.id());
  request.set_language(language());
  const Person speaker = person(dice(), language());
  request.mutable_speaker()->set_name(speaker.name);
  request.mutable_speaker()->set_title(speaker.title);
  const auto throw_of_kind = dice().between(1, 10);
  request.set_kind(v1::KIND_STATEMENT);
  if (throw_of_kind == 1) {
    request.set_kind(v1::KIND_GROUP_STATEMENT);
    request.set_on_behalf_of(group(dice(), language()));
  } else if (throw_of_kind <= 3) {
    request.set_kind(v1::KIND_QUESTION);
    if (panel.panellists_size() > 0)
      request.set_addressed_to(panel.panellists(static_cast<int>(dice().between(0, panel.panellists_size() - 1))));
  }
  return command;
}

std::optional<v1::Command> Delegate::raise_point(const v1::Panel& panel) {
  if (!dice().once_in(minutes_between_points * thoughts_a_minute * std::max(1, setting().delegations)))
    return std::nullopt;
  const v1::Floor& floor = floor_of(store(), panel.id());
  if (panel.id().empty() || client::speaking(floor).speech() == 0 || client::point_before_chair(floor))
    return std::nullopt;
  v1::Command command;
  command.mutable_raise_point_of_order()->set_panel(panel.id());
  command.mutable_raise_point_of_order()->set_note(point(dice(), language()));
  return command;
}

std::optional<v1::Command> Delegate::ask_for_help() {
  v1::Command command;
  if (any(store().private_entities(), "own/help/", [](const v1::Entity&) { return true; })) return std::nullopt;
  if (!dice().once_in(minutes_between_helps * thoughts_a_minute * std::max(1, setting().delegations)))
    return std::nullopt;
  command.mutable_request_help()->set_note(help(dice(), language()));
  return command;
}

const std::string& Delegate::language() {
  const auto& languages = session_of(store()).languages();
  if (!language_.empty() || languages.empty()) return language_;
  language_ = hello().language();
  if (language_.empty()) language_ = languages.at(static_cast<int>(dice().between(0, languages.size() - 1)));
  return language_;
}

}  // namespace rostrum::robots
