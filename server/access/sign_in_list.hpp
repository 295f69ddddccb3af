// The list of sign-ins that the secretariat prints and hands out: who, with which code and link. Whoever has it can act
// for anyone on it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "access/codes.hpp"

namespace rostrum::access {

/// The file in a session's data folder that holds the address of the links, as the server last started has it.
inline constexpr std::string_view address_file_name = "address";

struct SignInLine {
  std::string role;
  std::string delegation;  // its id; empty: none
  std::string name;        // the person's; else the delegation's, in the session's first language; else the seat's id
  std::string code;        // as shown
  std::string url;
  std::string session;  // its id

  bool operator==(const SignInLine&) const = default;
};

/// The link with which a code signs in at `base_url`, such as "http://127.0.0.1:8080". The code stands in the fragment,
/// which browsers do not send.
[[nodiscard]] std::string sign_in_url(std::string_view base_url, const std::string& code);

/// The grants that are not revoked, in the order of the list below.
[[nodiscard]] std::vector<const council::Grant*> grants_in_order(const council::State& state);

/// A text in `language`, else in the session's first one.
[[nodiscard]] std::string in_language(const council::Text& text, const council::SessionPlan& session,
                                      const std::string& language);

/// The person's name; else the delegation's, in `language` or the session's first; else none.
[[nodiscard]] std::string name_of(const council::State& state, const council::SeatPlan& seat,
                                  const std::string& language);

/// The valid sign-ins of `state`: chair, desk and the other roles, then the delegates, in the order of the programme.
[[nodiscard]] std::vector<SignInLine> sign_in_list(const council::State& state, const Codes& codes,
                                                   std::string_view base_url);

/// A JSON array of {role, delegation, name, code, url, session}.
[[nodiscard]] std::string as_json(const std::vector<SignInLine>& lines);

/// Columns under one another, for a terminal or a printer.
[[nodiscard]] std::string as_text(const std::vector<SignInLine>& lines);

}  // namespace rostrum::access
