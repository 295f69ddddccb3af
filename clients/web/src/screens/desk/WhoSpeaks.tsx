// Who has the floor, small: the desk follows, the chair decides.
import { joined, useFormat, useText } from "../../i18n";
import { Card } from "../../parts/Card";
import { DelegationName } from "../../parts/DelegationName";
import { ClockNote, SpeechClock } from "../../parts/SpeechClock";
import { stoodLeftMs } from "../../parts/speech";
import type { Held } from "../../shared/floor";
import { useHall, useSpeechNow } from "../../shared/hall";
import { kindOf } from "../../shared/kinds";
import { situationOf } from "../../shared/situation";
import look from "./look.module.css";
import { useNames } from "./names";
import styles from "./WhoSpeaks.module.css";

export function WhoSpeaks() {
  const t = useText();
  const hall = useHall();
  const { floor, point, interrupted } = situationOf(hall.store);
  return (
    <Card title={t("desk.floor.title")} aria-label={t("desk.floor.title")}>
      {floor ? <Speaking floor={floor} /> : !point && <p className={look.quiet}>{t("floor.free")}</p>}
      {point && !floor && <Heard point={point} />}
      {interrupted && <GoesOn interrupted={interrupted} />}
    </Card>
  );
}

function Speaking({ floor }: { floor: Held }) {
  const t = useText();
  const names = useNames();
  const now = useSpeechNow(floor);
  const { name, flag } = names.holder(floor);
  const kind = floor.panellist ? "kind.panellist" : kindOf(floor.kind)?.word;
  const about = joined([kind && t(kind), floor.speaker?.name, floor.speaker?.title]);
  return (
    <div className={styles.speaking}>
      <DelegationName name={name} flag={flag} strong note={about} />
      <div className={styles.speechClock}>
        <SpeechClock speech={floor} now={now} />
        <ClockNote speech={floor} now={now} />
      </div>
    </div>
  );
}

/** Nobody speaks: the chair is about to rule. */
function Heard({ point }: { point: Held }) {
  const t = useText();
  const names = useNames();
  return <p>{t("desk.floor.before_the_chair", { name: names.delegation(point.delegation).name })}</p>;
}

function GoesOn({ interrupted }: { interrupted: Held }) {
  const t = useText();
  const format = useFormat();
  const names = useNames();
  const { name } = names.holder(interrupted);
  const left = Math.max(0, stoodLeftMs(interrupted));
  return <p className={look.quiet}>{t("desk.floor.goes_on", { name, time: format.clock(left) })}</p>;
}
