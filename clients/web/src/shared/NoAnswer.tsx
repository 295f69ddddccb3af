// Before there is anything to show: why it takes so long, once it does, and a way out.
import { type ReactNode, useEffect, useState } from "react";
import { useText } from "../i18n";
import { refusalText } from "../i18n/refusal";
import { Note } from "../parts/Note";
import { useHall } from "./hall";

export const patience_ms = 4_000;

export function NoAnswer({ children }: { children: ReactNode }) {
  const t = useText();
  const hall = useHall();
  const [slow, setSlow] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), patience_ms);
    return () => clearTimeout(timer);
  }, []);
  if (hall.status === "live" || (!slow && !hall.turnedAway)) return null;
  return (
    <>
      <Note tone="warn" alert>
        {hall.turnedAway ? `${refusalText(t, hall.turnedAway.code)} ${t("join.trying")}` : t("join.no_answer")}
      </Note>
      {children}
    </>
  );
}
