// The Debian package, made of what tools/test has built: installed, started, removed and purged in a small Debian of its own,
// which has what the package says that it needs, and nothing of systemd but a stand-in that notes what it is told.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { fileURLToPath } from "node:url";
import { DebianRoot, said } from "./debian_root.mjs";
import { serviceOf } from "./unit_file.mjs";

const checkout = fileURLToPath(new URL("../..", import.meta.url));
const server = process.env.ROSTRUM_SERVER ?? join(checkout, "build/dev/server/rostrum");
const build = join(server, "../..");
const units = ["rostrum-redis@", "rostrum@"];
const exposure_max = 2.5; // of 10

let around; // what CPack makes
let file;
let root;
let started;

const field = (name) => said(["dpkg-deb", "-f", file, name]).trim();

before(() => {
  around = mkdtempSync(join(build, "package-"));
  // As tools/package does, but for packing what is unpacked at once.
  said(["cpack", "--config", join(build, "CPackConfig.cmake"), "-B", around, "-D", "CPACK_DEBIAN_COMPRESSION_TYPE=none"]);
  file = join(around, readdirSync(around).find((name) => name.endsWith(".deb")));
  root = new DebianRoot(build, `${field("Depends")}, redis-server`);
  root.take(file, "/tmp/package.deb");
});

after(() => {
  root?.remove();
  rmSync(around, { recursive: true, force: true });
});

// Says what it is told, and ends what the test has started of the units that it is told to stop.
const systemctl = `#!/bin/sh
echo "$*" >>/run/systemctl
[ "$1" = stop ] || exit 0
for pid in $(cd /run/started; cat $2); do
  kill -TERM "$pid" && while kill -0 "$pid"; do sleep 0.05; done
done 2>/dev/null
exit 0
`;

beforeEach(() => {
  started = [];
  root.run(["mkdir", "-p", "/run/systemd/system", "/run/started"]);
  root.write("/usr/bin/systemctl", systemctl, { mode: "0755" });
  root.write("/run/systemctl", "");
  root.run(["dpkg", "-i", "/tmp/package.deb"]);
});

afterEach(async () => {
  for (const service of started) service.kill("SIGTERM");
  await Promise.all(started.map((service) => service.ended));
  root.run(["dpkg", "-P", "rostrum"]);
  root.run(["rm", "-rf", "/run/started", "/run/systemd"]);
});

/** Starts an instance of a unit, as the unit that is installed says. */
function start(unit, instance) {
  const name = `${unit}${instance}.service`;
  const service = serviceOf(root.read(`/lib/systemd/system/${unit}.service`), instance, (path) => root.read(path));
  const { path, mode } = service.state;
  root.run(["install", "-d", "-o", service.user, "-g", service.group, "-m", mode, path]);
  const child = root.start(service.words, service);
  child.output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (text) => {
      child.output += text;
    });
  }
  child.ended = new Promise((resolve) => child.on("close", resolve));
  root.write(`/run/started/${name}`, String(child.pid));
  started.push(child);
  return child;
}

