// Where a page was loaded while the server is away and there is no view to show: a quiet page, with what the session is called
// and the time by its clock, where this tab knew them. It goes by itself.
import type { ReactNode } from "react";
import { useFormat, useLocalized, useText, ZoneProvider } from "../i18n";
import { classes } from "../parts/class";
import type { Last } from "../sync/last";
import styles from "./Away.module.css";
import { useHall, useNow } from "./hall";
import { NoAnswer } from "./NoAnswer";
import whole from "./whole.module.css";

export function Away({ last, children }: { last: Last | undefined; children: ReactNode }) {
  const t = useText();
  const text = useLocalized();
  const { clock } = useHall();
  return (
    <main className={classes(whole.whole, styles.away)}>
      <h1 dir="auto">{text(last?.title) || t("common.product")}</h1>
      {last && (
        <ZoneProvider timeZone={last.timezone} now={clock.now()}>
          <Time />
        </ZoneProvider>
      )}
      <NoAnswer>{children}</NoAnswer>
    </main>
  );
}

function Time() {
  const t = useText();
  const time = useFormat().time(useNow(1_000));
  return (
    <time className={styles.time}>
      <span className="visually-hidden">{t("common.current_time", { time })}</span>
      <span aria-hidden="true">{time}</span>
    </time>
  );
}
