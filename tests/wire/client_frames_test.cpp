// What clients send, checked at the edge in both codecs.
#include <algorithm>

#include "council/access.hpp"
#include "wire/messages.hpp"

namespace rostrum::wire {

namespace {

using test::codecs;

/// The one item of a frame of this codec.
template <class Item>
Item only(Codec codec, const v1::ClientFrame& frame) {
  const auto items = decode_client_frame(codec, test::encoded(codec, frame));
  REQUIRE(items);
  REQUIRE(items->size() == 1);
  REQUIRE(std::holds_alternative<Item>(items->front()));
  return std::get<Item>(items->front());
}

template <class Item>
Item from_json(const std::string& text) {
  const auto items = decode_client_frame(Codec::json, text);
  REQUIRE(items);
  REQUIRE(items->size() == 1);
  REQUIRE(std::holds_alternative<Item>(items->front()));
  return std::get<Item>(items->front());
}

std::string why_refused(Codec codec, const std::string& bytes) {
  const auto items = decode_client_frame(codec, bytes);
  return items ? "taken" : items.error();
}

v1::Command request_floor() {
  v1::Command command;
  command.set_id("c-1");
  command.mutable_request_floor()->set_panel("high-level");
  command.mutable_request_floor()->set_kind(v1::KIND_STATEMENT);
  return command;
}

/// "field: expected" of the rejection of a malformed command, in both codecs.
template <class Fill>
std::string malformed(Fill fill) {
  v1::Command command;
  command.set_id("c-1");
  fill(command);
  std::string said;
  for (const Codec codec : codecs) {
    const auto item = only<MalformedCommand>(codec, test::frame_with(command));
    CHECK(item.id == "c-1");
    CHECK(item.rejection.code == council::Code::malformed);
    REQUIRE(item.rejection.details.size() == 2);
    CHECK(item.rejection.details[0].first == "field");
    CHECK(item.rejection.details[1].first == "expected");
    const std::string text = item.rejection.details[0].second + ": " + item.rejection.details[1].second;
    CHECK((said.empty() || said == text));
    said = text;
  }
  return said;
}

}  // namespace

TEST_CASE("N5 a sign-in brings a code, and the position where the client stands") {
  v1::ClientFrame frame;
  frame.add_items()->mutable_sign_in()->set_code("ABCD-EFGH");
  for (const Codec codec : codecs) {
    CHECK(only<SignIn>(codec, frame) == SignIn{.code = "ABCD-EFGH", .position = {}});
    v1::ClientFrame resuming = frame;
    v1::Position& position = *resuming.mutable_items(0)->mutable_sign_in()->mutable_position();
    position.set_session("s");
    position.set_epoch("00ff");
    position.set_audience(v1::AUDIENCE_DELEGATE);
    position.set_delegation("KE");
    position.set_seq(std::uint64_t{1} << 60);
    CHECK(only<SignIn>(codec, resuming).position == Position{.session = {"s"},
                                                             .epoch = "00ff",
                                                             .audience = views::Audience::delegate,
                                                             .delegation = DelegationId{"KE"},
                                                             .seq = {std::uint64_t{1} << 60}});
  }
}

TEST_CASE("N3 a position of an audience that is not known counts as none: a snapshot follows") {
  v1::ClientFrame frame;
  frame.add_items()->mutable_sign_in()->mutable_position()->set_seq(7);
  for (const Codec codec : codecs) CHECK_FALSE(only<SignIn>(codec, frame).position);
}

TEST_CASE("T2 a time probe brings the client's own clock, whatever it shows") {
  v1::ClientFrame frame;
  frame.add_items()->mutable_time_probe()->set_client_at(-5);
  for (const Codec codec : codecs) CHECK(only<TimeProbe>(codec, frame).client_at == -5);
}

TEST_CASE("a command's expectations tell a free floor and an empty list from nothing expected") {
  for (const Codec codec : codecs) {
    v1::Command command = request_floor();
    CHECK(only<ClientCommand>(codec, test::frame_with(command)).command.expects == council::Expects{});
    command.mutable_expects()->set_speech(0);
    CHECK(only<ClientCommand>(codec, test::frame_with(command)).command.expects ==
          council::Expects{.speech = SpeechId{}, .head = {}});
    command.mutable_expects()->set_head(3);
    CHECK(only<ClientCommand>(codec, test::frame_with(command)).command.expects ==
          council::Expects{.speech = SpeechId{}, .head = EntryId{3}});
  }
}

TEST_CASE("the digest of a command is of its content: neither its id nor its expiry counts") {
  const v1::Command command = request_floor();
  v1::Command again = command;
  again.set_id("c-2");
  again.set_expires_at(5);
  v1::Command other = command;
  other.mutable_request_floor()->set_language("fr");
  v1::Command from_newer_client = command;
  from_newer_client.GetReflection()->MutableUnknownFields(&from_newer_client)->AddVarint(999, 1);
  const Digest digest = only<ClientCommand>(Codec::protobuf, test::frame_with(command)).digest;
  CHECK(only<ClientCommand>(Codec::json, test::frame_with(command)).digest == digest);
  for (const Codec codec : codecs) {
    CHECK(only<ClientCommand>(codec, test::frame_with(again)).digest == digest);
    CHECK(only<ClientCommand>(codec, test::frame_with(other)).digest != digest);
  }
  CHECK(only<ClientCommand>(Codec::protobuf, test::frame_with(from_newer_client)).digest == digest);
}

TEST_CASE("an expiry of 0 is none") {
  for (const Codec codec : codecs) {
    v1::Command command = request_floor();
    CHECK_FALSE(only<ClientCommand>(codec, test::frame_with(command)).expires_at);
    command.set_expires_at(1'133'272'800'000);
    CHECK(only<ClientCommand>(codec, test::frame_with(command)).expires_at == Instant{1'133'272'800'000});
  }
}

TEST_CASE("N5 JSON is taken with either spelling of a field, numbers or strings, and fields that are not known") {
  const auto command = from_json<ClientCommand>(
      R"({"items":[{"command":{"id":"c","add_time":{"speech":4,"added_ms":30000,"mood":"good"},"hurry":true}}]})");
  CHECK(command.command.act == council::Act(council::AddTime{{4}, seconds(30)}));
  CHECK(from_json<ClientCommand>(R"({"items":[{"command":{"id":"c","addTime":{"speech":"4","addedMs":"30000"}}}]})")
            .digest == command.digest);
}

TEST_CASE("a command without an act, or with one that is not known, is malformed") {
  CHECK(malformed([](v1::Command&) {}) == "act: an act that this server knows");
  const auto unknown = from_json<MalformedCommand>(R"({"items":[{"command":{"id":"c","raiseHand":{}}}]})");
  CHECK(unknown.rejection == council::rejection(council::Code::malformed, "act", "an act that this server knows"));
}

TEST_CASE("an act that leaves a choice open is malformed") {
  CHECK(malformed([](v1::Command& command) { command.mutable_move_entry()->set_entry(1); }) ==
        "place: before or after, with an entry");
  CHECK(malformed([](v1::Command& command) { command.mutable_give_floor()->set_panel("p"); }) ==
        "to: entry or panellist");
}

TEST_CASE("a word that is not said, or not known, is malformed, and the known ones are told") {
  const std::string kinds = "kind: one of KIND_STATEMENT KIND_GROUP_STATEMENT KIND_QUESTION KIND_POINT_OF_ORDER "
                            "KIND_MOTION";
  CHECK(malformed([](v1::Command& command) { command.mutable_request_floor(); }) == kinds);
  CHECK(malformed([](v1::Command& command) { command.mutable_request_floor()->set_kind(static_cast<v1::Kind>(99)); }) ==
        kinds);
  CHECK(malformed([](v1::Command& command) { command.mutable_set_order_policy(); }) ==
        "policy: one of ORDER_POLICY_INSCRIPTION_TIME ORDER_POLICY_CATEGORY ORDER_POLICY_RANK ORDER_POLICY_ALTERNATE "
        "ORDER_POLICY_LEAST_HEARD ORDER_POLICY_MANUAL ORDER_POLICY_LOT");
  CHECK(malformed([](v1::Command& command) { command.mutable_set_at_limit(); }) ==
        "at_limit: one of AT_LIMIT_SIGNAL AT_LIMIT_CUT");
  CHECK(malformed([](v1::Command& command) {
          command.mutable_set_limit();
        }).starts_with("of: one of LIMIT_OF_MEMBER LIMIT_OF_OBSERVER_STATE"));
  const auto unknown = from_json<MalformedCommand>(
      R"({"items":[{"command":{"id":"c","requestFloor":{"panel":"p","kind":"KIND_SONG"}}}]})");
  CHECK(unknown.rejection.details[0].second == "kind");
}

TEST_CASE("every word that an act of the hall needs is malformed where it is not said") {
  struct Case {
    void (*fill)(v1::Command&);
    std::string said;
  };
  const std::string nobody = "to: all (true), an audience that is known, or a delegation";
  const std::vector<Case> cases{
      {[](v1::Command& command) { command.mutable_rule_point_of_order()->set_entry(1); },
       "ruling: one of RULING_UPHELD RULING_OVERRULED RULING_NOTED"},
      {[](v1::Command& command) { command.mutable_rule_point_of_order()->set_ruling(static_cast<v1::Ruling>(99)); },
       "ruling: one of RULING_UPHELD RULING_OVERRULED RULING_NOTED"},
      {[](v1::Command& command) { command.mutable_move_motion(); },
       "motion: one of MOTION_KIND_SUSPEND_MEETING MOTION_KIND_ADJOURN_MEETING MOTION_KIND_ADJOURN_DEBATE "
       "MOTION_KIND_CLOSE_DEBATE MOTION_KIND_CLOSE_LIST"},
      {[](v1::Command& command) { command.mutable_ask_on_motion(); },
       "side: one of MOTION_SIDE_IN_FAVOUR MOTION_SIDE_AGAINST"},
      {[](v1::Command& command) { command.mutable_decide_motion(); },
       "outcome: one of MOTION_OUTCOME_CARRIED MOTION_OUTCOME_NOT_CARRIED MOTION_OUTCOME_WITHDRAWN "
       "MOTION_OUTCOME_LAPSED"},
      {[](v1::Command& command) { command.mutable_submit_statement()->set_delivery(v1::DELIVERY_VERBATIM); },
       "format: one of TEXT_FORMAT_PLAIN TEXT_FORMAT_MARKDOWN"},
      {[](v1::Command& command) { command.mutable_submit_statement()->set_format(v1::TEXT_FORMAT_PLAIN); },
       "delivery: one of DELIVERY_VERBATIM DELIVERY_CHECK_AGAINST_DELIVERY"},
      {[](v1::Command& command) { command.mutable_raise_signal(); },
       "kind: one of SIGNAL_KIND_SPEAK_SLOWLY SIGNAL_KIND_NO_SOUND SIGNAL_KIND_MICROPHONE"},
      {[](v1::Command& command) { command.mutable_send_notice(); }, nobody},
      {[](v1::Command& command) { command.mutable_send_notice()->mutable_to(); }, nobody},
      {[](v1::Command& command) { command.mutable_send_notice()->mutable_to()->set_all(false); }, nobody},
      {[](v1::Command& command) { command.mutable_send_notice()->mutable_to()->set_delegation(""); }, nobody},
      {[](v1::Command& command) {
         command.mutable_send_notice()->mutable_to()->set_audience(v1::AUDIENCE_UNSPECIFIED);
       },
       nobody},
      {[](v1::Command& command) {
         command.mutable_send_notice()->mutable_to()->set_audience(static_cast<v1::Audience>(99));
       },
       nobody},
      {[](v1::Command& command) { command.mutable_send_notice()->mutable_to()->set_all(true); },
       "text: a text in at least one language"},
      {[](v1::Command& command) {
         command.mutable_send_notice()->mutable_to()->set_all(true);
         (*command.mutable_send_notice()->mutable_text())["e"] = "words";
       },
       "text: BCP 47 tags of 2 to 35 characters as languages"},
      {[](v1::Command& command) {
         command.mutable_send_notice()->mutable_to()->set_all(true);
         (*command.mutable_send_notice()->mutable_text())["en"] = "";
       },
       "text: words in en"},
  };
  for (const Case& each : cases) CHECK(malformed(each.fill) == each.said);
}

TEST_CASE("an id that an act of the hall names has at most 64 bytes") {
  struct Case {
    void (*fill)(v1::Command&, const std::string& id);
    std::string field;
  };
  const std::vector<Case> cases{
      {[](v1::Command& command, const std::string& id) { command.mutable_raise_point_of_order()->set_panel(id); },
       "panel"},
      {[](v1::Command& command, const std::string& id) { command.mutable_raise_point_of_order()->set_delegation(id); },
       "delegation"},
      {[](v1::Command& command, const std::string& id) {
         command.mutable_send_notice()->mutable_to()->set_delegation(id);
         (*command.mutable_send_notice()->mutable_text())["en"] = "words";
       },
       "to"},
      {[](v1::Command& command, const std::string& id) { command.mutable_revoke_seat()->set_seat(id); }, "seat"},
      {[](v1::Command& command, const std::string& id) { command.mutable_issue_code()->set_seat(id); }, "seat"},
  };
  for (const Case& each : cases) {
    v1::Command sound;
    sound.set_id("c");
    each.fill(sound, std::string(id_bytes_max, 'x'));
    for (const Codec codec : codecs) (void)only<ClientCommand>(codec, test::frame_with(sound));
    CHECK(malformed([&](v1::Command& command) { each.fill(command, std::string(id_bytes_max + 1, 'x')); }) ==
          each.field + ": an id of at most 64 bytes");
  }
}

TEST_CASE("every act of the hall is read as it was meant, in both codecs") {
  using namespace council;
  const std::vector<Act> acts{
      SuspendMeeting{{"m"}, Instant{5}, Instant{6}},
      SuspendMeeting{{"m"}, std::nullopt, std::nullopt},
      RequestFloor{.panel = {"p"},
                   .delegation = {},
                   .language = {},
                   .speaker = {"Tomás Vidal (fictional)", ""},
                   .on_behalf_of = {},
                   .addressed_to = {},
                   .body = "Permanent forum (fictional)"},
      SkipEntry{{3}},
      ClearSkip{{3}},
      FileInWriting{{3}},
      AnswerStandBy{{3}},
      ClearStandBy{{3}},
      RaisePointOfOrder{{"p"}, DelegationId{"KE"}, "a note"},
      RaisePointOfOrder{{"p"}, std::nullopt, ""},
      RecognisePointOfOrder{{4}},
      RulePointOfOrder{{4}, Ruling::upheld},
      RulePointOfOrder{{4}, Ruling::overruled},
      RulePointOfOrder{{4}, Ruling::noted},
      MoveMotion{{"p"}, DelegationId{"KE"}, MotionKind::suspend_meeting},
      MoveMotion{{"p"}, std::nullopt, MotionKind::close_list},
      TakeUpMotion{{4}},
      AskOnMotion{{4}, DelegationId{"KE"}, MotionSide::in_favour},
      AskOnMotion{{4}, std::nullopt, MotionSide::against},
      WithdrawFromMotion{{4}, std::nullopt},
      GiveFloorOnMotion{{4}, {"KE"}, MotionSide::against},
      AskForObjections{{4}},
      DecideMotion{{4}, MotionOutcome::carried, Instant{7}},
      DecideMotion{{4}, MotionOutcome::lapsed, std::nullopt},
      SubmitStatement{{3}, "fr", "Bonjour.\n\nMerci.", TextFormat::markdown, Delivery::verbatim},
      SubmitStatement{{3}, "", "Hello.", TextFormat::plain, Delivery::check_against_delivery},
      ReleaseStatement{{3}},
      PlanStatementRelease{{3}, Instant{7}},
      PlanStatementRelease{{3}, std::nullopt},
      ReachParagraph{{9}, 2},
      RaiseSignal{SignalKind::speak_slowly},
      RaiseSignal{SignalKind::no_sound},
      RaiseSignal{SignalKind::microphone},
      MarkSignalSeen{{1}},
      EndSignal{{1}},
      SendNotice{Everyone{}, {{"en", "words"}, {"fr", "mots"}}},
      SendNotice{Audience::public_, {{"en", "words"}}},
      SendNotice{Audience::delegate, {{"en", "words"}}},
      SendNotice{Audience::booth, {{"en", "words"}}},
      SendNotice{Audience::desk, {{"en", "words"}}},
      SendNotice{DelegationId{"KE"}, {{"en", "words"}}},
      WithdrawNotice{{2}},
      RequestHelp{"a note"},
      RequestHelp{""},
      TakeHelp{{1}},
      CloseHelp{{1}},
      RevokeSeat{{"KE"}},
      IssueCode{{"KE"}},
  };
  for (const Act& act : acts) {
    INFO(council::name(act));
    const v1::Command message = test::message_of({.act = act, .expects = {}}, "c");
    for (const Codec codec : codecs) CHECK(only<ClientCommand>(codec, test::frame_with(message)).command.act == act);
  }
}

TEST_CASE("L14 a log request may name a panel, and the commit before which it asks") {
  v1::ClientFrame frame;
  v1::LogRequest& request = *frame.add_items()->mutable_log_request();
  request.set_id("l-1");
  for (const Codec codec : codecs) {
    const auto all = only<LogRequest>(codec, frame);
    CHECK(all.id == "l-1");
    CHECK_FALSE(all.panel);
    CHECK_FALSE(all.before);
  }
  request.set_panel("high-level");
  request.set_before(std::uint64_t{1} << 60);
  for (const Codec codec : codecs) {
    const auto some = only<LogRequest>(codec, frame);
    CHECK(some.panel == PanelId{"high-level"});
    CHECK(some.before == Seq{std::uint64_t{1} << 60});
  }
}

TEST_CASE("P5 a sheet request may name a language and a seat") {
  v1::ClientFrame frame;
  v1::SheetRequest& request = *frame.add_items()->mutable_sheet_request();
  request.set_id("s-1");
  for (const Codec codec : codecs) {
    const auto all = only<SheetRequest>(codec, frame);
    CHECK(all.id == "s-1");
    CHECK(all.language.empty());
    CHECK_FALSE(all.seat);
  }
  request.set_language("fr");
  request.set_seat("KE");
  for (const Codec codec : codecs) {
    const auto one = only<SheetRequest>(codec, frame);
    CHECK(one.language == "fr");
    CHECK(one.seat == SeatId{"KE"});
  }
}

TEST_CASE("T7 a question about time names a panel, and what would be otherwise where it is given") {
  v1::ClientFrame frame;
  v1::Question& question = *frame.add_items()->mutable_question();
  question.set_id("q-1");
  for (const Codec codec : codecs) {
    const auto unknown = only<MalformedCommand>(codec, frame);
    CHECK(unknown.id == "q-1");
    CHECK(unknown.rejection.details.front().second == "question");
  }
  question.mutable_time()->set_panel("high-level");
  for (const Codec codec : codecs) {
    const auto plain = std::get<council::TimeQuestion>(only<Question>(codec, frame).question);
    CHECK(plain.panel == PanelId{"high-level"});
    CHECK_FALSE(plain.what_if.limit);
    CHECK_FALSE(plain.what_if.ends_at);
    CHECK_FALSE(plain.what_if.reserve);
  }
  question.mutable_time()->set_limit_ms(60'000);
  question.mutable_time()->set_ends_at(1'133'285'400'000);
  question.mutable_time()->set_reserve_ms(0);
  question.mutable_time()->set_list_closed(true);
  question.mutable_time()->set_still_expected(5);
  for (const Codec codec : codecs) {
    const auto asked = std::get<council::TimeQuestion>(only<Question>(codec, frame).question);
    CHECK(asked.what_if.limit == seconds(60));
    CHECK(asked.what_if.ends_at == Instant{1'133'285'400'000});
    CHECK(asked.what_if.reserve == Millis{});
    CHECK(asked.what_if.list_closed);
    CHECK(asked.what_if.still_expected == 5);
  }
  question.mutable_time()->set_panel(std::string(id_bytes_max + 1, 'x'));
  for (const Codec codec : codecs)
    CHECK(only<MalformedCommand>(codec, frame).rejection.details.front().second == "panel");
}

TEST_CASE("the id of a request has 1 to 64 bytes; nobody could be answered otherwise, so the frame is refused") {
  for (const Codec codec : codecs) {
    for (const std::size_t bytes : {0u, 1u, 64u, 65u}) {
      INFO(bytes);
      v1::ClientFrame log;
      log.add_items()->mutable_log_request()->set_id(std::string(bytes, 'x'));
      v1::ClientFrame sheet;
      sheet.add_items()->mutable_sheet_request()->set_id(std::string(bytes, 'x'));
      const bool sound = bytes > 0 && bytes <= command_id_bytes_max;
      CHECK(why_refused(codec, test::encoded(codec, log)) ==
            (sound ? "taken" : "a log request's id has 1 to 64 bytes"));
      CHECK(why_refused(codec, test::encoded(codec, sheet)) ==
            (sound ? "taken" : "a sheet request's id has 1 to 64 bytes"));
    }
  }
}

TEST_CASE("a request whose content is not sound is answered under its id, naming the field") {
  const auto refused = [](auto fill) {
    v1::ClientFrame frame;
    fill(*frame.add_items());
    std::string said;
    for (const Codec codec : codecs) {
      const auto item = only<MalformedCommand>(codec, frame);
      CHECK(item.id == "q");
      CHECK(item.rejection.code == council::Code::malformed);
      said = item.rejection.details.at(0).second + ": " + item.rejection.details.at(1).second;
    }
    return said;
  };
  CHECK(refused([](v1::ClientItem& item) {
          item.mutable_log_request()->set_id("q");
          item.mutable_log_request()->set_panel(std::string(id_bytes_max + 1, 'x'));
        }) == "panel: an id of at most 64 bytes");
  CHECK(refused([](v1::ClientItem& item) {
          item.mutable_sheet_request()->set_id("q");
          item.mutable_sheet_request()->set_seat(std::string(id_bytes_max + 1, 'x'));
        }) == "seat: an id of at most 64 bytes");
  for (const std::size_t bytes : {language_tag_bytes_min - 1, language_tag_bytes_max + 1})
    CHECK(refused([bytes](v1::ClientItem& item) {
            item.mutable_sheet_request()->set_id("q");
            item.mutable_sheet_request()->set_language(std::string(bytes, 'e'));
          }) == "language: a BCP 47 tag of 2 to 35 characters");
}

TEST_CASE("a title needs words, in languages whose tags have 2 to 35 characters") {
  const auto title = [](const std::string& language, const std::string& words) {
    return malformed(
        [&](v1::Command& command) { (*command.mutable_set_panel_title()->mutable_title())[language] = words; });
  };
  CHECK(malformed([](v1::Command& command) { command.mutable_set_panel_title(); }) ==
        "title: a text in at least one language");
  CHECK(title("e", "words") == "title: BCP 47 tags of 2 to 35 characters as languages");
  CHECK(title(std::string(36, 'e'), "words") == "title: BCP 47 tags of 2 to 35 characters as languages");
  CHECK(title("en", "") == "title: words in en");
  v1::Command longest;
  longest.set_id("c");
  (*longest.mutable_set_panel_title()->mutable_title())[std::string(35, 'e')] = "words";
  (*longest.mutable_set_panel_title()->mutable_title())["en"] = "words";
  for (const Codec codec : codecs) (void)only<ClientCommand>(codec, test::frame_with(longest));
}

TEST_CASE("an id that a command names has at most 64 bytes") {
  const std::string longest(id_bytes_max, 'x');
  const std::string longer = longest + "x";
  CHECK(malformed([&](v1::Command& command) { command.mutable_open_meeting()->set_meeting(longer); }) ==
        "meeting: an id of at most 64 bytes");
  CHECK(malformed([&](v1::Command& command) { command.mutable_open_panel()->set_panel(longer); }) ==
        "panel: an id of at most 64 bytes");
  CHECK(malformed([&](v1::Command& command) { command.mutable_request_floor()->set_delegation(longer); }) ==
        "delegation: an id of at most 64 bytes");
  CHECK(malformed([&](v1::Command& command) {
          *command.mutable_request_floor() = request_floor().request_floor();
          command.mutable_request_floor()->set_addressed_to(longer);
        }) == "addressed_to: an id of at most 64 bytes");
  CHECK(malformed([&](v1::Command& command) { command.mutable_give_floor()->set_panellist(longer); }) ==
        "panellist: an id of at most 64 bytes");
  v1::Command sound;
  sound.set_id("c");
  sound.mutable_open_panel()->set_panel(longest);
  for (const Codec codec : codecs) (void)only<ClientCommand>(codec, test::frame_with(sound));
}

TEST_CASE("a command's id has 1 to 64 bytes; nobody could be answered otherwise, so the frame is refused") {
  for (const Codec codec : codecs) {
    const auto with_id = [codec](const std::string& id) {
      v1::Command command = request_floor();
      command.set_id(id);
      return why_refused(codec, test::encoded(codec, test::frame_with(command)));
    };
    CHECK(with_id("") == "a command's id has 1 to 64 bytes");
    CHECK(with_id("x") == "taken");
    CHECK(with_id(std::string(command_id_bytes_max, 'x')) == "taken");
    CHECK(with_id(std::string(command_id_bytes_max + 1, 'x')) == "a command's id has 1 to 64 bytes");
  }
}

TEST_CASE("a frame has at most 64 items, each of a known kind; an empty one has none") {
  for (const Codec codec : codecs) {
    v1::ClientFrame frame;
    CHECK(decode_client_frame(codec, test::encoded(codec, frame))->empty());
    for (std::size_t count = 0; count < items_per_frame_max; ++count) frame.add_items()->mutable_time_probe();
    CHECK(decode_client_frame(codec, test::encoded(codec, frame))->size() == items_per_frame_max);
    frame.add_items()->mutable_time_probe();
    CHECK(why_refused(codec, test::encoded(codec, frame)) == "a frame has at most 64 items");
    v1::ClientFrame unknown;
    unknown.add_items();
    CHECK(why_refused(codec, test::encoded(codec, unknown)) == "an item of no known kind");
  }
}

TEST_CASE("what is no frame of the codec is refused") {
  for (const char* text : {"", "nonsense", "[]", "{", "{\"items\":7}", "{\"items\":[{\"command\":[]}]}",
                           "{\"items\":[{\"timeProbe\":{\"clientAt\":\"soon\"}}]}",
                           "{\"items\":[{\"command\":{\"id\":\"c\",\"openPanel\":{},\"closePanel\":{}}}]}"}) {
    INFO(text);
    CHECK(why_refused(Codec::json, text) == "no frame of this codec");
  }
  CHECK(why_refused(Codec::protobuf, "\xff\xff\xff") == "no frame of this codec");
  CHECK(why_refused(Codec::protobuf, "{\"items\":[]}") == "no frame of this codec");
}

TEST_CASE("a text that is not UTF-8 is refused in both codecs, so that no log can hold it") {
  v1::Command command = request_floor();
  command.mutable_request_floor()->mutable_speaker()->set_name("NAME");
  for (const Codec codec : codecs) {
    for (const char* wrong : {"\xff\xff\xff\xff", "\xc0\xaf..", "\xed\xa0\x80.", "\xe2\x28\xa1."}) {
      std::string bytes = test::encoded(codec, test::frame_with(command));
      const std::size_t at = bytes.find("NAME");
      REQUIRE(at != std::string::npos);
      bytes.replace(at, 4, wrong);
      CHECK(why_refused(codec, bytes) == "no frame of this codec");
    }
  }
}

TEST_CASE("half of a surrogate pair in JSON never becomes a text that cannot be stored") {
  for (const char* escape : {R"(\ud800)", R"(\udc00)", R"(\ud800\u0041)"}) {
    INFO(escape);
    const std::string text =
        R"({"items":[{"command":{"id":"c","requestFloor":{"panel":"p","kind":"KIND_STATEMENT","speaker":{"name":")" +
        std::string(escape) + R"("}}}}]})";
    CHECK(why_refused(Codec::json, text) == "no frame of this codec");
  }
  const auto whole = from_json<ClientCommand>(
      R"({"items":[{"command":{"id":"c","requestFloor":{"panel":"p","kind":"KIND_STATEMENT","speaker":{"name":"\ud83d\ude00"}}}}]})");
  CHECK(std::get<council::RequestFloor>(whole.command.act).speaker.name == "😀");
}

TEST_CASE("every act that people may send is read from the wire, and the server's own are not among them") {
  std::vector<std::string> names;
  const auto* acts = v1::Command::descriptor()->FindOneofByName("act");
  for (int field = 0; field < acts->field_count(); ++field) names.push_back(acts->field(field)->name());
  for (std::size_t act = 0; act < council::act_count; ++act) {
    const std::string name(council::act_name(act));
    const bool servers_own = council::may(council::Role::chair, act) == council::May::system;
    INFO(name);
    CHECK((std::ranges::find(names, name) != names.end()) != servers_own);
  }
  CHECK(names.size() + 5 == council::act_count);
}

}  // namespace rostrum::wire
