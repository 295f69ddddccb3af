// A list is drawn by lot: the commitment to a secret, the pool, then the hall's word, the secret and the order, a row after the
// other, each with the figure that it stands by. Long ones turn their pages by the session's clock, on all displays alike.
import { type CSSProperties, type ReactNode, useRef, useState } from "react";
import { useFormat, useInstant, useLocalized, useText } from "../../i18n";
import { classes } from "../../parts/class";
import { Flag } from "../../parts/Flag";
import { nameLength } from "../../parts/names";
import { digitsIn, stageOfDraw } from "../../shared/draw";
import { listSpeechOn } from "../../shared/floor";
import { useHall } from "../../shared/hall";
import { sha256 } from "../../shared/sha256";
import { holderOf, type Situation } from "../../shared/situation";
import type { Store } from "../../sync/store";
import type { Draw as DrawOf } from "../../wire";
import styles from "./Draw.module.css";

/** After it was drawn, where the floor is not given before. */
export const draw_shown_ms = 300_000;
export const page_rows = 16;
/** On the wall's clock, as a row and a page take long to be read however fast a session runs. */
export const page_shown_ms = 10_000;
const row_after_ms = 300;
const line_chars = 13;

const latestOf = ({ preparedAt, frozenAt, drawnAt }: DrawOf) => drawnAt || frozenAt || preparedAt;

/**
 * The draw to be shown: nobody speaks, and the floor of its panel was not given since its latest step. Who speaks has the
 * display to itself, also where the list is drawn meanwhile.
 */
export function useDrawShown({ panel, floor, point }: Situation, now: number): DrawOf | undefined {
  const { store } = useHall();
  const given = useRef(new Map<string, number>());
  const draw = panel && store.draw(panel.id);
  const speech = panel && listSpeechOn(store.floor(panel.id));
  if (speech) given.current.set(speech.panel, speech.startedAt);
  if (!draw || floor || point) return undefined;
  if ((given.current.get(draw.panel) ?? 0) > latestOf(draw)) return undefined;
  return draw.drawnAt !== 0 && now - draw.drawnAt >= draw_shown_ms ? undefined : draw;
}

export function Draw({ draw, now }: { draw: DrawOf; now: number }) {
  return (
    <main className={styles.draw}>
      <Proof draw={draw} />
      <Order draw={draw} now={now} />
    </main>
  );
}

/** What anyone needs to compute it again. */
function Proof({ draw }: { draw: DrawOf }) {
  const t = useText();
  const format = useFormat();
  const instant = useInstant();
  const { store } = useHall();
  const seconds = (at: number) => instant(at, { time: format.timeSeconds(at) });
  const drawn = stageOfDraw(draw) === "drawn";
  const limits = new Set(draw.entries.map((entry) => store.entry(entry)?.limitMs));
  const [limit] = limits.size === 1 ? limits : [];
  return (
    <section className={styles.proof}>
      <h1 className={styles.title}>{t("display.draw_title", { drawn: drawn ? "yes" : "no" })}</h1>
      {draw.frozenAt !== 0 && (
        <p className={styles.about}>
          {t("display.draw_pool", { count: draw.pool.length, time: seconds(draw.frozenAt) })}{" "}
          {limit !== undefined && t("display.draw_each", { limit: format.duration(limit) })}
        </p>
      )}
      {draw.reason && <p className={styles.about}>{t("display.draw_again", { reason: draw.reason })}</p>}
      <Part title={t("display.draw_commitment")} at={seconds(draw.preparedAt)}>
        <Digest of={draw.commitment} />
      </Part>
      {drawn && (
        <>
          <Part title={t("display.draw_word")}>
            <p className={styles.word}>{draw.word}</p>
          </Part>
          <Part title={t("display.draw_secret")} at={seconds(draw.drawnAt)}>
            <Digest of={draw.secret} />
          </Part>
          <p className={styles.check}>{t("display.draw_check")}</p>
        </>
      )}
    </section>
  );
}

