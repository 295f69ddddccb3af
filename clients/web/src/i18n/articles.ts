// How French and Spanish put a name after "of" and "to": with its article, elided or contracted with the preposition, "du
// Chili", "à l’Union africaine", "al Ecuador". Names carry no article in a programme, so it is found here: by the word that a
// name begins with, for bodies and long names of States, else by the code of the State that the language calls so. A name
// that neither knows goes without, as names of persons do. Articles of States are those that the United Nations use.

export type Preposition = "of" | "to";

type Articles = {
  /** Of States, by their ISO 3166 codes; the others go without. */
  states: Record<string, string>;
  /** What conferences call a State otherwise than CLDR does, and does not begin with a word below. */
  called: Record<string, string>;
  words: Record<string, string>;
  put(preposition: Preposition, article: string, name: string): string;
};

const french: Articles = {
  states: {
    le: "AF AO AZ BD BY BZ BJ BT BW BR BN BF BI CV KH CM CA CL CG CD CR DK EC GA GH GT GY HN IQ IR JP KZ KE KG KW LA LS LB LR LI LU MW ML MA MX MM ME MZ NP NI NE NG UG UZ PK PA PY PE PT QA GB RW VA SN SD SS SR SZ TJ TD TG TL TM UY VE VN YE ZW",
    la: "AL DE SA DZ AR AM AU AT BB BE BO BA BG CN CO KP KR CI HR DM DO EG ER ES EE ET RU FI FR GM GE GR GD GN GW GQ HU IN ID IE IS IT JM JO LV LT LY MK MY MR FM MD MN NA NO NZ PS PG PL SY CF CZ RO RS CS SL SK SI SO SE CH TZ TH TT TN TR UA ZM ZA",
    les: "BS KM AE US FJ CK MH SB MV NL PW PH SC",
  },
  called: { Congo: "le", Kirghizistan: "le", Türkiye: "la", "Serbie-et-Monténégro": "la", "Viet Nam": "le" },
  words: {
    le: "Centre Comité Conseil Fonds Forum Groupe Haut Mouvement Programme Réseau Royaume Saint-Siège Secrétariat Service État Institut Ordre Bureau Office",
    la: "Banque Coalition Commission Communauté Confédération Conférence Croix Fédération Fondation Jamahiriya Ligue Principauté République Société Agence Alliance Association Organisation Union Université",
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

const spanish: Articles = {
  states: {
    el: "AF BR CM CA TD CG EC GA IQ IR JP LB NE PK PY PE GB SN SD TG UY YE PS",
    la: "SA AR IN RU VA",
    los: "US AE NL",
    las: "BS KM MH SB CK",
  },
  called: { Congo: "el", "Santa Sede": "la" },
  words: {
    el: "Alto Banco Centro Comité Consejo Estado Fondo Foro Grupo Instituto Movimiento Principado Programa Reino Servicio",
    la: "Agencia Alianza Asociación Coalición Comisión Comunidad Confederación Conferencia Cruz Federación Fundación Jamahiriya Liga Oficina Organización Red República Secretaría Sociedad Unión Universidad",
    los: "Estados Emiratos Países",
    las: "Asociaciones Islas Organizaciones Naciones",
  },
  put(preposition, article) {
    if (article === "el") return `${preposition === "of" ? "del" : "al"} `;
    return `${preposition === "of" ? "de" : "a"} ${article && `${article} `}`;
  },
};

const languages: Record<string, Articles> = { fr: french, es: spanish };

/** What stands before the name, with its blank or apostrophe. */
export function before(locale: string, preposition: Preposition, name: string): string {
  const articles = languages[locale];
  if (!articles) return `${preposition} `;
  return articles.put(preposition, articleOf(locale, name), name);
}

/** "le", "la", "los", or "" for a name that goes without, or is not known. */
export function articleOf(locale: string, name: string): string {
  const known = tableOf(locale);
  // Official names put "(République islamique d’)" behind.
  const short = name.replace(/ \(.*\)$/, "");
  const word = /^[^\s,]+/.exec(name)?.[0] ?? "";
  return known.get(short) ?? known.get(`${word} `) ?? known.get(`${word.split("-")[0]} `) ?? "";
}

const tables = new Map<string, Map<string, string>>();

/** Articles by the name of the State, and by the word followed by a blank. */
function tableOf(locale: string): Map<string, string> {
  const made = tables.get(locale) ?? new Map<string, string>();
  const articles = languages[locale];
  if (!articles || tables.has(locale)) return made;
  tables.set(locale, made);
  const names = new Intl.DisplayNames([locale], { type: "region", fallback: "none" });
  const each = (of: Record<string, string>, key: (part: string) => string | undefined) => {
    for (const [article, parts] of Object.entries(of)) {
      for (const part of parts.split(" ")) made.set(key(part) ?? part, article);
    }
  };
  each(articles.words, (word) => `${word} `);
  each(articles.states, (code) => names.of(code));
  for (const [name, article] of Object.entries(articles.called)) made.set(name, article);
  return made;
}

/** Before a vowel, and before the few names that begin with an h that is silent. */
function elides(name: string): boolean {
  const letter = name.normalize("NFD").charAt(0);
  return /^[aeiouœæ]/i.test(letter) || /^H(aït|um|om)/i.test(name);
}
