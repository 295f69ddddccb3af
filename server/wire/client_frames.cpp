// What clients send: a frame is refused whole where its envelope is not sound, a command alone where its content is
// not.
#include "wire/command.hpp"
#include "wire/frames.hpp"
#include "wire/json.hpp"
#include "wire/protobuf.hpp"
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

Result<ClientItem, Failure> command_item(const v1::Command& command) {
  if (command.id().empty() || command.id().size() > command_id_bytes_max)
    return failure("a command's id has 1 to " + std::to_string(command_id_bytes_max) + " bytes");
  auto content = command_of(command);
  if (!content) return MalformedCommand{.id = command.id(), .rejection = content.error()};
  return ClientCommand{.id = command.id(),
                       .expires_at = unless_zero(command.expires_at()),
                       .command = *std::move(content),
                       .digest = content_digest(command)};
}

Result<ClientItem, Failure> item_of(const v1::ClientItem& item) {
  switch (item.item_case()) {
  case v1::ClientItem::kSignIn:
    return sign_in_of(item.sign_in());
  case v1::ClientItem::kCommand:
    return command_item(item.command());
  case v1::ClientItem::kTimeProbe:
    return TimeProbe{item.time_probe().client_at()};
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
