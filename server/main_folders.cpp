#include "main_folders.hpp"

#include <algorithm>
#include <set>

namespace rostrum {

namespace fs = std::filesystem;

namespace {

/// The folders of `data` in which sessions have begun, by name.
std::vector<std::string> sessions_in(const fs::path& data) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator at(data, error), end; !error && at != end; at.increment(error)) {
    if (holds_session(at->path())) names.push_back(at->path().filename().string());
  }
  std::ranges::sort(names);
  return names;
}

std::string listed(const std::vector<std::string>& names) {
  std::string out;
  for (const auto& name : names) out += (out.empty() ? "" : ", ") + name;
  return out;
}

}  // namespace

bool holds_session(const fs::path& folder) {
  std::error_code error;
  return fs::exists(folder / journal_file_name, error);
}

Result<std::vector<fs::path>, std::string> session_folders(const fs::path& data,
                                                           const std::vector<council::Programme>& programmes) {
  if (programmes.size() == 1) {
    const auto several = holds_session(data) ? std::vector<std::string>{} : sessions_in(data);
    if (several.empty()) return std::vector{data};
    return failure(data.string() + " holds sessions in folders of their own (" + listed(several) +
                   "): start them with a --programme each, or one of them with --data " +
                   (data / several.front()).string());
  }
  if (holds_session(data)) {
    return failure(data.string() +
                   " holds one session, and several programmes were given: name another data folder, or move all that "
                   "is in this one to a folder in it that is named by the session's id");
  }
  std::set<SessionId> seen;
  std::vector<fs::path> folders;
  for (const auto& programme : programmes) {
    const SessionId& id = programme.session.id;
    if (!seen.insert(id).second)
      return failure("two programmes are of the session \"" + id.value + "\": each session has one");
    folders.push_back(data / id.value);
  }
  return folders;
}

}  // namespace rostrum
