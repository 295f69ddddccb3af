// C5: what people wrote and are called stands beside a commit, under salted digests in it.
#include <set>

#include "rostrum/v1/event.pb.h"
#include "support/secrets.hpp"
#include "wire/beside.hpp"
#include "wire/messages.hpp"
#include <catch2/catch.hpp>

namespace rostrum::wire {

namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

Commit commit_of(council::Events events) {
  Commit commit{.session = {"session-1"}, .epoch = std::string(epoch_bytes, 'e'), .seq = {7}};
  commit.acts = {{.grant = {"KE.1"}, .command_id = "c", .actor = {"KE"}, .act = "an_act", .events = std::move(events)}};
  return commit;
}

council::PointOfOrderRaised point(const std::string& note) { return {{4}, {"high-level"}, {"KE"}, note, "en"}; }

v1::Beside beside_of(const StoredCommit& stored) {
  v1::Beside beside;
  REQUIRE(beside.ParseFromString(stored.beside));
  return beside;
}

/// Writes into every text of a message, and of those within it, the name of the message and field that hold it.
void name_texts(Message& message, std::set<std::string>& names) {
  const auto& reflection = *message.GetReflection();
  for (int index = 0; index < message.GetDescriptor()->field_count(); ++index) {
    const FieldDescriptor& field = *message.GetDescriptor()->field(index);
    const std::string name = message.GetDescriptor()->name() + "." + field.name();
    if (field.is_map()) {
      Message& entry = *reflection.AddMessage(&message, &field);
      entry.GetReflection()->SetString(&entry, field.message_type()->map_key(), "en");
      entry.GetReflection()->SetString(&entry, field.message_type()->map_value(), name);
      names.insert(name);
    } else if (field.type() == FieldDescriptor::TYPE_BYTES) {
      reflection.SetString(&message, &field, name);
      names.insert(hex(name));
    } else if (field.type() == FieldDescriptor::TYPE_STRING) {
      if (field.is_repeated())
        reflection.AddString(&message, &field, name);
      else
        reflection.SetString(&message, &field, name);
      names.insert(name);
    } else if (field.message_type() != nullptr) {
      name_texts(field.is_repeated() ? *reflection.AddMessage(&message, &field)
                                     : *reflection.MutableMessage(&message, &field),
                 names);
    }
  }
}

}  // namespace

TEST_CASE("C5 the words stand beside the commit, and in its bytes is the digest of their salt and them") {
  const StoredCommit stored = encode(commit_of({point("My government objects")}), rostrum::test::known_salts);
  CHECK(stored.bytes.find("objects") == std::string::npos);
  const auto beside = beside_of(stored);
  REQUIRE(beside.pieces_size() == 2);
  REQUIRE(beside.pieces(0).words_size() == 1);
  CHECK(beside.pieces(0).words(0) == "My government objects");
  REQUIRE(beside.pieces(0).salt().size() == salt_bytes);
  CHECK(stored.bytes.find(hex(as_bytes(sha256(beside.pieces(0).salt() + std::string("\0\0\0\x15", 4) +
                                              "My government objects")))) != std::string::npos);
}

TEST_CASE("C5 every text has a salt of its own, so that equal words have other digests") {
  const auto beside = beside_of(encode(commit_of({point("the same"), point("the same")}), rostrum::test::known_salts));
  REQUIRE(beside.pieces_size() == 3);
  CHECK(beside.pieces(0).salt() != beside.pieces(1).salt());
}

TEST_CASE("C5 the paragraphs of a statement are one text, whose bounds are hidden and whose number is not") {
  const auto submitted = [](std::vector<std::string> paragraphs) {
    return council::StatementSubmitted{.entry = {3},
                                       .language = "en",
                                       .version = 1,
                                       .format = council::TextFormat::plain,
                                       .delivery = council::Delivery::verbatim,
                                       .paragraphs = std::move(paragraphs),
                                       .words = 4};
  };
  const StoredCommit stored = encode(commit_of({submitted({"one two", "three four"})}), rostrum::test::known_salts);
  auto beside = beside_of(stored);
  CHECK(beside.pieces_size() == 2);
  CHECK(decode_commit(stored)->acts.front().events == council::Events{submitted({"one two", "three four"})});
  auto moved = beside;
  moved.mutable_pieces(0)->set_words(0, "one twothree");
  moved.mutable_pieces(0)->set_words(1, " four");
  CHECK_FALSE(decode_commit(StoredCommit{stored.bytes, test::bytes_of(moved)}));
  beside.mutable_pieces(0)->Clear();
  const auto withheld = decode_commit(StoredCommit{stored.bytes, test::bytes_of(beside)});
  REQUIRE(withheld);
  CHECK(withheld->acts.front().events == council::Events{submitted({"", ""})});
}

