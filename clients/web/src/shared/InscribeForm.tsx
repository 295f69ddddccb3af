// What chair and desk enter for others: any delegation on the list, also a closed one, found by name or code, with kind,
// speaker and language; a guest, who has a name and a body; a point of order for a delegation whose sign is up in the hall.
import { useState } from "react";
import { useFormat, useLocalized, useText } from "../i18n";
import { ChoiceField, SelectField, TextField } from "../parts/Field";
import { Kind, ListStatus, type Panel } from "../wire";
import { DelegationField } from "./DelegationField";
import { Form } from "./Form";
import form from "./Form.module.css";
import { type Sent, useHall } from "./hall";
import { takesPoints } from "./situation";
import { KINDS } from "./terms";

const SPEAKER_NAME_MAX = 120;
const SPEAKER_TITLE_MAX = 160;
const ON_BEHALF_OF_MAX = 160;
const BODY_MAX = 160;
const NOTE_MAX = 160;
const TO_THE_PANEL = "panel";

type Who = "delegation" | "guest";
type Wrong = "delegation" | "on_behalf_of" | "name" | "body";

const EMPTY = {
  who: "delegation" as Who,
  delegation: "",
  body: "",
  kind: Kind.STATEMENT,
  name: "",
  title: "",
  onBehalfOf: "",
  addressedTo: TO_THE_PANEL,
  note: "",
};
type Typed = typeof EMPTY;

/** The kinds a guest may ask for; a point of order is a delegation's, while its panel is under way. */
function kindsFor(who: Who, points: boolean): readonly Kind[] {
  if (who === "guest") return [Kind.STATEMENT, Kind.QUESTION];
  return [Kind.STATEMENT, Kind.GROUP_STATEMENT, Kind.QUESTION, ...(points ? [Kind.POINT_OF_ORDER] : [])];
}

/** The first field that still wants something. */
function missing({ who, delegation, name, body, kind, onBehalfOf }: Typed): Wrong | undefined {
  if (who === "guest") {
    if (!name.trim()) return "name";
    return body.trim() ? undefined : "body";
  }
  if (!delegation) return "delegation";
  return kind === Kind.GROUP_STATEMENT && !onBehalfOf.trim() ? "on_behalf_of" : undefined;
}

