// Before there is anything to show: why it takes so long, once it does, and a way out.
import type { ReactNode } from "react";
import { useRefusalText, useText } from "../i18n";
import { Note } from "../parts/Note";
import { useHall } from "./hall";
import { useSlow } from "./patience";

export function NoAnswer({ children }: { children: ReactNode }) {
  const t = useText();
  const refusal = useRefusalText();
  const hall = useHall();
  const slow = useSlow();
  if (hall.status === "live" || (!slow && !hall.turnedAway && !hall.away)) return null;
  return (
    <>
      <Note tone="warn" alert>
        {hall.turnedAway ? `${refusal(hall.turnedAway.code)} ${t("gate.trying")}` : t("gate.no_answer")}
      </Note>
      {children}
    </>
  );
}
