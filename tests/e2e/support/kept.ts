// What a browser keeps of the screens for when the server is away (clients/web/src/worker), and a server that is away.
import { createServer } from "node:http";
import { once } from "node:events";
import { cp, mkdtemp, readFile, readdir, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Page, expect } from "@playwright/test";
import { screens } from "./server.ts";

export interface Kept {
  version: string;
  /** Addresses from the root, with what was answered. */
  files: Record<string, string>;
}

/** All that the caches of this origin hold, by version. */
export function keptBy(page: Page): Promise<Kept[]> {
  return page.evaluate(async () => {
    const kept = [];
    for (const version of await caches.keys()) {
      const cache = await caches.open(version);
      const files: Record<string, string> = {};
      for (const request of await cache.keys()) {
        const answer = await cache.match(request, { ignoreVary: true });
        files[request.url.slice(location.origin.length)] = (await answer?.text()) ?? "";
      }
      kept.push({ version, files });
    }
    return kept;
  });
}

/** Waits until the screen of the page is kept, and nothing of other versions any more. */
export async function expectKept(page: Page): Promise<void> {
  const screen = new URL(page.url()).pathname.slice(1);
  await expect
    .poll(async () => (await keptBy(page)).map(({ files }) => [files["/"] !== undefined, JSON.parse(files["/screens-used-here"] ?? "[]")]))
    .toEqual([[true, expect.arrayContaining([screen])]]);
}

/** Says of everything that it is asked for that there is no server behind it, as a proxy does, until it is closed. */
export async function proxyWithoutServer(port: number): Promise<{ close: () => Promise<void> }> {
  const proxy = createServer((_, answer) => {
    answer.writeHead(503, { "content-type": "text/html", connection: "close" });
    answer.end("<h1>503 Service Unavailable</h1>No server is available to handle this request.");
  });
  proxy.listen(port, "127.0.0.1");
  await once(proxy, "listening");
  return {
    close: async () => {
      const closed = once(proxy, "close");
      proxy.close();
      proxy.closeAllConnections();
      await closed;
    },
  };
}

/** The screens in a folder of their own, which can be replaced by those of another version: all that they say is the same. */
export class Version {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async first(): Promise<Version> {
    const folder = await mkdtemp(join(tmpdir(), "rostrum-screens-"));
    await cp(screens, folder, { recursive: true });
    return new Version(folder);
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Every script and style sheet goes by another name from now on, as where each has changed. */
  async replace(): Promise<void> {
    const assets = join(this.folder, "assets");
    const all = await readdir(assets);
    for (const packed of all.filter((name) => /\.(br|gz)$/.test(name))) await rm(join(assets, packed));
    const named = all.filter((name) => /-.{8}\.(js|css)$/.test(name));
    const renamed = (text: string) => named.reduce((said, name) => said.replaceAll(name, other(name)), text);
    for (const name of named) {
      await writeFile(join(assets, name), renamed(await readFile(join(assets, name), "utf8")));
      await rename(join(assets, name), join(assets, other(name)));
    }
    for (const name of ["index.html", "sw.js"]) {
      const path = join(this.folder, name);
      await writeFile(path, renamed(await readFile(path, "utf8")));
      for (const ending of [".br", ".gz"]) await rm(path + ending, { force: true });
    }
  }
}

const other = (name: string) =>
  name.replace(/-(.{8})\.(js|css)$/, (_, hash: string, ending) => `-${[...hash].reverse().join("")}.${ending}`);
