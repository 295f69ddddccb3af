// What a delegate writes in one language: what the server holds, and what is kept on this device beyond it.
import { useCallback, useEffect, useState } from "react";
import { useHall } from "../../shared/hall";
import { textIn } from "../../shared/statement";
import { Delivery, TextFormat } from "../../wire";
import { asHeld, type Draft, type For, isHeld, useDrafts } from "./drafts";

export function useDraft({ entry, panel }: For, language: string) {
  const { store, hello } = useHall();
  const { of, put, remove, asideFor, takeAside, forgetAside } = useDrafts(hello);
  const [sent, setSent] = useState<{ language: string; text: string }>();
  const statement = store.statement(entry);
  const held = textIn(statement, language);
  const standing: Draft = asHeld(statement, language) ?? {
    text: "",
    format: TextFormat.PLAIN,
    delivery: statement?.delivery || Delivery.CHECK_AGAINST_DELIVERY,
    base: 0,
  };
  const isDraft = (tag: string, one: Draft | undefined) => one !== undefined && !isHeld(one, statement, tag);
  const keptIn = (tag: string) =>
    of(entry, tag) ?? (textIn(statement, tag) ? undefined : asideFor({ entry, panel }, tag));
  const kept = keptIn(language);
  const forget = useCallback(() => {
    remove(entry, language);
    // To one that has a text, nothing is offered.
    if (!held) forgetAside({ entry, panel }, language);
  }, [remove, forgetAside, held, entry, panel, language]);
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
    heldVersion: standing.base,
    shown: kept ?? standing,
    unsent,
    /** Another version came while this one was written. */
    overtaken: unsent && kept !== undefined && kept.base !== standing.base,
    isUnsentIn: (tag: string) => isDraft(tag, keptIn(tag)),
    change: (part: Partial<Draft>) => put(entry, language, { ...(kept ?? standing), ...part }),
    discard: forget,
    wasSent: (text: string) => {
      setSent({ language, text });
      if (!held) takeAside({ entry, panel }, language);
    },
  };
}
