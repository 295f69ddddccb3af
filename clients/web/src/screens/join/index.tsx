// The way in: a code or a link, the language, and where it leads. Errors are told in words where the code is typed.
import { type FormEvent, useEffect, useState } from "react";
import { joined, languageName, locales, useLocale, useMessageOf, useText } from "../../i18n";
import { isLocale } from "../../i18n/catalogues";
import { NativeButton } from "../../parts/NativeButton";
import { ChoiceField, TextField } from "../../parts/NativeField";
import { Note } from "../../parts/Note";
import { code_length, codeFrom, forgetWhyOut, screenOfTab, takeFragment, tidyCode, whyOut } from "../../shared/code";
import { keepOnceFetched, later } from "../../shared/later";
import { useSlow } from "../../shared/patience";
import styles from "./join.module.css";

const SigningIn = later(() => import("./SigningIn").then(({ SigningIn }) => SigningIn), Awaiting);

const leave = (path: string) => window.location.replace(path);

export default function Join({ go = leave }: { go?: (path: string) => void }) {
  const t = useText();
  const [text, setText] = useState("");
  // Read while rendering, taken out of the address only once rendered: React may render a first time in vain.
  const [signing, setSigning] = useState<string | undefined>(() => tidyCode(window.location.hash) || undefined);
  const [error, setError] = useState<string | undefined>();

  // Read while rendering, as above.
  const [out, setOut] = useState(whyOut);

  useEffect(forgetWhyOut, []);
  // What signs in is here by the time that a code is typed.
  useEffect(() => keepOnceFetched("join"), []);
  // Who comes back here is signed in: the screen is where they were.
  useEffect(() => {
    const screen = screenOfTab();
    if (screen && !signing) go(`/${screen}`);
  }, [go, signing]);
  useEffect(() => {
    const follow = () => {
      const code = takeFragment();
      if (code) setSigning(code);
    };
    follow();
    window.addEventListener("hashchange", follow);
    return () => window.removeEventListener("hashchange", follow);
  }, []);

  return (
    <main className={styles.page}>
      <div className={styles.box}>
        <p className={styles.product}>{t("common.product")}</p>
        <h1 className={styles.title}>{t("join.title")}</h1>
        {out !== undefined && !signing && <SignedOut why={out} />}
        {signing ? (
          <div className={styles.form}>
            <p className={styles.lead} role="status">
              {t("join.signing_in")}
            </p>
            <SigningIn
              code={signing}
              go={go}
              onRefused={(reason) => {
                setText(signing);
                setSigning(undefined);
                setError(reason);
              }}
              onCancel={() => setSigning(undefined)}
            />
          </div>
        ) : (
          <CodeForm
            text={text}
            onText={setText}
            error={error}
            onError={setError}
            onCode={(code) => {
              // What is said from now on is of this code.
              setOut(undefined);
              setSigning(code);
            }}
          />
        )}
        <LanguageChoice />
      </div>
    </main>
  );
}

function LanguageChoice() {
  const t = useText();
  const { asked, choose } = useLocale();
  return (
    <ChoiceField
      label={t("join.language")}
      value={asked}
      onChange={(tag) => {
        if (isLocale(tag)) choose(tag);
      }}
      choices={locales.map((tag) => ({ id: tag, label: languageName(tag), lang: tag }))}
    />
  );
}

/** What the address says is a word of ours, or none. */
function SignedOut({ why }: { why: string }) {
  const t = useText();
  const messageOf = useMessageOf();
  return <Note alert>{joined([t("join.signed_out"), messageOf(`refusal.${why}`, {})], " ")}</Note>;
}

type CodeFormProps = {
  text: string;
  onText: (text: string) => void;
  error: string | undefined;
  onError: (error: string | undefined) => void;
  onCode: (code: string) => void;
};

function CodeForm({ text, onText, error, onError, onCode }: CodeFormProps) {
  const t = useText();

  function submit(event: FormEvent) {
    event.preventDefault();
    const code = codeFrom(text);
    if (code.length !== code_length) {
      onError(t("join.code_wrong"));
      return;
    }
    onError(undefined);
    onCode(code);
  }

  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <p className={styles.lead}>{t("join.lead")}</p>
      <TextField
        big
        name="code"
        label={t("join.code")}
        note={t("join.code_note")}
        value={text}
        onChange={(value) => {
          onText(value);
          onError(undefined);
        }}
        error={error}
        autoComplete="off"
        autoFocus
      />
      <div role="alert" className="visually-hidden">
        {error}
      </div>
      <NativeButton submits look="primary" size="large" wide>
        {t("join.sign_in")}
      </NativeButton>
    </form>
  );
}

/** What signs in is not here yet, perhaps because the server is not. */
function Awaiting({ onCancel }: { onCancel: () => void }) {
  const t = useText();
  if (!useSlow()) return null;
  return (
    <>
      <Note tone="warn" alert>
        {t("gate.no_answer")}
      </Note>
      <NativeButton onPress={onCancel} wide>
        {t("gate.other_code")}
      </NativeButton>
    </>
  );
}
