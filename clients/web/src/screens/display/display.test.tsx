import { act, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { renderScreen } from "../../testing/hall";
import { expectLedgerToldOnce } from "../../testing/ledger";
import { motion, motionStands, speaksOnMotion } from "../../testing/motions";
import {
  afternoon,
  as,
  at,
  entries,
  freeFloor,
  guestEntry,
  kenyaSpeaks,
  meetings,
  noon_of_tests,
  notice,
  panels,
  pointHeard,
  pointSpeaks,
  queue,
  speech,
  texts,
} from "../../testing/views";
import { ListStatus, type Meeting, MeetingStatus, MotionSide, type Panel, PanelStatus } from "../../wire";
import Display from "./index";
import { notice_shown_ms } from "./Notice";
import { keepNextShown, next_shown, nextShownFrom } from "./shown";

const live = (over: Partial<Panel>) => as.panel({ ...(panels[1] as Panel), ...over });
const meeting = (index: number, over: Partial<Meeting>) => as.meeting({ ...(meetings[index] as Meeting), ...over });
const heading = () => screen.getByRole("heading", { level: 1 }).textContent;
const next = () => within(screen.getByRole("complementary", { name: "Next speakers" }));

describe("the hall display", () => {
  it("shows who speaks, on whose behalf, the clock, the light with its word, and the limit", () => {
    renderScreen(<Display />);
    expect(heading()).toBe("Kenya");
    expect(screen.getByText("on behalf of the African Group")).toBeDefined();
    expect(screen.getByRole("timer").textContent).toContain("2:14 left");
    expect(screen.getByText("Within time")).toBeDefined();
    expect(screen.getByText("5 min")).toBeDefined();
    expect(screen.getByText("High-level Plenary Panel")).toBeDefined();
  });

  it("shows the next five, how many more, and when the list closes", () => {
    renderScreen(<Display />);
    expect(next().getAllByRole("listitem")).toHaveLength(next_shown);
    expect(next().getAllByRole("listitem")[0]?.textContent).toContain("Chile");
    expect(next().getByText(`${entries.length - next_shown} more · the list closes at 16:10`)).toBeDefined();
  });

  it("says that it is what was last known, and of when, where it was loaded while the server is away", () => {
    const last = {
      title: {},
      timezone: "Europe/Zurich",
      knownAt: at("2005-11-29T15:42+01:00"),
      serverAt: 0,
      deviceAt: 0,
      speed: 1,
    };
    renderScreen(<Display />, { status: "connecting", away: { last } });
    expect(heading()).toBe("Kenya");
    expect(screen.getByText("Reconnecting · Last known state, 15:42")).toHaveAttribute("role", "status");
  });

  describe("V1 how many of the next it shows is its own setting, by its address", () => {
    const at = (search: string) => window.history.replaceState(null, "", `/display${search}`);
    afterEach(() => at(""));
    const names = () => next().queryAllByRole("listitem").length;

    it.each<[string, number, string]>([
      ["?next=3", 3, `${entries.length - 3} more`],
      ["?next=all", entries.length, "the list closes at 16:10"],
      ["?next=8&lang=en", 8, `${entries.length - 8} more`],
    ])("%s", (search, rows, foot) => {
      at(search);
      renderScreen(<Display />);
      expect(names()).toBe(rows);
      expect(next().getByText(new RegExp(`^${foot}`))).toBeDefined();
    });

    it("?next=hidden leaves the whole width to who speaks", () => {
      at("?next=hidden");
      renderScreen(<Display />);
      expect(screen.queryByRole("complementary")).toBeNull();
      expect(heading()).toBe("Kenya");
      expect(document.querySelector("main")?.className).toMatch(/alone/);
    });

    it("all are as many as fit, and the rest is counted", () => {
      at("?next=all");
      vi.spyOn(HTMLElement.prototype, "getBoundingClientRect").mockImplementation(function (this: HTMLElement) {
        const place = this.parentElement ? [...this.parentElement.children].indexOf(this) : 0;
        return { bottom: this.localName === "ol" ? 650 : (place + 1) * 100 } as DOMRect;
      });
      renderScreen(<Display />);
      const unseen = [...document.querySelectorAll("ol > li")].map((row) => /unseen/.test(row.className));
      expect(unseen).toEqual(entries.map((_, index) => index >= 6));
      expect(next().getByText(new RegExp(`^${entries.length - 6} more`))).toBeDefined();
    });

    it("is kept on the device, from the address of the join screen too, until another one is given", () => {
      keepNextShown("?next=2");
      const { unmount } = renderScreen(<Display />);
      expect(names()).toBe(2);
      unmount();
      keepNextShown("");
      keepNextShown("?next=none");
      renderScreen(<Display />).unmount();
      keepNextShown("?next=5");
      renderScreen(<Display />);
      expect(names()).toBe(next_shown);
    });

    it("is one of what can be; anything else is told on the display, which shows what it did before", () => {
      for (const wrong of ["", "0", "-1", "5.5", "100", "ten", "ALL"]) expect(nextShownFrom(wrong)).toBeUndefined();
      at("?next=ten");
      renderScreen(<Display />);
      expect(screen.getByText("next=ten in the address is not understood: 1 to 99, all or hidden")).toBeDefined();
      expect(names()).toBe(next_shown);
    });
  });

  it.each<[Partial<Panel>, string]>([
    [{ listStatus: ListStatus.OPEN }, "the list is open"],
    [{ listStatus: ListStatus.CLOSED }, "the list is closed"],
    [{ listStatus: ListStatus.NOT_OPEN }, "the list is not open"],
    [{ listStatus: ListStatus.NOT_OPEN, listOpensAt: noon_of_tests + 600_000 }, "the list opens at 15:52"],
  ])("says how the list stands: %o", (over, words) => {
    renderScreen(<Display />, { entities: afternoon(live(over), as.queue(queue("high-level", []))) });
    expect(next().getByText(words)).toBeDefined();
    expect(next().getByText("Nobody waiting")).toBeDefined();
  });

  it("counts down with the session's clock and turns amber and red with a word", () => {
    const { hall } = renderScreen(<Display />);
    act(() => hall.moveTime(104_000));
    expect(screen.getByText("30 s left")).toBeDefined();
    act(() => hall.moveTime(42_000));
    expect(screen.getByText("+0:12")).toBeDefined();
    expect(screen.getByText("Over time")).toBeDefined();
  });

  it("follows the panel into the next meeting", () => {
    renderScreen(<Display />, {
      entities: afternoon(meeting(1, { status: MeetingStatus.CLOSED }), meeting(2, { status: MeetingStatus.OPEN })),
    });
    expect(heading()).toBe("Kenya");
  });

  it("shows a pause", () => {
    renderScreen(<Display />, { entities: afternoon(as.floor(speech("KE", 60_000, { pausedAt: noon_of_tests }))) });
    expect(screen.getByText("Paused")).toBeDefined();
  });

  it("shows a panellist by the announced name", () => {
    renderScreen(<Display />, { entities: afternoon(as.floor(speech("", 1_000, { panellist: "italy", entry: 0 }))) });
    expect(heading()).toBe("Panellist from Italy");
  });

  it("L5 shows a point of order with its own clock, and whom it interrupts", () => {
    renderScreen(<Display />, { entities: afternoon(as.floor(pointSpeaks("BR", kenyaSpeaks))) });
    expect(heading()).toBe("Point of order: Brazil");
    expect(screen.getByRole("timer").textContent).toContain("0:48 left");
    expect(screen.getByText("Interrupted: Kenya")).toBeDefined();
  });

  it("L5 keeps a point of order that was heard until it is ruled on", () => {
    renderScreen(<Display />, { entities: afternoon(as.floor(pointHeard("BR", kenyaSpeaks))) });
    expect(heading()).toBe("Point of order: Brazil");
    expect(screen.getByText("The chair is to rule on it")).toBeDefined();
    expect(screen.getByText("Interrupted: Kenya")).toBeDefined();
    expect(screen.queryByRole("timer")).toBeNull();
  });

  it("L3 shows a guest by body and name, with letters instead of a flag among those who come next", () => {
    const speaker = { name: "Ines Sample (fictional)", title: "Director" };
    renderScreen(<Display />, {
      entities: afternoon(
        as.floor(speech("", 1_000, { body: "Institute for Mobility Studies", speaker })),
        as.entry(guestEntry(31)),
        as.queue(queue("high-level", [31, 11])),
      ),
    });
    expect(heading()).toBe("Institute for Mobility Studies");
    expect(screen.getByText("Ines Sample (fictional), Director")).toBeDefined();
    expect(next().getAllByRole("listitem")[0]?.textContent).toBe(
      "IMSInes Sample (fictional)Institute for Mobility Studies",
    );
    expect(screen.getByRole("main").querySelector("img")).toBeNull();
  });

  it("L6 lists who is called next first, and who was passed over straight after", () => {
    renderScreen(<Display />, { entities: afternoon(as.queue(queue("high-level", [11, 12, 13], { next: 12 }))) });
    expect(
      next()
        .getAllByRole("listitem")
        .map((row) => row.textContent),
    ).toEqual(["Morocco", "Chile", "Philippines"]);
  });

  it("V3 shows a notice, and several one after the other", () => {
    const { hall } = renderScreen(<Display />, { entities: afternoon(as.notice(notice(1, texts("One.")))) });
    expect(screen.getByRole("heading", { name: "Notice" })).toBeDefined();
    expect(screen.getByText("One.")).toBeDefined();
    act(() => hall.put(as.notice(notice(2, texts("Two."), { sentAt: noon_of_tests }))));
    const shown = () => ["One.", "Two."].filter((words) => screen.queryByText(words));
    const first = shown();
    expect(first).toHaveLength(1);
    act(() => hall.moveTime(notice_shown_ms));
    const second = shown();
    expect(second).toHaveLength(1);
    expect(second).not.toEqual(first);
    act(() => hall.moveTime(notice_shown_ms));
    expect(shown()).toEqual(first);
    act(() => hall.remove("notice/1", "notice/2"));
    expect(shown()).toEqual([]);
  });

  it("V3 shows notices before a meeting opens too", () => {
    renderScreen(<Display />, {
      now: at("2005-11-29T14:40+01:00"),
      entities: afternoon(meeting(1, { status: MeetingStatus.PLANNED }), as.notice(notice(1, texts("One.")))),
    });
    expect(screen.getByText("One.")).toBeDefined();
  });

  it("shows that the floor is free", () => {
    renderScreen(<Display />, { entities: afternoon(as.floor(freeFloor())) });
    expect(heading()).toBe("The floor is free");
    expect(screen.queryByRole("timer")).toBeNull();
  });

  it("shows until when the meeting is suspended, and who is next then", () => {
    const until = at("2005-11-29T16:00+01:00");
    renderScreen(<Display />, {
      entities: afternoon(meeting(1, { status: MeetingStatus.SUSPENDED, suspendedUntil: until })),
    });
    expect(heading()).toBe("The meeting is suspended until 16:00");
    expect(next().getAllByRole("listitem").length).toBeGreaterThan(0);
  });

  it("says of which day it is that the meeting goes on, where that is not today", () => {
    const until = at("2005-11-30T10:00+01:00");
    renderScreen(<Display />, {
      entities: afternoon(meeting(1, { status: MeetingStatus.SUSPENDED, suspendedUntil: until })),
    });
    expect(heading()).toBe("The meeting is suspended until Wednesday 30 November, 10:00");
  });

  it("welcomes with the programme of the day before a meeting opens", () => {
    renderScreen(<Display />, {
      now: at("2005-11-29T14:40+01:00"),
      entities: afternoon(
        meeting(1, { status: MeetingStatus.PLANNED }),
        live({ status: PanelStatus.PLANNED }),
        as.floor(freeFloor()),
      ),
    });
    expect(heading()).toBe("Toward Policy Coherence on Migration");
    expect(screen.getByText("The meeting opens at 15:00")).toBeDefined();
    expect(screen.getByText("15:00–18:00")).toBeDefined();
    expect(screen.getByText("Special Event")).toBeDefined();
    expect(screen.queryByText("The Year in Review")).toBeNull();
  });

  it("names the day where the next meeting is not today", () => {
    renderScreen(<Display />, {
      now: at("2005-11-29T18:30+01:00"),
      entities: afternoon(
        meeting(1, { status: MeetingStatus.CLOSED }),
        live({ status: PanelStatus.CLOSED }),
        as.floor(freeFloor()),
      ),
    });
    expect(screen.getByText("The meeting opens on Wednesday 30 November at 10:00")).toBeDefined();
    expect(screen.getByText("The Year in Review")).toBeDefined();
  });

  it("says when all is over", () => {
    renderScreen(<Display />, {
      entities: afternoon(
        ...panels.map((one) => as.panel({ ...one, status: PanelStatus.CLOSED })),
        ...meetings.map((one) => as.meeting({ ...one, status: MeetingStatus.CLOSED })),
      ),
    });
    expect(screen.getByText("The meeting is closed")).toBeDefined();
  });

  it("is never blank: the last view and its clock go on while reconnecting", () => {
    const { hall } = renderScreen(<Display />);
    act(() => hall.stage({ status: "reconnecting" }));
    expect(screen.getByText("Reconnecting")).toBeDefined();
    expect(heading()).toBe("Kenya");
    act(() => hall.moveTime(4_000));
    expect(screen.getByRole("timer").textContent).toContain("2:10 left");
  });

  it("says quietly, in one line, that nothing new is accepted, and no more once it is", () => {
    const { hall } = renderScreen(<Display />);
    expectLedgerToldOnce(hall);
  });

  it("is dark, whatever the device prefers", () => {
    const { unmount } = renderScreen(<Display />);
    expect(document.documentElement.dataset.theme).toBe("dark");
    unmount();
    expect(document.documentElement.dataset.theme).toBeUndefined();
  });

  it("speaks French and Spanish", () => {
    const { unmount } = renderScreen(<Display />, {}, "fr");
    expect(screen.getByText("Prochains orateurs")).toBeDefined();
    unmount();
    renderScreen(<Display />, {}, "es");
    expect(screen.getByText("Próximos oradores")).toBeDefined();
    expect(screen.getByText("Dentro del tiempo")).toBeDefined();
  });
});

describe("L5 a motion on the display", () => {
  const kenya = speech("KE", 166_000);
  const moved = motion(96, "CH", { takenUp: true });

  it("is named with its mover while it is before the chair, and objections are asked for", () => {
    const { hall } = renderScreen(<Display />, {
      entities: afternoon(as.motion(moved), as.floor(motionStands(moved, kenya))),
    });
    expect(heading()).toBe("Motion to adjourn the debate");
    expect(screen.getByText("moved by Switzerland")).toBeDefined();
    act(() => hall.put(as.motion({ ...moved, objectionsAskedAt: noon_of_tests })));
    expect(screen.getByText("Are there any objections?")).toBeDefined();
  });

  it("shows who speaks on it, and on which side", () => {
    renderScreen(<Display />, {
      entities: afternoon(as.motion(moved), as.floor(speaksOnMotion("EC", MotionSide.AGAINST, moved, kenya))),
    });
    expect(heading()).toBe("Against the motion: Ecuador");
  });
});
