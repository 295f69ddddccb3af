// What a device keeps of the screens, so that a page that is loaded while the server is away stands all the same: the page, and
// the files of the screens that were used here. Nothing else is ever kept: no answer about a session, no address that somebody
// opened (a link holds a code), nothing that a person wrote.
//
// The files of a version of the screens are kept together, in a cache that is named after it. A new version is kept as a whole or
// not at all, and only then are those before it given up, each once no page of it is open any more: such a page goes on to load
// what it has not loaded yet, which a server of the new version does not have.

/** What the build says of itself (vite.worker.ts). */
export type Build = {
  /** The file that a page of it begins with: another one with every change of any file. */
  version: string;
  /** The digest of the page, so that a change of the page alone is a new worker too. */
  page: string;
  /** The files of each screen, as paths from the root. */
  screens: Record<string, readonly string[]>;
};

/** What a page says once it stands. */
export type Stands = { screen: string };

/** What a page holds for as long as it is open, and the name of the cache of its version. */
export const nameOf = (version: string): string => `rostrum ${version}`;

/** A server that has not answered by then is away, for all that somebody before an empty page can tell. */
export const patience_ms = 5_000;

/** Of several servers that are being replaced, one of before may be asked for a file of the new version: once more, and another is. */
export const again_after_ms = 1_000;

const page = "/";
/** Under which the screens that were used here are noted, beside the files: no address that anybody asks for. */
const noted = "/screens-used-here";

type Around = {
  caches: CacheStorage;
  fetch: (request: Request | string, options?: RequestInit) => Promise<Response>;
  /** The names that open pages hold. */
  held: () => Promise<readonly string[]>;
  origin: string;
};

export class Keeper {
  constructor(
    private readonly build: Build,
    private readonly around: Around,
  ) {}

  /** Keeps the page, and the screens that were used here before; rejects where not all of it can be had. */
  async begin(): Promise<void> {
    const cache = await this.own();
    const answer = await this.around.fetch(page, { cache: "no-cache" });
    const text = answer.ok ? await answer.clone().text() : "";
    // While a server is replaced, the worker may be of another version than the page.
    if (!text.includes(this.build.version)) throw new Error("the page is of another version");
    const screens = await this.usedHere();
    for (const screen of screens) await this.fill(cache, screen);
    await this.note(cache, screens);
    await cache.put(page, answer);
  }

  /** Keeps what the screen needs, and what the way in does: who is signed out there goes on to it. */
  async keep({ screen }: Stands): Promise<void> {
    if (!this.hasScreen(screen)) return;
    const cache = await this.own();
    const screens = ["join", screen];
    for (const each of screens) await this.fill(cache, each);
    await this.note(cache, new Set([...screens, ...(await this.usedHere())]));
  }

  /** Gives up the versions of which no page is open. */
  async sweep(): Promise<void> {
    const held = new Set([nameOf(this.build.version), ...(await this.around.held())]);
    for (const name of await this.names()) if (!held.has(name)) await this.around.caches.delete(name);
  }

  /** What to answer a page with, if anything is to be done about it; `also` takes what goes on behind the answer. */
  answer(request: Request, also: (work: Promise<unknown>) => void): Promise<Response> | undefined {
    const { origin, pathname } = new URL(request.url);
    if (request.method !== "GET" || origin !== this.around.origin) return undefined;
    if (request.mode === "navigate") return this.isScreen(pathname) ? this.pageFor(request) : undefined;
    return pathname.startsWith("/assets/") ? this.file(request, pathname, also) : undefined;
  }

  private isScreen(path: string): boolean {
    return path === page || this.hasScreen(path.slice(1));
  }

  private hasScreen(name: string): boolean {
    return Object.hasOwn(this.build.screens, name);
  }

  /** The server's, or the one that is kept where the server is away. */
  private async pageFor(request: Request): Promise<Response> {
    const asked = this.around.fetch(request);
    asked.catch(() => {});
    const kept = await orNothing(this.keptPage());
    if (!kept) return asked;
    const answer = await Promise.race([asked, silence(patience_ms)]).catch(() => undefined);
    // A proxy says so of a server that is away.
    return answer && answer.status < 500 ? answer : kept;
  }

  /** The name has the hash of what is in it: whatever was kept under it is right. */
  private async file(request: Request, path: string, also: (work: Promise<unknown>) => void): Promise<Response> {
    const kept = await orNothing(this.keptFile(path));
    if (kept) return kept;
    const answer = await this.fetchFile(request);
    // Flags and fonts, of which a screen has those that it shows.
    if (isFile(answer)) {
      const copy = answer.clone();
      also(orNothing(this.own().then((cache) => cache.put(path, copy))));
    }
    return answer;
  }

  private async fetchFile(file: Request | string, options?: RequestInit): Promise<Response> {
    const answer = await this.around.fetch(file, options);
    if (answer.status !== 404) return answer;
    await silence(again_after_ms);
    return this.around.fetch(file, { ...options, cache: "reload" }).catch(() => answer);
  }

  private async keptPage(): Promise<Response | undefined> {
    return (await this.own()).match(page, { ignoreVary: true });
  }

  private async keptFile(path: string): Promise<Response | undefined> {
    for (const name of await this.names()) {
      const kept = await this.around.caches.match(path, { cacheName: name, ignoreVary: true });
      if (kept) return kept;
    }
    return undefined;
  }

  /** One after the other, and after all that a page asks for: nobody waits for them. */
  private async fill(cache: Cache, screen: string): Promise<void> {
    for (const path of this.build.screens[screen] ?? []) {
      if (await cache.match(path, { ignoreVary: true })) continue;
      const answer = await this.fetchFile(path, { priority: "low" });
      if (!isFile(answer)) throw new Error(`${path} is not here`);
      await cache.put(path, answer);
    }
  }

  private async note(cache: Cache, screens: ReadonlySet<string>): Promise<void> {
    await cache.put(noted, Response.json([...screens]));
  }

  private async usedHere(): Promise<Set<string>> {
    const screens = new Set<string>();
    for (const name of await this.names()) {
      const note = await this.around.caches.match(noted, { cacheName: name });
      for (const screen of note ? ((await note.json()) as string[]) : []) screens.add(screen);
    }
    return screens;
  }

  private own(): Promise<Cache> {
    return this.around.caches.open(nameOf(this.build.version));
  }

  private async names(): Promise<string[]> {
    const names = await this.around.caches.keys();
    return names.filter((name) => name.startsWith(nameOf("")));
  }
}

/** A storage that is full, broken or forbidden keeps nothing: what is answered is then the server's. */
function orNothing<Of>(kept: Promise<Of>): Promise<Of | undefined> {
  return kept.catch(() => undefined);
}

/** Not what something between here and the server says instead. */
function isFile(answer: Response): boolean {
  return answer.status === 200 && !answer.headers.get("content-type")?.startsWith("text/html");
}

function silence(for_ms: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), for_ms));
}
