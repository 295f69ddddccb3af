// The words on the screens, by language: one file per screen, put together here. English tells which there are.
import enBooth from "./messages/en/booth.json";
import enCaptions from "./messages/en/captions.json";
import enChair from "./messages/en/chair.json";
import enCommon from "./messages/en/common.json";
import enDelegate from "./messages/en/delegate.json";
import enDesk from "./messages/en/desk.json";
import enDisplay from "./messages/en/display.json";
import enJoin from "./messages/en/join.json";
import esBooth from "./messages/es/booth.json";
import esCaptions from "./messages/es/captions.json";
import esChair from "./messages/es/chair.json";
import esCommon from "./messages/es/common.json";
import esDelegate from "./messages/es/delegate.json";
import esDesk from "./messages/es/desk.json";
import esDisplay from "./messages/es/display.json";
import esJoin from "./messages/es/join.json";
import frBooth from "./messages/fr/booth.json";
import frCaptions from "./messages/fr/captions.json";
import frChair from "./messages/fr/chair.json";
import frCommon from "./messages/fr/common.json";
import frDelegate from "./messages/fr/delegate.json";
import frDesk from "./messages/fr/desk.json";
import frDisplay from "./messages/fr/display.json";
import frJoin from "./messages/fr/join.json";

const en = {
  ...enCommon,
  ...enJoin,
  ...enDelegate,
  ...enDisplay,
  ...enChair,
  ...enBooth,
  ...enCaptions,
  ...enDesk,
};
export type MessageId = keyof typeof en;
export type Catalogue = Record<string, string>;

export const locales = ["en", "fr", "es"] as const;
export type Locale = (typeof locales)[number];

export const catalogues: Record<Locale, Catalogue> = {
  en,
  fr: {
    ...frCommon,
    ...frJoin,
    ...frDelegate,
    ...frDisplay,
    ...frChair,
    ...frBooth,
    ...frCaptions,
    ...frDesk,
  },
  es: {
    ...esCommon,
    ...esJoin,
    ...esDelegate,
    ...esDisplay,
    ...esChair,
    ...esBooth,
    ...esCaptions,
    ...esDesk,
  },
};

export function isLocale(tag: string | null | undefined): tag is Locale {
  return locales.some((locale) => locale === tag);
}
