// What a Redis server's reply is taken for, in forms that no script of ours gives, and its errors. What real servers
// answer is in tests/integration.
#include "ledger/redis/answers.hpp"

#include <memory>

#include <hiredis/hiredis.h>

#include "ledger/agreed/driving.hpp"
#include "ledger/redis/requests.hpp"

namespace rostrum::ledger {
namespace {

using redis::FaultKind;

/// As it is on the line.
std::string text(std::string_view bytes) {
  return '$' + std::to_string(bytes.size()) + "\r\n" + std::string(bytes) + "\r\n";
}
std::string number(int value) { return ':' + std::to_string(value) + "\r\n"; }
const std::string nothing = "$-1\r\n";
std::string list(const std::vector<std::string>& fields) {
  std::string all = '*' + std::to_string(fields.size()) + "\r\n";
  for (const std::string& field : fields) all += field;
  return all;
}

struct Free {
  void operator()(redisReader* reader) const { redisReaderFree(reader); }
  void operator()(redisReply* reply) const { freeReplyObject(reply); }
};

Result<Reply, redis::Fault> answer_of(const Question& question, const std::string& line) {
  const std::unique_ptr<redisReader, Free> reader(redisReaderCreate());
  REQUIRE(redisReaderFeed(reader.get(), line.data(), line.size()) == REDIS_OK);
  void* made = nullptr;
  REQUIRE(redisReaderGetReply(reader.get(), &made) == REDIS_OK);
  REQUIRE(made != nullptr);
  const std::unique_ptr<redisReply, Free> reply(static_cast<redisReply*>(made));
  return redis::answer_of(question, *reply);
}

/// The answer in words, or the kind of the fault.
std::string says(const Question& question, const std::string& line) {
  const auto answer = answer_of(question, line);
  return answer ? words_of(answer->is) : std::string(redis::name_of(answer.error().kind));
}

const ask::Raise raise{{.term = {1}, .writer = "writer"}};
const std::string term = redis::text_of(Term{7}), digest(sizeof(Digest), 'd');

std::string row_of(const Entry& entry) {
  return std::string(as_bytes(entry.digest)) + redis::text_of(entry.term) + entry.stored.bytes;
}

}  // namespace

TEST_CASE("A term is held in as many digits as the largest has, and is read back with all of them") {
  for (const std::uint64_t value :
       {std::uint64_t{0}, std::uint64_t{7}, (std::uint64_t{1} << 53) + 1, ~std::uint64_t{0}}) {
    CHECK(redis::text_of(Term{value}).size() == redis::term_digits);
    const auto answer = answer_of(raise, list({text("life"), text("refused"), text(redis::text_of(Term{value}))}));
    CHECK(std::get<reply::Refused>(answer->is).term == Term{value});
  }
  CHECK(redis::text_of(Term{(1ull << 53) + 1}) > redis::text_of(Term{1ull << 53}));
}

TEST_CASE("A reply that is in no form of our scripts is malformed") {
  CHECK(says(raise, list({text("life"), text("refused"), text(term)})) == "refused for 7");
  CHECK(says(raise, list({text("life"), text("granted"), text(term), number(3), text(digest)})) ==
        "granted 3 of term 7");
  const std::string malformed[] = {
      "+OK\r\n",
      number(1),
      nothing,
      text("refused"),
      list({}),
      list({text("life")}),
      list({text(""), text("told")}),
      list({nothing, text("told")}),
      list({number(1), text("told")}),
      list({text("life"), number(1)}),
      list({text("life"), text("something else")}),
      list({text("life"), text("told"), text("more")}),
      list({text("life"), text("refused")}),
      list({text("life"), text("refused"), number(7)}),
      list({text("life"), text("refused"), text("7")}),
      list({text("life"), text("refused"), text(term.substr(1) + "x")}),
      list({text("life"), text("refused"), text("99999999999999999999")}),
      list({text("life"), text("refused"), text(term), text(term)}),
      list({text("life"), text("stands"), text("7")}),
      list({text("life"), text("stands"), number(-1)}),
      list({text("life"), text("other_set"), nothing}),
      list({text("life"), text("granted"), text(term), number(3)}),
      list({text("life"), text("granted"), text(term), number(3), text("short")}),
      list({text("life"), text("page"), text("row"), text("beside")}),  // nothing was to be read
  };
  for (const std::string& line : malformed) {
    INFO(line);
    CHECK(says(raise, line) == "malformed");
  }
}

TEST_CASE("A page is malformed where an entry is not of the digest, the term or the place that it is said to be of") {
  const Log log = log_of({1, 1, 2});
  const ask::Read read{.from = {2}, .upto = {3}, .digest = log[2]->digest};
  const auto page = [&](const std::vector<std::string>& fields) {
    std::vector<std::string> all{text("life"), text("page")};
    for (const std::string& field : fields) all.push_back(text(field));
    return says(read, list(all));
  };
  const std::string second = row_of(*log[1]), third = row_of(*log[2]), words = log[1]->stored.beside;
  CHECK(page({second, words, third, words}) == "page of 2");
  CHECK(page({second, words}) == "page of 1");
  CHECK(page({}) == "malformed");
  CHECK(page({second}) == "malformed");
  CHECK(page({second, words, third}) == "malformed");
  CHECK(page({third, words}) == "malformed");
  CHECK(page({second, words, second, words}) == "malformed");
  CHECK(page({second, words, third, words, row_of(*entry_after(log[2], {2})), words}) == "malformed");
  CHECK(page({second.substr(0, redis::row_head_bytes - 1), words}) == "malformed");
  CHECK(page({second.substr(0, redis::row_head_bytes), words}) == "malformed");
  CHECK(page({second + "more", words}) == "malformed");
  for (const std::size_t damaged : {std::size_t{0}, sizeof(Digest) + redis::term_digits - 1, second.size() - 1}) {
    std::string row = second;
    row[damaged] = static_cast<char>(row[damaged] ^ 1);
    CHECK(page({row, words}) == "malformed");
  }
}

TEST_CASE("An error of a Redis server is told by its kind, in the server's words, with what cures it") {
  const std::pair<const char*, FaultKind> rows[] = {
      {"NOSCRIPT No matching script. Please use EVAL.", FaultKind::no_script},
      {"BUSY Redis is busy running a script.", FaultKind::busy},
      {"LOADING Redis is loading the dataset in memory", FaultKind::loading},
      {"OOM command not allowed when used memory > 'maxmemory'.", FaultKind::no_room},
      {"MISCONF Errors writing to the AOF file: No space left on device", FaultKind::cannot_persist},
      {"NOAUTH Authentication required.", FaultKind::no_auth},
      {"WRONGPASS invalid username-password pair or user is disabled.", FaultKind::no_auth},
      {"DENIED Redis is running in protected mode", FaultKind::no_auth},
      {"ERR Protocol error: unauthenticated bulk length", FaultKind::no_auth},
      {"NOPERM this user has no permissions to run the 'evalsha' command", FaultKind::no_permission},
      {"READONLY You can't write against a read only replica.", FaultKind::read_only},
      {"MASTERDOWN Link with MASTER is down", FaultKind::read_only},
      {"MOVED 3999 127.0.0.1:6381", FaultKind::cluster},
      {"ASK 3999 127.0.0.1:6381", FaultKind::cluster},
      {"CROSSSLOT Keys in request don't hash to the same slot", FaultKind::cluster},
      {"TRYAGAIN Multiple keys request during rehashing of slot", FaultKind::cluster},
      {"BUSYKEY Target key name already exists.", FaultKind::other},
      {"WRONGTYPE Operation against a key holding the wrong kind of value", FaultKind::other},
      {"ERR unknown command 'EVALSHA'", FaultKind::other},
      {"", FaultKind::other},
  };
  for (const auto& [words, kind] : rows) {
    INFO(words);
    const auto answer = answer_of(raise, '-' + std::string(words) + "\r\n");
    REQUIRE_FALSE(answer);
    CHECK(answer.error().kind == kind);
    CHECK(answer.error().words == words);
    CHECK_FALSE(redis::cure_of(kind).empty());
  }
}

}  // namespace rostrum::ledger
