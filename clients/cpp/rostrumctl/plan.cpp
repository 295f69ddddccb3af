#include "plan.hpp"

#include <array>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "commands.hpp"

namespace rostrum::ctl {

namespace {

constexpr std::size_t file_bytes_most = 4u << 20;
constexpr int depth_most = 16;

struct Part {
  const char* name;
  Answer (*answer)(const Given&);
};

constexpr std::array parts{Part{"fit", fit_of}, Part{"forecast", forecast_of}, Part{"guarantee", guarantee_of},
                           Part{"order", order_of}, Part{"lot", lot_of}};

}  // namespace

namespace {

/// No deeper than any situation is: what reads it, and what shows a part of it, goes down with it.
Result<nlohmann::json, std::string> parsed(std::string_view json) {
  bool deep = false;
  const auto look = [&](int depth, nlohmann::json::parse_event_t, nlohmann::json&) {
    deep = deep || depth > depth_most;
    return !deep;
  };
  try {
    nlohmann::json value = nlohmann::json::parse(json, look);
    if (!deep) return value;
  } catch (const nlohmann::json::parse_error& wrong) {
    if (!deep)
      return failure(fmt::format("expected JSON, found another character than may stand there at byte {}", wrong.byte));
  } catch (const nlohmann::json::exception&) {
    return failure(std::string("expected JSON with numbers that can be read, found one that is too large"));
  }
  return failure(fmt::format("expected JSON of at most {} levels, found more", depth_most));
}

/// The whole of a file, if it can be read.
std::optional<std::string> text_of(const std::string& path) {
  if (!std::filesystem::is_regular_file(path)) return std::nullopt;
  std::ifstream file(path, std::ios::binary);
  std::string text(file_bytes_most + 1, '\0');
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  if (file.bad() || !file.is_open()) return std::nullopt;
  text.resize(static_cast<std::size_t>(file.gcount()));
  return text;
}

}  // namespace

council::LimitOf kind_of(const Given& given) {
  const std::string name = given.text();
  std::vector<std::string_view> names;
  for (int value = 0; value < council::limit_of_count; ++value) {
    const auto kind = static_cast<council::LimitOf>(value);
    if (council::name(kind) == name) return kind;
    names.push_back(council::name(kind));
  }
  if (given.value().is_string()) given.expect(fmt::format("one of {}", fmt::join(names, ", ")));
  return council::LimitOf::member;
}

Result<Answer, Wrongs> plan_of(std::string_view json) {
  Wrongs wrongs;
  const auto read = parsed(json);
  if (!read) return failure(Wrongs{read.error()});
  const nlohmann::json& value = *read;
  const Given given(value, "the situation", wrongs);
  std::set<std::string> names;
  for (const Part& part : parts) names.insert(part.name);
  given.has_only(names);
  Answer answer = Answer::object();
  for (const Part& part : parts) {
    if (!value.is_object() || !value.contains(part.name)) continue;
    answer[part.name] = part.answer(Given(value.at(part.name), part.name, wrongs));
  }
  if (wrongs.empty() && answer.empty()) given.expect(fmt::format("at least one of {} in it", fmt::join(names, ", ")));
  if (!wrongs.empty()) return failure(std::move(wrongs));
  return answer;
}

int plan(const std::string& path) {
  const auto text = text_of(path);
  if (!text) return complain(fmt::format("{}: expected a file that can be read", path));
  if (text->size() > file_bytes_most)
    return complain(fmt::format("{}: expected at most {} bytes, found more", path, file_bytes_most));
  const auto planned = plan_of(*text);
  if (planned) return std::cout << planned->dump(2) << '\n', done;
  for (const std::string& wrong : planned.error()) std::cerr << path << ": " << wrong << '\n';
  return failed;
}

}  // namespace rostrum::ctl
