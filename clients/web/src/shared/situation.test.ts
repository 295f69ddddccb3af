import { describe, expect, it } from "vitest";
import { StagedHall } from "../testing/staged";
import {
  afternoon,
  as,
  at,
  entry,
  freeFloor,
  guestEntry,
  kenyaSpeaks,
  meetings,
  noon_of_tests,
  panels,
  pointHeard,
  pointSpeaks,
  queue,
  speech,
} from "../testing/views";
import { type Entity, type Meeting, MeetingStatus, type Panel, PanelStatus } from "../wire";
import { interruptedOn, speakingOn } from "./floor";
import { holderOf, meetingOf, situationOf, waitingOn } from "./situation";

const meeting = (index: number, over: Partial<Meeting>) => as.meeting({ ...(meetings[index] as Meeting), ...over });
const panel = (index: number, over: Partial<Panel>) => as.panel({ ...(panels[index] as Panel), ...over });
const store = (...over: Entity[]) => new StagedHall({ entities: afternoon(...over) }).store;

describe("where the session stands", () => {
  it("is nowhere without a programme", () => {
    expect(situationOf(new StagedHall({ entities: [] }).store).stage).toBe("none");
  });
  it("is in the panel that is open", () => {
    const situation = situationOf(store());
    expect(situation.stage).toBe("open");
    expect(situation.panel?.id).toBe("high-level");
    expect(situation.floor?.delegation).toBe("KE");
  });
  it("is before the meeting of the next panel", () => {
    const before = situationOf(
      store(
        meeting(1, { status: MeetingStatus.PLANNED }),
        panel(1, { status: PanelStatus.PLANNED }),
        as.floor(freeFloor()),
      ),
    );
    expect(before).toMatchObject({ stage: "planned", meeting: { id: "d1-pm" }, panel: { id: "high-level" } });
  });
  it("is in an open meeting whose panel is not open yet", () => {
    expect(situationOf(store(panel(1, { status: PanelStatus.PLANNED }))).stage).toBe("panel_planned");
  });
  it("stays with the panel that is over while its meeting sits", () => {
    const over = situationOf(store(panel(1, { status: PanelStatus.CLOSED })));
    expect(over).toMatchObject({ stage: "panel_closed", meeting: { id: "d1-pm" }, panel: { id: "high-level" } });
  });
  it("is suspended with the meeting", () => {
    expect(situationOf(store(meeting(1, { status: MeetingStatus.SUSPENDED }))).stage).toBe("suspended");
  });
  it("is after the last meeting", () => {
    const over = panels.map((one) => as.panel({ ...one, status: PanelStatus.CLOSED }));
    const all = meetings.map((one) => as.meeting({ ...one, status: MeetingStatus.CLOSED }));
    expect(situationOf(store(...over, ...all)).stage).toBe("closed");
  });
});

describe("a panel that goes on in a later meeting than its own", () => {
  const evening = [meeting(1, { status: MeetingStatus.CLOSED })];
  const morning = [...evening, meeting(2, { status: MeetingStatus.OPEN })];
  const live = panels[1] as Panel;

  it("is of the meeting that sits", () => {
    expect(meetingOf(store(...morning), live)?.id).toBe("d2-am");
    expect(situationOf(store(...morning))).toMatchObject({
      stage: "open",
      meeting: { id: "d2-am" },
      panel: { id: "high-level" },
    });
  });
  it("is suspended with that meeting", () => {
    const suspended = store(...evening, meeting(2, { status: MeetingStatus.SUSPENDED }));
    expect(situationOf(suspended)).toMatchObject({ stage: "suspended", meeting: { id: "d2-am" } });
  });
  it("is of its own meeting, which is closed, until another one opens", () => {
    expect(situationOf(store(...evening))).toMatchObject({ stage: "closed", meeting: { id: "d1-pm" } });
  });
  it("has times again for those who wait", () => {
    expect(waitingOn(store(...evening), live, noon_of_tests)[0]?.from).toBeUndefined();
    expect(waitingOn(store(...morning), live, noon_of_tests)[0]?.from).toBeGreaterThan(noon_of_tests);
  });
  it("does not draw a panel that is not open into the meeting that sits", () => {
    expect(meetingOf(store(...morning), panels[3] as Panel)?.id).toBe("d2-pm");
  });
});

