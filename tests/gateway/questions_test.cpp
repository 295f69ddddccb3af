// What only the desk's audience may ask: the log, and the sign-in sheet.
#include "gateway/talk.hpp"

using namespace rostrum;
using namespace rostrum::gateway;
using council::chair;
using council::desk;
using council::display;
using council::grant_of;
using v1::ServerItem;

namespace {

std::string ask_log(const std::string& id, const std::string& more = "") {
  return R"({"logRequest":{"id":")" + id + "\"" + more + "}}";
}
std::string ask_sheet(const std::string& id, const std::string& more = "") {
  return R"({"sheetRequest":{"id":")" + id + "\"" + more + "}}";
}

}  // namespace

TEST_CASE("L14 the desk and the chair read the log, the latest act first") {
  Talk talk;
  for (const GrantId& grant : {desk, chair}) {
    const auto client = talk.follow(grant);
    talk.say(*client, Talk::set_title("x", 10));
    talk.settle();
    talk.say(*client, ask_log("l"));
    talk.settle();
    client->read();
    REQUIRE(client->last().has_log());
    const auto& log = client->last().log();
    CHECK(log.id() == "l");
    CHECK(log.next_before() == 0);
    CHECK(log.lines(0).event() == "panel_titled");
    CHECK(log.lines(0).seq() == talk.chamber->seq().value);
    CHECK(log.lines(0).details().at("title") == "xxxxxxxxxx");
    CHECK(log.lines(log.lines_size() - 1).event() == "session_created");
    CHECK(log.lines(log.lines_size() - 1).actor() == "system");
  }
}

TEST_CASE("L14 a log is answered when no commit is being written, and its client may have gone") {
  Talk talk;
  const auto client = talk.follow(desk);
  auto gone = talk.follow(chair);
  talk.say(*client, Talk::open_meeting("a"));
  talk.scheduler.run_posted();
  REQUIRE(talk.scheduler.writing());
  talk.say(*client, ask_log("l"));
  talk.say(*gone, ask_log("m"));
  gone->connection->lost();
  gone->connection.reset();
  gone.reset();
  talk.scheduler.run_posted();
  client->read();
  CHECK(client->count(ServerItem::kLog) == 0);
  talk.settle();
  client->read();
  CHECK(client->last().log().lines(0).event() == "meeting_opened");
}

TEST_CASE("L14 a log on a panel that is not known is refused") {
  Talk talk;
  const auto client = talk.follow(desk);
  talk.say(*client, ask_log("l", R"(,"panel":"nowhere")"));
  client->read();
  CHECK(client->last().rejection().command_id() == "l");
  CHECK(client->last().rejection().code() == "unknown_panel");
}

TEST_CASE("P4 log and sheet are refused to everybody but the desk and the chair") {
  Talk talk;
  for (const GrantId& grant :
       {display, grant_of("CL"), grant_of("interpreter"), grant_of("captioner"), grant_of("observer")}) {
    const auto client = talk.follow(grant);
    for (const auto& request : {ask_log("q"), ask_sheet("q")}) {
      talk.say(*client, request);
      talk.settle();
      client->read();
      CHECK(client->last().rejection().command_id() == "q");
      CHECK(client->last().rejection().code() == "unauthorized");
    }
    CHECK_FALSE(client->closed_with);
  }
}

TEST_CASE("P4 neither is answered before the sign-in") {
  Talk talk;
  for (const auto& request : {ask_log("q"), ask_sheet("q")}) {
    const auto client = talk.connect();
    talk.say(*client, request);
    client->read();
    CHECK(client->closed_with == CloseCode::malformed_frame);
  }
}

TEST_CASE("log and sheet count as items: beyond the burst they are refused") {
  Talk talk(with({}, "items_per_second_max=1,items_burst_max=2,too_fast_max=3").value());
  const auto client = talk.follow(desk);
  for (const auto& request : {ask_log("a"), ask_sheet("b"), ask_log("c"), ask_sheet("d")}) talk.say(*client, request);
  talk.settle();
  client->read();
  CHECK(client->count(ServerItem::kLog) == 1);
  CHECK(client->count(ServerItem::kSignInSheet) == 1);
  CHECK(client->count(ServerItem::kRejection) == 2);
}

TEST_CASE("P5 the sheet comes in the language and of the seat that is asked for") {
  Talk talk;
  const auto client = talk.follow(desk);
  talk.say(*client, ask_sheet("s"));
  talk.settle();
  client->read();
  CHECK(client->last().sign_in_sheet().id() == "s");
  CHECK(client->last().sign_in_sheet().html() == "sheet in  of all");
  talk.say(*client, ask_sheet("t", R"(,"language":"fr","seat":"CL")"));
  talk.settle();
  client->read();
  CHECK(client->last().sign_in_sheet().html() == "sheet in fr of CL");
}

TEST_CASE("P5 a sheet of a seat that is not known, or whose code is void, is refused") {
  Talk talk;
  const auto client = talk.follow(desk);
  talk.say(*client, ask_sheet("s", R"(,"seat":"XX")"));
  client->read();
  CHECK(client->last().rejection().code() == "unknown_seat");
  talk.say(*client, Talk::command("a", R"("revokeSeat":{"seat":"CL"})"));
  talk.settle();
  talk.say(*client, ask_sheet("t", R"(,"seat":"CL")"));
  client->read();
  CHECK(client->last().rejection().code() == "already_revoked");
}

TEST_CASE("P5 a sheet larger than an outbox reaches its client, and one is asked for at a time") {
  Talk talk(with({}, "outbox_bytes_max=1024").value());
  talk.sheet_bytes = 100'000;
  const auto client = talk.follow(desk);
  const auto ask = [&](const std::string& id) {
    talk.say(*client, ask_sheet(id));
    talk.settle();
  };
  talk.say(*client, ask_sheet("a"));
  talk.say(*client, ask_sheet("b"));  // while the first is being made
  talk.settle();
  client->read();
  CHECK(client->items[client->items.size() - 2].rejection().command_id() == "b");
  CHECK(client->last().sign_in_sheet().id() == "a");
  for (const auto* id : {"c", "d", "e"}) ask(id);  // c is under way, d waits to be sent
  client->read();
  CHECK(client->count(ServerItem::kSignInSheet) == 3);
  CHECK(client->last().rejection().command_id() == "e");
  CHECK(client->last().rejection().code() == "too_fast");
  ask("f");
  client->read();
  CHECK(client->last().sign_in_sheet().id() == "f");
  CHECK(talk.counted("rostrum_outbox_overflows_total") == 0);
}

TEST_CASE("a code may be printed until its revocation is on the disk") {
  Talk talk;
  const auto officer = talk.follow(desk);
  talk.say(*officer, Talk::command("r", R"("revokeSeat":{"seat":"CL"})"));
  talk.scheduler.run_posted();
  REQUIRE(talk.scheduler.writing());
  talk.say(*officer, ask_sheet("during", R"(,"seat":"CL")"));
  talk.scheduler.run_posted();
  officer->read();
  CHECK(officer->last().sign_in_sheet().id() == "during");
  talk.settle();
  talk.say(*officer, ask_sheet("after", R"(,"seat":"CL")"));
  talk.settle();
  officer->read();
  CHECK(officer->last().rejection().command_id() == "after");
  CHECK(officer->last().rejection().code() == "already_revoked");
}
