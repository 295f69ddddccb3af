// Privacy on the wire. One client per role records every byte that it is sent while a whole panel is lived through,
// half of them in JSON. Words that exist nowhere else ("canaries") stand in every text, note and notice, each with the
// roles that may have it: those and nobody else must have received it. The same for the keys of what is not for all.
#include <set>

#include "integration/support/hall_acts.hpp"
#include "integration/support/raw_socket.hpp"
#include "support/content.hpp"

using namespace rostrum;
using namespace rostrum::test;
using client::Codec;

namespace {

using Who = std::set<std::string>;

Who operator+(Who some, const Who& others) {
  some.insert(others.begin(), others.end());
  return some;
}
Who operator+(Who some, const std::string& one) { return std::move(some) + Who{one}; }

const Who nobody;
const Who desks{"chair", "desk"};
const Who booths{"interpreter", "captioner"};
const Who delegates{"CL", "FR"};
const Who outside{"observer", "display"};
const Who all = desks + booths + delegates + outside;
const Who before_release = desks + booths;
const std::string revoked_one = "JP";  // its tablet is revoked early

constexpr auto draft_title = "canary-draft-title";

/// The device of a role: what it was sent, over all its connections.
struct Listener {
  Codec codec = Codec::protobuf;
  std::unique_ptr<client::Client> client;
  std::string before = {};  // by the connections that have ended

  [[nodiscard]] std::string heard() const { return before + client->messages(); }
};

/// Words, or the key of an entity, and who may have it.
struct Canary {
  std::string text;
  Who who;
  bool is_key = false;
};

bool occurs(const std::string& bytes, const Canary& canary) {
  for (auto at = bytes.find(canary.text); at != std::string::npos; at = bytes.find(canary.text, at + 1)) {
    const auto end = at + canary.text.size();
    const bool longer_number = end < bytes.size() && bytes[end] >= '0' && bytes[end] <= '9';
    if (!canary.is_key || !longer_number) return true;
  }
  return false;
}

class Hall {
 public:
  /// Everyone signs in; half of them speak JSON, the other half where `swapped`.
  explicit Hall(bool swapped)
      : programme_("en: Special Event,",
                   "en: " + std::string(draft_title) + ","),  // a draft whose title can be looked for
        server({.programme = programme_.path(),
                .clock = "2005-11-29T14:55+01:00,5",
                .limits = std::string(without_rates) + ",stop_timeout_ms=500"}) {
    bool json = swapped;
    for (const auto& name : all + revoked_one) {
      json = !json;
      listeners_[name].codec = json ? Codec::json : Codec::protobuf;
      come(name);
    }
    canaries_.push_back({draft_title, desks + booths + delegates + revoked_one});
  }

  client::Client& operator[](const std::string& name) { return *listeners_.at(name).client; }
  [[nodiscard]] const std::map<std::string, Listener>& listeners() const { return listeners_; }
  [[nodiscard]] const std::vector<Canary>& canaries() const { return canaries_; }

  /// Words that only these may come to know.
  std::string words(const std::string& name, const Who& who) {
    canaries_.push_back({"canary-" + name, who});
    return canaries_.back().text;
  }
  /// A text of two paragraphs with such words.
  std::string text(const std::string& name, const Who& who) {
    return "Chair, " + words("text-" + name, who) + ".\n\nThank you.";
  }
  void who_has(const std::string& text, const Who& who) { canaries_.push_back({text, who}); }
  void key(const std::string& key, const Who& who) { canaries_.push_back({key, who, true}); }

  /// Signs in, again with what the device holds; whether it went on from there.
  bool come(const std::string& name) {
    Listener& listener = listeners_.at(name);
    client::Store held;
    if (listener.client) {
      held = listener.client->store();
      listener.before = listener.heard();
    }
    listener.client = connected(listener.codec, std::move(held));
    const auto hello = listener.client->sign_in(server.code(name));
    if (!hello) FAIL(name << " cannot sign in: " << hello.error().why);
    return hello->resumed();
  }
  [[nodiscard]] std::unique_ptr<client::Client> connected(Codec codec, client::Store held) const {
    auto client = client::Client::connect({.port = server.port(), .keeps_messages = true}, codec, std::move(held));
    if (!client) FAIL("cannot connect: " << client.error().why);
    return *std::move(client);
  }

