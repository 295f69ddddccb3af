// Makes src/wire/gen from the protocol with protoc and protoc-gen-es. What it makes is not committed.
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const web = dirname(dirname(fileURLToPath(import.meta.url)));
const protocol = mkdtempSync(join(tmpdir(), "rostrum-protocol-"));
cpSync(join(web, "..", "..", "protocol"), protocol, { recursive: true });
partQuestions(join(protocol, "rostrum", "v1"));
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
rmSync(protocol, { recursive: true, force: true });
if (made.error) {
  console.error(`generate: cannot run protoc (Debian package protobuf-compiler): ${made.error.message}`);
  process.exit(1);
}

process.exit(made.status ?? 1);

/**
 * The way in loads the envelope, and asks nothing: the messages of questions and answers go into a file of their own, which
 * comes with the screen that asks. In the envelope they are bytes, which are the same on the wire.
 * @param {string} folder
 */
function partQuestions(folder) {
  const envelope = join(folder, "envelope.proto");
  const apart = [
    "TimeQuestion",
    "TimeAnswer",
    "OrderQuestion",
    "OrderAnswer",
    "Heads",
    "Prospect",
    "Remedy",
    "Choice",
    "Bar",
  ];
  let text = readFileSync(envelope, "utf8").replace(
    /^ {4}(?:Time|Order)(?:Question|Answer) (\w+ = \d+;)/gm,
    "    bytes $1",
  );
  const parted = apart.map((name) => {
    const found = new RegExp(`^(message|enum) ${name} {[^]*?^}\n`, "m").exec(text);
    if (!found) throw new Error(`generate: envelope.proto has no ${name}`);
    text = text.replace(found[0], "");
    return found[0];
  });
  writeFileSync(envelope, text);
  const head =
    'syntax = "proto3";\npackage rostrum.v1;\nimport "rostrum/v1/terms.proto";\nimport "rostrum/v1/view.proto";\n';
  writeFileSync(join(folder, "question.proto"), head + parted.join(""));
}
