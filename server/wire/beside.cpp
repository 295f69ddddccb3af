#include "wire/beside.hpp"

#include <algorithm>
#include <vector>

#include "base/digest.hpp"

namespace rostrum::wire {

namespace {

/// A text where it stands in a message: in one field, or in the elements of one.
using Text = std::vector<std::string*>;
using Texts = std::vector<Text>;

/// In the order in which the bytes alone give them, so that digests and words meet again: fields by number, the values
/// of a map by key. The digest stands in the first field of a text. What is empty says nothing and has no digest.
class Finding {
 public:
  explicit Finding(Texts& into) : into_(into) {}

  void text(std::string* words) const { text(Text{words}); }
  void text(Text words) const {
    if (std::ranges::any_of(words, [](const std::string* part) { return !part->empty(); }))
      into_.push_back(std::move(words));
  }
  void by_language(google::protobuf::Map<std::string, std::string>& words) const {
    std::vector<std::pair<std::string_view, std::string*>> all;
    for (auto& [language, text] : words) all.emplace_back(language, &text);
    std::ranges::sort(all);
    for (const auto& [language, words_in_it] : all) text(words_in_it);
  }
  void whole(google::protobuf::RepeatedPtrField<std::string>& paragraphs) const {
    Text words;
    for (std::string& paragraph : paragraphs) words.push_back(&paragraph);
    text(std::move(words));
  }
  void person(v1::Speaker& speaker) const {
    text(speaker.mutable_name());
    text(speaker.mutable_title());
  }

  void in(v1::Programme& programme) const {
    for (v1::PanelPlan& panel : *programme.mutable_panels())
      for (v1::PanellistPlan& panellist : *panel.mutable_panellists()) {
        by_language(*panellist.mutable_name());
        by_language(*panellist.mutable_title());
      }
    for (v1::SeatPlan& seat : *programme.mutable_seats())
      if (seat.has_person()) person(*seat.mutable_person());
  }
  void in(v1::FloorRequested& event) const {
    if (event.has_speaker()) person(*event.mutable_speaker());
    text(event.mutable_on_behalf_of());
    text(event.mutable_body());
  }

  void in(v1::Event& event) const {
    switch (event.event_case()) {
    case v1::Event::kSessionCreated:
      return in(*event.mutable_session_created()->mutable_programme());
    case v1::Event::kFloorRequested:
      return in(*event.mutable_floor_requested());
    case v1::Event::kPointOfOrderRaised:
      return text(event.mutable_point_of_order_raised()->mutable_note());
    case v1::Event::kStatementSubmitted:
      return whole(*event.mutable_statement_submitted()->mutable_paragraphs());
    case v1::Event::kNoticeSent:
      return by_language(*event.mutable_notice_sent()->mutable_text());
    case v1::Event::kHelpRequested:
      return text(event.mutable_help_requested()->mutable_note());
    default:
      return;  // tests/wire/beside_test.cpp knows every text of an event, and which of them stay
    }
  }

 private:
  Texts& into_;
};

Texts texts_of(v1::Commit& commit) {
  Texts texts;
  const Finding find(texts);
  for (v1::StoredAct& act : *commit.mutable_acts())
    for (v1::Event& event : *act.mutable_events()) find.in(event);
  return texts;
}

std::string digest_of(const v1::Piece& piece) {
  std::string bytes = piece.salt();
  for (const std::string& words : piece.words()) {
    for (const int shift : {24, 16, 8, 0}) bytes += static_cast<char>(words.size() >> shift & 0xff);
    bytes += words;
  }
  return hex(as_bytes(sha256(bytes)));
}

/// Why the piece is not the one of this text; empty where it is, or is withheld.
std::string mismatch(const v1::Piece& piece, const Text& text, std::size_t number) {
  const bool fits = piece.words_size() == static_cast<int>(text.size()) && piece.salt().size() == salt_bytes;
  if (fits && digest_of(piece) == *text.front()) return {};
  return "text " + std::to_string(number) + ", which stands beside it, is not the one of its digest";
}

}  // namespace

v1::Beside take_out(v1::Commit& commit, const Salts& salts) {
  v1::Beside beside;
  const Texts texts = texts_of(commit);
  std::vector<std::uint8_t> random(texts.size() * salt_bytes);
  if (!random.empty()) salts(random);
  const char* salt = reinterpret_cast<const char*>(random.data());
  for (const Text& text : texts) {
    v1::Piece& piece = *beside.add_pieces();
    piece.set_salt(salt, salt_bytes);
    salt += salt_bytes;
    for (std::string* words : text) piece.add_words()->swap(*words);
    *text.front() = digest_of(piece);
  }
  return beside;
}

Result<std::size_t, std::string> put_back(v1::Commit& commit, v1::Beside& beside) {
  const Texts texts = texts_of(commit);
  if (texts.size() != static_cast<std::size_t>(beside.pieces_size()))
    return failure("it has " + std::to_string(texts.size()) + " texts, and " + std::to_string(beside.pieces_size()) +
                   " stand beside it");
  std::size_t withheld = 0;
  for (std::size_t index = 0; index < texts.size(); ++index) {
    v1::Piece& piece = *beside.mutable_pieces(static_cast<int>(index));
    const Text& text = texts[index];
    if (piece.salt().empty() && piece.words().empty()) {
      ++withheld;
      text.front()->clear();
    } else if (std::string why = mismatch(piece, text, index); !why.empty()) {
      return failure(std::move(why));
    } else {
      for (int part = 0; part < piece.words_size(); ++part)
        text[static_cast<std::size_t>(part)]->swap(*piece.mutable_words(part));
    }
  }
  return withheld;
}

}  // namespace rostrum::wire
