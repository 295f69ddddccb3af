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

/// With how far it is: where most servers have lost the log, it is restored from the node that is furthest.
std::optional<std::string> ToldStanding::why_not_well() const {
  const ledger::Standing& standing = hub_.standing();
  if (standing.is == Is::well) return std::nullopt;
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

void ToldStanding::servers_are(Servers servers) {
  if (servers == servers_) return;
  const Is before = is();
  servers_ = std::move(servers);
  items_ = {};
  if (is() == before) return tell(views::Audience::desk);
  tell_all();
}

Is ToldStanding::is() const {
  const auto most = [this](std::size_t count) { return 2 * count > servers_.all; };
  const std::size_t ready = servers_.all - servers_.away.size();
  const bool nobody_goes_on = most(servers_.empty) || (ready > 0 && !most(ready));
  const Is stands = hub_.standing().is;
  return stands == Is::out_of_touch && nobody_goes_on ? Is::held : stands;
}

void ToldStanding::tell(views::Audience audience) { hub_.publish(audience, item(audience)); }

bool ToldStanding::is_to_be_told(views::Audience audience) const {
  const ledger::Standing& standing = hub_.standing();
  if (standing.is != Is::well) return true;
  return audience == views::Audience::desk && !(standing.why.empty() && servers_.away.empty());
}

const std::shared_ptr<chamber::SharedItem>& ToldStanding::item(views::Audience audience) {
  auto& item = items_[static_cast<std::size_t>(audience)];
  const bool desk = audience == views::Audience::desk;
  if (item && !(desk && seq_ != chamber_.seq())) return item;
  const ledger::Standing& standing = hub_.standing();
  wire::LedgerStanding told{.is = in_wire(is()), .since = standing.since, .why = {}, .away = {}};
  if (desk) {
    told.why = why_not_well().value_or(standing.why);
    told.away = servers_.away;
    seq_ = chamber_.seq();
  }
  item = std::make_shared<chamber::SharedItem>(std::move(told), encodings_);
  return item;
}

}  // namespace rostrum::gateway
