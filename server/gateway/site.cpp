#include "gateway/site.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fstream>
#include <vector>

#include "base/digest.hpp"

namespace rostrum::gateway {

namespace fs = std::filesystem;

namespace {

constexpr std::array screens{"/", "/join", "/chair", "/delegate", "/display", "/desk", "/booth", "/captions"};
constexpr std::string_view front = "/index.html";

constexpr std::array<std::pair<std::string_view, std::string_view>, 16> types{{
    {".html", "text/html; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".css", "text/css; charset=utf-8"},
    {".json", "application/json"},
    {".map", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".webp", "image/webp"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".woff", "font/woff"},
    {".txt", "text/plain; charset=utf-8"},
    {".wasm", "application/wasm"},
}};

struct Found {
  std::string path;  // from the folder, with a slash before it
  fs::path file;
  std::size_t bytes = 0;
};

/// Of a file that grows meanwhile, what it had when it was found: no more than was counted is ever held.
Result<std::string, std::string> bytes_of(const Found& found) {
  std::ifstream in(found.file, std::ios::binary);
  std::string bytes(found.bytes, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  if (!in) return failure("cannot read " + found.file.string());
  return bytes;
}

using Files = std::map<std::string, std::string, std::less<>>;

constexpr std::array packings{Encoding::brotli, Encoding::gzip};

/// The tag is of these bytes, and so of no other form's: a cache never takes one form for another.
Form form_of(Encoding encoding, std::string bytes) {
  const auto digest = sha256(bytes);
  Form form;
  form.encoding = encoding;
  form.etag = '"' + hex(as_bytes(digest).substr(0, 16)) + '"';
  form.bytes = std::make_shared<const std::string>(std::move(bytes));
  return form;
}

/// Whether this file is another one, packed.
bool is_packed(std::string_view path, const Files& files) {
  return std::any_of(packings.begin(), packings.end(), [&](Encoding encoding) {
    const auto ending = ending_of(encoding);
    return path.ends_with(ending) && files.contains(path.substr(0, path.size() - ending.size()));
  });
}

Page page_of(const std::string& path, const Files& files) {
  const std::string& bytes = files.at(path);
  Page page;
  page.type = type_of(path);
  page.hashed = has_hashed_name(path);
  for (const Encoding encoding : packings) {
    const auto packed = files.find(path + std::string(ending_of(encoding)));
    if (packed != files.end() && packed->second.size() < bytes.size())
      page.forms.push_back(form_of(encoding, packed->second));
  }
  std::ranges::sort(page.forms, {}, [](const Form& form) { return form.bytes->size(); });
  page.forms.push_back(form_of(Encoding::identity, bytes));
  return page;
}

bool hidden(const fs::path& relative) {
  return std::any_of(relative.begin(), relative.end(),
                     [](const fs::path& part) { return part.string().starts_with('.'); });
}

/// What there is to read, counted before any of it is read.
Result<std::vector<Found>, std::string> files_in(const fs::path& folder, SiteBounds bounds) {
  std::vector<Found> found;
  std::error_code error;
  std::uintmax_t bytes_in_all = 0;
  fs::recursive_directory_iterator files(folder, error);
  if (error) return failure("cannot read " + folder.string() + ": " + error.message());
  for (auto file = fs::begin(files); file != fs::end(files); file.increment(error)) {
    const auto relative = file->path().lexically_relative(folder);
    if (file->is_symlink(error) || !file->is_regular_file(error) || hidden(relative)) continue;
    const auto bytes = file->file_size(error);
    if (error) return failure("cannot read " + file->path().string() + ": " + error.message());
    if (found.size() >= bounds.files_max || bytes > bounds.bytes_max - bytes_in_all) {
      return failure(folder.string() + " holds more than " + std::to_string(bounds.files_max) + " files or " +
                     std::to_string(bounds.bytes_max >> 20) + " MiB: it is not the web client");
    }
    bytes_in_all += bytes;
    found.push_back({'/' + relative.generic_string(), file->path(), static_cast<std::size_t>(bytes)});
  }
  if (error) return failure("cannot read " + folder.string() + ": " + error.message());
  return found;
}

}  // namespace

std::string_view type_of(std::string_view name) {
  for (const auto& [end, type] : types) {
    if (name.ends_with(end)) return type;
  }
  return "application/octet-stream";
}

bool has_hashed_name(std::string_view path) {
  constexpr std::size_t hash_length = 8;
  if (!path.starts_with("/assets/")) return false;
  const auto name = path.substr(path.rfind('/') + 1);
  const auto dot = name.rfind('.');
  if (dot == std::string_view::npos || dot < hash_length + 1 || name[dot - hash_length - 1] != '-') return false;
  const auto hash = name.substr(dot - hash_length, hash_length);
  return std::all_of(hash.begin(), hash.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_';
  });
}

const Form* Page::form_for(std::optional<std::string_view> accepted) const {
  std::vector<Encoding> held;
  for (const Form& form : forms) held.push_back(form.encoding);
  const auto encoding = encoding_for(accepted, held);
  const auto form = std::find_if(forms.begin(), forms.end(), [&](const Form& one) { return one.encoding == encoding; });
  return form == forms.end() ? nullptr : &*form;
}

Result<Site, std::string> Site::read(const fs::path& folder, SiteBounds bounds) {
  const auto all = files_in(folder, bounds);
  if (!all) return failure(all.error());
  Files files;
  for (const Found& found : *all) {
    auto bytes = bytes_of(found);
    if (!bytes) return failure(std::move(bytes.error()));
    files.emplace(found.path, std::move(*bytes));
  }
  Site site;
  for (const auto& [path, bytes] : files) {
    if (!is_packed(path, files)) site.pages_.emplace(path, page_of(path, files));
  }
  return site;
}

const Page* Site::find(std::string_view path) const {
  const bool screen = std::find(screens.begin(), screens.end(), path) != screens.end();
  const auto found = pages_.find(screen ? front : path);
  return found == pages_.end() ? nullptr : &found->second;
}

}  // namespace rostrum::gateway
