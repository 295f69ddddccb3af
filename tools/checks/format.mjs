// The C++ sources are as clang-format leaves them (.clang-format).
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const program = "clang-format-19";
const isOurs = ({ path }) => /^(server|clients\/cpp|tests|tools)\/.*\.(cpp|hpp)$/.test(path);

function run(args) {
  const { error, stderr } = spawnSync(program, args, { encoding: "utf8", maxBuffer: 2 ** 26 });
  if (error) throw error;
  return stderr;
}

/** The first badly formatted line of each file. */
function findIn(folder, style, paths) {
  const full = paths.map((path) => join(folder, path));
  const output = run(["--dry-run", "--Werror", "--ferror-limit=0", `--style=file:${style}`, ...full]);
  const findings = new Map();
  for (const [, path, line] of output.matchAll(/^(.+?):(\d+):\d+: error: /gm)) {
    const own = path.slice(folder.length + 1);
    if (!findings.has(own)) findings.set(own, { path: own, line: Number(line), says: "is not as clang-format leaves it; tools/tidy --fix" });
  }
  return [...findings.values()];
}

export const format = {
  name: "format",
  find(files, root) {
    const ours = files.filter(isOurs);
    if (ours.length === 0) return [];
    const style = join(root, ".clang-format");
    if (ours.every(({ path }) => existsSync(join(root, path)))) return findIn(root, style, ours.map(({ path }) => path));
    const folder = mkdtempSync(join(tmpdir(), "rostrum-tidy-"));
    try {
      const names = ours.map(({ path, text }) => {
        const name = path.replaceAll("/", "_");
        writeFileSync(join(folder, name), text);
        return name;
      });
      return findIn(folder, style, names);
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  clean: [{ path: "server/planted/a.cpp", text: "int* pointer(int a) { return &a; }\n" }],
  planted: [{ path: "server/planted/b.cpp", text: "int *pointer( int a ){\n      return &a; }\n" }],
};

export function formatInPlace(files, root) {
  const paths = files.filter(isOurs).map(({ path }) => join(root, path));
  if (paths.length > 0) run(["-i", `--style=file:${join(root, ".clang-format")}`, ...paths]);
}
