// An act in its message, put there by protobuf's own reflection: the act's name finds the message, a member's name its
// field, and the order of an enumeration its words. Nothing of wire's mapping is in it, so that the two can be held
// against each other.
#pragma once

#include <rapidcheck.h>

#include "rostrum/v1/command.pb.h"
#include "wire/generated/members.hpp"

namespace rostrum::generate {

class PutByName {
 public:
  explicit PutByName(google::protobuf::Message& into) : into_(into), reflection_(*into.GetReflection()) {}

  void operator()(std::string_view name, bool value) const { reflection_.SetBool(&into_, field(name), value); }
  void operator()(std::string_view name, std::uint32_t value) const {
    reflection_.SetUInt32(&into_, field(name), value);
  }
  void operator()(std::string_view name, const std::string& value) const {
    reflection_.SetString(&into_, field(name), value);
  }
  void operator()(std::string_view name, Millis span) const {
    reflection_.SetInt64(&into_, field(std::string(name) + "_ms"), span.value);
  }
  void operator()(std::string_view name, Instant at) const { reflection_.SetInt64(&into_, field(name), at.value); }
  template <class Tag>
  void operator()(std::string_view name, NumberId<Tag> id) const {
    (*this)(name, id.value);
  }
  template <class Tag>
  void operator()(std::string_view name, const TextId<Tag>& id) const {
    (*this)(name, id.value);
  }
  template <class Enum>
    requires std::is_enum_v<Enum>
  void operator()(std::string_view name, Enum value) const {
    reflection_.SetEnumValue(&into_, field(name), static_cast<int>(value) + 1);  // 0 is what is not given
  }
  void operator()(std::string_view name, const council::Text& text) const {
    for (const auto& [language, words] : text) {
      const PutByName entry(*reflection_.AddMessage(&into_, field(name)));
      entry("key", language);
      entry("value", words);
    }
  }
  void operator()(std::string_view name, const council::Speaker& speaker) const {
    const PutByName within(*reflection_.MutableMessage(&into_, field(name)));
    within("name", speaker.name);
    within("title", speaker.title);
  }
  void operator()(std::string_view name, const council::Limits& limits) const {
    for (const auto& [of, limit] : limits) {
      const PutByName one(*reflection_.AddMessage(&into_, field(name)));
      one("of", of);
      one("limit", limit);
    }
  }
  void operator()(std::string_view name, const council::NoticeTo& to) const {
    const PutByName within(*reflection_.MutableMessage(&into_, field(name)));
    if (const auto* audience = std::get_if<council::Audience>(&to))
      within("audience", *audience);
    else if (const auto* delegation = std::get_if<DelegationId>(&to))
      within("delegation", *delegation);
    else
      within("all", true);
  }
  template <class Value>
  void operator()(std::string_view name, const std::optional<Value>& value) const {
    if (value) (*this)(name, *value);
  }

  void members(council::MoveEntry act) const {
    (*this)("entry", act.entry);
    (*this)(act.before ? "before" : "after", act.anchor);
  }
  void members(council::GiveFloor act) const {
    (*this)("panel", act.panel);
    std::visit(
        [&](const auto& to) { (*this)(std::is_same_v<decltype(to), const EntryId&> ? "entry" : "panellist", to); },
        act.to);
  }
  template <class Act>
  void members(Act act) const {
    if constexpr (requires { generated::each_member(act, *this); }) generated::each_member(act, *this);
  }

 private:
  [[nodiscard]] const google::protobuf::FieldDescriptor* field(std::string_view name) const {
    const auto* found = into_.GetDescriptor()->FindFieldByName(std::string(name));
    RC_ASSERT(found != nullptr);
    return found;
  }

  google::protobuf::Message& into_;
  const google::protobuf::Reflection& reflection_;
};

inline v1::Command put_by_name(const council::Act& act) {
  v1::Command command;
  const auto* field = v1::Command::descriptor()->FindFieldByName(std::string(council::name(act)));
  RC_ASSERT(field != nullptr);
  const PutByName put(*command.GetReflection()->MutableMessage(&command, field));
  std::visit([&](const auto& one) { put.members(one); }, act);
  return command;
}

}  // namespace rostrum::generate
