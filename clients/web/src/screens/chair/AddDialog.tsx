// Puts any delegation on the list, also a closed one: found by name or code, with kind, speaker and language.
import { useMemo, useState } from "react";
import {
  Button as AriaButton,
  ComboBox,
  FieldError,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
} from "react-aria-components";
import { useFormat, useLocale, useLocalized, useText } from "../../i18n";
import { ChoiceField, SelectField, TextField } from "../../parts/Field";
import { Flag } from "../../parts/Flag";
import { Kind, ListStatus } from "../../wire";
import styles from "./AddDialog.module.css";
import { requestFloor } from "./actions";
import { useDesk, useSeen } from "./desk";
import { Form } from "./Form";
import form from "./Form.module.css";
import { matching } from "./search";
import { CATEGORY_WORDS } from "./words";

const SPEAKER_NAME_MAX = 120;
const SPEAKER_TITLE_MAX = 160;
const ON_BEHALF_OF_MAX = 160;
const TO_THE_PANEL = "panel";

const EMPTY = { delegation: "", kind: Kind.STATEMENT, name: "", title: "", onBehalfOf: "", addressedTo: TO_THE_PANEL };

export function AddDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const format = useFormat();
  const localize = useLocalized();
  const { languages } = useDesk();
  const context = useSeen();
  const [entry, setEntry] = useState(EMPTY);
  const [language, setLanguage] = useState(languages[0] ?? "");
  const [wrong, setWrong] = useState<"delegation" | "on_behalf_of">();
  const [added, setAdded] = useState(0);
  const change = (part: Partial<typeof EMPTY>) => {
    setEntry((all) => ({ ...all, ...part }));
    setWrong(undefined);
  };
  const sends = () => {
    if (!entry.delegation) {
      setWrong("delegation");
      return undefined;
    }
    const group = entry.kind === Kind.GROUP_STATEMENT;
    if (group && !entry.onBehalfOf.trim()) {
      setWrong("on_behalf_of");
      return undefined;
    }
    const question = entry.kind === Kind.QUESTION && entry.addressedTo !== TO_THE_PANEL;
    return [
      requestFloor.command(context, {
        delegation: entry.delegation,
        kind: entry.kind,
        language,
        speaker: { name: entry.name.trim(), title: entry.title.trim() },
        onBehalfOf: group ? entry.onBehalfOf.trim() : "",
        addressedTo: question ? entry.addressedTo : "",
      }),
    ];
  };
  const another = () => {
    setEntry(EMPTY);
    setAdded((count) => count + 1);
  };
  const closed = context.panel?.listStatus === ListStatus.CLOSED || context.panel?.listStatus === ListStatus.NOT_OPEN;
  const panellists = (context.panel?.panellists ?? []).flatMap(
    (id) => context.view.panellist(context.panel?.id ?? "", id) ?? [],
  );
  return (
    <Form
      title={t("chair.add.title")}
      submit={t("chair.add.submit")}
      onClose={onClose}
      sends={sends}
      again={{ label: t("chair.add.again"), onAccepted: another }}
    >
      {closed && <p className={form.about}>{t("chair.add.closed")}</p>}
      <DelegationField
        key={added}
        error={wrong === "delegation" ? t("chair.add.delegation_wanted") : undefined}
        onChange={(delegation) => change({ delegation })}
      />
      <ChoiceField
        label={t("chair.add.kind")}
        value={String(entry.kind)}
        onChange={(id) => change({ kind: Number(id) as Kind })}
        choices={[
          { id: String(Kind.STATEMENT), label: t("kind.statement") },
          { id: String(Kind.GROUP_STATEMENT), label: t("kind.group_statement") },
          { id: String(Kind.QUESTION), label: t("kind.question") },
        ]}
      />
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
      {entry.kind === Kind.QUESTION && panellists.length > 0 && (
        <SelectField
          label={t("chair.add.addressed_to")}
          value={entry.addressedTo}
          onChange={(addressedTo) => change({ addressedTo })}
          choices={[
            { id: TO_THE_PANEL, label: t("chair.add.to_the_panel") },
            ...panellists.map(({ id, name }) => ({ id, label: localize(name) })),
          ]}
        />
      )}
      <div className={form.row}>
        <TextField
          label={t("chair.add.speaker")}
          value={entry.name}
          onChange={(name) => change({ name })}
          maxLength={SPEAKER_NAME_MAX}
          autoComplete="off"
        />
        <TextField
          label={t("chair.add.speaker_title")}
          value={entry.title}
          onChange={(title) => change({ title })}
          maxLength={SPEAKER_TITLE_MAX}
          autoComplete="off"
        />
      </div>
      <ChoiceField
        label={t("chair.add.language")}
        value={language}
        onChange={setLanguage}
        choices={languages.map((tag) => ({ id: tag, label: format.languageName(tag), lang: tag }))}
      />
    </Form>
  );
}

function DelegationField({ error, onChange }: { error: string | undefined; onChange: (delegation: string) => void }) {
  const t = useText();
  const { locale } = useLocale();
  const localize = useLocalized();
  const { delegations } = useDesk();
  const [typed, setTyped] = useState("");
  const all = useMemo(() => {
    const names = delegations().map((delegation) => ({
      id: delegation.id,
      name: localize(delegation.name) || delegation.id,
      flag: delegation.flag,
      category: delegation.category,
    }));
    const collator = new Intl.Collator(locale);
    return names.sort((left, right) => collator.compare(left.name, right.name));
  }, [delegations, localize, locale]);
  const found = useMemo(() => matching(all, typed), [all, typed]);
  return (
    <ComboBox
      className={styles.field ?? ""}
      items={found}
      inputValue={typed}
      onInputChange={setTyped}
      onSelectionChange={(key) => onChange(key === null ? "" : String(key))}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      allowsEmptyCollection
      menuTrigger="input"
      autoFocus
    >
      <Label className={styles.label ?? ""}>{t("chair.add.delegation")}</Label>
      <div className={styles.box}>
        <Input
          className={styles.input ?? ""}
          placeholder={t("chair.add.search")}
          spellCheck={false}
          autoComplete="off"
        />
        <AriaButton className={styles.open ?? ""} aria-label={t("chair.add.show_all")}>
          <span className={styles.arrow} aria-hidden="true" />
        </AriaButton>
      </div>
      <FieldError className={styles.error ?? ""}>{error}</FieldError>
      <Popover className={styles.popover ?? ""}>
        <ListBox
          className={styles.options ?? ""}
          renderEmptyState={() => <p className={styles.none}>{t("chair.add.none_found")}</p>}
        >
          {(item: (typeof all)[number]) => {
            const category = CATEGORY_WORDS[item.category];
            return (
              <ListBoxItem id={item.id} textValue={item.name} className={styles.option ?? ""}>
                <Flag code={item.flag} name={item.name} />
                <span className={styles.name}>{item.name}</span>
                <span className={styles.note}>{category && t(category)}</span>
              </ListBoxItem>
            );
          }}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
