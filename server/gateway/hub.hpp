// Who follows the session, by what they may see: the chamber's patches go to every connection of their viewer, each
// into its own outbox, encoded once per codec and shared.
//
// Touched by the hall's strand only. Nobody joins or leaves while an item is being published.
#pragma once

#include <array>
#include <functional>
#include <unordered_map>
#include <vector>

#include "chamber/chamber.hpp"

namespace rostrum::gateway {

/// One connection as the hub sees it.
class Follower {
 public:
  virtual ~Follower() = default;
  virtual void deliver(chamber::SharedItem& item) = 0;

 private:
  friend class Hub;
  struct Place {
    std::vector<Follower*>* list = nullptr;
    std::size_t index = 0;
  };
  Place of_audience_;
  Place of_delegation_;
};

class Hub final : public chamber::Hub {
 public:
  void publish(const views::Viewer& viewer, const std::shared_ptr<chamber::SharedItem>& item) override;
  void grants_changed() override;
  void standing(const ledger::Standing& standing) override;

  /// The delegations of which a device follows the session now, at this node or another. It goes with each command, so
  /// it is made anew when one comes or goes, and never changed.
  [[nodiscard]] const chamber::PresentThen& present() const override { return present_; }

  /// Those of this node alone.
  [[nodiscard]] const council::Present& present_here() const { return here_; }
  /// `then` is called when these are others than before.
  void when_here_changes(std::function<void()> then) { here_changed_ = std::move(then); }
  /// Those of other nodes; it replaces what was said before.
  void others_have(council::Present elsewhere);

  /// `then` is called when a grant was revoked or issued, before what shows it is published.
  void when_grants_change(std::function<void()> then) { grants_changed_ = std::move(then); }

  /// How the ledger stands.
  [[nodiscard]] const ledger::Standing& standing() const { return standing_; }
  /// `then` is called when that is another than before.
  void when_standing_changes(std::function<void()> then) { standing_changed_ = std::move(then); }

  /// From now on `follower` gets what `audience` gets, and what is private to `delegation`.
  void follow(Follower& follower, views::Audience audience, const std::optional<DelegationId>& delegation);

  /// Does nothing where it does not follow.
  void leave(Follower& follower);

  [[nodiscard]] std::size_t following(views::Audience audience) const;

 private:
  using List = std::vector<Follower*>;

  void here_changed();
  void unite();
  static void add(List& list, Follower& follower, Follower::Place Follower::* place);
  static void remove(Follower& follower, Follower::Place Follower::* place);

  std::function<void()> grants_changed_;
  std::array<List, views::audience_count> audiences_;
  council::Present here_, elsewhere_;
  chamber::PresentThen present_ = std::make_shared<const council::Present>();  // both
  std::function<void()> here_changed_;
  ledger::Standing standing_;
  std::function<void()> standing_changed_;
  std::unordered_map<DelegationId, List> delegations_;  // a list stays once its delegation has been here: there are few
};

}  // namespace rostrum::gateway
