#include <fstream>
#include <iostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <sodium.h>

#include "commands.hpp"
#include "journal/memory/memory_journal.hpp"
#include "replay.hpp"

namespace rostrum::ctl {

namespace {

using Json = nlohmann::ordered_json;

constexpr int variant = sodium_base64_VARIANT_ORIGINAL;

std::string base64(std::string_view bytes) {
  std::string text(sodium_base64_ENCODED_LEN(bytes.size(), variant), '\0');
  sodium_bin2base64(text.data(), text.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                    variant);
  text.pop_back();  // the zero that ends it
  return text;
}

std::optional<std::string> bytes_of(const std::string& text) {
  std::string bytes(text.size(), '\0');
  std::size_t size = 0;
  const char* end = nullptr;
  if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(), text.size(), nullptr,
                        &size, &end, variant) != 0 ||
      end != text.data() + text.size())
    return std::nullopt;
  bytes.resize(size);
  return bytes;
}

std::string digest_of(const std::string& bytes) { return hex(as_bytes(sha256(bytes))); }

/// A line of an export, which is that of commit `seq`; none where it is no such line.
std::optional<wire::StoredCommit> commit_of(const std::string& line, std::uint64_t seq) {
  const Json json = Json::parse(line, nullptr, false);
  if (!json.is_object() || !json.value("bytes", Json()).is_string() || !json.value("beside", Json()).is_string())
    return std::nullopt;
  auto bytes = bytes_of(json["bytes"].get<std::string>());
  auto beside = bytes_of(json["beside"].get<std::string>());
  if (!bytes || !beside || json.value("seq", Json()) != seq || json.value("digest", Json()) != digest_of(*bytes))
    return std::nullopt;
  return wire::StoredCommit{*std::move(bytes), *std::move(beside)};
}

}  // namespace

int export_log(const std::string& data) {
  const auto journal = open_journal(data);
  if (!journal) return complain(journal.error());
  const auto read = (*journal)->read({1}, [](Seq seq, wire::StoredView stored) {
    const Json line{{"seq", seq.value},
                    {"digest", digest_of(std::string(stored.bytes))},
                    {"bytes", base64(stored.bytes)},
                    {"beside", base64(stored.beside)}};
    std::cout << line.dump() << '\n';
    return std::cout.good();
  });
  if (!std::cout.flush()) return complain("the export could not be written to its end");
  return read ? done : complain(fmt::format("commit {}: {}", read.error().seq.value, read.error().why));
}

Result<std::unique_ptr<journal::Journal>, Failure> open_export(const std::string& path) {
  std::ifstream file(path);
  if (!file) return failure(path + " cannot be read");
  std::vector<wire::StoredCommit> commits;
  for (std::string line; std::getline(file, line);) {
    auto commit = commit_of(line, commits.size() + 1);
    if (!commit) return failure(fmt::format("{}:{}: this is no line of an export", path, commits.size() + 1));
    commits.push_back(*std::move(commit));
  }
  if (file.bad()) return failure(path + " cannot be read to its end");
  return std::make_unique<journal::MemoryJournal>(std::move(commits));
}

}  // namespace rostrum::ctl
