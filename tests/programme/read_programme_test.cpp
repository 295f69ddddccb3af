#include <catch2/catch.hpp>

#include "programme/bounds.hpp"
#include "small_files.hpp"

namespace rostrum::programme {
namespace {

TEST_CASE("A programme is read with every default written out and every text in every language", "[programme]") {
  const Files files;
  files.write("roster.csv", small_roster);
  const auto read = read_programme(files.write("council.yaml", small_programme));
  REQUIRE(read);
  const auto& session = read->session;
  CHECK(session.id.value == "council");
  CHECK(session.title == council::Text{{"en", "Council"}, {"fr", "Conseil"}});
  CHECK(session.theme == council::Text{{"en", "Coherence"}, {"fr", "Coherence"}});
  CHECK(session.timezone == "Europe/Zurich");
  CHECK(session.languages == std::vector<std::string>{"en", "fr"});
  CHECK(session.codes_valid == minutes(30 * 24 * 60));

  REQUIRE(read->meetings.size() == 1);
  CHECK(read->meetings[0].planned_start == Instant{1'133'254'800'000});  // 2005-11-29T09:00Z
  CHECK(read->meetings[0].planned_end - read->meetings[0].planned_start == minutes(180));

  REQUIRE(read->panels.size() == 2);
  const auto& opening = read->panels[0];
  CHECK(opening.meeting == read->meetings[0].id);
  CHECK_FALSE(opening.draft);
  CHECK(opening.documents == std::vector<council::Document>{{"IC/1", {{"en", "Note"}, {"fr", "Note"}}}});
  CHECK(opening.themes == std::vector<council::Text>{{{"en", "Trust"}, {"fr", "Trust"}}});
  REQUIRE(opening.panellists.size() == 1);
  CHECK(opening.panellists[0].flag == "it");
  CHECK(opening.at_limit == council::AtLimit::cut);
  CHECK(opening.grace == seconds(5));
  CHECK(opening.order_policy == council::OrderPolicy::inscription_time);
  CHECK_FALSE(opening.several_entries);
  CHECK_FALSE(opening.present_only);
  CHECK(opening.list_opens_at == read->meetings[0].planned_start - minutes(30));

  const auto& special = read->panels[1];
  CHECK(special.draft);
  CHECK(special.title.empty());
  CHECK(special.order_policy == council::OrderPolicy::category);
  CHECK(special.several_entries);
  CHECK(special.at_limit == council::AtLimit::signal);
  CHECK(special.grace == seconds(15));
  CHECK(special.list_opens_at == read->meetings[0].planned_start - minutes(16 * 60));
}

TEST_CASE("L2 a programme says whether a list takes only those that are present, for all panels or for one",
          "[programme]") {
  const Files files;
  files.write("roster.csv", small_roster);
  const auto read =
      read_programme(files.write("council.yaml", with(small_programme, "several_entries: true", "present_only: true")));
  REQUIRE(read);
  CHECK_FALSE(read->panels[0].present_only);
  CHECK(read->panels[1].present_only);
  CHECK(problems_of(with(small_programme, "several_entries: true", "present_only: perhaps")).size() == 1);
}

TEST_CASE(
    "T5 T9 a programme says what is kept for the closing and what is for Member States, for all panels or for one",
    "[programme]") {
  const Files files;
  files.write("roster.csv", small_roster);
  const auto read = [&](const std::string& text) { return read_programme(files.write("council.yaml", text)).value(); };
  const auto usual = read(small_programme);
  CHECK(usual.panels[0].reserve == minutes(15));
  CHECK(usual.panels[0].members_share == 60);
  const auto all = with(small_programme, "defaults:\n", "defaults:\n  reserve_s: 600\n  members_share: 70\n");
  const auto said = read(with(all, "    grace_s: 5\n", "    grace_s: 5\n    reserve_s: 0\n    members_share: 100\n"));
  CHECK(said.panels[0].reserve == Millis{});
  CHECK(said.panels[0].members_share == 100);
  CHECK(said.panels[1].reserve == minutes(10));
  CHECK(said.panels[1].members_share == 70);
  CHECK(problems_of(with(small_programme, "grace_s: 5", "reserve_s: 7201")).size() == 1);
  CHECK(problems_of(with(small_programme, "grace_s: 5", "members_share: 101")).size() == 1);
}

TEST_CASE("Spanish calls a point of order as the programme says, or as the United Nations do", "[programme]") {
  const Files files;
  files.write("roster.csv", small_roster);
  const auto called = [&](const std::string& what) {
    const auto text = with(small_programme, "  timezone:", "  point_of_order_es: " + what + "\n  timezone:");
    return read_programme(files.write("council.yaml", text));
  };
  CHECK_FALSE(read_programme(files.write("council.yaml", small_programme)).value().session.mocion_de_orden);
  CHECK_FALSE(called("cuestión de orden").value().session.mocion_de_orden);
  CHECK(called("moción de orden").value().session.mocion_de_orden);
  const auto refused = problems_of(with(small_programme, "  timezone:", "  point_of_order_es: mocion\n  timezone:"));
  REQUIRE(refused.size() == 1);
  CHECK(refused[0].find("expected one of cuestión de orden, moción de orden") != std::string::npos);
}

TEST_CASE("P5 codes are valid for as many days as the programme says, or without end", "[programme]") {
  const Files files;
  files.write("roster.csv", small_roster);
  const auto with_days = [&](const std::string& days) {
    const auto text = with(small_programme, "  timezone:", "  codes_valid_days: " + days + "\n  timezone:");
    return read_programme(files.write("council.yaml", text));
  };
  CHECK(with_days("0").value().session.codes_valid == Millis{});
  CHECK(with_days("2").value().session.codes_valid == minutes(2 * 24 * 60));
  CHECK(with_days("3660"));
  for (const auto* wrong : {"3661", "-1", "1.5", "a week"}) CHECK_FALSE(with_days(wrong));
}

TEST_CASE("Each sort of speech has a limit: the panel's, else the session's, else the one of T1", "[programme]") {
  const Files files;
  files.write("roster.csv", small_roster);
  const auto read = read_programme(files.write("council.yaml", small_programme));
  REQUIRE(read);
  auto expected = council::default_limits();
  expected[council::LimitOf::member] = seconds(240);
  CHECK(read->panels[0].limits == expected);
  expected[council::LimitOf::ngo] = seconds(60);
  CHECK(read->panels[1].limits == expected);
}

TEST_CASE("A delegation can be described in the programme itself", "[programme]") {
  const Files files;
  const auto inline_delegations = "delegations:\n  - { id: FR, category: member, groups: [WEOG, EU] }\n  - { id: ILO, "
                                  "category: igo, name: { en: Labour, fr: Travail }, flag: none }\n";
  const auto until_seats = small_programme.substr(0, small_programme.find("seats:"));
  const auto read =
      read_programme(files.write("council.yaml", with(until_seats, "roster: roster.csv\n", inline_delegations)));
  REQUIRE(read);
  REQUIRE(read->delegations.size() == 2);
  CHECK(read->delegations[0].name == council::Text{{"en", "France"}, {"fr", "France"}});
  CHECK(read->delegations[0].flag == "fr");
  CHECK(read->delegations[0].groups == std::vector<std::string>{"WEOG", "EU"});
  CHECK(read->delegations[1].name.at("fr") == "Travail");
  CHECK(read->delegations[1].flag.empty());
}

TEST_CASE("Every session has a chair, a desk, a display and a seat for each delegation; participants have theirs",
          "[programme]") {
  const Files files;
  files.write("roster.csv", small_roster);
  const auto read = read_programme(files.write("council.yaml", small_programme));
  REQUIRE(read);
  using council::Role;
  const auto seat = [](std::string id, Role role, std::optional<DelegationId> delegation = {},
                       std::string language = {}) {
    return council::SeatPlan{
        .id = {std::move(id)}, .role = role, .delegation = std::move(delegation), .language = std::move(language)};
  };
  auto director = seat("WB-1", Role::delegate, DelegationId{"WB"});
  director.person = council::Speaker{"A. Person (fictional)", "Director"};
  CHECK(read->seats == std::vector<council::SeatPlan>{seat("chair", Role::chair), seat("desk", Role::desk),
                                                      seat("screen-1", Role::display),
                                                      seat("KE", Role::delegate, DelegationId{"KE"}, "fr"),
                                                      seat("CS", Role::delegate, DelegationId{"CS"}),
                                                      seat("WB", Role::delegate, DelegationId{"WB"}), director});
}

TEST_CASE("The digest changes with either file", "[programme]") {
  const Files files;
  const auto digest = [&](const std::string& programme, const std::string& roster) {
    files.write("roster.csv", roster);
    const auto read = read_programme(files.write("council.yaml", programme));
    REQUIRE(read);
    return read->source_digest;
  };
  const auto first = digest(small_programme, small_roster);
  CHECK(digest(small_programme, small_roster) == first);
  CHECK(digest(small_programme + "\n", small_roster) != first);
  CHECK(digest(small_programme, small_roster + "\n") != first);
}

TEST_CASE("What is wrong in a programme is told with file, line, column and what was expected", "[programme]") {
  const auto broken = GENERATE(values<Broken>({
      // keys
      {"  timezone:",
       "  timezon:",
       {"council.yaml:2:3: expected the key \"timezone\" of a session, found none",
        "council.yaml:5:3: expected a key of a session (nearest: \"timezone\"), found \"timezon\""}},
      {"seats:\n",
       "chairs-and-tables: 4\nseats:\n",
       {"council.yaml:33:1: expected one of the keys of a programme: session, roster, defaults, meetings, panels, "
        "delegations, seats, participants, found \"chairs-and-tables\""}},
      {"    at_limit: cut\n",
       "    at_limit: cut\n    at_limit: signal\n",
       {"council.yaml:25:5: expected each key of a panel once, found \"at_limit\""}},
      {"    meeting: morning\n    title: Opening\n",
       "    title: Opening\n",
       {"council.yaml:18:5: expected the key \"meeting\" of a panel, found none"}},
      {"  limits_s: { member: 240 }",
       "  limits_s: { [member]: 240 }",
       {"council.yaml:9:15: expected a key that is a word, found a list"}},
      {"themes: [Trust]", "themes: Trust", {"council.yaml:22:13: expected a list of themes, found \"Trust\""}},
      {"roster: roster.csv\n",
       "",
       {"council.yaml:1:1: expected delegations: the key \"roster\" or \"delegations\", found none",
        "council.yaml:34:43: expected the id of a delegation, found \"KE\"",
        "council.yaml:36:29: expected the id of a delegation, found \"WB\""}},
      // ids and references
      {"id: morning",
       "id: the morning",
       {"council.yaml:12:9: expected an id for a meeting: 1 to 40 letters, digits and hyphens, found \"the morning\"",
        "council.yaml:19:14: expected the id of a meeting, found \"morning\"",
        "council.yaml:27:14: expected the id of a meeting, found \"morning\""}},
      {"id: special",
       "id: opening",
       {"council.yaml:26:9: expected an id of its own for a panel, found \"opening\", which line 18 has"}},
      {"    meeting: morning\n    draft",
       "    meeting: mornin\n    draft",
       {"council.yaml:27:14: expected the id of a meeting (nearest: \"morning\"), found \"mornin\""}},
      {"delegation: WB", "delegation: IMF", {"council.yaml:37:29: expected the id of a delegation, found \"IMF\""}},
      {"id: screen-1",
       "id: system",
       {"council.yaml:34:11: expected an id for a seat or participant other than system, which every session has, "
        "found \"system\""}},
      {"id: screen-1",
       "id: CS",
       {"council.yaml:34:11: expected an id other than \"CS\", which is the seat of the delegation, found \"CS\""}},
      {"id: screen-1",
       "id: desk",
       {"council.yaml:34:11: expected an id other than \"desk\", which is the seat of the desk, found \"desk\""}},
      {"id: screen-1", "id: [a]", {"council.yaml:34:11: expected an id for a seat or participant, found a list"}},
      {"[{ id: italy, name",
       "[{ id: italy, name: One }, { id: italy, name",
       {"council.yaml:23:50: expected an id of its own for a panellist of the panel, found \"italy\", which line 23 "
        "has"}},
      // texts
      {"fr: Conseil", "de: Rat", {"council.yaml:3:25: expected one of the session's languages: en, fr, found \"de\""}},
      {"  theme: Coherence",
       "  theme: {}",
       {"council.yaml:4:10: expected a theme in at least one language, found a mapping"}},
      {"  theme: Coherence",
       "  theme: [a]",
       {"council.yaml:4:10: expected a theme, or a mapping from language to it, found a list"}},
      {"  theme: Coherence", "  theme: \" \"", {"council.yaml:4:10: expected a theme, found \" \""}},
      {"  theme: Coherence",
       "  theme: \"a\\nb\"",
       {"council.yaml:4:10: expected a theme on one line, without U+000A, found \"a\\u{000A}b\""}},
      {"  theme: Coherence",
       "  theme: \"a\\u2028b\"",
       {"council.yaml:4:10: expected a theme on one line, without U+2028, found \"a\\u{2028}b\""}},
      {"  theme: Coherence",
       "  theme: \"a\\u202Eb\"",
       {"council.yaml:4:10: expected a theme on one line, without U+202E, found \"a\\u{202E}b\""}},
      {"  theme: Coherence",
       "  theme: \"\\u00A0\\u200B\"",
       {"council.yaml:4:10: expected a theme that is more than blanks, found \"\u00A0\u200B\""}},
      {"  theme: Coherence",
       "  theme: \"a\\_b\"",
       {"council.yaml:4:10: expected a theme with \\u00A0 and \\u0085 instead of the escapes \\_ and \\N, found "
        "\"a\\xA0b\""}},
      {"  theme: Coherence",
       "  theme: " + std::string(801, 'a'),
       {"council.yaml:4:10: expected a theme of at most 800 bytes, found 801 bytes"}},
      {"    title: Opening\n", "", {"council.yaml:18:5: expected the key \"title\" of a panel, found none"}},
      {"    title: Opening\n",
       "    title:\n",
       {"council.yaml:18:5: expected the key \"title\" of a panel, found none"}},
      // session
      {"[en, fr]", "[en, fr, en]", {"council.yaml:6:23: expected each language once, found \"en\""}},
      {"[en, fr]",
       "[en, fr, French]",
       {"council.yaml:6:23: expected a language by its BCP 47 tag, such as fr or pt-BR, found \"French\""}},
      {"[en, fr]", "[]", {"council.yaml:6:14: expected at least one language, found a list"}},
      {"[en, fr]",
       "[en, fr, es, de, it, pt, ar, zh, ru]",
       {"council.yaml:6:14: expected a list of languages of at most 8, found 9"}},
      {"Europe/Zurich",
       "Europe/Zürich",
       {"council.yaml:5:13: expected a time zone by its IANA name, such as Europe/Zurich (nearest: \"Europe/Zurich\"), "
        "found \"Europe/Zürich\""}},
      // times
      {"ends: 13:00",
       "ends: 1pm",
       {"council.yaml:16:11: expected a local time such as 15:00, or with its date such as 2005-11-29T15:00, found "
        "\"1pm\""}},
      {"    date: 2005-11-29\n    starts: 10:00\n",
       "    starts: 10:00\n",
       {"council.yaml:14:13: expected a local time with its date such as 2005-11-29T15:00, or such as 15:00 with the "
        "key \"date\" beside it, found \"10:00\"",
        "council.yaml:15:11: expected a local time with its date such as 2005-11-29T15:00, or such as 15:00 with the "
        "key \"date\" beside it, found \"13:00\""}},
      {"2005-11-29", "2005-11-31", {"council.yaml:14:11: expected a date such as 2005-11-29, found \"2005-11-31\""}},
      {"ends: 13:00",
       "ends: 09:59",
       {"council.yaml:16:11: expected a time after the start, by 24 hours at most, found \"09:59\""}},
      {"ends: 13:00",
       "ends: 2005-11-30T10:01",
       {"council.yaml:16:11: expected a time after the start, by 24 hours at most, found \"2005-11-30T10:01\""}},
      {"\"09:30\"",
       "\"13:00\"",
       {"council.yaml:10:18: expected a time before the meeting \"morning\" ends, found \"13:00\""}},
      {"2005-11-28T18:00",
       "2005-03-27T02:30",
       {"council.yaml:32:20: expected a time that clocks show in Europe/Zurich, where they are set forward past this "
        "one, found \"2005-03-27T02:30\""}},
      // rules
      {"member: 240",
       "member: 9",
       {"council.yaml:9:23: expected a limit in whole seconds from 10 to 7200, found \"9\""}},
      {"member: 240",
       "member: 7201",
       {"council.yaml:9:23: expected a limit in whole seconds from 10 to 7200, found \"7201\""}},
      {"member: 240",
       "member: 3 min",
       {"council.yaml:9:23: expected a limit in whole seconds from 10 to 7200, found \"3 min\""}},
      {"member: 240",
       "members: 240",
       {"council.yaml:9:15: expected a key of the limits (nearest: \"member\"), found \"members\""}},
      {"grace_s: 5",
       "grace_s: 301",
       {"council.yaml:25:14: expected a grace in whole seconds from 0 to 300, found \"301\""}},
      {"order: category",
       "order: categories",
       {"council.yaml:30:12: expected one of inscription_time, category, rank, alternate, least_heard, manual "
        "(nearest: \"category\"), found "
        "\"categories\""}},
      {"at_limit: cut", "at_limit: {}", {"council.yaml:24:15: expected one of signal, cut, found a mapping"}},
      {"draft: true",
       "draft: yes",
       {"council.yaml:26:5: expected the key \"title\" of a panel, found none",
        "council.yaml:28:12: expected true or false, found \"yes\""}},
      // flags, people
      {"flag: it",
       "flag: IT",
       {"council.yaml:23:65: expected a flag by its lower-case ISO 3166-1 alpha-2 code, or none, found \"IT\""}},
      {"role: display",
       "role: dispaly",
       {"council.yaml:34:27: expected one of chair, desk, delegate, interpreter, captioner, observer, display "
        "(nearest: \"display\"), found \"dispaly\""}},
      {"role: display",
       "role: display, delegation: KE",
       {"council.yaml:34:48: expected no delegation where the role is display, found \"KE\""}},
      {"role: delegate, delegation: KE",
       "role: delegate",
       {"council.yaml:35:5: expected the key \"delegation\" where the role is delegate, found none",
        "council.yaml:35:11: expected an id other than \"KE\", which is the seat of the delegation, found \"KE\""}},
      {"language: fr", "language: es", {"council.yaml:35:57: expected one of en, fr (nearest: \"en\"), found \"es\""}},
      {", name: A. Person (fictional)",
       "",
       {"council.yaml:37:5: expected the key \"name\" of a participant, found none"}},
      // the file as such
      {"    starts: 10:00\n",
       "   starts: 10:00\n",
       {"council.yaml:15:4: expected well-formed YAML, found what the parser calls \"end of sequence not found\""}},
      {"    title: Opening", "    title: \xFF", {"council.yaml:20:12: expected text in UTF-8, found the byte 0xFF"}},
      {"seats:\n", "---\nseats:\n", {"council.yaml:33:1: expected one document in the file, found another"}},
      {"roster.csv",
       "rooster.csv",
       {"council.yaml:7:9: expected a roster: a file that can be read, found \"rooster.csv\" (No such file or "
        "directory)",
        "council.yaml:35:43: expected the id of a delegation, found \"KE\"",
        "council.yaml:37:29: expected the id of a delegation, found \"WB\""}},
  }));
  CAPTURE(broken.from, broken.to);
  CHECK(problems_of(with(small_programme, broken.from, broken.to)) == broken.expected);
}

TEST_CASE("All problems of both files are told at once, the programme's first, each in the order of the lines",
          "[programme]") {
  auto programme = with(small_programme, "grace_s: 5", "grace_s: x");
  programme = with(programme, "  timezone: Europe/Zurich", "  timezone: Mars");
  CHECK(problems_of(programme, with(with(small_roster, "CS,member", "CS,membre"), ",un\n", ",xx\n")) ==
        Sentences{"council.yaml:5:13: expected a time zone by its IANA name, such as Europe/Zurich, found \"Mars\"",
                  "council.yaml:25:14: expected a grace in whole seconds from 0 to 300, found \"x\"",
                  "roster.csv:3:4: expected one of member, observer_state, igo, ngo, secretariat (nearest: "
                  "\"member\"), found \"membre\"",
                  "roster.csv:4:21: expected a flag by its lower-case ISO 3166-1 alpha-2 code, or none, found \"xx\""});
}

TEST_CASE("A file that cannot be read, is empty or is no mapping is one problem", "[programme]") {
  const Files files;
  const auto missing = read_programme(files.path("none.yaml"));
  REQUIRE_FALSE(missing);
  CHECK(missing.error().size() == 1);
  CHECK(missing.error()[0].expected == "a file that can be read");
  CHECK(problems_of("") == Sentences{"council.yaml:1:1: expected a programme, a mapping with the keys session, roster, "
                                     "defaults, meetings, panels, delegations, seats, participants, found nothing"});
  CHECK(problems_of("- a\n") ==
        Sentences{"council.yaml:1:1: expected a programme, a mapping with the keys session, roster, defaults, "
                  "meetings, panels, delegations, seats, participants, found a list"});
}

std::string repeated(std::string_view item, std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) {
    text += item;
    for (auto at = text.find('#'); at != std::string::npos; at = text.find('#')) text.replace(at, 1, std::to_string(i));
  }
  return text;
}

TEST_CASE("A programme is bounded in every list", "[programme]") {
  const auto until_seats = small_programme.substr(0, small_programme.find("seats:"));
  const auto last = [&](const std::string& programme) {
    const auto sentences = problems_of(programme);
    return sentences.empty() ? std::string() : sentences.back();
  };
  const auto at_the_bound = repeated("  - { id: p#, meeting: morning, title: P }\n", panels_max - 2);
  const auto panels_end = until_seats + at_the_bound;
  CHECK(last(panels_end).empty());
  CHECK(last(panels_end + "  - { id: more, meeting: morning, title: P }\n") ==
        "council.yaml:18:3: expected a list of panels of at most 100, found 101");
  CHECK(last(until_seats + "seats:\n" + repeated("  - { id: s#, role: observer }\n", seats_max)).empty());
  CHECK(last(until_seats + "seats:\n" + repeated("  - { id: s#, role: observer }\n", seats_max + 1)) ==
        "council.yaml:34:3: expected a list of seats of at most 500, found 501");
  CHECK(last(until_seats + "participants:\n" +
             repeated("  - { id: s#, name: A, delegation: KE }\n", participants_max + 1)) ==
        "council.yaml:34:3: expected a list of participants of at most 2000, found 2001");
  CHECK(last(with(until_seats, "[Trust]", "[" + repeated("a, ", themes_max + 1) + "]")) ==
        "council.yaml:22:13: expected a list of themes of at most 50, found 51");
  CHECK(last(with(until_seats, "documents: [", "documents: [" + repeated("{ title: T }, ", documents_max))) ==
        "council.yaml:21:16: expected a list of documents of at most 50, found 51");
  CHECK(last(with(until_seats, "panellists: [", "panellists: [" + repeated("{ id: p#, name: N }, ", panellists_max))) ==
        "council.yaml:23:17: expected a list of panellists of at most 30, found 31");
  const auto meetings =
      repeated("  - { id: m#, title: M, starts: 2005-11-29T10:00, ends: 2005-11-29T11:00 }\n", meetings_max);
  CHECK(problems_of(with(until_seats, "panels:\n", meetings + "panels:\n")).front() ==
        "council.yaml:12:3: expected a list of meetings of at most 50, found 51");
}

TEST_CASE("A roster holds as many delegations as the bound says and no more", "[programme]") {
  const auto until_seats = small_programme.substr(0, small_programme.find("seats:"));
  const std::string header = "code,category,name\n";
  CHECK(problems_of(until_seats, header + repeated("D#,ngo,N\n", delegations_max)).empty());
  CHECK(problems_of(until_seats, header + repeated("D#,ngo,N\n", delegations_max + 1)) ==
        Sentences{"roster.csv:2002:1: expected at most 2000 delegations, found 2001"});
}

TEST_CASE("A file larger than the bound is not read", "[programme]") {
  CHECK(problems_of(small_programme + std::string(file_bytes_max, '#')) ==
        Sentences{"council.yaml:1:1: expected a file of at most 4194304 bytes, found a larger one"});
  const auto sentences = problems_of(small_programme, small_roster + std::string(file_bytes_max, '#'));
  CHECK(sentences.front() ==
        "council.yaml:7:9: expected a roster: a file of at most 4194304 bytes, found \"roster.csv\" (a larger one)");
}

TEST_CASE("A programme that does not fit into one commit, with all names in all languages, is refused", "[programme]") {
  auto programme = with(small_programme.substr(0, small_programme.find("seats:")), "[en, fr]", "[en, fr, es, pt, de]");
  programme = with(programme, "{ en: Council, fr: Conseil }", "Council");
  const auto roster = [](std::size_t name_bytes) {
    return "code,category,name\n" + repeated("D#,ngo," + std::string(name_bytes, 'n') + "\n", delegations_max);
  };
  CHECK(problems_of(programme, roster(350)).empty());
  const auto sentences = problems_of(programme, roster(delegation_name_bytes_max));
  REQUIRE(sentences.size() == 1);
  CHECK(sentences[0].starts_with("council.yaml:1:1: expected a programme that takes at most 4194304 bytes with all "
                                 "names in all languages, found "));
}

TEST_CASE("Deep nesting, aliases that multiply and an alias of itself end in problems", "[programme]") {
  CHECK(problems_of(std::string(100'000, '[')).size() == 1);
  std::string aliases = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 12; ++i) {
    const auto before = "*a" + std::to_string(i - 1);
    aliases += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before;
    for (int j = 0; j < 8; ++j) aliases += ", " + before;
    aliases += "]\n";
  }
  CHECK(problems_of(aliases + "panels: *a11\n").size() > 1);
  CHECK(problems_of("panels: &p [*p]\n").size() > 1);
}

}  // namespace
}  // namespace rostrum::programme
