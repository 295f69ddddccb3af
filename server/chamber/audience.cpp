#include "chamber/audience.hpp"

#include <algorithm>

namespace rostrum::chamber {

namespace {

constexpr std::array audiences{views::Audience::public_, views::Audience::delegate, views::Audience::booth,
                               views::Audience::desk};

template <class Item>
constexpr std::size_t index_of(Item item) {
  return static_cast<std::size_t>(item);
}

/// The texts in a patch: all else in it is small.
std::size_t statement_bytes(const wire::Patch& patch) {
  std::size_t sum = 0;
  for (const auto& [key, entity] : patch.upserts)
    if (const auto* statement = std::get_if<views::Statement>(&entity))
      for (const views::StatementText& text : statement->texts)
        for (const std::string& paragraph : text.paragraphs) sum += paragraph.size();
  return sum;
}

/// Whether patches lead from one to the other. A snapshot is shared by an audience and names no delegation: what is
/// private is sent whole in any case.
bool same_line(const wire::Position& position, const wire::Position& here) {
  return position.session == here.session && position.epoch == here.epoch && position.audience == here.audience &&
         (!position.delegation || position.delegation == here.delegation);
}

wire::Position position_at(const Seen& seen, views::Audience audience, std::optional<DelegationId> delegation = {}) {
  return {.session = seen.state().session.id,
          .epoch = hex(seen.epoch()),
          .audience = audience,
          .delegation = std::move(delegation),
          .seq = seen.tail().seq};
}

}  // namespace

void Audiences::begin(const council::State& state) {
  for (const views::Key& key : views::all_keys(state)) {
    if (const auto delegation = views::private_to(key)) {
      if (views::render(state, key, *delegation)) shown_privately_[*delegation].insert(key);
      continue;
    }
    for (const views::Audience audience : audiences)
      if (views::render(state, key, audience)) shown_[index_of(audience)].insert(key);
  }
}

void Audiences::publish(const Seen& seen, const std::set<views::Key>& changed, Hub& hub) {
  snapshots_ = {};
  publish_private(seen.state(), changed, hub);
  Kept kept{.seq = seen.tail().seq, .patches = {}};
  for (const views::Audience audience : audiences) {
    const auto patch = patch_for(seen, changed, audience);
    kept.patches[index_of(audience)] = patch;
    kept.text_bytes += statement_bytes(std::get<wire::Patch>(patch->item()));
    hub.publish(audience, patch);
  }
  keep(std::move(kept));
}

void Audiences::publish_private(const council::State& state, const std::set<views::Key>& changed, Hub& hub) {
  std::map<DelegationId, wire::PrivatePatch> patches;
  for (const views::Key& key : changed) {
    const auto delegation = views::private_to(key);
    if (!delegation) continue;
    std::set<views::Key>& shown = shown_privately_[*delegation];
    if (auto entity = views::render(state, key, *delegation)) {
      shown.insert(key);
      patches[*delegation].upserts.emplace_back(key, *std::move(entity));
    } else if (shown.erase(key) > 0) {
      patches[*delegation].removals.push_back(key);
    }
  }
  for (auto& [delegation, patch] : patches)
    hub.publish(delegation, std::make_shared<SharedItem>(std::move(patch), counters_.patches_encoded));
}

std::shared_ptr<SharedItem> Audiences::patch_for(const Seen& seen, const std::set<views::Key>& changed,
                                                 views::Audience audience) {
  wire::Patch patch{.seq = seen.tail().seq, .upserts = {}, .removals = {}};
  std::set<views::Key>& shown = shown_[index_of(audience)];
  for (const views::Key& key : changed) {
    if (views::private_to(key)) continue;
    if (auto entity = views::render(seen.state(), key, audience)) {
      shown.insert(key);
      patch.upserts.emplace_back(key, *std::move(entity));
    } else if (shown.erase(key) > 0) {
      patch.removals.push_back(key);
    }
  }
  return std::make_shared<SharedItem>(std::move(patch), counters_.patches_encoded);
}

void Audiences::keep(Kept kept) {
  kept_text_bytes_ += kept.text_bytes;
  kept_.push_back(std::move(kept));
  while (kept_.size() > patches_kept_max || kept_text_bytes_ > patch_texts_kept_bytes_max) {
    kept_text_bytes_ -= kept_.front().text_bytes;
    kept_.pop_front();
  }
}

Joined Audiences::join(const Seen& seen, const council::Grant& grant, wire::Codec codec,
                       const std::optional<wire::Position>& from, Instant now, double clock_speed) {
  const council::SeatPlan& seat = seen.state().seats.at(grant.seat);
  Joined joined{.hello = {.session = seen.state().session.id,
                          .epoch = hex(seen.epoch()),
                          .role = grant.role,
                          .audience = views::audience_of(grant.role),
                          .seat = grant.seat,
                          .delegation = grant.delegation,
                          .person = seat.person,
                          .server_at = now,
                          .clock_speed = clock_speed,
                          .language = seat.language},
                .frames = {},
                .seq = seen.tail().seq};
  if (grant.delegation) {
    const wire::ServerItem own = wire::PrivateSnapshot{views::project(seen.state(), *grant.delegation)};
    joined.frames.push_back(std::make_shared<const std::string>(wire::encode(codec, own)));
  }
  give_picture(joined, seen, codec, from);
  return joined;
}

void Audiences::give_picture(Joined& joined, const Seen& seen, wire::Codec codec,
                             const std::optional<wire::Position>& from) {
  const Frame snapshot = snapshot_for(seen, joined.hello.audience)->frame(codec);
  if (from) {
    const wire::Position here = position_at(seen, joined.hello.audience, joined.hello.delegation);
    auto frames = missed(*from, here, codec, snapshot->size());
    joined.hello.resumed = !frames.empty() || (same_line(*from, here) && from->seq == here.seq);
    std::ranges::move(frames, std::back_inserter(joined.frames));
  }
  if (joined.hello.resumed) {
    ++counters_.resumes;
  } else {
    ++counters_.snapshots_given;
    joined.frames.push_back(snapshot);
  }
}

std::shared_ptr<SharedItem> Audiences::snapshot_for(const Seen& seen, views::Audience audience) {
  std::shared_ptr<SharedItem>& snapshot = snapshots_[index_of(audience)];
  if (!snapshot)
    snapshot = std::make_shared<SharedItem>(
        wire::Snapshot{position_at(seen, audience), views::project(seen.state(), audience)},
        counters_.snapshots_encoded);
  return snapshot;
}

std::vector<Frame> Audiences::missed(const wire::Position& from, const wire::Position& here, wire::Codec codec,
                                     std::size_t bytes_most) {
  const bool known =
      same_line(from, here) && from.seq < here.seq && !kept_.empty() && kept_.front().seq <= from.seq.next();
  if (!known) return {};
  std::vector<Frame> frames;
  std::size_t bytes = 0;
  for (const Kept& kept : kept_) {
    if (kept.seq <= from.seq) continue;
    frames.push_back(kept.patches[index_of(here.audience)]->frame(codec));
    bytes += frames.back()->size();
    if (bytes >= bytes_most) return {};
  }
  return frames;
}

}  // namespace rostrum::chamber
