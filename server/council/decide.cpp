#include "council/decide.hpp"

#include "council/deciding.hpp"
#include "council/order.hpp"

namespace rostrum::council {

namespace {

template <class One>
concept HasRule = requires(const Deciding& on, const One& act) { decide(on, act); };

Decided<Actor> actor_of(const State& state, const Act& act, const GrantId& grant_id, Instant now) {
  if (grant_id == system_grant) return Actor{.system = true};
  const Grant* grant = state.find(grant_id);
  if (!grant || grant->revoked || (grant->expires_at && now >= *grant->expires_at))
    return failure(rejection(Code::unauthorized, name(act), "none"));
  switch (may(grant->role, act.index())) {
  case May::any:
    return Actor{.role = grant->role, .seat = grant->seat, .delegation = grant->delegation};
  case May::own:
    return Actor{.own_only = true, .role = grant->role, .seat = grant->seat, .delegation = grant->delegation};
  case May::no:
  case May::system:
    break;
  }
  return failure(rejection(Code::unauthorized, name(act), name(grant->role)));
}

/// The panel that an act is about; none where it says no_panel, or the actor knows of nothing that it names.
class PanelOf {
 public:
  PanelOf(const State& state, const Actor& actor) : state_(state), actor_(actor) {}

  template <class One>
  const Panel* operator()(const One& act) const {
    if constexpr (std::same_as<decltype(One::is.panel), NoPanel>)
      return nullptr;
    else
      return of(subject(act));
  }

 private:
  const Panel* of(const PanelId& id) const { return state_.find(id); }
  const Panel* of(EntryId id) const {
    const Entry* entry = state_.find(id);
    return entry && !hidden_from(actor_, *entry) ? of(entry->panel) : nullptr;
  }
  const Panel* of(SpeechId id) const {
    const Speech* speech = state_.find(id);
    return speech ? of(speech->panel) : nullptr;
  }

  const State& state_;
  const Actor& actor_;
};

std::optional<Rejection> changed_meanwhile(const State& state, const Command& command, const Actor& actor) {
  const Panel* panel = std::visit(PanelOf(state, actor), command.act);
  if (!panel) return std::nullopt;
  const SpeechId speech = panel->speech().value_or(SpeechId{});
  if (command.expects.speech && *command.expects.speech != speech)
    return rejection(Code::changed_meanwhile, "speech", speech);
  const EntryId head = next_of(state, *panel).value_or(EntryId{});
  if (command.expects.head && *command.expects.head != head) return rejection(Code::changed_meanwhile, "head", head);
  return std::nullopt;
}

}  // namespace

Decided<Events> decide(const State& state, const Command& command, const Context& context) {
  auto actor = actor_of(state, command.act, context.actor, context.now);
  if (!actor) return failure(actor.error());
  if (auto changed = changed_meanwhile(state, command, *actor)) return failure(*changed);
  const Deciding on{state, context.now, context.present, *std::move(actor), context.lot_secret};
  return std::visit(
      [&on]<class One>(const One& act) -> Decided<Events> {
        static_assert(HasRule<One>, "an act has a rule: Decision decide(const Deciding&, const Act&)");
        return decide(on, act);
      },
      command.act);
}

}  // namespace rostrum::council
