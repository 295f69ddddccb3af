import "@testing-library/jest-dom/vitest";
import { cleanup, configure } from "@testing-library/react";
import * as React from "react";
import { afterEach, beforeAll, vi } from "vitest";
import { fetchLater } from "../shared/later";
import { forgetTyped } from "../shared/typed";
import { holdAllWords } from "./words";

holdAllWords();
// What screens fetch later is here when a test begins.
beforeAll(fetchLater);

// jsdom has no CSS.escape; the keyboard handling of lists and tabs asks for it.
const escaped = (text: string) => text.replace(/[^\w\u0080-\uffff-]/g, (letter) => `\\${letter}`);
if (typeof globalThis.CSS?.escape !== "function") {
  Object.defineProperty(globalThis, "CSS", { configurable: true, value: { escape: escaped } });
}

configure({ asyncUtilTimeout: 20_000 });

// React notes for each element which line made it, for the words of its warnings; a tenth of a test's time went there. It
// stops by itself where many were made at once, which is what it is told here. If a later React counts elsewhere, the
// tests are slower and nothing else.
const insideReact = "__CLIENT_INTERNALS_DO_NOT_USE_OR_WARN_USERS_THEY_CANNOT_UPGRADE";
const shared: unknown = Reflect.get(React, insideReact);
if (shared && typeof shared === "object" && "recentlyCreatedOwnerStacks" in shared) {
  Object.defineProperty(shared, "recentlyCreatedOwnerStacks", { get: () => Number.MAX_SAFE_INTEGER, set: () => {} });
}

// Looking by role and name asks for the computed style of every element on the way, and jsdom works each out anew from
// the browser's own style sheet; the screens' style sheets are not there. Elements of one kind with the same style of
// their own, below the same styles that are inherited, get what the first of them got.
const styles = new Map<string, CSSStyleDeclaration>();
const computed = window.getComputedStyle.bind(window);
window.getComputedStyle = (element, pseudo) => {
  const kind = pseudo ? undefined : kindOf(element);
  if (kind === undefined) return computed(element, pseudo);
  const known = styles.get(kind) ?? computed(element);
  styles.set(kind, known);
  return known;
};

/** What the style of an element depends on; nothing where it is not only this. */
function kindOf(element: Element): string | undefined {
  if (element.hasAttribute("open") || element.hasAttribute("popover")) return undefined;
  const own = ["type", "hidden", "style"].map((name) => element.getAttribute(name));
  let kind = `${element.localName} ${JSON.stringify(own)}`;
  for (let each: Element | null = element; each; each = each.parentElement) {
    if (each.localName === "details" || each.localName === "dialog") return undefined;
    if (each.hasAttribute("hidden")) kind += ` < ${each.localName} hidden`;
    const style = each.getAttribute("style");
    if (style && /visibility|pointer-events|color/.test(style)) kind += ` < ${style}`;
  }
  return kind;
}

afterEach(() => {
  cleanup();
  forgetTyped();
  // What was read aloud stays in the announcer, which no screen owns: the next test shares the document.
  for (const log of document.querySelectorAll("[data-live-announcer] [role=log]")) log.replaceChildren();
  vi.useRealTimers();
  localStorage.clear();
  sessionStorage.clear();
  delete document.documentElement.dataset.theme;
});
