// The words of the screens, from the catalogues that the screens use: how a test finds what it presses in any language.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { holdArticles } from "../../../clients/web/src/i18n/articles.ts";
import { articles as spanish } from "../../../clients/web/src/i18n/articles/es.ts";
import { articles as french } from "../../../clients/web/src/i18n/articles/fr.ts";
import { namesIn, say, type Values } from "../../../clients/web/src/i18n/message.ts";

holdArticles("fr", french);
holdArticles("es", spanish);

export type Language = "en" | "fr" | "es";
export const languages: readonly Language[] = ["en", "fr", "es"];

const parts = ["common", "acts", "join", "chair", "delegate", "display", "desk", "booth", "captions"];
const messages = (language: Language): Record<string, string> =>
  Object.assign(
    {},
    ...parts.map((part) =>
      JSON.parse(
        readFileSync(
          fileURLToPath(new URL(`../../../clients/web/src/i18n/messages/${language}/${part}.json`, import.meta.url)),
          "utf8",
        ),
      ),
    ),
  );

/** A message with its values, put together as the screens do. */
export function words(language: Language): (id: string, values?: Values) => string {
  const known = messages(language);
  return (id, values = {}) => {
    const message = known[id];
    if (message === undefined) throw new Error(`there is no message "${id}" in ${language}`);
    for (const name of namesIn(message)) if (!(name in values)) throw new Error(`"${id}" wants a value for ${name}`);
    return say(language, message, values);
  };
}
