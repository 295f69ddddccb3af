// Puts any delegation on the list, also a closed one: found by name or code, with kind, speaker and language. Puts a guest on
// it, who has a name and a body. Raises a point of order for a delegation.
import { useState } from "react";
import { useFormat, useLocalized, useText } from "../../i18n";
import { ChoiceField, SelectField, TextField } from "../../parts/Field";
import { Kind, ListStatus } from "../../wire";
import { DelegationField } from "../DelegationField";
import { Form } from "../Form";
import form from "../Form.module.css";
import type { Sent } from "../hall";
import { KINDS } from "../terms";
import { type ChairContext, raisePoint, requestFloor } from "./actions";
import { useDesk, useSeen } from "./desk";

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

function asked(context: ChairContext, entry: Typed, language: string): Sent {
  const { who, delegation, kind, note } = entry;
  if (kind === Kind.POINT_OF_ORDER) return raisePoint.command(context, { delegation, note: note.trim() });
  const question = kind === Kind.QUESTION && entry.addressedTo !== TO_THE_PANEL;
  return requestFloor.command(context, {
    delegation: who === "guest" ? "" : delegation,
    kind,
    language,
    speaker: { name: entry.name.trim(), title: entry.title.trim() },
    onBehalfOf: kind === Kind.GROUP_STATEMENT ? entry.onBehalfOf.trim() : "",
    addressedTo: question ? entry.addressedTo : "",
    body: who === "guest" ? entry.body.trim() : "",
  });
}

export function AddDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const context = useSeen();
  const { languages } = useDesk();
  const [entry, setEntry] = useState(EMPTY);
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
    return wanted ? undefined : [asked(context, entry, language)];
  };
  const another = () => {
    setEntry(EMPTY);
    setAdded((count) => count + 1);
  };
  const closed = context.panel?.listStatus === ListStatus.CLOSED || context.panel?.listStatus === ListStatus.NOT_OPEN;
  const point = entry.kind === Kind.POINT_OF_ORDER;
  return (
    <Form
      title={t("chair.add.title")}
      submit={t(point ? raisePoint.label : "chair.add.submit")}
      onClose={onClose}
      sends={sends}
      again={{ label: t("chair.add.again"), onAccepted: another }}
    >
      {closed && !point && <p className={form.about}>{t("chair.add.closed")}</p>}
      <ChoiceField
        label={t("chair.add.who")}
        value={entry.who}
        onChange={(id) => change({ who: id as Who })}
        choices={[
          { id: "delegation", label: t("chair.add.a_delegation") },
          { id: "guest", label: t("chair.add.a_guest") },
        ]}
      />
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
          label={t("chair.add.body")}
          value={entry.body}
          onChange={(body) => change({ body })}
          error={wrong === "body" ? t("chair.add.body_wanted") : undefined}
          maxLength={BODY_MAX}
          autoComplete="off"
        />
      )}
      <KindField entry={entry} points={raisePoint.available(context, entry)} onChange={change} />
      {entry.kind === Kind.GROUP_STATEMENT && (
        <TextField
          label={t("chair.add.on_behalf_of")}
          value={entry.onBehalfOf}
          onChange={(onBehalfOf) => change({ onBehalfOf })}
          error={wrong === "on_behalf_of" ? t("chair.add.on_behalf_of_wanted") : undefined}
          maxLength={ON_BEHALF_OF_MAX}
          autoComplete="off"
        />
      )}
      {entry.kind === Kind.QUESTION && <AddressedField entry={entry} context={context} onChange={change} />}
      {point ? (
        <TextField
          label={t("chair.add.note")}
          value={entry.note}
          onChange={(note) => change({ note })}
          note={t("chair.add.note_about")}
          maxLength={NOTE_MAX}
          autoComplete="off"
        />
      ) : (
        <>
          <SpeakerFields entry={entry} wrong={wrong === "name"} onChange={change} />
          <LanguageField language={language} onChange={setLanguage} />
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
      label={t("chair.add.kind")}
      value={String(entry.kind)}
      onChange={(id) => onChange({ kind: Number(id) as Kind })}
      choices={kindsFor(entry.who, points).map((kind) => ({
        id: String(kind),
        label: t(KINDS[kind] ?? "kind.statement"),
      }))}
    />
  );
}

function AddressedField({ entry, context, onChange }: FieldProps & { context: ChairContext }) {
  const t = useText();
  const localize = useLocalized();
  const panellists = (context.panel?.panellists ?? []).flatMap(
    (id) => context.view.panellist(context.panel?.id ?? "", id) ?? [],
  );
  if (panellists.length === 0) return null;
  return (
    <SelectField
      label={t("chair.add.addressed_to")}
      value={entry.addressedTo}
      onChange={(addressedTo) => onChange({ addressedTo })}
      choices={[
        { id: TO_THE_PANEL, label: t("chair.add.to_the_panel") },
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
        label={t("chair.add.speaker")}
        value={entry.name}
        onChange={(name) => onChange({ name })}
        error={wrong ? t("chair.add.name_wanted") : undefined}
        maxLength={SPEAKER_NAME_MAX}
        autoComplete="off"
      />
      <TextField
        label={t("chair.add.speaker_title")}
        value={entry.title}
        onChange={(title) => onChange({ title })}
        maxLength={SPEAKER_TITLE_MAX}
        autoComplete="off"
      />
    </div>
  );
}

function LanguageField({ language, onChange }: { language: string; onChange: (language: string) => void }) {
  const t = useText();
  const format = useFormat();
  const { languages } = useDesk();
  return (
    <ChoiceField
      label={t("chair.add.language")}
      value={language}
      onChange={onChange}
      choices={languages.map((tag) => ({ id: tag, label: format.languageName(tag), lang: tag }))}
    />
  );
}
