#include "ledger/redis/troubles.hpp"

namespace rostrum::ledger::redis {

void Troubles::faulted(const Script& script, const Fault& fault, Moment now) {
  Trouble& trouble = by_kind_[fault.kind];
  trouble.words = fault.words;
  ++trouble.count;
  if (!trouble.lasts()) trouble.since = now;
  trouble.last[script.sha1] = now;
}

void Troubles::answered(const Script& script, Moment now) {
  for (auto& [kind, trouble] : by_kind_)
    std::erase_if(trouble.last,
                  [&](const auto& each) { return each.first == script.sha1 || now - each.second >= fault_lasts; });
}

std::string Troubles::in_words() const {
  std::string words;
  for (const auto& [kind, trouble] : by_kind_) {
    if (!trouble.lasts()) continue;
    if (!words.empty()) words += "; ";
    words += std::string(name_of(kind)) + " (" + trouble.words + "): " + std::string(cure_of(kind));
  }
  return words;
}

}  // namespace rostrum::ledger::redis
