// What opens beside a button or a field. Back closes it, as whatever is open.
import { useCallback, useContext, useState } from "react";
import { Popover as AriaPopover, OverlayTriggerStateContext, type PopoverProps } from "react-aria-components";
import { useBack } from "./back";
import { useNamedClosing } from "./closing";

export function Popover(props: PopoverProps) {
  const state = useContext(OverlayTriggerStateContext);
  const named = useNamedClosing();
  // A field draws it a second time, unseen, to know its choices: only one is an element.
  const [open, setOpen] = useState<HTMLElement | null>(null);
  useBack(open !== null, () => {
    props.onOpenChange?.(false);
    state?.close();
  });
  const drawn = useCallback(
    (element: HTMLElement | null) => {
      named(element);
      setOpen(element);
    },
    [named],
  );
  return <AriaPopover {...props} ref={drawn} />;
}
