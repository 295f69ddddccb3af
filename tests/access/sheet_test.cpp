#include "access/sheet.hpp"

#include <catch2/catch.hpp>

#include "access/sample.hpp"
#include "access/sign_in_list.hpp"

namespace rostrum::access {
namespace {

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

TEST_CASE("P5 the sheet has a card for every valid sign-in, each with its code, link and QR code", "[access]") {
  auto state = sample_session();
  state.grants.at({"screen-2.1"}).revoked = true;
  const Codes codes(known_secret(), state);
  const auto page = sheet(state, codes, "http://h/", "en");
  const auto lines = sign_in_list(state, codes, "http://h");
  CHECK(count(page, "<li>") == lines.size());
  CHECK(count(page, "<svg") == lines.size());
  for (const auto& line : lines) {
    CHECK(count(page, ">" + line.code + "<") == 1);
    CHECK(count(page, ">" + line.url + "<") == 1);
  }
  CHECK(count(page, "screen-2") == 0);
}

TEST_CASE("P5 a sheet made from what is printable of a session is the same", "[access]") {
  const auto state = sample_session();
  const Codes codes(known_secret(), state);
  CHECK(sheet(printable(state), codes, "http://h", "en") == sheet(state, codes, "http://h", "en"));
}

TEST_CASE("P5 each delegation has a page of its own, after those who speak for none", "[access]") {
  const auto state = sample_session();
  const auto page = sheet(state, Codes(known_secret(), state), "http://h", "en");
  CHECK(count(page, "<section>") == 3);
  CHECK(page.find("section + section { break-before: page }") != std::string::npos);
  const auto officers = page.find("<h2>Conduct of the meeting and services</h2>");
  const auto kenya = page.find("<h2>Kenya</h2>");
  const auto ivory_coast = page.find("<h2>Côte d’Ivoire</h2>");
  CHECK(officers < kenya);
  CHECK(kenya < ivory_coast);
  CHECK(ivory_coast < page.find("<h3>A. Person (fictional)</h3>\n<p>Minister</p>"));
}

TEST_CASE("P5 the sheet speaks each of its languages, else the session's first", "[access]") {
  auto state = sample_session();
  const Codes codes(known_secret(), state);
  CHECK(sheet(state, codes, "http://h", "fr").find("<html lang=\"fr\">") != std::string::npos);
  CHECK(sheet(state, codes, "http://h", "fr").find("Feuille de connexion") != std::string::npos);
  CHECK(sheet(state, codes, "http://h", "es").find("Hoja de acceso") != std::string::npos);
  CHECK(sheet(state, codes, "http://h", "").find("<html lang=\"en\">") != std::string::npos);
  state.session.languages = {"fr", "en"};
  CHECK(sheet(state, codes, "http://h", "ar").find("<html lang=\"fr\">") != std::string::npos);
  state.session.languages = {"ar"};
  CHECK(sheet(state, codes, "http://h", "").find("<html lang=\"en\">") != std::string::npos);
  for (const auto* language : {"en", "fr", "es"}) CHECK(is_sheet_language(language));
  CHECK_FALSE(is_sheet_language("ar"));
}

TEST_CASE("P5 the French sheet has no-break spaces before its marks, and no line ends between", "[access]") {
  const auto state = sample_session();
  const auto page = sheet(state, Codes(known_secret(), state), "http://h", "fr");
  const auto words = page.substr(page.find("<header>"));  // the style before it has no words
  CHECK(count(words, "titulaire\u00a0: ne remettre") == 1);
  for (const auto* part : {" :", " ;", " !", " ?", " »", "« "}) {
    CAPTURE(part);
    CHECK(count(words, part) == 0);
  }
}

TEST_CASE("P5 a sheet of one seat has its card alone, and one of nobody says so", "[access]") {
  auto state = sample_session();
  const auto one = sheet(state, Codes(known_secret(), state), "http://h", "en", SeatId{"KE"});
  CHECK(count(one, "<li>") == 1);
  CHECK(one.find("<h3>Kenya</h3>") != std::string::npos);
  state.grants.at({"KE.1"}).revoked = true;
  const auto none = sheet(state, Codes(known_secret(), state), "http://h", "en", SeatId{"KE"});
  CHECK(count(none, "<li>") == 0);
  CHECK(none.find("There is no valid sign-in to print.") != std::string::npos);
}

TEST_CASE("P5 what people wrote stands on the sheet as text, and nothing is fetched or run", "[access]") {
  auto state = sample_session();
  state.seats.at({"CI-1"}).person = council::Speaker{"<script>alert(1)</script>", "\"R&D\" 'x'"};
  state.session.title = {{"en", "A <b>Council</b>"}};
  const auto page = sheet(state, Codes(known_secret(), state), "http://h/?a=1&b=2", "en");
  CHECK(page.find("&lt;script&gt;alert(1)&lt;/script&gt;") != std::string::npos);
  CHECK(page.find("&quot;R&amp;D&quot; &#39;x&#39;") != std::string::npos);
  CHECK(page.find("A &lt;b&gt;Council&lt;/b&gt;") != std::string::npos);
  for (const auto* part : {"<script", "<b>", "src=", "href=", "@import", "url(", "a=1&b"}) {
    CAPTURE(part);
    CHECK(count(page, part) == 0);
  }
}

TEST_CASE("W2 names from right to left keep to themselves on a sheet and in the list of sign-ins", "[access]") {
  auto state = sample_session();
  state.delegations.at({"KE"}).name = {{"en", "כ <ק>\n(1)"}};
  const Codes codes(known_secret(), state);
  CHECK(sheet(state, codes, "http://h", "en").find("<h2>\u2068כ &lt;ק&gt;\\u{000A}(1)\u2069</h2>") !=
        std::string::npos);
  const std::vector<SignInLine> lines{{"delegate", "KE", "כהן (1)", "0000-0001", "u", "s"}};
  CHECK(as_text(lines) == "role      delegation  name     code       link\n"
                          "delegate  KE          \u2068כהן (1)\u2069  0000-0001  u\n");
  CHECK(as_json(lines).find("\u2068") == std::string::npos);
}

}  // namespace
}  // namespace rostrum::access
