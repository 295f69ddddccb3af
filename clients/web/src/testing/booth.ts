// Texts for the tests and the galleries of the booth and the captioner; made up.

import type { Held } from "../shared/floor";
import { Audience, Role } from "../wire";
import { as, kenyaSpeaks, statement, statementText } from "./views";

const en = [
  "Chair, the Group thanks the Administration for the discussion note and for the time that the programme leaves to Member States.",
  "Coherence begins at home. In many of our countries the ministries of the interior, labour, health and foreign affairs each hold a part of migration policy; few hold the whole.",
  "Our diasporas are partners, not only senders of remittances. Trust has to be earned by those who ask for it, and institutions that listen are the first condition.",
  "We therefore propose three practices for the register, each of which has been tried by at least two members of the Group over the past five years.",
];
const fr = [
  "Madame la Présidente, le Groupe remercie l’Administration de la note de synthèse et du temps que le programme laisse aux États membres.",
  "La cohérence commence chez soi. Dans beaucoup de nos pays, les ministères de l’intérieur, du travail, de la santé et des affaires étrangères détiennent chacun une part de la politique migratoire ; rares sont ceux qui en ont une vue d’ensemble.",
  "Nos diasporas sont des partenaires, et pas seulement des expéditrices de fonds. La confiance se mérite, et des institutions à l’écoute en sont la première condition.",
  "Nous proposons donc trois pratiques pour le registre, chacune mise à l’essai par au moins deux membres du Groupe au cours des cinq dernières années.",
];
const es = [
  "Señora Presidenta, Chile agradece la nota para la deliberación y el tiempo que el programa deja a los Estados Miembros.",
  "La confianza se construye con las diásporas, no sobre ellas.",
];

/** The afternoon of the pictures: Kenya at its second paragraph, with a text in two languages. */
export const kenya: Held = { ...kenyaSpeaks, paragraph: 2, speaker: { name: "", title: "Permanent Representative" } };
export const kenyaText = statement(
  90,
  "KE",
  [statementText("en", en, { version: 2 }), statementText("fr", fr, { version: 1 })],
  { releasedAt: kenyaSpeaks.startedAt + 10_000 },
);
export const chileText = statement(11, "CL", [statementText("es", es, { version: 2 })]);
export const moroccoText = statement(12, "MA", [statementText("fr", fr.slice(1))], {
  releasedAt: kenyaSpeaks.startedAt,
});

/** Sixty paragraphs, at the thirty-first. */
export const longText = statement(
  90,
  "KE",
  [
    statementText(
      "en",
      Array.from({ length: 60 }, (_, index) => `${index + 1}. ${en[index % en.length] ?? ""}`),
    ),
  ],
  { releasedAt: kenyaSpeaks.startedAt },
);

export const texts_of_booth = [
  as.floor(kenya),
  as.statement(kenyaText),
  as.statement(chileText),
  as.statement(moroccoText),
];
export const frenchBooth = {
  role: Role.INTERPRETER,
  audience: Audience.BOOTH,
  seat: "booth-fr",
  delegation: "",
  language: "fr",
};
export const captioner = {
  role: Role.CAPTIONER,
  audience: Audience.BOOTH,
  seat: "captions",
  delegation: "",
  language: "en",
};
