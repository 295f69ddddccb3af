// tools/run looks at its arguments before it installs, builds or starts anything.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const run = fileURLToPath(new URL("../../tools/run", import.meta.url));
const licence = fileURLToPath(new URL("../../LICENSE", import.meta.url));

const refused = [
  ["a port that is no number", ["--port", "http"], /--port wants a number from 1 to 65535/],
  ["port 0", ["--port=0"], /--port wants a number from 1 to 65535/],
  ["a port above 65535", ["--port", "65536"], /--port wants a number from 1 to 65535/],
  ["an option without its value", ["--port"], /--port wants a value/],
  ["an empty value", ["--data", ""], /--data wants a value/],
  ["a host that is no address", ["--host", "a/b"], /--host wants an address/],
  ["an unknown option", ["--prot", "8080"], /unknown argument: --prot/],
  ["a word that is no option", ["8080"], /unknown argument: 8080/],
  ["a clock without a speed", ["--clock", "2005-11-29T14:55+01:00"], /--clock wants START,SPEED/],
  ["a clock without an offset", ["--clock", "2005-11-29T14:55,1"], /--clock wants START,SPEED/],
  ["an instant that is not", ["--clock", "2005-11-31T14:55+01:00,1"], /there is no instant 2005-11-31T14:55/],
  ["a clock that stands still", ["--clock", "2005-11-29T14:55+01:00,0"], /would stand still/],
  ["a programme that is not there", ["--programme", "/nowhere.yaml"], /no readable file \/nowhere\.yaml/],
  ["a certificate without its key", ["--tls-certificate", licence], /--tls-certificate wants --tls-key/],
  ["a key without its certificate", ["--tls-key", licence], /--tls-key wants --tls-certificate/],
  ["a certificate that is not there", ["--tls-certificate", "/nowhere.pem", "--tls-key", licence], /--tls-certificate: there is no readable file \/nowhere\.pem/],
  ["a key that is not there", ["--tls-certificate", licence, "--tls-key", "/nowhere.pem"], /--tls-key: there is no readable file \/nowhere\.pem/],
  ["data in a file", ["--programme", licence, "--data", licence], /--data: .* is not a directory/],
];

for (const [what, args, sentence] of refused) {
  test(`${what} is refused with a sentence and status 2`, () => {
    const { status, stderr } = spawnSync(run, args, { encoding: "utf8" });
    assert.match(stderr, sentence);
    assert.equal(status, 2);
  });
}

test("a sign-in file in a folder that is not there is refused", () => {
  const data = mkdtempSync(join(tmpdir(), "rostrum-run-"));
  try {
    const args = ["--programme", licence, "--data", data, "--sign-in-json", join(data, "no", "codes.json")];
    const { status, stderr } = spawnSync(run, args, { encoding: "utf8" });
    assert.match(stderr, /--sign-in-json: cannot write/);
    assert.equal(status, 2);
  } finally {
    rmSync(data, { recursive: true });
  }
});

test("help names every option and starts nothing", () => {
  const { status, stdout } = spawnSync(run, ["--help"], { encoding: "utf8" });
  assert.equal(status, 0);
  for (const option of ["--port", "--host", "--data", "--programme", "--sign-in-json", "--clock", "--tls-certificate", "--tls-key"]) {
    assert.ok(stdout.includes(option), option);
  }
});
