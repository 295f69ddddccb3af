// Asks the service worker (src/worker) to keep this screen, so that it stands also where it is loaded while the server is away.
// Browsers have one on pages that came over TLS, or from the machine itself; elsewhere nothing is kept (docs/operations.md).
import { nameOf, type Stands } from "../worker/keeper";
import type { ScreenName } from "./code";

let asked: string | undefined;

/** Once the screen stands: nobody waits for it. A second time for the same screen is no more. */
export function keepScreen(screen: ScreenName | "join"): void {
  const workers: ServiceWorkerContainer | undefined = navigator.serviceWorker;
  if (!workers || asked === screen) return;
  asked = screen;
  holdVersion();
  const tell = async () => {
    const { active } = await workers.ready;
    active?.postMessage({ screen } satisfies Stands);
  };
  // A new version has taken over: it may not know of this screen yet.
  workers.addEventListener("controllerchange", () => void tell());
  // What is kept already serves where there is no answer; where there is no worker to be had, the screen goes on without.
  workers.register("/sw.js", { updateViaCache: "none" }).catch(() => {});
  void tell();
}

/** For as long as the page is open its version is not given up. */
function holdVersion(): void {
  const script = document.querySelector<HTMLScriptElement>("script[type=module][src]");
  if (!script) return;
  const { pathname } = new URL(script.src);
  void navigator.locks?.request(nameOf(pathname), { mode: "shared" }, () => new Promise(() => {})).catch(() => {});
}
