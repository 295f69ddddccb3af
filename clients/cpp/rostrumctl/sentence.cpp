#include "rostrumctl/sentence.hpp"

#include <map>
#include <memory>

#include <nlohmann/json.hpp>
#include <unicode/msgfmt.h>

#include "base/assert.hpp"
#include "base/characters.hpp"
#include "council/told.hpp"
#include "rostrumctl/words.hpp"

namespace rostrum::ctl {

namespace {

using namespace council;

using Values = std::map<std::string, std::string>;

/// The sentences of the log, by the event's code.
class Catalogue {
 public:
  Catalogue() {
    const std::string prefix = "log.";
    const auto words = nlohmann::json::parse(words_of_the_desk());
    for (const auto& [id, words_of_one] : words.items()) {
      if (!id.starts_with(prefix)) continue;
      UErrorCode status = U_ZERO_ERROR;
      const auto pattern = icu::UnicodeString::fromUTF8(words_of_one.get<std::string>());
      auto format = std::make_unique<icu::MessageFormat>(pattern, icu::Locale::getEnglish(), status);
      ROSTRUM_ASSERT(U_SUCCESS(status));
      sentences_.emplace(id.substr(prefix.size()), std::move(format));
    }
  }

  [[nodiscard]] std::string sentence(const std::string& event, const Values& values) const {
    const auto found = sentences_.find(event);
    if (found == sentences_.end()) return event;
    std::vector<icu::UnicodeString> names;
    std::vector<icu::Formattable> arguments;
    for (const auto& [name, value] : values) {
      names.push_back(icu::UnicodeString::fromUTF8(name));
      arguments.emplace_back(icu::UnicodeString::fromUTF8(value));
    }
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString text;
    found->second->format(names.data(), arguments.data(), static_cast<int32_t>(names.size()), text, status);
    ROSTRUM_ASSERT(U_SUCCESS(status));
    std::string sentence;
    return text.toUTF8String(sentence);
  }

 private:
  std::map<std::string, std::unique_ptr<icu::MessageFormat>> sentences_;
};

std::string english(const Text& text, const std::string& otherwise) {
  if (const auto found = text.find("en"); found != text.end()) return found->second;
  return text.empty() ? otherwise : text.begin()->second;
}

std::string span(std::int64_t length_ms) {
  const std::int64_t total = length_ms / 1000;
  const std::string rest = std::to_string(total % 60) + " s";
  if (total < 60) return rest;
  return std::to_string(total / 60) + " min" + (total % 60 ? " " + rest : "");
}

/// What the sentences name, from the details that screens are told: ids as names, spans and instants as words. A value
/// that a sentence leaves out where there is none has a second one beside it that says "yes".
Values values_of(const State& state, const Told& told, const Shown& shown) {
  Values values{told.details.begin(), told.details.end()};
  const auto number = [](const std::string& text) { return std::int64_t{std::stoll(text)}; };
  const auto put = [&](const char* detail, const char* name, const auto& words) {
    if (const auto found = values.find(detail); found != values.end()) values[name] = words(found->second);
  };
  put("panel", "panel_id", [](const std::string& id) { return id; });
  put("panel", "panel", [&](const std::string& id) { return english(state.panels.at({id}).plan.title, id); });
  put("meeting", "meeting", [&](const std::string& id) { return english(state.meetings.at({id}).plan.title, id); });
  put("who", "who", [&](const std::string& id) {
    const DelegationPlan* delegation = state.find(DelegationId{id});
    return delegation ? english(delegation->name, id) : id;
  });
  for (const char* length : {"limit", "added", "grace", "reserve"})
    put((std::string(length) + "_ms").c_str(), length, [&](const std::string& ms) { return span(number(ms)); });
  const auto show = [&](const std::string& at) { return shown({number(at)}); };
  put("at", "at", show);
  put("until", "until", show);
  values["ends"] = values.contains("until") ? "yes" : "no";
  values["note"] = values.contains("text") && !values["text"].empty() ? "yes" : "no";
  if (values.contains("who")) values.emplace("to", "delegation");
  values["booth"] = "no";
  return values;
}

/// What the log of the command line tells beyond the details that screens are told.
void add_beyond(Values& values, const Event& event) {
  if (const auto* created = std::get_if<SessionCreated>(&event)) {
    values["counted"] = "yes";
    values["panels"] = std::to_string(created->programme.panels.size());
    values["delegations"] = std::to_string(created->programme.delegations.size());
    if (created->programme.session.title.empty()) values["title"] = created->programme.session.id.value;
  }
  if (const auto* asked = std::get_if<FloorRequested>(&event)) {
    values["grouped"] = asked->on_behalf_of.empty() ? "no" : "yes";
    values["group"] = asked->on_behalf_of;
  }
  if (const auto* raised = std::get_if<SignalRaised>(&event)) values["signal"] = name(raised->kind);
  if (const auto* withdrawn = std::get_if<NoticeWithdrawn>(&event)) {
    values["numbered"] = "yes";
    values["notice"] = std::to_string(withdrawn->notice.value);
  }
}

}  // namespace

std::string sentence(const State& state, const Event& event, const Shown& shown) {
  static const Catalogue catalogue;
  const Told told = council::told(state, event);
  Values values = values_of(state, told, shown);
  add_beyond(values, event);
  for (auto& [name, value] : values) value = isolated(on_one_line(value));
  return catalogue.sentence(told.event, values);
}

}  // namespace rostrum::ctl
