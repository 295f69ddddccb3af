// Procedural motions that are not decided, in their precedence, behind the points of order: taken up or not, who speaks on them,
// objections, and what becomes of them. On whichever panel they were moved.
import { joined, useInstant, useLocalized, useText } from "../../i18n";
import { Card } from "../../parts/Card";
import { Chip } from "../../parts/Chip";
import { Flag } from "../../parts/Flag";
import { Told } from "../../shared/acts/Told";
import {
  askCarried,
  askForObjections,
  askSpeakerOnMotion,
  carryMotion,
  giveFloorOnMotion,
  OUTCOMES,
  setMotionAside,
  takeUpMotion,
} from "../../shared/acts/table/motions";
import { useActs } from "../../shared/acts/useActs";
import { isBeforeChair, openMotions } from "../../shared/acts/waiting";
import { useMotionWords } from "../../shared/MotionWords";
import { heardOn, SIDES, sides, speakersOn } from "../../shared/motions";
import { flagOf } from "../../shared/situation";
import { type Motion, MotionKind, MotionSide } from "../../wire";
import { ActButton } from "./ActButton";
import { Age } from "./Age";
import { nameOfDelegation, useConsole } from "./console";
import styles from "./Points.module.css";

export function Motions() {
  const t = useText();
  const { book, refusalAt } = useActs();
  const motions = openMotions(useConsole().seen.view);
  const told = refusalAt("motions") !== undefined || book.unconfirmedPlaces.has("motions");
  if (motions.length === 0 && !told) return null;
  return (
    <section className={styles.points} aria-label={t("chair.rail.motions")}>
      {motions.map((motion) => (
        <One key={motion.entry} motion={motion} />
      ))}
      <Told at="motions" />
    </section>
  );
}

function One({ motion }: { motion: Motion }) {
  const t = useText();
  const { view } = useConsole().seen;
  const { title, by } = useMotionWords()(motion);
  const stands = isBeforeChair(view, motion);
  return (
    <Card className={styles.card} data-motion={motion.entry} data-stands={stands || undefined}>
      <div className={styles.line}>
        <h2 className={styles.title}>{title}</h2>
        <span className={styles.age}>
          <Age since={motion.movedAt} />
        </span>
      </div>
      <p className={styles.who}>
        {motion.delegation && <Flag code={flagOf(view.delegation(motion.delegation))} name={by} />}
        <span className={styles.name}>{by}</span>
      </p>
      {motion.takenUp && !stands && <p className={styles.note}>{t("chair.motion.waits")}</p>}
      {motion.takenUp ? <UnderWay motion={motion} /> : <Waits motion={motion} title={title} />}
    </Card>
  );
}

function Waits({ motion, title }: { motion: Motion; title: string }) {
  const t = useText();
  return (
    <div className={styles.acts}>
      <ActButton
        act={takeUpMotion}
        of={motion.entry}
        size="small"
        label={t("chair.motion.take_up_of", { motion: title })}
        keyed={false}
      />
      <ActButton
        act={setMotionAside}
        of={motion.entry}
        look="plain"
        size="small"
        label={t("chair.motion.not_taken_up_of", { motion: title })}
        keyed={false}
      />
    </div>
  );
}

function UnderWay({ motion }: { motion: Motion }) {
  const t = useText();
  const instant = useInstant();
  const { entry, objectionsAskedAt } = motion;
  return (
    <>
      <Speakers motion={motion} />
      {objectionsAskedAt > 0 && (
        <p className={styles.note}>{t("chair.motion.objections_asked", { time: instant(objectionsAskedAt) })}</p>
      )}
      <div className={styles.acts}>
        {motion.speakersFor + motion.speakersAgainst > 0 && (
          <ActButton act={askSpeakerOnMotion} of={entry} size="small" focused />
        )}
        {objectionsAskedAt === 0 && <ActButton act={askForObjections} of={entry} size="small" />}
      </div>
      <div className={styles.acts} role="toolbar" aria-label={t("chair.motion.outcomes")}>
        {motion.motion === MotionKind.CLOSE_LIST ? (
          <ActButton act={carryMotion} of={{ entry, until: 0 }} size="small" />
        ) : (
          <ActButton act={askCarried} of={entry} size="small" focused />
        )}
        {OUTCOMES.map((outcome) => (
          <ActButton key={outcome.id} act={outcome} of={entry} size="small" look="plain" />
        ))}
      </div>
    </>
  );
}

/** How many have been heard on each side, and who asks to be. */
function Speakers({ motion }: { motion: Motion }) {
  const t = useText();
  const localize = useLocalized();
  const { view } = useConsole().seen;
  const open = sides.filter((side) => speakersOn(motion, side) > 0);
  if (open.length === 0) return <p className={styles.of}>{t("chair.motion.no_speakers")}</p>;
  return (
    <>
      <p className={styles.who}>
        {open.map((side) => (
          <Chip key={side}>
            {t("chair.motion.heard", {
              side: side === MotionSide.AGAINST ? "against" : "in_favour",
              count: heardOn(motion, side),
              of: speakersOn(motion, side),
            })}
          </Chip>
        ))}
      </p>
      {motion.asks.map(({ delegation, side }) => {
        const name = nameOfDelegation(view, delegation, localize);
        const words = t(SIDES[side] ?? "kind.motion");
        return (
          <div key={delegation} className={styles.asks}>
            <Flag code={flagOf(view.delegation(delegation))} name={name} />
            <span className={styles.asker}>
              <span className={styles.name}>{name}</span> <span className={styles.of}>{words}</span>
            </span>
            <ActButton
              act={giveFloorOnMotion}
              of={{ entry: motion.entry, delegation, side }}
              size="small"
              label={t("chair.motion.give_floor_to", { name, side: words })}
              keyed={false}
            />
          </div>
        );
      })}
    </>
  );
}

/** Each is an alert as it comes. */
export function MotionsReadOut() {
  const wordsOf = useMotionWords();
  const { view } = useConsole().seen;
  return (
    <div className="visually-hidden">
      {openMotions(view)
        .filter(({ takenUp }) => !takenUp)
        .map((motion) => (
          <p key={motion.entry} role="alert">
            {joined(Object.values(wordsOf(motion)))}
          </p>
        ))}
    </div>
  );
}
