// Of a situation that is planned: the orders that a list may have, and the lot.
#include <algorithm>

#include <fmt/format.h>

#include "council/fair_time/lot.hpp"
#include "council/fair_time/policies.hpp"
#include "plan.hpp"

namespace rostrum::ctl {

namespace {

namespace fair_time = council::fair_time;

/// Statements that a panel, or a delegation, may have had: as many as fractions of them are exact with.
constexpr std::int64_t heard_most = 1'000'000;

/// What an order is made of.
struct Waiting {
  std::vector<fair_time::Asked> entries;
  std::vector<fair_time::Heard> heard;
  std::vector<nlohmann::json> ids;  // as they are written
};

/// As one word: a number goes by its figures.
std::string word(const nlohmann::json& id) { return id.is_string() ? id.get<std::string>() : id.dump(); }

/// Ids decide where all else is equal: numbers by size, words by letter.
void number(Waiting& waiting) {
  std::vector<nlohmann::json> sorted = waiting.ids;
  std::ranges::sort(sorted);
  for (std::size_t place = 0; place < waiting.ids.size(); ++place)
    waiting.entries[place].id =
        static_cast<std::uint64_t>(std::ranges::lower_bound(sorted, waiting.ids[place]) - sorted.begin());
}

using Counts = std::map<std::string, std::int64_t>;

/// By name: of delegations, or of classes with regions.
Counts counts_at(const Given& given, const char* name, std::int64_t most) {
  Counts counts;
  if (const auto found = given.at(name))
    for (const auto& [of, count] : found->named(entries_most)) counts[of] = count.whole(0, most);
  return counts;
}

std::int64_t of_delegation(const Counts& counts, const std::string& delegation) {
  const auto found = counts.find(delegation);
  return found == counts.end() ? 0 : found->second;
}

/// What has been heard of each delegation.
struct Before {
  Counts spoken_ms;
  Counts statements;
};

void add(Waiting& waiting, const Given& one, const Before& before) {
  one.has_only({"id", "delegation", "cls", "base", "use", "fixed", "member", "region", "asked_ms"});
  const auto id = one.required("id");
  const auto kind = one.required("cls");
  const auto asked = one.required("asked_ms");
  if (!id || !kind || !asked) return;
  if (!id->value().is_string() && !id->value().is_number_integer()) id->expect("a text or a whole number");
  if (std::ranges::find(waiting.ids, id->value()) != waiting.ids.end()) id->expect("an id that no other entry has");
  fair_time::Asked entry{.kind = kind_of(*kind), .region = {}, .asked_ms = asked->whole(0, instant_most_ms)};
  if (!fair_time::class_of(entry.kind)) kind->expect("one that waits on a list of statements");
  if (const auto region = one.at("region")) entry.region = region->text();
  const auto delegation = one.at("delegation");
  const std::string whose = delegation ? delegation->text() : word(id->value());
  waiting.entries.push_back(entry);
  waiting.heard.push_back(
      {.spoken_ms = of_delegation(before.spoken_ms, whose), .statements = of_delegation(before.statements, whose)});
  waiting.ids.push_back(id->value());
}

/// "member AG": the class, a blank, and the region, which may be empty.
fair_time::Region region_of(const std::string& words, const Given& given) {
  const auto blank = words.find(' ');
  Wrongs ignored;
  const nlohmann::json name = words.substr(0, blank);
  const auto kind = kind_of(Given(name, "", ignored));
  if (!ignored.empty() || blank == std::string::npos) given.expect("a class, a blank and a region, as \"member AG\"");
  return {kind, blank == std::string::npos ? std::string() : words.substr(blank + 1)};
}

Answer ids_in(const fair_time::Order& order, const Waiting& waiting) {
  Answer ids = Answer::array();
  for (const std::size_t place : order) ids.push_back(Answer(waiting.ids[place]));
  return ids;
}

/// What the hall gave in the open: nothing that two would write down in two ways.
bool is_word(const std::string& text) {
  return !text.empty() && std::ranges::all_of(text, [](char one) {
    return (one >= '0' && one <= '9') || (one >= 'A' && one <= 'Z') || one == '-';
  });
}

bool is_secret(const std::string& text) {
  return text.size() == 64 &&
         std::ranges::all_of(text, [](char one) { return (one >= '0' && one <= '9') || (one >= 'a' && one <= 'f'); });
}

bool is_line(const std::string& text) {
  return !text.empty() && std::ranges::all_of(text, [](char one) { return one > ' ' && one < '\x7f'; });
}

std::string checked(const Given& given, const char* name, bool (*is)(const std::string&), const char* what) {
  const auto found = given.required(name);
  if (!found) return {};
  std::string text = found->text();
  if (found->value().is_string() && !is(text)) found->expect(what);
  return text;
}

}  // namespace

Answer order_of(const Given& given) {
  given.has_only({"entries", "heard", "last", "spoken_ms", "counts"});
  Waiting waiting;
  const Before before{.spoken_ms = counts_at(given, "spoken_ms", instant_most_ms),
                      .statements = counts_at(given, "counts", heard_most)};
  if (const auto entries = given.required("entries"))
    for (const Given& one : entries->parts(entries_most)) add(waiting, one, before);
  number(waiting);
  std::map<fair_time::Region, std::int64_t> heard;
  for (const auto& [words, count] : counts_at(given, "heard", heard_most)) heard[region_of(words, given)] = count;
  std::optional<fair_time::Region> last;
  if (const auto spoke = given.at("last")) last = region_of(spoke->text(), *spoke);
  if (given.wrong()) return nullptr;
  return {{"inscription", ids_in(fair_time::by_inscription(waiting.entries), waiting)},
          {"category", ids_in(fair_time::by_category(waiting.entries), waiting)},
          {"alternate_from_nothing", ids_in(fair_time::alternate(waiting.entries, {}, {}), waiting)},
          {"alternate_as_it_stands", ids_in(fair_time::alternate(waiting.entries, heard, last), waiting)},
          {"least_heard", ids_in(fair_time::least_heard(waiting.entries, waiting.heard), waiting)}};
}

Answer lot_of(const Given& given) {
  given.has_only({"labels", "session", "panel", "draw", "secret_hex", "word"});
  const auto session = checked(given, "session", is_line, "an id");
  const auto panel = checked(given, "panel", is_line, "an id");
  const auto secret = checked(given, "secret_hex", is_secret, "64 hexadecimal digits in small letters");
  const auto said = checked(given, "word", is_word, "digits, capital letters from A to Z, and hyphens");
  const auto draw = given.required("draw");
  const auto number = draw ? draw->whole(1, UINT32_MAX) : 1;
  std::vector<std::string> labels;
  if (const auto pool = given.required("labels"))
    for (const Given& one : pool->parts(entries_most)) {
      const std::string label = one.text();
      if (one.value().is_string() && !is_line(label)) one.expect("a label without blanks");
      if (std::ranges::find(labels, label) != labels.end()) one.expect("a label that stands there once");
      labels.push_back(label);
    }
  if (given.wrong()) return nullptr;
  const auto seed = fair_time::lot_seed(session, panel, static_cast<std::uint32_t>(number), secret, said);
  return {{"commitment", fair_time::lot_commitment(secret)},
          {"seed", seed},
          {"order", fair_time::lot(std::move(labels), seed)}};
}

}  // namespace rostrum::ctl
