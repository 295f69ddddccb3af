// The order drawn by lot, step by step: the server commits to a secret, the pool is frozen, the hall gives a word, and the order
// follows from both. One step has a button at a time; what was done says when, and what anyone needs to compute it again.
import { type FormEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { joined, useFormat, useInstant, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { Chip } from "../../parts/Chip";
import { classes } from "../../parts/class";
import { TextField } from "../../parts/Field";
import { isTooLong } from "../../parts/room";
import { drawLot, freezePool, prepareDraw } from "../../shared/acts/table/list";
import { useActs } from "../../shared/acts/useActs";
import { type DrawStage, digitsIn, draw_word_max, stageOfDraw, wordIs } from "../../shared/draw";
import { note_bytes_max } from "../../shared/request";
import type { Draw, Panel } from "../../wire";
import styles from "./Lot.module.css";
import frame from "./OrderPanel.module.css";

const place = "form/lot";

/** `leads`: its button is the primary one. */
type StepsProps = { draw: Draw | undefined; leads: boolean };

const STAGES = { prepared: "chair.lot.prepared", frozen: "chair.lot.frozen", drawn: "chair.lot.drawn" } as const;

export function Lot({ panel, leads }: { panel: Panel; leads: boolean }) {
  const t = useText();
  const title = useId();
  const draw = useActs().seen.view.draw(panel.id);
  const stage = stageOfDraw(draw);
  const of = { draw, leads: leads && stage !== "drawn" };
  const section = useStepInSight(stage);
  return (
    <section ref={section} tabIndex={-1} className={classes(frame.column, styles.lot)} aria-labelledby={title}>
      <header className={styles.head}>
        <h3 id={title} className={frame.title}>
          {t("chair.lot.title")}
        </h3>
        {draw && <span className={frame.about}>{t("chair.lot.number", { number: draw.number })}</span>}
        {stage && <Chip tone={stage === "drawn" ? "go" : "neutral"}>{t(STAGES[stage])}</Chip>}
      </header>
      <ol className={styles.steps}>
        <Commitment {...of} />
        <Pool {...of} />
        <Word key={draw?.number ?? 0} {...of} />
      </ol>
      <LotTold />
      {stage === "drawn" && <Again />}
    </section>
  );
}

/** The step that comes next is in sight, and has the focus that the step before had. */
function useStepInSight(stage: DrawStage | undefined) {
  const section = useRef<HTMLElement>(null);
  const before = useRef(stage);
  useEffect(() => {
    const changed = before.current !== stage;
    before.current = stage;
    const step = section.current?.querySelector<HTMLElement>("[aria-current]");
    section.current
      ?.querySelector("[aria-current] ~ li button, [aria-current] button")
      ?.scrollIntoView?.({ block: "nearest" });
    if (!changed || document.activeElement !== document.body) return;
    (step?.querySelector<HTMLElement>("input, button") ?? section.current)?.focus();
  }, [stage]);
  return section;
}

function LotTold() {
  const { refusal } = useActs(place);
  return refusal ? (
    <p role="alert" className={styles.refused}>
      {refusal}
    </p>
  ) : null;
}

type StepProps = { number: number; title: string; at?: number | undefined; now: boolean; children: ReactNode };

function Step({ number, title, at = 0, now, children }: StepProps) {
  const format = useFormat();
  const instant = useInstant();
  return (
    <li className={classes(styles.step, now && styles.now)} aria-current={now ? "step" : undefined}>
      <span className={styles.number} aria-hidden="true">
        {number}
      </span>
      <div className={styles.content}>
        <p className={styles.stepTitle}>
          {title}
          {at !== 0 && <span className={frame.about}> {instant(at, { time: format.timeSeconds(at) })}</span>}
        </p>
        {children}
      </div>
    </li>
  );
}

function Commitment({ draw, leads }: StepsProps) {
  const t = useText();
  return (
    <Step number={1} title={t("chair.lot.commitment")} at={draw?.preparedAt} now={!draw}>
      <p className={frame.about}>{t("chair.lot.commitment_about")}</p>
      {draw ? <Digest of={draw.commitment} /> : <PrepareButton leads={leads} reason="" />}
    </Step>
  );
}

function PrepareButton({ leads, reason }: { leads: boolean; reason: string }) {
  const t = useText();
  const { live, busy, unconfirmed, press, reach, takes } = useActs(place);
  return (
    <Button
      look={leads ? "primary" : "secondary"}
      isPending={!live || busy || !takes(prepareDraw)}
      unconfirmed={unconfirmed}
      onPress={() => void press(prepareDraw, reason)}
    >
      {t(reach(prepareDraw).label)}
    </Button>
  );
}

function Pool({ draw, leads }: StepsProps) {
  const t = useText();
  const { live, busy, unconfirmed, press, reach, offers } = useActs(place);
  const stage = stageOfDraw(draw);
  const frozen = stage === "frozen" || stage === "drawn";
  return (
    <Step number={2} title={t("chair.lot.pool")} at={draw?.frozenAt} now={stage === "prepared"}>
      <p className={frame.about}>
        {t(frozen ? "chair.lot.pool_of" : "chair.lot.pool_about", { count: draw?.pool.length ?? 0 })}
      </p>
      {stage === "prepared" && (
        <>
          <Button
            look={leads ? "primary" : "secondary"}
            isPending={!live || busy || !offers(freezePool, undefined)}
            unconfirmed={unconfirmed}
            onPress={() => void press(freezePool, undefined)}
          >
            {t(reach(freezePool).label)}
          </Button>
          {live && !offers(freezePool, undefined) && <p className={frame.about}>{t("chair.lot.too_few")}</p>}
        </>
      )}
    </Step>
  );
}

/** The third step and the last. */
function Word({ draw, leads }: StepsProps) {
  const t = useText();
  const stage = stageOfDraw(draw);
  const [word, setWord] = useState("");
  const [asks, setAsks] = useState(false);
  const frozen = stage === "frozen";
  return (
    <>
      <Step number={3} title={t("chair.lot.word")} now={frozen && !asks}>
        {draw?.word ? (
          <p className={styles.word}>{draw.word}</p>
        ) : (
          <p className={frame.about}>{t("chair.lot.word_about")}</p>
        )}
        {frozen && <WordField word={word} onChange={setWord} onEnter={() => setAsks(true)} held={asks} />}
      </Step>
      <Step number={4} title={t("chair.lot.draw")} at={draw?.drawnAt} now={frozen && asks}>
        {stage === "drawn" && draw ? (
          <>
            <p className={frame.about}>{t("chair.lot.secret")}</p>
            <Digest of={draw.secret} />
          </>
        ) : (
          <p className={frame.about}>{t("chair.lot.draw_about")}</p>
        )}
        {frozen && <DrawButtons word={word} asks={asks} onAsk={setAsks} leads={leads} />}
      </Step>
    </>
  );
}

type WordFieldProps = { word: string; onChange: (word: string) => void; onEnter: () => void; held: boolean };

/** What is said in the hall is written in capitals. */
function WordField({ word, onChange, onEnter, held }: WordFieldProps) {
  const t = useText();
  const is = wordIs(word);
  const enter = (event: FormEvent) => {
    event.preventDefault();
    if (is === "fit") onEnter();
  };
  const wrong = {
    wrong: t("chair.lot.word_wrong"),
    long: t("chair.lot.word_long", { max: draw_word_max }),
    empty: undefined,
    fit: undefined,
  }[is];
  return (
    <form onSubmit={enter} className={styles.field} inert={held}>
      <TextField
        label={t("chair.lot.word")}
        value={word}
        onChange={(typed) => onChange(typed.toUpperCase())}
        note={t("chair.lot.word_note")}
        error={wrong}
        autoComplete="off"
      />
    </form>
  );
}

type DrawButtonsProps = { word: string; asks: boolean; onAsk: (asks: boolean) => void; leads: boolean };

/** It is asked once: a draw is not taken back. The safe answer has the focus, and gives it back. */
function DrawButtons({ word, asks, onAsk, leads }: DrawButtonsProps) {
  const t = useText();
  const { live, busy, unconfirmed, press, reach, offers } = useActs(place);
  const group = useRef<HTMLDivElement>(null);
  const asked = useRef(asks);
  useEffect(() => {
    if (asked.current === asks) return;
    asked.current = asks;
    group.current?.querySelector("button")?.focus();
  }, [asks]);
  const look = leads ? "primary" : "secondary";
  const sure = t("chair.lot.sure", { word });
  if (!asks) {
    return (
      <div ref={group}>
        <Button
          look={look}
          isPending={!live || busy || !offers(drawLot, word)}
          unconfirmed={unconfirmed}
          onPress={() => onAsk(true)}
        >
          {t("chair.lot.draw_open")}
        </Button>
      </div>
    );
  }
  const draw = () => {
    press(drawLot, word);
    onAsk(false);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fields are grouped
    <div ref={group} role="group" aria-label={sure} className={styles.sure}>
      <p>{sure}</p>
      <div className={styles.answers}>
        <Button onPress={() => onAsk(false)}>{t("chair.lot.not_yet")}</Button>
        <Button look={look} isPending={!live || busy} onPress={draw}>
          {t(reach(drawLot).label)}
        </Button>
      </div>
    </div>
  );
}

/** Another draw has a secret of its own, and a reason. */
function Again() {
  const t = useText();
  const { live, busy, press, reach } = useActs(place);
  const [reason, setReason] = useState("");
  const [wanted, setWanted] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setWanted(reason.trim() === "");
    if (reason.trim() !== "" && !isTooLong(reason, note_bytes_max)) press(prepareDraw, reason.trim());
  };
  return (
    <form onSubmit={submit} className={styles.again} noValidate>
      <TextField
        label={t("chair.lot.again")}
        value={reason}
        onChange={(typed) => {
          setReason(typed);
          setWanted(false);
        }}
        error={wanted ? t("chair.lot.again_wanted") : undefined}
        bytesMax={note_bytes_max}
        autoComplete="off"
      />
      <Button type="submit" isPending={!live || busy}>
        {t(reach(prepareDraw).label)}
      </Button>
    </form>
  );
}

/** Read out in groups of four. */
function Digest({ of }: { of: string }) {
  return <p className={styles.digest}>{joined(digitsIn(of, 4), " ")}</p>;
}
