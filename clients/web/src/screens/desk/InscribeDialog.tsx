// Puts a delegation or a guest on the list, also a closed one.
import { useState } from "react";
import { useFormat, useLocalized, useText } from "../../i18n";
import { ChoiceField, TextField } from "../../parts/Field";
import { Kind, ListStatus } from "../../wire";
import { DelegationField } from "../DelegationField";
import { Form } from "../Form";
import form from "../Form.module.css";
import { useHall } from "../hall";
import { useDesk } from "./desk";
import styles from "./desk.module.css";

const NAME_MAX = 120;
const TITLE_MAX = 160;
const BODY_MAX = 160;

type Missing = "delegation" | "behalf" | "name" | "body";

export function InscribeDialog({ delegation: given = "", onClose }: { delegation?: string; onClose: () => void }) {
  const t = useText();
  const format = useFormat();
  const localize = useLocalized();
  const { store } = useHall();
  const desk = useDesk();
  // The panel that was shown when the form opened: another may come to the front meanwhile.
  const [panelId] = useState(desk.panel?.id ?? "");
  const panel = store.panel(panelId);
  const languages = store.session()?.languages ?? [];
  const [who, setWho] = useState<"delegation" | "guest">("delegation");
  const [delegation, setDelegation] = useState(given);
  const [kind, setKind] = useState(Kind.STATEMENT);
  const [language, setLanguage] = useState(languages[0] ?? "");
  const [words, setWords] = useState({ name: "", title: "", body: "", behalf: "" });
  const [missing, setMissing] = useState<Missing | undefined>();
  const write = (part: Partial<typeof words>) => {
    setWords((all) => ({ ...all, ...part }));
    setMissing(undefined);
  };
  const guest = who === "guest";
  const lacks = (): Missing | undefined => {
    if (guest && !words.name.trim()) return "name";
    if (guest && !words.body.trim()) return "body";
    if (!guest && !delegation) return "delegation";
    if (kind === Kind.GROUP_STATEMENT && !words.behalf.trim()) return "behalf";
    return undefined;
  };
  const sends = () => {
    const what = lacks();
    setMissing(what);
    if (what) return undefined;
    return [
      {
        act: {
          case: "requestFloor",
          value: {
            panel: panelId,
            delegation: guest ? "" : delegation,
            kind,
            language,
            speaker: { name: words.name.trim(), title: words.title.trim() },
            onBehalfOf: kind === Kind.GROUP_STATEMENT ? words.behalf.trim() : "",
            body: guest ? words.body.trim() : "",
          },
        },
      } as const,
    ];
  };
  const error = (of: Missing) => {
    if (missing !== of) return undefined;
    return t(of === "delegation" ? "delegation.wanted" : `desk.inscribe.missing.${of}`);
  };
  return (
    <Form title={t("desk.inscribe.title")} submit={t("desk.inscribe.submit")} onClose={onClose} sends={sends}>
      <p className={styles.quiet}>{localize(panel?.title)}</p>
      {panel?.listStatus === ListStatus.CLOSED && <p className={styles.quiet}>{t("desk.inscribe.closed")}</p>}
      {!given && (
        <ChoiceField
          label={t("desk.inscribe.who")}
          value={who}
          onChange={(id) => {
            setWho(id as typeof who);
            setMissing(undefined);
          }}
          choices={[
            { id: "delegation", label: t("delegation.label") },
            { id: "guest", label: t("category.guest") },
          ]}
        />
      )}
      {!guest && (
        <DelegationField
          value={delegation}
          onChange={(id) => {
            setDelegation(id);
            setMissing(undefined);
          }}
          error={error("delegation")}
        />
      )}
      <ChoiceField
        label={t("desk.inscribe.kind")}
        value={String(kind)}
        onChange={(id) => setKind(Number(id) as Kind)}
        choices={[
          { id: String(Kind.STATEMENT), label: t("kind.statement") },
          { id: String(Kind.GROUP_STATEMENT), label: t("kind.group_statement") },
          { id: String(Kind.QUESTION), label: t("kind.question") },
        ]}
      />
      {kind === Kind.GROUP_STATEMENT && (
        <TextField
          label={t("desk.inscribe.behalf")}
          value={words.behalf}
          onChange={(behalf) => write({ behalf })}
          error={error("behalf")}
          maxLength={BODY_MAX}
          autoComplete="off"
        />
      )}
      <div className={form.row}>
        <TextField
          label={t("desk.inscribe.name")}
          value={words.name}
          onChange={(name) => write({ name })}
          error={error("name")}
          maxLength={NAME_MAX}
          autoComplete="off"
        />
        <TextField
          label={t("desk.inscribe.speaker_title")}
          value={words.title}
          onChange={(title) => write({ title })}
          maxLength={TITLE_MAX}
          autoComplete="off"
        />
      </div>
      {guest && (
        <TextField
          label={t("desk.inscribe.body")}
          value={words.body}
          onChange={(body) => write({ body })}
          error={error("body")}
          maxLength={BODY_MAX}
          autoComplete="off"
        />
      )}
      <ChoiceField
        label={t("desk.inscribe.language")}
        value={language}
        onChange={setLanguage}
        choices={languages.map((tag) => ({ id: tag, label: format.languageName(tag), lang: tag }))}
      />
    </Form>
  );
}
