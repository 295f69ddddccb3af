// The form of a request. What does not change from one request to the next is remembered on the device.
import { type FormEvent, useState } from "react";
import { useFormat, useLocale, useLocalized, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { ChoiceField, SelectField, TextField } from "../../parts/Field";
import { useHall } from "../../shared/hall";
import { keyOf, type SignedIn } from "../../shared/kept";
import { type Act, Kind, type Panel } from "../../wire";
import styles from "./delegate.module.css";
import { kinds, limitFor } from "./model";
import { kindId } from "./words";

export const name_length_max = 120;
export const title_length_max = 160;
export const group_length_max = 160;

type Remembered = { language?: string; name?: string; title?: string; group?: string };

type AskFormProps = {
  panel: Panel;
  /** Those that can be asked for; the others are shown as waiting already. */
  kinds: Kind[];
  busy: boolean;
  onSend: (act: Act) => void;
  onCancel: () => void;
};

export function AskForm({ panel, kinds: free, busy, onSend, onCancel }: AskFormProps) {
  const t = useText();
  const text = useLocalized();
  const format = useFormat();
  const { locale } = useLocale();
  const { store, hello } = useHall();
  const id = hello?.delegation ?? "";
  const [known] = useState(() => remembered(hello));
  const languages = store.session()?.languages ?? [];
  const [kind, setKind] = useState<Kind>(free[0] ?? Kind.STATEMENT);
  const [language, setLanguage] = useState(
    [known.language, hello?.language, locale, languages[0]].find((tag) => tag && languages.includes(tag)) ?? "",
  );
  const [name, setName] = useState(known.name ?? hello?.person?.name ?? "");
  const [title, setTitle] = useState(known.title ?? hello?.person?.title ?? "");
  const [group, setGroup] = useState(known.group ?? "");
  const [addressed, setAddressed] = useState("panel");
  const [missing, setMissing] = useState(false);
  const panellists = store.panellists(panel.id);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (kind === Kind.GROUP_STATEMENT && group.trim() === "") {
      setMissing(true);
      return;
    }
    const speaker = { name: name.trim(), title: title.trim() };
    remember(hello, {
      language,
      ...speaker,
      group: kind === Kind.GROUP_STATEMENT ? group.trim() : (known.group ?? ""),
    });
    onSend({
      case: "requestFloor",
      value: {
        panel: panel.id,
        kind,
        language,
        speaker,
        onBehalfOf: kind === Kind.GROUP_STATEMENT ? group.trim() : "",
        addressedTo: kind === Kind.QUESTION && addressed !== "panel" ? addressed : "",
      },
    });
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <ChoiceField
        label={t("delegate.kind")}
        value={String(kind)}
        onChange={(value) => setKind(Number(value) as Kind)}
        choices={kinds.map((one) => {
          const limit = limitFor(panel, one, store.delegation(id));
          const taken = !free.includes(one);
          const note = taken ? t("delegate.already_waiting") : limit === undefined ? "" : format.duration(limit);
          return { id: String(one), label: t(kindId(one)), disabled: taken, ...(note ? { note } : {}) };
        })}
      />
      {kind === Kind.GROUP_STATEMENT && (
        <TextField
          label={t("delegate.on_behalf_of")}
          note={t("delegate.on_behalf_note")}
          value={group}
          onChange={(value) => {
            setGroup(value);
            setMissing(false);
          }}
          maxLength={group_length_max}
          required
          error={missing ? t("delegate.on_behalf_missing") : undefined}
        />
      )}
      {kind === Kind.QUESTION && panellists.length > 0 && (
        <SelectField
          label={t("delegate.addressed_to")}
          value={addressed}
          onChange={setAddressed}
          choices={[
            { id: "panel", label: t("delegate.to_the_panel") },
            ...panellists.map((panellist) => ({ id: panellist.id, label: text(panellist.name) })),
          ]}
        />
      )}
      {languages.length > 1 && (
        <ChoiceField
          label={t("delegate.spoken_language")}
          value={language}
          onChange={setLanguage}
          choices={languages.map((tag) => ({ id: tag, label: format.languageName(tag), lang: tag }))}
        />
      )}
      <div className={styles.pair}>
        <TextField
          label={t("delegate.speaker_name")}
          note={t("delegate.optional")}
          value={name}
          onChange={setName}
          maxLength={name_length_max}
          autoComplete="off"
        />
        <TextField
          label={t("delegate.speaker_title")}
          note={t("delegate.optional")}
          value={title}
          onChange={setTitle}
          maxLength={title_length_max}
          autoComplete="off"
        />
      </div>
      <div className={styles.formEnd}>
        <Button onPress={onCancel} size="large">
          {t("common.cancel")}
        </Button>
        <Button type="submit" look="primary" size="large" isPending={busy}>
          {busy ? t("delegate.asking") : t("delegate.ask_send")}
        </Button>
      </div>
    </form>
  );
}

function remembered(hello: SignedIn): Remembered {
  try {
    return JSON.parse(localStorage.getItem(keyOf("request", hello)) ?? "{}") as Remembered;
  } catch {
    return {};
  }
}

function remember(hello: SignedIn, what: Remembered): void {
  try {
    localStorage.setItem(keyOf("request", hello), JSON.stringify(what));
  } catch {
    // Without storage it is typed again.
  }
}
