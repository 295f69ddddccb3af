// The list of speakers over the wire, a rule to a test (docs/rules.md).
#include "integration/support/hall_acts.hpp"

using namespace rostrum;
using namespace rostrum::test;
using client::Codec;

namespace {

v1::Command move_before(std::uint32_t entry, std::uint32_t other) {
  v1::Command command;
  command.mutable_move_entry()->set_entry(entry);
  command.mutable_move_entry()->set_before(other);
  return command;
}
v1::Command move_after(std::uint32_t entry, std::uint32_t other) {
  v1::Command command;
  command.mutable_move_entry()->set_entry(entry);
  command.mutable_move_entry()->set_after(other);
  return command;
}
v1::Command no_show(std::uint32_t entry) {
  v1::Command command;
  command.mutable_record_no_show()->set_entry(entry);
  return command;
}
v1::Command clear_no_show(std::uint32_t entry) {
  v1::Command command;
  command.mutable_clear_no_show()->set_entry(entry);
  return command;
}

std::vector<std::uint32_t> numbers(const google::protobuf::RepeatedField<std::uint32_t>& field) {
  return {field.begin(), field.end()};
}
using Seconds = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("L1 a planned opening acts by itself at its instant, once") {
  const ServerProcess server({.clock = fast_clock});
  const auto chair = signed_in(server, "chair");
  const auto kenya = signed_in(server, "KE", Codec::json);
  auto ask = request_floor();
  ask.mutable_request_floor()->set_panel(alarm_panel);
  CHECK(refused(*kenya, ask) == "list_not_open");
  v1::Ack planned;
  const auto at =
      must_ahead(*chair, 20'000, [](std::int64_t opens_at) { return plan_opening(opens_at, alarm_panel); }, &planned);
  const auto* shown = patched(*chair, planned.seq(), std::string("panel/") + alarm_panel);
  REQUIRE(shown != nullptr);
  CHECK(shown->panel().list_status() == v1::LIST_STATUS_NOT_OPEN);
  CHECK(shown->panel().list_opens_at() == at);

  sees_list(*kenya, v1::LIST_STATUS_OPEN, alarm_panel);
  CHECK(now(*kenya) >= at);
  CHECK(panel_of(*kenya, alarm_panel).list_opens_at() == 0);
  must(*kenya, ask);
  const auto closed = must(*chair, close_list(alarm_panel));
  CHECK(must(*chair, open_meeting()).seq() == closed.seq() + 1);
  CHECK(panel_of(*chair, alarm_panel).list_status() == v1::LIST_STATUS_CLOSED);
  int openings = 0;
  for (const auto& act : log_of(server)) {
    if (act.at("act") != "open_list_as_planned") continue;
    ++openings;
    CHECK(act.at("actor") == "system");
    const auto sentence = act.at("sentences").at(0).get<std::string>();
    if (sentence.find("Year in Review") != std::string::npos) CHECK(act.at("at_ms").get<std::int64_t>() >= at);
  }
  CHECK(openings == 2);  // the high-level panel's, which the programme planned, and this one
}

TEST_CASE("L1 an announced closing acts by itself at its instant, and a delegation's request is then too late") {
  const ServerProcess server({.clock = fast_clock});
  const auto chair = presiding(server);
  const auto kenya = signed_in(server, "KE", Codec::json);
  must(*chair, request_floor("CL"));
  v1::Ack announced;
  const auto at =
      must_ahead(*chair, 20'000, [](std::int64_t closes_at) { return announce_closing(closes_at); }, &announced);
  const auto* shown = patched(*chair, announced.seq(), "panel/high-level");
  REQUIRE(shown != nullptr);
  CHECK(shown->panel().list_status() == v1::LIST_STATUS_CLOSING);
  CHECK(shown->panel().list_closes_at() == at);

  sees_list(*kenya, v1::LIST_STATUS_CLOSED);
  CHECK(now(*kenya) >= at);
  CHECK(refused(*kenya, request_floor()) == "list_closed");
  CHECK(listed(*kenya) == List{"CL"});  // what waits goes on waiting
  const auto log = log_of(server);
  CHECK(log.back().at("act") == "close_list_as_announced");
  CHECK(log.back().at("actor") == "system");
  CHECK(log.back().at("at_ms").get<std::int64_t>() >= at);
}

TEST_CASE("L1 opening a list that is closing calls the closing off") {
  const ServerProcess server;
  const auto chair = presiding(server);
  must_ahead(*chair, 600'000, [](std::int64_t at) { return announce_closing(at); });
  must(*chair, open_list());
  CHECK(panel_of(*chair).list_status() == v1::LIST_STATUS_OPEN);
  CHECK(panel_of(*chair).list_closes_at() == 0);
  must(*signed_in(server, "KE"), request_floor());
}

TEST_CASE("L2 a delegation asks, has one entry of a kind, withdraws and asks again") {
  const ServerProcess server;
  const auto chair = presiding(server);
  const auto kenya = signed_in(server, "KE", Codec::json);
  auto ask = request_floor();
  ask.mutable_request_floor()->set_language("fr");
  ask.mutable_request_floor()->mutable_speaker()->set_name("Amina Otieno (fictional)");
  ask.mutable_request_floor()->mutable_speaker()->set_title("Minister");
  must(*kenya, ask);
  const auto first = entry_for(*kenya, "KE");
  CHECK(entry_of(*kenya, first).language() == "fr");
  CHECK(entry_of(*kenya, first).speaker().name() == "Amina Otieno (fictional)");
  CHECK(entry_of(*kenya, first).speaker().title() == "Minister");
  CHECK(refused(*kenya, ask) == "already_listed");
  must(*kenya, ask_as(v1::KIND_QUESTION));
  CHECK(refused(*kenya, ask_as(v1::KIND_GROUP_STATEMENT)) == "malformed");  // on whose behalf?
  must(*kenya, withdraw(first));
  CHECK(refused(*kenya, withdraw(first)) == "not_waiting");
  must(*kenya, ask);
  reaches(*chair, kenya->store().seq());
  CHECK(listed(*chair) == List{"KE", "KE"});
  CHECK(queue_of(*chair).entries(1) != first);
}

TEST_CASE("L2 a request that is sent twice acts once, and another content under its id is refused") {
  const ServerProcess server;
  const auto chair = presiding(server);
  const auto tablet = signed_in(server, "KE");
  const auto phone = signed_in(server, "KE", Codec::json);
  auto ask = request_floor();
  ask.set_id("ask-1");
  const auto first = must(*tablet, ask);
  const auto again = must(*tablet, ask);
  const auto by_phone = must(*phone, ask);
  for (const auto& ack : {again, by_phone}) {
    CHECK(ack.seq() == first.seq());
    CHECK(ack.index() == first.index());
  }
  auto other = ask_as(v1::KIND_QUESTION);
  other.set_id("ask-1");
  CHECK(refused(*phone, other) == "command_id_reused");
  reaches(*chair, first.seq());
  CHECK(chair->store().seq() == first.seq());
  CHECK(listed(*chair) == List{"KE"});
}

TEST_CASE("L2 where the programme says so, a delegation may have several entries of a kind waiting") {
  const ChangedProgramme programme("several_entries: false", "several_entries: true");
  const ServerProcess server({.programme = programme.path()});
  const auto chair = presiding(server);
  const auto kenya = signed_in(server, "KE", Codec::json);
  must(*kenya, request_floor());
  must(*kenya, request_floor());
  CHECK(panel_of(*kenya).several_entries());
  CHECK(listed(*kenya) == List{"KE", "KE"});
}

TEST_CASE("L2 where the programme says so, only a delegation of which a device is connected is inscribed") {
  const ChangedProgramme programme("several_entries: false", "present_only: true");
  const ServerProcess server({.programme = programme.path()});
  const auto chair = presiding(server);
  CHECK(panel_of(*chair).present_only());
  CHECK(refused(*chair, request_floor("KE")) == "not_present");
  {
    const auto kenya = signed_in(server, "KE", Codec::json);
    must(*chair, request_floor("KE"));
    auto second = signed_in(server, "KE");
    second->close();
    must(*chair, ask_as(v1::KIND_QUESTION, "KE"));  // one of its two devices is still there
    kenya->close();
  }
  // The server learns that the device has gone a moment later: from then on it says no.
  const auto desk = signed_in(server, "desk");
  sees(*desk, [&] { return !desk->store().presence().contains("KE"); });
  CHECK(refused(*chair, ask_as(v1::KIND_GROUP_STATEMENT, "KE", "The African Group")) == "not_present");
  CHECK(listed(*chair) == List{"KE", "KE"});  // what waits stays
  const auto chile = signed_in(server, "CL");
  must(*chile, request_floor());
}

TEST_CASE("L1 who closes a list is told what opens it again as it was, and may send it") {
  const ServerProcess server;
  const auto chair = presiding(server);
  v1::Ack announced;
  const auto closes_at = must_ahead(*chair, 600'000, [](std::int64_t at) { return announce_closing(at); }, &announced);
  REQUIRE(announced.inverse_size() == 1);
  CHECK(announced.inverse(0).has_open_list());
  const auto closed = must(*chair, close_list());
  REQUIRE(closed.inverse_size() == 2);
  for (const v1::Command& back : closed.inverse()) must(*chair, back);
  CHECK(panel_of(*chair, panel).list_status() == v1::LIST_STATUS_CLOSING);
  CHECK(panel_of(*chair, panel).list_closes_at() == closes_at);
}

TEST_CASE("L3 the chair acts for a delegation on a list that is not open, and on one that is closed") {
  const ServerProcess server;
  const auto chair = presiding(server);
  auto kenya = signed_in(server, "KE");
  auto ask = request_floor("KE");
  ask.mutable_request_floor()->set_panel(alarm_panel);
  CHECK(refused(*kenya, ask) == "list_not_open");
  must(*chair, ask);
  CHECK(panel_of(*chair, alarm_panel).list_status() == v1::LIST_STATUS_NOT_OPEN);
  CHECK(listed(*chair, alarm_panel) == List{"KE"});

  must(*chair, close_list());
  CHECK(refused(*kenya, request_floor()) == "list_closed");
  must(*chair, request_floor("KE"));
  CHECK(listed(*chair) == List{"KE"});
  must(*kenya, withdraw(entry_for(*chair, "KE")));
}

TEST_CASE("L4 by category a list stands group statements first, then members, observer States, IGOs and NGOs, and by "
          "time again as they asked") {
  const ServerProcess server;
  const auto chair = presiding(server);
  const auto of = [&](const std::string& category) -> std::string {
    for (const auto& [key, entity] : chair->store().entities()) {
      if (entity.has_delegation() && v1::Category_Name(entity.delegation().category()) == category)
        return entity.delegation().id();
    }
    FAIL("the programme has nobody of " << category);
    return {};
  };
  const auto ngo = of("CATEGORY_NGO"), igo = of("CATEGORY_IGO"), observer = of("CATEGORY_OBSERVER_STATE");
  const auto secretariat = of("CATEGORY_SECRETARIAT");
  list(*chair, {secretariat, ngo, igo, observer, "KE"});
  must(*chair, ask_as(v1::KIND_GROUP_STATEMENT, "CL", "GRULAC"));
  const List by_time{secretariat, ngo, igo, observer, "KE", "CL"};
  CHECK(listed(*chair) == by_time);

  must(*chair, set_policy(v1::ORDER_POLICY_CATEGORY));
  CHECK(panel_of(*chair).order_policy() == v1::ORDER_POLICY_CATEGORY);
  CHECK(listed(*chair) == List{"CL", "KE", observer, igo, ngo, secretariat});
  must(*chair, request_floor("FR"));
  CHECK(listed(*chair) == List{"CL", "KE", "FR", observer, igo, ngo, secretariat});

  must(*chair, set_policy(v1::ORDER_POLICY_INSCRIPTION_TIME));
  CHECK(listed(*chair) == List{secretariat, ngo, igo, observer, "KE", "CL", "FR"});
}

TEST_CASE("L6 the floor goes to the next or to anyone, and the speech under way ends in the same act") {
  const ServerProcess server;
  const auto chair = presiding(server);
  list(*chair, {"KE", "CL", "FR"});
  CHECK(give_to(*chair, "KE").delegation() == "KE");
  CHECK(listed(*chair) == List{"CL", "FR"});
  const auto second = must(*chair, give_floor(entry_for(*chair, "FR")));
  CHECK(floor_of(*chair).delegation() == "FR");
  CHECK(listed(*chair) == List{"CL"});
  CHECK(panel_of(*chair).speeches() == 1);
  must(*chair, give_panellist("italy"));
  CHECK(floor_of(*chair).panellist() == "italy");
  CHECK(panel_of(*chair).speeches() == 2);
  CHECK(refused(*chair, give_floor(1)) == "not_waiting");
  const auto log = log_of(server);
  const auto given = std::find_if(log.begin(), log.end(), [&](const auto& act) {
    return act.at("name") == std::to_string(second.seq()) + '.' + std::to_string(second.index());
  });
  REQUIRE(given != log.end());
  CHECK(given->at("sentences").at(0) == "The speech of Kenya ended, as the floor went to the next speaker.");
  CHECK(given->at("sentences").at(1) == "France has the floor for 3 min.");
}

TEST_CASE("L6 an entry is moved before and after others, and two moves of different entries both succeed") {
  const ServerProcess server;
  const auto chair = presiding(server);
  const auto desk = signed_in(server, "desk", Codec::json);
  list(*chair, {"KE", "CL", "FR", "CH"});
  const auto kenya = entry_for(*chair, "KE"), chile = entry_for(*chair, "CL"), france = entry_for(*chair, "FR"),
             switzerland = entry_for(*chair, "CH");
  must(*chair, move_before(switzerland, kenya));
  must(*desk, move_after(chile, france));
  CHECK(listed(*desk) == List{"CH", "KE", "FR", "CL"});
  CHECK(entry_of(*desk, chile).moved());
  CHECK_FALSE(entry_of(*desk, kenya).moved());
  CHECK(refused(*desk, move_before(switzerland, kenya)) == "same_place");
}

TEST_CASE("L6 an entry that is removed can be put back where it was, and its delegation is told") {
  const ServerProcess server;
  const auto chair = presiding(server);
  const auto chile = signed_in(server, "CL");
  list(*chair, {"KE", "CL", "FR"});
  const auto entry = entry_for(*chair, "CL");
  const auto removed = must(*chair, remove_entry(entry));
  CHECK(listed(*chair) == List{"KE", "FR"});
  reaches(*chile, removed.seq());
  REQUIRE(standing_of(*chile, "CL") != nullptr);
  CHECK(standing_of(*chile, "CL")->outcome() == v1::OUTCOME_REMOVED);
  CHECK(standing_of(*chair, "CL") == nullptr);
  const auto restored = must(*chair, restore_entry(entry));
  CHECK(listed(*chair) == List{"KE", "CL", "FR"});
  reaches(*chile, restored.seq());
  CHECK(standing_of(*chile, "CL")->outcome() == v1::OUTCOME_RESTORED);
  CHECK(refused(*chair, restore_entry(entry)) == "not_removed");
}

TEST_CASE("L6 who is not there goes to the end, the second time off the list, and both can be cleared") {
  const ServerProcess server;
  const auto chair = presiding(server);
  const auto kenya = signed_in(server, "KE", Codec::json);
  list(*chair, {"KE", "CL", "FR"});
  const auto entry = entry_for(*chair, "KE");
  const auto told = [&](const v1::Ack& ack) {
    reaches(*kenya, ack.seq());
    return standing_of(*kenya, "KE") ? standing_of(*kenya, "KE")->outcome() : v1::OUTCOME_UNSPECIFIED;
  };
  const auto noted = [&] { return chair->store().find("desk/" + std::to_string(entry))->desk_note().no_shows(); };
  CHECK(told(must(*chair, no_show(entry))) == v1::OUTCOME_NO_SHOW);
  CHECK(listed(*chair) == List{"CL", "FR", "KE"});
  CHECK(noted() == 1);
  CHECK(told(must(*chair, clear_no_show(entry))) == v1::OUTCOME_RESTORED);
  CHECK(listed(*chair) == List{"KE", "CL", "FR"});
  CHECK(noted() == 0);
  CHECK(refused(*chair, clear_no_show(entry)) == "no_no_show");

  must(*chair, no_show(entry));
  CHECK(told(must(*chair, no_show(entry))) == v1::OUTCOME_NO_SHOW_OFF);
  CHECK(listed(*chair) == List{"CL", "FR"});
  CHECK(told(must(*chair, clear_no_show(entry))) == v1::OUTCOME_RESTORED);
  CHECK(listed(*chair) == List{"CL", "FR", "KE"});
  CHECK(noted() == 1);
}

TEST_CASE("L6 the last speaker, also one who still speaks, is returned to the head of the list") {
  const ServerProcess server;
  const auto chair = presiding(server);
  const auto kenya = signed_in(server, "KE");
  CHECK(refused(*chair, return_speaker()) == "no_last_speaker");
  list(*chair, {"KE", "CL"});
  const auto speech = give_to(*chair, "KE");
  CHECK(whole_floor_of(*chair).last_speaker_returnable());
  const auto returned = must(*chair, return_speaker());
  CHECK(floor_of(*chair).speech() == 0);
  CHECK(listed(*chair) == List{"KE", "CL"});
  CHECK(queue_of(*chair).entries(0) == speech.entry());
  reaches(*kenya, returned.seq());
  CHECK(standing_of(*kenya, "KE")->outcome() == v1::OUTCOME_RETURNED);

  must(*kenya, end_speech(give_to(*chair, "KE").speech()));  // by its own delegation
  must(*chair, return_speaker());
  CHECK(listed(*chair) == List{"KE", "CL"});
  CHECK_FALSE(whole_floor_of(*chair).last_speaker_returnable());
  CHECK(refused(*chair, return_speaker()) == "no_last_speaker");
}

TEST_CASE("L9 the list tells everyone who is next") {
  const ServerProcess server;
  const auto chair = presiding(server);
  const auto kenya = signed_in(server, "KE");
  list(*chair, {"CL", "KE"});
  give_to(*chair, "CL");
  reaches(*kenya, chair->store().seq());
  REQUIRE(queue_of(*kenya).entries_size() > 0);
  CHECK(entry_of(*kenya, queue_of(*kenya).entries(0)).delegation() == "KE");
  CHECK(queue_of(*kenya).next() == queue_of(*kenya).entries(0));
}

TEST_CASE("L10 each entry has a place and an expected time as a range from the end of the speech under way") {
  const ServerProcess server;
  const auto chair = presiding(server);
  const auto display = signed_in(server, "display", Codec::json);
  must(*chair, request_floor("KE"));                                     // 180 s
  must(*chair, ask_as(v1::KIND_GROUP_STATEMENT, "CL", "GRULAC"));        // 300 s
  const auto listed_at = must(*chair, ask_as(v1::KIND_QUESTION, "FR"));  // 90 s
  reaches(*display, listed_at.seq());
  const auto* queue = &queue_of(*display);
  CHECK(numbers(queue->entries()).size() == 3);
  // Panellists have not spoken, and come first: what counts is what lies between those who wait.
  const auto means = numbers(queue->mean_s());
  REQUIRE(means.size() == 3);
  CHECK(queue->variance_size() == 3);
  // 0.9 of 180 s, the hand-over and a stop now and then, of 97 in a hundred who are there when they are called.
  CHECK(means[1] - means[0] >= 172);
  CHECK(means[1] - means[0] <= 174);
  CHECK(means[2] - means[1] > means[1] - means[0]);
  CHECK(queue->finish_mean_s() > means[2]);
  CHECK(queue->variance(2) > queue->variance(1));
  CHECK(queue->speech_mean_s() == 0);

  give_to(*chair, "KE");
  reaches(*display, chair->store().seq());
  queue = &queue_of(*display);
  CHECK(queue->mean_s(0) == 15);  // the list has begun: panellists are not waited for any longer
  CHECK(queue->speech_mean_s() == 162);
}
