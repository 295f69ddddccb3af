import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { useBack } from "./back";
import { classes } from "./class";
import { useNamedClosing } from "./closing";
import styles from "./Dialog.module.css";

type DialogProps = {
  title: string;
  open: boolean;
  onClose: () => void;
  /** sheet: from the foot of a tablet or phone. */
  look?: "dialog" | "sheet";
  children: ReactNode;
};

/** A form over the screen; Escape, Back and a press outside close it, and the focus goes back to where it was. */
export function Dialog({ title, open, onClose, look = "dialog", children }: DialogProps) {
  useBack(open, onClose);
  return (
    <ModalOverlay
      isOpen={open}
      onOpenChange={(now) => !now && onClose()}
      isDismissable
      className={classes(styles.overlay, styles[`${look}Overlay`])}
    >
      <Modal ref={useNamedClosing()} className={classes(styles.modal, styles[look])}>
        <AriaDialog className={styles.content ?? ""}>
          <Heading slot="title" className={styles.title ?? ""}>
            {title}
          </Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
