// What a delegation does with its request besides waiting: it answers that it is on its way, and files in writing.
import { act, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { renderScreen } from "../../testing/hall";
import {
  afternoon,
  as,
  deskNote,
  entries,
  entry,
  meetings,
  noon_of_tests,
  panels,
  queue,
  standing,
  statement,
  statementText,
} from "../../testing/views";
import { type Entity, Kind, type Meeting, MeetingStatus, Outcome, type Panel, PanelStatus } from "../../wire";
import Delegate from "./index";

const others = entries.map(({ id }) => id).filter((id) => id !== 15);
const order = (...numbers: number[]) => as.queue(queue("high-level", numbers));
const user = () => userEvent.setup();
const button = (name: string | RegExp) => screen.getByRole("button", { name });
const noButton = (name: string | RegExp) => expect(screen.queryByRole("button", { name })).toBeNull();
const minutes = 60_000;
const onTheWay: Entity = {
  ...as.deskNote(deskNote(15, { onTheWayAt: noon_of_tests - 2 * minutes })),
  key: "own/desk/EC/15",
};
const told = () => screen.getAllByRole("status").map((one) => one.textContent);

describe("L9 stand-by", () => {
  it("is answered by one of the first five, with one press", async () => {
    const { hall } = renderScreen(<Delegate />);
    const place = screen.getByRole("region", { name: "Your place in line" });
    await user().click(within(place).getByRole("button", { name: "On my way" }));
    expect(hall.acts.map(({ act: made }) => made)).toEqual([{ case: "answerStandBy", value: { entry: 15 } }]);
  });

  it("is not asked of who is further back, nor on a panel that is not open", () => {
    renderScreen(<Delegate />, { entities: afternoon(order(...others.slice(0, 5), 15)) }).unmount();
    noButton("On my way");
    const planned = as.panel({ ...(panels[1] as Panel), status: PanelStatus.PLANNED });
    renderScreen(<Delegate />, { entities: afternoon(order(15), planned) });
    noButton("On my way");
  });

  it("says since when the delegation is on its way, and takes that back", async () => {
    const { hall } = renderScreen(<Delegate />, { entities: afternoon(onTheWay) });
    expect(told()).toContain("On your way since 15:40. Chair and desk see it.");
    noButton("On my way");
    await user().click(button("No longer on my way"));
    expect(hall.acts.map(({ act: made }) => made)).toEqual([{ case: "clearStandBy", value: { entry: 15 } }]);
  });

  it("says why an answer was refused, there", async () => {
    const answer = () => ({ ok: false as const, code: "not_on_stand_by", details: { entry: "15", place: "6" } });
    renderScreen(<Delegate />, { answer });
    await user().click(button("On my way"));
    expect((await screen.findAllByRole("alert")).map((one) => one.textContent)).toContain(
      "Only the first five in line say that they are on their way. This request is at place 6.",
    );
  });
});

describe("L13 in writing instead", () => {
  it("asks once more, and files", async () => {
    const { hall } = renderScreen(<Delegate />);
    await user().click(button("In writing instead"));
    expect(hall.acts).toEqual([]);
    expect(told().join()).toContain("You leave the list. Your text can be sent until the meeting is closed");
    await user().click(button("File in writing now"));
    expect(hall.acts.map(({ act: made }) => made)).toEqual([{ case: "fileInWriting", value: { entry: 15 } }]);
  });

  it("says before that a text is released at once", async () => {
    renderScreen(<Delegate />, {
      entities: afternoon(as.statement(statement(15, "EC", [statementText("en", ["We thank."])]))),
    });
    await user().click(button("In writing instead"));
    expect(told().join()).toContain("Your text is released at once and seen by all.");
  });

  it("is for statements and not for a question", () => {
    const question = as.entry(entry(15, "EC", { kind: Kind.QUESTION }));
    renderScreen(<Delegate />, { entities: afternoon(question) });
    noButton("In writing instead");
  });

  const filed = as.standing(standing("EC", { outcome: Outcome.IN_WRITING, entry: 15 }));

  it("is told with its time", () => {
    renderScreen(<Delegate />, { entities: [...afternoon(order(...others)), filed] });
    expect(screen.getByText("Filed in writing at 15:41 (Statement).")).toBeDefined();
  });

  it("takes a text until the meeting is closed", async () => {
    const { hall } = renderScreen(<Delegate tab="statement" />, { entities: [...afternoon(order(...others)), filed] });
    expect(screen.getByText(/^Statement · filed in writing · 3 min/)).toBeDefined();
    expect(button("Send version 1")).toBeDefined();
    act(() => hall.put(as.meeting({ ...(meetings[1] as Meeting), status: MeetingStatus.CLOSED })));
    expect(screen.queryByText(/filed in writing/)).toBeNull();
  });
});
