// A request for the floor as it is typed, by a delegation for itself or by chair and desk for somebody; and what is sent of it.
import { isTooLong } from "../parts/room";
import { type Entry, type Kind, Rank } from "../wire";
import type { ActValue } from "./acts/act";
import { kindOf, usual_kind } from "./kinds";

export const speaker_name_bytes_max = 480;
export const speaker_title_bytes_max = 640;
export const on_behalf_of_bytes_max = 640;
export const body_bytes_max = 640;
/** Of a note to the chair: with a point of order, or a call for help. */
export const note_bytes_max = 640;

/** Stands for "nobody of the panel in particular". */
export const to_the_panel = "panel";

export type Typed = {
  kind: Kind;
  language: string;
  name: string;
  title: string;
  onBehalfOf: string;
  addressedTo: string;
  rank: Rank;
};

export const nothing_typed: Typed = {
  kind: usual_kind,
  language: "",
  name: "",
  title: "",
  onBehalfOf: "",
  addressedTo: to_the_panel,
  rank: Rank.UNSPECIFIED,
};

/** Of what a form shows and sends; each field says so itself. */
export function hasTooLong(typed: Typed, { body = "" }: { body?: string } = {}): boolean {
  const { speaker, onBehalfOf = "" } = requestOf("", typed);
  return (
    isTooLong(speaker?.name ?? "", speaker_name_bytes_max) ||
    isTooLong(speaker?.title ?? "", speaker_title_bytes_max) ||
    isTooLong(onBehalfOf, on_behalf_of_bytes_max) ||
    isTooLong(body, body_bytes_max)
  );
}

/** A group statement says on whose behalf. */
export function lacksGroup({ kind, onBehalfOf }: Typed): boolean {
  return kindOf(kind)?.onBehalf === true && onBehalfOf.trim() === "";
}

/** As a request that stands would be typed. */
export function requested(entry: Entry): Typed {
  const { kind, language, speaker, onBehalfOf, addressedTo, rank } = entry;
  return {
    kind,
    language,
    name: speaker?.name ?? "",
    title: speaker?.title ?? "",
    onBehalfOf,
    addressedTo: addressedTo || to_the_panel,
    rank,
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
  const { kind, language, name, title, onBehalfOf, addressedTo, rank } = typed;
  return {
    panel,
    kind,
    language,
    speaker: { name: name.trim(), title: title.trim() },
    onBehalfOf: kindOf(kind)?.onBehalf ? onBehalfOf.trim() : "",
    addressedTo: kindOf(kind)?.addressed && addressedTo !== to_the_panel ? addressedTo : "",
    rank,
    ...whose,
  };
}
