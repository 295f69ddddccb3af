// Draws the page: its screen, behind the gate but for the way in, as they come.
import { type ComponentType, lazy, type ReactNode, StrictMode, Suspense } from "react";
import { createRoot } from "react-dom/client";
import { I18nProvider } from "../i18n";
import type { Start } from "../i18n/first";
import { Skeleton } from "../parts/Skeleton";
import { forgetWhoLeft, type ScreenName } from "./code";
import { Failure } from "./failure";
import type { GateProps } from "./gate";

type Behind = { screen: ScreenName; gate: Promise<{ Gate: ComponentType<GateProps> }> };

export function start(
  place: Element,
  language: Start,
  shown: Promise<{ default: ComponentType }>,
  behind: Behind | undefined,
): void {
  forgetWhoLeft();
  const Shown = lazy(() => shown);
  createRoot(place).render(
    <StrictMode>
      <I18nProvider {...language}>
        <Failure>
          <Suspense fallback={<Skeleton />}>{behind ? gated(behind, <Shown />) : <Shown />}</Suspense>
        </Failure>
      </I18nProvider>
    </StrictMode>,
  );
}

function gated({ screen, gate }: Behind, shown: ReactNode): ReactNode {
  const Gate = lazy(() => gate.then(({ Gate }) => ({ default: Gate })));
  return <Gate screen={screen}>{shown}</Gate>;
}
