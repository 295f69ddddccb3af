// What is wrong with a page for who reads with larger letters, wider spacing, little width or colours of the own: words that are
// cut, acts that lie over each other or cannot be got at, a focus that is not seen, a choice that is not told apart.
import { type Page, expect } from "@playwright/test";

/** A list's rows are alike: those that come after so many acts are as those before. */
const acts_max = 60;

/** What the looks at a page have in common; it stands in the page. */
interface Looks {
  named(element: Element): string;
  shown(element: Element): boolean;
  clips(element: Element): boolean;
  scrolls(element: Element): boolean;
  acts(): Element[];
}
type Looked = Window & { looks: Looks };

async function putLooks(page: Page): Promise<void> {
  await page.evaluate((acts_max) => {
    const overflow = (element: Element) => {
      const { overflowX, overflowY } = getComputedStyle(element);
      return `${overflowX} ${overflowY}`;
    };
    const shown = (element: Element) => {
      const { width, height } = element.getBoundingClientRect();
      const seen = element.checkVisibility({ contentVisibilityAuto: true, opacityProperty: true, visibilityProperty: true });
      return width > 1 && height > 1 && seen && element.closest(".visually-hidden, [hidden], [inert]") === null;
    };
    const looks: Looks = {
      named: (element) => `<${element.localName}> “${(element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 50)}”`,
      shown,
      clips: (element) => /hidden|clip/.test(overflow(element)),
      scrolls: (element) => /auto|scroll/.test(overflow(element)),
      // What is hidden from the ear stands for something else, such as the select behind a menu.
      acts: () =>
        [...document.querySelectorAll("button, a[href], input, select, textarea, [role='tab'], [role='radio'], [role='switch']")]
          .filter((act) => shown(act) && !act.closest("[aria-hidden='true']") && getComputedStyle(act).pointerEvents !== "none")
          .slice(0, acts_max),
    };
    Object.assign(window, { looks });
  }, acts_max);
}

/** Sentences, each of one fault; none where the page is whole. */
export async function faultsOf(page: Page): Promise<string[]> {
  await putLooks(page);
  return [...(await wordsCut(page)), ...(await actsOverActs(page)), ...(await actsOutOfReach(page))];
}

/** The faults that are still there once the page has measured itself anew. */
export async function faultsThatStay(page: Page): Promise<string[]> {
  let faults: string[] = [];
  await expect
    .poll(async () => (faults = await faultsOf(page)).length, { timeout: measures_again_ms })
    .toBe(0)
    .catch(() => undefined);
  return faults;
}

async function wordsCut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { named, shown, clips, scrolls } = (window as unknown as Looked).looks;
    const faults = new Set<string>();
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth + 1) faults.add(`the page is ${root.scrollWidth - root.clientWidth} px wider than the screen`);
    /** Cut by an ellipsis, and whole in what comes under the pointer or is read out; or what folds, and stands elsewhere. */
    const yields = (element: Element) => {
      for (let each: Element | null = element; each && each !== document.body; each = each.parentElement) {
        const { textOverflow, webkitLineClamp } = getComputedStyle(each);
        const shortened = textOverflow === "ellipsis" || webkitLineClamp !== "none";
        if (each.hasAttribute("data-folds") || (shortened && each.closest("[title], [aria-label]"))) return true;
      }
      return false;
    };
    const look = (text: Node, parent: Element) => {
      const range = document.createRange();
      range.selectNodeContents(text);
      const words = range.getBoundingClientRect();
      for (let each: Element | null = parent; each && each !== document.body && !scrolls(each); each = each.parentElement) {
        if (!clips(each)) continue;
        const box = each.getBoundingClientRect();
        const over = Math.max(box.left - words.left, words.right - box.right, box.top - words.top, words.bottom - box.bottom);
        // Descenders of a tight line reach a little below it.
        if (over > 3) return faults.add(`${Math.round(over)} px are cut of ${named(parent)}`);
      }
      return undefined;
    };
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = texts.nextNode(); text; text = texts.nextNode()) {
      const parent = text.parentElement;
      if (parent && text.textContent?.trim() && shown(parent) && !yields(parent)) look(text, parent);
    }
    return [...faults];
  });
}

async function actsOverActs(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { named, clips, scrolls, acts } = (window as unknown as Looked).looks;
    const faults: string[] = [];
    const floats = (element: Element) => {
      for (let each: Element | null = element; each; each = each.parentElement) {
        if (/sticky|fixed/.test(getComputedStyle(each).position)) return true;
      }
      return false;
    };
    /** What is seen of it within all that scrolls. */
    const seen = (element: Element) => {
      let { left, top, right, bottom } = element.getBoundingClientRect();
      for (let each = element.parentElement; each; each = each.parentElement) {
        if (!scrolls(each) && !clips(each)) continue;
        const box = each.getBoundingClientRect();
        [left, top, right, bottom] = [Math.max(left, box.left), Math.max(top, box.top), Math.min(right, box.right), Math.min(bottom, box.bottom)];
      }
      return { left, top, right, bottom };
    };
    const placed = acts().flatMap((act) => (floats(act) ? [] : [[act, seen(act)] as const]));
    for (const [index, [one, at]] of placed.entries()) {
      for (const [other, there] of placed.slice(index + 1)) {
        if (one.contains(other) || other.contains(one) || one.closest("label")?.contains(other)) continue;
        const wide = Math.min(at.right, there.right) - Math.max(at.left, there.left);
        const high = Math.min(at.bottom, there.bottom) - Math.max(at.top, there.top);
        if (wide > 2 && high > 2) faults.push(`${named(one)} lies over ${named(other)} by ${Math.round(wide)}x${Math.round(high)} px`);
      }
    }
    return faults;
  });
}

