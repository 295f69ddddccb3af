// From a code to the screen of its role. This is what speaks the protocol, and so it is fetched while the code is typed.
import { useEffect } from "react";
import { useRefusalText, useText } from "../../i18n";
import { NativeButton } from "../../parts/NativeButton";
import { keepCode } from "../../shared/code";
import { HallProvider, useHall } from "../../shared/hall";
import { NoAnswer } from "../../shared/NoAnswer";
import { screenOf } from "../../shared/screensOf";

type SigningInProps = {
  code: string;
  go: (path: string) => void;
  onRefused: (reason: string) => void;
  onCancel: () => void;
};

export function SigningIn(props: SigningInProps) {
  return (
    <HallProvider code={props.code}>
      <Asking {...props} />
    </HallProvider>
  );
}

function Asking({ code, go, onRefused, onCancel }: SigningInProps) {
  const t = useText();
  const refusal = useRefusalText();
  const hall = useHall();
  const role = hall.hello?.role;
  const screen = role === undefined ? undefined : screenOf(role);

  useEffect(() => {
    if (role === undefined) return;
    if (!screen) {
      onRefused(t("gate.no_screen"));
      return;
    }
    keepCode(screen, code);
    go(`/${screen}`);
  }, [role, screen, code, go, onRefused, t]);
  useEffect(() => {
    if (hall.status === "refused") onRefused(refusal(hall.refusal?.code ?? ""));
  }, [hall.status, hall.refusal, onRefused, refusal]);

  return (
    <NoAnswer>
      <NativeButton onPress={onCancel} wide>
        {t("gate.other_code")}
      </NativeButton>
    </NoAnswer>
  );
}
