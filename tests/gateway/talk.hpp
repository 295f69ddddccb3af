// Conversations without sockets: real connections, hub and chamber, a journal in memory, a scheduler and a clock that
// the test drives, and lines that keep what they are given until the test lets it through.
#pragma once

#include <catch2/catch.hpp>
#include <google/protobuf/util/json_util.h>

#include "chamber/hall.hpp"
#include "gateway/connection.hpp"
#include "rostrum/v1/envelope.pb.h"
#include "support/secrets.hpp"

namespace rostrum::gateway {

/// A client at the other end of a connection.
class Client final : public Line {
 public:
  explicit Client(wire::Codec codec_) : codec(codec_) {}

  bool send(std::span<const chamber::Frame> frames) override {
    REQUIRE(being_sent.empty());
    REQUIRE_FALSE(frames.empty());
    REQUIRE(frames.size() <= frames_max);
    ++sends;
    being_sent.assign(frames.begin(), frames.end());
    if (!reads_at_once) return false;
    take_all();
    return true;
  }
  void receive() override { ++may_send; }
  void end_within(Millis span) override { ends_within = span; }
  void close(CloseCode code) override { closed_with = code; }

  /// Reads what is there, until the server has nothing more to send.
  void read() {
    while (!being_sent.empty()) {
      take_all();
      connection->sent();
    }
  }
  void take_all() {
    for (const chamber::Frame& frame : std::exchange(being_sent, {})) take(*frame);
  }
  void take(const std::string& bytes) {
    v1::ServerFrame frame;
    if (codec == wire::Codec::protobuf) {
      REQUIRE(frame.ParseFromString(bytes));
    } else {
      REQUIRE(google::protobuf::util::JsonStringToMessage(bytes, &frame).ok());
    }
    for (const auto& item : frame.items()) items.push_back(item);
    store.apply_frame(codec, bytes);
  }

  [[nodiscard]] int count(v1::ServerItem::ItemCase kind) const {
    return static_cast<int>(
        std::count_if(items.begin(), items.end(), [&](const auto& item) { return item.item_case() == kind; }));
  }
  [[nodiscard]] const v1::ServerItem& last() const {
    REQUIRE_FALSE(items.empty());
    return items.back();
  }

  const wire::Codec codec;
  std::shared_ptr<Connection> connection;
  std::vector<chamber::Frame> being_sent;
  bool reads_at_once = false;  // takes all it is sent, before it is asked to read
  int sends = 0;
  std::vector<v1::ServerItem> items;
  test::Store store;
  int may_send = 1;
  std::optional<Millis> ends_within;
  std::optional<CloseCode> closed_with;
};

class Talk {
 public:
  explicit Talk(Limits limits = {}, const council::Programme& programme = council::small_programme()) {
    REQUIRE(chamber::begin_log(disk, programme, chamber::epoch_of_tests, clock.now(), test::known_salts));
    auto opened = chamber::Chamber::open(chamber::parts_on(ledger, scheduler, clock, hub), disk, programme);
    if (!opened) FAIL(opened.error().why);
    chamber = *std::move(opened);
    observe(metrics, *chamber, hub, {});
    observe(metrics, ledger, {});
    const auto grant_of = [this](std::string_view code) -> std::optional<GrantId> {
      const GrantId grant{std::string(code)};
      return grant == stale || chamber->state().find(grant) ? std::optional(grant) : std::nullopt;
    };
    hall = std::shared_ptr<Hall>(new Hall{.limits = limits,
                                          .origins = {},
                                          .trust_forwarded = false,
                                          .version = "1.2.3",
                                          .metrics = metrics,
                                          .health = health,
                                          .site = {}});
    const auto sheet_of = [this](const std::string& language, const std::optional<SeatId>& seat,
                                 std::function<void(std::string)> done) {
      scheduler.post([done = std::move(done), html = "sheet in " + language + " of " + (seat ? seat->value : "all") +
                                                     std::string(sheet_bytes, ' ')] { done(html); });
    };
    hall->sessions.emplace_back(new Session{.id = programme.session.id,
                                            .chamber = *chamber,
                                            .hub = hub,
                                            .grant_of = grant_of,
                                            .sheet_of = sheet_of,
                                            .metrics = metrics,
                                            .labels = {}});
    session = hall->sessions.front().get();
    watch_grants(hall, *session, [this] { ++renewed; });
  }

  /// A connection that has not signed in.
  std::shared_ptr<Client> connect(wire::Codec codec = wire::Codec::json, const std::string& address = "192.0.2.1") {
    auto client = std::make_shared<Client>(codec);
    client->connection = std::make_shared<Connection>(hall, *client, codec, address, now);
    return client;
  }
  /// One that has, and that holds all there is. A test's sign-in code is the grant itself.
  std::shared_ptr<Client> follow(const GrantId& grant) {
    auto client = connect();
    say(*client, sign_in(grant.value));
    settle();
    client->read();
    return client;
  }

  /// The client sends a message; it may not before the last one has been taken.
  void say(Client& client, const std::string& items) {
    REQUIRE(client.may_send > 0);
    --client.may_send;
    client.connection->received("{\"items\":[" + items + "]}", now);
  }
  void settle() { scheduler.settle(); }

  static std::string sign_in(const std::string& code) { return R"({"signIn":{"code":")" + code + "\"}}"; }
  static std::string command(const std::string& id, const std::string& act) {
    return R"({"command":{"id":")" + id + "\"," + act + "}}";
  }
  static std::string open_meeting(const std::string& id) {
    return command(id, R"("openMeeting":{"meeting":")" + council::afternoon.value + "\"}");
  }
  static std::string probe() { return R"({"timeProbe":{"clientAt":"42"}})"; }
  /// An act that changes a text as long as is wanted: it makes patches of that size.
  static std::string set_title(const std::string& id, std::size_t bytes) {
    return command(id, R"("setPanelTitle":{"panel":")" + council::high_level.value + R"(","title":{"en":")" +
                           (id + std::string(bytes, 'x')).substr(0, bytes) + "\"}}");
  }

  std::uint64_t counted(std::string_view line) const {
    const std::string text = metrics.text();
    const auto at = text.find("\n" + std::string(line) + ' ');
    return at == std::string::npos ? 0 : std::stoull(text.substr(at + line.size() + 2));
  }

  int renewed = 0;  // how often the codes were made again
  std::size_t sheet_bytes = 0;
  Millis now{1'000};
  GrantId stale{"gone.1"};  // of a code that is right, and of a grant that the session does not know
  journal::MemoryJournal memory;
  chamber::FillingJournal disk{memory};
  SetClock clock{council::start};
  chamber::SteppedScheduler scheduler;
  ledger::LocalLedger ledger{disk, scheduler, clock};
  ops::Metrics metrics;
  ops::Health health;
  Hub hub;
  std::unique_ptr<chamber::Chamber> chamber;
  std::shared_ptr<Hall> hall;
  Session* session = nullptr;
};

}  // namespace rostrum::gateway