TEST_CASE("C5 a digest from which words could be guessed stands beside with them, and is withheld with them") {
  Commit commit = commit_of({point("My government objects")});
  commit.acts.front().command_digest = sha256("of the command");
  const std::string digest(as_bytes(commit.acts.front().command_digest));
  const StoredCommit stored = encode(commit, rostrum::test::known_salts);
  CHECK(stored.bytes.find(digest) == std::string::npos);
  auto beside = beside_of(stored);
  CHECK(beside.pieces(1).words(0) == hex(digest));
  CHECK(decode_commit(stored)->acts.front().command_digest == commit.acts.front().command_digest);
  beside.mutable_pieces(1)->Clear();
  CHECK(decode_commit(StoredCommit{stored.bytes, test::bytes_of(beside)})->acts.front().command_digest == Digest{});

  commit.acts.front().events = {council::ListOpened{{"p"}}};
  CHECK(encode(commit, rostrum::test::known_salts).bytes.find(digest) != std::string::npos);
}

TEST_CASE("C5 only a digest may stand where words were taken out, also where they are withheld") {
  const auto refused = [](const council::Event& event, auto spoil) {
    v1::Commit commit;
    const StoredCommit stored = encode(commit_of({event}), rostrum::test::known_salts);
    REQUIRE(commit.ParseFromString(stored.bytes));
    spoil(*commit.mutable_acts(0)->mutable_events(0));
    auto beside = beside_of(stored);
    beside.mutable_pieces(0)->Clear();
    const auto read = decode_commit(StoredCommit{test::bytes_of(commit), test::bytes_of(beside)});
    return read ? std::string("read") : read.error();
  };
  const std::string words = "text 0 of it stands where its digest should";
  CHECK(refused(point("words"), [](v1::Event&) {}) == "read");
  CHECK(refused(point("words"), [](v1::Event& event) { event.mutable_point_of_order_raised()->set_note("words"); }) ==
        words);
  CHECK(refused(council::StatementSubmitted{.entry = {3},
                                            .language = "en",
                                            .version = 1,
                                            .format = council::TextFormat::plain,
                                            .delivery = council::Delivery::verbatim,
                                            .paragraphs = {"one", "two"},
                                            .words = 2},
                [](v1::Event& event) { event.mutable_statement_submitted()->set_paragraphs(1, "more"); }) == words);
}

TEST_CASE("C5 a commit without words has nothing beside it") {
  CHECK(encode(commit_of({council::ListOpened{{"p"}}}), rostrum::test::known_salts).beside.empty());
  CHECK(encode(commit_of({point("")}), rostrum::test::known_salts).beside.empty());
}

TEST_CASE("C5 words that are withheld leave the bytes and what else was said as they were") {
  const council::Events events{point("of one"), council::HelpRequested{{1}, {"KE"}, "of another"}};
  const StoredCommit stored = encode(commit_of(events), rostrum::test::known_salts);
  auto beside = beside_of(stored);
  beside.mutable_pieces(0)->Clear();
  const auto read = decode_commit(StoredCommit{stored.bytes, test::bytes_of(beside)});
  REQUIRE(read);
  CHECK(read->withheld == 1);
  CHECK(read->acts.front().events == council::Events{point(""), events.back()});
}

TEST_CASE(
    "C5 words that are not those of their digest are refused, and so is what is missing or too much beside a commit") {
  const StoredCommit stored = encode(commit_of({point("one"), point("two")}), rostrum::test::known_salts);
  const auto refused = [&](auto spoil) {
    auto beside = beside_of(stored);
    spoil(beside);
    const auto read = decode_commit(StoredCommit{stored.bytes, test::bytes_of(beside)});
    return read ? std::string("read") : read.error();
  };
  const std::string second = "text 1, which stands beside it, is not the one of its digest";
  CHECK(refused([](v1::Beside&) {}) == "read");
  CHECK(refused([](v1::Beside& beside) { beside.mutable_pieces(1)->set_words(0, "three"); }) == second);
  CHECK(refused([](v1::Beside& beside) { beside.mutable_pieces(1)->mutable_salt()->front() ^= 1; }) == second);
  CHECK(refused([](v1::Beside& beside) { beside.mutable_pieces(1)->clear_salt(); }) == second);
  CHECK(refused([](v1::Beside& beside) { beside.mutable_pieces(1)->clear_words(); }) == second);
  CHECK(refused([](v1::Beside& beside) { beside.mutable_pieces(1)->add_words("more"); }) == second);
  CHECK(refused([](v1::Beside& beside) { beside.mutable_pieces()->SwapElements(0, 1); }) ==
        "text 0, which stands beside it, is not the one of its digest");
  CHECK(refused([](v1::Beside& beside) { beside.mutable_pieces()->RemoveLast(); }) ==
        "it has 3 digests of texts, and 2 texts stand beside it");
  CHECK(refused([](v1::Beside& beside) { beside.add_pieces(); }) ==
        "it has 3 digests of texts, and 4 texts stand beside it");
  CHECK(decode_commit(StoredCommit{stored.bytes, "\xff"}).error() == "what stands beside the commit cannot be read");
}

