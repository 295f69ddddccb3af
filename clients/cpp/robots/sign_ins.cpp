#include "robots/sign_ins.hpp"

#include <fstream>

#include <nlohmann/json.hpp>

namespace rostrum::robots {

Result<std::vector<SignIn>, std::string> read_sign_ins(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return failure("there is no readable file " + path);
  const auto wrong = failure(path + " is no list of {role, delegation, name, code, url} as --sign-in-json writes it");
  const auto all = nlohmann::json::parse(in, nullptr, false);
  if (!all.is_array()) return wrong;
  std::vector<SignIn> sign_ins;
  for (const auto& one : all) {
    for (const char* field : {"role", "delegation", "name", "code"})
      if (!one.is_object() || !one.contains(field) || !one[field].is_string()) return wrong;
    sign_ins.push_back({one["role"], one["delegation"], one["name"], one["code"]});
  }
  return sign_ins;
}

}  // namespace rostrum::robots
