// What clients send: a frame is refused whole where its envelope is not sound, a command alone where its content is
// not.
#include "wire/characters.hpp"
#include "wire/command.hpp"
#include "wire/frames.hpp"
#include "wire/json.hpp"
#include "wire/protobuf.hpp"
#include "wire/question.hpp"
#include "wire/terms.hpp"

#include "rostrum/v1/envelope.pb.h"

namespace rostrum::wire {

namespace {

using Failure = std::string;

/// None where the position cannot be one of this version's: a snapshot serves that client as well.
std::optional<Position> position_of(const v1::Position& position) {
  const auto audience = from_wire<views::Audience>(position.audience());
  if (!audience) return std::nullopt;
  return Position{.session = {position.session()},
                  .epoch = position.epoch(),
                  .audience = *audience,
                  .delegation = unless_empty<DelegationId>(position.delegation()),
                  .seq = {position.seq()}};
}

SignIn sign_in_of(const v1::SignIn& sign_in) {
  SignIn read{.code = sign_in.code(), .position = {}};
  if (sign_in.has_position()) read.position = position_of(sign_in.position());
  return read;
}

bool is_id_of_request(const std::string& id) { return !id.empty() && id.size() <= command_id_bytes_max; }

/// Nobody could be answered, so the frame is none.
tl::unexpected<Failure> no_id(const std::string& whose) {
  return failure(whose + " id has 1 to " + std::to_string(command_id_bytes_max) + " bytes");
}

MalformedCommand refused_item(const std::string& id, const council::Rejection& refused) {
  return {.id = id, .rejection = refused};
}

MalformedCommand malformed(const std::string& id, std::string_view field, std::string_view expected) {
  return {.id = id, .rejection = council::rejection(council::Code::malformed, field, expected)};
}

MalformedCommand malformed_id(const std::string& id, std::string_view field) {
  return malformed(id, field, "an id of at most " + std::to_string(id_bytes_max) + " bytes");
}

Result<ClientItem, Failure> command_item(const v1::Command& command) {
  if (!is_id_of_request(command.id())) return no_id("a command's");
  auto content = command_of(command);
  if (!content) return MalformedCommand{.id = command.id(), .rejection = content.error()};
  return ClientCommand{.id = command.id(),
                       .expires_at = unless_zero(command.expires_at()),
                       .command = *std::move(content),
                       .digest = content_digest(command)};
}

Result<ClientItem, Failure> log_item(const v1::LogRequest& request) {
  if (!is_id_of_request(request.id())) return no_id("a log request's");
  if (auto refused = refused_characters(request)) return refused_item(request.id(), *refused);
  if (request.panel().size() > id_bytes_max) return malformed_id(request.id(), "panel");
  LogRequest read{.id = request.id(), .panel = unless_empty<PanelId>(request.panel()), .before = {}};
  if (request.before() != 0) read.before = Seq{request.before()};
  return read;
}

Result<ClientItem, Failure> sheet_item(const v1::SheetRequest& request) {
  if (!is_id_of_request(request.id())) return no_id("a sheet request's");
  if (auto refused = refused_characters(request)) return refused_item(request.id(), *refused);
  const std::string& language = request.language();
  if (!language.empty() && (language.size() < language_tag_bytes_min || language.size() > language_tag_bytes_max))
    return malformed(request.id(), "language", "a BCP 47 tag of 2 to 35 characters");
  if (request.seat().size() > id_bytes_max) return malformed_id(request.id(), "seat");
  return SheetRequest{.id = request.id(), .language = language, .seat = unless_empty<SeatId>(request.seat())};
}

Result<ClientItem, Failure> question_item(const v1::Question& question) {
  if (!is_id_of_request(question.id())) return no_id("a question's");
  if (auto refused = refused_characters(question)) return refused_item(question.id(), *refused);
  auto asked = question_of(question);
  if (!asked) return refused_item(question.id(), asked.error());
  return Question{.id = question.id(), .question = *std::move(asked)};
}

Result<ClientItem, Failure> item_of(const v1::ClientItem& item) {
  switch (item.item_case()) {
  case v1::ClientItem::kSignIn:
    return sign_in_of(item.sign_in());
  case v1::ClientItem::kCommand:
    return command_item(item.command());
  case v1::ClientItem::kTimeProbe:
    return TimeProbe{item.time_probe().client_at()};
  case v1::ClientItem::kLogRequest:
    return log_item(item.log_request());
  case v1::ClientItem::kSheetRequest:
    return sheet_item(item.sheet_request());
  case v1::ClientItem::kQuestion:
    return question_item(item.question());
  case v1::ClientItem::ITEM_NOT_SET:
    break;
  }
  return failure(std::string("an item of no known kind"));
}

}  // namespace

Result<std::vector<ClientItem>, std::string> decode_client_frame(Codec codec, std::string_view bytes) {
  v1::ClientFrame frame;
  const bool parsed = codec == Codec::json ? parse_json(frame, bytes) : parse(frame, bytes);
  if (!parsed) return failure(std::string("no frame of this codec"));
  if (static_cast<std::size_t>(frame.items_size()) > items_per_frame_max)
    return failure("a frame has at most " + std::to_string(items_per_frame_max) + " items");
  std::vector<ClientItem> items;
  for (const v1::ClientItem& message : frame.items()) {
    auto item = item_of(message);
    if (!item) return failure(item.error());
    items.push_back(*std::move(item));
  }
  return items;
}

}  // namespace rostrum::wire
