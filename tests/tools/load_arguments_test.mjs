// tools/load looks at its profile and its options before it builds anything; their values are the program's own matter
// (tests/integration/load_test.cpp).
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const load = fileURLToPath(new URL("../../tools/load", import.meta.url));
const profiles = ["fan-out", "storm", "press", "slow-readers", "soak"];

const refused = [
  ["no profile", [], /which profile\? There are: fan-out storm press slow-readers soak/],
  ["a profile that is not there", ["fan-in"], /there is no profile "fan-in"; there are: fan-out/],
  ["an unknown option", ["storm", "--client", "3"], /unknown argument: --client/],
  ["an unknown option with its value", ["soak", "--second=3"], /unknown argument: --second=3/],
];

for (const [what, args, sentence] of refused) {
  test(`tools/load: ${what} is refused with a sentence and status 2`, () => {
    const { status, stderr } = spawnSync(load, args, { encoding: "utf8" });
    assert.match(stderr, sentence);
    assert.equal(status, 2);
  });
}

test("help of tools/load names every profile and every option", () => {
  const { status, stdout } = spawnSync(load, ["--help"], { encoding: "utf8" });
  assert.equal(status, 0);
  for (const profile of profiles) assert.match(stdout, new RegExp(`^  ${profile} `, "m"));
  for (const option of ["clients", "seconds", "rate", "share", "codec", "json", "server", "sign-in-json"]) {
    assert.ok(stdout.includes(`--${option}`), option);
  }
});