TEST_CASE("C5 nothing stands beside a commit of before") {
  v1::Commit of_before;
  REQUIRE(of_before.ParseFromString(encode(commit_of({council::ListOpened{{"p"}}}), rostrum::test::known_salts).bytes));
  of_before.set_format(format_of_before);
  const std::string bytes = test::bytes_of(of_before);
  CHECK(decode_commit(bytes)->format == format_of_before);
  const StoredCommit other = encode(commit_of({point("words")}), rostrum::test::known_salts);
  CHECK(decode_commit(StoredCommit{bytes, other.beside}).error() ==
        "something stands beside a commit that has every text in its place");
}

TEST_CASE("C5 every text of an event stands beside its commit, but for those that are known to stay in it") {
  // Ids, which are permanent and name no person; language tags, symbols and flags; and what the programme and the chair
  // call the session, its meetings, panels, documents and delegations; and what the operator calls a node, and a
  // check of a secret, of which no secret can be found.
  const std::set<std::string> known_to_stay{"DelegationPlan.flag",
                                            "DelegationPlan.groups",
                                            "DelegationPlan.id",
                                            "DelegationPlan.name",
                                            "Document.symbol",
                                            "Document.title",
                                            "DrawPrepared.commitment",
                                            "DrawPrepared.panel",
                                            "EntryCorrected.addressed_to",
                                            "EntryCorrected.language",
                                            "FloorGiven.panellist",
                                            "FloorGiven.panel",
                                            "FloorRequested.addressed_to",
                                            "FloorRequested.delegation",
                                            "FloorRequested.language",
                                            "FloorRequested.panel",
                                            "GrantIssued.grant",
                                            "GrantIssued.seat",
                                            "GrantRevoked.grant",
                                            "HelpRequested.delegation",
                                            "LimitSet.panel",
                                            "LimitsAnnounced.panel",
                                            "ListClosed.panel",
                                            "ListClosingAnnounced.panel",
                                            "ListOpened.panel",
                                            "ListOrdered.panel",
                                            "LotDrawn.drawn",
                                            "LotDrawn.panel",
                                            "LotDrawn.secret",
                                            "LotDrawn.seed",
                                            "LotDrawn.word",
                                            "ListOpeningPlanned.panel",
                                            "MeetingClosed.meeting",
                                            "MeetingEndSet.meeting",
                                            "MeetingOpened.meeting",
                                            "MeetingPlan.id",
                                            "MeetingPlan.title",
                                            "MeetingResumed.meeting",
                                            "MeetingSuspended.meeting",
                                            "FloorGivenOnMotion.delegation",
                                            "FloorGivenOnMotion.language",
                                            "MotionMoved.delegation",
                                            "MotionMoved.language",
                                            "MotionMoved.panel",
                                            "SpeakingOnMotionAsked.delegation",
                                            "SpeakingOnMotionWithdrawn.delegation",
                                            "NoticeTo.delegation",
                                            "OrderPolicySet.panel",
                                            "AtLimitSet.panel",
                                            "PanelClosed.panel",
                                            "PanelOpened.panel",
                                            "PanelPlan.id",
                                            "PanelPlan.meeting",
                                            "PanelPlan.subtitle",
                                            "PanelPlan.title",
                                            "PanelTitled.panel",
                                            "PanelTitled.title",
                                            "PanellistPlan.flag",
                                            "PanellistPlan.id",
                                            "PointOfOrderRaised.delegation",
                                            "PointOfOrderRaised.language",
                                            "PointOfOrderRaised.panel",
                                            "PoolFrozen.labels",
                                            "PoolFrozen.panel",
                                            "ReserveSet.panel",
                                            "SeatPlan.delegation",
                                            "SeatPlan.id",
                                            "SeatPlan.language",
                                            "SessionPlan.id",
                                            "SessionPlan.languages",
                                            "SessionPlan.theme",
                                            "SessionPlan.timezone",
                                            "SessionPlan.title",
                                            "SignalRaised.language",
                                            "StatementSubmitted.language",
                                            "TermStarted.node",
                                            "Theme.title",
                                            hex("SecretChecked.check")};
  std::set<std::string> stay;
  const auto& kinds = *v1::Event::descriptor()->FindOneofByName("event");
  for (int index = 0; index < kinds.field_count(); ++index) {
    v1::Commit commit;
    v1::Event& event = *commit.add_acts()->add_events();
    std::set<std::string> names;
    name_texts(*event.GetReflection()->MutableMessage(&event, kinds.field(index)), names);
    const v1::Beside beside = take_out(commit, rostrum::test::known_salts);
    for (const v1::Piece& piece : beside.pieces()) names.erase(piece.words(0));
    stay.merge(names);
  }
  CHECK(stay == known_to_stay);
}

}  // namespace rostrum::wire
