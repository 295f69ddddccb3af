// Writes a notice, in as many of the session's languages as are filled in.
import { useState } from "react";
import { useFormat, useText } from "../../i18n";
import { ChoiceField } from "../../parts/Field";
import { TextArea } from "../../parts/TextArea";
import { DelegationField } from "../../shared/DelegationField";
import { Form } from "../../shared/Form";
import { useHall } from "../../shared/hall";
import type { Act, Texts } from "../../wire";
import look from "./look.module.css";
import { AUDIENCES } from "./names";

export const notice_characters_max = 280;

export function NoticeDialog({ delegation: given = "", onClose }: { delegation?: string; onClose: () => void }) {
  const t = useText();
  const [to, setTo] = useState(given ? "delegation" : "all");
  const [delegation, setDelegation] = useState(given);
  const [texts, setTexts] = useState<Texts>({});
  const [missing, setMissing] = useState<"delegation" | "text" | undefined>();
  const sends = () => {
    const text = Object.fromEntries(
      Object.entries(texts).flatMap(([tag, words]) => (words.trim() ? [[tag, words.trim()]] : [])),
    );
    const what =
      to === "delegation" && !delegation ? "delegation" : Object.keys(text).length === 0 ? "text" : undefined;
    setMissing(what);
    // The field itself says how much is too much.
    const tooLong = Object.values(text).some((words) => [...words].length > notice_characters_max);
    return what || tooLong
      ? undefined
      : [{ act: { case: "sendNotice", value: { to: address(to, delegation), text } } as Act }];
  };
  return (
    <Form title={t("desk.notice.title")} submit={t("desk.notice.send")} onClose={onClose} sends={sends}>
      <ChoiceField
        label={t("desk.notice.to")}
        value={to}
        onChange={(id) => {
          setTo(id);
          setMissing(undefined);
        }}
        choices={[
          { id: "all", label: t("desk.audience.all") },
          ...AUDIENCES.map(([audience, word]) => ({ id: String(audience), label: t(word) })),
          { id: "delegation", label: t("desk.audience.one_delegation") },
        ]}
      />
      {to === "delegation" && (
        <DelegationField
          value={delegation}
          onChange={(id) => {
            setDelegation(id);
            setMissing(undefined);
          }}
          error={missing === "delegation" ? t("delegation.wanted") : undefined}
        />
      )}
      <WordsFields
        texts={texts}
        missing={missing === "text"}
        onChange={(part) => {
          setTexts((all) => ({ ...all, ...part }));
          setMissing(undefined);
        }}
      />
      <p className={look.quiet}>{t("desk.notice.about", { max: notice_characters_max })}</p>
    </Form>
  );
}

type WordsFieldsProps = { texts: Texts; missing: boolean; onChange: (part: Texts) => void };

/** In each language of the session. */
function WordsFields({ texts, missing, onChange }: WordsFieldsProps) {
  const t = useText();
  const format = useFormat();
  const { store } = useHall();
  const languages = store.session()?.languages ?? [];
  return languages.map((tag) => (
    <TextArea
      key={tag}
      label={format.languageName(tag)}
      lang={tag}
      rows={2}
      value={texts[tag] ?? ""}
      onChange={(words) => onChange({ [tag]: words })}
      charactersMax={notice_characters_max}
      error={missing && tag === languages[0] ? t("desk.notice.missing") : undefined}
    />
  ));
}

function address(to: string, delegation: string) {
  if (to === "all") return { to: { case: "all", value: true } };
  if (to === "delegation") return { to: { case: "delegation", value: delegation } };
  return { to: { case: "audience", value: Number(to) } };
}
