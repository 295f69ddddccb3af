// How long ago something was raised: in seconds for a minute, then in minutes.
import { useFormat, useText } from "../../i18n";
import { useNow } from "../../shared/hall";
import { MINUTE_MS } from "./model";

export function Age({ since }: { since: number }) {
  const t = useText();
  const format = useFormat();
  const age_ms = Math.max(0, useNow(1_000) - since);
  const shown_ms = age_ms < MINUTE_MS ? age_ms : Math.floor(age_ms / MINUTE_MS) * MINUTE_MS;
  return t("chair.points.age", { time: format.duration(shown_ms) });
}
