#include "plan.hpp"

#include <array>
#include <fstream>
#include <iterator>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "commands.hpp"

namespace rostrum::ctl {

namespace {

constexpr std::size_t file_bytes_most = 4u << 20;

struct Part {
  const char* name;
  Answer (*answer)(const Given&);
};

constexpr std::array parts{Part{"fit", fit_of}, Part{"forecast", forecast_of}, Part{"guarantee", guarantee_of},
                           Part{"order", order_of}, Part{"lot", lot_of}};

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
  nlohmann::json value;
  try {
    value = nlohmann::json::parse(json);
  } catch (const nlohmann::json::parse_error& wrong) {
    return failure(
        Wrongs{fmt::format("expected JSON, found another character than may stand there at byte {}", wrong.byte)});
  }
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
  std::ifstream file(path, std::ios::binary);
  std::string text(std::istreambuf_iterator<char>(file), {});
  if (!file.good() && !file.eof()) return complain(fmt::format("{}: expected a file that can be read", path));
  if (text.size() > file_bytes_most)
    return complain(fmt::format("{}: expected at most {} bytes, found {}", path, file_bytes_most, text.size()));
  const auto planned = plan_of(text);
  if (planned) return std::cout << planned->dump(2) << '\n', done;
  for (const std::string& wrong : planned.error()) std::cerr << path << ": " << wrong << '\n';
  return failed;
}

}  // namespace rostrum::ctl
