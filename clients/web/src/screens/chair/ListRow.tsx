// One row of the list, in one line. Rendered again only where what it shows has changed.
import { memo, type ReactNode, useEffect, useRef } from "react";
import { useFormat, useText } from "../../i18n";
import { dot, isolated, joined } from "../../i18n/isolated";
import { Button } from "../../parts/Button";
import { Chip } from "../../parts/Chip";
import { classes } from "../../parts/class";
import { Flag } from "../../parts/Flag";
import { Unconfirmed } from "../../parts/Unconfirmed";
import { useRankAndTitle } from "../../shared/rank";
import { bringIntoSight } from "./inSight";
import { ListCell } from "./ListCell";
import type { Row } from "./model";
import type { RowActs } from "./rowActs";
import { nameStep, type Room, shareRow, speakerStep, titleFits } from "./rowRoom";
import { STAND_BY } from "./rowWords";
import styles from "./SpeakersList.module.css";
import { StatementCell } from "./StatementCell";

interface ListRowProps {
  row: Row;
  index: number;
  /** As it is read out. */
  words: string;
  note: string | undefined;
  busy: boolean;
  unconfirmed: boolean;
  /** Whether the tabulator stops here. */
  tab: boolean;
  room: Room;
  acts: RowActs;
  onMenu: (entry: number, button: HTMLElement) => void;
}

export const ListRow = memo(function ListRow(props: ListRowProps) {
  const { row, index, words, note, busy, unconfirmed, tab, acts } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows of a table cannot be dragged about
    <div
      role="row"
      tabIndex={tab ? 0 : -1}
      aria-label={words}
      aria-rowindex={index + 1}
      className={classes(styles.row, row.next && styles.first)}
      data-entry={row.entry}
      data-next={row.next || undefined}
      data-busy={busy || undefined}
    >
      <Cells {...props} />
      {unconfirmed && (
        <ListCell className={styles.unconfirmed}>
          <Unconfirmed />
        </ListCell>
      )}
      {note && <RowNote onDismiss={() => acts.dismiss(row.entry)}>{note}</RowNote>}
    </div>
  );
});

// A row that goes to another place has most of its cells as they were.
function Cells({ row, room, onMenu }: ListRowProps) {
  const states = useStates(row);
  const about = useAbout(row);
  const words = { name: row.name, speaker: row.speaker, states: states.map((state) => state.words), about };
  const shared = shareRow(words, room);
  const besideName = shared.beside !== "none" && states.map((state) => <RowChip key={state.words} {...state} />);
  const besideSpeaker = shared.beside === "none" && states.map((state) => <RowChip key={state.words} {...state} />);
  const rankAndTitle = useRankAndTitle();
  return (
    <>
      <span className={styles.grip} data-grip="" aria-hidden="true" />
      <ListCell className={styles.place} title={row.why || undefined}>
        {row.place}
      </ListCell>
      <span className={styles.flag}>
        <Flag code={row.flag} name={row.name} />
      </span>
      <ListCell className={styles.nameCell}>
        <span className={styles.name} data-step={nameStep(row.name, shared.name)} dir="auto">
          {row.name}
        </span>
        {besideName}
        {shared.beside === "all" && about && <RowChip words={about} tone="neutral" />}
      </ListCell>
      <SpeakerCell
        speaker={row.speaker}
        speakerTitle={rankAndTitle({ rank: row.rank, title: row.speakerTitle })}
        about={about}
        width={shared.speaker}
      >
        {besideSpeaker}
        {shared.about > 0 && <RowChip words={about} tone="neutral" width={shared.about} />}
      </SpeakerCell>
      <StatementCell row={row} className={styles.statement} />
      <TextCell language={row.language} texts={row.texts} />
      <StandByCell standBy={row.standBy} />
      <ExpectedCell row={row} />
      <MenuCell entry={row.entry} name={row.name} onMenu={onMenu} />
    </>
  );
}

interface RowChipProps {
  words: string;
  tone: "brand" | "neutral" | "warn";
  /** In pixels, with what stands between; what is too long ends in an ellipsis. */
  width?: number;
}

function RowChip({ words, tone, width }: RowChipProps) {
  return (
    <span
      className={styles.chip}
      title={words}
      dir="auto"
      data-cut={width !== undefined || undefined}
      style={width === undefined ? undefined : { maxWidth: `${(width - 6) / 16}rem` }}
    >
      <Chip tone={tone}>{words}</Chip>
    </span>
  );
}

