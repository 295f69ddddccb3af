// A small Debian in a folder, which packages are installed into and removed from while the machine's own stays as it is. It
// is made of what the machine has: the essential packages, those that are named and what these depend on, with dpkg's
// records of them. So a package that does not say what it needs does not work there.
//
// It needs Debian, to be root or to have sudo that asks nothing, and to be let make a device and change the root folder, as
// containers are unless told otherwise. What is missing is said by an error.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, lstatSync, mkdirSync, mkdtempSync, realpathSync } from "node:fs";
import { basename, dirname, join } from "node:path";

const asRoot = process.getuid() === 0 ? [] : ["sudo", "-n"];
const left_out = /^\/usr\/share\/(doc|info|locale|man)\//; // which nothing that runs there reads

/** What a program prints; an error with what it said where it does not end well. */
export function said([program, ...words], input = "") {
  const { status, stdout, stderr, error } = spawnSync(program, words, { encoding: "utf8", input, maxBuffer: 2 ** 28 });
  if (status === 0) return stdout;
  throw new Error(`${[program, ...words].join(" ")}: ${error?.message ?? `status ${status}`}\n${stdout}${stderr}`);
}

/** Names of packages in a list of them, without versions. */
const namesOf = (list, between) => list.split(between).map((one) => one.match(/[a-z0-9][a-z0-9.+-]+/)?.[0]).filter(Boolean);

/** What a field such as Depends says: of each list of names one is needed. */
const needsOf = (field) => field.split(",").map((each) => namesOf(each, "|"));

/** The machine's packages, by name and by what they provide: what each needs. */
function installed() {
  const form = ["${Package}", "${binary:Package}", "${db:Status-Status}", "${Essential}", "${Provides}", "${Pre-Depends},${Depends}"];
  const packages = new Map();
  for (const line of said(["dpkg-query", "-W", "-f", `${form.join("\t")}\n`]).trim().split("\n")) {
    const [name, full, status, essential, provides, needs] = line.split("\t");
    if (status !== "installed" || packages.get(name)?.name === name) continue;
    const one = { name, full, essential: essential === "yes", needs: needsOf(needs) };
    packages.set(name, one);
    for (const other of namesOf(provides, ",")) if (!packages.has(other)) packages.set(other, one);
  }
  return packages;
}

/** The essential packages and those that a field such as Depends says, with all that they need. */
function withNeeds(field) {
  const packages = installed();
  const found = new Set();
  const take = (one) => {
    if (!one || found.has(one)) return;
    found.add(one);
    for (const names of one.needs) take(packages.get(names.find((name) => packages.has(name))));
  };
  for (const one of packages.values()) if (one.essential) take(one);
  for (const names of needsOf(field)) {
    const there = names.find((name) => packages.has(name));
    if (!there) throw new Error(`the package ${names.join(" or ")} is missing on this machine; tools/test installs what is needed`);
    take(packages.get(there));
  }
  return [...found].map(({ full }) => full);
}

/** The files and folders of packages, where they really stand: /bin/sh in /usr/bin, where /bin is a link. */
function filesOf(packages) {
  const real = (path) => join(realpathSync(dirname(path)), basename(path));
  const listed = said(["dpkg-query", "-L", ...packages]).split("\n");
  const files = listed.filter((path) => path.startsWith("/") && path !== "/." && !left_out.test(`${path}/`) && existsSync(path));
  const links = ["/bin", "/sbin", "/lib", "/lib64", "/lib32", "/libx32"].filter((path) => lstatSync(path, { throwIfNoEntry: false }));
  return [...new Set([...links, ...files.map(real)])];
}

