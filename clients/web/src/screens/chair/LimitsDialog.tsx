// Changes the limits of the panel: one command for each that was changed, each said to reach the speech under way or not.
import { useState } from "react";
import { useText } from "../../i18n";
import { ChoiceField, TextField } from "../../parts/Field";
import { setAtLimit, setLimit, underLimit } from "../../shared/acts/table/panels";
import { Form } from "../../shared/Form";
import styles from "../../shared/Form.module.css";
import { durationField, parseDuration } from "../../shared/fields";
import { speakingOn } from "../../shared/floor";
import type { Sent } from "../../shared/hall";
import { AtLimit, type LimitOf } from "../../wire";
import { useSeen } from "./console";
import { LIMITS } from "./words";

/** What the chair has typed or chosen; all else shows what stands, and is not sent. */
function useTyped() {
  const seen = useSeen();
  const { panel } = seen;
  const [texts, setTexts] = useState<ReadonlyMap<LimitOf, string>>(new Map());
  const [chosen, choose] = useState<AtLimit | undefined>();
  const [grace, setGrace] = useState<string | undefined>();
  const [alsoUnderWay, setAlsoUnderWay] = useState(false);
  const [wrong, setWrong] = useState<ReadonlySet<LimitOf | "grace">>(new Set());
  const stands = new Map((panel?.limits ?? []).map(({ of, limitMs }) => [of, limitMs]));
  const stands_grace_ms = panel?.graceMs ?? 0;
  const atLimit = chosen ?? panel?.atLimit ?? AtLimit.SIGNAL;

  // Against what stands at each submit: of several acts, those accepted before one that was refused are not sent again.
  const sends = (): Sent[] | undefined => {
    const bad = new Set<LimitOf | "grace">();
    const sent: Sent[] = [];
    for (const [of, text] of texts) {
      const limit_ms = parseDuration(text);
      if (!limit_ms) bad.add(of);
      else if (limit_ms !== stands.get(of)) {
        sent.push(setLimit.command(seen, { of, limit_ms, alsoUnderWay: alsoUnderWay && underLimit(seen, of) }));
      }
    }
    const typed_ms = grace === undefined ? stands_grace_ms : parseDuration(grace);
    if (atLimit === AtLimit.CUT && typed_ms === undefined) bad.add("grace");
    const kept_ms = atLimit === AtLimit.CUT ? (typed_ms ?? 0) : stands_grace_ms;
    if (atLimit !== panel?.atLimit || kept_ms !== stands_grace_ms) {
      sent.push(setAtLimit.command(seen, { atLimit, grace_ms: kept_ms }));
    }
    setWrong(bad);
    return bad.size > 0 ? undefined : sent;
  };
  const rows = LIMITS.flatMap(([of, name]) => {
    const limit_ms = stands.get(of);
    return limit_ms === undefined ? [] : [{ of, name, text: texts.get(of) ?? durationField(limit_ms) }];
  });
  const type = (of: LimitOf, typed: string) => setTexts((all) => new Map(all).set(of, typed));
  const shown_grace = grace ?? durationField(stands_grace_ms);
  return {
    speaks: speakingOn(seen.floor) !== undefined,
    limits: { rows, wrong, type },
    underWay: { also: alsoUnderWay, change: setAlsoUnderWay },
    end: { atLimit, choose, grace: shown_grace, setGrace, wrong: wrong.has("grace") },
    sends,
  };
}

type Typed = ReturnType<typeof useTyped>;

export function LimitsDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { speaks, limits, underWay, end, sends } = useTyped();
  return (
    <Form
      title={t("chair.limits.dialog")}
      submit={t("chair.limits.submit")}
      onClose={onClose}
      sends={sends}
      tells={{ of: setLimit }}
    >
      <LimitFields {...limits} />
      {speaks && (
        <label className={styles.check}>
          <input type="checkbox" checked={underWay.also} onChange={(event) => underWay.change(event.target.checked)} />
          {t("chair.limits.also_under_way")}
        </label>
      )}
      <AtLimitFields {...end} />
    </Form>
  );
}

function LimitFields({ rows, wrong, type }: Typed["limits"]) {
  const t = useText();
  return (
    <div className={styles.limits}>
      {rows.map(({ of, name, text }, index) => (
        <TextField
          key={of}
          label={t(name)}
          value={text}
          onChange={(typed) => type(of, typed)}
          error={wrong.has(of) ? t("chair.form.duration_wrong") : undefined}
          autoFocus={index === 0}
          autoComplete="off"
        />
      ))}
    </div>
  );
}

function AtLimitFields({ atLimit, choose, grace, setGrace, wrong }: Typed["end"]) {
  const t = useText();
  return (
    <>
      <ChoiceField
        label={t("chair.at_limit.label")}
        value={String(atLimit)}
        onChange={(id) => choose(Number(id) as AtLimit)}
        choices={[
          { id: String(AtLimit.SIGNAL), label: t("chair.at_limit.signal") },
          { id: String(AtLimit.CUT), label: t("chair.at_limit.cut") },
        ]}
      />
      {atLimit === AtLimit.CUT && (
        <TextField
          label={t("chair.at_limit.grace")}
          value={grace}
          onChange={setGrace}
          note={t("chair.form.duration_note")}
          error={wrong ? t("chair.form.duration_wrong") : undefined}
          autoComplete="off"
        />
      )}
    </>
  );
}
