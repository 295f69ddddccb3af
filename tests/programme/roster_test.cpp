#include <algorithm>

#include "small_files.hpp"

namespace rostrum::programme {
namespace {

TEST_CASE("Names and flags are those of the roster, else those of CLDR for a State", "[programme]") {
  const Files files;
  files.write("roster.csv", small_roster);
  const auto read = read_programme(files.write("council.yaml", small_programme));
  REQUIRE(read);
  REQUIRE(read->delegations.size() == 3);
  const auto& [kenya, serbia_and_montenegro, bank] =
      std::tie(read->delegations[0], read->delegations[1], read->delegations[2]);
  CHECK(kenya.name == council::Text{{"en", "Kenya"}, {"fr", "Kenya"}});
  CHECK(kenya.flag == "ke");
  CHECK(kenya.groups == std::vector<std::string>{"AG", "G77"});
  CHECK(serbia_and_montenegro.name.at("fr") == "Serbie-et-Monténégro");
  CHECK(serbia_and_montenegro.flag.empty());
  CHECK(bank.name == council::Text{{"en", "World Bank"}, {"fr", "World Bank"}});
  CHECK(bank.flag == "un");
  CHECK(bank.category == council::Category::igo);
}

TEST_CASE("A State without a name in the roster has those of CLDR", "[programme]") {
  const Files files;
  files.write("roster.csv", "code,category\nCI,observer_state\n");
  const auto read = read_programme(files.write(
      "council.yaml", with(with(small_programme.substr(0, small_programme.find("seats:")), "en, fr", "fr, es"),
                           "{ en: Council, fr: Conseil }", "Conseil")));
  REQUIRE(read);
  CHECK(read->delegations.at(0).name == council::Text{{"fr", "Côte d’Ivoire"}, {"es", "Côte d’Ivoire"}});
  CHECK(read->session.title == council::Text{{"fr", "Conseil"}, {"es", "Conseil"}});
}

TEST_CASE("A State by its code in small letters has its flag and its names", "[programme]") {
  const Files files;
  files.write("roster.csv", "code,category,name\nke,member,\nUy,observer_state,\nfr,ngo,Friends\n");
  const auto read =
      read_programme(files.write("council.yaml", small_programme.substr(0, small_programme.find("seats:"))));
  REQUIRE(read);
  const auto& [kenya, uruguay, friends] =
      std::tie(read->delegations.at(0), read->delegations.at(1), read->delegations.at(2));
  CHECK(kenya.id == DelegationId{"ke"});
  CHECK(kenya.name.at("en") == "Kenya");
  CHECK(kenya.flag == "ke");
  CHECK(uruguay.name.at("fr") == "Uruguay");
  CHECK(uruguay.flag == "uy");
  CHECK(friends.flag.empty());
}

TEST_CASE("A roster is read as spreadsheets write it: other separators, headings in capitals, empty ends, UTF-16",
          "[programme]") {
  const auto until_seats = small_programme.substr(0, small_programme.find("seats:"));
  const auto delegations_of = [&](const std::string& roster) {
    const Files files;
    files.write("roster.csv", roster);
    const auto read = read_programme(files.write("council.yaml", until_seats));
    if (!read)
      for (const auto& problem : read.error()) UNSCOPED_INFO(sentence(problem));
    REQUIRE(read);
    return read->delegations;
  };
  const auto expected = delegations_of(small_roster);
  std::string semicolons =
      "Sep=;\r\nCODE;Category;GROUP;Name;NAME_FR;flag;;\r\n"
      "KE;member;\"AG;G77\";Kenya;;;;\r\nCS;member;EEG;Serbia and Montenegro;Serbie-et-Monténégro;;;\r\n"
      "WB;igo;;World Bank;;un;;\r\n;;;;;;;\r\n";
  CHECK(delegations_of(semicolons) == expected);
  CHECK(delegations_of("\xEF\xBB\xBF" + semicolons) == expected);
  std::string tabs = small_roster;
  std::ranges::replace(tabs, ',', '\t');
  CHECK(delegations_of(tabs + "\t\t\t\t\t\n") == expected);
  std::string utf16 = "\xFF\xFE";
  for (const char letter : with(tabs, "Monténégro", "Mont\1n\1gro")) {
    utf16 += letter == '\1' ? '\xE9' : letter;
    utf16 += '\0';
  }
  CHECK(delegations_of(utf16) == expected);
}

TEST_CASE("What is wrong in a roster is told with file, line, column and what was expected", "[programme]") {
  const auto broken = GENERATE(values<Broken>({
      {"code,",
       "codes,",
       {"roster.csv:1:1: expected one of the columns code, category, group, name, flag, name_en, name_fr (nearest: "
        "\"code\"), found \"codes\"",
        "roster.csv:1:1: expected the column \"code\", found none"}},
      {"name_fr", "name", {"roster.csv:1:26: expected each column once, found \"name\""}},
      {"name_fr",
       "name_es",
       {"roster.csv:1:26: expected one of the columns code, category, group, name, flag, name_en, name_fr (nearest: "
        "\"name_en\"), found \"name_es\""}},
      {"WB,igo",
       "WB,intergovernmental",
       {"roster.csv:4:4: expected one of member, observer_state, igo, ngo, secretariat, found \"intergovernmental\""}},
      {"WB,igo",
       "WB,panellist",
       {"roster.csv:4:4: expected one of member, observer_state, igo, ngo, secretariat, found \"panellist\""}},
      {"WB,igo,,World Bank,,un",
       "WB,igo,,World Bank,",
       {"roster.csv:4:20: expected 6 values, as many as there are columns, found 5"}},
      {"WB,igo,,World Bank,,un",
       "WB,igo,,World Bank,,un,x,y",
       {"roster.csv:4:24: expected 6 values, as many as there are columns, found 8"}},
      {"CS,member",
       "KE,member",
       {"roster.csv:3:1: expected an id of its own for a delegation, found \"KE\", which line 2 has"}},
      {"CS,member",
       "ke,member",
       {"roster.csv:3:1: expected an id for a delegation that differs from the others in more than capitals, found "
        "\"ke\", where line 2 has \"KE\""}},
      {"CS,member",
       "C S,member",
       {"roster.csv:3:1: expected an id for a delegation: 1 to 40 letters, digits and hyphens, found \"C S\""}},
      {"CS,member",
       "chair,member",
       {"roster.csv:3:1: expected an id for a delegation other than system, chair, desk, display, which every session "
        "has, found \"chair\""}},
      {"CS,member",
       "Desk,member",
       {"roster.csv:3:1: expected an id for a delegation other than system, chair, desk, display, which every session "
        "has, found \"Desk\""}},
      {"Serbia and Montenegro,Serbie-et-Monténégro",
       ",",
       {"roster.csv:3:15: expected a name, as CLDR has none for this code, found nothing"}},
      {"AG;G77",
       "AG;AG",
       {"roster.csv:2:11: expected at most 20 different groups, each 1 to 40 letters, digits and hyphens, with \";\" "
        "between them, found \"AG;AG\""}},
      {",un\n",
       ",imf\n",
       {"roster.csv:4:21: expected a flag by its lower-case ISO 3166-1 alpha-2 code, or none, found \"imf\""}},
      {"World Bank",
       "World \"Bank\"",
       {"roster.csv:4:15: expected a comma or the end of the line after a quoted value, and quotation marks only "
        "around whole values (doubled within), found \"\"\""}},
      {"World Bank",
       std::string(481, 'a'),
       {"roster.csv:4:9: expected a name of at most 480 bytes, found \"" + std::string(60, 'a') + "...\""}},
      {"World Bank",
       "World \u2067Bank",
       {"roster.csv:4:9: expected a name on one line, without U+2067, found \"World \\u{2067}Bank\""}},
      {"World Bank", "\u3000", {"roster.csv:4:9: expected a name that is more than blanks, found \"\u3000\""}},
      {"World Bank", "World \xC3", {"roster.csv:4:15: expected text in UTF-8, found the byte 0xC3"}},
  }));
  CAPTURE(broken.from, broken.to);
  auto found = problems_of(small_programme, with(small_roster, broken.from, broken.to));
  std::erase_if(
      found, [](const std::string& text) { return text.starts_with("council.yaml"); });  // what refers to a lost line
  CHECK(found == broken.expected);
}

TEST_CASE("A roster without a delegation, or without a line, is a problem", "[programme]") {
  const auto until_seats = small_programme.substr(0, small_programme.find("seats:"));
  CHECK(problems_of(until_seats, "code,category\n") ==
        Sentences{"roster.csv:1:1: expected at least one delegation after the names of the columns, found none"});
  CHECK(problems_of(until_seats, "# nothing\n") ==
        Sentences{"roster.csv:1:1: expected a line with the names of the columns, found none"});
}

}  // namespace
}  // namespace rostrum::programme
