// A request for the floor as it is typed, by a delegation for itself or by chair and desk for somebody; and what is sent of it.
import type { Entry, Kind } from "../wire";
import type { ActValue } from "./acts/act";
import { kindOf, usual_kind } from "./kinds";

export const speaker_name_max = 120;
export const speaker_title_max = 160;
export const on_behalf_of_max = 160;
export const body_max = 160;
/** Of a note to the chair: with a point of order, or a call for help. */
export const note_max = 160;

/** Stands for "nobody of the panel in particular". */
export const to_the_panel = "panel";

export type Typed = {
  kind: Kind;
  language: string;
  name: string;
  title: string;
  onBehalfOf: string;
  addressedTo: string;
};

export const nothing_typed: Typed = {
  kind: usual_kind,
  language: "",
  name: "",
  title: "",
  onBehalfOf: "",
  addressedTo: to_the_panel,
};

/** A group statement says on whose behalf. */
export function lacksGroup({ kind, onBehalfOf }: Typed): boolean {
  return kindOf(kind)?.onBehalf === true && onBehalfOf.trim() === "";
}

/** As a request that stands would be typed. */
export function requested(entry: Entry): Typed {
  const { kind, language, speaker, onBehalfOf, addressedTo } = entry;
  return {
    kind,
    language,
    name: speaker?.name ?? "",
    title: speaker?.title ?? "",
    onBehalfOf,
    addressedTo: addressedTo || to_the_panel,
  };
}

/** The whole request as it should be; `place`: to which it may move, 0 where it is to stay. */
export function correctionOf(entry: number, typed: Typed, body: string, place: number): ActValue<"correctEntry"> {
  const { panel: _, ...request } = requestOf("", typed);
  return { ...request, entry, body, place };
}

/** For whom it is asked, where the sign-in does not say: a delegation, or a guest's body. */
type For = { delegation: string; body: string };

export function requestOf(panel: string, typed: Typed, whose?: For): ActValue<"requestFloor"> {
  const { kind, language, name, title, onBehalfOf, addressedTo } = typed;
  return {
    panel,
    kind,
    language,
    speaker: { name: name.trim(), title: title.trim() },
    onBehalfOf: kindOf(kind)?.onBehalf ? onBehalfOf.trim() : "",
    addressedTo: kindOf(kind)?.addressed && addressedTo !== to_the_panel ? addressedTo : "",
    ...whose,
  };
}
