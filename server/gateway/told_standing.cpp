#include "gateway/told_standing.hpp"

#include <utility>

#include <fmt/format.h>

#include "ops/log.hpp"

namespace rostrum::gateway {

namespace {

using Is = ledger::Standing::Is;

wire::LedgerStanding::Is in_wire(Is is) {
  switch (is) {
  case Is::well:
    return wire::LedgerStanding::Is::well;
  case Is::held:
    return wire::LedgerStanding::Is::held;
  case Is::out_of_touch:
    break;
  }
  return wire::LedgerStanding::Is::out_of_touch;
}

std::string_view name(Is is) {
  switch (is) {
  case Is::well:
    return "well";
  case Is::held:
    return "held";
  case Is::out_of_touch:
    break;
  }
  return "out_of_touch";
}

}  // namespace

ToldStanding::ToldStanding(Hub& hub, const chamber::Chamber& chamber, std::string session)
    : hub_(hub),
      chamber_(chamber),
      session_(std::move(session)) {
  if (hub_.standing() != ledger::Standing{}) log_change();
  hub_.when_standing_changes([this] { changed(); });
}

void ToldStanding::log_change() const {
  const ledger::Standing& standing = hub_.standing();
  ops::log(standing.is == Is::well && standing.why.empty() ? ops::Level::info : ops::Level::warn, "ledger_standing",
           {{"session", session_},
            {"standing", name(standing.is)},
            {"why", standing.why},
            {"last_final", chamber_.seq().value}});
}

/// With how far this node is: where most servers have lost the log, it is restored from the node that is furthest.
std::string ToldStanding::why() const {
  const ledger::Standing& standing = hub_.standing();
  if (standing.is == Is::well) return standing.why;
  return fmt::format("{}; the last final commit here is {}", standing.why, chamber_.seq().value);
}

void ToldStanding::changed() {
  log_change();
  items_ = {};
  tell_all();
}

void ToldStanding::tell_all() {
  for (int index = 0; index < views::audience_count; ++index) tell(static_cast<views::Audience>(index));
}

void ToldStanding::servers_away(std::vector<Away> away, std::size_t all) {
  if (away == away_ && all == servers_) return;
  const Is before = is();
  away_ = std::move(away);
  servers_ = all;
  items_ = {};
  if (is() == before) return tell(views::Audience::desk);
  tell_all();
}

Is ToldStanding::is() const {
  const std::size_t reached = servers_ - away_.size();
  const bool some = reached > 0 && 2 * reached <= servers_;
  const Is stands = hub_.standing().is;
  return stands == Is::out_of_touch && some ? Is::held : stands;
}

void ToldStanding::tell(views::Audience audience) { hub_.publish(audience, item(audience)); }

chamber::Frame ToldStanding::now(views::Audience audience, wire::Codec codec) {
  const bool desk = audience == views::Audience::desk;
  const ledger::Standing& standing = hub_.standing();
  if (standing.is == Is::well && (!desk || (standing.why.empty() && away_.empty()))) return nullptr;
  return item(audience)->frame(codec);
}

const std::shared_ptr<chamber::SharedItem>& ToldStanding::item(views::Audience audience) {
  auto& item = items_[static_cast<std::size_t>(audience)];
  if (item) return item;
  const ledger::Standing& standing = hub_.standing();
  wire::LedgerStanding told{.is = in_wire(is()), .since = standing.since, .why = {}, .away = {}};
  if (audience == views::Audience::desk) {
    told.why = why();
    told.away = away_;
  }
  item = std::make_shared<chamber::SharedItem>(std::move(told), encodings_);
  return item;
}

}  // namespace rostrum::gateway
