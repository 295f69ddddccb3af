// What a delegation is told of its requests while the ledger does not stand well.
import { useText } from "../../i18n";
import { useHall } from "../../shared/hall";
import { ledgerWords } from "../../shared/LedgerLine";

/** That they are kept and will be sent on; undefined where none waits, or all is well. */
export function useKept(): string | undefined {
  const t = useText();
  const hall = useHall();
  const { length: count } = hall.unanswered;
  return count > 0 && ledgerWords(hall) ? t("delegate.kept", { count }) : undefined;
}
