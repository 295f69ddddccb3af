// The units in deploy/systemd, as systemd itself reads and weighs them.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const folder = fileURLToPath(new URL("../../deploy/systemd", import.meta.url));
const units = readdirSync(folder);
const exposure_max = 2.5; // of 10

const analyze = (...words) => spawnSync("systemd-analyze", words, { encoding: "utf8" });

/** What systemd says of a unit's text, whose program need not be installed here. */
function verified(unit, text) {
  const around = mkdtempSync(join(tmpdir(), "rostrum-units-"));
  try {
    const file = join(around, unit);
    writeFileSync(file, text.replace(/^ExecStart=\S+/m, "ExecStart=/bin/true"));
    const { status, stdout, stderr } = analyze("verify", "--man=no", file);
    return { status, said: stdout + stderr };
  } finally {
    rmSync(around, { recursive: true });
  }
}

test("there is a unit for a node and one for a Redis server", () => {
  assert.deepEqual(units.toSorted(), ["rostrum-redis@.service", "rostrum@.service"]);
});

for (const unit of units) {
  const text = readFileSync(join(folder, unit), "utf8");

  test(`${unit}: systemd finds nothing to say of it`, () => {
    assert.deepEqual(verified(unit, text), { status: 0, said: "" });
    assert.match(verified(unit, text.replace("[Service]", "[Service]\nNoSuchKey=yes")).said, /Unknown key.*NoSuchKey/);
  });

  test(`${unit}: what it could do to the machine is weighed as little`, () => {
    const { status, stdout, stderr } = analyze("security", "--offline=true", `--threshold=${exposure_max * 10}`, join(folder, unit));
    assert.match(stdout, /Overall exposure level/, stderr);
    assert.equal(status, 0, stdout);
  });

  test(`${unit}: it runs as the user rostrum, with what its own file says and data of its own`, () => {
    assert.match(text, /^User=rostrum$/m);
    assert.match(text, /^EnvironmentFile=-?\/etc\/rostrum\/(redis-)?%i\.env$/m);
    assert.match(text, /^StateDirectory=rostrum\/(redis-)?%i$/m);
  });
}

test("rostrum@.service: the codes that a server prints at its start do not come into the system's journal, what goes wrong does", () => {
  const text = readFileSync(join(folder, "rostrum@.service"), "utf8");
  assert.match(text, /^StandardOutput=null$/m);
  assert.match(text, /^StandardError=journal$/m);
});
