// How the session's ledger stands, as its clients are told: who joins while it does not stand well, and everybody at
// each change. All learn whether acts become final and since when; the desk's audience also why, and which of the
// servers that hold the log are away, even while all is well. Not in the journal.
//
// A node that is out of touch cannot know whether others go on without it, and lets nobody in. But where it reaches
// some of the servers, and not most, it would hear by these of whoever goes on; and where most have lost the log nobody
// does. Then its clients are told that nothing becomes final, and need not look elsewhere.
//
// Touched by the hall's strand only.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "gateway/hub.hpp"

namespace rostrum::gateway {

class ToldStanding {
 public:
  using Away = wire::LedgerStanding::Away;

  /// Both outlive it; `session` names it in the log of the process.
  ToldStanding(Hub& hub, const chamber::Chamber& chamber, std::string session);

  /// The servers that hold the log.
  struct Servers {
    std::size_t all = 0;
    std::vector<Away> away;  // those that cannot be used, and ...
    std::size_t empty = 0;   // ... how many of these answer, and hold nothing of the session

    bool operator==(const Servers&) const = default;
  };
  /// It replaces what was said before.
  void servers_are(Servers servers);

  /// Why nothing becomes final here, and how far this node is, in words of whoever runs the servers; none: it does.
  [[nodiscard]] std::optional<std::string> why_not_well() const;

  /// Whether there is something to tell to who joins now.
  [[nodiscard]] bool is_to_be_told(views::Audience audience) const;
  /// How it stands now: shared by all who are told so before the next change.
  [[nodiscard]] chamber::Frame frame(views::Audience audience, wire::Codec codec) {
    return item(audience)->frame(codec);
  }

 private:
  using Items = std::array<std::shared_ptr<chamber::SharedItem>, views::audience_count>;

  void changed();
  void log_change() const;
  /// As it is told.
  [[nodiscard]] ledger::Standing::Is is() const;
  void tell_all();
  void tell(views::Audience audience);
  [[nodiscard]] const std::shared_ptr<chamber::SharedItem>& item(views::Audience audience);

  Hub& hub_;
  const chamber::Chamber& chamber_;
  std::string session_;
  Servers servers_;
  Items items_;  // as it is now; made on first use
  Seq seq_;      // of the last final commit, as the desk's item has it
  std::uint64_t encodings_ = 0;
};

}  // namespace rostrum::gateway
