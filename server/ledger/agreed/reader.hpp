// Reads entries that are missing here from any server where a known entry behind them stands: that one stands for the
// whole log before it. What a server gives is checked, up to that very entry, before any of it is given; a server whose
// disk lies is passed over.
#pragma once

#include <optional>
#include <string>

#include "ledger/agreed/questions.hpp"

namespace rostrum::ledger {

/// What is missing is held until its end proves it. Who lies further back begins from another's archive.
inline constexpr std::size_t gap_bytes_max = 256u << 20;

class Reader {
 public:
  /// `last` is what is here, at its place; null where nothing is. A gap of more than `bytes_max` is not read.
  Reader(Outgoing& outgoing, std::size_t servers, SharedEntry last, std::size_t bytes_max = gap_bytes_max);

  /// The entry at `seq` is to be had, and what is missing before it; asks `first` before the others.
  void want(Seq seq, const Digest& digest, std::optional<ServerNumber> first = {});
  /// What comes next is here by another way.
  void knows(SharedEntry entry) { last_ = std::move(entry); }
  /// Nothing is wanted any more. What was read has been taken.
  void stop();

  bool replied(std::uint64_t id, const Reply& reply) { return questions_.replied(id, reply); }
  void tick();

  /// What was read since the last call, in order.
  [[nodiscard]] std::vector<SharedEntry> take() { return std::exchange(read_, {}); }

  [[nodiscard]] Seq seq() const { return last_ ? last_->seq : Seq{}; }
  /// How far it has read, also what is not proved yet.
  [[nodiscard]] Seq reached() const { return unproven_.empty() ? seq() : unproven_.back()->seq; }
  [[nodiscard]] const SharedEntry& last() const { return last_; }
  [[nodiscard]] bool follows(const Entry& entry) const;
  /// Set where the log goes on from something else than what is here, or from too far behind: in words.
  [[nodiscard]] const std::optional<std::string>& differs() const { return differs_; }

 private:
  struct Wanted {
    Seq seq;
    Digest digest{};
  };

  [[nodiscard]] static bool follows(const SharedEntry& before, const Entry& entry);
  void read();
  void take_page(const std::vector<SharedEntry>& page);
  void refuse(const std::vector<SharedEntry>& page, const Entry& entry);
  [[nodiscard]] bool leads_to_wanted(const std::vector<SharedEntry>& page) const;
  void drop_unproven();
  void ask_another();

  Questions questions_;
  std::size_t servers_;
  std::size_t bytes_max_;
  SharedEntry last_;
  std::optional<Wanted> wanted_;
  std::optional<Wanted> later_;        // what lies further on
  std::vector<SharedEntry> unproven_;  // that follow each other, and not up to what is wanted yet
  std::size_t unproven_bytes_ = 0;     //
  Seq furthest_;                       // that was ever reached
  ServerNumber reads_from_ = 0;
  std::size_t refused_by_ = 0;  // servers, one after the other
  std::size_t strange_ = 0;     // of those: whose log does not go on from ours
  bool reading_ = false;
  std::uint64_t turn_ = 0;
  std::vector<SharedEntry> read_;
  std::optional<std::string> differs_;
};

}  // namespace rostrum::ledger
