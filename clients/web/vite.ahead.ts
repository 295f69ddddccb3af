// Has the page ask for what draws together with what asks for the rest: it is the largest part, and every screen has it.
import type { Plugin } from "vite";

const draws = "start";

export function ahead(): Plugin {
  return {
    name: "rostrum-ahead",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(_, { bundle = {} }) {
        const chunks = Object.values(bundle).flatMap((file) => (file.type === "chunk" ? [file] : []));
        const found = chunks.find(({ name, isDynamicEntry }) => name === draws && isDynamicEntry);
        if (!found) this.error(`no chunk is called ${draws}`);
        const entry = chunks.find(({ isEntry }) => isEntry);
        const files = [found.fileName, ...found.imports].filter((file) => file !== entry?.fileName);
        return files.map((file) => ({
          tag: "link",
          attrs: { rel: "modulepreload", crossorigin: true, href: `/${file}` },
          injectTo: "head",
        }));
      },
    },
  };
}
