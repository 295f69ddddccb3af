#include <catch2/catch.hpp>

#include <set>

#include "access/sample.hpp"

namespace rostrum::access {
namespace {

TEST_CASE("A code has eight characters that cannot be taken for others", "[access]") {
  const auto code = code_of(known_secret(), {"council"}, {"KE"}, 1);
  CHECK(code.size() == code_characters);
  CHECK(code.find_first_not_of(code_alphabet) == std::string::npos);
  for (const char look_alike : {'I', 'L', 'O', 'U'}) CHECK(code_alphabet.find(look_alike) == std::string_view::npos);
  CHECK(std::set<char>(code_alphabet.begin(), code_alphabet.end()).size() == 32);
}

TEST_CASE("A code never changes for the same secret, session, seat and generation, so that printed sheets stay valid",
          "[access]") {
  CHECK(code_of(known_secret(), {"council"}, {"KE"}, 1) == "F2YPS86G");
  CHECK(code_of(known_secret(), {"council"}, {"KE"}, 2) == "0ZMENQ6B");
}

TEST_CASE("Another secret, session, seat, generation or turn gives another code", "[access]") {
  const std::set<std::string> codes{
      code_of(known_secret(), {"council"}, {"KE"}, 1),   code_of(known_secret(2), {"council"}, {"KE"}, 1),
      code_of(known_secret(), {"council-2"}, {"KE"}, 1), code_of(known_secret(), {"council"}, {"KE-1"}, 1),
      code_of(known_secret(), {"council"}, {"KE"}, 11),  code_of(known_secret(), {"council"}, {"KE"}, 1, 1),
      code_of(known_secret(), {"council"}, {"KE1"}, 1)};
  CHECK(codes.size() == 7);
}

TEST_CASE("A code is taken however it is typed", "[access]") {
  for (const auto* typed : {"01VZ-ABCD", "01vzabcd", " 0 1 V Z - A B C D\r\n", "OIUZ-ABCD", "olvzabcd"})
    CHECK(normalized(typed) == "01VZABCD");
  CHECK(shown("01VZABCD") == "01VZ-ABCD");
}

TEST_CASE("What cannot be a code is none", "[access]") {
  for (const auto* typed : {"", "01VZABC", "01VZABCDE", "01VZABC*", "01VZABCé", "01VZ_ABCD"})
    CHECK_FALSE(normalized(typed));
  CHECK(normalized("01VZABCD" + std::string(code_input_bytes_max - code_characters, ' ')));
  CHECK_FALSE(normalized("01VZABCD" + std::string(code_input_bytes_max - code_characters + 1, ' ')));
}

TEST_CASE("The code of a seat finds its grant", "[access]") {
  const auto state = sample_session();
  const Codes codes(known_secret(), state);
  for (const auto& [id, grant] : state.grants) {
    const auto code = codes.code(id);
    CHECK(code == code_of(known_secret(), state.session.id, grant.seat, grant.generation));
    CHECK(codes.grant(shown(code)) == id);
  }
  CHECK_FALSE(codes.grant("0000-0000"));
  CHECK_FALSE(codes.grant("nonsense!"));
}

TEST_CASE(
    "P5 the code of a revoked grant finds that grant and is printed no more, that of the next generation is another",
    "[access]") {
  auto state = sample_session();
  const auto old_code = Codes(known_secret(), state).code({"KE.1"});
  state.grants.at({"KE.1"}).revoked = true;
  add_seat(state, state.seats.at({"KE"}), 2);
  const Codes codes(known_secret(), state);
  CHECK(codes.grant(old_code) == GrantId{"KE.1"});
  CHECK(codes.code({"KE.1"}).empty());
  CHECK(codes.grant(codes.code({"KE.2"})) == GrantId{"KE.2"});
}

TEST_CASE("Two sessions share codes where a code of one is one of the other", "[access]") {
  const auto state = sample_session();
  auto elsewhere = state;
  elsewhere.session.id = {"elsewhere"};
  const Codes codes(known_secret(), state);
  CHECK_FALSE(codes.shares_with(Codes(known_secret(), elsewhere)));
  CHECK_FALSE(codes.shares_with(Codes(known_secret(2), state)));
  auto one_seat = council::State{};
  one_seat.session.id = state.session.id;
  add_seat(one_seat, {.id = {"chair"}, .role = council::Role::chair}, 1, true);
  CHECK(codes.shares_with(Codes(known_secret(), one_seat)));
  CHECK(Codes(known_secret(), one_seat).shares_with(codes));
}

TEST_CASE("Two grants with one code are told apart, the later one giving way", "[access]") {
  auto state = sample_session();
  const auto derive = [](const council::Grant& grant, std::uint32_t turn) {
    const bool alike = grant.delegation.has_value();
    return (alike ? "SAME" : grant.seat.value) + std::to_string(turn);
  };
  const auto codes = assign_codes(state.grants, derive);
  CHECK(codes.at({"CI.1"}) == "SAME0");
  CHECK(codes.at({"CI-1.1"}) == "SAME1");
  CHECK(codes.at({"KE.1"}) == "SAME2");
  CHECK(codes.at({"chair.1"}) == "chair0");

  state.grants.at({"CI.1"}).revoked = true;
  add_seat(state, state.seats.at({"CI"}), 2);
  const auto later = assign_codes(state.grants, derive);
  for (const auto& [id, code] : codes) CHECK(later.at(id) == code);
  CHECK(later.at({"CI.2"}) == "SAME3");
}

}  // namespace
}  // namespace rostrum::access
