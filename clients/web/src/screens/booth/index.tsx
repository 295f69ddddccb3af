// The booth: what is being read, large; who speaks and who is next; and three signals. Always dark.
import { useEffect } from "react";
import { useLocale, useLocalized, useText } from "../../i18n";
import { ConnectionBar, ConnectionChip } from "../../parts/ConnectionBar";
import { classes } from "../../parts/class";
import { LanguageMenu } from "../../parts/LanguageMenu";
import { useShortcuts } from "../../parts/shortcuts";
import { useDark } from "../../shared/dark";
import { useHall } from "../../shared/hall";
import { Has } from "../../shared/reader/Has";
import { Keys } from "../../shared/reader/Keys";
import { Notices } from "../../shared/reader/Notices";
import { Reader } from "../../shared/reader/Reader";
import styles from "../../shared/reader/reader.module.css";
import { useReading } from "../../shared/reader/reading";
import { useSize } from "../../shared/reader/size";
import { situationOf } from "../../shared/situation";
import { Next } from "./Next";
import { Signals } from "./Signals";
import { boothValues } from "./words";

export default function Booth() {
  const t = useText();
  const text = useLocalized();
  const { locale } = useLocale();
  const hall = useHall();
  const [size, setSize] = useSize();
  const situation = situationOf(hall.store);
  const { panel, stage } = situation;
  const reading = useReading(stage === "open" || stage === "suspended" ? panel : undefined);
  const name = t("booth.of", boothValues(hall.hello?.language ?? "", locale));
  useDark();

  useEffect(() => {
    document.title = `${name} · ${t("common.product")}`;
  }, [name, t]);

  const languages = reading.statement?.texts.map(({ language }) => language) ?? [];
  useShortcuts((key) => {
    if (key === "S") setSize(size === "normal" ? "large" : "normal");
    else if (key === "L" && languages.length > 1) {
      reading.choose(languages[(languages.indexOf(reading.language) + 1) % languages.length] ?? "");
    } else if (key === "B" && reading.ahead) reading.open(0);
    else return false;
    return true;
  });

  return (
    <div className={styles.screen}>
      <ConnectionBar state={hall.status} />
      <div className={classes(styles.columns, hall.status !== "live" && styles.dimmed)}>
        <aside className={styles.side}>
          <header className={styles.sideHead}>
            <h1 className={styles.booth}>{name}</h1>
            <ConnectionChip state={hall.status} />
            <LanguageMenu />
          </header>
          <div className={styles.cards}>
            <Has situation={situation} />
            {panel && <Next panel={panel} opened={reading.ahead} onOpen={reading.open} />}
          </div>
          <Signals />
        </aside>
        <main className={styles.main}>
          <p className="visually-hidden">{text(panel?.title)}</p>
          <Notices />
          <Reader reading={reading} situation={situation} size={size} onSize={setSize} />
          <Keys
            of={[
              [["1", "2", "3"], t("booth.key_signals")],
              [["L"], t("booth.language")],
              [["S"], t("booth.size")],
              [["B"], t("booth.back")],
            ]}
          />
        </main>
      </div>
    </div>
  );
}
