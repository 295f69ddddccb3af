// The last resort: a screen that failed says so in words and can be loaded again; the codes and what is pending are kept.
import { Component, type ReactNode } from "react";
import { useText } from "../i18n";
import { NativeButton } from "../parts/NativeButton";
import styles from "./gate.module.css";

export class Failure extends Component<{ children: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(error: unknown) {
    console.error(error);
  }

  override render() {
    return this.state.failed ? <Failed /> : this.props.children;
  }
}

function Failed() {
  const t = useText();
  return (
    <main className={styles.refused}>
      <p role="alert">{t("common.this_screen_failed")}</p>
      <NativeButton look="primary" onPress={() => window.location.reload()}>
        {t("common.load_again")}
      </NativeButton>
    </main>
  );
}