function useStates(row: Row): RowChipProps[] {
  const t = useText();
  const chips: (RowChipProps | false)[] = [
    row.next && row.place > 1 && { words: t("chair.next.title"), tone: "brand" },
    row.noShows > 0 && { words: t("chair.list.no_shows", { count: row.noShows }), tone: "warn" },
    row.skipped && { words: t("chair.list.passed_over"), tone: "neutral" },
    row.moved && { words: t("chair.list.moved"), tone: "brand" },
  ];
  return chips.filter((chip) => chip !== false);
}

/** On whose behalf it is, or to whom; no entry has both. */
function useAbout(row: Row): string {
  const t = useText();
  return row.onBehalfOf || (row.addressedTo && t("chair.list.to_panellist", { name: row.addressedTo }));
}

interface MenuCellProps extends Pick<ListRowProps, "onMenu"> {
  entry: number;
  name: string;
}

const MenuCell = memo(function MenuCell({ entry, name, onMenu }: MenuCellProps) {
  const t = useText();
  return (
    <ListCell className={styles.menuCell}>
      <button
        type="button"
        className={styles.menu}
        tabIndex={-1}
        data-row-menu=""
        onClick={(event) => onMenu(entry, event.currentTarget)}
        aria-haspopup="menu"
        aria-label={t("chair.list.acts_for", { name })}
      >
        <span aria-hidden="true">•••</span>
      </button>
    </ListCell>
  );
});

interface SpeakerCellProps extends Pick<Row, "speaker" | "speakerTitle"> {
  /** What may stand beside the name, or be left out for it. */
  about: string;
  width: number;
  children: ReactNode;
}

/** The title yields first. */
function SpeakerCell({ speaker, speakerTitle, about, width, children }: SpeakerCellProps) {
  const step = speakerStep(speaker, width);
  const titled = speakerTitle !== "" && step === 0 && titleFits(speaker, width);
  return (
    <ListCell className={styles.speakerCell} title={joined([joined([speaker, speakerTitle], ", "), about])}>
      <span className={styles.speaker} data-step={step} dir="auto">
        {speaker}
      </span>
      {titled && (
        <span className={styles.personTitle} title={speakerTitle}>
          {speaker && dot}
          {isolated(speakerTitle)}
        </span>
      )}
      {children}
    </ListCell>
  );
}

const TextCell = memo(function TextCell({ language, texts }: Pick<Row, "language" | "texts">) {
  const t = useText();
  return (
    <ListCell className={styles.text}>
      <span className={styles.language}>{language.toUpperCase()}</span>{" "}
      <span className={styles.quiet}>{t(texts ? "chair.text.text" : "chair.text.without")}</span>
    </ListCell>
  );
});

const StandByCell = memo(function StandByCell({ standBy }: Pick<Row, "standBy">) {
  const t = useText();
  return (
    <ListCell className={classes(styles.standBy, standBy === "no_answer" && styles.quiet)}>
      {standBy && t(STAND_BY[standBy])}
    </ListCell>
  );
});

function ExpectedCell({ row }: { row: Row }) {
  const t = useText();
  const format = useFormat();
  return (
    <ListCell
      className={classes(styles.expected, row.late && styles.late)}
      title={row.late ? t("expected.after_end") : undefined}
    >
      {row.expectedFrom !== undefined && row.expectedTo !== undefined
        ? format.timeRange(row.expectedFrom, row.expectedTo)
        : "–"}
    </ListCell>
  );
}

/** Why the last act on this row was refused; the list scrolls as far as needed to show it. */
function RowNote({ onDismiss, children }: { onDismiss: () => void; children: string }) {
  const t = useText();
  const place = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const row = place.current?.closest<HTMLElement>("[data-entry]");
    const list = row?.closest<HTMLElement>("[role=grid]");
    if (row && list) bringIntoSight(list, row);
  }, []);
  return (
    <ListCell className={styles.note}>
      <span ref={place}>{children}</span>
      <Button
        look="plain"
        size="small"
        onPress={() => {
          // With the button the focus would go too.
          place.current?.closest<HTMLElement>("[data-entry]")?.focus({ preventScroll: true });
          onDismiss();
        }}
      >
        {t("common.dismiss")}
      </Button>
    </ListCell>
  );
}
