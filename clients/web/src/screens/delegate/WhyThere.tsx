import { useText } from "../../i18n";
import { useHall } from "../../shared/hall";
import { useReason } from "../../shared/reason";
import type { Entry } from "../../wire";
import look from "./look.module.css";

/** "Why this place: Ministers; asked 15:08:21" */
export function WhyThere({ entry }: { entry: Entry }) {
  const t = useText();
  const { store } = useHall();
  return <p className={look.quiet}>{t("why.place", { why: useReason()(store, entry) })}</p>;
}
