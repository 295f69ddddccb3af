// Changes the limits of the panel: one command for each that was changed, each said to reach the speech under way or not.
import { useState } from "react";
import { useText } from "../../i18n";
import { ChoiceField, TextField } from "../../parts/Field";
import { AtLimit, type LimitOf } from "../../wire";
import { type Sent, setAtLimit, setLimit, underLimit } from "./actions";
import { useDesk } from "./desk";
import { Form } from "./Form";
import styles from "./Form.module.css";
import { durationField, parseDuration } from "./fields";
import { hasSpeech } from "./model";
import { LIMITS } from "./words";

export function LimitsDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const { context } = useDesk();
  const [before] = useState(() => ({
    limits: new Map((context.panel?.limits ?? []).map(({ of, limitMs }) => [of, limitMs])),
    atLimit: context.panel?.atLimit ?? AtLimit.SIGNAL,
    grace_ms: context.panel?.graceMs ?? 0,
  }));
  const [texts, setTexts] = useState<ReadonlyMap<LimitOf, string>>(
    () => new Map([...before.limits].map(([of, limit_ms]) => [of, durationField(limit_ms)])),
  );
  const [alsoUnderWay, setAlsoUnderWay] = useState(false);
  const [atLimit, setAtLimitChoice] = useState(before.atLimit);
  const [grace, setGrace] = useState(durationField(before.grace_ms));
  const [wrong, setWrong] = useState<ReadonlySet<LimitOf | "grace">>(new Set());

  const sends = (): Sent[] | undefined => {
    const bad = new Set<LimitOf | "grace">();
    const sent: Sent[] = [];
    for (const [of, text] of texts) {
      const limit_ms = parseDuration(text);
      if (!limit_ms) bad.add(of);
      else if (limit_ms !== before.limits.get(of)) {
        sent.push(setLimit.command(context, { of, limit_ms, alsoUnderWay: alsoUnderWay && underLimit(context, of) }));
      }
    }
    const grace_ms = parseDuration(grace);
    if (atLimit === AtLimit.CUT && grace_ms === undefined) bad.add("grace");
    const kept_ms = atLimit === AtLimit.CUT ? (grace_ms ?? 0) : before.grace_ms;
    if (atLimit !== before.atLimit || kept_ms !== before.grace_ms) {
      sent.push(setAtLimit.command(context, { atLimit, grace_ms: kept_ms }));
    }
    setWrong(bad);
    return bad.size > 0 ? undefined : sent;
  };

  const rows = LIMITS.filter(([of]) => before.limits.has(of));
  return (
    <Form title={t("chair.limits.dialog")} submit={t("chair.limits.submit")} onClose={onClose} sends={sends}>
      <div className={styles.limits}>
        {rows.map(([of, name], index) => (
          <TextField
            key={of}
            label={t(name)}
            value={texts.get(of) ?? ""}
            onChange={(text) => setTexts((all) => new Map(all).set(of, text))}
            error={wrong.has(of) ? t("chair.form.duration_wrong") : undefined}
            autoFocus={index === 0}
            autoComplete="off"
          />
        ))}
      </div>
      {hasSpeech(context.floor) && (
        <label className={styles.check}>
          <input type="checkbox" checked={alsoUnderWay} onChange={(event) => setAlsoUnderWay(event.target.checked)} />
          {t("chair.limits.also_under_way")}
        </label>
      )}
      <ChoiceField
        label={t("chair.at_limit.label")}
        value={String(atLimit)}
        onChange={(id) => setAtLimitChoice(Number(id) as AtLimit)}
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
          error={wrong.has("grace") ? t("chair.form.duration_wrong") : undefined}
          autoComplete="off"
        />
      )}
    </Form>
  );
}
