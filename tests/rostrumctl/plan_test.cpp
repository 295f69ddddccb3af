// What a situation in JSON comes to, and what is told of one that is wrong.
#include <catch2/catch.hpp>

#include "rostrumctl/plan.hpp"

using namespace rostrum::ctl;

namespace {

Wrongs wrongs_of(std::string_view json) {
  const auto planned = plan_of(json);
  REQUIRE_FALSE(planned);
  return planned.error();
}

}  // namespace

TEST_CASE("a situation is answered by the parts that it has") {
  const auto planned = plan_of(R"({
    "fit": {"avail": 300, "entries": [{"id": "CH", "cls": "member", "base": 180, "member": true},
                                      {"id": 7, "cls": "ngo", "base": 120, "fixed": 45}]},
    "lot": {"labels": ["CH"], "session": "s", "panel": "p", "draw": 1, "word": "6-2-5",
            "secret_hex": "d2c13cf67c07f731335976254500afa5a6fa569224a2a89faf12f30fa742226b"}})");
  REQUIRE(planned);
  CHECK(planned->size() == 2);
  CHECK(planned->at("fit") == Answer::parse(R"({"available_s": 300, "least_s": 135, "fits": true, "factor": "1",
    "class_limits_s": {"member": 180}, "limits_s": {"CH": 180, "7": 45}, "planned_s": 255, "left_s": 45})"));
  CHECK(planned->at("lot").at("order") == Answer::array({"CH"}));
}

TEST_CASE("what does not fit is answered by choices, and of a closed list none is to close it") {
  const auto planned =
      plan_of(R"({"fit": {"avail": 70, "entries": [{"cls": "member", "base": 180, "member": true}]}})");
  REQUIRE(planned);
  CHECK(planned->at("fit").at("choices").at("close_list").is_null());
  CHECK(planned->at("fit").at("choices").at("extend_min") == 1);
  CHECK_FALSE(planned->at("fit").contains("limits_s"));
}

TEST_CASE("orders name entries as they are written, by the class and the region that have spoken") {
  const auto planned = plan_of(R"({"order": {"entries": [
      {"id": 10, "cls": "member", "region": "AG", "asked_ms": 1},
      {"id": 9, "cls": "member", "region": "AG", "asked_ms": 1},
      {"id": "x", "cls": "member", "region": "APG", "asked_ms": 5, "delegation": "JP"}],
    "last": "member AG", "heard": {"member AG": 3}, "spoken_ms": {"9": 2000}, "counts": {"JP": 1}}})");
  REQUIRE(planned);
  const Answer& order = planned->at("order");
  CHECK(order.at("inscription") == Answer::parse(R"([9, 10, "x"])"));
  CHECK(order.at("alternate_as_it_stands") == Answer::parse(R"(["x", 9, 10])"));
  CHECK(order.at("least_heard") == Answer::parse(R"([10, "x", 9])"));
}

TEST_CASE("all that is wrong is told, each by where it stands, what was expected and what was found") {
  CHECK(
      wrongs_of(R"({"fit": {"avail": "much", "entries": [{"cls": "state", "base": 0}, {"cls": "ngo", "bass": 9}]}})") ==
      Wrongs{R"(fit.entries[0].cls: expected one of member, observer_state, igo, ngo, secretariat, group_statement, )"
             R"(question, panellist, point_of_order, found "state")",
             "fit.entries[0].base: expected a whole number from 1 to 7200, found 0",
             R"(fit.entries[1]: expected no "bass" in it, only asked_ms, base, cls, delegation, fixed, id, member, )"
             R"(region, use)",
             R"(fit.entries[1]: expected "base" in it, found none)",
             R"(fit.avail: expected a whole number from -1000000000 to 1000000000, found "much")"});
  CHECK(wrongs_of("{}") == Wrongs{"the situation: expected at least one of fit, forecast, guarantee, lot, order in it, "
                                  "found {}"});
  CHECK(wrongs_of("[1]").front() == "the situation: expected an object, found [1]");
  CHECK(wrongs_of(R"({"fit": )").front().starts_with("expected JSON"));
  CHECK(wrongs_of(R"({"fit": null})").front() == "fit: expected an object, found null");
}

TEST_CASE("what would not be one order, or not one draw, is refused") {
  CHECK(wrongs_of(R"({"order": {"entries": [{"id": "a", "cls": "member", "asked_ms": 1},
                                            {"id": "a", "cls": "question", "asked_ms": 1}]}})") ==
        Wrongs{R"(order.entries[1].id: expected an id that no other entry has, found "a")",
               R"(order.entries[1].cls: expected one that waits on a list of statements, found "question")"});
  CHECK(wrongs_of(R"({"order": {"entries": [], "last": "African"}})").front() ==
        R"(order.last: expected a class, a blank and a region, as "member AG", found "African")");
  CHECK(wrongs_of(R"({"lot": {"labels": ["CH", "CH"], "session": "s", "panel": "p", "draw": 0, "word": "six",
                              "secret_hex": "ab"}})") ==
        Wrongs{R"(lot.secret_hex: expected 64 hexadecimal digits in small letters, found "ab")",
               R"(lot.word: expected digits, capital letters from A to Z, and hyphens, found "six")",
               "lot.draw: expected a whole number from 1 to 4294967295, found 0",
               R"(lot.labels[1]: expected a label that stands there once, found "CH")"});
}

TEST_CASE("what no situation is like is told, and ends nothing") {
  CHECK(wrongs_of(R"({"fit": {"avail": 1e999, "entries": []}})").front() ==
        "expected JSON with numbers that can be read, found one that is too large");
  CHECK(wrongs_of(std::string(40'000, '[')).front() == "expected JSON of at most 16 levels, found more");
  CHECK(wrongs_of(R"({"fit": {"avail": 9, "entries": [{"id": 1, "cls": "ngo", "base": 9},
                                                      {"id": "1", "cls": "ngo", "base": 9}]}})") ==
        Wrongs{R"(fit.entries[1].id: expected an id that no other entry has, found "1")"});
  CHECK(wrongs_of(R"({"order": {"entries": [], "counts": [5, 6], "spoken_ms": "x", "heard": {"member AG": 1e10}}})") ==
        Wrongs{R"(order.spoken_ms: expected an object, found "x")", "order.counts: expected an object, found [5,6]",
               "order.heard.member AG: expected a whole number from 0 to 1000000, found 10000000000.0"});
}

TEST_CASE("a forecast is given of nothing seen yet, and a plan for Members says what restores what is due to them") {
  const auto planned = plan_of(R"({"forecast": {"waiting": [["member", 180, 180], ["ngo", 120, 60]],
                                                "under_way": ["member", 180, 180, 100.5]},
    "guarantee": {"reserved_s": 600,
      "before": {"now_s": 0, "end_s": 1000, "reserve_s": 0, "used_member_s": 0, "list_open": true, "entries": []},
      "after": {"now_s": 0, "end_s": 500, "reserve_s": 0, "used_member_s": 0, "list_open": true, "entries": []}}})");
  REQUIRE(planned);
  CHECK(planned->at("forecast").at("use_of_members") == 1.0);
  CHECK(planned->at("forecast").at("earliest_s") < planned->at("forecast").at("latest_s"));
  CHECK(planned->at("guarantee") == Answer::parse(R"({"before_s": 1000, "after_s": 500, "due_s": 600, "accepted": false,
    "short_s": 100, "restores": {"extend_min": 2, "reserve_min": null, "others_in_writing": null}})"));
}
