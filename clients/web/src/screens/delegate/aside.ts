// What was written for requests that were withdrawn. Each is offered to requests of its panel that are made after it, and to none
// that stood already: the last one first, and the one before once that is sent or discarded.
import type { Store } from "../../sync/store";
import type { Entry } from "../../wire";
import type { Draft, For } from "./drafts";

/** In each language, of the entry that was withdrawn. `above`: no entry up to this number is a later one. */
export type Aside = For & { above: number; texts: Record<string, Draft> };

/** On one panel; beyond them the oldest goes. */
export const asides_max = 5;

/** The highest number of the delegation's entries that stand: what it asks for later has a higher one. */
export function highestEntry(store: Store, { id, delegation }: Entry): number {
  const own = store
    .panels()
    .flatMap((panel) => [
      ...store.entries(panel.id).filter((one) => one.delegation === delegation),
      ...(store.floor(panel.id)?.holdings ?? []).filter((one) => one.delegation === delegation),
    ]);
  return Math.max(id, ...own.map((one) => ("entry" in one ? one.entry : one.id)));
}

export function withAside(all: readonly Aside[], one: Aside): readonly Aside[] {
  const others = all.filter(({ entry }) => entry !== one.entry);
  const onPanel = others.filter(({ panel }) => panel === one.panel);
  const dropped = new Set(onPanel.slice(0, Math.max(0, onPanel.length + 1 - asides_max)));
  return [...others.filter((other) => !dropped.has(other)), one];
}

export function asideFor(all: readonly Aside[], { entry, panel }: For): Aside | undefined {
  return all.findLast((one) => one.panel === panel && entry > one.above);
}

/** Without what the entry is offered in the language. */
export function withoutText(all: readonly Aside[], of: For, language: string): readonly Aside[] {
  const offered = asideFor(all, of);
  if (!offered) return all;
  const texts = without(offered.texts, language);
  return all.flatMap((one) => {
    if (one !== offered) return one;
    return Object.keys(texts).length > 0 ? { ...one, texts } : [];
  });
}

export function without(all: Record<string, Draft>, name: string): Record<string, Draft> {
  const { [name]: _gone, ...others } = all;
  return others;
}