function asked(panel: string, entry: Typed, language: string): Sent {
  const { who, delegation, kind } = entry;
  if (kind === Kind.POINT_OF_ORDER)
    return { act: { case: "raisePointOfOrder", value: { panel, delegation, note: entry.note.trim() } } };
  const question = kind === Kind.QUESTION && entry.addressedTo !== TO_THE_PANEL;
  return {
    act: {
      case: "requestFloor",
      value: {
        panel,
        delegation: who === "guest" ? "" : delegation,
        kind,
        language,
        speaker: { name: entry.name.trim(), title: entry.title.trim() },
        onBehalfOf: kind === Kind.GROUP_STATEMENT ? entry.onBehalfOf.trim() : "",
        addressedTo: question ? entry.addressedTo : "",
        body: who === "guest" ? entry.body.trim() : "",
      },
    },
  };
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

export function InscribeForm({ panel: shown, delegation: given, kind = Kind.STATEMENT, onClose }: InscribeProps) {
  const t = useText();
  const localize = useLocalized();
  const { store } = useHall();
  const [seen] = useState(shown);
  const panel = store.panel(seen);
  const languages = store.session()?.languages ?? [];
  const empty = { ...EMPTY, delegation: given ?? "", kind };
  const [entry, setEntry] = useState(empty);
  const [language, setLanguage] = useState(languages[0] ?? "");
  const [wrong, setWrong] = useState<Wrong | undefined>();
  const [added, setAdded] = useState(0);
  const change = (part: Partial<Typed>) => {
    setEntry((all) => {
      const next = { ...all, ...part };
      return kindsFor(next.who, true).includes(next.kind) ? next : { ...next, kind: Kind.STATEMENT };
    });
    setWrong(undefined);
  };
  const sends = () => {
    const wanted = missing(entry);
    setWrong(wanted);
    return wanted ? undefined : [asked(seen, entry, language)];
  };
  const another = () => {
    setEntry(empty);
    setAdded((count) => count + 1);
  };
  const closed = panel?.listStatus === ListStatus.CLOSED || panel?.listStatus === ListStatus.NOT_OPEN;
  const point = entry.kind === Kind.POINT_OF_ORDER;
  return (
    <Form
      title={t("inscribe.title")}
      submit={t(point ? "inscribe.raise" : "inscribe.submit")}
      onClose={onClose}
      sends={sends}
      again={{ label: t("inscribe.again"), onAccepted: another }}
    >
      <p className={form.about}>{localize(panel?.title)}</p>
      {closed && !point && <p className={form.about}>{t("inscribe.closed")}</p>}
      {!given && (
        <ChoiceField
          label={t("inscribe.who")}
          value={entry.who}
          onChange={(id) => change({ who: id as Who })}
          choices={[
            { id: "delegation", label: t("inscribe.a_delegation") },
            { id: "guest", label: t("inscribe.a_guest") },
          ]}
        />
      )}
      {entry.who === "delegation" && (
        <DelegationField
          key={added}
          autoFocus
          value={entry.delegation}
          error={wrong === "delegation" ? t("delegation.wanted") : undefined}
          onChange={(delegation) => change({ delegation })}
        />
      )}
      {entry.who === "guest" && (
        <TextField
          label={t("inscribe.body")}
          value={entry.body}
          onChange={(body) => change({ body })}
          error={wrong === "body" ? t("inscribe.body_wanted") : undefined}
          maxLength={BODY_MAX}
          autoComplete="off"
        />
      )}
      <KindField entry={entry} points={takesPoints(store, panel)} onChange={change} />
      {entry.kind === Kind.GROUP_STATEMENT && (
        <TextField
          label={t("inscribe.on_behalf_of")}
          value={entry.onBehalfOf}
          onChange={(onBehalfOf) => change({ onBehalfOf })}
          error={wrong === "on_behalf_of" ? t("inscribe.on_behalf_of_wanted") : undefined}
          maxLength={ON_BEHALF_OF_MAX}
          autoComplete="off"
        />
      )}
      {entry.kind === Kind.QUESTION && <AddressedField entry={entry} panel={panel} onChange={change} />}
      {point ? (
        <TextField
          label={t("inscribe.note")}
          value={entry.note}
          onChange={(note) => change({ note })}
          note={t("inscribe.note_about")}
          maxLength={NOTE_MAX}
          autoComplete="off"
        />
      ) : (
        <>
          <SpeakerFields entry={entry} wrong={wrong === "name"} onChange={change} />
          <LanguageField language={language} languages={languages} onChange={setLanguage} />
        </>
      )}
    </Form>
  );
}

type FieldProps = { entry: Typed; onChange: (part: Partial<Typed>) => void };

function KindField({ entry, points, onChange }: FieldProps & { points: boolean }) {
  const t = useText();
  return (
    <ChoiceField
      label={t("inscribe.kind")}
      value={String(entry.kind)}
      onChange={(id) => onChange({ kind: Number(id) as Kind })}
      choices={kindsFor(entry.who, points).map((kind) => ({
        id: String(kind),
        label: t(KINDS[kind] ?? "kind.statement"),
      }))}
    />
  );
}

function AddressedField({ entry, panel, onChange }: FieldProps & { panel: Panel | undefined }) {
  const t = useText();
  const localize = useLocalized();
  const { store } = useHall();
  const panellists = store.panellists(panel?.id ?? "");
  if (panellists.length === 0) return null;
  return (
    <SelectField
      label={t("inscribe.addressed_to")}
      value={entry.addressedTo}
      onChange={(addressedTo) => onChange({ addressedTo })}
      choices={[
        { id: TO_THE_PANEL, label: t("inscribe.to_the_panel") },
        ...panellists.map(({ id, name }) => ({ id, label: localize(name) })),
      ]}
    />
  );
}

function SpeakerFields({ entry, wrong, onChange }: FieldProps & { wrong: boolean }) {
  const t = useText();
  return (
    <div className={form.row}>
      <TextField
        label={t("inscribe.speaker")}
        value={entry.name}
        onChange={(name) => onChange({ name })}
        error={wrong ? t("inscribe.name_wanted") : undefined}
        maxLength={SPEAKER_NAME_MAX}
        autoComplete="off"
      />
      <TextField
        label={t("inscribe.speaker_title")}
        value={entry.title}
        onChange={(title) => onChange({ title })}
        maxLength={SPEAKER_TITLE_MAX}
        autoComplete="off"
      />
    </div>
  );
}

interface LanguageProps {
  language: string;
  languages: readonly string[];
  onChange: (language: string) => void;
}

function LanguageField({ language, languages, onChange }: LanguageProps) {
  const t = useText();
  const format = useFormat();
  return (
    <ChoiceField
      label={t("inscribe.language")}
      value={language}
      onChange={onChange}
      choices={languages.map((tag) => ({ id: tag, label: format.languageName(tag), lang: tag }))}
    />
  );
}
