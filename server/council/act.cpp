#include "council/act.hpp"

#include "base/assert.hpp"
#include "council/state.hpp"

namespace rostrum::council {

namespace {

template <class One>
constexpr std::string_view demand_facts() {
  static_assert(SaysFacts<One>, "an act states its facts: static constexpr ActFacts is{.name = ..., .may = ...}");
  if constexpr (SaysFacts<One>) {
    static_assert(SaysName<One>, "an act states its name in the log: .name");
    static_assert(SaysWhoMay<One>, "an act states who may: .may");
    static_assert(SaysPanel<One>,
                  "an act has a panel, entry or speech, by which its panel is found, or says: .panel = no_panel");
    static_assert(SaysTexts<One>, "an act that can carry words of people lists them, or says: .texts = no_texts");
    return One::is.name;
  }
}

constexpr auto names = []<class... Acts>(std::type_identity<std::variant<Acts...>>) {
  return std::array{demand_facts<Acts>()...};
}(std::type_identity<ActVariant>{});

}  // namespace

Act::Act() = default;
Act::Act(const Act&) = default;
Act::Act(Act&&) noexcept = default;
Act& Act::operator=(const Act&) = default;
Act& Act::operator=(Act&&) noexcept = default;
Act::~Act() = default;
bool Act::operator==(const Act&) const = default;

std::string_view name(const Act& act) { return act_name(act.index()); }

std::string_view act_name(std::size_t index) {
  ROSTRUM_ASSERT(index < names.size());
  return names[index];
}

std::size_t text_bytes(const State& state, const Act& act) {
  return std::visit(
      [&state]<class One>(const One& one) -> std::size_t {
        using Texts = std::decay_t<decltype(One::is.texts)>;
        if constexpr (std::is_invocable_v<Texts, const One&, const State&>)
          return One::is.texts(one, state);
        else if constexpr (std::is_invocable_v<Texts, const One&>)
          return One::is.texts(one);
        else {
          static_assert(std::same_as<Texts, NoTexts> || std::same_as<Texts, Unsaid>,
                        "the texts of an act are counted from it, or from it and the state");
          return 0;
        }
      },
      act);
}

}  // namespace rostrum::council
