import { catalogues, type MessageId } from "./catalogues";

type Say = (id: MessageId, values?: Record<string, string | number>) => string;

/** Why the server let nobody in, in words. */
export function refusalText(t: Say, code: string): string {
  const id = `refusal.${code}`;
  return id in catalogues.en ? t(id as MessageId) : t("refusal.other", { code });
}
