// While the delegation has the floor: its own clock in full, the light with its word, and a way to give the floor back.
import { durationText, useFormat, useLocalized, useRejectionText, useText } from "../../i18n";
import { classes } from "../../parts/class";
import { Note } from "../../parts/Note";
import { SpeechClock, useLightWord } from "../../parts/SpeechClock";
import { lightOf } from "../../parts/speech";
import { type Floor, PauseCause } from "../../wire";
import { useAct, useHall, useSpeechNow } from "../hall";
import { ConfirmButton } from "./ConfirmButton";
import styles from "./delegate.module.css";
import { kindId } from "./words";

export function OwnSpeech({ speech }: { speech: Floor }) {
  const t = useText();
  const text = useLocalized();
  const format = useFormat();
  const hall = useHall();
  const now = useSpeechNow(speech);
  const word = useLightWord();
  const act = useAct();
  const reason = useRejectionText();
  const after = hall.store.entries(speech.panel)[0];
  const next = after && (text(hall.store.delegation(after.delegation)?.name) || after.delegation);
  const light = speech.pausedAt ? "paused" : lightOf(speech, now);
  const under_way =
    act.busy || hall.waiting.some((sent) => sent.act.case === "endSpeech" && sent.act.value.speech === speech.speech);
  return (
    <main className={styles.own}>
      <p className={classes(styles.ownBand, styles[light])}>
        <span>{word(speech, now)}</span>
        <span>{t("delegate.limit_of", { limit: durationText(speech.limitMs) })}</span>
      </p>
      <div className={styles.ownMiddle}>
        <h2 className={styles.ownTitle}>{t("delegate.have_floor")}</h2>
        <p className={styles.quiet}>
          {[
            t(kindId(speech.kind)),
            speech.onBehalfOf && t("floor.on_behalf_of", { group: speech.onBehalfOf }),
            speech.language && format.languageName(speech.language),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
        <SpeechClock speech={speech} now={now} size="full" />
        {speech.pausedAt > 0 && (
          <Note tone="warn">
            {t(speech.pauseCause === PauseCause.SUSPENSION ? "delegate.paused_suspension" : "delegate.paused_chair")}
          </Note>
        )}
        {next && <p className={styles.quiet}>{t("delegate.then", { name: next })}</p>}
      </div>
      <div className={styles.ownEnd}>
        {act.rejection && (
          <Note tone="stop" alert>
            {reason(act.rejection.code, act.rejection.details)}
          </Note>
        )}
        <ConfirmButton
          size="large"
          label={t("delegate.give_back")}
          confirm={t("delegate.give_back_now")}
          keep={t("delegate.keep_speaking")}
          busy={under_way}
          busyLabel={t("delegate.give_back")}
          onConfirm={() => void act.run({ case: "endSpeech", value: { speech: speech.speech } })}
        />
      </div>
    </main>
  );
}
