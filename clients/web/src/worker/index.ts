/// <reference lib="webworker" />
// The service worker, which the build makes one file of, /sw.js. It stands between the pages and the server where pages come over
// TLS, or from the machine itself. A new one takes over at once: it knows what is kept for pages of the versions before it.
import { type Build, Keeper, type Stands } from "./keeper";

declare const self: ServiceWorkerGlobalScope;
/** Put in by the build. */
declare const BUILD: Build;

const keeper = new Keeper(BUILD, {
  caches: self.caches,
  fetch: (request, options) => fetch(request, options),
  held: async () => {
    const { held = [] } = (await self.navigator.locks?.query()) ?? {};
    return held.flatMap(({ name }) => name ?? []);
  },
  origin: self.location.origin,
});

self.addEventListener("install", (event) => {
  event.waitUntil(keeper.begin().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(keeper.sweep());
});

self.addEventListener("message", (event) => {
  const work = keeper.keep(event.data as Stands).then(() => {
    // One that is on its way has a cache that nobody holds yet.
    const { installing, waiting } = self.registration;
    return installing || waiting ? undefined : keeper.sweep();
  });
  event.waitUntil(work);
});

self.addEventListener("fetch", (event) => {
  const answer = keeper.answer(event.request, (work) => event.waitUntil(work));
  if (answer) event.respondWith(answer);
});
