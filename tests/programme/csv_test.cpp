#include <catch2/catch.hpp>

#include "programme/csv.hpp"

namespace rostrum::programme {
namespace {

std::vector<std::vector<std::string>> values(Sheet& sheet) {
  std::vector<std::vector<std::string>> values;
  for (const auto& row : read_table(sheet)) {
    values.emplace_back();
    for (const auto& cell : row) values.back().push_back(cell.value);
  }
  return values;
}

using Table = std::vector<std::vector<std::string>>;

TEST_CASE("A table has its values without white space at their ends, and quoted ones as they are meant",
          "[programme]") {
  Sheet sheet("t.csv", "code, name ,flag\r\nCI,\"Côte d’Ivoire, \"\"the\"\" republic\",ci\r\nXX,,\r\n");
  CHECK(values(sheet) ==
        Table{{"code", "name", "flag"}, {"CI", "Côte d’Ivoire, \"the\" republic", "ci"}, {"XX", "", ""}});
  CHECK(sheet.problems().empty());
}

TEST_CASE("Comments, empty lines and a missing last line end are no rows", "[programme]") {
  Sheet sheet("t.csv", "# a comment with a \"quote, and more\n\na,b\n   \n#\n\n1,2");
  CHECK(values(sheet) == Table{{"a", "b"}, {"1", "2"}});
  CHECK(sheet.problems().empty());
}

TEST_CASE("A number sign within a line begins no comment", "[programme]") {
  Sheet sheet("t.csv", "a,#b\n");
  CHECK(values(sheet) == Table{{"a", "#b"}});
}

TEST_CASE("A carriage return alone ends a line, after a remark and after the separator too", "[programme]") {
  for (const char* text : {"# a remark\ra,b\r1,2\r", "sep=,\ra,b\r1,2", "a,b\r\r1,2\r\n", "a,b\n# a remark\r1,2"}) {
    CAPTURE(text);
    Sheet sheet("t.csv", text);
    const std::string bytes(sheet.bytes());
    CHECK(values(sheet) == Table{{"a", "b"}, {"1", "2"}});
    CHECK(sheet.problems().empty());
    CHECK(bytes == text);
  }
  Sheet sheet("t.csv", "a,b\r1,\"2\"3\r4,5\r");
  CHECK(values(sheet) == Table{{"a", "b"}, {"4", "5"}});
  REQUIRE(sheet.problems().size() == 1);
  CHECK(sheet.problems().front().line == 2);
}

TEST_CASE("Each value is placed where it begins in the file", "[programme]") {
  Sheet sheet("t.csv", "a,  b,\n\n\"x\ny\", é,z\n");
  const auto rows = read_table(sheet);
  REQUIRE(rows.size() == 2);
  const auto place = [](const Cell& cell) { return std::pair(cell.place.line, cell.place.byte); };
  CHECK(place(rows[0][0]) == std::pair(0, 0));
  CHECK(place(rows[0][1]) == std::pair(0, 4));
  CHECK(place(rows[0][2]) == std::pair(0, 6));
  CHECK(place(rows[1][0]) == std::pair(2, 0));
  CHECK(place(rows[1][1]) == std::pair(3, 4));
  CHECK(place(rows[1][2]) == std::pair(3, 7));
}

TEST_CASE("A line that breaks the form is told with its place, and the others are read", "[programme]") {
  Sheet sheet("t.csv", "a,b\n1,2\"3\"\n4,\"5\" 6\n7,8\n");
  CHECK(values(sheet) == Table{{"a", "b"}, {"7", "8"}});
  const auto problems = sheet.problems();
  REQUIRE(problems.size() == 2);
  CHECK(std::tuple(problems[0].line, problems[0].column) == std::tuple(2, 4));
  CHECK(std::tuple(problems[1].line, problems[1].column) == std::tuple(3, 7));
  CHECK(problems[0].found == "\"\"\"");
}

TEST_CASE("A quotation mark that is never closed is told where it opens", "[programme]") {
  Sheet sheet("t.csv", "a,b\n1,\"2\n3,4\n");
  CHECK(values(sheet) == Table{{"a", "b"}});
  REQUIRE(sheet.problems().size() == 1);
  CHECK(sentence(sheet.problems()[0]) == "t.csv:2:3: expected a closing quotation mark, found the end of the file");
}

TEST_CASE("A table may be separated by semicolons or tabs, as its first row shows", "[programme]") {
  const Table expected{{"code", "category", "group"}, {"KE", "member", "AG;G77"}, {"WB", "igo, of sorts", ""}};
  for (const char* text :
       {"code;category;group\nKE;member;\"AG;G77\"\nWB;igo, of sorts;\n",
        "# one; two; three\n\n\"code\";category;group\r\nKE; member ;\"AG;G77\"\r\nWB;igo, of sorts;",
        "code\tcategory\tgroup\nKE\tmember\tAG;G77\n WB \tigo, of sorts\t\n",
        "code,category,group\nKE,member,AG;G77\nWB,\"igo, of sorts\",\n"}) {
    INFO(text);
    Sheet sheet("t.csv", text);
    CHECK(values(sheet) == expected);
    CHECK(sheet.problems().empty());
  }
}

TEST_CASE("A first line that says the separator is followed, and none of the table", "[programme]") {
  for (const char* text : {"sep=;\na;b,c\n1;2\n", "SEP=;\r\na;b,c\r\n1;2\r\n", "\"sep=;\"\na;b,c\n1;2\n",
                           "\xEF\xBB\xBFsep=;\na;b,c\n1;2\n"}) {
    INFO(text);
    Sheet sheet("t.csv", text);
    CHECK(values(sheet) == Table{{"a", "b,c"}, {"1", "2"}});
    CHECK(sheet.problems().empty());
  }
  Sheet placed("t.csv", "sep=;\na;b\n");
  CHECK(read_table(placed).front().front().place == Place{1, 0});
  Sheet other("t.csv", "sep=|\na|b\n");
  (void)read_table(other);
  REQUIRE(other.problems().size() == 1);
  CHECK(sentence(other.problems()[0]) ==
        "t.csv:1:5: expected a comma, a semicolon or a tab after \"sep=\", found \"|\"");
}

TEST_CASE("Lines of separators alone are no rows", "[programme]") {
  for (const char* text : {"a,b\n,\n1,2\n,,,\n , \n", "a;b\n;;\n1;2\n;", "a\tb\n\t\n1\t2\n\t\t\t\n"}) {
    INFO(text);
    Sheet sheet("t.csv", text);
    CHECK(values(sheet) == Table{{"a", "b"}, {"1", "2"}});
    CHECK(sheet.problems().empty());
  }
}

TEST_CASE("What breaks the form is told by the separator that the table has", "[programme]") {
  Sheet sheet("t.csv", "a;b\n\"1\"2;3\n");
  (void)read_table(sheet);
  REQUIRE(sheet.problems().size() == 1);
  CHECK(sheet.problems()[0].expected.starts_with("a semicolon or the end of the line after a quoted value"));
}

}  // namespace
}  // namespace rostrum::programme