function Part({ title, at, children }: { title: string; at?: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h2 className={styles.partTitle}>
        <span>{title}</span>
        {at && <span className={styles.at}>{at}</span>}
      </h2>
      {children}
    </section>
  );
}

/** To be compared by eye. */
function Digest({ of }: { of: string }) {
  return (
    <p className={styles.digest}>
      {digitsIn(of, 8).map((digits, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: its parts are where they are
        <span key={at}>{digits} </span>
      ))}
    </p>
  );
}

/** Who is drawn among, and then in which order. */
function Order({ draw, now }: { draw: DrawOf; now: number }) {
  const t = useText();
  const { clock } = useHall();
  const stage = stageOfDraw(draw);
  const drawn = stage === "drawn";
  const labels = drawn ? draw.drawn : draw.pool;
  const pages = Math.max(1, Math.ceil(labels.length / page_rows));
  const since_ms = Math.max(0, now - latestOf(draw)) / clock.speed;
  const turn = pages > 1 ? Math.floor(since_ms / page_shown_ms) : 0;
  const from = (turn % pages) * page_rows;
  const shown = labels.slice(from, from + page_rows);
  const rows = { first: from + 1, last: from + shown.length, count: labels.length };
  return (
    <section className={styles.order}>
      <h2 className={styles.orderTitle}>
        <span>{t(drawn ? "display.draw_order" : "display.draw_among")}</span>
        {shown.length > 0 && <span className={styles.at}>{t("display.draw_rows", rows)}</span>}
      </h2>
      <Rows
        key={`${draw.number} ${stage} ${turn}`}
        draw={draw}
        labels={shown}
        from={from}
        since_ms={drawn && turn < pages ? since_ms - turn * page_shown_ms : undefined}
      />
      <p className={styles.foot}>
        <span>
          {t(drawn ? "display.draw_lowest" : stage === "frozen" ? "display.draw_word_next" : "display.draw_pool_next")}
        </span>
        <span>{t("display.draw_number", { number: draw.number })}</span>
      </p>
    </section>
  );
}

type RowsProps = {
  draw: DrawOf;
  labels: readonly string[];
  from: number;
  /** For how long this page has been there as it opens; its rows come one after the other. Undefined where all stand. */
  since_ms: number | undefined;
};

function Rows({ draw, labels, from, since_ms }: RowsProps) {
  const text = useLocalized();
  const { store } = useHall();
  const [gone_ms] = useState(since_ms);
  return (
    <ol className={styles.rows} start={from + 1}>
      {labels.map((label, at) => {
        const { name: names, flag, fallback } = holderBy(store, draw, label);
        const name = text(names) || fallback;
        const comes = gone_ms === undefined ? {} : { "--comes": `${Math.round(at * row_after_ms - gone_ms)}ms` };
        return (
          <li
            key={label}
            className={classes(styles.row, gone_ms !== undefined && styles.comes)}
            style={comes as CSSProperties}
          >
            <span className={styles.place}>{draw.drawnAt === 0 ? "" : from + at + 1}</span>
            <Flag code={flag} name={name} />
            <bdi className={styles.name} data-length={lengthOf(name)}>
              {name}
            </bdi>
            <span className={styles.figure}>{draw.seed && sha256(`${draw.seed} ${label}`).slice(0, 6)}</span>
          </li>
        );
      })}
    </ol>
  );
}

/** What has no room in one line is written smaller, so that two lines have room in a row. */
function lengthOf(name: string) {
  return nameLength(name) ?? (name.length > line_chars ? "two" : undefined);
}

/** Who has withdrawn, or was heard, is still one of those that were drawn. */
function holderBy(store: Store, draw: DrawOf, label: string) {
  const entry = store.entry(draw.entries[draw.pool.indexOf(label)] ?? 0);
  const [delegation = label] = label.split("#");
  if (entry) return holderOf(store, entry);
  const known = store.delegation(delegation);
  return known
    ? holderOf(store, { panel: draw.panel, delegation, body: "" })
    : { name: {}, flag: "", fallback: label, guest: true };
}
