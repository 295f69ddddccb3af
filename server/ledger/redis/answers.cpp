#include "ledger/redis/answers.hpp"

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>
#include <span>
#include <string_view>

#include <hiredis/hiredis.h>

#include "ledger/redis/requests.hpp"

namespace rostrum::ledger::redis {

namespace {

using Fields = std::span<redisReply* const>;  // beyond the life and the name of the answer
using Made = std::optional<reply::Is>;        // none: malformed

std::optional<std::string_view> text(const redisReply& field) {
  if (field.type != REDIS_REPLY_STRING) return std::nullopt;
  return std::string_view(field.str, field.len);
}

std::optional<Seq> place(const redisReply& field) {
  if (field.type != REDIS_REPLY_INTEGER || field.integer < 0) return std::nullopt;
  return Seq{static_cast<std::uint64_t>(field.integer)};
}

std::optional<Term> term(std::string_view digits) {
  Term made;
  const char* const end = digits.data() + digits.size();
  const auto read = std::from_chars(digits.data(), end, made.value);
  if (digits.size() != term_digits || read.ec != std::errc{} || read.ptr != end) return std::nullopt;
  return made;
}
std::optional<Term> term(const redisReply& field) {
  const auto digits = text(field);
  return digits ? term(*digits) : std::nullopt;
}

std::optional<Digest> digest(const redisReply& field) {
  const auto bytes = text(field);
  Digest made;
  if (!bytes || bytes->size() != made.size()) return std::nullopt;
  std::ranges::copy(*bytes, made.begin());
  return made;
}

/// Null where the row is not of what it has in it.
SharedEntry entry(const redisReply& row_field, const redisReply& beside_field) {
  const auto row = text(row_field), beside = text(beside_field);
  if (!row || !beside || row->size() < row_head_bytes) return nullptr;
  auto made = entry_of({.bytes = std::string(row->substr(row_head_bytes)), .beside = std::string(*beside)});
  if (made == nullptr || as_bytes(made->digest) != row->substr(0, sizeof(Digest))) return nullptr;
  return made->term == term(row->substr(sizeof(Digest), term_digits)) ? made : nullptr;
}

Made page(const Question& question, Fields fields) {
  const auto* asked = std::get_if<ask::Read>(&question);
  if (asked == nullptr || fields.empty() || fields.size() % 2 != 0) return std::nullopt;
  const Seq upto = asked->upto == Seq{} ? Seq{std::numeric_limits<std::uint64_t>::max()} : asked->upto;
  reply::Page made;
  for (Seq seq = asked->from; !fields.empty(); seq = seq.next(), fields = fields.subspan(2)) {
    made.entries.push_back(entry(*fields[0], *fields[1]));
    if (made.entries.back() == nullptr || made.entries.back()->seq != seq || seq > upto) return std::nullopt;
  }
  return made;
}

/// Of an answer that says no more than its name.
template <class Is>
Made bare(Fields fields) {
  if (!fields.empty()) return std::nullopt;
  return Is{};
}
/// Of one that tells a place, a term.
template <class Is>
Made with_place(Fields fields) {
  const auto seq = fields.size() == 1 ? place(*fields[0]) : std::nullopt;
  if (!seq) return std::nullopt;
  return Is{*seq};
}
template <class Is>
Made with_term(Fields fields) {
  const auto told = fields.size() == 1 ? term(*fields[0]) : std::nullopt;
  if (!told) return std::nullopt;
  return Is{*told};
}

Made granted(Fields fields) {
  if (fields.size() != 3) return std::nullopt;
  const auto last = term(*fields[0]);
  const auto length = place(*fields[1]);
  const auto of = digest(*fields[2]);
  if (!last || !length || !of) return std::nullopt;
  return reply::Granted{.last = *last, .length = *length, .digest = *of};
}

Made other_set(Fields fields) {
  const auto set = fields.size() == 1 ? text(*fields[0]) : std::nullopt;
  if (!set) return std::nullopt;
  return reply::OtherSet{std::string(*set)};
}

/// As the scripts name their answers; a page is apart.
struct Kind {
  std::string_view name;
  Made (*make)(Fields);
};
constexpr Kind kinds[] = {
    {"granted", granted},
    {"refused", with_term<reply::Refused>},
    {"stands", with_place<reply::Stands>},
    {"gap", with_place<reply::Gap>},
    {"fork", with_place<reply::Fork>},
    {"deposed", with_term<reply::Deposed>},
    {"unraised", bare<reply::Unraised>},
    {"stranger", bare<reply::Stranger>},
    {"other_set", other_set},
    {"admitted", bare<reply::Admitted>},
    {"not_admitted", bare<reply::NotAdmitted>},
    {"confirmed", bare<reply::Confirmed>},
    {"lacks", bare<reply::Lacks>},
    {"entered", bare<reply::Entered>},
    {"told", bare<reply::Told>},
    {"not_here", bare<reply::NotHere>},
};

Made made_of(const Question& question, std::string_view name, Fields fields) {
  if (name == "page") return page(question, fields);
  const auto* kind = std::ranges::find(kinds, name, &Kind::name);
  return kind == std::end(kinds) ? std::nullopt : kind->make(fields);
}

}  // namespace

Result<Reply, Fault> answer_of(const Question& question, const redisReply& reply) {
  const auto malformed = [](const char* why) { return failure(Fault{FaultKind::malformed, why}); };
  if (reply.type == REDIS_REPLY_ERROR) return failure(fault_of({reply.str, reply.len}));
  if (reply.type != REDIS_REPLY_ARRAY || reply.elements < 2) return malformed("not an answer of a script of ours");
  const auto life = text(*reply.element[0]), name = text(*reply.element[1]);
  if (!life || life->empty() || !name) return malformed("an answer without a life or a name");
  auto made = made_of(question, *name, Fields(reply.element, reply.elements).subspan(2));
  if (!made) return malformed("an answer that is not in its form, or of other entries than it says");
  return Reply{.life = std::string(*life), .is = *std::move(made)};
}

}  // namespace rostrum::ledger::redis
