import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { again_after_ms, type Build, Keeper, nameOf, patience_ms } from "./keeper";

const origin = "https://hall.example";

const build = (letter: string): Build => ({
  version: `/assets/index-${letter}.js`,
  page: letter,
  screens: {
    join: [`/assets/index-${letter}.js`, `/assets/join-${letter}.js`],
    display: [`/assets/index-${letter}.js`, `/assets/display-${letter}.js`],
    chair: [`/assets/index-${letter}.js`, `/assets/chair-${letter}.js`],
  },
});

/** As much of the browser's as is used: by path, whatever the headers. */
class StagedCache {
  readonly answers = new Map<string, Response>();
  async match(path: string) {
    return this.answers.get(path)?.clone();
  }
  async put(path: string, answer: Response) {
    this.answers.set(path, answer);
  }
}

class StagedCaches {
  readonly all = new Map<string, StagedCache>();
  async open(name: string) {
    const cache = this.all.get(name) ?? new StagedCache();
    this.all.set(name, cache);
    return cache;
  }
  async keys() {
    return [...this.all.keys()];
  }
  async delete(name: string) {
    return this.all.delete(name);
  }
  async match(path: string, { cacheName = "" } = {}) {
    return this.all.get(cacheName)?.match(path);
  }
}

type Served = (path: string) => Response | Promise<Response>;

/** A server that has the files of these versions, and the page of the last. */
function serving(...letters: string[]): Served {
  const [last = ""] = letters.slice(-1);
  return (path) => {
    const script = (text: string) => new Response(text, { headers: { "content-type": "text/javascript" } });
    if (path.startsWith("/assets/"))
      return letters.some((letter) => path.includes(`-${letter}.`)) ? script(path) : new Response("", { status: 404 });
    return new Response(`<script src="${build(last).version}">`, { headers: { "content-type": "text/html" } });
  };
}

function device() {
  const caches = new StagedCaches();
  const asked: string[] = [];
  let served: Served = serving("A");
  let open: string[] = [];
  const keeper = (letter: string) =>
    new Keeper(build(letter), {
      caches: caches as unknown as CacheStorage,
      fetch: async (request) => {
        const path = typeof request === "string" ? request : new URL(request.url).pathname;
        asked.push(path);
        return served(path);
      },
      held: async () => open,
      origin,
    });
  return {
    keeper,
    asked,
    /** From now on the storage refuses this. */
    refuse: (what: "open" | "keys" | "match" | "put") => {
      const refuse = () => Promise.reject(new DOMException("no storage", "UnknownError"));
      if (what === "put") for (const cache of caches.all.values()) cache.put = refuse;
      else caches[what] = refuse;
      if (what === "match") for (const cache of caches.all.values()) cache.match = refuse;
    },
    serve: (by: Served) => {
      served = by;
    },
    hold: (...letters: string[]) => {
      open = letters.map((letter) => nameOf(build(letter).version));
    },
    kept: (letter: string) => [...(caches.all.get(nameOf(build(letter).version))?.answers.keys() ?? [])].sort(),
    versions: () => [...caches.all.keys()],
  };
}

const away: Served = () => Promise.reject(new TypeError("Failed to fetch"));
const asking = (path: string, mode: RequestMode = "cors", method = "GET") => {
  const request = new Request(origin + path, { method });
  // A program cannot make the request of a page that is opened.
  Object.defineProperty(request, "mode", { value: mode });
  return request;
};
const opening = (path: string) => asking(path, "navigate");

/** What is answered, once all that goes on behind it is done. */
async function answered(keeper: Keeper, request: Request): Promise<Response | undefined> {
  const behind: Promise<unknown>[] = [];
  const answer = await keeper.answer(request, (work) => behind.push(work));
  await Promise.all(behind);
  return answer;
}

/** The same of what is asked for once more. */
async function afterAgain<Of>(work: Promise<Of>): Promise<Of> {
  work.catch(() => {});
  await vi.advanceTimersByTimeAsync(again_after_ms);
  return work;
}

