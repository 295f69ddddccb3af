// The sign-in sheet: a page with a card for every sign-in. It holds codes, so it is shown only when asked for.
import { useRef, useState } from "react";
import { useFormat, useLocale, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { ChoiceField } from "../../parts/Field";
import { Note } from "../../parts/Note";
import { Skeleton } from "../../parts/Skeleton";
import { useHall } from "../../shared/hall";
import { useDesk } from "./desk";
import look from "./look.module.css";
import { SheetPage, useSheet } from "./sheet";

export function SheetTab() {
  const t = useText();
  const format = useFormat();
  const { locale } = useLocale();
  const { store } = useHall();
  const { urgent } = useDesk();
  const languages = store.session()?.languages ?? [];
  const [language, setLanguage] = useState(languages.includes(locale) ? locale : (languages[0] ?? locale));
  const [wanted, setWanted] = useState(false);
  return (
    <div className={look.tab}>
      <div className={look.filters}>
        <ChoiceField
          label={t("desk.sheet.language")}
          value={language}
          onChange={setLanguage}
          choices={languages.map((tag) => ({ id: tag, label: format.languageName(tag), lang: tag }))}
        />
        {!wanted && (
          <span className={look.end}>
            <Button look={urgent ? "secondary" : "primary"} onPress={() => setWanted(true)}>
              {t("desk.sheet.show")}
            </Button>
          </span>
        )}
      </div>
      {wanted ? (
        <Drawn key={language} language={language} onHide={() => setWanted(false)} />
      ) : (
        <Note>{t("desk.sheet.about")}</Note>
      )}
    </div>
  );
}

function Drawn({ language, onHide }: { language: string; onHide: () => void }) {
  const t = useText();
  const frame = useRef<HTMLIFrameElement>(null);
  const { html, refused, ask } = useSheet({ language });
  if (refused) {
    return (
      <Note tone="stop" alert end={<Button onPress={ask}>{t("desk.sheet.again")}</Button>}>
        {refused}
      </Note>
    );
  }
  if (html === undefined) return <Skeleton rows={8} />;
  return (
    <>
      <SheetPage ref={frame} html={html} title={t("desk.tab.sheet")} />
      <div className={look.acts}>
        <Button onPress={() => frame.current?.contentWindow?.print()}>{t("desk.sheet.print")}</Button>
        <Button onPress={ask}>{t("desk.sheet.again")}</Button>
        <Button look="plain" onPress={onHide}>
          {t("desk.sheet.hide")}
        </Button>
      </div>
    </>
  );
}
