import { act, cleanup, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { renderScreen } from "../testing/hall";
import { accepted, refusedWith, type Staging } from "../testing/staged";
import { afternoon, as, entry, guestEntry, panels } from "../testing/views";
import { Kind, ListStatus, Rank } from "../wire";
import { bookOf } from "./acts/book";
import { correctEntry } from "./acts/table/requests";
import { type Acting, ActingProvider } from "./acts/useActs";
import { CorrectForm } from "./CorrectForm";

afterEach(cleanup);

const acting: Acting = { screen: "desk", panel: "high-level", keeps: false };

function show(id = 11, more: Partial<Staging> = {}, own = false) {
  const onClose = vi.fn();
  const { hall } = renderScreen(
    <ActingProvider value={acting}>
      <CorrectForm entry={id} act={correctEntry} own={own} onClose={onClose} />
    </ActingProvider>,
    more,
  );
  return { hall, onClose, sent: () => hall.acts.map((made) => made.act) };
}

const box = (name: string) => screen.getByRole("textbox", { name });
const submit = (name = "Correct") => userEvent.click(screen.getByRole("button", { name }));

describe("the form that corrects a request", () => {
  it("L15 shows the request as it stands, and sends the whole of it as it should be", async () => {
    const { sent, onClose } = show();
    expect(screen.getByRole("dialog", { name: "Correct the request: Chile" })).toBeDefined();
    expect(box("Speaker’s title")).toHaveValue("Ambassador");
    await userEvent.type(box("Speaker’s name"), " Rosario Quilodrán (fictional) ");
    await submit();
    expect(sent()).toEqual([
      {
        case: "correctEntry",
        value: {
          entry: 11,
          kind: Kind.STATEMENT,
          language: "es",
          speaker: { name: "Rosario Quilodrán (fictional)", title: "Ambassador" },
          onBehalfOf: "",
          addressedTo: "",
          rank: Rank.UNSPECIFIED,
          body: "",
          place: 0,
        },
      },
    ]);
    expect(onClose).toHaveBeenCalledOnce();
  });

  it("L15 tells the new place before anything is done, and sends it with what was agreed to", async () => {
    const answers = [refusedWith("place_changes", { entry: "11", place: "3" }), accepted()];
    const { sent, onClose } = show(11, { answer: () => answers.shift() ?? accepted() });
    await userEvent.click(screen.getByRole("radio", { name: /Group statement/ }));
    await userEvent.type(box("On behalf of"), "a group");
    await submit();
    expect(screen.getByRole("alert").textContent).toBe(
      "As corrected, the request goes to place 3; it now stands at place 1. Nothing is done yet.",
    );
    expect(screen.queryByText("This would put the request at place 3.")).toBeNull();
    expect(onClose).not.toHaveBeenCalled();
    await submit("Correct, and go to place 3");
    expect(sent()[1]).toMatchObject({ value: { kind: Kind.GROUP_STATEMENT, onBehalfOf: "a group", place: 3 } });
    expect(onClose).toHaveBeenCalledOnce();
  });

  it("L4 corrects the rank of the speaker, and tells the new place first where that moves the request", async () => {
    const answers = [refusedWith("place_changes", { entry: "11", place: "2" }), accepted()];
    const { sent } = show(11, {
      answer: () => answers.shift() ?? accepted(),
      entities: afternoon(as.entry(entry(11, "CL", { rank: Rank.AMBASSADOR }))),
    });
    await userEvent.click(screen.getByRole("button", { name: /Rank of the speaker/ }));
    expect(screen.getAllByRole("option").map((one) => one.textContent)).toEqual([
      "Not said",
      "Head of State",
      "Head of government",
      "Minister",
      "Vice-minister",
      "Ambassador",
      "Other",
    ]);
    await userEvent.click(screen.getByRole("option", { name: "Minister" }));
    await submit();
    expect(screen.getByRole("alert").textContent).toContain("goes to place 2");
    await submit("Correct, and go to place 2");
    expect(sent()).toMatchObject([
      { value: { rank: Rank.MINISTER, place: 0 } },
      { value: { rank: Rank.MINISTER, place: 2 } },
    ]);
  });

  it("L15 asks again for the place where something else is changed after it was told", async () => {
    const { sent } = show(11, { answer: () => refusedWith("place_changes", { entry: "11", place: "3" }) });
    await userEvent.click(screen.getByRole("radio", { name: /Question/ }));
    await submit();
    await userEvent.type(box("Speaker’s name"), "Ana");
    expect(screen.queryByRole("alert")).toBeNull();
    await submit();
    expect(sent()[1]).toMatchObject({ value: { place: 0 } });
  });

  it("L15 wants a group for a group statement, and name and body of a guest", async () => {
    const { sent } = show();
    await userEvent.click(screen.getByRole("radio", { name: /Group statement/ }));
    await submit();
    expect(screen.getByText("Write on whose behalf")).toBeDefined();
    expect(sent()).toEqual([]);
    cleanup();
    const guest = guestEntry(30);
    show(30, { entities: afternoon(as.entry(guest)) });
    await userEvent.clear(box("Body that the guest speaks for"));
    await submit();
    expect(screen.getByText("Write the body")).toBeDefined();
    expect(screen.queryByRole("radio", { name: /Group statement/ })).toBeNull();
  });

  it("keeps what another corrects meanwhile, but for the fields that were changed here", async () => {
    const { hall, sent } = show();
    await userEvent.type(box("Speaker’s name"), "Ana");
    const elsewhere = entry(11, "CL", { language: "fr", speaker: { name: "Eva", title: "Consul" } });
    act(() => hall.put(as.entry(elsewhere)));
    await submit();
    expect(sent()[0]).toMatchObject({ value: { language: "fr", speaker: { name: "Ana", title: "Consul" } } });
  });

  it("says why it was refused, and stays", async () => {
    const { onClose } = show(11, { answer: () => refusedWith("not_waiting", { entry: "11" }) });
    await userEvent.type(box("Speaker’s name"), "Ana");
    await submit();
    expect(screen.getByText("This request is no longer waiting.")).toBeDefined();
    expect(onClose).not.toHaveBeenCalled();
  });

  it("L15 keeps the kind for a delegation where the list takes no requests, and not for chair and desk", () => {
    const closed = {
      entities: afternoon(...panels.map((panel) => as.panel({ ...panel, listStatus: ListStatus.CLOSED }))),
    };
    show(11, closed, true);
    expect(screen.getByRole("radio", { name: /Question/ })).toBeDisabled();
    cleanup();
    show(11, closed);
    expect(screen.getByRole("radio", { name: /Question/ })).toBeEnabled();
  });

  it("can be taken back from the foot of the list", async () => {
    const back = { case: "correctEntry", value: { entry: 11 } } as const;
    const { hall } = show(11, { answer: () => accepted(back) });
    await userEvent.type(box("Speaker’s name"), "Ana");
    await submit();
    expect(bookOf(hall).done).toMatchObject({ at: "list", words: "Chile: the request was corrected" });
    await act(async () => bookOf(hall).done?.undo.take());
    expect(hall.acts.at(-1)?.act).toEqual(back);
    expect(bookOf(hall).done).toBeUndefined();
  });
});