/** Waits until it has said what matches. */
async function says(child, pattern) {
  for (;;) {
    const match = child.output.match(pattern);
    if (match) return match;
    if (child.exitCode !== null) assert.fail(`it has ended: ${child.output}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Waits until the server is ready for acts. */
async function ready(child) {
  const [, at] = await says(child, /^Rostrum is ready at (http:\S+)$/m);
  for (;;) {
    if ((await fetch(`${at}/readyz`)).status === 200) return at;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

function freePort() {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** What README.Debian says of a server's own file, which begins as the example. */
function configure(name, options) {
  root.run(["sh", "-c", "cp /usr/share/doc/rostrum/examples/programmes/* /etc/rostrum/"]);
  const example = root.read("/etc/rostrum/example.env");
  const set = example
    .replace(/^#LISTEN=.*$/m, "LISTEN=127.0.0.1:0")
    .replace(/^#PROGRAMME=.*$/m, "PROGRAMME=/etc/rostrum/council-2005.yaml")
    .replace(/^#OPTIONS=.*$/m, options ? `OPTIONS=${options}` : "$&");
  root.write(`/etc/rostrum/${name}.env`, set);
}

const links = (name, ...more) => root.run(["runuser", "-u", "rostrum", "--", "rostrumctl", "links", "--data", `/var/lib/rostrum/${name}`, ...more]);
const there = (path) => root.run(["sh", "-c", 'test ! -e "$1" || echo yes', "sh", path]) !== "";
const modeOf = (path) => root.run(["stat", "-c", "%U:%G %a", path]).trim();
const user = () => root.run(["sh", "-c", "getent passwd rostrum; getent group rostrum; true"]);

test("the package says what it is, what it needs and what is a person's to change", () => {
  const [, version] = readFileSync(join(checkout, "CMakeLists.txt"), "utf8").match(/^project\(rostrum VERSION (\S+)/m);
  assert.equal(field("Package"), "rostrum");
  assert.equal(field("Version"), `${version}-1`);
  assert.match(readFileSync(join(checkout, "deploy/debian/changelog"), "utf8"), new RegExp(`^rostrum \\(${version}-1\\) `));
  for (const name of ["adduser", "libc6", "libssl3", "libhiredis0.14"]) assert.match(field("Depends"), new RegExp(`(^|, )${name}\\b`));
  assert.match(field("Recommends"), /redis-server.*haproxy/);

  const listed = said(["dpkg-deb", "-c", file]).trim().split("\n").map((line) => line.split(/\s+/));
  const names = listed.map(([, , , , , path]) => path.replace(/^\./, ""));
  assert.deepEqual(listed.filter(([mode, owner]) => owner !== "root/root" || /^.....w|^........w/.test(mode)), []);
  assert.deepEqual(names.filter((path) => !/^\/(etc|lib|usr)?\//.test(path)).filter((path) => path !== "/"), []);
  const configuration = names.filter((path) => /^\/etc\/.*[^/]$/.test(path));
  assert.deepEqual(said(["dpkg-deb", "-I", file, "conffiles"]).trim().split("\n").toSorted(), configuration.toSorted());
});

test("it holds the screens with their packed forms, which the server sends and does not make", () => {
  const web = "/usr/share/rostrum/web/";
  for (const name of ["index.html", "index.html.br", "index.html.gz"]) assert.ok(there(web + name), name);
  const scripts = root.run(["ls", `${web}assets`]).trim().split("\n").filter((name) => name.endsWith(".js"));
  assert.ok(scripts.some((name) => there(`${web}assets/${name}.br`)));
});

test("it holds the units and the configuration of deploy, the documents and the licences of what the screens are built of", () => {
  for (const unit of units) {
    const kept = readFileSync(join(checkout, `deploy/systemd/${unit}.service`), "utf8");
    assert.equal(root.read(`/lib/systemd/system/${unit}.service`), kept);
    const [, document] = kept.match(/^Documentation=file:(.*)$/m);
    assert.match(root.read(document), /^# Running a session/);
  }
  for (const name of ["redis.conf", "users.acl"]) {
    assert.equal(root.read(`/etc/rostrum/${name}`), readFileSync(join(checkout, "deploy/redis", name), "utf8"));
  }
  for (const path of ["README.Debian", "copyright", "changelog.Debian.gz", "examples/haproxy/haproxy.cfg", "examples/nginx/rostrum.conf"]) {
    assert.ok(there(`/usr/share/doc/rostrum/${path}`), path);
  }
  const readme = root.read("/usr/share/doc/rostrum/README.md");
  for (const [, path] of readme.matchAll(/\]\(([^):]*\.md)\)/g)) {
    if (!/^(CHANGELOG|CONTRIBUTING)/.test(path)) assert.ok(there(`/usr/share/doc/rostrum/${path}`), path);
  }
  const licences = root.run(["zcat", "/usr/share/doc/rostrum/web-licences.gz"]);
  for (const name of ["react", "react-dom", "flag-icons"]) assert.match(licences, new RegExp(`^${name} [\\d.]+: MIT`, "m"));
  assert.match(licences, /SIL OPEN FONT LICENSE/i);
});

test("installed, it has a user with a folder, a configuration that others cannot read, and nothing that runs", () => {
  assert.match(user(), /^rostrum:x:\d+:\d+:[^:]*:\/var\/lib\/rostrum:\/usr\/sbin\/nologin\nrostrum:x:\d+:/);
  assert.equal(modeOf("/var/lib/rostrum"), "rostrum:rostrum 750");
  assert.equal(modeOf("/etc/rostrum"), "root:rostrum 750");
  assert.equal(modeOf("/etc/rostrum/users.acl"), "root:rostrum 640");
  assert.equal(root.run(["find", "/var/lib/rostrum", "-mindepth", "1"]), "", "no secret is made");
  assert.equal(root.read("/run/systemctl"), "--system daemon-reload\n");
  assert.equal(root.run(["dpkg", "--audit", "rostrum"]) + root.run(["dpkg", "--verify", "rostrum"]), "");
});

test("systemd finds nothing to say of the units where they are installed, and weighs what they may do as little", () => {
  for (const name of readdirSync("/lib/systemd/system").filter((each) => each.endsWith(".target"))) {
    root.take(`/lib/systemd/system/${name}`, `/lib/systemd/system/${name}`);
  }
  const analyze = (...words) => spawnSync("systemd-analyze", [`--root=${root.path}`, ...words], { encoding: "utf8" });
  const verify = (unit) => analyze("verify", "--man=no", `${unit}council.service`);
  for (const unit of units) {
    const { status, stdout, stderr } = verify(unit);
    assert.deepEqual({ status, said: stdout + stderr }, { status: 0, said: "" });
    const weighed = analyze("security", "--offline=true", `--threshold=${exposure_max * 10}`, `${unit}.service`);
    assert.match(weighed.stdout, /Overall exposure level/, weighed.stderr);
    assert.equal(weighed.status, 0, weighed.stdout);
  }
  root.run(["dpkg", "-r", "rostrum"]);
  root.take(join(checkout, "deploy/systemd/rostrum@.service"), "/lib/systemd/system/rostrum@.service");
  assert.match(verify("rostrum@").stderr, /\/usr\/bin\/rostrum is not executable/, "a unit without its program is noticed");
  root.run(["rm", "/lib/systemd/system/rostrum@.service"]);
});

test("a server runs as its unit says, is ended where the package is removed, and goes on where it is installed again", async () => {
  configure("council");
  const first = start("rostrum@", "council");
  const at = await ready(first);
  const page = await (await fetch(at)).text();
  const [, script] = page.match(/<script[^>]* src="(\/assets\/[^"]+\.js)"/);
  const answer = await fetch(at + script);
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get("content-type"), /javascript/);

  const pid = root.read("/var/lib/rostrum/council/lock").trim();
  const { uid, gid } = { uid: root.run(["id", "-u", "rostrum"]).trim(), gid: root.run(["id", "-g", "rostrum"]).trim() };
  const rights = readFileSync(`/proc/${pid}/status`, "utf8");
  assert.match(rights, new RegExp(`^Uid:\\s+${uid}\\s+${uid}\\b[^]*^Gid:\\s+${gid}\\b[^]*^CapEff:\\s+0+$`, "m"));
  assert.equal(modeOf("/var/lib/rostrum/council"), "rostrum:rostrum 700");
  const codes = links("council");
  assert.match(codes, /chair/);

  const told = await root.runBeside(["dpkg", "-r", "rostrum"]);
  assert.equal(await first.ended, 0, first.output);
  assert.match(told, /the sessions stay in \/var\/lib\/rostrum/);
  assert.match(root.read("/run/systemctl"), /\nstop rostrum@\*\.service\nstop rostrum-redis@\*\.service\n/);
  for (const path of ["/usr/bin/rostrum", "/usr/share/rostrum", "/lib/systemd/system/rostrum@.service"]) assert.ok(!there(path), path);
  for (const path of ["/etc/rostrum/council.env", "/etc/rostrum/users.acl", "/var/lib/rostrum/council/journal.sqlite"]) {
    assert.ok(there(path), path);
  }
  assert.notEqual(user(), "");

  root.run(["dpkg", "-i", "/tmp/package.deb"]);
  // What it says on standard output goes nowhere: so what is not as before is also in the journal.
  root.run(["sed", "-i", "s/en: High-level Plenary Panel/en: Another Panel/", "/etc/rostrum/council-2005.yaml"]);
  const again = start("rostrum@", "council");
  await ready(again);
  await says(again, /level=warning event=not_as_before session=council-2005 what=".*programme has changed/);
  assert.equal(links("council").replaceAll(/127\.0\.0\.1:\d+/g, ""), codes.replaceAll(/127\.0\.0\.1:\d+/g, ""));
});

test("an upgrade ends no server and leaves what a person has changed", async () => {
  configure("council");
  const running = start("rostrum@", "council");
  const at = await ready(running);
  root.write("/etc/rostrum/redis.conf", "bind 10.0.0.11\n");
  root.run(["chmod", "0755", "/etc/rostrum"]);
  const told = root.run(["dpkg", "-i", "--force-confold", "/tmp/package.deb"]);
  assert.match(told, /when it suits their sessions: systemctl restart 'rostrum@\*'/);
  assert.equal((await fetch(`${at}/readyz`)).status, 200);
  assert.doesNotMatch(root.read("/run/systemctl"), /^stop/m);
  assert.equal(root.read("/etc/rostrum/redis.conf"), "bind 10.0.0.11\n");
  assert.equal(modeOf("/etc/rostrum"), "root:rostrum 755");
});

test("a node and its Redis server run as their units say, once README.Debian was followed", async () => {
  const port = await freePort();
  root.write("/etc/rostrum/redis-1.env", `OPTIONS=--port ${port}\n`);
  const unset = start("rostrum-redis@", "1");
  assert.notEqual(await unset.ended, 0, "it does not start before a password is set");

  const digest = createHash("sha256").update("THE PASSWORD").digest("hex");
  root.run(["sed", "-i", `s/SHA-256-OF-THE-PASSWORD/${digest}/`, "/etc/rostrum/users.acl"]);
  assert.equal(modeOf("/etc/rostrum/users.acl"), "root:rostrum 640");
  const redis = start("rostrum-redis@", "1");
  await says(redis, /Ready to accept connections/);

  const shared = ["--secret", "/etc/rostrum/secret", "--redis-credentials", "/etc/rostrum/credentials"];
  configure("a", `--journal redis://127.0.0.1:${port} --node a ${shared.join(" ")}`);
  root.write("/etc/rostrum/credentials", "user: rostrum\npassword: THE PASSWORD\n", { mode: "0600" });
  const programme = ["--programme", "/etc/rostrum/council-2005.yaml"];
  root.run(["rostrumctl", "journal", "begin", "--servers", `redis://127.0.0.1:${port}`, ...shared, ...programme]);
  root.run(["chown", "rostrum:", "/etc/rostrum/secret", "/etc/rostrum/credentials"]);
  const node = start("rostrum@", "a");
  await ready(node);
  assert.match(links("a", "--secret", "/etc/rostrum/secret"), /chair/);

  await root.runBeside(["dpkg", "-r", "rostrum"]);
  assert.deepEqual([await node.ended, await redis.ended], [0, 0], node.output + redis.output);
  assert.ok(there("/var/lib/rostrum/redis-1/appendonlydir"));
});

test("purged, nothing of it is left: no user, no configuration, no session", () => {
  configure("council");
  root.write("/var/lib/rostrum/council/journal.sqlite", "", { owner: "rostrum", group: "rostrum" });
  root.run(["mkdir", "-p", "/etc/systemd/system/multi-user.target.wants"]);
  root.run(["ln", "-s", "/lib/systemd/system/rostrum@.service", "/etc/systemd/system/multi-user.target.wants/rostrum@council.service"]);
  root.run(["dpkg", "-P", "rostrum"]);
  assert.equal(user(), "");
  assert.equal(root.run(["find", "/", "-path", "/proc", "-prune", "-o", "(", "-name", "*rostrum*", "-o", "-nouser", "-o", "-nogroup", ")", "-print"]), "");
});
