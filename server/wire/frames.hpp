// Frames of the WebSocket, in both codecs: what clients send becomes council values, what they get is made from views.
// docs/protocol.md explains each message. Malformed input is a value here, never an exception.
#pragma once

#include <string>
#include <string_view>

#include "council/act.hpp"
#include "council/question.hpp"
#include "council/rejection.hpp"
#include "views/views.hpp"

namespace rostrum::wire {

enum class Codec : std::uint8_t { protobuf, json };
inline constexpr int codec_count = 2;

inline constexpr std::size_t command_id_bytes_max = 64;
inline constexpr std::size_t items_per_frame_max = 64;
inline constexpr std::size_t id_bytes_max = 64;  // of what a command names: meeting, panel, delegation, panellist
inline constexpr std::size_t language_tag_bytes_min = 2;
inline constexpr std::size_t language_tag_bytes_max = 35;

/// What a client holds: all that one audience was shown of one journal, up to a commit. Where each part still fits, it
/// is sent the patches after that; else a snapshot, for patches would be put on what they were not made for:
///
/// - session: a tablet goes from the first committee to the second, and holds seq 40 of another list.
/// - epoch, drawn by lot when a journal begins: a hall rehearses, its data are removed, and the session begins in
///   earnest. A tablet that slept holds seq 40 of the rehearsal; the new journal soon has a commit 40 too, of other
///   acts. (A journal that is put back from an older copy keeps its epoch, which does not tell it from the one that was
///   lost.)
/// - audience: a delegate signs in where the desk was, and holds what delegates are not shown.
/// - delegation: Chile signs in on what was Kenya's tablet, and holds Kenya's texts. None fits every delegation: an
///   audience shares its snapshots, and what is private comes whole in any case.
/// - seq: the last commit in it, so which patch is the next.
struct Position {
  SessionId session;
  std::string epoch;  // hexadecimal
  views::Audience audience{};
  std::optional<DelegationId> delegation;
  Seq seq;

  bool operator==(const Position&) const = default;
};

// ---- from clients

struct SignIn {
  std::string code;
  std::optional<Position> position;

  bool operator==(const SignIn&) const = default;
};

struct ClientCommand {
  std::string id;
  std::optional<Instant> expires_at;
  council::Command command;
  Digest digest{};  // SHA-256 of the command's content without id and expiry, the same in both codecs
};

/// A command or a request whose envelope is sound but whose content is not: answered with the rejection, the connection
/// lives on.
struct MalformedCommand {
  std::string id;
  council::Rejection rejection;
};

struct TimeProbe {
  std::int64_t client_at = 0;
};

/// Asks for the latest acts, on `panel` or on all, before the commit `before` where it is given.
struct LogRequest {
  std::string id;
  std::optional<PanelId> panel;
  std::optional<Seq> before;
};

struct SheetRequest {
  std::string id;
  std::string language;        // empty: the session's default
  std::optional<SeatId> seat;  // absent: all
};

/// Of chair and desk, about what is final.
struct Question {
  std::string id;
  council::Question question;
};

using ClientItem = std::variant<SignIn, ClientCommand, MalformedCommand, TimeProbe, LogRequest, SheetRequest, Question>;

/// The items of a frame, or in words why it is none (the connection is closed with malformed_frame).
[[nodiscard]] Result<std::vector<ClientItem>, std::string> decode_client_frame(Codec codec, std::string_view bytes);

// ---- to clients

struct Hello {
  SessionId session;
  std::string epoch;
  council::Role role{};
  views::Audience audience{};
  SeatId seat;
  std::optional<DelegationId> delegation;
  std::optional<council::Speaker> person;
  Instant server_at;
  double clock_speed = 1.0;
  std::string language;
  std::string version;
  bool resumed = false;
  std::vector<std::string> elsewhere;  // origins of other nodes
};

using Entities = std::vector<std::pair<views::Key, views::Entity>>;

struct Snapshot {
  Position position;
  Entities entities;
};
struct Patch {
  Seq seq;
  Entities upserts;
  std::vector<views::Key> removals;
};
struct PrivateSnapshot {
  Entities entities;
};
struct PrivatePatch {
  Entities upserts;
  std::vector<views::Key> removals;
};
struct Ack {
  std::string command_id;
  ActName act;
  std::vector<council::Act> inverse;  // what takes it back, in order
};
struct Rejected {
  std::string command_id;
  council::Rejection rejection;
};
struct TimeReply {
  std::int64_t client_at = 0;
  Instant server_at;
};
struct Refusal {
  std::string code;
  bool reconnect = false;
};

/// How many devices of each seat are connected.
struct Presence {
  bool whole = false;
  std::vector<std::pair<SeatId, std::uint32_t>> seats;
};

/// How the ledger stands, in which acts become final.
struct LedgerStanding {
  enum class Is : std::uint8_t { well, held, out_of_touch };
  struct Away {
    std::string server, why;
    bool operator==(const Away&) const = default;
  };
  Is is = Is::well;
  Instant since;
  std::string why;         // for whoever runs the servers
  std::vector<Away> away;  // of the servers that hold the log
};

struct LogLine {
  Seq seq;
  std::uint32_t index = 0;
  Instant at;
  SeatId actor;
  std::string event;
  std::vector<std::pair<std::string, std::string>> details;
};
struct Log {
  std::string id;
  std::vector<LogLine> lines;  // the latest first
  std::optional<Seq> next_before;
};
struct SignInSheet {
  std::string id;
  std::string html;
};

struct Answer {
  std::string id;
  council::Reply reply;
};

using ServerItem = std::variant<Hello, Snapshot, Patch, PrivateSnapshot, PrivatePatch, Ack, Rejected, TimeReply,
                                Refusal, Presence, Log, SignInSheet, LedgerStanding, Answer>;

/// A server frame of this one item, ready to be sent. Deterministic: the same item gives the same bytes.
[[nodiscard]] std::string encode(Codec codec, const ServerItem& item);

}  // namespace rostrum::wire
