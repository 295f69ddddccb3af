// A button for one row of the table: its words, its key, and whether it is offered now. It stays where it is, so that nothing
// moves under the pointer and the focus stays.
import { useText } from "../../i18n";
import { Button, type ButtonProps } from "../../parts/Button";
import { ariaKey, Key } from "../../parts/Key";
import type { Offer, Place } from "../../shared/acts/act";
import { useActs } from "../../shared/acts/useActs";

interface ActButtonProps<Input> extends Pick<ButtonProps, "look" | "size"> {
  act: Offer<Input>;
  of: Input;
  at?: Place;
  /** Where the words alone do not say of whom. */
  label?: string;
  /** Whether its key does the same here, and whether it is drawn. */
  keyed?: "drawn" | "silent" | false;
  /** A press that comes now does nothing yet. */
  rests?: boolean;
  /** A press moves the focus here: what it opens gives it back when it closes. */
  focused?: boolean;
}

export function ActButton<Input>({
  act,
  of,
  at,
  label,
  keyed = "silent",
  rests = false,
  focused = false,
  ...look
}: ActButtonProps<Input>) {
  const t = useText();
  const acts = useActs();
  const reach = acts.reach(act);
  const key = keyed ? reach.keys?.[0] : undefined;
  const unconfirmed = acts.awaits(act, of, at);
  return (
    <Button
      {...look}
      preventFocusOnPress={!focused}
      unconfirmed={unconfirmed}
      isPending={!acts.takes(act) || rests || !acts.offers(act, of)}
      {...(label ? { "aria-label": label } : {})}
      aria-keyshortcuts={key && ariaKey(key)}
      onPress={() => void acts.press(act, of, at ? { at } : {})}
    >
      {t(reach.label)} {key && keyed === "drawn" && <Key name={key} />}
    </Button>
  );
}
