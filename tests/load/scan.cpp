#include "load/scan.hpp"

#include <charconv>
#include <optional>

#include <google/protobuf/util/json_util.h>

#include "load/failed.hpp"
#include "rostrum/v1/envelope.pb.h"

namespace rostrum::load {

namespace {

// ---- protobuf, field by field

constexpr unsigned varint = 0;
constexpr unsigned fixed64 = 1;
constexpr unsigned bytes = 2;
constexpr unsigned fixed32 = 5;

/// Takes a varint off the front.
std::optional<std::uint64_t> take_varint(std::string_view& from) {
  std::uint64_t value = 0;
  for (std::size_t at = 0; at < from.size() && at < 10; ++at) {
    const auto byte = static_cast<std::uint8_t>(from[at]);
    value |= static_cast<std::uint64_t>(byte & 0x7f) << (7 * at);
    if ((byte & 0x80) != 0) continue;
    from.remove_prefix(at + 1);
    return value;
  }
  return std::nullopt;
}

struct Field {
  std::uint64_t number = 0;
  std::uint64_t value = 0;        // of a varint
  std::string_view content = {};  // of bytes
};

/// Takes a field off the front; none where the bytes are no message.
std::optional<Field> take_field(std::string_view& from) {
  const auto tag = take_varint(from);
  if (!tag) return std::nullopt;
  Field field{.number = *tag >> 3};
  const unsigned type = *tag & 7;
  if (type == varint || type == bytes) {
    const auto value = take_varint(from);
    if (!value) return std::nullopt;
    field.value = *value;
  }
  const std::uint64_t length = type == bytes ? field.value : type == fixed64 ? 8 : type == fixed32 ? 4 : 0;
  if ((type != varint && length == 0 && type != bytes) || length > from.size()) return std::nullopt;
  field.content = from.substr(0, length);
  from.remove_prefix(length);
  return field;
}

/// Only the fields up to the one of that number are read.
Field field_of(std::string_view message, int number) {
  while (!message.empty()) {
    const auto field = take_field(message);
    if (!field) break;
    if (field->number == static_cast<std::uint64_t>(number)) return *field;
  }
  return {};
}

Item item_of(const Field& field) {
  switch (field.number) {
  case v1::ServerItem::kHello:
    return {.kind = Item::Kind::hello, .resumed = field_of(field.content, v1::Hello::kResumedFieldNumber).value != 0};
  case v1::ServerItem::kSnapshot: {
    const auto position = field_of(field.content, v1::Snapshot::kPositionFieldNumber).content;
    return {.kind = Item::Kind::snapshot,
            .seq = field_of(position, v1::Position::kSeqFieldNumber).value,
            .position = position};
  }
  case v1::ServerItem::kPatch:
    return {.kind = Item::Kind::patch, .seq = field_of(field.content, v1::Patch::kSeqFieldNumber).value};
  case v1::ServerItem::kAck:
    return {.kind = Item::Kind::ack, .seq = field_of(field.content, v1::Ack::kSeqFieldNumber).value};
  case v1::ServerItem::kRejection:
    return {.kind = Item::Kind::rejection, .code = field_of(field.content, v1::Rejection::kCodeFieldNumber).content};
  case v1::ServerItem::kRefusal:
    return {.kind = Item::Kind::refusal, .code = field_of(field.content, v1::Refusal::kCodeFieldNumber).content};
  default:
    return {};
  }
}

bool scan_protobuf(std::string_view message, const std::function<void(const Item&)>& visit) {
  while (!message.empty()) {
    const auto item = take_field(message);
    if (!item) return false;
    if (item->number != v1::ServerFrame::kItemsFieldNumber) continue;
    std::string_view content = item->content;
    while (!content.empty()) {
      const auto field = take_field(content);
      if (!field) return false;
      visit(item_of(*field));
    }
  }
  return true;
}

// ---- JSON. The server writes no white space and fields in the order of their numbers; a quotation mark within a text
// is escaped, so that what is searched for below cannot stand in one.

std::string_view after(std::string_view text, std::string_view what) {
  const auto at = text.find(what);
  return at == std::string_view::npos ? std::string_view{} : text.substr(at + what.size());
}

std::string_view up_to(std::string_view text, char end) { return text.substr(0, text.find(end)); }

std::uint64_t number_in(std::string_view text) {
  std::uint64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

bool scan_json(std::string_view message, const std::function<void(const Item&)>& visit) {
  if (message == "{}") return true;
  constexpr std::string_view beginning = R"({"items":[{")";
  if (!message.starts_with(beginning)) return false;
  const std::string_view kind = up_to(message.substr(beginning.size()), '"');
  if (kind == "hello") {
    visit({.kind = Item::Kind::hello, .resumed = !after(message, R"("resumed":true)").empty()});
  } else if (kind == "refusal") {
    visit({.kind = Item::Kind::refusal, .code = up_to(after(message, R"("refusal":{"code":")"), '"')});
  } else if (kind == "snapshot") {
    const std::string_view position = up_to(after(message, R"("snapshot":{"position":{)"), '}');
    visit({.kind = Item::Kind::snapshot, .seq = number_in(after(position, R"("seq":")")), .position = position});
  } else if (kind == "ack") {
    visit({.kind = Item::Kind::ack, .seq = number_in(after(message, R"("seq":")"))});
  } else if (kind == "rejection") {
    visit({.kind = Item::Kind::rejection, .code = up_to(after(message, R"("code":")"), '"')});
  } else if (kind != "patch") {
    visit({});
  }
  constexpr std::string_view patch = R"({"patch":{"seq":")";
  for (auto rest = after(message, patch); !rest.empty(); rest = after(rest, patch))
    visit({.kind = Item::Kind::patch, .seq = number_in(rest)});
  return true;
}

}  // namespace

bool scan(Codec codec, std::string_view message, const std::function<void(const Item&)>& visit) {
  return codec == Codec::json ? scan_json(message, visit) : scan_protobuf(message, visit);
}

std::string sign_in(Codec codec, std::string_view code, std::string_view position, std::uint64_t seq) {
  if (codec == Codec::json) {
    std::string out = R"({"items":[{"signIn":{"code":")" + std::string(code) + '"';
    if (!position.empty()) {
      const auto before_seq = position.substr(0, position.find(R"("seq":")"));
      out += R"(,"position":{)" + std::string(before_seq) + R"("seq":")" + std::to_string(seq) + "\"}";
    }
    return out + "}}]}";
  }
  v1::ClientFrame frame;
  v1::SignIn& signing = *frame.add_items()->mutable_sign_in();
  signing.set_code(std::string(code));
  if (!position.empty() &&
      signing.mutable_position()->ParseFromArray(position.data(), static_cast<int>(position.size())))
    signing.mutable_position()->set_seq(seq);
  return frame.SerializeAsString();
}

std::string ask_for_floor(Codec codec, std::string_view panel, std::string_view id) {
  v1::ClientFrame frame;
  v1::Command& command = *frame.add_items()->mutable_command();
  command.set_id(std::string(id));
  command.mutable_request_floor()->set_panel(std::string(panel));
  command.mutable_request_floor()->set_kind(v1::KIND_STATEMENT);
  std::string out;
  if (codec == Codec::protobuf) return frame.SerializeAsString();
  if (!google::protobuf::util::MessageToJsonString(frame, &out).ok())
    throw Failed("a command cannot be written as JSON");
  return out;
}

}  // namespace rostrum::load
