// The log for screens: an event's name, what its facts tell, and its subject (L14).
#include "council/told.hpp"

#include <algorithm>

#include "base/assert.hpp"

namespace rostrum::council {

namespace {

/// What the facts of an event tell with: told(name, value, ...), of a type that has words here.
class Telling {
 public:
  Telling(const State& state, std::string_view otherwise, Told& into)
      : state_(state),
        otherwise_(otherwise),
        into_(into) {}

  template <class Value, class... More>
  void operator()(std::string_view name, const Value& value, const More&... more) {
    const auto has_name = [name](const auto& detail) { return detail.first == name; };
    if (std::ranges::none_of(into_.details, has_name)) into_.details.emplace_back(name, words(value));
    if constexpr (sizeof...(More) > 0) (*this)(more...);
  }

  /// The event is in the log by its other name.
  void otherwise() {
    ROSTRUM_ASSERT(!otherwise_.empty());
    into_.event = otherwise_;
  }

  void addressee(const NoticeTo& to) {
    if (const auto* delegation = std::get_if<DelegationId>(&to))
      (*this)("who", *delegation);
    else if (const auto* audience = std::get_if<Audience>(&to))
      (*this)("to", *audience);
    else
      (*this)("to", std::string("all"));
  }

  void about(Nothing) {}
  void about(const MeetingId& id) { (*this)("meeting", id); }
  void about(const PanelId& id) {
    (*this)("panel", id);
    into_.panel = id;
  }
  void about(EntryId id) {
    (*this)("entry", id.value);
    const Entry* entry = state_.find(id);
    if (!entry) return;
    if (const Motion* motion = state_.motion_of(id)) (*this)("motion", motion->kind);
    // Nobody moves what the chair proposes.
    if (entry->delegation || entry->kind != Kind::motion)
      (*this)("who", entry->delegation ? entry->delegation->value : entry->speaker.name + " (" + entry->body + ")");
    about(entry->panel);
  }
  void about(SpeechId id) {
    const Speech* speech = state_.find(id);
    if (!speech) return;
    if (const auto* entry = std::get_if<EntryId>(&speech->of)) return about(*entry);
    const auto& panellist = std::get<PanellistId>(speech->of);
    const PanellistPlan* plan = state_.find(state_.panels.at(speech->panel), panellist);
    (*this)("who", plan ? words(plan->name) : panellist.value);
    about(speech->panel);
  }
  void about(SignalId id) {
    const Signal* signal = state_.find(id);
    if (!signal) return;
    (*this)("signal", signal->kind, "language", signal->language, "seat", signal->seat);
    if (signal->speech) into_.panel = state_.speeches.at(*signal->speech).panel;
  }
  void about(HelpId id) {
    const Help* help = state_.find(id);
    (*this)("who", help ? help->delegation : DelegationId{});
  }

 private:
  static std::string words(const std::string& text) { return text; }
  static std::string words(std::uint32_t number) { return std::to_string(number); }
  static std::string words(Millis span) { return std::to_string(span.value); }
  static std::string words(Instant at) { return std::to_string(at.value); }
  static std::string words(const Text& text) {
    if (const auto found = text.find("en"); found != text.end()) return found->second;
    return text.empty() ? "" : text.begin()->second;
  }
  template <Words Enum>
  static std::string words(Enum value) {
    return std::string(name(value));
  }
  template <class Tag>
  static std::string words(const TextId<Tag>& id) {
    return id.value;
  }
  std::string words(NoticeId id) const {
    const Notice* notice = state_.find(id);
    return notice ? words(notice->text) : "";
  }
  std::string words(const GrantId& id) const {
    const Grant* grant = state_.find(id);
    return grant ? grant->seat.value : id.value;
  }

  const State& state_;
  std::string_view otherwise_;
  Told& into_;
};

}  // namespace

Told told(const State& state, const Event& event) {
  return std::visit(
      [&state]<class One>(const One& one) {
        static_assert(SaysFacts<One>, "an event states its facts: static constexpr EventFacts is{.name = ...}");
        static_assert(SaysName<One>, "an event states its name in the log: .name");
        Told told{.event = std::string(One::is.name), .details = {}, .panel = {}, .follows = One::is.follows};
        Telling telling(state, One::is.otherwise, told);
        if constexpr (!std::same_as<decltype(One::is.told), Nothing>) One::is.told(one, telling);
        telling.about(subject(one));
        return told;
      },
      event);
}

}  // namespace rostrum::council
