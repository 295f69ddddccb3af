// Leaves out what the component library says in languages that the screens do not speak: a third of the chair screen, packed.
import type { Plugin } from "vite";

const spoken = ["en", "fr", "es"];
const messages =
  /[\\/]react-(?:aria|stately|aria-components)[\\/]dist[\\/].*[\\/]intl[\\/].*?([a-z]{2})-[A-Z]{2}\.m?js$/;

export function spokenLanguages(): Plugin {
  return {
    name: "rostrum-languages",
    apply: "build",
    load(id) {
      const language = messages.exec(id.split("?")[0] ?? "")?.[1];
      return language && !spoken.includes(language) ? "export default {};" : undefined;
    },
  };
}
