// What a delegation can do besides waiting. On a tablet all of it stands side by side. On a phone it is a dock under the thumb: the one
// act, and behind "More" what is not for every day. A form that is open stays open when the phone is turned.
import { type ReactNode, useId, useState } from "react";
import { useText } from "../../i18n";
import { Button } from "../../parts/Button";
import { useBack } from "../../parts/back";
import { classes } from "../../parts/class";
import { useHeightAs } from "../../parts/useHeightAs";
import styles from "./Acts.module.css";

type ActsProps = {
  phone: boolean;
  /** The one that is for now, where there is one. */
  act: ReactNode;
  children: ReactNode;
};

export function Acts({ phone, act, children }: ActsProps) {
  const t = useText();
  const more = useId();
  const [unfolded, setUnfolded] = useState(false);
  const open = phone && unfolded;
  useBack(open, () => setUnfolded(false));
  const measured = useHeightAs<HTMLDivElement>("--dock", phone);
  return (
    <div ref={measured} className={phone ? styles.dock : styles.beside} data-dock={phone || undefined}>
      {act}
      <div id={more} className={classes(styles.acts, phone && styles.more)} hidden={phone && !open}>
        {children}
      </div>
      {phone && (
        <Button look="plain" wide aria-expanded={open} aria-controls={more} onPress={() => setUnfolded(!open)}>
          {t("delegate.more")}
        </Button>
      )}
    </div>
  );
}
