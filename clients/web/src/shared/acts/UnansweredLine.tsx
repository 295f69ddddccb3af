// What this screen has asked and has no answer to, in one line at the place of the connection: how much of it waits for the
// line, how much is sent, and what it is. What was never sent can be called off; of what was sent nobody knows here whether it
// was done. The place for it stays on the screen, so that its first words are read out too, also over a dialog, behind which the
// rest of the page is silent.
import { useEffect, useRef, useState } from "react";
import { joined, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { useBack } from "../../parts/back";
import { classes } from "../../parts/class";
import type { Unanswered } from "../../sync/hall";
import { useHall } from "../hall";
import told from "../told.module.css";
import styles from "./UnansweredLine.module.css";
import { useUnanswered } from "./unanswered";
import { useActWords } from "./words";

type UnansweredLineProps = {
  className?: string | undefined;
  /** In a form, over another one that is read out. */
  silent?: boolean;
};

export function UnansweredLine({ className, silent = false }: UnansweredLineProps) {
  const t = useText();
  const name = useActWords();
  const all = useUnanswered();
  const { place, callOff, said } = useCallingOff();
  const [unfolded, unfold] = useState(false);
  const [only, other] = all;
  useBack(other !== undefined && unfolded, () => unfold(false));
  const count = useCount(all);
  const words = only && !other ? t("common.labelled", { label: count, words: name(only.act) }) : count;
  return (
    <section ref={place} tabIndex={-1} className={classes(styles.line, only && told.told, className)}>
      <div className={styles.head}>
        <span {...(silent ? {} : { role: "status", "data-live-announcer": true })} className={styles.words}>
          {words}
          {!words && said && <span className="visually-hidden">{said}</span>}
        </span>
        {only && !other && <CallOff of={only} onPress={callOff} />}
        {other && (
          <Button look="plain" aria-expanded={unfolded} onPress={() => unfold(!unfolded)}>
            {t(unfolded ? "unanswered.hide" : "unanswered.show")}
          </Button>
        )}
      </div>
      {other && unfolded && (
        <ul className={styles.list} aria-label={t("unanswered.list")}>
          {all.map((each) => (
            <li key={each.id} className={styles.act}>
              <span className={styles.words}>
                {name(each.act)}{" "}
                <span className={styles.state}>{t(each.sent ? "unanswered.is_sent" : "unanswered.is_unsent")}</span>
              </span>
              <CallOff of={each} onPress={callOff} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What waits for the line first: that can still be called off. */
function useCount(all: readonly Unanswered[]): string {
  const t = useText();
  const sent = all.filter((each) => each.sent).length;
  const unsent = all.length - sent;
  return joined([
    unsent > 0 && t("unanswered.unsent", { count: unsent }),
    sent > 0 && t("unanswered.sent", { count: sent }),
  ]);
}

function CallOff({ of, onPress }: { of: Unanswered; onPress: (of: Unanswered) => void }) {
  const t = useText();
  const name = useActWords();
  if (of.sent) return null;
  const label = t("unanswered.call_off");
  return (
    <Button aria-label={t("common.labelled", { label, words: name(of.act) })} onPress={() => onPress(of)}>
      {label}
    </Button>
  );
}

/** The button goes with what it called off: the focus goes to the next one, or stays where the line was. */
function useCallingOff() {
  const t = useText();
  const name = useActWords();
  const hall = useHall();
  const place = useRef<HTMLElement>(null);
  const [called, setCalled] = useState<{ id: string; words: string }>();
  const focused = useRef(called);
  const gone = called !== undefined && !hall.unanswered.some(({ id }) => id === called.id);
  useEffect(() => {
    if (!gone || focused.current === called) return;
    focused.current = called;
    if (document.activeElement !== document.body) return;
    (place.current?.querySelector("button") ?? place.current)?.focus();
  }, [gone, called]);
  const callOff = ({ id, act }: Unanswered) => {
    setCalled({ id, words: t("common.labelled", { label: t("unanswered.called_off"), words: name(act) }) });
    hall.callOff(id);
  };
  return { place, callOff, said: called?.words };
}
