// The ids of one sort of thing (meetings, delegations, ...): each well-formed, given once, and found again by those
// that refer to it. Ids are permanent: the journal names things by them.
#pragma once

#include "programme/value.hpp"

namespace rostrum::programme {

/// Whether `id` has 1 to id_bytes_max letters (A to Z in either case), digits and hyphens.
[[nodiscard]] bool well_formed(std::string_view id);

class Register {
 public:
  /// `what` is one of them, such as "a meeting"; ids that are `reserved` are refused.
  explicit Register(std::string what, std::vector<std::string> reserved = {})
      : what_(std::move(what)),
        reserved_(std::move(reserved)) {}

  /// Refuses also an id that differs from another in capitals alone, which people would take for the same.
  Register& without_case() { return without_case_ = true, *this; }

  /// Takes the id of a new thing; false, and a problem, where it is not well-formed or taken.
  bool enter(Sheet& sheet, Place at, const std::string& id);
  std::optional<std::string> enter(const Value& value);

  /// The id that `value` refers to, which has been entered.
  [[nodiscard]] std::optional<std::string> resolve(const Value& value) const;

  [[nodiscard]] bool has(const std::string& id) const { return taken_.contains(id); }

 private:
  struct Taken {
    std::string file;
    int line = 0;
  };

  [[nodiscard]] static std::string elsewhere(const Sheet& sheet, const Taken& taken);

  std::string what_;
  std::vector<std::string> reserved_;
  bool without_case_ = false;
  std::map<std::string, Taken> taken_;
  std::map<std::string, std::string> in_small_letters_;  // where case does not count: the id that was taken
};

}  // namespace rostrum::programme
