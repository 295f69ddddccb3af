// What opens beside a button or a field.
import { Popover as AriaPopover, type PopoverProps } from "react-aria-components";
import { useNamedClosing } from "./closing";

export function Popover(props: PopoverProps) {
  return <AriaPopover {...props} ref={useNamedClosing()} />;
}
