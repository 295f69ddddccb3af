// While the delegation has the floor: its own clock in full, the light with its word, what the booths signal, the text with
// the paragraph reached, and a way to give the floor back. A point of order that interrupts the speech changes the words
// and stops the clock; the screen stays.
import { durationText, joined, type MessageId, useFormat, useLocalized, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { classes } from "../../parts/class";
import { Note } from "../../parts/Note";
import { Skeleton } from "../../parts/Skeleton";
import { SpeechClock, useLightWord } from "../../parts/SpeechClock";
import { lightOf, type Running, shownLeftMs } from "../../parts/speech";
import { Refused } from "../../shared/acts/Refused";
import { giveFloorBack } from "../../shared/acts/table/own";
import { useActs } from "../../shared/acts/useActs";
import { type Held, interruptedOn } from "../../shared/floor";
import { useHall, useSpeechNow } from "../../shared/hall";
import { interrupts, kindOf, kindWord } from "../../shared/kinds";
import { LoadAgain } from "../../shared/LoadAgain";
import { later } from "../../shared/later";
import { useInterruptingWords } from "../../shared/MotionWords";
import { holderOf } from "../../shared/situation";
import { PauseCause, type Statement } from "../../wire";
import { ConfirmButton } from "./ConfirmButton";
import look from "./look.module.css";
import { type Interruption, standing } from "./model";
import { Posted } from "./Notices";
import own from "./own.module.css";
import { Signals } from "./Signals";

const OwnText = later(
  async () => (await import("./OwnText")).OwnText,
  ({ over }) => (
    <>
      <Skeleton />
      <LoadAgain />
      {over}
    </>
  ),
);

type Leaving = {
  /** To the other parts of the screen; the speech goes on. */
  onLeave: () => void;
};

export function OwnSpeech({ speech, onLeave }: { speech: Held } & Leaving) {
  const t = useText();
  const format = useFormat();
  const hall = useHall();
  const now = useSpeechNow(speech);
  const word = useLightWord();
  const place = `speech/${speech.speech}` as const;
  const acts = useActs(place);
  const point = interrupts(speech);
  const interrupting = useInterruptingWords();
  const interrupted = interruptedOn(hall.store.floor(speech.panel));
  const text = kindOf(speech.kind)?.takesText ? hall.store.statement(speech.entry) : undefined;
  const under_way =
    acts.busy ||
    hall.unanswered.some((sent) => sent.act.case === "endSpeech" && sent.act.value.speech === speech.speech);
  return (
    <Frame
      light={speech.pausedAt ? "paused" : lightOf(speech, now)}
      word={word(speech, now)}
      limit_ms={speech.limitMs}
      title={point ? interrupting(speech) : t("delegate.have_floor")}
      about={[
        t(point ? "delegate.have_floor" : kindWord(speech.kind)),
        speech.onBehalfOf && t("floor.on_behalf_of", { group: speech.onBehalfOf }),
        speech.language && format.languageName(speech.language),
      ]}
      clock={speech}
      now={now}
      statement={text}
      of={{ speech: speech.speech, language: speech.language, paragraph: speech.paragraph }}
      onLeave={onLeave}
      note={
        speech.pausedAt > 0 && (
          <Note tone="warn">
            {t(speech.pauseCause === PauseCause.SUSPENSION ? "delegate.paused_suspension" : "delegate.paused_chair")}
          </Note>
        )
      }
      said={saidOf(shownLeftMs(speech, now))}
      then={point && interrupted ? <Onward of={interrupted} /> : <Next panel={speech.panel} />}
    >
      <Refused at={place} alert stays />
      <ConfirmButton
        size="large"
        label={t("delegate.give_back")}
        confirm={t("delegate.give_back_now")}
        keep={t("delegate.keep_speaking")}
        busy={under_way}
        busyLabel={t("delegate.give_back")}
        unconfirmed={acts.unconfirmed}
        onConfirm={() => void acts.press(giveFloorBack, speech.speech)}
      />
    </Frame>
  );
}

const soon_ms = 30_000;

/** What who speaks hears of the time, once each: the light and the clock say the rest to the eye. */
function saidOf(left_ms: number): MessageId | undefined {
  if (left_ms <= 0) return "delegate.said_over";
  return left_ms <= soon_ms ? "delegate.said_soon" : undefined;
}

/** The own speech while a point of order is before the chair: it can be neither ended nor resumed from here. */
export function InterruptedSpeech({ of: { point, interrupted }, onLeave }: { of: Interruption } & Leaving) {
  const t = useText();
  const text = useLocalized();
  const format = useFormat();
  const { store } = useHall();
  const by = point?.delegation ?? "";
  const name = text(store.delegation(by)?.name) || by;
  return (
    <Frame
      light="paused"
      word={t("delegate.speech_interrupted")}
      limit_ms={interrupted.limitMs}
      title={point ? t("delegate.point_interrupts", { name }) : t("delegate.motion_interrupts")}
      about={[
        t(kindWord(interrupted.kind)),
        interrupted.onBehalfOf && t("floor.on_behalf_of", { group: interrupted.onBehalfOf }),
        interrupted.language && format.languageName(interrupted.language),
      ]}
      clock={standing(interrupted)}
      now={0}
      statement={store.statement(interrupted.entry)}
      of={{ speech: interrupted.speech, language: interrupted.language, paragraph: interrupted.paragraph, held: true }}
      onLeave={onLeave}
      note={
        <Note tone="warn" alert>
          {t("delegate.clock_stands")}
        </Note>
      }
    />
  );
}

type FrameProps = Leaving & {
  light: "green" | "amber" | "red" | "paused";
  word: string;
  limit_ms: number;
  title: string;
  about: (string | undefined | false)[];
  clock: Running;
  now: number;
  statement: Statement | undefined;
  of: { speech: number; language: string; paragraph: number; held?: boolean };
  said?: MessageId | undefined;
  note?: React.ReactNode;
  then?: React.ReactNode;
  /** What can be done with the speech. */
  children?: React.ReactNode;
};

function Frame({
  light,
  word,
  limit_ms,
  title,
  about,
  clock,
  now,
  statement,
  of,
  said,
  note,
  then,
  ...rest
}: FrameProps) {
  const t = useText();
  return (
    <main className={classes(own.own, own[light], statement && own.ownWithText)}>
      <p className={own.ownBand}>
        <span className={own.word}>{word}</span>
        <span className={own.limit}>{t("delegate.limit_of", { limit: durationText(limit_ms) })}</span>
      </p>
      <p role="status" className="visually-hidden">
        {said && t(said)}
      </p>
      <div className={own.ownColumns}>
        <div className={own.ownMiddle}>
          <div className={own.ownWords}>
            <h2 className={own.ownTitle}>{title}</h2>
            <p className={look.quiet}>{joined(about)}</p>
          </div>
          <SpeechClock speech={clock} now={now} size={statement ? "panel" : "full"} />
          <div className={own.notes}>
            {note}
            <Posted own />
          </div>
          <div className={own.then}>{then}</div>
        </div>
        {statement && <OwnText statement={statement} over={<Signals />} {...of} />}
      </div>
      {!statement && <Signals />}
      <div className={own.ownEnd}>
        {rest.children}
        <Button look="plain" onPress={rest.onLeave}>
          {t("delegate.leave_clock")}
        </Button>
      </div>
    </main>
  );
}

function Next({ panel }: { panel: string }) {
  const t = useText();
  const text = useLocalized();
  const { store } = useHall();
  const after = store.entry(store.queue(panel)?.next ?? 0);
  if (!after) return null;
  const holder = holderOf(store, after);
  return <p className={look.quiet}>{t("delegate.then", { name: text(holder.name) || holder.fallback })}</p>;
}

/** Who goes on after this point of order. */
function Onward({ of }: { of: Held }) {
  const t = useText();
  const text = useLocalized();
  const { store } = useHall();
  const holder = holderOf(store, of);
  const name = text(holder.name) || holder.fallback;
  return <p className={look.quiet}>{t("delegate.interrupted", { name })}</p>;
}
