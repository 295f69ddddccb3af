#include <catch2/catch.hpp>

#include "ops/log.hpp"

using rostrum::ops::line;

TEST_CASE("a log line holds the event's name and its fields in order") {
  CHECK(line("commit", {{"seq", 12}, {"acts", 3u}, {"session", "council-2005"}, {"slow", false}}) ==
        "event=commit seq=12 acts=3 session=council-2005 slow=false");
}

TEST_CASE("a value that could be read as something else is quoted, and no value breaks the line") {
  CHECK(line("x", {{"why", "disk is full"}}) == R"(event=x why="disk is full")");
  CHECK(line("x", {{"why", ""}}) == R"(event=x why="")");
  CHECK(line("x", {{"why", "a=b"}}) == R"(event=x why="a=b")");
  CHECK(line("x", {{"why", "said \"no\" \\"}}) == R"(event=x why="said \"no\" \\")");
  CHECK(line("x", {{"why", "one\ntwo\r\x1b"}}) == R"(event=x why="one\ntwo\x0d\x1b")");
}
