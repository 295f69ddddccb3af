#include "journal/journal.hpp"

namespace rostrum::journal {

Journal::Appended Journal::append_several(Seq first, std::span<const wire::StoredView> commits) {
  Appended appended;
  for (const wire::StoredView commit : commits) {
    appended.result = append({first.value + appended.count}, commit);
    if (!appended.result) break;
    ++appended.count;
  }
  return appended;
}

}  // namespace rostrum::journal
