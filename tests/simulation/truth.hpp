// What has become final in a world, which everything else is compared with: each commit once, as the first node that
// knew it told it. Two nodes that know two things of one place are a failure.
#pragma once

#include <string>
#include <vector>

#include "journal/chain.hpp"

namespace rostrum::simulation {

class Truth {
 public:
  /// Commit `seq` is final. Says what is wrong about that; empty where nothing is.
  [[nodiscard]] std::string learn(Seq seq, wire::StoredView commit) {
    const std::string number = std::to_string(seq.value);
    if (seq <= tail_.seq) {
      const wire::StoredCommit& known = commits_[seq.value - 1];
      const bool same = known.bytes == commit.bytes && known.beside == commit.beside;
      return same ? "" : "two things became final as commit " + number;
    }
    const auto next = journal::follow(tail_, seq, commit);
    if (!next) return "what became final does not follow: " + next.error();
    tail_ = *next;
    commits_.push_back({std::string(commit.bytes), std::string(commit.beside)});
    return {};
  }

  [[nodiscard]] const journal::Tail& tail() const { return tail_; }
  /// The first at 0.
  [[nodiscard]] const std::vector<wire::StoredCommit>& commits() const { return commits_; }

 private:
  journal::Tail tail_;
  std::vector<wire::StoredCommit> commits_;
};

}  // namespace rostrum::simulation
