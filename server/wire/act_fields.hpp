// The fields of acts that clients send, checked at the edge, and the acts whose mapping is written by hand. For the
// mapping that is written from the schema (wire/generate), which has a line for each field, and for command.cpp.
#pragma once

#include "council/act.hpp"
#include "council/rejection.hpp"
#include "rostrum/v1/command.pb.h"
#include "wire/command.hpp"
#include "wire/fields.hpp"

namespace rostrum::wire {

using council::Decided;

/// Takes field after field. The first that is not sound is what the act is refused for; none is looked at after it.
class ActFields {
 public:
  template <class Wire, class Member>
  void operator()(std::string_view field, const Wire& from, Member& into) {
    if (!refused_) check_and_take(field, from, into);
  }

  void refuse(std::string_view field, std::string_view expected);

  template <class Act>
  [[nodiscard]] Decided<council::Act> read(Act act) {
    if (refused_) return failure(*std::move(refused_));
    return act;
  }

  /// Where there is no act.
  [[nodiscard]] static Decided<council::Act> none();

 private:
  template <class Wire, class Member>
  void check_and_take(std::string_view, const Wire& from, Member& into) {
    take(from, into);
  }

  // An id of the programme. That it names something is for the domain to say.
  template <class Tag>
  void check_and_take(std::string_view field, const std::string& from, TextId<Tag>& into) {
    check_id(field, from);
    into = {from};
  }
  template <class Tag>
  void check_and_take(std::string_view field, const std::string& from, std::optional<TextId<Tag>>& into) {
    check_id(field, from);
    into = unless_empty<TextId<Tag>>(from);
  }

  // A value that has been named, of those that this version knows.
  template <class Wire, class Enum>
    requires std::is_enum_v<Enum>
  void check_and_take(std::string_view field, const Wire& from, Enum& into) {
    if (const auto known = from_wire<Enum>(from))
      into = *known;
    else
      refuse(field, one_of(*google::protobuf::GetEnumDescriptor<Wire>()));
  }

  // One that may be left out.
  template <class Wire, class Enum>
    requires std::is_enum_v<Enum>
  void check_and_take(std::string_view field, const Wire& from, std::optional<Enum>& into) {
    if (from == Wire{}) return;
    check_and_take(field, from, into.emplace());
  }

  void check_and_take(std::string_view field, const WireText& from, council::Text& into);
  void check_and_take(std::string_view field, const WireLimits& from, council::Limits& into);
  void check_and_take(std::string_view field, const v1::NoticeTo& from, council::NoticeTo& into);

  void check_id(std::string_view field, const std::string& id);
  static std::string one_of(const google::protobuf::EnumDescriptor& words);

  std::optional<council::Rejection> refused_;
};

Decided<council::Act> read(const v1::MoveEntry& from);
void put(v1::MoveEntry& into, const council::MoveEntry& from);

Decided<council::Act> read(const v1::GiveFloor& from);
void put(v1::GiveFloor& into, const council::GiveFloor& from);

}  // namespace rostrum::wire
