// A button for one row of the table: its words, its key, and whether it is offered now. It stays where it is, so that nothing
// moves under the pointer and the focus stays. Rendered again only where what it says or takes has changed.
import { memo } from "react";
import { useText } from "../../i18n";
import { Button, type ButtonProps } from "../../parts/Button";
import { ariaKey, Key } from "../../parts/Key";
import { useSteady } from "../../parts/useSteady";
import type { Offer, Place } from "../../shared/acts/act";
import { swapOf } from "../../shared/acts/book";
import { type Acts, useActs } from "../../shared/acts/useActs";

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
  return (
    <Face
      {...look}
      words={t(reach.label)}
      drawn={keyed === "drawn" ? key : undefined}
      preventFocusOnPress={!focused}
      unconfirmed={acts.awaits(act, of, at)}
      onIdle={useRested(acts, act, of)}
      isPending={!acts.takes(act) || rests || acts.rests(act, of) || !acts.offers(act, of)}
      aria-label={label}
      aria-keyshortcuts={key && ariaKey(key)}
      onPress={useSteady(() => void acts.press(act, of, at ? { at } : {}))}
    />
  );
}

/** While another act was only just in its place, a press is said to have done nothing. */
function useRested<Input>(acts: Acts, act: Offer<Input>, of: Input): (() => void) | undefined {
  const rested = useSteady(() => {
    const where = swapOf(act, of);
    if (where) acts.book.holds(where);
  });
  return acts.rests(act, of) ? rested : undefined;
}

interface FaceProps extends Omit<ButtonProps, "aria-label" | "children"> {
  words: string;
  drawn: string | undefined;
  "aria-label": string | undefined;
}

const Face = memo(function Face({ words, drawn, "aria-label": label, ...button }: FaceProps) {
  return (
    <Button {...button} {...(label ? { "aria-label": label } : {})}>
      {words} {drawn && <Key name={drawn} />}
    </Button>
  );
});
