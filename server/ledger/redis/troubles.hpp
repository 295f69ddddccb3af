// What goes wrong with the questions to one Redis server: of each kind of fault how often, in what words, and since
// when it lasts.
//
// A fault is of the script that was called: a server whose memory is full confirms a right and takes no entry, so what
// it answers to others says nothing about it. It lasts until that script is answered again; where that one is not
// called any more, since who called it does not write now, until it has not come again for a while in which others are
// answered.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>

#include "ledger/agreed/questions.hpp"
#include "ledger/redis/connection.hpp"
#include "ledger/redis/faults.hpp"
#include "ledger/redis/scripts.hpp"

namespace rostrum::ledger::redis {

inline constexpr Millis fault_lasts = seconds(10);  // where its script is not called again

struct Trouble {
  std::string words;                        // the server's, the last time
  std::uint64_t count = 0;                  // of all times
  Moment since;                             // it lasts now, or lasted last
  std::map<std::string_view, Moment> last;  // by the digest of the script; empty: it is over

  [[nodiscard]] bool lasts() const { return !last.empty(); }
};

class Troubles {
 public:
  void faulted(const Script& script, const Fault& fault, Moment now);
  void answered(const Script& script, Moment now);
  void unanswered(NoReply::Why why) { ++unanswered_.at(static_cast<std::size_t>(why)); }

  /// Those that last, with what cures them, for people; empty: none does.
  [[nodiscard]] std::string in_words() const;
  [[nodiscard]] const std::map<FaultKind, Trouble>& by_kind() const { return by_kind_; }
  /// Questions that had no reply for that reason.
  [[nodiscard]] std::uint64_t unanswered_for(NoReply::Why why) const {
    return unanswered_.at(static_cast<std::size_t>(why));
  }

 private:
  std::map<FaultKind, Trouble> by_kind_;
  std::array<std::uint64_t, 3> unanswered_{};
};

}  // namespace rostrum::ledger::redis
