// Conversations in a hall of two sessions: which one a code leads to, and what stays apart (N7).
#include "gateway/talk.hpp"

using namespace rostrum;
using namespace rostrum::gateway;
using council::chair;
using council::desk;
using council::grant_of;
using v1::ServerItem;

namespace {

council::Programme programme_of(const std::string& id) {
  council::Programme programme = council::small_programme();
  programme.session.id = {id};
  return programme;
}

/// Two sessions, of which the second is served in the hall of the first too. A code there is "second " and the grant;
/// the word "both" is a code of either.
class TwoTalks {
 public:
  TwoTalks() {
    const auto with_both = [](GrantOf grant_of) -> GrantOf {
      return [grant_of = std::move(grant_of)](std::string_view code) {
        return code == "both" ? std::optional(desk) : grant_of(code);
      };
    };
    first.session->grant_of = with_both(first.session->grant_of);
    const auto in_second = [this](std::string_view code) -> std::optional<GrantId> {
      constexpr std::string_view prefix = "second ";
      if (!code.starts_with(prefix)) return std::nullopt;
      return second.session->grant_of(code.substr(prefix.size()));
    };
    first.hall->sessions.emplace_back(new Session{.id = second.session->id,
                                                  .chamber = *second.chamber,
                                                  .hub = second.hub,
                                                  .grant_of = with_both(in_second),
                                                  .sheet_of = second.session->sheet_of,
                                                  .metrics = first.metrics,
                                                  .labels = labels_of(second.session->id, true)});
    watch_grants(first.hall, *first.hall->sessions.back(), [this] { ++renewed_in_second; });
  }

  std::shared_ptr<Client> follow_second(const GrantId& grant) {
    auto client = first.connect();
    first.say(*client, Talk::sign_in("second " + grant.value));
    second.settle();
    client->read();
    return client;
  }
  [[nodiscard]] Session& session_of_second() { return *first.hall->sessions.back(); }

  Talk first{{}, programme_of("first")};
  Talk second{{}, programme_of("second")};
  int renewed_in_second = 0;
};

}  // namespace

TEST_CASE("N7 a code leads to the session that has it", "[sessions]") {
  TwoTalks talks;
  const auto here = talks.first.follow(grant_of("CL"));
  const auto there = talks.follow_second(grant_of("CL"));
  CHECK(here->items.front().hello().session() == "first");
  CHECK(there->items.front().hello().session() == "second");
  CHECK(here->connection->session() == talks.first.session);
  CHECK(there->connection->session() == &talks.session_of_second());
}

TEST_CASE("N7 a code that two sessions have lets nobody in", "[sessions]") {
  TwoTalks talks;
  const auto client = talks.first.connect();
  talks.first.say(*client, Talk::sign_in("both"));
  talks.first.settle();
  talks.second.settle();
  client->read();
  CHECK(client->closed_with == CloseCode::unknown_code);
  CHECK(client->connection->session() == nullptr);
}

TEST_CASE("N7 an act and a command's id belong to the session of the connection", "[sessions]") {
  TwoTalks talks;
  const auto here = talks.first.follow(chair);
  const auto there = talks.follow_second(chair);
  const auto items = there->items.size();
  talks.first.say(*here, Talk::open_meeting("a"));
  talks.first.settle();
  talks.second.settle();
  here->read();
  there->read();
  CHECK(here->last().ack().seq() == 2);
  CHECK(there->items.size() == items);
  CHECK(talks.second.chamber->seq() == Seq{1});
  talks.first.say(*there, Talk::open_meeting("a"));
  talks.second.settle();
  there->read();
  CHECK(there->last().ack().seq() == 2);
}

TEST_CASE("N7 a seat revoked in one session keeps its connections in the other", "[sessions]") {
  TwoTalks talks;
  const auto officer = talks.follow_second(desk);
  const auto here = talks.first.follow(grant_of("CL"));
  const auto there = talks.follow_second(grant_of("CL"));
  talks.first.say(*officer, Talk::command("a", R"("revokeSeat":{"seat":"CL"})"));
  talks.second.settle();
  here->read();
  there->read();
  CHECK_FALSE(here->closed_with);
  CHECK(there->closed_with == CloseCode::revoked);
  CHECK(talks.renewed_in_second == 1);
  CHECK(talks.first.renewed == 0);
}

TEST_CASE("N7 who is here is counted for each session by itself, with its label", "[sessions]") {
  TwoTalks talks;
  const auto officer = talks.follow_second(desk);
  const auto here = talks.first.follow(grant_of("CL"));
  talks.session_of_second().presence.flush();
  talks.first.session->presence.flush();
  officer->read();
  for (const auto& item : officer->items)
    for (const auto& seat : item.presence().seats()) CHECK(seat.seat() == "desk");
  CHECK(talks.first.counted("rostrum_devices{role=\"delegate\"}") == 1);
  CHECK(talks.first.counted("rostrum_devices{session=\"second\",role=\"delegate\"}") == 0);
  CHECK(talks.first.counted("rostrum_devices{session=\"second\",role=\"desk\"}") == 1);
  CHECK(talks.first.counted("rostrum_sign_ins_total{session=\"second\"}") == 1);
  CHECK(talks.first.counted("rostrum_connections") == 2);
}

TEST_CASE("N7 a session whose journal is full holds, and the other goes on", "[sessions]") {
  TwoTalks talks;
  const auto here = talks.first.follow(chair);
  const auto there = talks.follow_second(chair);
  talks.second.disk.full = true;
  talks.first.say(*there, Talk::open_meeting("a"));
  talks.second.settle();
  talks.first.say(*here, Talk::open_meeting("a"));
  talks.first.settle();
  here->read();
  there->read();
  CHECK(there->last().rejection().code() == "held");
  CHECK(here->last().ack().seq() == 2);
  CHECK(talks.second.chamber->held());
  CHECK_FALSE(talks.first.chamber->held());
}

TEST_CASE("N7 what is counted of a session is labelled where there are several", "[sessions]") {
  CHECK(labels_of({"first"}, false).empty());
  CHECK(labels_of({"first"}, true) == ops::Labels{{"session", "first"}});
}
