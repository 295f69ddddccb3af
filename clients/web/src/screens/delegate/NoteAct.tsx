// A short note that may be left empty, before something is asked for.
import { useState } from "react";
import { Button } from "../../parts/Button";
import { Dialog } from "../../parts/Dialog";
import { useAct, useHall } from "../../shared/hall";
import { later } from "../../shared/later";
import type { Act } from "../../wire";
import { underWay } from "./model";
import type { NoteWords } from "./NoteForm";

const NoteForm = later(async () => (await import("./NoteForm")).NoteForm);

type NoteActProps = NoteWords & {
  /** Of the button, and of the dialog that it opens. */
  title: string;
  /** Of the button while it is being asked for. */
  asking: string;
  act: (note: string) => Act;
  /** Of the act. */
  kind: Act["case"];
};

/** A button that asks for the note first. Without a line the act waits: its form closes, and the button says so. */
export function NoteAct({ title, asking, act, kind, ...form }: NoteActProps) {
  const hall = useHall();
  const acting = useAct();
  const [open, setOpen] = useState(false);
  const asked = underWay(hall.waiting, kind) && !open;

  async function send(note: string) {
    if (hall.status !== "live") setOpen(false);
    const outcome = await acting.run(act(note));
    if (outcome.ok) setOpen(false);
  }

  return (
    <>
      <Button
        size="large"
        wide
        isDisabled={asked}
        onPress={() => {
          acting.clear();
          setOpen(true);
        }}
      >
        {asked ? asking : title}
      </Button>
      <Dialog look="sheet" title={title} open={open} onClose={() => setOpen(false)}>
        <NoteForm {...form} acting={acting} onClose={() => setOpen(false)} onSend={(note) => void send(note)} />
      </Dialog>
    </>
  );
}
