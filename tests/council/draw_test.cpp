// The order of a list by lot (L4): what is drawn is proven in order_of_fairness_test.cpp, by examples that a shell has
// made.
#include "council/fair_time/lot.hpp"
#include "council/given.hpp"
#include "council/inverse.hpp"

namespace rostrum::council {
namespace {

const Draw& draw_of(const Given& given) { return given.panel().draw.value(); }

/// Four wait and are drawn among.
Given frozen() {
  Given given = four_waiting();
  given.must(chair, PrepareDraw{high_level, ""});
  given.must(chair, FreezePool{high_level, 1});
  return given;
}

TEST_CASE("L4 lot: the server is committed to its secret before the pool is frozen, and shows it with the draw alone") {
  Given given = four_waiting();
  given.must(chair, PrepareDraw{high_level, ""});
  const std::string secret = given.lot_secret(high_level, 1);
  CHECK(draw_of(given).commitment == fair_time::lot_commitment(secret));
  CHECK(draw_of(given).secret.empty());
  given.must(desk, FreezePool{high_level, 1});
  CHECK(draw_of(given).labels == std::vector<std::string>{"CL", "EC", "KE", "MA"});
  CHECK(draw_of(given).secret.empty());
  CHECK(given.list() == "CL EC KE MA");
  given.must(chair, DrawLot{high_level, 1, "6-2-5-HERON"});
  CHECK(draw_of(given).secret == secret);
  CHECK(draw_of(given).seed == fair_time::lot_seed("council-test", "high-level", 1, secret, "6-2-5-HERON"));
  CHECK(draw_of(given).drawn == fair_time::lot({"CL", "EC", "KE", "MA"}, draw_of(given).seed));
  CHECK(given.panel().plan.order_policy == OrderPolicy::lot);
  std::string drawn;
  for (const std::string& label : draw_of(given).drawn) drawn += (drawn.empty() ? "" : " ") + label;
  CHECK(given.list() == drawn);
}

TEST_CASE("L4 lot: who withdraws moves nobody else, and who asks after the freeze stands behind, by time") {
  Given whole = frozen();
  whole.must(chair, DrawLot{high_level, 1, "WORD"});
  Given given = frozen();
  const EntryId first = given.panel().order().front();
  given.must(grant_of("CL"), WithdrawEntry{first});
  given.ask("PH");
  given.ask("VA");
  given.must(chair, DrawLot{high_level, 1, "WORD"});
  std::string without = whole.list();
  without.erase(without.find("CL"), without.ends_with("CL") ? 2 : 3);
  if (without.ends_with(' ')) without.pop_back();
  CHECK(given.list() == without + " PH VA");
  CHECK(draw_of(given).drawn == draw_of(whole).drawn);
  given.ask("ILO");
  CHECK(given.list() == without + " PH VA ILO");
}

TEST_CASE("L4 lot: reasons tell who was drawn and who came later") {
  Given given = frozen();
  given.ask("PH");
  given.must(chair, DrawLot{high_level, 1, "WORD"});
  const auto& order = given.panel().order();
  CHECK(reason_of(given.entry(order.front()), OrderPolicy::lot) == Reason::lot);
  CHECK(reason_of(given.entry(order.back()), OrderPolicy::lot) == Reason::time);
}

TEST_CASE("L4 lot: a second entry of a delegation is drawn under its number, and a guest under its own") {
  Given given = on_the_floor();
  given.ask("CL", Kind::question);
  given.ask("EC");
  given.ask("CL");
  given.must(desk,
             RequestFloor{.panel = high_level, .speaker = {.name = "A guest (fictional)"}, .body = "A university"});
  given.must(chair, MoveEntry{.entry = {3}, .anchor = {1}, .before = true});
  given.must(chair, PrepareDraw{high_level, ""});
  given.must(chair, FreezePool{high_level, 1});
  CHECK(draw_of(given).labels == std::vector<std::string>{"CL#2", "CL", "EC", "guest-4"});
}

TEST_CASE("L4 lot: the acts come in their order, each once") {
  Given given = four_waiting();
  CHECK(given.refused(chair, FreezePool{high_level, 1}) == "changed_meanwhile");
  CHECK(given.refused(chair, DrawLot{high_level, 1, "WORD"}) == "changed_meanwhile");
  given.must(chair, PrepareDraw{high_level, ""});
  CHECK(given.refused(chair, PrepareDraw{high_level, ""}) == "draw_under_way");
  CHECK(given.refused(chair, DrawLot{high_level, 1, "WORD"}) == "changed_meanwhile");
  CHECK(given.refused(chair, FreezePool{high_level, 2}) == "changed_meanwhile");
  given.must(chair, FreezePool{high_level, 1});
  CHECK(given.refused(desk, FreezePool{high_level, 1}) == "changed_meanwhile");
  given.must(chair, DrawLot{high_level, 1, "WORD"});
  CHECK(given.refused(desk, DrawLot{high_level, 1, "WORD"}) == "changed_meanwhile");
}

TEST_CASE("L4 lot: a second draw has a number and a reason") {
  Given given = frozen();
  given.must(chair, DrawLot{high_level, 1, "WORD"});
  const std::string first = given.list();
  CHECK(given.refused(chair, PrepareDraw{high_level, ""}) == "malformed");
  given.must(chair, PrepareDraw{high_level, "the word was not heard in the booths"});
  CHECK(draw_of(given).number == 2);
  CHECK(draw_of(given).commitment == fair_time::lot_commitment(given.lot_secret(high_level, 2)));
  CHECK(given.list() == first);
}

TEST_CASE("L4 lot: a first draw has no reason, and reasons and words have bounds") {
  Given given = four_waiting();
  CHECK(given.refused(chair, PrepareDraw{high_level, "because"}) == "malformed");
  CHECK(given.refused(chair, PrepareDraw{high_level, std::string(note_bytes_max + 1, 'a')}) == "text_too_long");
  given.must(chair, PrepareDraw{high_level, ""});
  given.must(chair, FreezePool{high_level, 1});
  for (const char* word : {"", "heron", "HERON 6", "H\nRON", "ÉTÉ", "6_2", "ABCDEFGHIJKLMNOPQRSTUVWXYZ-123456"})
    CHECK(given.refused(chair, DrawLot{high_level, 1, word}) == "malformed");
  CHECK(given.refused(chair, DrawLot{high_level, 1, "ABCDEFGHIJKLMNOPQRSTUVWXYZ-12345"}) == "accepted");
}

TEST_CASE("L4 lot: there is nothing to draw among fewer than two") {
  Given given = on_the_floor();
  given.ask("CL");
  given.must(chair, PrepareDraw{high_level, ""});
  CHECK(given.refused(chair, FreezePool{high_level, 1}) == "nobody_else_waits");
}

TEST_CASE("L4 lot: what was moved by hand is drawn as all others, and a secret that is not the one committed to draws "
          "nothing") {
  Given given = four_waiting();
  given.must(chair, MoveEntry{.entry = given.panel().order()[3], .anchor = given.panel().order()[0], .before = true});
  given.must(chair, PrepareDraw{high_level, ""});
  given.must(chair, FreezePool{high_level, 1});
  const auto right = given.lot_secret;
  given.lot_secret = [](const PanelId&, std::uint32_t) { return "another"; };
  CHECK(given.refused(chair, DrawLot{high_level, 1, "WORD"}) == "changed_meanwhile");
  given.lot_secret = right;
  given.must(chair, DrawLot{high_level, 1, "WORD"});
  for (const EntryId id : given.panel().order()) CHECK_FALSE(given.entry(id).moved);
}

TEST_CASE("L4 lot: a draw is not taken back, and another order may follow it") {
  Given given = frozen();
  CHECK(inverse(given.state, given.now, DrawLot{high_level, 1, "WORD"}).empty());
  given.must(chair, DrawLot{high_level, 1, "WORD"});
  CHECK(given.refused(chair, SetOrderPolicy{high_level, OrderPolicy::lot}) == "nothing_changes");
  given.must(chair, SetOrderPolicy{high_level, OrderPolicy::inscription_time});
  CHECK(given.list() == "CL EC KE MA");
}

}  // namespace
}  // namespace rostrum::council
