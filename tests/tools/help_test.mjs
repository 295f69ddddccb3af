// The programs that build first answer a call for help before they do.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const options = {
  rehearse: ["--server", "--sign-in-json", "--seed", "--speed", "--minutes", "--roles", "--delegations", "--acks"],
  faults: ["--rounds", "--seed", "--keep"],
};

for (const [program, names] of Object.entries(options)) {
  test(`tools/${program} --help names every option and builds nothing`, () => {
    const { status, stdout, stderr } = spawnSync(fileURLToPath(new URL(`../../tools/${program}`, import.meta.url)), ["--help"], {
      encoding: "utf8",
    });
    assert.equal(status, 0, stderr);
    for (const name of names) assert.ok(stdout.includes(`  ${name} `), name);
  });
}
