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

  std::string what_;
  std::vector<std::string> reserved_;
  std::map<std::string, Taken> taken_;
};

}  // namespace rostrum::programme
