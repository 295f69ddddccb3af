// Live statements over the wire, a rule to a test (docs/rules.md). What may not be seen is looked for in all that a
// client was sent.
#include "integration/support/hall_acts.hpp"

using namespace rostrum;
using namespace rostrum::test;
using client::Codec;

namespace {

const std::string text = "Chair, canary-text.\n\nCoherence begins at home.\n\nThank you.";

bool was_sent(const client::Client& client, const std::string& words) {
  return everything_sent(client).find(words) != std::string::npos;
}

}  // namespace

TEST_CASE("S1 a delegation submits its text in two languages and in versions; booth and desk have the latest") {
  const ServerProcess server;
  const auto chair = presiding(server);
  list(*chair, {"CL"});
  const auto entry = entry_for(*chair, "CL");
  const auto chile = signed_in(server, "CL", Codec::json);
  const auto booth = signed_in(server, "interpreter");
  must(*chile, submit(entry, text));
  must(*chile, submit(entry, "Señor presidente, gracias.", "es"));
  const auto last = must(*chile, submit(entry, text + "\n\nOne more."));
  for (const auto* client : {chile.get(), booth.get(), chair.get()}) {
    reaches(const_cast<client::Client&>(*client), last.seq());
    const auto* statement = statement_of(*client, entry);
    REQUIRE(statement != nullptr);
    REQUIRE(statement->texts_size() == 2);
    CHECK(statement->texts(0).language() == "en");
    CHECK(statement->texts(0).version() == 2);
    CHECK(statement->texts(0).paragraphs_size() == 4);
    CHECK(statement->texts(0).words() == 11);  // a hyphen parts two words
    CHECK(statement->texts(1).version() == 1);
    CHECK(statement->delivery() == v1::DELIVERY_CHECK_AGAINST_DELIVERY);
  }
  CHECK(refused(*chile, submit(entry, "Señor presidente, gracias.", "es")) == "nothing_changes");
  CHECK(refused(*booth, submit(entry, "Not mine to write.")) == "unauthorized");
}

TEST_CASE("S1 a text is bounded, and one of 32 KiB is taken in either codec") {
  const ServerProcess server;
  const auto chair = presiding(server);
  list(*chair, {"CL"});
  const auto entry = entry_for(*chair, "CL");
  for (const auto codec : {Codec::protobuf, Codec::json}) {
    const auto chile = signed_in(server, "CL", codec);
    const std::string longest(32u << 10, codec == Codec::json ? 'a' : 'b');
    CHECK(refused(*chile, submit(entry, longest + "c")) == "text_too_long");
    must(*chile, submit(entry, longest));
    CHECK(statement_of(*chile, entry)->texts(0).paragraphs(0) == longest);
  }
}

