// What is true of an act, and of an event, stands in its struct as `is`; what is derived from it (authority, the log,
// what takes an act back) reads it there. What an act does not state does not compile: act.cpp demands each fact by its
// name. A rule is an overload of `decide` or `evolve` beside its act or event; where one is missing, the same.
#pragma once

#include <array>
#include <string_view>

#include "council/fields.hpp"
#include "council/terms.hpp"

namespace rostrum::council {

struct Deciding;  // what a rule decides on (deciding.hpp)
struct Decision;  // events, or a rejection (deciding.hpp)
struct Evolving;  // what an event changes (evolving.hpp)
struct Inverse;   // acts that take another back (inverse.hpp)
struct State;

// Who may (P4). A delegate acts for its own delegation only: the rule checks that where entry or speech is known.

enum class May : std::uint8_t {
  no,
  own,  // for its own delegation, or its own booth
  any,
  system,  // the server alone
};

using MayByRole = std::array<May, role_count>;

inline constexpr MayByRole floor_managers{May::any, May::any, May::no, May::no, May::no, May::no, May::no};
inline constexpr MayByRole managers_and_own{May::any, May::any, May::own, May::no, May::no, May::no, May::no};
inline constexpr MayByRole managers_own_and_captioner{May::any, May::any, May::own, May::no,
                                                      May::any, May::no,  May::no};
inline constexpr MayByRole own_delegation{May::no, May::no, May::own, May::no, May::no, May::no, May::no};
inline constexpr MayByRole own_booth{May::no, May::no, May::no, May::own, May::no, May::no, May::no};
inline constexpr MayByRole managers_and_own_booth{May::any, May::any, May::no, May::own, May::no, May::no, May::no};
inline constexpr MayByRole server_only{May::system, May::system, May::system, May::system,
                                       May::system, May::system, May::system};

struct Nothing {};

/// What an act or event is about: its member of one of these names.
template <class Happened>
[[nodiscard]] constexpr decltype(auto) subject(const Happened& one) {
  if constexpr (requires { one.entry; })
    return (one.entry);
  else if constexpr (requires { one.signal; })
    return (one.signal);
  else if constexpr (requires { one.help; })
    return (one.help);
  else if constexpr (requires { one.speech; })
    return (one.speech);
  else if constexpr (requires { one.panel; })
    return (one.panel);
  else if constexpr (requires { one.meeting; })
    return (one.meeting);
  else
    return Nothing{};
}

/// A fact that is not stated.
struct Unsaid {};

/// The panel whose floor and head of the list `Expects` is held against: that of the act's panel, entry or speech.
struct PanelOfSubject {};
struct NoPanel {};
inline constexpr NoPanel no_panel;

/// No words of people. To be said where a field could hold some.
struct NoTexts {};
inline constexpr NoTexts no_texts;

/// The bytes of texts, added up.
[[nodiscard]] inline std::size_t bytes_of(const std::string& text) { return text.size(); }
[[nodiscard]] inline std::size_t bytes_of(const Speaker& speaker) { return speaker.name.size() + speaker.title.size(); }
[[nodiscard]] inline std::size_t bytes_of(const Text& text) {
  std::size_t sum = 0;
  for (const auto& [language, words] : text) sum += language.size() + words.size();
  return sum;
}
template <class... More>
  requires(sizeof...(More) >= 2)
[[nodiscard]] std::size_t bytes_of(const More&... texts) {
  return (bytes_of(texts) + ...);
}

/// Nothing takes it back in one step.
struct NoInverse {};
/// It is taken back by `Back` on the same subject, whatever was before.
template <class Back>
struct InverseOf {};
template <class Back>
inline constexpr InverseOf<Back> inverse_of;

template <class Who = Unsaid, class Panel = PanelOfSubject, class Texts = Unsaid, class Back = NoInverse>
struct ActFacts {
  std::string_view name = {};  // in the log and in the table of access
  Who may{};
  Panel panel{};
  Texts texts{};   // how many bytes people wrote in it, or it lets all others read: of the act, or of act and state
  Back inverse{};  // what takes it back: inverse_of<Act>, or a function of the state before, the instant, the act
};

template <class Act>
concept SaysFacts = requires { Act::is; };
template <class Act>
concept SaysName = !Act::is.name.empty();
template <class Act>
concept SaysWhoMay = requires {
  { Act::is.may } -> std::convertible_to<MayByRole>;
};
template <class Act>
concept SaysPanel = !std::same_as<decltype(Act::is.panel), PanelOfSubject> || requires(const Act& act) { act.panel; } ||
                    requires(const Act& act) { act.entry; } || requires(const Act& act) { act.speech; };
template <class Act>
concept SaysTexts = !std::same_as<decltype(Act::is.texts), Unsaid> ||
                    !has_field_of<Act, std::string, std::optional<std::string>, Text, Speaker>;

template <class Details = Nothing>
struct EventFacts {
  std::string_view name = {};       // in the log that screens read
  std::string_view otherwise = {};  // and there, where its `told` says so, as another sentence tells it
  Details told{};                   // what its sentence needs beyond its subject: told("place", ...), see told.cpp
  bool follows = false;             // from what else its act has done: no sentence of the log is about it
};

/// The acts, or the events, of a subject.
template <class... Ones>
struct OneOf {};

namespace detail {
template <class Variant, class... Lists>
struct Joined;
template <template <class...> class Variant, class... Sofar>
struct Joined<Variant<Sofar...>> {
  using type = Variant<Sofar...>;
};
template <template <class...> class Variant, class... Sofar, class... Ones, class... Lists>
struct Joined<Variant<Sofar...>, OneOf<Ones...>, Lists...> : Joined<Variant<Sofar..., Ones...>, Lists...> {};
template <class One, class Variant>
inline constexpr bool is_one_of = false;
template <class One, class... Ones>
inline constexpr bool is_one_of<One, std::variant<Ones...>> = (std::same_as<One, Ones> || ...);
}  // namespace detail

template <class One, class Variant>
concept IsOneOf = detail::is_one_of<One, Variant>;

/// A variant of what all lists hold, in their order.
template <class... Lists>
using VariantOf = typename detail::Joined<std::variant<>, Lists...>::type;

}  // namespace rostrum::council
