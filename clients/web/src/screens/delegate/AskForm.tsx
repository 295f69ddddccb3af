// The form of a request. What does not change from one request to the next stands in it already.
import { type FormEvent, useState } from "react";
import { useFormat, useLocale, useText } from "../../i18n";
import { Button } from "../../parts/Button";
import type { ActValue } from "../../shared/acts/act";
import { useHall } from "../../shared/hall";
import { inscribed_kinds, kindOf, kindWord, usual_kind } from "../../shared/kinds";
import { RequestFields, type RequestWords } from "../../shared/RequestFields";
import { hasTooLong, lacksGroup, nothing_typed, requestOf, type Typed } from "../../shared/request";
import { useTyped } from "../../shared/typed";
import { isRight } from "../../shared/wrongField";
import type { Kind, Panel } from "../../wire";
import look from "./look.module.css";
import { limitFor } from "./model";
import { lastInForce, type Remembered, remember } from "./remembered";

const words: RequestWords = {
  kind: "delegate.kind",
  onBehalfOf: "delegate.on_behalf_of",
  onBehalfNote: "delegate.on_behalf_note",
  addressedTo: "delegate.addressed_to",
  toThePanel: "delegate.to_the_panel",
  language: "delegate.spoken_language",
  name: "delegate.speaker_name",
  title: "delegate.speaker_title",
  speakerNote: "delegate.optional",
};

type AskFormProps = {
  panel: Panel;
  /** Those that can be asked for; the others are shown as waiting already. */
  kinds: Kind[];
  busy: boolean;
  unconfirmed: boolean;
  onSend: (request: ActValue<"requestFloor">) => void;
  onCancel: () => void;
};

export function AskForm({ panel, kinds: free, busy, unconfirmed, onSend, onCancel }: AskFormProps) {
  const t = useText();
  const format = useFormat();
  const { store, hello } = useHall();
  const [known] = useState(() => lastInForce(store, hello));
  const first = useFirst(known, free[0]);
  const [typed, setTyped, forget] = useTyped(`request ${panel.id}`, first);
  const [missing, setMissing] = useState(false);
  const change = (part: Partial<Typed>) => {
    setTyped((all) => ({ ...all, ...part }));
    setMissing(false);
  };

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const lacks = lacksGroup(typed);
    const check = () => {
      setMissing(lacks);
      return !lacks && !hasTooLong(typed);
    };
    if (!isRight(event.currentTarget, check)) return;
    const { language, name, title, kind, onBehalfOf, rank } = typed;
    const group = kindOf(kind)?.onBehalf ? onBehalfOf.trim() : (known.group ?? "");
    remember(hello, { language, name: name.trim(), title: title.trim(), group, rank });
    forget();
    onSend(requestOf(panel.id, typed));
  }

  return (
    <form className={look.form} onSubmit={submit} noValidate>
      <RequestFields
        panel={panel.id}
        typed={typed}
        words={words}
        kinds={inscribed_kinds.map((one) => {
          const limit = limitFor(panel, one, store.delegation(hello?.delegation ?? ""));
          const taken = !free.includes(one);
          const note = taken ? t("delegate.already_waiting") : limit === undefined ? "" : format.duration(limit);
          return { id: String(one), label: t(kindWord(one)), disabled: taken, ...(note ? { note } : {}) };
        })}
        wrong={{ onBehalfOf: missing ? t("delegate.on_behalf_missing") : undefined }}
        onChange={change}
      />
      <div className={look.formEnd}>
        <Button onPress={onCancel} size="large">
          {t("common.cancel")}
        </Button>
        <Button type="submit" look="primary" size="large" isPending={busy} says={busy} unconfirmed={unconfirmed}>
          {busy ? t("delegate.asking") : t("delegate.ask_send")}
        </Button>
      </div>
    </form>
  );
}

/** What stands in the form when it opens: as the last time, else as the sign-in says. */
function useFirst(known: Remembered, kind: Kind = usual_kind): Typed {
  const { locale } = useLocale();
  const { store, hello } = useHall();
  const languages = store.session()?.languages ?? [];
  const wanted = [known.language, hello?.language, locale, languages[0]];
  return {
    ...nothing_typed,
    kind,
    language: wanted.find((tag) => tag && languages.includes(tag)) ?? "",
    name: known.name ?? hello?.person?.name ?? "",
    title: known.title ?? hello?.person?.title ?? "",
    onBehalfOf: known.group ?? "",
    rank: known.rank ?? nothing_typed.rank,
  };
}
