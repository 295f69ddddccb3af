// What a client sends. The first byte chooses the codec, even protobuf and odd JSON; the rest is the frame.
#include <algorithm>
#include <set>

#include "base/assert.hpp"
#include "rostrum/v1/envelope.pb.h"
#include "wire/command.hpp"
#include "wire/frames.hpp"
#include "wire/json.hpp"
#include "wire/protobuf.hpp"

using namespace rostrum;
using namespace rostrum::wire;

namespace {

// ---- the same items

bool same(const SignIn& one, const SignIn& other) { return one == other; }
bool same(const ClientCommand& one, const ClientCommand& other) {
  return one.id == other.id && one.expires_at == other.expires_at && one.command == other.command &&
         one.digest == other.digest;
}
bool same(const MalformedCommand& one, const MalformedCommand& other) {
  return one.id == other.id && one.rejection == other.rejection;
}
bool same(const TimeProbe& one, const TimeProbe& other) { return one.client_at == other.client_at; }
bool same(const LogRequest& one, const LogRequest& other) {
  return one.id == other.id && one.panel == other.panel && one.before == other.before;
}
bool same(const SheetRequest& one, const SheetRequest& other) {
  return one.id == other.id && one.language == other.language && one.seat == other.seat;
}
bool same(const council::TimeQuestion& one, const council::TimeQuestion& other) {
  const auto said = [](const council::WhatIf& of) {
    return std::tie(of.limit, of.ends_at, of.reserve, of.list_closed, of.still_expected);
  };
  return one.panel == other.panel && said(one.what_if) == said(other.what_if);
}
bool same(const council::OrderQuestion& one, const council::OrderQuestion& other) {
  return one.panel == other.panel && one.policy == other.policy && one.anew == other.anew;
}
bool same(const Question& one, const Question& other) {
  return one.id == other.id && one.question.index() == other.question.index() &&
         std::visit(
             [&](const auto& asked) { return same(asked, std::get<std::decay_t<decltype(asked)>>(other.question)); },
             one.question);
}
bool same(const ClientItem& one, const ClientItem& other) {
  if (one.index() != other.index()) return false;
  return std::visit([&](const auto& item) { return same(item, std::get<std::decay_t<decltype(item)>>(other)); }, one);
}
bool same(const std::vector<ClientItem>& one, const std::vector<ClientItem>& other) {
  return std::ranges::equal(one, other, [](const auto& a, const auto& b) { return same(a, b); });
}

// ---- what holds of an item

bool is_id(const std::string& id) { return !id.empty() && id.size() <= command_id_bytes_max; }

/// The names of all fields that the files of commands and frames know.
std::set<std::string> names_of_fields() {
  std::set<std::string> names;
  for (const auto* file : {v1::Command::descriptor()->file(), v1::ClientFrame::descriptor()->file()}) {
    for (int message = 0; message < file->message_type_count(); ++message) {
      const auto& type = *file->message_type(message);
      for (int field = 0; field < type.field_count(); ++field) names.insert(type.field(field)->name());
      for (int choice = 0; choice < type.oneof_decl_count(); ++choice) names.insert(type.oneof_decl(choice)->name());
    }
  }
  return names;
}

std::string encoded(Codec codec, const google::protobuf::Message& message) {
  return codec == Codec::json ? json_of(message) : serialized(message);
}

/// The command as our own client would send it is the same command.
void comes_back(const ClientCommand& read) {
  v1::ClientFrame frame;
  v1::Command& written = *frame.add_items()->mutable_command();
  written.set_id(read.id);
  if (read.expires_at) written.set_expires_at(read.expires_at->value);
  put(written, read.command);
  std::vector<ClientCommand> again;
  for (const Codec codec : {Codec::protobuf, Codec::json}) {
    const auto items = decode_client_frame(codec, encoded(codec, frame));
    ROSTRUM_ASSERT(items.has_value() && items->size() == 1);
    ROSTRUM_ASSERT(std::holds_alternative<ClientCommand>(items->front()));
    again.push_back(std::get<ClientCommand>(items->front()));
    ROSTRUM_ASSERT(again.back().id == read.id && again.back().expires_at == read.expires_at);
    ROSTRUM_ASSERT(again.back().command == read.command);
  }
  ROSTRUM_ASSERT(again[0].digest == again[1].digest);
}

void is_sound(const SignIn&) {}
void is_sound(const TimeProbe&) {}
void is_sound(const ClientCommand& command) {
  ROSTRUM_ASSERT(is_id(command.id));
  comes_back(command);
}
void is_sound(const MalformedCommand& command) {
  static const auto fields = names_of_fields();
  ROSTRUM_ASSERT(is_id(command.id));
  const auto& [code, details] = command.rejection;
  ROSTRUM_ASSERT(code == council::Code::malformed || code == council::Code::unfit_text);
  ROSTRUM_ASSERT(details.size() == 2 && details[0].first == "field");
  ROSTRUM_ASSERT(details[1].first == (code == council::Code::malformed ? "expected" : "character"));
  ROSTRUM_ASSERT(fields.contains(details[0].second.substr(0, details[0].second.find('.'))));
  ROSTRUM_ASSERT(!details[1].second.empty());
}
void is_sound(const LogRequest& request) {
  ROSTRUM_ASSERT(is_id(request.id));
  ROSTRUM_ASSERT(!request.panel || (!request.panel->empty() && request.panel->value.size() <= id_bytes_max));
  ROSTRUM_ASSERT(!request.before || request.before->value > 0);
}
void is_sound(const Question& question) { ROSTRUM_ASSERT(is_id(question.id)); }
void is_sound(const SheetRequest& request) {
  ROSTRUM_ASSERT(is_id(request.id));
  ROSTRUM_ASSERT(request.language.size() <= language_tag_bytes_max);
  ROSTRUM_ASSERT(!request.seat || (!request.seat->empty() && request.seat->value.size() <= id_bytes_max));
}

/// The frame in the other codec; none where it is no frame in its own.
std::optional<std::string> in_codec(Codec codec, Codec other, std::string_view bytes) {
  v1::ClientFrame frame;
  if (!(codec == Codec::json ? parse_json(frame, bytes) : parse(frame, bytes))) return std::nullopt;
  frame.DiscardUnknownFields();  // JSON has none
  return encoded(other, frame);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const Codec codec = data[0] % 2 == 0 ? Codec::protobuf : Codec::json;
  const Codec other = codec == Codec::json ? Codec::protobuf : Codec::json;

  const auto items = decode_client_frame(codec, bytes);
  const auto elsewhere = in_codec(codec, other, bytes);
  if (!items) ROSTRUM_ASSERT(!items.error().empty());
  if (!elsewhere) {
    ROSTRUM_ASSERT(!items.has_value());
    return 0;
  }
  const auto in_other = decode_client_frame(other, *elsewhere);
  ROSTRUM_ASSERT(items.has_value() == in_other.has_value());
  if (!items) return 0;
  ROSTRUM_ASSERT(items->size() <= items_per_frame_max);
  ROSTRUM_ASSERT(same(*items, *in_other));
  for (const auto& item : *items) std::visit([](const auto& one) { is_sound(one); }, item);
  return 0;
}
