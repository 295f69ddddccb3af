// What chair and desk enter for others: any delegation on the list, also a closed one, found by name or code, with kind,
// speaker and language; a guest, who has a name and a body; a point of order for a delegation whose sign is up in the hall.
import { useState } from "react";
import { useLocalized, useText } from "../i18n";
import { ChoiceField, TextField } from "../parts/Field";
import { isTooLong } from "../parts/room";
import { type Kind, ListStatus } from "../wire";
import { inscribe } from "./acts/table/entries";
import { DelegationField } from "./DelegationField";
import { Form } from "./Form";
import form from "./Form.module.css";
import { type Sent, useHall } from "./hall";
import { inscribed_kinds, kindOf, kinds, kindWord, usual_kind } from "./kinds";
import { inscribe_words, RequestFields } from "./RequestFields";
import {
  body_bytes_max,
  hasTooLong,
  lacksGroup,
  note_bytes_max,
  nothing_typed,
  requestOf,
  type Typed,
} from "./request";
import { takesPoints } from "./situation";

type Who = "delegation" | "guest";
type Wrong = "delegation" | "on_behalf_of" | "name" | "body";
type Inscribed = Typed & { who: Who; delegation: string; body: string; note: string };

/** The kinds a guest may ask for; a point of order is a delegation's, while its panel is under way. */
function kindsFor(who: Who, points: boolean): readonly Kind[] {
  if (who === "guest") return kinds.filter((kind) => kindOf(kind)?.ofGuests);
  return points ? kinds.filter((kind) => !kindOf(kind)?.moved) : inscribed_kinds;
}

/** The first field that still wants something. */
function missing(entry: Inscribed): Wrong | undefined {
  if (entry.who === "guest") {
    if (!entry.name.trim()) return "name";
    return entry.body.trim() ? undefined : "body";
  }
  if (!entry.delegation) return "delegation";
  return lacksGroup(entry) ? "on_behalf_of" : undefined;
}

/** Of the fields that are shown: a point of order has a note, a guest a body. */
function isTooMuch(entry: Inscribed): boolean {
  if (!kindOf(entry.kind)?.inscribed) return isTooLong(entry.note, note_bytes_max);
  return hasTooLong(entry, whose(entry));
}

function asked(panel: string, entry: Inscribed): Sent {
  const { delegation, kind, note } = entry;
  if (!kindOf(kind)?.inscribed) {
    return { act: { case: "raisePointOfOrder", value: { panel, delegation, note: note.trim() } } };
  }
  return { act: { case: "requestFloor", value: requestOf(panel, entry, whose(entry)) } };
}

function whose({ who, delegation, body }: Inscribed) {
  return who === "guest" ? { delegation: "", body: body.trim() } : { delegation, body: "" };
}

interface InscribeProps {
  /** The panel before the eyes of who opened the form: another may come to the front meanwhile. */
  panel: string;
  /** Where it is known for whom. */
  delegation?: string | undefined;
  /** Of what, where that is known. */
  kind?: Kind | undefined;
  onClose: () => void;
}

/** What is typed, and which field of it still wants something. */
function useInscribed(delegation = "", kind: Kind = usual_kind) {
  const { store } = useHall();
  const first = store.session()?.languages[0] ?? "";
  const empty: Inscribed = {
    ...nothing_typed,
    who: "delegation",
    delegation,
    body: "",
    note: "",
    kind,
    language: first,
  };
  const [entry, setEntry] = useState(empty);
  const [wrong, setWrong] = useState<Wrong | undefined>();
  const change = (part: Partial<Inscribed>) => {
    setEntry((all) => {
      const next = { ...all, ...part };
      return kindsFor(next.who, true).includes(next.kind) ? next : { ...next, kind: usual_kind };
    });
    setWrong(undefined);
  };
  // The language stays for another one.
  const clear = () => setEntry(({ language }) => ({ ...empty, language }));
  return { entry, change, clear, wrong, setWrong };
}

export function InscribeForm({ panel: shown, delegation: given, kind, onClose }: InscribeProps) {
  const t = useText();
  const localize = useLocalized();
  const { store } = useHall();
  const [seen] = useState(shown);
  const panel = store.panel(seen);
  const { entry, change, clear, wrong, setWrong } = useInscribed(given, kind);
  const [added, setAdded] = useState(0);
  const sends = () => {
    const wanted = missing(entry);
    setWrong(wanted);
    return wanted || isTooMuch(entry) ? undefined : [asked(seen, entry)];
  };
  const another = () => {
    clear();
    setAdded((count) => count + 1);
  };
  const closed = panel?.listStatus === ListStatus.CLOSED || panel?.listStatus === ListStatus.NOT_OPEN;
  const point = !kindOf(entry.kind)?.inscribed;
  return (
    <Form
      title={t("inscribe.title")}
      submit={t(point ? "inscribe.raise" : "inscribe.submit")}
      onClose={onClose}
      sends={sends}
      tells={point ? undefined : { of: inscribe, holder: { panel: seen, ...whose(entry) } }}
      again={{ label: t("inscribe.again"), onAccepted: another }}
    >
      <p className={form.about}>{localize(panel?.title)}</p>
      {closed && !point && <p className={form.about}>{t("inscribe.closed")}</p>}
      {!given && <WhoField entry={entry} onChange={change} />}
      <WhoseField key={`${entry.who} ${added}`} entry={entry} wrong={wrong} onChange={change} />
      <RequestFields
        panel={seen}
        typed={entry}
        words={inscribe_words}
        kinds={kindsFor(entry.who, takesPoints(store, panel)).map((of) => ({
          id: String(of),
          label: t(kindWord(of)),
        }))}
        wrong={{
          onBehalfOf: wrong === "on_behalf_of" ? t("inscribe.on_behalf_of_wanted") : undefined,
          name: wrong === "name" ? t("inscribe.name_wanted") : undefined,
        }}
        onChange={change}
      />
      {point && (
        <TextField
          label={t("inscribe.note")}
          value={entry.note}
          onChange={(note) => change({ note })}
          note={t("inscribe.note_about")}
          bytesMax={note_bytes_max}
          autoComplete="off"
        />
      )}
    </Form>
  );
}

type FieldProps = { entry: Inscribed; onChange: (part: Partial<Inscribed>) => void };

function WhoField({ entry, onChange }: FieldProps) {
  const t = useText();
  return (
    <ChoiceField
      label={t("inscribe.who")}
      value={entry.who}
      onChange={(id) => onChange({ who: id as Who })}
      choices={[
        { id: "delegation", label: t("inscribe.a_delegation") },
        { id: "guest", label: t("inscribe.a_guest") },
      ]}
    />
  );
}

function WhoseField({ entry, wrong, onChange }: FieldProps & { wrong: Wrong | undefined }) {
  const t = useText();
  if (entry.who === "delegation") {
    return (
      <DelegationField
        autoFocus
        value={entry.delegation}
        error={wrong === "delegation" ? t("delegation.wanted") : undefined}
        onChange={(delegation) => onChange({ delegation })}
      />
    );
  }
  return (
    <TextField
      label={t("inscribe.body")}
      value={entry.body}
      onChange={(body) => onChange({ body })}
      error={wrong === "body" ? t("inscribe.body_wanted") : undefined}
      bytesMax={body_bytes_max}
      autoComplete="off"
    />
  );
}
