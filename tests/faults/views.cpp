#include "faults/views.hpp"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>

namespace rostrum::faults {

namespace {

constexpr std::size_t contradictions_told_max = 5;

std::uint64_t hash(const std::string& bytes) {
  std::uint64_t value = 0xcbf29ce484222325u;  // FNV-1a
  for (const char byte : bytes) value = (value ^ static_cast<unsigned char>(byte)) * 0x100000001b3u;
  value ^= value >> 32;  // so that sums of hashes do not cancel out
  return value * 0xd6e8feb86659fd93u;
}

}  // namespace

std::string bytes_of(const v1::Entity& entity) {
  std::string bytes;
  {
    google::protobuf::io::StringOutputStream stream(&bytes);
    google::protobuf::io::CodedOutputStream coded(&stream);
    coded.SetSerializationDeterministic(true);
    entity.SerializeToCodedStream(&coded);
  }
  return bytes;
}

void ViewDigest::set(const v1::Entity& entity) {
  std::uint64_t& held = entities_[entity.key()];
  sum_ -= held;
  held = hash(bytes_of(entity));
  sum_ += held;
}

void ViewDigest::remove(const std::string& key) {
  const auto found = entities_.find(key);
  if (found == entities_.end()) return;
  sum_ -= found->second;
  entities_.erase(found);
}

void ViewDigest::clear() {
  entities_.clear();
  sum_ = 0;
}

std::uint64_t digest_of(const client::Entities& entities) {
  ViewDigest digest;
  for (const auto& [key, entity] : entities) digest.set(entity);
  return digest.value();
}

void Views::took(const robots::Robot& robot, const v1::ServerItem& item) {
  if (!item.has_snapshot() && !item.has_patch()) return;
  ViewDigest& held = now_[&robot];
  if (item.has_snapshot()) {
    held.clear();
    for (const v1::Entity& entity : item.snapshot().entities()) held.set(entity);
  } else {
    for (const std::string& key : item.patch().removals()) held.remove(key);
    for (const v1::Entity& entity : item.patch().upserts()) held.set(entity);
  }
  saw(robot.sign_in().role + ' ' + robot.sign_in().name, robot.store().position()->audience(), robot.store().seq(),
      held.value());
}

void Views::saw(const std::string& who, v1::Audience audience, std::uint64_t seq, std::uint64_t digest) {
  const auto [at, is_first] = seen_.try_emplace({audience, seq}, Seen{digest, who});
  if (is_first) return;
  ++compared_;
  if (at->second.digest == digest || contradictions_.size() >= contradictions_told_max) return;
  contradictions_.push_back("at commit " + std::to_string(seq) + ' ' + who + " and " + at->second.first +
                            " of the same audience hold different entities");
}

std::optional<std::uint64_t> Views::at(v1::Audience audience, std::uint64_t seq) const {
  const auto found = seen_.find({audience, seq});
  return found == seen_.end() ? std::nullopt : std::optional(found->second.digest);
}

}  // namespace rostrum::faults
