import type { Articles } from "../articles.ts";

export const articles: Articles = {
  states: {
    le: "AF AO AZ BD BY BZ BJ BT BW BR BN BF BI CV KH CM CA CL CG CD CR DK EC GA GH GT GY HN IQ IR JP KZ KE KG KW LA LS LB LR LI LU MW ML MA MX MM ME MZ NP NI NE NG UG UZ PK PA PY PE PT QA GB RW VA SN SD SS SR SZ TJ TD TG TL TM UY VE VN YE ZW",
    la: "AL DE SA DZ AR AM AU AT BB BE BO BA BG CN CO KP KR CI HR DM DO EG ER ES EE ET RU FI FR GM GE GR GD GN GW GQ HU IN ID IE IS IT JM JO LV LT LY MK MY MR FM MD MN NA NO NZ PS PG PL SY CF CZ RO RS CS SL SK SI SO SE CH TZ TH TT TN TR UA ZM ZA",
    les: "BS KM AE US FJ CK MH SB MV NL PW PH SC",
  },
  called: { Congo: "le", Kirghizistan: "le", Türkiye: "la", "Serbie-et-Monténégro": "la", "Viet Nam": "le" },
  words: {
    le: "Centre Comité Conseil Fonds Forum Groupe Haut Mouvement Programme Réseau Royaume Saint-Siège Secrétariat Service État Institut Ordre Bureau Office Panéliste Intervenant Modérateur Orateur",
    la: "Banque Coalition Commission Communauté Confédération Conférence Croix Fédération Fondation Jamahiriya Ligue Principauté République Société Agence Alliance Association Organisation Union Université Intervenante Modératrice Oratrice",
    les: "Associations Émirats États Îles Organisations Nations Pays",
  },
  put(preposition, article, name) {
    const elided = elides(name);
    if (article === "les") return `${preposition === "of" ? "des" : "aux"} `;
    if (article && elided) return preposition === "of" ? "de l’" : "à l’";
    if (article === "le") return `${preposition === "of" ? "du" : "au"} `;
    if (article === "la") return `${preposition === "of" ? "de la" : "à la"} `;
    if (preposition === "to") return "à ";
    return elided ? "d’" : "de ";
  },
};

/** Before a vowel, and before the few names that begin with an h that is silent. */
function elides(name: string): boolean {
  const letter = name.normalize("NFD").charAt(0);
  return /^[aeiouœæ]/i.test(letter) || /^H(aït|um|om)/i.test(name);
}