describe("those who wait", () => {
  const live = panels[1] as Panel;
  const two = as.queue(queue("high-level", [11, 12], { meanS: [15, 230], variance: [0, 900] }));
  it("have places from 1 and times counted from the end of the speech", () => {
    // Of Kenya's speech 134 s are left.
    const [first, second] = waitingOn(store(two), live, noon_of_tests);
    expect(first).toMatchObject({ entry: { id: 11 }, place: 1 });
    expect(second).toMatchObject({ entry: { id: 12 }, place: 2 });
    expect(first?.from).toBeGreaterThanOrEqual(noon_of_tests + 148_000);
    expect(first?.to).toBeLessThanOrEqual(noon_of_tests + 150_000);
    const middle = ((second?.from ?? 0) + (second?.to ?? 0)) / 2 - noon_of_tests;
    expect(middle).toBeGreaterThan(355_000);
    expect(middle).toBeLessThan(370_000);
  });
  it("are told the end of the meeting where their time may lie beyond it", () => {
    const ends = store(two).meeting(live.meeting)?.plannedEndAt ?? 0;
    const near = (ends - noon_of_tests) / 1_000 - 30;
    const late = as.queue(
      queue("high-level", [11, 12, 13], { meanS: [15, near, near + 600], variance: [70, 3_600, 3_600] }),
    );
    expect(waitingOn(store(late), live, noon_of_tests).map(({ beyond }) => beyond)).toEqual([undefined, ends, ends]);
  });
  it("have times counted from now while the floor is free", () => {
    expect(waitingOn(store(two, as.floor(freeFloor())), live, noon_of_tests)[0]?.from).toBe(noon_of_tests + 15_000);
  });
  it("have no times on a list that is not being worked through", () => {
    const planned = { ...live, status: PanelStatus.PLANNED };
    expect(waitingOn(store(two), planned, noon_of_tests)[0]).toMatchObject({ place: 1, from: undefined });
  });
  it("have times from the end of a suspension on, and none where no end is known", () => {
    const until = at("2005-11-29T16:00+01:00");
    const free = as.floor(freeFloor());
    const suspended = store(two, free, meeting(1, { status: MeetingStatus.SUSPENDED, suspendedUntil: until }));
    expect(waitingOn(suspended, live, noon_of_tests)[0]?.from).toBe(until + 15_000);
    const open_end = store(two, free, meeting(1, { status: MeetingStatus.SUSPENDED, suspendedUntil: 0 }));
    expect(waitingOn(open_end, live, noon_of_tests)[0]?.from).toBeUndefined();
  });
  it("L5 have times counted from the end of the point of order and what is left of the speech it interrupted", () => {
    const certain = as.queue(
      queue("high-level", [11], { meanS: [15], variance: [0], speechMeanS: 300, speechVariance: 0 }),
    );
    const point = pointSpeaks("CL", kenyaSpeaks);
    const end = (speakingOn(point)?.startedAt ?? 0) + 60_000 + 134_000;
    const whileIt = waitingOn(store(certain, as.floor(point)), live, noon_of_tests)[0];
    expect(Math.abs((whileIt?.to ?? 0) - (end + 15_000))).toBeLessThanOrEqual(1_000);
    const heard = store(certain, as.floor(pointHeard("CL", kenyaSpeaks)));
    const after = waitingOn(heard, live, noon_of_tests)[0]?.to ?? 0;
    expect(Math.abs(after - (noon_of_tests + 134_000 + 15_000))).toBeLessThanOrEqual(1_000);
  });
  it("are skipped, with their place kept, where an entry has not come yet", () => {
    const gap = store(as.queue(queue("high-level", [11, 999, 12])));
    expect(waitingOn(gap, live, noon_of_tests).map(({ place }) => place)).toEqual([1, 3]);
  });
});

describe("a point of order", () => {
  it("L5 is before the chair until it is ruled on, also when its delegation has ended", () => {
    const speaks = situationOf(store(as.floor(pointSpeaks("CL", kenyaSpeaks))));
    expect(speaks).toMatchObject({ point: { delegation: "CL" }, interrupted: { delegation: "KE" } });
    expect(speaks.floor?.delegation).toBe("CL");
    const heard = situationOf(store(as.floor(pointHeard("CL", kenyaSpeaks))));
    expect(heard).toMatchObject({ point: { delegation: "CL" }, interrupted: { delegation: "KE" } });
    expect(heard.floor).toBeUndefined();
  });
  it("tells whose speech goes on after it", () => {
    const interrupted = interruptedOn(pointSpeaks("CL", kenyaSpeaks));
    expect(interrupted && holderOf(store(), interrupted).name.fr).toBe("Kenya");
    expect(situationOf(store()).interrupted).toBeUndefined();
  });
});

describe("who speaks or waits", () => {
  it("is a delegation or a panellist by name", () => {
    expect(holderOf(store(), kenyaSpeaks)).toMatchObject({ fallback: "KE", flag: "ke", guest: false });
    expect(holderOf(store(), entry(1, "CL")).name.fr).toBe("Chili");
    const italy = speech("", 0, { entry: 0, panellist: "italy", speaker: undefined });
    expect(holderOf(store(), italy)).toMatchObject({ flag: "it", guest: false });
  });
  it("L3 is a guest by the body, else by its own name", () => {
    expect(holderOf(store(), guestEntry(9))).toMatchObject({
      flag: "",
      fallback: "Institute for Mobility Studies",
      guest: true,
    });
    expect(holderOf(store(), guestEntry(9, { body: "" })).fallback).toBe("Ines Sample (fictional)");
  });
});
