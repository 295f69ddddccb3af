// A request that waits is put right: what the form shows is as the request stands. Where another kind would move it, the server
// says to which place before anything is done, and the form sends it again once that is agreed to.
import { useState } from "react";
import { useLocalized, useText } from "../i18n";
import { TextField } from "../parts/Field";
import { Note } from "../parts/Note";
import { type Entry, type Kind, ListStatus } from "../wire";
import type { Action, ActValue } from "./acts/act";
import { Form } from "./Form";
import form from "./Form.module.css";
import { useHall } from "./hall";
import { inscribed_kinds, kindOf, kindWord } from "./kinds";
import { inscribe_words, RequestFields } from "./RequestFields";
import { body_bytes_max, correctionOf, hasTooLong, lacksGroup, requested, type Typed } from "./request";
import { holderOf, isGuest } from "./situation";

type Corrected = Typed & { body: string };
type Wrong = "on_behalf_of" | "name" | "body";

interface CorrectProps {
  entry: number;
  /** As it is in the table of this screen. */
  act: Action<ActValue<"correctEntry">>;
  /** Of a delegation itself, on its own device. */
  own?: boolean;
  onClose: () => void;
}

export function CorrectForm({ entry, ...of }: CorrectProps) {
  const { store } = useHall();
  const current = store.entry(entry);
  // Also where it has left the list meanwhile: the server says so.
  const [first] = useState(current);
  return first ? <Correcting {...of} first={first} stands={current ?? first} /> : null;
}

type CorrectingProps = Omit<CorrectProps, "entry"> & { first: Entry; stands: Entry };

function Correcting({ first, stands, act, own = false, onClose }: CorrectingProps) {
  const t = useText();
  const localize = useLocalized();
  const { store } = useHall();
  const { corrected, change, wrong, place, agree, sends } = useCorrecting(stands);
  const shown = holderOf(store, first);
  const kinds = useKinds(stands, own);
  return (
    <Form
      title={own ? t("correct.own_title") : t("correct.title", { name: localize(shown.name) || shown.fallback })}
      submit={place ? t("correct.submit_place", { place }) : t("correct.submit")}
      look={own ? "sheet" : "dialog"}
      onClose={onClose}
      sends={sends}
      tells={{ of: act, holder: first }}
      onRefused={agree}
    >
      <p className={form.about}>{t("correct.about")}</p>
      {isGuest(first) && (
        <TextField
          label={t("inscribe.body")}
          value={corrected.body}
          onChange={(body) => change({ body })}
          error={wrong === "body" ? t("inscribe.body_wanted") : undefined}
          bytesMax={body_bytes_max}
          autoComplete="off"
        />
      )}
      <RequestFields
        panel={first.panel}
        typed={corrected}
        words={inscribe_words}
        kinds={kinds}
        wrong={{
          onBehalfOf: wrong === "on_behalf_of" ? t("inscribe.on_behalf_of_wanted") : undefined,
          name: wrong === "name" ? t("inscribe.name_wanted") : undefined,
        }}
        onChange={change}
      />
      <NewPlace entry={first} place={place} />
    </Form>
  );
}

/** Where the correction would move it, before it does. */
function NewPlace({ entry, place }: { entry: Entry; place: number }) {
  const t = useText();
  const { store } = useHall();
  if (place === 0) return null;
  const now = (store.queue(entry.panel)?.entries.indexOf(entry.id) ?? -1) + 1;
  return (
    <Note tone="warn" alert>
      {t("correct.moves", { place, now })}
    </Note>
  );
}

/** What was changed here, over the request as it now stands: another may correct something else of it meanwhile. */
function useCorrecting(entry: Entry) {
  const [changed, setChanged] = useState<Partial<Corrected>>({});
  const [wrong, setWrong] = useState<Wrong | undefined>();
  const [place, setPlace] = useState(0);
  const corrected: Corrected = { ...requested(entry), body: entry.body, ...changed };
  const guest = isGuest(entry);
  return {
    corrected,
    wrong,
    /** That was told, and is agreed to by sending it again; 0 where none was. */
    place,
    change(part: Partial<Corrected>) {
      setChanged((all) => ({ ...all, ...part }));
      setWrong(undefined);
      setPlace(0);
    },
    /** Whether the form says it itself. */
    agree(code: string, details: Record<string, string>): boolean {
      if (code !== "place_changes") return false;
      setPlace(Number(details.place));
      return true;
    },
    sends() {
      const wanted = missing(corrected, guest);
      setWrong(wanted);
      if (wanted || hasTooLong(corrected, guest ? corrected : {})) return undefined;
      const value = correctionOf(entry.id, corrected, guest ? corrected.body.trim() : "", place);
      return [{ act: { case: "correctEntry" as const, value } }];
    },
  };
}

function missing(typed: Corrected, guest: boolean): Wrong | undefined {
  if (guest && !typed.body.trim()) return "body";
  if (guest && !typed.name.trim()) return "name";
  return lacksGroup(typed) ? "on_behalf_of" : undefined;
}

/** On a list that takes no requests a delegation keeps the kind, and it waits once with each. */
function useKinds(entry: Entry, own: boolean) {
  const t = useText();
  const { store } = useHall();
  const panel = store.panel(entry.panel);
  const takes = panel?.listStatus === ListStatus.OPEN || panel?.listStatus === ListStatus.CLOSING;
  const others = store
    .entries(entry.panel)
    .filter(({ id, delegation }) => id !== entry.id && delegation === entry.delegation);
  const waits = (kind: Kind) =>
    !isGuest(entry) && panel?.severalEntries === false && others.some((other) => other.kind === kind);
  const offered = isGuest(entry) ? inscribed_kinds.filter((kind) => kindOf(kind)?.ofGuests) : inscribed_kinds;
  return offered.map((kind) => ({
    id: String(kind),
    label: t(kindWord(kind)),
    disabled: kind !== entry.kind && ((own && !takes) || waits(kind)),
  }));
}
