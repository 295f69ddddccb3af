// The tables of the docs that the code knows are as tools/docs writes them.
import { spawnSync } from "node:child_process";
import { join } from "node:path";

export const docsArePrinted = {
  name: "the docs' tables are as the code has them",
  find(files, root) {
    if (!files.some(({ path }) => path.startsWith("docs/"))) return [];
    const { error, status, stdout, stderr } = spawnSync(join(root, "tools/docs"), ["--check"], { encoding: "utf8" });
    if (error) throw error;
    if (status === 0) return [];
    const findings = stdout.split("\n").filter((line) => line.startsWith("docs/"));
    return (findings.length > 0 ? findings : [`tools/docs: ${stderr}`]).map((finding) => {
      const [path, ...says] = finding.split(": ");
      return { path, line: 1, says: `${says.join(": ")}; tools/docs writes it` };
    });
  },
  // tests/tools/docs_test.mjs shows what it finds.
  clean: [{ path: "server/a.cpp", text: "int a;\n" }],
  planted: [],
};
