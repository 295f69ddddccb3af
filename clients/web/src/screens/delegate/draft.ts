// What a delegate writes in one language: what the server holds, and what is kept on this device beyond it.
import { useEffect, useState } from "react";
import { useHall } from "../../shared/hall";
import { textIn } from "../../shared/statement";
import { Delivery, TextFormat } from "../../wire";
import { type Draft, isHeld, useDrafts } from "./drafts";

export function useDraft(entry: number, language: string) {
  const { store, hello } = useHall();
  const { of, put, remove } = useDrafts(hello);
  const [sent, setSent] = useState<{ language: string; text: string }>();
  const statement = store.statement(entry);
  const held = textIn(statement, language);
  const asHeld: Draft = {
    text: held?.paragraphs.join("\n\n") ?? "",
    format: held?.format ?? TextFormat.PLAIN,
    delivery: statement?.delivery || Delivery.CHECK_AGAINST_DELIVERY,
    base: held?.version ?? 0,
  };
  const isDraft = (tag: string, one: Draft | undefined) => one !== undefined && !isHeld(one, statement, tag);
  const kept = of(entry, language);
  const unsent = isDraft(language, kept);

  // Once the server shows what was sent, it is no draft any more; what was typed since stays one.
  const arrived = sent && kept && !unsent && sent.language === language && sent.text === kept.text;
  useEffect(() => {
    if (!arrived) return;
    remove(entry, language);
    setSent(undefined);
  }, [arrived, remove, entry, language]);

  return {
    held,
    heldVersion: asHeld.base,
    shown: kept ?? asHeld,
    unsent,
    /** Another version came while this one was written. */
    overtaken: unsent && kept !== undefined && kept.base !== asHeld.base,
    isUnsentIn: (tag: string) => isDraft(tag, of(entry, tag)),
    change: (part: Partial<Draft>) => put(entry, language, { ...(kept ?? asHeld), ...part }),
    discard: () => remove(entry, language),
    wasSent: (text: string) => setSent({ language, text }),
  };
}