async function actsOutOfReach(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { named, acts } = (window as unknown as Looked).looks;
    const faults: string[] = [];
    const scrolled = [...document.querySelectorAll("*")].filter((each) => each.scrollTop > 0 || each.scrollLeft > 0).map((each) => [each, each.scrollTop, each.scrollLeft] as const);
    const [left, top] = [window.scrollX, window.scrollY];
    for (const act of acts()) {
      act.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
      const box = act.getBoundingClientRect();
      const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      if (hit && (act.contains(hit) || act.closest("label, [role='group']")?.contains(hit))) continue;
      faults.push(`${named(act)} cannot be got at${hit ? `, ${named(hit)} lies over it` : ""}`);
    }
    for (const [each, y, x] of scrolled) each.scrollTo({ top: y, left: x, behavior: "instant" });
    window.scrollTo({ top, left, behavior: "instant" });
    return faults;
  });
}

/** A display draws anew every second. */
const measures_again_ms = 5_000;
const steps_max = 14;

/** By the Tab key through the page: where the focus is not seen, or stands under something else. */
export async function focusFaultsOf(page: Page): Promise<string[]> {
  const faults = new Set<string>();
  const gone = new Set<string>();
  for (let step = 0; step < steps_max; step += 1) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return undefined;
      const name = `<${focused.localName}> “${(focused.getAttribute("aria-label") ?? focused.textContent ?? "").trim().slice(0, 50)}”`;
      const box = focused.getBoundingClientRect();
      // A radio or a field that is drawn by its label has its ring there.
      const drawn = [focused, focused.closest("label"), focused.parentElement, focused.closest("[data-focus-visible]")];
      const ringed = drawn.some((each) => {
        if (!each) return false;
        const { outlineStyle, outlineWidth } = getComputedStyle(each);
        return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
      });
      const inSight = box.bottom > 0 && box.right > 0 && box.top < window.innerHeight && box.left < window.innerWidth;
      return { name, key: `${name} ${Math.round(box.x)} ${Math.round(box.y + window.scrollY)}`, ringed, inSight };
    });
    if (!at || gone.has(at.key)) break;
    gone.add(at.key);
    if (!at.ringed) faults.add(`the focus is not seen on ${at.name}`);
    if (!at.inSight) faults.add(`the focus is out of sight on ${at.name}`);
  }
  return [...faults];
}

/** With colours of the reader's own, where tints are gone: what is chosen looks like what is not, or a button has no edge. */
export async function forcedFaultsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const looks = (element: Element) => {
      const style = getComputedStyle(element);
      const edges = [style.borderTopColor, style.borderBottomColor, style.borderInlineStartColor, style.borderTopWidth, style.borderBottomWidth];
      return [style.backgroundColor, style.color, ...edges, style.textDecorationLine].join(" ");
    };
    const faults: string[] = [];
    const name = (element: Element) => `“${(element.textContent ?? "").trim().slice(0, 40)}”`;
    const chosen = "[role='tab'][aria-selected='true'], label[data-selected], button[aria-pressed='true'], [data-paragraph][aria-current='true']";
    for (const each of document.querySelectorAll(chosen)) {
      const others = [...(each.parentElement?.children ?? [])].filter((other) => other !== each && other.localName === each.localName && !other.matches(chosen));
      for (const other of others) {
        if (other.checkVisibility() && looks(other) === looks(each)) faults.push(`${name(each)} is chosen and looks like ${name(other)}`);
      }
    }
    for (const button of document.querySelectorAll("button")) {
      const style = getComputedStyle(button);
      const { width, height } = button.getBoundingClientRect();
      if (!button.checkVisibility() || width < 2 || height < 2 || button.closest(".visually-hidden")) continue;
      const edged = Number.parseFloat(style.borderTopWidth) > 0 || Number.parseFloat(style.borderBottomWidth) > 0;
      if (!edged && !button.textContent?.trim() && !button.querySelector("img, svg")) faults.push(`a button has neither an edge nor words: ${button.outerHTML.slice(0, 80)}`);
    }
    return faults;
  });
}

/** As WCAG 1.4.12 has it: what a reader may set, and nothing may be lost. By way of the page's own sheets, which its policy allows. */
export async function spaceOut(page: Page): Promise<void> {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }",
    );
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    // What measures itself does so anew, as it would had the spacing been there before it.
    window.dispatchEvent(new Event("resize"));
  });
}

export async function spaceAsBefore(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.adoptedStyleSheets = [];
  });
}