TEST_CASE("S2 no byte of a text is sent to hall and public before it is released, and all of it then") {
  const ServerProcess server({.clock = fast_clock});
  const auto chair = presiding(server);
  list(*chair, {"CL"});
  const auto entry = entry_for(*chair, "CL");
  const auto chile = signed_in(server, "CL");
  const auto france = signed_in(server, "FR", Codec::json);
  const auto display = signed_in(server, "display");
  const auto booth = signed_in(server, "interpreter");
  reaches(*booth, must(*chile, submit(entry, text)).seq());
  CHECK(was_sent(*booth, "canary-text"));
  const auto given = give_to(*chair, "CL");
  sees(*display, [&] { return statement_of(*display, entry) != nullptr; });  // ten seconds into the speech
  const auto released = statement_of(*display, entry)->released_at();
  CHECK(released >= given.started_at() + 10'000);
  sees(*france, [&] { return statement_of(*france, entry) != nullptr; });
  CHECK(statement_of(*france, entry)->texts(0).paragraphs(0) == "Chair, canary-text.");
  // Who came before the release was sent nothing of it until then: the first that holds a word of it is its release.
  for (const auto* client : {france.get(), display.get()}) {
    const auto first = std::ranges::find_if(client->items(), [](const v1::ServerItem& item) {
      return item.DebugString().find("canary-text") != std::string::npos;
    });
    REQUIRE(first != client->items().end());
    REQUIRE(first->has_patch());
    const auto& upserts = first->patch().upserts();
    const auto statement =
        std::ranges::find_if(upserts, [](const auto& entity) { return entity.statement().texts_size() > 0; });
    REQUIRE(statement != upserts.end());
    CHECK(statement->statement().released_at() == released);
  }
}

TEST_CASE("S2 a floor given by mistake releases nothing") {
  const ServerProcess server;
  const auto chair = presiding(server);
  list(*chair, {"CL"});
  const auto entry = entry_for(*chair, "CL");
  must(*chair, submit(entry, text));
  const auto display = signed_in(server, "display");
  give_to(*chair, "CL");
  const auto returned = must(*chair, return_speaker());
  reaches(*display, returned.seq());
  CHECK_FALSE(was_sent(*display, "canary-text"));
  CHECK(statement_of(*chair, entry)->released_at() == 0);
}

TEST_CASE("S2 a text is released by its delegation, or at the instant that it has set") {
  const ServerProcess server;
  const auto chair = presiding(server);
  list(*chair, {"CL", "KE"});
  const auto display = signed_in(server, "display");
  const auto chile = signed_in(server, "CL");
  const auto first = entry_for(*chair, "CL");
  const auto second = entry_for(*chair, "KE");
  must(*chile, submit(first, text));
  must(*chair, submit(second, "canary-later"));
  reaches(*display, must(*chile, release(first)).seq());
  CHECK(was_sent(*display, "canary-text"));
  CHECK(refused(*chile, release(first)) == "already_released");
  CHECK(refused(*chile, release(second)) == "unauthorized");
  must_ahead(*chair, 300, [&](std::int64_t at) { return plan_release(second, at); });
  sees(*display, [&] { return statement_of(*display, second) != nullptr; });
}

TEST_CASE("S3 the paragraph is moved by the delegate, an assistant and the captioner, and every view follows") {
  const ServerProcess server;
  const auto chair = presiding(server);
  list(*chair, {"CL"});
  const auto entry = entry_for(*chair, "CL");
  const auto chile = signed_in(server, "CL");
  const auto assistant = signed_in(server, "CL", Codec::json);  // another device of the delegation
  const auto captioner = signed_in(server, "captioner");
  const auto display = signed_in(server, "display");
  must(*chile, submit(entry, text));
  const auto speech = give_to(*chair, "CL").speech();
  const auto reached = must(*chile, reach(speech, 1));  // which releases the text
  reaches(*display, reached.seq());
  CHECK(floor_of(*display).paragraph() == 1);
  CHECK(statement_of(*display, entry) != nullptr);
  must(*assistant, reach(speech, 2));
  const auto last = must(*captioner, reach(speech, 3));
  for (const auto* client : {chile.get(), assistant.get(), display.get(), chair.get()}) {
    reaches(const_cast<client::Client&>(*client), last.seq());
    CHECK(floor_of(*client).paragraph() == 3);
  }
  CHECK(patched(*display, last.seq(), "statement/" + std::to_string(entry)) == nullptr);  // not the text again
  CHECK(refused(*captioner, reach(speech, 4)) == "out_of_range");
  CHECK(refused(*display, reach(speech, 2)) == "unauthorized");
}

TEST_CASE("S3 text, versions and paragraph survive a kill") {
  ServerProcess server;
  std::uint32_t entry = 0;
  {
    const auto chair = presiding(server);
    list(*chair, {"CL"});
    entry = entry_for(*chair, "CL");
    must(*chair, submit(entry, text));
    must(*chair, submit(entry, text + "\n\nEnd."));
    must(*chair, reach(give_to(*chair, "CL").speech(), 2));
  }
  server.kill_hard();
  server.start();
  const auto display = signed_in(server, "display");
  CHECK(floor_of(*display).paragraph() == 2);
  CHECK(statement_of(*display, entry)->texts(0).version() == 2);
}
