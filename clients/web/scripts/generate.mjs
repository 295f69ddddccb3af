// Makes src/wire/gen from the protocol with protoc and protoc-gen-es. What it makes is not committed.
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const web = dirname(dirname(fileURLToPath(import.meta.url)));
const protocol = join(web, "..", "..", "protocol");
const out = join(web, "src", "wire", "gen");
const files = readdirSync(join(protocol, "rostrum", "v1"))
  .filter((name) => name.endsWith(".proto"))
  .map((name) => `rostrum/v1/${name}`);

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const plugin = join(web, "node_modules", ".bin", "protoc-gen-es");
const made = spawnSync(
  "protoc",
  [`--plugin=protoc-gen-es=${plugin}`, `--es_out=${out}`, "--es_opt=target=ts", `-I${protocol}`, ...files],
  { stdio: "inherit" },
);
if (made.error) {
  console.error(`generate: cannot run protoc (Debian package protobuf-compiler): ${made.error.message}`);
  process.exit(1);
}
process.exit(made.status ?? 1);