  /// Stops the server in order and starts it again; what it has said.
  Ended restart() {
    const auto ended = server.stop();
    server.start();
    return ended;
  }

  /// All who are still signed in have been sent everything up to there.
  void reach(std::uint64_t seq) {
    for (const auto& name : all) {
      reaches((*this)[name], seq);
      REQUIRE((*this)[name].probe(0));
    }
  }

 private:
  ChangedProgramme programme_;

 public:
  ServerProcess server;

 private:
  std::map<std::string, Listener> listeners_;
  std::vector<Canary> canaries_;
};

std::map<std::string, std::string> shared_picture(const client::Client& client) {
  std::map<std::string, std::string> out;
  for (const auto& [key, entity] : client.store().entities()) out[key] = entity.DebugString();
  return out;
}

/// What the texts of a panel need: entries that wait.
struct Entries {
  std::uint32_t chile = 0, france = 0, kenya = 0, morocco = 0, japan = 0, brazil = 0, egypt = 0;
};

Entries listed(Hall& hall) {
  must(hall["chair"], open_meeting());
  must(hall["chair"], open_panel());
  list(hall["chair"], {"CL", "FR", "KE", "MA", "JP", "BR", "EG"});
  const auto of = [&](const char* delegation) { return entry_for(hall["chair"], delegation); };
  Entries entries{of("CL"), of("FR"), of("KE"), of("MA"), of("JP"), of("BR"), of("EG")};
  hall.key("desk/" + std::to_string(entries.chile), desks);
  return entries;
}

std::string statement_key(std::uint32_t entry) { return "statement/" + std::to_string(entry); }
std::string own(const std::string& delegation, const char* what, std::uint32_t number) {
  return std::string("own/") + what + '/' + delegation + '/' + std::to_string(number);
}

/// Two versions of most texts: whoever had to wait for the release never receives the first.
void submit_texts(Hall& hall, const Entries& entries) {
  const Who chile = before_release + "CL", france = before_release + "FR";
  const Who japan = before_release + "JP";
  must(hall["CL"], submit(entries.chile, hall.text("chile-en-1", chile)));
  must(hall["CL"], submit(entries.chile, hall.text("chile-en-2", all)));
  must(hall["CL"], submit(entries.chile, hall.text("chile-es-1", all), "es"));
  must(hall["FR"], submit(entries.france, hall.text("france-fr-1", france), "fr"));
  must(hall["FR"], submit(entries.france, hall.text("france-fr-2", all), "fr"));
  must(hall["FR"], submit(entries.france, hall.text("france-en-1", all)));
  must(hall["chair"], submit(entries.kenya, hall.text("kenya-en-1", before_release)));
  must(hall["chair"], submit(entries.kenya, hall.text("kenya-en-2", all)));
  must(hall["desk"], submit(entries.morocco, hall.text("morocco-fr-1", before_release), "fr"));
  must(hall["desk"], submit(entries.morocco, hall.text("morocco-fr-2", all), "fr"));
  must(hall[revoked_one], submit(entries.japan, hall.text("japan-en-1", japan)));
  must(hall["desk"], submit(entries.brazil, hall.text("brazil-en-1", before_release)));
  must(hall["desk"], submit(entries.egypt, hall.text("egypt-en-1", before_release)));
  hall.key(own("CL", "statement", entries.chile), {"CL"});
  hall.key(own("FR", "statement", entries.france), {"FR"});
  hall.key(own("JP", "statement", entries.japan), {"JP"});
  for (const auto entry : {entries.chile, entries.france, entries.kenya, entries.morocco})
    hall.key(statement_key(entry), all);
  for (const auto entry : {entries.japan, entries.brazil, entries.egypt})
    hall.key(statement_key(entry), before_release);
  // Refused, and told to nobody.
  CHECK(refused(hall["FR"], submit(entries.chile, hall.text("not-theirs", nobody))) == "unauthorized");
  CHECK(refused(hall["display"], submit(entries.chile, hall.text("from-display", nobody))) == "unauthorized");
}

void ask_for_help(Hall& hall) {
  must(hall["CL"], request_help(hall.words("help-taken", desks + "CL")));
  must(hall["desk"], take_help(1));
  must(hall["desk"], close_help(1));
  must(hall["FR"], request_help(hall.words("help-withdrawn", desks + "FR")));
  must(hall["FR"], close_help(2));
  for (const std::uint32_t number : {1u, 2u}) hall.key("help/" + std::to_string(number), desks);
  hall.key(own("CL", "help", 1), {"CL"});
  hall.key(own("FR", "help", 2), {"FR"});
}

void send_notices(Hall& hall) {
  auto& desk = hall["desk"];
  const auto told = [&](const v1::NoticeTo& to, const char* name, const Who& who) {
    must(desk, notice(to, hall.words(std::string("notice-") + name, who)));
  };
  told(to_all(), "all", all + revoked_one);
  told(to_audience(v1::AUDIENCE_PUBLIC), "public", desks + outside);
  told(to_audience(v1::AUDIENCE_DELEGATE), "delegate", desks + delegates + revoked_one);
  told(to_audience(v1::AUDIENCE_BOOTH), "booth", desks + booths);
  told(to_audience(v1::AUDIENCE_DESK), "desk", desks);
  told(to_delegation("CL"), "chile", desks + "CL");
  told(to_delegation("FR"), "france", desks + "FR");
  hall.key("notice/4", desks + booths);
  hall.key("notice/6", desks);
  hall.key(own("CL", "notice", 6), {"CL"});
  hall.key(own("FR", "notice", 7), {"FR"});
  for (const std::uint32_t number : {4u, 6u}) must(desk, withdraw_notice(number));
  CHECK(refused(hall["CL"], notice(to_all(), hall.words("notice-of-a-delegate", nobody))) == "unauthorized");
}

/// After this, nothing more of the session comes to that tablet.
void revoke_tablet(Hall& hall, const Entries& entries) {
  must(hall["desk"], revoke_seat(revoked_one));
  CHECK(hall[revoked_one].until_closed().refusal.code() == "revoked");
  must(hall["desk"], issue_code(revoked_one));
  must(hall["desk"], submit(entries.japan, hall.text("japan-en-2", before_release)));
  must(hall["desk"], notice(to_delegation(revoked_one), hall.words("notice-to-the-revoked", desks)));
  hall.key("seat/" + revoked_one, desks);
}

/// The number of the point of order that was raised for a delegation.
std::uint32_t raise(Hall& hall, const std::string& by, const std::string& delegation, const std::string& name) {
  const auto note = hall.words("point-" + name, desks + by);
  reaches(hall["chair"], must(hall[by], raise_point(note, by == delegation ? "" : delegation)).seq());
  const auto* point = point_of(hall["chair"], delegation);
  REQUIRE(point != nullptr);
  hall.key("point/" + std::to_string(point->entry()), desks);
  hall.key(own(delegation, "point", point->entry()), by == delegation ? Who{by} : nobody);
  return point->entry();
}

void raise_points(Hall& hall) {
  must(hall["CL"], withdraw(raise(hall, "CL", "CL", "withdrawn")));
  must(hall["chair"], remove_entry(raise(hall, "FR", "FR", "not-taken-up")));
  must(hall["chair"], remove_entry(raise(hall, "desk", "KE", "of-kenya")));
  hall.key("standing/FR", {"FR"});
  hall.key("standing/KE", nobody);
}

/// Chile's text is released by its speech's ten seconds.
void chile_speaks(Hall& hall, const Entries& entries) {
  give_to(hall["chair"], "CL");
  must(hall["interpreter"], raise_signal(v1::SIGNAL_KIND_SPEAK_SLOWLY));
  must(hall["interpreter"], raise_signal(v1::SIGNAL_KIND_MICROPHONE));
  must(hall["CL"], mark_seen(1));
  must(hall["interpreter"], end_signal(2));
  for (const std::uint32_t number : {1u, 2u}) {
    hall.key("signal/" + std::to_string(number), desks + booths);
    hall.key(own("CL", "signal", number), {"CL"});
  }
  sees(hall["display"], [&] { return statement_of(hall["display"], entries.chile) != nullptr; });
}

/// France's is released by its first paragraph; a point of order interrupts.
void france_speaks(Hall& hall, const Entries& entries) {
  const auto speech = give_to(hall["chair"], "FR").speech();
  must(hall["interpreter"], raise_signal(v1::SIGNAL_KIND_NO_SOUND));
  hall.key("signal/3", desks + booths);
  hall.key(own("FR", "signal", 3), {"FR"});
  must(hall["captioner"], reach(speech, 1));
  CHECK(floor_of(hall["chair"]).entry() == entries.france);
  const auto point = raise(hall, "CL", "CL", "ruled-on");
  const auto waits = raise(hall, "FR", "FR", "waits-meanwhile");
  must(hall["chair"], recognise(point));
  must(hall["chair"], rule(point, v1::RULING_OVERRULED));
  must(hall["FR"], withdraw(waits));
  hall.key("standing/CL", {"CL"});
}

/// Kenya's is released at an instant, Morocco's by hand. Japan's entry leaves under embargo; Brazil has the floor, and
/// its text stays under embargo all the same. Egypt waits to the end.
void others_are_released_or_not(Hall& hall, const Entries& entries) {
  must_ahead(hall["chair"], 1'000, [&](std::int64_t at) { return plan_release(entries.kenya, at); });
  sees(hall["observer"], [&] { return statement_of(hall["observer"], entries.kenya) != nullptr; });
  must(hall["desk"], release(entries.morocco));
  reaches(hall["captioner"], must(hall["chair"], remove_entry(entries.japan)).seq());
  CHECK_FALSE(holds(hall["captioner"], statement_key(entries.japan)));

  // In one frame, so that no ten seconds pass between the two.
  v1::ClientFrame shortly;
  *shortly.add_items()->mutable_command() = give_floor(entries.brazil);
  *shortly.add_items()->mutable_command() = end_speech(floor_of(hall["chair"]).speech() + 2);
  for (int number = 0; number < 2; ++number)
    shortly.mutable_items(number)->mutable_command()->set_id("shortly-" + std::to_string(number));
  REQUIRE(hall["chair"].send(shortly));
  sees(hall["chair"], [&] { return floor_of(hall["chair"]).speech() == 0; });
  CHECK(statement_of(hall["chair"], entries.brazil)->released_at() == 0);
  const auto next = give_to(hall["chair"], "MA").speech();  // with whose end Brazil's text is put away
  reaches(hall["captioner"], must(hall["chair"], end_speech(next)).seq());
  CHECK_FALSE(holds(hall["captioner"], statement_key(entries.brazil)));
}

/// All but chair and desk are away meanwhile, and then go on from where they were.
void happens_while_away(Hall& hall, const Entries& entries) {
  hall.reach(hall["chair"].store().seq());
  for (const auto& name : all)
    if (!desks.contains(name)) hall[name].cut();
  auto& desk = hall["desk"];
  must(desk, submit(entries.egypt, hall.text("egypt-en-2", before_release)));
  must(desk, request_floor("FR"));
  const auto france = entry_for(desk, "FR");
  must(desk, submit(france, hall.text("france-away-1", before_release)));
  must(desk, submit(france, hall.text("france-away-2", before_release + "FR")));
  hall.key(own("FR", "statement", france), {"FR"});
  must(desk, submit(entries.kenya, hall.text("kenya-away", all)));  // long released
  must(desk, notice(to_audience(v1::AUDIENCE_BOOTH), hall.words("away-booth", desks + booths)));
  must(desk, notice(to_audience(v1::AUDIENCE_PUBLIC), hall.words("away-public", desks + outside)));
  must(desk, notice(to_delegation("FR"), hall.words("away-france", desks + "FR")));
  // Sent and withdrawn again: an audience is sent what it missed, a delegation what is there.
  must(desk, notice(to_delegation("CL"), hall.words("away-briefly", desks)));
  must(desk, withdraw_notice(12));
  must(desk, raise_point(hall.words("point-away", desks + "CL"), "CL"));
  reaches(hall["chair"], must(desk, set_title(hall.words("title", all))).seq());
  for (const auto& name : all)
    if (!desks.contains(name)) CHECK(hall.come(name));
}

/// The log and the sheet are for chair and desk, and the codes on it for who asked.
void ask_for_log_and_sheet(Hall& hall) {
  for (const auto& name : all) {
    const auto log = hall[name].ask_log();
    REQUIRE(log);
    CHECK(std::holds_alternative<v1::Log>(*log) == desks.contains(name));
    if (name == "chair") continue;
    const auto sheet = hall[name].ask_sheet("en", "CL");
    REQUIRE(sheet);
    CHECK(std::holds_alternative<v1::SignInSheet>(*sheet) == desks.contains(name));
  }
}

/// One device takes a sign-in after another, with all that it holds: it is sent what the new role may have, as a device
/// that held nothing is, and nothing of the old one's.
void devices_change_hands(const Hall& hall) {
  const auto codec = [&](const std::string& name) { return hall.listeners().at(name).codec; };
  const auto found = [&](const client::Client& client) {
    Who texts;
    for (const auto& canary : hall.canaries())
      if (occurs(client.messages(), canary)) texts.insert(canary.text);
    return texts;
  };
  for (const auto& next : all) {
    const auto fresh = hall.connected(codec(next), {});
    REQUIRE(fresh->sign_in(hall.server.code(next)));
    REQUIRE(fresh->probe(0));
    CHECK_FALSE(found(*fresh).empty());
    for (const auto& former : all) {
      if (former == next) continue;
      CAPTURE(former, next);
      const auto device = hall.connected(codec(next), hall.listeners().at(former).client->store());
      const auto hello = device->sign_in(hall.server.code(next));
      REQUIRE(hello);
      REQUIRE(device->probe(0));
      const auto both = found(*device) + found(*fresh);
      CHECK(both == found(*fresh));
      if (!hello->resumed()) CHECK(found(*device) == found(*fresh));
      CHECK(shared_picture(*device) == shared_picture(*fresh));
      if (delegates.contains(next)) CHECK(picture(device->store()) == picture(fresh->store()));
    }
  }
}

std::string shown(const std::string& code) { return code.substr(0, 4) + '-' + code.substr(4); }

/// The codes of all sign-ins, as they are derived.
std::vector<std::string> codes(const ServerProcess& server) {
  std::vector<std::string> found;
  for (const auto& one : nlohmann::json::parse(content_of(server.sign_in_list()))) {
    std::string code = one.at("code");
    std::erase(code, '-');
    found.push_back(code);
  }
  return found;
}

/// What nobody finds who has not signed in, and nobody in a log.
class Secrets {
 public:
  explicit Secrets(const Hall& hall) {
    for (const auto& canary : hall.canaries())
      if (!canary.is_key) words_.push_back(canary.text);
    for (const auto& code : codes(hall.server)) words_.insert(words_.end(), {code, shown(code)});
  }

  void add(const std::string& words) { words_.push_back(words); }

  /// Those that stand in `text`.
  [[nodiscard]] Who in(const std::string& text) const {
    Who found;
    for (const auto& words : words_)
      if (text.find(words) != std::string::npos) found.insert(words);
    return found;
  }

 private:
  std::vector<std::string> words_;
};

/// Every byte of an answer, its head too.
std::string answered(const ServerProcess& server, const std::string& target) {
  RawSocket socket(server.port());
  socket.send("GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
  return socket.receive_all();
}

void look_at_pages(const Hall& hall, const Secrets& secrets) {
  for (const auto* path : {"/", "/join", "/chair", "/desk", "/delegate", "/booth", "/captions", "/display",
                           "/index.html", "/assets/", "/assets/chair-0123abcd.js", "/healthz", "/readyz", "/metrics",
                           "/ws", "/statement/1", "/journal.sqlite", "/links.json"}) {
    CAPTURE(path);
    const auto answer = answered(hall.server, path);
    CHECK(answer.starts_with("HTTP/1.1 "));
    CHECK(secrets.in(answer) == nobody);
  }
}

/// What strangers say that is refused: their words stand in no log either.
void strangers_try(const Hall& hall, Secrets& secrets) {
  secrets.add("canary-of-a-stranger");
  secrets.add("C0DEC0DE");
  RawWebSocket nonsense(hall.server.port());
  nonsense.send(text_frame, "canary-of-a-stranger");
  CHECK(nonsense.close_code() != 0);
  RawWebSocket guess(hall.server.port());
  guess.sign_in("C0DEC0DE");
  CHECK(guess.close_code() != 0);
  CHECK(answered(hall.server, "/join?code=C0DEC0DE&text=canary-of-a-stranger").starts_with("HTTP/1.1 200"));
  CHECK(answered(hall.server, "/canary-of-a-stranger").starts_with("HTTP/1.1 404"));
}

void each_has_what_it_may(const Hall& hall) {
  for (const auto& canary : hall.canaries()) {
    Who received;
    for (const auto& [name, listener] : hall.listeners())
      if (occurs(listener.heard(), canary)) received.insert(name);
    CAPTURE(canary.text);
    CHECK(received == canary.who);
  }
}

}  // namespace

TEST_CASE("P4 in a whole panel each role is sent what it may have and nothing else, by any way", "[privacy]") {
  const bool swapped = GENERATE(false, true);
  CAPTURE(swapped);
  Hall hall(swapped);
  const auto entries = listed(hall);
  submit_texts(hall, entries);
  ask_for_help(hall);
  send_notices(hall);
  revoke_tablet(hall, entries);
  raise_points(hall);
  chile_speaks(hall, entries);
  france_speaks(hall, entries);
  others_are_released_or_not(hall, entries);
  happens_while_away(hall, entries);
  ask_for_log_and_sheet(hall);
  for (const auto& code : codes(hall.server)) {
    hall.who_has(code, nobody);
    hall.who_has(shown(code), shown(code) == hall.server.code("CL") ? Who{"desk"} : nobody);
  }
  hall.key("booth-en", desks + booths);  // who raises a signal, and who is there

  look_at_pages(hall, Secrets(hall));  // of the process that has lived the panel, with its metrics
  const auto first_run = hall.restart();
  for (const auto& name : all) hall.come(name);
  hall.reach(must(hall["desk"], notice(to_all(), hall.words("after-restart", all))).seq());
  each_has_what_it_may(hall);
  devices_change_hands(hall);

  Secrets secrets(hall);
  strangers_try(hall, secrets);
  look_at_pages(hall, secrets);
  const auto second_run = hall.server.stop();
  for (const auto& run : {first_run, second_run}) {
    CHECK(run.status == 0);
    CHECK(run.err.find("event=") != std::string::npos);
    CHECK(secrets.in(run.err) == nobody);
    // Who starts it is told how to sign in, and that is the last of it.
    const auto greeting = run.out.substr(0, run.out.find("Sign in with"));
    CHECK(secrets.in(greeting) == nobody);
    CHECK(run.out.ends_with("it is not the real time.\n"));
    CHECK(run.out.find("canary") == std::string::npos);
  }
  for (const auto& file : std::filesystem::directory_iterator(hall.server.data()))
    for (const auto& code : codes(hall.server)) CHECK(content_of(file.path()).find(code) == std::string::npos);
}
