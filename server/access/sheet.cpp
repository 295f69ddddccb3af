#include "access/sheet.hpp"

#include <array>

#include <fmt/format.h>

#include "access/qr.hpp"
#include "access/sign_in_list.hpp"
#include "base/characters.hpp"

namespace rostrum::access {

namespace {

struct Words {
  std::string_view language;
  std::string_view title;
  std::string_view keep;      // how the sheet is to be kept
  std::string_view officers;  // heading of those who speak for no delegation
  std::string_view how;       // with {}: the address of the page where the code is typed
  std::string_view code;
  std::string_view qr;  // what the drawing is, for who cannot see it
  std::string_view nobody;
  std::array<std::string_view, council::role_count> roles;
};

constexpr std::array all_words{
    Words{"en",
          "Sign-in sheet",
          "Confidential. Whoever has a code can act for its holder: hand each card to its holder only.",
          "Conduct of the meeting and services",
          "Scan the code, or open {} and type it.",
          "Code",
          "QR code of the sign-in link",
          "There is no valid sign-in to print.",
          {"Chair", "Conference officer", "Delegate", "Interpreter", "Captioner", "Observer", "Display in the hall"}},
    Words{"fr",
          "Feuille de connexion",
          "Confidentiel. Quiconque détient un code peut agir au nom de son titulaire\u00a0: ne remettre chaque carte "
          "qu’à "
          "son titulaire.",
          "Conduite de la réunion et services",
          "Scannez le code, ou ouvrez {} et saisissez-le.",
          "Code",
          "Code QR du lien de connexion",
          "Il n’y a aucun accès valable à imprimer.",
          {"Présidence", "Secrétariat de séance", "Délégation", "Interprète", "Sous-titrage", "Observateur",
           "Affichage dans la salle"}},
    Words{"es",
          "Hoja de acceso",
          "Confidencial. Quien tenga un código puede actuar en nombre de su titular: entregue cada tarjeta "
          "únicamente a su titular.",
          "Conducción de la reunión y servicios",
          "Escanee el código, o abra {} e introdúzcalo.",
          "Código",
          "Código QR del enlace de acceso",
          "No hay ningún acceso válido que imprimir.",
          {"Presidencia", "Secretaría de sala", "Delegación", "Intérprete", "Subtitulado", "Observador",
           "Pantalla de la sala"}},
};

constexpr std::string_view style = R"(
@page { size: A4; margin: 15mm }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 24px; max-width: 880px; color: #14202e; background: #fff;
  font: 15px/1.4 Inter, "Noto Sans", system-ui, sans-serif }
h1 { margin: 0; font-size: 22px }
h2 { margin: 0 0 12px; font-size: 18px }
header { margin-bottom: 24px }
header p { margin: 4px 0; color: #5a6878 }
section { margin-bottom: 32px }
ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(340px, 1fr)); gap: 16px; margin: 0; padding: 0;
  list-style: none }
li { display: grid; grid-template-columns: 1fr 132px; gap: 0 16px; padding: 16px; border: 1px solid #dde3ea;
  border-radius: 12px; break-inside: avoid }