describe("a device that keeps its screens", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("keeps of a screen that stands its files and those of the way in, and none of another one", async () => {
    const { keeper, kept } = device();
    await keeper("A").begin();
    expect(kept("A")).toEqual(["/", "/screens-used-here"]);
    await keeper("A").keep({ screen: "display" });
    expect(kept("A")).toEqual([
      "/",
      "/assets/display-A.js",
      "/assets/index-A.js",
      "/assets/join-A.js",
      "/screens-used-here",
    ]);
  });

  it("opens a screen by what the server says while it answers, and else by what is kept", async () => {
    const { keeper, serve } = device();
    await keeper("A").begin();
    serve(() => new Response("of the server"));
    expect(await (await answered(keeper("A"), opening("/display")))?.text()).toBe("of the server");
    serve(away);
    expect(await (await answered(keeper("A"), opening("/display")))?.text()).toContain("index-A");
  });

  it.each([500, 502, 503, 504])("takes a proxy's %i for a server that is away", async (status) => {
    const { keeper, serve } = device();
    await keeper("A").begin();
    serve(() => new Response("Bad gateway", { status }));
    expect(await (await answered(keeper("A"), opening("/display")))?.text()).toContain("index-A");
  });

  it("waits for a server that says nothing no longer than anybody looks at an empty page", async () => {
    const { keeper, serve } = device();
    await keeper("A").begin();
    serve(() => new Promise(() => {}));
    let page: Response | undefined;
    const opened = answered(keeper("A"), opening("/display")).then((answer) => {
      page = answer;
    });
    await vi.advanceTimersByTimeAsync(patience_ms - 1);
    expect(page).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    await opened;
    expect(await page?.text()).toContain("index-A");
  });

  it("says what the server says where nothing is kept", async () => {
    const { keeper, serve } = device();
    serve(() => new Response("Bad gateway", { status: 502 }));
    expect((await answered(keeper("A"), opening("/display")))?.status).toBe(502);
    serve(away);
    await expect(answered(keeper("A"), opening("/display"))).rejects.toThrow("Failed to fetch");
  });

  it("asks for a file that is kept no more, and keeps flags and fonts that a screen shows", async () => {
    const { keeper, asked, serve } = device();
    await keeper("A").begin();
    await keeper("A").keep({ screen: "display" });
    await answered(keeper("A"), asking("/assets/flags/ke-A.svg"));
    asked.length = 0;
    serve(away);
    for (const path of ["/assets/display-A.js", "/assets/flags/ke-A.svg"])
      expect(await (await answered(keeper("A"), asking(path)))?.text()).toBe(path);
    expect(asked).toEqual([]);
  });

  it("keeps no file that something else than the server says, nor one that is not there", async () => {
    const { keeper, kept, serve } = device();
    await keeper("A").begin();
    const before = kept("A");
    serve(() => new Response("<p>Sign in to this network", { headers: { "content-type": "text/html" } }));
    await answered(keeper("A"), asking("/assets/flags/ke-A.svg"));
    await expect(keeper("A").keep({ screen: "display" })).rejects.toThrow("is not here");
    serve(() => new Response("", { status: 404 }));
    await afterAgain(answered(keeper("A"), asking("/assets/flags/ke-A.svg")));
    expect(kept("A")).toEqual(before);
  });

  it("asks once more for a file that a server of before does not have, before it says that it is not there", async () => {
    const { asked, keeper, kept, serve } = device();
    const [before, after] = [serving("A"), serving("B")];
    serve((path) => (asked.filter((one) => one === path).length > 1 ? after(path) : before(path)));
    const answer = answered(keeper("B"), asking("/assets/display-B.js"));
    await vi.advanceTimersByTimeAsync(again_after_ms - 1);
    expect(asked).toEqual(["/assets/display-B.js"]);
    expect((await afterAgain(answer))?.status).toBe(200);
    expect(kept("B")).toEqual(["/assets/display-B.js"]);
    serve(before);
    expect((await afterAgain(answered(keeper("B"), asking("/assets/chair-B.js"))))?.status).toBe(404);
    expect(asked.filter((one) => one.includes("chair"))).toHaveLength(2);
  });

  it("says what the server said where it cannot be asked once more", async () => {
    const { asked, keeper, serve } = device();
    serve((path) => (asked.length > 1 ? away(path) : new Response("", { status: 404 })));
    expect((await afterAgain(answered(keeper("A"), asking("/assets/display-A.js"))))?.status).toBe(404);
  });

  it.each(["open", "keys", "match", "put"] as const)(
    "gives page and file as the server does where the storage refuses to %s",
    async (what) => {
      const { keeper, refuse, serve } = device();
      await keeper("A").begin();
      refuse(what);
      serve((path) => new Response(`${path} of the server`));
      for (const request of [opening("/display"), asking("/assets/flags/ke-A.svg")])
        expect(await (await answered(keeper("A"), request))?.text()).toMatch(/ of the server$/);
    },
  );

  it.each([
    ["the line", asking("/ws")],
    ["what watches the server", asking("/readyz")],
    ["a page that is no screen", opening("/elsewhere")],
    ["a page of a name that every object knows", opening("/constructor")],
    ["another place", new Request("https://node-2.example/assets/index-A.js")],
    ["anything that is sent", asking("/assets/index-A.js", "cors", "POST")],
  ])("leaves %s to the browser", async (_, request) => {
    const { keeper, kept } = device();
    await keeper("A").begin();
    const before = kept("A");
    expect(keeper("A").answer(request, () => {})).toBeUndefined();
    expect(kept("A")).toEqual(before);
  });

  it("keeps no address that was opened: a link holds a code", async () => {
    const { keeper, kept } = device();
    await keeper("A").begin();
    await answered(keeper("A"), opening("/display?next=3#7K3MQ0ZX"));
    await keeper("A").keep({ screen: "display" });
    expect(kept("A").filter((path) => /[?#]|display$/.test(path))).toEqual([]);
  });

  it("keeps a new version as a whole, with every screen that was used here, before it gives up the one before", async () => {
    const { keeper, kept, serve, versions } = device();
    await keeper("A").begin();
    await keeper("A").keep({ screen: "display" });
    await keeper("A").keep({ screen: "chair" });
    serve(serving("B"));
    await keeper("B").begin();
    expect(kept("B")).toEqual(kept("A").map((path) => path.replace("-A.", "-B.")));
    await keeper("B").sweep();
    expect(versions()).toEqual([nameOf(build("B").version)]);
  });

  it("keeps nothing of a new version whose files are not all there, and goes on with the one before", async () => {
    const { keeper, serve } = device();
    await keeper("A").begin();
    await keeper("A").keep({ screen: "display" });
    const whole = serving("B");
    serve((path) => (path.includes("display") ? new Response("", { status: 404 }) : whole(path)));
    await expect(afterAgain(keeper("B").begin())).rejects.toThrow("/assets/display-B.js is not here");
    serve(away);
    expect(await (await answered(keeper("A"), opening("/display")))?.text()).toContain("index-A");
    await expect(answered(keeper("B"), opening("/display"))).rejects.toThrow("Failed to fetch");
  });

  it("does not take the page of one version for that of another", async () => {
    const { keeper } = device();
    await expect(keeper("B").begin()).rejects.toThrow("the page is of another version");
  });

  it("goes on to give a page of the version before its files while it is open, and then no more", async () => {
    const { keeper, serve, hold, versions } = device();
    await keeper("A").begin();
    await keeper("A").keep({ screen: "chair" });
    hold("A");
    serve(serving("B"));
    await keeper("B").begin();
    await keeper("B").sweep();
    expect(await (await answered(keeper("B"), asking("/assets/chair-A.js")))?.text()).toBe("/assets/chair-A.js");
    hold("B");
    await keeper("B").sweep();
    expect(versions()).toEqual([nameOf(build("B").version)]);
    expect((await afterAgain(answered(keeper("B"), asking("/assets/chair-A.js"))))?.status).toBe(404);
  });
});
