// Packs the schema without what no screen asks it (src/wire/slimSchema.ts), and as the text that it mostly is, which is packed to
// three quarters of what it is in base64. Every screen loads it.
import type { Plugin } from "vite";
import { slimSchema } from "./src/wire/slimSchema.ts";

const generated = /[\\/]wire[\\/]gen[\\/].*_pb\.ts$/;

export function schema(): Plugin {
  return {
    name: "rostrum-schema",
    apply: "build",
    transform(code, id) {
      if (!generated.test(id)) return undefined;
      return code.replace(/fileDesc\("([^"]+)"/, (_, packed: string) => {
        const text = Buffer.from(slimSchema(packed), "base64").toString("latin1");
        return `fileDesc(btoa(${JSON.stringify(text)})`;
      });
    },
  };
}
