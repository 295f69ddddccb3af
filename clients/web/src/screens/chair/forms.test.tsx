import { cleanup, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { refusedWith, type StagedHall } from "../../testing/staged";
import { Kind, LimitOf, ListStatus, MeetingStatus, PanelStatus } from "../../wire";
import { floorOf, freeFloor, MINUTE, type Sitting } from "./fixture";
import { draw, key, meeting, panel, press, pressIn, show } from "./fixtureStage";

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe("the forms", () => {
  it("add a delegation found by its code, with kind, speaker and language, also on a closed list", async () => {
    const { hall, answer } = show(2, (of) => Object.assign(panel(of), { listStatus: ListStatus.CLOSED }));
    await press(/Add…/);
    const form = await screen.findByRole("dialog", { name: "Add to the list of speakers" });
    expect(within(form).getByText(/Chair and desk can still add to it/)).toBeTruthy();
    const search = within(form).getByRole("combobox", { name: "Delegation" });
    await userEvent.type(search, "ec");
    await userEvent.keyboard("{ArrowDown}{Enter}");
    expect((search as HTMLInputElement).value).toBe("Ecuador");
    await userEvent.click(screen.getByRole("radio", { name: "Question" }));
    await userEvent.type(screen.getByRole("textbox", { name: "Speaker’s title" }), "Minister");
    await userEvent.click(screen.getByRole("radio", { name: "Español" }));
    await userEvent.click(screen.getByRole("button", { name: "Add" }));
    expect(hall.acts.at(-1)?.act).toEqual({
      case: "requestFloor",
      value: {
        panel: "high-level",
        delegation: "EC",
        kind: Kind.QUESTION,
        language: "es",
        speaker: { name: "", title: "Minister" },
        onBehalfOf: "",
        addressedTo: "",
        rank: 0,
        body: "",
      },
    });
    await answer();
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("take the first delegation that is found where Enter follows what was typed, and send nothing by it", async () => {
    const { hall } = show();
    await key("Shift+A");
    const search = await screen.findByRole("combobox", { name: "Delegation" });
    await userEvent.type(search, "ecua{Enter}");
    expect(search).toHaveValue("Ecuador");
    expect(search).toHaveAttribute("aria-expanded", "false");
    expect(hall.acts).toEqual([]);
    await userEvent.click(screen.getByRole("button", { name: "Add" }));
    expect(hall.acts.at(-1)?.act).toMatchObject({ case: "requestFloor", value: { delegation: "EC" } });
  });

  it("say in the form why they were refused, and stay", async () => {
    const { answer } = show();
    await key("Shift+A");
    const search = await screen.findByRole("combobox", { name: "Delegation" });
    await userEvent.type(search, "chile");
    await userEvent.keyboard("{ArrowDown}{Enter}");
    await userEvent.click(screen.getByRole("button", { name: "Add" }));
    await answer(refusedWith("already_listed", { entry: "1" }));
    const form = screen.getByRole("dialog", { name: "Add to the list of speakers" });
    expect(within(form).getByRole("alert").textContent).toContain("already on the list");
  });

  it("ask for what is missing before anything is sent", async () => {
    const { hall } = show();
    await key("Shift+A");
    await userEvent.click(await screen.findByRole("button", { name: "Add" }));
    expect(screen.getByText("Choose a delegation")).toBeTruthy();
    expect(hall.acts).toEqual([]);
  });

  it.each([
    ["Shift+A", "Add", "combobox", "Delegation"],
    ["Shift+T", "Add", "textbox", "Time to add"],
    ["Shift+L", "Set the limit", "textbox", "New limit, from its beginning"],
    ["Shift+N", "Announce", "textbox", "The list closes at"],
  ] as const)("that lack something have the focus there once they are sent: %s", async (keys, submit, role, name) => {
    const { hall } = show();
    await key(keys);
    const form = await screen.findByRole("dialog");
    const field = within(form).getByRole(role, { name });
    await userEvent.clear(field);
    await userEvent.click(within(form).getByRole("button", { name: submit }));
    expect(hall.acts).toEqual([]);
    expect(field).toHaveAttribute("aria-invalid", "true");
    expect(document.activeElement).toBe(field);
  });

  it("have the focus at the first of the fields that are wrong", async () => {
    show();
    const drawn = await draw(/^Time limit|^Limits/);
    await userEvent.click(within(drawn).getByRole("button", { name: /…$/ }));
    const fields = within(await screen.findByRole("dialog")).getAllByRole("textbox");
    for (const field of fields.slice(1, 3)) await userEvent.clear(field);
    await userEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: "Set the limits" }));
    expect(document.activeElement).toBe(fields[1]);
  });

  it("announce a closing at a time of day in the session's zone", async () => {
    const { hall } = show();
    await key("Shift+N");
    const field = await screen.findByRole("textbox", { name: "The list closes at" });
    await userEvent.clear(field);
    await userEvent.type(field, "16h25{Enter}");
    expect(hall.acts.at(-1)?.act.value).toEqual({
      panel: "high-level",
      closesAt: Date.parse("2005-11-29T16:25:00+01:00"),
    });
  });

  it("take a time of day that has passed for tomorrow's, and say so", async () => {
    const { hall } = show();
    await key("Shift+N");
    const field = await screen.findByRole("textbox", { name: "The list closes at" });
    expect(screen.getByRole("dialog").textContent).not.toContain("November");
    await userEvent.clear(field);
    await userEvent.type(field, "15:10");
    expect(within(screen.getByRole("dialog")).getByText("Tomorrow, Wednesday 30 November")).toBeTruthy();
    await userEvent.keyboard("{Enter}");
    expect(hall.acts.at(-1)?.act.value).toEqual({
      panel: "high-level",
      closesAt: Date.parse("2005-11-30T15:10:00+01:00"),
    });
  });

  it("set a limit of one kind, also for the speech under way where it is of that kind", async () => {
    const { hall, answer } = show();
    await pressIn(/^Limits/, "Change…");
    const field = await screen.findByRole("textbox", { name: "Group statements" });
    await userEvent.clear(field);
    await userEvent.type(field, "4");
    await userEvent.click(screen.getByRole("checkbox", { name: "Also for the speech under way" }));
    await userEvent.click(screen.getByRole("button", { name: "Set the limits" }));
    expect(hall.acts.map(({ act }) => act)).toEqual([
      {
        case: "setLimit",
        value: { panel: "high-level", of: LimitOf.GROUP_STATEMENT, limitMs: 4 * MINUTE, alsoUnderWay: true },
      },
    ]);
    await answer();
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("give the speech that was seen more time, also if the floor changes hands meanwhile", async () => {
    const { hall, change } = show();
    await key("Shift+T");
    const field = await screen.findByRole("textbox", { name: "Time to add" });
    await change((of) => Object.assign(of, { floor: floorOf({ speech: 8 }) }));
    await userEvent.type(field, "2:30{Enter}");
    expect(hall.acts.at(-1)?.act).toEqual({ case: "addTime", value: { speech: 7, addedMs: 150_000 } });
  });

  it("title a draft panel in the languages of the session", async () => {
    const { hall } = show();
    await pressIn(/^Programme/, /Special Event/);
    await pressIn(/^Programme/, "Give it a title…");
    await userEvent.type(await screen.findByRole("textbox", { name: "Title in English" }), "Business panel");
    await userEvent.click(screen.getByRole("button", { name: "Set the title" }));
    expect(hall.acts.at(-1)?.act).toEqual({
      case: "setPanelTitle",
      value: { panel: "special", title: { en: "Business panel" } },
    });
  });

  it("suspend until a time that has passed today: tomorrow, as is said beside the time before it is sent", async () => {
    const { hall } = show(2, () => {}, "en", { now: Date.parse("2005-11-29T15:04+01:00") });
    await pressIn(/^Programme/, "Suspend the meeting…");
    const field = await screen.findByRole("textbox", { name: "Until" });
    await userEvent.clear(field);
    await userEvent.type(field, "14:00");
    const [beside] = screen.getAllByText("Tomorrow, Wednesday 30 November");
    expect(field.closest("div")?.parentElement).toContainElement(beside ?? null);
    expect(beside).toHaveAttribute("role", "status");
    expect(hall.acts).toEqual([]);
  });

  it.each([
    ["en", "Meeting suspended until Wednesday 30 November, 14:00"],
    ["fr", "Séance suspendue jusqu’au mercredi 30 novembre à 14:00"],
    ["es", "Sesión suspendida hasta el miércoles, 30 de noviembre a las 14:00"],
  ] as const)("tell in %s of which day it is that a suspended meeting goes on", (locale, words) => {
    const until = Date.parse("2005-11-30T14:00+01:00");
    const suspended = { status: MeetingStatus.SUSPENDED, suspendedUntil: until };
    const sits = (of: Sitting) => {
      of.floor = freeFloor();
      Object.assign(meeting(of), suspended);
    };
    show(2, sits, locale);
    expect(screen.getByRole("button", { name: words })).toBeTruthy();
    expect(screen.getByRole("heading", { name: words })).toBeTruthy();
  });

  it("suspend until further notice", async () => {
    const { hall } = show();
    await pressIn(/^Programme/, "Suspend the meeting…");
    await userEvent.click(await screen.findByRole("checkbox", { name: "Until further notice" }));
    await userEvent.click(screen.getByRole("button", { name: "Suspend" }));
    expect(hall.acts.at(-1)?.act).toEqual({
      case: "suspendMeeting",
      value: { meeting: "d1-pm", until: 0, listClosesAt: 0 },
    });
  });
});

describe("a guest, and a point of order, in the form that adds", () => {
  const fill = async (name: string, text: string) => userEvent.type(await screen.findByRole("textbox", { name }), text);

  it("L3 a guest is added with a name and a body, and no delegation", async () => {
    const { hall } = show();
    await key("Shift+A");
    await userEvent.click(await screen.findByRole("radio", { name: "A guest" }));
    expect(screen.queryByRole("combobox", { name: "Delegation" })).toBeNull();
    expect(screen.queryByRole("radio", { name: "Point of order" })).toBeNull();
    await fill("Body that the guest speaks for", "Institute for Mobility Studies");
    await userEvent.click(screen.getByRole("button", { name: "Add" }));
    expect(screen.getByText("Write the guest’s name")).toBeTruthy();
    expect(hall.acts).toEqual([]);
    await fill("Speaker’s name", "Ines Sample (fictional)");
    await userEvent.click(screen.getByRole("button", { name: "Add" }));
    expect(hall.acts.at(-1)?.act).toEqual({
      case: "requestFloor",
      value: {
        panel: "high-level",
        delegation: "",
        kind: Kind.STATEMENT,
        language: "en",
        speaker: { name: "Ines Sample (fictional)", title: "" },
        onBehalfOf: "",
        addressedTo: "",
        rank: 0,
        body: "Institute for Mobility Studies",
      },
    });
  });

  it("L5 the chair raises a point of order for a delegation, also on a closed list", async () => {
    const { hall } = show(2, (of) => Object.assign(panel(of), { listStatus: ListStatus.CLOSED }));
    await key("Shift+A");
    await userEvent.type(await screen.findByRole("combobox", { name: "Delegation" }), "br");
    await userEvent.keyboard("{ArrowDown}{Enter}");
    await userEvent.click(screen.getByRole("radio", { name: "Point of order" }));
    expect(screen.queryByRole("textbox", { name: "Speaker’s name" })).toBeNull();
    await fill("Subject of the point of order", " interpretation ");
    await press("Raise");
    expect(hall.acts.at(-1)?.act).toEqual({
      case: "raisePointOfOrder",
      value: { panel: "high-level", delegation: "BR", note: "interpretation" },
    });
  });

  it("L5 a point of order is raised for a delegation by its own key, where its panel is under way", async () => {
    const { hall } = show(2);
    await key("Shift+O");
    expect(await screen.findByRole("radio", { name: "Point of order" })).toBeChecked();
    await userEvent.type(screen.getByRole("combobox", { name: "Delegation" }), "br");
    await userEvent.keyboard("{ArrowDown}{Enter}");
    await press("Raise");
    expect(hall.acts.at(-1)?.act).toEqual({
      case: "raisePointOfOrder",
      value: { panel: "high-level", delegation: "BR", note: "" },
    });
    cleanup();
    show(2, (of) => {
      of.floor = freeFloor();
      panel(of).status = PanelStatus.PLANNED;
    });
    await key("Shift+O");
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("L5 a point of order is not offered while the panel is not under way", async () => {
    show(2, (of) => {
      of.floor = freeFloor();
      panel(of).status = PanelStatus.PLANNED;
    });
    await key("Shift+A");
    expect(await screen.findByRole("radio", { name: "Question" })).toBeTruthy();
    expect(screen.queryByRole("radio", { name: "Point of order" })).toBeNull();
  });
});

describe("a closing announced for an instant within the suspension", () => {
  const until = async (time: string) => {
    await pressIn(/^Programme/, "Suspend the meeting…");
    const field = await screen.findByRole("textbox", { name: "Until" });
    await userEvent.clear(field);
    await userEvent.type(field, time);
  };
  const at = (time: string) => Date.parse(`2005-11-29T${time}:00+01:00`);
  const sent = (hall: StagedHall) => hall.acts.map(({ act }) => act.value);

  it("P8 is said, and is moved to as long after the resumption, in the same act", async () => {
    const { hall } = show();
    await until("16:30");
    expect(screen.getByRole("alert").textContent).toContain("closes at 16:10, during the suspension");
    // At 15:42:10 the closing is 27 min 50 s away.
    expect((screen.getByRole("textbox", { name: "The list closes at" }) as HTMLInputElement).value).toBe("16:58");
    await press("Suspend");
    expect(sent(hall)).toEqual([{ meeting: "d1-pm", until: at("16:30"), listClosesAt: at("16:58") }]);
  });

  it("P8 is moved to where the chair says", async () => {
    const { hall } = show();
    await until("16:30");
    const field = screen.getByRole("textbox", { name: "The list closes at" });
    await userEvent.clear(field);
    await userEvent.type(field, "17:00");
    await press("Suspend");
    expect(sent(hall)).toEqual([{ meeting: "d1-pm", until: at("16:30"), listClosesAt: at("17:00") }]);
  });

  it("P8 is kept where the chair keeps it", async () => {
    const { hall } = show();
    await until("16:30");
    await userEvent.click(screen.getByRole("radio", { name: "Keep it" }));
    await press("Suspend");
    expect(sent(hall)).toEqual([{ meeting: "d1-pm", until: at("16:30"), listClosesAt: 0 }]);
  });

  it("P8 is not spoken of where it comes after the suspension", async () => {
    const { hall } = show();
    await until("16:00");
    expect(screen.queryByRole("alert")).toBeNull();
    await press("Suspend");
    expect(sent(hall)).toEqual([{ meeting: "d1-pm", until: at("16:00"), listClosesAt: 0 }]);
  });

  it("P8 is said on the list while the meeting is suspended, with a way to move it", async () => {
    const { hall } = show(3, (of) => {
      Object.assign(meeting(of), { status: MeetingStatus.SUSPENDED, suspendedUntil: at("16:30") });
    });
    expect(screen.getByText("Closes at 16:10, during the suspension")).toBeTruthy();
    await press("Move the closing of the list");
    const field = await screen.findByRole("textbox", { name: "The list closes at" });
    await userEvent.clear(field);
    await userEvent.type(field, "16:58{Enter}");
    expect(hall.acts.at(-1)?.act).toEqual({
      case: "announceListClosing",
      value: { panel: "high-level", closesAt: at("16:58") },
    });
  });
});

describe("a time of day proposed by a form is taken as it stands there", () => {
  // The night of a session that goes on over midnight, and the one when clocks go back.
  const nights: [string, string, string][] = [
    ["over midnight", "2005-11-29T23:49:00+01:00", "2005-11-30T00:05:00+01:00"],
    ["while an hour is repeated", "2005-10-30T02:50:00+02:00", "2005-10-30T02:05:00+01:00"],
  ];
  const tomorrow = (now: string, instant: string) => now.slice(0, 10) !== instant.slice(0, 10);
  const at = (now: string) => show(2, () => {}, "en", { now: Date.parse(now) });

  it.each(nights)("%s, by the closing of a list", async (_, now, instant) => {
    const { hall } = at(now);
    await key("Shift+N");
    await screen.findByRole("textbox", { name: "The list closes at" });
    await press(tomorrow(now, instant) ? "Announce for tomorrow 00:05" : "Announce");
    expect(hall.acts.at(-1)?.act.value).toEqual({ panel: "high-level", closesAt: Date.parse(instant) });
  });

  it.each(nights)("%s, by the opening of a list", async (_, now, instant) => {
    const opening = (of: Sitting) => {
      panel(of).listStatus = ListStatus.NOT_OPEN;
      meeting(of).plannedStartAt = Date.parse(now);
    };
    const { hall } = show(2, opening, "en", { now: Date.parse(now) });
    await press("More acts on the list");
    await userEvent.click(await screen.findByRole("menuitem", { name: "Plan the opening…" }));
    await press(tomorrow(now, instant) ? "Plan for tomorrow 00:05" : "Plan");
    expect(hall.acts.at(-1)?.act.value).toEqual({ panel: "high-level", opensAt: Date.parse(instant) });
  });

  it.each(nights)("%s, by a suspension, with what is chosen often", async (_, now, instant) => {
    const { hall } = at(now);
    await pressIn(/^Programme/, "Suspend the meeting…");
    const quick = within(await screen.findByRole("group", { name: "Often used" })).getAllByRole("button");
    for (const each of quick) {
      await userEvent.click(each);
      expect(screen.queryByRole("alert")).toBeNull();
    }
    await userEvent.click(within(screen.getByRole("dialog")).getByRole("button", { name: instant.slice(11, 16) }));
    await press(tomorrow(now, instant) ? "Suspend until tomorrow 00:05" : "Suspend");
    expect(hall.acts.at(-1)?.act.value).toEqual({ meeting: "d1-pm", until: Date.parse(instant), listClosesAt: 0 });
  });

  it("and the button that suspends says tomorrow, where the time that was written is past", async () => {
    const { hall } = at("2005-11-29T16:00:00+01:00");
    await pressIn(/^Programme/, "Suspend the meeting…");
    const until = await screen.findByRole("textbox", { name: "Until" });
    await userEvent.clear(until);
    await userEvent.type(until, "10:00");
    await press("Suspend until tomorrow 10:00");
    expect(hall.acts.at(-1)?.act.value).toMatchObject({ until: Date.parse("2005-11-30T10:00:00+01:00") });
  });

  it("P8 the closing within a suspension over midnight is proposed after it", async () => {
    const closes = (of: Sitting) => {
      panel(of).listClosesAt = Date.parse("2005-11-29T23:59:00+01:00");
    };
    const { hall } = show(2, closes, "en", { now: Date.parse("2005-11-29T23:49:00+01:00") });
    await pressIn(/^Programme/, "Suspend the meeting…");
    await press("Suspend until tomorrow 00:05");
    expect(hall.acts.at(-1)?.act.value).toEqual({
      meeting: "d1-pm",
      until: Date.parse("2005-11-30T00:05:00+01:00"),
      listClosesAt: Date.parse("2005-11-30T00:15:00+01:00"),
    });
  });

  it("on a day that was chosen, a time that has passed there is refused", async () => {
    const opening = (of: Sitting) => {
      panel(of).listStatus = ListStatus.NOT_OPEN;
      meeting(of).plannedStartAt = Date.parse("2005-11-30T15:00:00+01:00");
    };
    const { hall } = show(2, opening);
    await press("More acts on the list");
    await userEvent.click(await screen.findByRole("menuitem", { name: "Plan the opening…" }));
    await userEvent.click(await screen.findByRole("button", { name: /Day/ }));
    await userEvent.click(await screen.findByRole("option", { name: "Tuesday 29 November" }));
    const field = screen.getByRole("textbox", { name: "The list opens at" });
    await userEvent.clear(field);
    await userEvent.type(field, "15:10{Enter}");
    expect(screen.getByText("15:10 is no longer to come on Tuesday 29 November")).toBeTruthy();
    expect(hall.acts).toEqual([]);
  });
});

describe("a form open while another panel comes to the front", () => {
  const submit = (name: string) => userEvent.click(screen.getByRole("button", { name }));

  it.each<[string, ListStatus, () => Promise<unknown>, () => Promise<unknown>, object]>([
    [
      "announces the closing of the list it was opened for",
      ListStatus.OPEN,
      () => key("Shift+N"),
      () => submit("Announce"),
      { case: "announceListClosing", value: { panel: "high-level" } },
    ],
    [
      "plans the opening of the list it was opened for",
      ListStatus.NOT_OPEN,
      async () => {
        await press("More acts on the list");
        await userEvent.click(await screen.findByRole("menuitem", { name: "Plan the opening…" }));
      },
      () => submit("Plan"),
      { case: "planListOpening", value: { panel: "high-level" } },
    ],
    [
      "suspends the meeting it was opened for",
      ListStatus.OPEN,
      () => pressIn(/^Programme/, "Suspend the meeting…"),
      async () => {
        await userEvent.click(screen.getByRole("checkbox", { name: "Until further notice" }));
        await submit("Suspend");
      },
      { case: "suspendMeeting", value: { meeting: "d1-pm", until: 0 } },
    ],
    [
      "titles the draft it was opened for",
      ListStatus.OPEN,
      async () => {
        await pressIn(/^Programme/, /Special Event/);
        await pressIn(/^Programme/, "Give it a title…");
      },
      async () => {
        await userEvent.type(screen.getByRole("textbox", { name: "Title in English" }), "Business panel");
        await submit("Set the title");
      },
      { case: "setPanelTitle", value: { panel: "special", title: { en: "Business panel" } } },
    ],
    [
      "sets the limit of the panel it was opened for",
      ListStatus.OPEN,
      () => pressIn(/^Limits/, "Change…"),
      async () => {
        const field = screen.getByRole("textbox", { name: "Group statements" });
        await userEvent.clear(field);
        await userEvent.type(field, "4");
        await submit("Set the limits");
      },
      { case: "setLimit", value: { panel: "high-level", of: LimitOf.GROUP_STATEMENT } },
    ],
    [
      "adds to the list it was opened for",
      ListStatus.OPEN,
      () => key("Shift+A"),
      async () => {
        await userEvent.type(screen.getByRole("combobox", { name: "Delegation" }), "chile");
        await userEvent.keyboard("{ArrowDown}{Enter}");
        await submit("Add");
      },
      { case: "requestFloor", value: { panel: "high-level", delegation: "CL" } },
    ],
    [
      "moves in the list it was opened for",
      ListStatus.OPEN,
      async () => {
        await press("Acts for Ecuador");
        await userEvent.click(await screen.findByRole("menuitem", { name: "Move to place…" }));
      },
      () => userEvent.type(screen.getByRole("textbox", { name: "Place, from 1 to 6" }), "1{Enter}"),
      { case: "moveEntry", value: { entry: 5, place: { case: "before", value: 1 } } },
    ],
  ])("%s", async (_, listStatus, opens, fills, asked) => {
    const { hall, change } = show(6, (of) => {
      of.floor = freeFloor();
      Object.assign(panel(of), { status: PanelStatus.PLANNED, listStatus });
    });
    await opens();
    await screen.findByRole("dialog");
    await change((of) => {
      meeting(of, "d1-pm").status = MeetingStatus.CLOSED;
      meeting(of, "d2-am").status = MeetingStatus.OPEN;
      panel(of, "review").status = PanelStatus.OPEN;
    });
    await fills();
    expect(hall.acts.map((each) => each.act)).toMatchObject([asked]);
  });
});

describe("the limits after a refusal", () => {
  const fill = async (name: string, text: string) => {
    const field = screen.getByRole("textbox", { name });
    await userEvent.clear(field);
    await userEvent.type(field, text);
  };
  const asked = (hall: StagedHall) =>
    hall.acts.map(({ act }) => (act.case === "setLimit" ? [act.value.of, act.value.limitMs] : act.case));

  it("are sent again without those that were accepted", async () => {
    const { hall, answer, change } = show();
    await pressIn(/^Limits/, "Change…");
    await fill("Group statements", "4");
    await fill("NGOs", "600");
    await press("Set the limits");
    await change((of) => {
      for (const limit of panel(of).limits) if (limit.of === LimitOf.GROUP_STATEMENT) limit.limitMs = 4 * MINUTE;
    });
    await answer();
    await answer(refusedWith("out_of_range", { field: "limit_ms", min: "10000", max: "7200000" }));
    expect(screen.getByRole("alert")).toBeTruthy();
    await fill("NGOs", "1");
    await press("Set the limits");
    await answer();
    expect(asked(hall)).toEqual([
      [LimitOf.GROUP_STATEMENT, 4 * MINUTE],
      [LimitOf.NGO, 600 * MINUTE],
      [LimitOf.NGO, 1 * MINUTE],
    ]);
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("leave alone what somebody else changed while the form was open", async () => {
    const { hall, change } = show();
    await pressIn(/^Limits/, "Change…");
    await change((of) => {
      for (const limit of panel(of).limits) if (limit.of === LimitOf.GROUP_STATEMENT) limit.limitMs = 4 * MINUTE;
    });
    await fill("NGOs", "1");
    await press("Set the limits");
    expect(asked(hall)).toEqual([[LimitOf.NGO, 1 * MINUTE]]);
  });
});