const setUp = `set -e
mkdir -p -m 755 dev proc sys run etc var/lib/dpkg/info var/lib/dpkg/updates var/lib/dpkg/triggers
mkdir -p -m 1777 tmp
mknod -m 666 dev/null c 1 3
mknod -m 666 dev/urandom c 1 9
true >dev/null || { echo "no device works in $PWD: is it on a file system that is mounted nodev?" >&2; exit 1; }
cp usr/share/base-passwd/passwd.master etc/passwd
cp usr/share/base-passwd/group.master etc/group
cp /var/lib/dpkg/info/format var/lib/dpkg/info/
for package do cp /var/lib/dpkg/info/"$package".* var/lib/dpkg/info/; done
cat >var/lib/dpkg/status
mkdir -p etc/dpkg/dpkg.cfg.d
echo force-unsafe-io >etc/dpkg/dpkg.cfg.d/unsafe # nothing there has to outlive a power cut
chroot . ldconfig
chroot . pwconv
for kind in account auth password session; do echo "$kind required pam_unix.so" >"etc/pam.d/common-$kind"; done`;

export class DebianRoot {
  /** `within` is a folder where devices work; `depends` says what is there, as a package's field of that name does. */
  constructor(within, depends) {
    if (asRoot.length > 0 && spawnSync("sudo", ["-n", "true"]).status !== 0) {
      throw new Error("to install a package in a root folder of its own one has to be root, or to have sudo that asks nothing");
    }
    mkdirSync(within, { recursive: true });
    this.path = mkdtempSync(join(within, "root-"));
    try {
      this.#fill(withNeeds(depends));
    } catch (error) {
      this.remove();
      throw error;
    }
  }

  #fill(packages) {
    said([...asRoot, "chown", "root:root", this.path]);
    said([...asRoot, "chmod", "0755", this.path]);
    const copy = 'tar -C / --owner=0 --group=0 --null --no-recursion -cf - -T - | tar -C "$1" -xpf -';
    said([...asRoot, "sh", "-c", copy, "sh", this.path], filesOf(packages).join("\0"));
    said([...asRoot, "sh", "-c", `cd "$1"; shift; ${setUp}`, "sh", this.path, ...packages], said(["dpkg-query", "--status", ...packages]));
  }

  /** How a program is called that runs there as root. */
  #called(words) {
    return [...asRoot, "chroot", this.path, "env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND=noninteractive", ...words];
  }

  /** What a program prints that runs there as root. */
  run(words, input = "") {
    return said(this.#called(words), input);
  }

  /** The same, of one that waits until those have ended that were started here. */
  async runBeside(words) {
    const [program, ...rest] = this.#called(words);
    const child = spawn(program, rest, { stdio: ["ignore", "pipe", "inherit"] });
    let told = "";
    child.stdout.on("data", (text) => {
      told += text;
    });
    const status = await new Promise((resolve) => child.on("close", resolve));
    if (status === 0) return told;
    throw new Error(`${words.join(" ")}: status ${status}\n${told}`);
  }

  /** Puts a file there; owner, group and mode as `install` takes them. */
  write(path, text, { owner = "root", group = "root", mode = "0644" } = {}) {
    const put = 'install -D -o "$2" -g "$3" -m "$4" /dev/null "$1" && cat >"$1"';
    this.run(["sh", "-c", put, "sh", path, owner, group, mode], text);
  }

  /** The text of a file there; undefined where there is none. */
  read(path) {
    const text = this.run(["sh", "-c", 'if [ -e "$1" ]; then echo there; cat "$1"; fi', "sh", path]);
    return text ? text.slice("there\n".length) : undefined;
  }

  /** Takes a file or a folder of the machine, with all that is in it. */
  take(from, to) {
    said([...asRoot, "cp", "-rT", from, join(this.path, to)]);
  }

  /** Starts a program there, without root's rights, as the user and with the environment alone. */
  start(words, { user, group, umask, environment }) {
    const rights = ["--clear-groups", "--no-new-privs", "--bounding-set=-all", "--inh-caps=-all"];
    const as = ["setpriv", `--reuid=${user}`, `--regid=${group}`, ...rights, "env", "-i", ...environment];
    const all = [...asRoot, "chroot", this.path, ...as, "sh", "-c", `umask ${umask}; exec "$@"`, "sh", ...words];
    return spawn(all[0], all.slice(1), { stdio: ["ignore", "pipe", "pipe"] });
  }

  remove() {
    said([...asRoot, "rm", "-rf", "--one-file-system", this.path]);
  }
}