h3 { margin: 0; font-size: 18px; overflow-wrap: anywhere }
li p { margin: 0; overflow-wrap: anywhere }
.role, .how { color: #5a6878; font-size: 13px }
.code { margin: 12px 0 8px; font: 600 28px/1.2 ui-monospace, "DejaVu Sans Mono", monospace; white-space: nowrap }
.link { grid-column: 1 / -1; margin-top: 8px; font-size: 12px }
svg { width: 132px; height: 132px }
path { fill: none; stroke: #000; stroke-width: 1 }
@media print {
  body { padding: 0; max-width: none }
  section + section { break-before: page }
  ul { grid-template-columns: 1fr 1fr }
}
@media (max-width: 420px) { li { grid-template-columns: 1fr } }
)";

const Words& words_in(std::string_view language, const council::SessionPlan& session) {
  const std::string_view first = session.languages.empty() ? std::string_view() : session.languages.front();
  for (const auto wanted : {language, first})
    for (const Words& words : all_words)
      if (words.language == wanted) return words;
  return all_words.front();
}

std::string escaped(std::string_view text) {
  std::string out;
  for (const char each : text) {
    switch (each) {
    case '&':
      out += "&amp;";
      break;
    case '<':
      out += "&lt;";
      break;
    case '>':
      out += "&gt;";
      break;
    case '"':
      out += "&quot;";
      break;
    case '\'':
      out += "&#39;";
      break;
    default:
      out += each;
    }
  }
  return out;
}

/// What people wrote, for the page, whichever way its letters go.
std::string written(std::string_view text) { return isolated(escaped(on_one_line(text))); }

class Sheet {
 public:
  Sheet(const council::State& state, const Codes& codes, std::string_view base_url, const Words& words)
      : state_(state),
        codes_(codes),
        base_url_(base_url),
        words_(words),
        language_(words.language) {
    while (base_url_.ends_with('/')) base_url_.remove_suffix(1);
  }

  void add(const council::Grant& grant) {
    const auto code = codes_.code(grant.id);
    if (code.empty()) return;
    if (!open_ || grant.delegation != delegation_) {
      end_section();
      page_ += fmt::format("<section>\n<h2>{}</h2>\n<ul>\n", written(heading_of(grant)));
      delegation_ = grant.delegation;
      open_ = true;
    }
    add_card(grant, code);
  }

  [[nodiscard]] std::string page() {
    if (!open_) page_ += fmt::format("<p>{}</p>\n", words_.nobody);
    end_section();
    return fmt::format("<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
                       "<meta name=\"viewport\" content=\"width=device-width\">\n"
                       "<meta name=\"referrer\" content=\"no-referrer\">\n"
                       "<title>{} · {}</title>\n<style>{}</style>\n</head>\n<body>\n"
                       "<header>\n<h1>{}</h1>\n<p>{}</p>\n<p>{}</p>\n</header>\n<main>\n{}</main>\n</body>\n</html>\n",
                       language_, words_.title, session_title(), style, words_.title, session_title(), words_.keep,
                       page_);
  }

 private:
  [[nodiscard]] std::string session_title() const {
    return written(in_language(state_.session.title, state_.session, language_));
  }

  [[nodiscard]] std::string heading_of(const council::Grant& grant) const {
    const auto* delegation = grant.delegation ? state_.find(*grant.delegation) : nullptr;
    return delegation ? in_language(delegation->name, state_.session, language_) : std::string(words_.officers);
  }

  void add_card(const council::Grant& grant, const std::string& code) {
    const council::SeatPlan& seat = state_.seats.at(grant.seat);
    const std::string_view role = words_.roles[static_cast<std::size_t>(grant.role)];
    const auto known = name_of(state_, seat, language_);
    const std::string function = seat.person && !seat.person->title.empty() ? seat.person->title : "";
    const auto url = sign_in_url(base_url_, code);
    const auto join = std::string(base_url_) + "/join";
    page_ += fmt::format("<li>\n<div>\n<h3>{}</h3>\n", known.empty() ? std::string(role) : written(known));
    if (!function.empty()) page_ += fmt::format("<p>{}</p>\n", written(function));
    page_ += fmt::format("<p class=\"role\">{}{}{}</p>\n", known.empty() ? "" : role, known.empty() ? "" : " · ",
                         escaped(seat.id.value));
    page_ += fmt::format("<p class=\"code\" aria-label=\"{}\">{}</p>\n", words_.code, shown(code));
    page_ += fmt::format("<p class=\"how\">{}</p>\n</div>\n", fmt::format(fmt::runtime(words_.how), escaped(join)));
    page_ += qr_svg(url, words_.qr);
    page_ += fmt::format("\n<p class=\"link\">{}</p>\n</li>\n", escaped(url));
  }

  void end_section() {
    if (open_) page_ += "</ul>\n</section>\n";
    open_ = false;
  }

  const council::State& state_;
  const Codes& codes_;
  std::string_view base_url_;
  const Words& words_;
  const std::string language_;
  std::string page_;
  std::optional<DelegationId> delegation_;  // of the section that is open
  bool open_ = false;
};

}  // namespace

bool is_sheet_language(std::string_view language) {
  for (const Words& words : all_words)
    if (words.language == language) return true;
  return false;
}

council::State printable(const council::State& state) {
  council::State part;
  part.session = state.session;
  part.delegations = state.delegations;
  part.delegation_order = state.delegation_order;
  part.seats = state.seats;
  part.grants = state.grants;
  return part;
}

std::string sheet(const council::State& state, const Codes& codes, std::string_view base_url, std::string_view language,
                  const std::optional<SeatId>& seat) {
  Sheet sheet(state, codes, base_url, words_in(language, state.session));
  for (const auto* grant : grants_in_order(state))
    if (!seat || grant->seat == *seat) sheet.add(*grant);
  return sheet.page();
}

}  // namespace rostrum::access
