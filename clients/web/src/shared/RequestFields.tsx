// The fields of a request for the floor, in the words of whoever asks.
import { type MessageId, useFormat, useLocalized, useText } from "../i18n";
import { type Choice, ChoiceField, SelectField, TextField } from "../parts/Field";
import { type Kind, Rank } from "../wire";
import form from "./Form.module.css";
import { useHall } from "./hall";
import { kindOf } from "./kinds";
import { RANKS } from "./rank";
import {
  on_behalf_of_bytes_max,
  speaker_name_bytes_max,
  speaker_title_bytes_max,
  type Typed,
  to_the_panel,
} from "./request";

export type RequestWords = Record<
  "kind" | "onBehalfOf" | "addressedTo" | "toThePanel" | "language" | "name" | "title",
  MessageId
> & {
  /** Below the group, and below the name and title of the speaker. */
  onBehalfNote?: MessageId;
  speakerNote?: MessageId;
};

/** As chair and desk read them, who write for others, and whoever puts a request right. */
export const inscribe_words: RequestWords = {
  kind: "inscribe.kind",
  onBehalfOf: "inscribe.on_behalf_of",
  addressedTo: "inscribe.addressed_to",
  toThePanel: "inscribe.to_the_panel",
  language: "inscribe.language",
  name: "inscribe.speaker",
  title: "inscribe.speaker_title",
};

type FieldsProps = {
  panel: string;
  typed: Typed;
  words: RequestWords;
  /** What is wrong with the group, or with the name, in words. */
  wrong: { onBehalfOf?: string | undefined; name?: string | undefined };
  onChange: (part: Partial<Typed>) => void;
};

type RequestFieldsProps = FieldsProps & { kinds: readonly Choice[] };

export function RequestFields({ kinds, ...of }: RequestFieldsProps) {
  const t = useText();
  const format = useFormat();
  const { store } = useHall();
  const { typed, words, onChange } = of;
  const kind = kindOf(typed.kind);
  const languages = store.session()?.languages ?? [];
  return (
    <>
      <ChoiceField
        label={t(words.kind)}
        value={String(typed.kind)}
        onChange={(id) => onChange({ kind: Number(id) as Kind })}
        choices={kinds}
      />
      {kind?.onBehalf && <GroupField {...of} />}
      {kind?.addressed && <AddressedField {...of} />}
      {kind?.inscribed && languages.length > 1 && (
        <ChoiceField
          label={t(words.language)}
          value={typed.language}
          onChange={(language) => onChange({ language })}
          choices={languages.map((tag) => ({ id: tag, label: format.languageName(tag), lang: tag }))}
        />
      )}
      {kind?.inscribed && <SpeakerFields {...of} />}
      {kind?.inscribed && <RankField {...of} />}
    </>
  );
}

function GroupField({ typed, words, wrong, onChange }: FieldsProps) {
  const t = useText();
  return (
    <TextField
      label={t(words.onBehalfOf)}
      note={words.onBehalfNote && t(words.onBehalfNote)}
      value={typed.onBehalfOf}
      onChange={(onBehalfOf) => onChange({ onBehalfOf })}
      error={wrong.onBehalfOf}
      bytesMax={on_behalf_of_bytes_max}
      autoComplete="off"
      required
    />
  );
}

function AddressedField({ panel, typed, words, onChange }: FieldsProps) {
  const t = useText();
  const localize = useLocalized();
  const { store } = useHall();
  const panellists = store.panellists(panel);
  if (panellists.length === 0) return null;
  return (
    <SelectField
      label={t(words.addressedTo)}
      value={typed.addressedTo}
      onChange={(addressedTo) => onChange({ addressedTo })}
      choices={[
        { id: to_the_panel, label: t(words.toThePanel) },
        ...panellists.map(({ id, name }) => ({ id, label: localize(name) })),
      ]}
    />
  );
}

function SpeakerFields({ typed, words, wrong, onChange }: FieldsProps) {
  const t = useText();
  const note = words.speakerNote && t(words.speakerNote);
  return (
    <div className={form.row}>
      <TextField
        label={t(words.name)}
        note={note}
        value={typed.name}
        onChange={(name) => onChange({ name })}
        error={wrong.name}
        bytesMax={speaker_name_bytes_max}
        autoComplete="off"
      />
      <TextField
        label={t(words.title)}
        note={note}
        value={typed.title}
        onChange={(title) => onChange({ title })}
        bytesMax={speaker_title_bytes_max}
        autoComplete="off"
      />
    </div>
  );
}

/** A list may be ordered by it; it need not be said. */
function RankField({ typed, onChange }: FieldsProps) {
  const t = useText();
  return (
    <SelectField
      label={t("inscribe.rank")}
      value={String(typed.rank)}
      onChange={(id) => onChange({ rank: Number(id) as Rank })}
      choices={[
        { id: String(Rank.UNSPECIFIED), label: t("rank.unsaid") },
        ...RANKS.map(([rank, word]) => ({ id: String(rank), label: t(word) })),
      ]}
    />
  );
}
