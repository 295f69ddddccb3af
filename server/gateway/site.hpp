// The web client's files, read once at the start and kept in memory: a request looks up a name and never reaches the
// file system, so no path can lead out of the folder. The folder is small (a page, scripts, fonts, flags) and its
// bounds named.
//
// The build packs what gets smaller by it and puts that beside the file: chair.js, chair.js.br, chair.js.gz are three
// forms of one page. Nothing is packed here, so a folder without such files is served as it is. Only pages are packed,
// which everybody may read: what tells of a session is never packed together with what somebody else has chosen.
//
// Immutable after `read`.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "gateway/encodings.hpp"

namespace rostrum::gateway {

inline constexpr std::size_t site_files_max = 10'000;
inline constexpr std::size_t site_bytes_max = 64u << 20;

struct SiteBounds {
  std::size_t files_max = site_files_max;
  std::size_t bytes_max = site_bytes_max;
};

/// A page as it is sent in one encoding.
struct Form {
  Encoding encoding = Encoding::identity;
  std::shared_ptr<const std::string> bytes;
  std::string etag;  // with its quotes; no other form has the same
};

struct Page {
  std::vector<Form> forms;  // the smallest first; the last is the file itself
  std::string_view type;
  bool hashed = false;  // the name changes with the content: may be kept for ever

  [[nodiscard]] const Form& unpacked() const { return forms.back(); }
  /// The form for a client that takes these encodings (encoding_for); null where it takes none that there is.
  [[nodiscard]] const Form* form_for(std::optional<std::string_view> accepted) const;
};

class Site {
 public:
  /// A site without pages.
  Site() = default;

  /// Reads every regular file under `folder`. Names that begin with a dot, and links, are left out, and so is a packed
  /// form that is no smaller than its file. Fails in words, and before anything is read where the folder holds more
  /// than the bounds.
  [[nodiscard]] static Result<Site, std::string> read(const std::filesystem::path& folder, SiteBounds bounds = {});

  /// The page of a path such as "/assets/chair-8d7f6a5c.js"; the screens (/, /join, /chair, ...) are all index.html.
  [[nodiscard]] const Page* find(std::string_view path) const;

  /// Of pages, in however many forms.
  [[nodiscard]] std::size_t size() const { return pages_.size(); }

 private:
  std::map<std::string, Page, std::less<>> pages_;
};

/// The type of a file by the end of its name.
[[nodiscard]] std::string_view type_of(std::string_view name);

/// Whether the name of a file under /assets/ holds a hash of its content, as the web client's build makes them.
[[nodiscard]] bool has_hashed_name(std::string_view path);

}  // namespace rostrum::gateway
