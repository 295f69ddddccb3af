// Before there is anything to show: why it takes so long, once it does, and a way out.
import { type ReactNode, useEffect, useState } from "react";
import { useRefusalText, useText } from "../i18n";
import { Note } from "../parts/Note";
import { useHall } from "./hall";

export const patience_ms = 4_000;

export function NoAnswer({ children }: { children: ReactNode }) {
  const t = useText();
  const refusal = useRefusalText();
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
        {hall.turnedAway ? `${refusal(hall.turnedAway.code)} ${t("gate.trying")}` : t("gate.no_answer")}
      </Note>
      {children}
    </>
  );
}
