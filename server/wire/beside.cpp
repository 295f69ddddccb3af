#include "wire/beside.hpp"

#include <algorithm>
#include <vector>

#include "base/digest.hpp"

namespace rostrum::wire {

namespace {

/// What is taken out, where it stands in a message: a text in one field or in the elements of one, or a digest from
/// which words could be guessed.
struct Place {
  std::vector<std::string*> parts;
  bool is_digest = false;  // 32 bytes, and so is what stands in its place; of a text it is hexadecimal
};
using Places = std::vector<Place>;

constexpr std::size_t digest_bytes = sizeof(Digest);

/// In the order in which the bytes alone give them, so that digests and words meet again: acts and events as they
/// stand, fields by number, the values of a map by key, byte for byte; behind the texts of an act the digest of its
/// command. The digest stands in the first part of a text. A text that is empty says nothing and has no digest.
class Finding {
 public:
  explicit Finding(Places& into) : into_(into) {}

  void text(std::string* words) const { text(std::vector{words}); }
  void text(std::vector<std::string*> words) const {
    if (std::ranges::any_of(words, [](const std::string* part) { return !part->empty(); }))
      into_.push_back({std::move(words)});
  }
  void digest(std::string* of) const { into_.push_back({{of}, true}); }
  void by_language(google::protobuf::Map<std::string, std::string>& words) const {
    std::vector<std::pair<std::string_view, std::string*>> all;
    for (auto& [language, text] : words) all.emplace_back(language, &text);
    std::ranges::sort(all);
    for (const auto& [language, words_in_it] : all) text(words_in_it);
  }
  void whole(google::protobuf::RepeatedPtrField<std::string>& paragraphs) const {
    std::vector<std::string*> words;
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
    digest(programme.mutable_source_digest());
  }
  template <class Request>
  void of_request(Request& event) const {
    if (event.has_speaker()) person(*event.mutable_speaker());
    text(event.mutable_on_behalf_of());
    text(event.mutable_body());
  }

  void in(v1::Event& event) const {
    switch (event.event_case()) {
    case v1::Event::kSessionCreated:
      return in(*event.mutable_session_created()->mutable_programme());
    case v1::Event::kFloorRequested:
      return of_request(*event.mutable_floor_requested());
    case v1::Event::kEntryCorrected:
      return of_request(*event.mutable_entry_corrected());
    case v1::Event::kDrawPrepared:
      return text(event.mutable_draw_prepared()->mutable_reason());
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

  void in(v1::StoredAct& act) const {
    const std::size_t before = into_.size();
    for (v1::Event& event : *act.mutable_events()) in(event);
    if (into_.size() > before) digest(act.mutable_command_digest());
  }

 private:
  Places& into_;
};

Places places_in(v1::Commit& commit) {
  Places places;
  const Finding find(places);
  for (v1::StoredAct& act : *commit.mutable_acts()) find.in(act);
  return places;
}

Digest digest_of(const v1::Piece& piece) {
  std::string bytes = piece.salt();
  for (const std::string& words : piece.words()) {
    for (const int shift : {24, 16, 8, 0}) bytes += static_cast<char>(words.size() >> shift & 0xff);
    bytes += words;
  }
  return sha256(bytes);
}

/// As it stands in the place of what was taken out.
std::string standing_for(const v1::Piece& piece, const Place& place) {
  const Digest digest = digest_of(piece);
  return place.is_digest ? std::string(as_bytes(digest)) : hex(as_bytes(digest));
}

bool is_hex(std::string_view text, std::size_t length) {
  return text.size() == length && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string bytes_of_hex(std::string_view text) {
  const auto value = [](char digit) { return digit <= '9' ? digit - '0' : digit - 'a' + 10; };
  std::string bytes;
  for (std::size_t at = 0; at + 1 < text.size(); at += 2)
    bytes += static_cast<char>(value(text[at]) << 4 | value(text[at + 1]));
  return bytes;
}

/// Whether what stands there is such as take_out leaves: a digest, and nothing behind it.
bool holds_a_digest(const Place& place) {
  const bool first =
      place.is_digest ? place.parts.front()->size() == digest_bytes : is_hex(*place.parts.front(), 2 * digest_bytes);
  return first &&
         std::all_of(place.parts.begin() + 1, place.parts.end(), [](const auto* part) { return part->empty(); });
}

bool is_withheld(const v1::Piece& piece) { return piece.salt().empty() && piece.words().empty(); }

/// Whether the piece is the one that was taken out there.
bool belongs(const v1::Piece& piece, const Place& place) {
  return piece.salt().size() == salt_bytes && piece.words_size() == static_cast<int>(place.parts.size()) &&
         standing_for(piece, place) == *place.parts.front() &&
         (!place.is_digest || is_hex(piece.words(0), 2 * digest_bytes));
}

void withhold(const Place& place) {
  if (place.is_digest)
    place.parts.front()->assign(digest_bytes, '\0');
  else
    place.parts.front()->clear();
}

void put_words(v1::Piece& piece, const Place& place) {
  if (place.is_digest) return void(*place.parts.front() = bytes_of_hex(piece.words(0)));
  for (int part = 0; part < piece.words_size(); ++part)
    place.parts[static_cast<std::size_t>(part)]->swap(*piece.mutable_words(part));
}

}  // namespace

v1::Beside take_out(v1::Commit& commit, const Salts& salts) {
  v1::Beside beside;
  const Places places = places_in(commit);
  std::vector<std::uint8_t> random(places.size() * salt_bytes);
  if (!random.empty()) salts(random);
  const char* salt = reinterpret_cast<const char*>(random.data());
  for (const Place& place : places) {
    v1::Piece& piece = *beside.add_pieces();
    piece.set_salt(salt, salt_bytes);
    salt += salt_bytes;
    for (std::string* part : place.parts)
      if (place.is_digest)
        piece.add_words(hex(*part));
      else
        piece.add_words()->swap(*part);
    *place.parts.front() = standing_for(piece, place);
  }
  return beside;
}

Result<std::size_t, std::string> put_back(v1::Commit& commit, v1::Beside& beside) {
  const Places places = places_in(commit);
  if (places.size() != static_cast<std::size_t>(beside.pieces_size()))
    return failure("it has " + std::to_string(places.size()) + " digests of texts, and " +
                   std::to_string(beside.pieces_size()) + " texts stand beside it");
  std::size_t withheld = 0;
  for (std::size_t index = 0; index < places.size(); ++index) {
    v1::Piece& piece = *beside.mutable_pieces(static_cast<int>(index));
    const Place& place = places[index];
    const std::string which = "text " + std::to_string(index);
    if (!holds_a_digest(place)) return failure(which + " of it stands where its digest should");
    if (is_withheld(piece)) {
      ++withheld;
      withhold(place);
    } else if (belongs(piece, place)) {
      put_words(piece, place);
    } else {
      return failure(which + ", which stands beside it, is not the one of its digest");
    }
  }
  return withheld;
}

}  // namespace rostrum::wire
