#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include "access/sample.hpp"
#include "access/sign_in_list.hpp"

namespace rostrum::access {
namespace {

TEST_CASE("A link opens the sign-in page with the code in its fragment", "[access]") {
  CHECK(sign_in_url("http://127.0.0.1:8080", "01VZABCD") == "http://127.0.0.1:8080/join#01VZ-ABCD");
  CHECK(sign_in_url("http://hall.example/", "01VZABCD") == "http://hall.example/join#01VZ-ABCD");
}

TEST_CASE("The list has every valid sign-in, delegates last and in the order of the programme", "[access]") {
  auto state = sample_session();
  state.grants.at({"screen-2.1"}).revoked = true;
  const Codes codes(known_secret(), state);
  const auto lines = sign_in_list(state, codes, "http://h");
  std::vector<std::string> who;
  for (const auto& line : lines) who.push_back(line.role + "/" + line.delegation + "/" + line.name);
  CHECK(who == std::vector<std::string>{"chair//chair", "display//screen-1", "delegate/KE/Kenya",
                                        "delegate/CI/Côte d’Ivoire", "delegate/CI/A. Person (fictional)"});
  for (const auto& line : lines) {
    CHECK(codes.grant(line.code));
    CHECK(line.url == "http://h/join#" + line.code);
    CHECK(line.session == state.session.id.value);
  }
}

TEST_CASE("As JSON the list is an array of objects with role, delegation, name, code, url and session", "[access]") {
  const auto state = sample_session();
  const auto lines = sign_in_list(state, Codes(known_secret(), state), "http://h");
  const auto json = nlohmann::json::parse(as_json(lines));
  REQUIRE(json.size() == lines.size());
  for (std::size_t i = 0; i < lines.size(); ++i)
    CHECK(SignInLine{json[i].at("role"), json[i].at("delegation"), json[i].at("name"), json[i].at("code"),
                     json[i].at("url"), json[i].at("session")} == lines[i]);
}

TEST_CASE("As text the list has its columns under one another, whatever letters names have", "[access]") {
  const std::vector<SignInLine> lines{{"chair", "", "chair", "0000-0000", "u1", "s"},
                                      {"delegate", "CI", "Côte d’Ivoire", "0000-0001", "u2", "s"}};
  CHECK(as_text(lines) == "role      delegation  name           code       link\n"
                          "chair                 chair          0000-0000  u1\n"
                          "delegate  CI          Côte d’Ivoire  0000-0001  u2\n");
}

}  // namespace
}  // namespace rostrum::access
