// A sign-in sheet, whole or of one seat, asked for and shown. It is a page of its own: nothing in it runs.
import { type Ref, useCallback, useEffect, useState } from "react";
import { useRejectionText } from "../../i18n";
import { useHall } from "../../shared/hall";
import type { SheetWanted } from "../../sync/hall";
import styles from "./sheet.module.css";

export function useSheet({ language, seat }: SheetWanted): {
  html: string | undefined;
  refused: string | undefined;
  ask: () => void;
} {
  const hall = useHall();
  const words = useRejectionText();
  const [answer, setAnswer] = useState<{ html: string } | { code: string; details: Record<string, string> }>();
  const [times, setTimes] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when told to
  useEffect(() => {
    let here = true;
    setAnswer(undefined);
    void hall.askSheet(seat === undefined ? { language } : { language, seat }).then((given) => {
      if (!here) return;
      setAnswer(given.ok ? { html: given.value.html } : { code: given.code, details: given.details });
    });
    return () => {
      here = false;
    };
  }, [hall, language, seat, times]);
  const ask = useCallback(() => setTimes((count) => count + 1), []);
  return {
    html: answer && "html" in answer ? answer.html : undefined,
    refused: answer && "code" in answer ? words(answer.code, answer.details) : undefined,
    ask,
  };
}

type SheetPageProps = { ref?: Ref<HTMLIFrameElement>; html: string; title: string; small?: boolean };

export function SheetPage({ ref, html, title, small = false }: SheetPageProps) {
  return (
    <iframe
      ref={ref}
      className={small ? styles.cardPage : styles.sheetPage}
      title={title}
      srcDoc={html}
      // Same origin, so that it can be printed from here; no scripts.
      sandbox="allow-same-origin allow-modals"
    />
  );
}
