#include "wire/characters.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "base/characters.hpp"

namespace rostrum::wire {

namespace {

namespace pb = google::protobuf;
using council::Code;
using council::Rejection;

constexpr std::array<std::string_view, 1> of_several_lines{"rostrum.v1.SubmitStatement.text"};

using Refused = std::optional<Rejection>;

Refused refused_text(const std::string& field, const std::string& text, Lines lines) {
  if (const auto unfit = unfit_character(text, lines)) return rejection(Code::unfit_text, field, code_point(*unfit));
  // Of a text of several lines its act says what it has to have.
  if (lines == Lines::one && !text.empty() && is_blank(text))
    return rejection(Code::malformed, field, "more than blanks");
  return std::nullopt;
}

Refused refused_message(const std::string& path, const pb::Message& message);

class Field {
 public:
  Field(const std::string& path, const pb::Message& message, const pb::FieldDescriptor& field)
      : message_(message),
        reflection_(*message.GetReflection()),
        field_(field),
        path_(path.empty() ? field.name() : path + "." + field.name()) {}

  [[nodiscard]] Refused refused() const {
    if (is_text_by_language()) return in_languages();
    if (field_.type() == pb::FieldDescriptor::TYPE_STRING)
      return each([&](int index) { return refused_text(path_, text(index), lines()); });
    if (field_.cpp_type() == pb::FieldDescriptor::CPPTYPE_MESSAGE)
      return each([&](int index) { return refused_message(chooses_act() ? "" : path_, held(index)); });
    return std::nullopt;
  }

 private:
  template <class Look>
  [[nodiscard]] Refused each(Look look) const {
    if (!field_.is_repeated()) return look(0);
    for (int index = 0; index < reflection_.FieldSize(message_, &field_); ++index)
      if (auto refused = look(index)) return refused;
    return std::nullopt;
  }

  [[nodiscard]] std::string text(int index) const {
    return field_.is_repeated() ? reflection_.GetRepeatedString(message_, &field_, index)
                                : reflection_.GetString(message_, &field_);
  }

  [[nodiscard]] const pb::Message& held(int index) const {
    return field_.is_repeated() ? reflection_.GetRepeatedMessage(message_, &field_, index)
                                : reflection_.GetMessage(message_, &field_);
  }

  /// In the order of the languages, so that both codecs name the same one.
  [[nodiscard]] Refused in_languages() const {
    const auto value = [](const pb::Message& pair, const pb::FieldDescriptor* of) {
      return pair.GetReflection()->GetString(pair, of);
    };
    const pb::Descriptor& type = *field_.message_type();
    std::map<std::string, std::string> words;
    for (int index = 0; index < reflection_.FieldSize(message_, &field_); ++index)
      words.emplace(value(held(index), type.map_key()), value(held(index), type.map_value()));
    for (const auto& [language, text] : words) {
      if (auto refused = refused_text(path_, language, Lines::one)) return refused;
      if (auto refused = refused_text(path_ + "." + language, text, lines())) return refused;
    }
    return std::nullopt;
  }

  [[nodiscard]] bool is_text_by_language() const {
    if (!field_.is_map()) return false;
    const pb::Descriptor& pair = *field_.message_type();
    return pair.map_key()->type() == pb::FieldDescriptor::TYPE_STRING &&
           pair.map_value()->type() == pb::FieldDescriptor::TYPE_STRING;
  }
  [[nodiscard]] Lines lines() const { return has_lines(field_) ? Lines::several : Lines::one; }
  [[nodiscard]] bool chooses_act() const {
    return field_.real_containing_oneof() && field_.real_containing_oneof()->name() == "act";
  }

  const pb::Message& message_;
  const pb::Reflection& reflection_;
  const pb::FieldDescriptor& field_;
  std::string path_;
};

Refused refused_message(const std::string& path, const pb::Message& message) {
  std::vector<const pb::FieldDescriptor*> given;
  message.GetReflection()->ListFields(message, &given);
  for (const pb::FieldDescriptor* field : given)
    if (auto refused = Field(path, message, *field).refused()) return refused;
  return std::nullopt;
}

}  // namespace

Refused refused_characters(const pb::Message& message) { return refused_message("", message); }

bool has_lines(const pb::FieldDescriptor& field) {
  return std::ranges::find(of_several_lines, field.full_name()) != of_several_lines.end();
}

}  // namespace rostrum::wire
