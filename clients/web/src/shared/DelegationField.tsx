// Finds a delegation by any of its names or its code (parts/search).
import { type KeyboardEvent, useCallback, useMemo, useState } from "react";
import {
  Button as AriaButton,
  ComboBox,
  FieldError,
  Input,
  type Key,
  Label,
  ListBox,
  ListBoxItem,
} from "react-aria-components";
import { useLocale, useLocalized, useText } from "../i18n";
import fields from "../parts/Field.module.css";
import { Flag } from "../parts/Flag";
import { Popover } from "../parts/Popover";
import { matching } from "../parts/search";
import type { Category } from "../wire";
import styles from "./DelegationField.module.css";
import { goesBy } from "./goesBy";
import { useHall } from "./hall";
import { flagOf } from "./situation";
import { CATEGORIES } from "./terms";

type DelegationFieldProps = {
  value: string;
  onChange: (delegation: string) => void;
  error?: string | undefined;
  autoFocus?: boolean;
};

type Named = { id: string; name: string; also: string[]; flag: string; category: Category | undefined };

/** The delegations by name, in the language of the screen; and any one of them. */
function useNamed() {
  const { locale } = useLocale();
  const localize = useLocalized();
  const { store } = useHall();
  const named = useCallback(
    (id: string): Named => {
      const of = store.delegation(id);
      const also = of ? goesBy(of) : [];
      return { id, name: localize(of?.name) || id, also, flag: flagOf(of), category: of?.category };
    },
    [store, localize],
  );
  const all = useMemo(() => {
    const collator = new Intl.Collator(locale);
    return store
      .delegations()
      .map(({ id }) => named(id))
      .sort((left, right) => collator.compare(left.name, right.name));
  }, [store, named, locale]);
  return { named, all };
}

export function DelegationField({ value, onChange, error, autoFocus = false }: DelegationFieldProps) {
  const t = useText();
  const { named, all } = useNamed();
  const chosen = value ? named(value).name : "";
  const [typed, setTyped] = useState(chosen);
  const found = useMemo(() => matching(all, typed === chosen ? "" : typed), [all, typed, chosen]);
  // What is typed is ours, so it is we who complete it to the name.
  const choose = (key: Key | null) => {
    const id = key === null ? "" : String(key);
    setTyped(id && named(id).name);
    onChange(id);
  };
  // Who types and presses Enter means the first that is found; the list of its own accord would take back what was typed.
  const chooseFirst = (event: KeyboardEvent) => {
    const field = event.target as HTMLElement;
    const [first] = found;
    if (event.key !== "Enter" || event.nativeEvent.isComposing || !first || typed === chosen || !typed.trim()) return;
    if (field.getAttribute("aria-expanded") !== "true" || field.getAttribute("aria-activedescendant")) return;
    event.preventDefault();
    event.stopPropagation();
    choose(first.id);
  };
  return (
    <ComboBox
      className={fields.field ?? ""}
      items={found}
      inputValue={typed}
      onInputChange={setTyped}
      value={value || null}
      onChange={choose}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      allowsEmptyCollection
      menuTrigger="input"
      autoFocus={autoFocus}
    >
      <Label className={fields.label ?? ""}>{t("delegation.label")}</Label>
      <div className={styles.combo} onKeyDownCapture={chooseFirst}>
        <Input
          className={fields.input ?? ""}
          placeholder={t("delegation.search")}
          dir="auto"
          spellCheck={false}
          autoComplete="off"
        />
        <AriaButton className={styles.open ?? ""} aria-label={t("delegation.show_all")}>
          <span className={fields.arrow} aria-hidden="true" />
        </AriaButton>
      </div>
      <FieldError className={fields.error ?? ""}>{error}</FieldError>
      <Popover className={fields.popover ?? ""}>
        <ListBox
          className={styles.options ?? ""}
          renderEmptyState={() => <p className={styles.none}>{t("delegation.none_found")}</p>}
        >
          {(item: Named) => (
            <ListBoxItem id={item.id} textValue={item.name} className={`${fields.option} ${styles.option}`}>
              <Option item={item} />
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

function Option({ item: { flag, name, category } }: { item: Named }) {
  const t = useText();
  const word = category && CATEGORIES[category];
  return (
    <>
      <Flag code={flag} name={name} />
      <bdi className={styles.name}>{name}</bdi>
      {word && <span className={styles.note}>{t(word)}</span>}
    </>
  );
}
