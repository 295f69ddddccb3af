#include "gateway/encodings.hpp"

#include <algorithm>

namespace rostrum::gateway {

namespace {

/// In thousandths, as a weight has three digits at most.
constexpr int weight_max = 1'000;
/// What is not packed is taken unless it is refused, and liked less than whatever is named.
constexpr int weight_of_the_unsaid = 1;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t";
  const auto from = text.find_first_not_of(blanks);
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(blanks) - from + 1);
}

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool same_name(std::string_view left, std::string_view right) {
  return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                    [](char a, char b) { return lower(a) == lower(b); });
}

/// What stands before `mark`, which is taken off `rest` with it.
std::string_view taken(std::string_view& rest, char mark) {
  const auto at = rest.find(mark);
  const auto before = rest.substr(0, at);
  rest = at == std::string_view::npos ? std::string_view{} : rest.substr(at + 1);
  return trimmed(before);
}

/// Of "0", "1", "0.5", "1.000".
std::optional<int> weight_in(std::string_view text) {
  if (text.empty() || text.size() > 5 || (text[0] != '0' && text[0] != '1')) return std::nullopt;
  if (text.size() > 1 && text[1] != '.') return std::nullopt;
  int weight = (text[0] - '0') * weight_max;
  int worth = weight_max / 10;
  for (const char digit : text.substr(std::min<std::size_t>(2, text.size()))) {
    if (digit < '0' || digit > '9') return std::nullopt;
    weight += (digit - '0') * worth;
    worth /= 10;
  }
  if (weight > weight_max) return std::nullopt;
  return weight;
}

/// Of the parameters behind a name; one is as good as the other where there is no weight among them.
std::optional<int> weight_among(std::string_view parameters) {
  while (!parameters.empty()) {
    auto value = taken(parameters, ';');
    if (same_name(taken(value, '='), "q")) return weight_in(trimmed(value));
  }
  return weight_max;
}

/// What is said of a name; nothing where nothing is.
std::optional<int> said_of(std::string_view accepted, std::string_view wanted) {
  while (!accepted.empty()) {
    auto parameters = taken(accepted, ',');
    const auto name = taken(parameters, ';');
    const bool meant = same_name(name, wanted) || (wanted == "gzip" && same_name(name, "x-gzip"));
    if (!meant) continue;
    if (const auto weight = weight_among(parameters)) return weight;
  }
  return std::nullopt;
}

int weight_of(Encoding encoding, std::string_view accepted) {
  if (const auto said = said_of(accepted, name_of(encoding))) return *said;
  if (const auto of_all = said_of(accepted, "*")) return *of_all;
  return encoding == Encoding::identity ? weight_of_the_unsaid : 0;
}

}  // namespace

std::string_view name_of(Encoding encoding) {
  switch (encoding) {
  case Encoding::identity:
    return "identity";
  case Encoding::gzip:
    return "gzip";
  case Encoding::brotli:
    return "br";
  }
  return {};
}

std::string_view ending_of(Encoding encoding) {
  switch (encoding) {
  case Encoding::identity:
    return "";
  case Encoding::gzip:
    return ".gz";
  case Encoding::brotli:
    return ".br";
  }
  return {};
}

std::optional<Encoding> encoding_for(std::optional<std::string_view> accepted, std::span<const Encoding> held) {
  std::optional<Encoding> best;
  int most = 0;
  for (const Encoding encoding : held) {
    const int weight = weight_of(encoding, accepted.value_or(""));
    if (weight <= most) continue;
    most = weight;
    best = encoding;
  }
  return best;
}

}  // namespace rostrum::gateway
