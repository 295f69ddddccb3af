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

v1::Audience audience_of(const std::string& role) {
  if (role == "chair" || role == "desk") return v1::AUDIENCE_DESK;
  if (role == "delegate") return v1::AUDIENCE_DELEGATE;
  if (role == "interpreter" || role == "captioner") return v1::AUDIENCE_BOOTH;
  return v1::AUDIENCE_PUBLIC;
}

void Views::took(const robots::Robot& robot, const v1::ServerItem& item) {
  const std::string& role = robot.sign_in().role;
  const std::string who = role + ' ' + robot.sign_in().name;
  if (item.has_hello()) told(who, role, item.hello().audience());
  if (item.has_snapshot()) told(who, role, item.snapshot().position().audience());
  if (!item.has_snapshot() && !item.has_patch()) return;
  ViewDigest& held = now_[&robot];
  if (item.has_snapshot()) {
    held.clear();
    for (const v1::Entity& entity : item.snapshot().entities()) held.set(entity);
  } else {
    for (const std::string& key : item.patch().removals()) held.remove(key);
    for (const v1::Entity& entity : item.patch().upserts()) held.set(entity);
  }
  saw(who, audience_of(role), robot.store().seq(), held.value());
}

void Views::told(const std::string& who, const std::string& role, v1::Audience audience) {
  if (audience != audience_of(role)) contradict(who + " was taken for " + v1::Audience_Name(audience));
}

void Views::saw(const std::string& who, v1::Audience audience, std::uint64_t seq, std::uint64_t digest) {
  const auto [at, is_first] = seen_.try_emplace({audience, seq}, Seen{digest, who});
  if (is_first) return;
  ++compared_;
  if (at->second.digest == digest) return;
  contradict("at commit " + std::to_string(seq) + ' ' + who + " and " + at->second.first +
             " of the same audience hold different entities");
}

void Views::contradict(std::string what) {
  if (contradictions_.size() < contradictions_told_max) contradictions_.push_back(std::move(what));
}

std::optional<std::uint64_t> Views::at(v1::Audience audience, std::uint64_t seq) const {
  const auto found = seen_.find({audience, seq});
  return found == seen_.end() ? std::nullopt : std::optional(found->second.digest);
}

}  // namespace rostrum::faults
