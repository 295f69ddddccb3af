// What is told of the last act at a place where the button has no room for it: that it is unconfirmed, or why it was refused.
import { Unconfirmed } from "../../parts/Unconfirmed";
import { Refused, type RefusedProps } from "./Refused";
import { useActs } from "./useActs";

type ToldProps = RefusedProps & {
  /** On the lower edge of the card that this is in, so that nothing in it moves. */
  edge?: boolean;
};

export function Told({ edge = false, ...refused }: ToldProps) {
  const { book } = useActs();
  return book.unconfirmedPlaces.has(refused.at) ? <Unconfirmed edge={edge} /> : <Refused {...refused} />;
}
