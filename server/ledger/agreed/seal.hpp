// The seal under which nodes tell each other things: a server carries whatever it is given, from whoever can reach it,
// and only who has the session's secret is believed. It says who may have written a message, not when: one that was
// sealed once may come again, as it may anyway (wire/node_message.hpp).
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/digest.hpp"
#include "wire/node_message.hpp"

namespace rostrum::ledger {

using wire::Answered;
using wire::Bell;
using wire::Forward;
using wire::Here;
using wire::Present;
using wire::WriterName;

/// A message under its seal: 32 bytes of HMAC-SHA-256 of what it is for and its bytes, and those.
using Sealed = std::string;
using SharedSealed = std::shared_ptr<const Sealed>;  // it goes to every server

class Seals {
 public:
  /// HMAC-SHA-256 under a key of the session's secret.
  using Hmac = std::function<Digest(std::string_view)>;

  /// `context` is what all messages are about, such as the set of servers: those of another are not believed.
  Seals(Hmac hmac, std::string context) : hmac_(std::move(hmac)), context_(std::move(context)) {}

  [[nodiscard]] Sealed seal(const wire::NodeMessage& message) const;
  /// None where its seal is not of this secret and context, or what it holds is not known to this version.
  [[nodiscard]] std::optional<wire::NodeMessage> open(std::string_view sealed) const;

 private:
  [[nodiscard]] Digest of(std::string_view bytes) const;

  Hmac hmac_;
  std::string context_;
};

}  // namespace rostrum::ledger
