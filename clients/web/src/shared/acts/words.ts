// What an act is called where it is told apart from its button: by what it does, and by whom or what it is about, where that
// is still known.
import { useLocalized, useText } from "../../i18n";
import type { Act, SignalKind } from "../../wire";
import { useHall } from "../hall";
import { type Holder, holderOf } from "../situation";
import { SIGNALS, wordOf } from "../terms";
import type { View } from "./sight";
import { pointOf } from "./waiting";

/** What an act may be about. */
type About = {
  delegation?: string;
  entry?: number;
  speech?: number;
  help?: number;
  signal?: number;
};

export function useActWords(): (act: Act) => string {
  const t = useText();
  const localize = useLocalized();
  const { store, hello } = useHall();
  return (act) => {
    const signal = signalOf(store, act);
    const holder = holderIn(store, act);
    const shown = holder && !isOwn(holder, hello?.delegation) ? holderOf(store, holder) : undefined;
    const words = signal && wordOf(SIGNALS, signal);
    const name = words ? t(words) : shown ? localize(shown.name) || shown.fallback : "";
    return t(`act.${act.case}`, { name, named: name ? "yes" : "no" });
  };
}

/** Who acts for itself alone needs no name for it. */
function isOwn(holder: Holder, delegation: string | undefined): boolean {
  return holder.delegation !== "" && holder.delegation === delegation;
}

function holderIn(view: View, { case: is, value }: Act): Holder | undefined {
  if (is === "giveFloor") {
    const panel = value.panel ?? "";
    if (value.to?.case === "panellist") return { panel, panellist: value.to.value, delegation: "", body: "" };
    return value.to?.case === "entry" ? view.entry(value.to.value) : undefined;
  }
  const { delegation, entry, speech, help } = value as About;
  const named = delegation || (help ? view.helps().find(({ id }) => id === help)?.delegation : "");
  if (named) return { panel: "", delegation: named, body: "" };
  if (speech) return speechIn(view, speech);
  return entry ? (view.entry(entry) ?? pointHolder(view, entry)) : undefined;
}

function pointHolder(view: View, entry: number): Holder | undefined {
  const point = pointOf(view, entry);
  return point && { panel: point.panel, delegation: point.delegation, body: "" };
}

function speechIn(view: View, speech: number): Holder | undefined {
  for (const { id: panel } of view.panels()) {
    const held = view.floor(panel)?.holdings.find((holding) => holding.speech === speech);
    if (held) return { ...held, panel };
  }
  return undefined;
}

function signalOf(view: View, { case: is, value }: Act): SignalKind | undefined {
  if (is === "raiseSignal") return value.kind;
  const { signal } = value as About;
  return signal ? view.signals().find(({ id }) => id === signal)?.kind : undefined;
}
