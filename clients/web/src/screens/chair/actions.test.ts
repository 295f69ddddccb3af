import { describe, expect, it } from "vitest";
import { LimitOf, ListStatus, MeetingStatus, PanelStatus } from "../../wire";
import { meetingOf } from "../situation";
import * as actions from "./actions";
import { freeFloor, NOW, type Sitting, sitting, storeOf } from "./fixture";

function context(change: (of: Sitting) => void = () => {}, panelId = "high-level"): actions.ChairContext {
  const view = storeOf(sitting(5, change));
  const panel = view.panel(panelId);
  return {
    view,
    panel,
    meeting: panel && meetingOf(view, panel),
    floor: view.floorState(panelId),
    order: view.queue(panelId)?.entries ?? [],
  };
}

const list = (status: ListStatus) => (of: Sitting) => {
  for (const panel of of.panels) panel.listStatus = status;
};

describe("giving the floor", () => {
  it("names the one seen at the head and the speech that was seen", () => {
    expect(actions.giveFloorToNext.command(context())).toEqual({
      act: { case: "giveFloor", value: { panel: "high-level", to: { case: "entry", value: 1 } } },
      expects: { speech: 7 },
    });
  });

  it("expects the floor to be free where it was seen free", () => {
    const free = context((of) => {
      of.floor = freeFloor();
    });
    expect(actions.giveFloor.command(free, 4).expects).toEqual({ speech: 0 });
    expect(actions.giveFloorToPanellist.command(free, "italy").expects).toEqual({ speech: 0 });
  });

  it("is not offered while the meeting is suspended, while the panel is not open, or where nobody waits", () => {
    expect(actions.giveFloorToNext.available(context())).toBe(true);
    const suspended = context((of) => {
      for (const meeting of of.meetings) meeting.status = MeetingStatus.SUSPENDED;
    });
    expect(actions.giveFloorToNext.available(suspended)).toBe(false);
    expect(actions.giveFloorToNext.available(context(() => {}, "review"))).toBe(false);
    const empty = context((of) => {
      of.queue.entries = [];
    });
    expect(actions.giveFloorToNext.available(empty)).toBe(false);
  });

  it("is offered to a panellist who does not have it already", () => {
    const speaking = context((of) => {
      of.floor = { ...of.floor, entry: 0, panellist: "italy" };
    });
    expect(actions.giveFloorToPanellist.available(speaking, "italy")).toBe(false);
    expect(actions.giveFloorToPanellist.available(speaking, "indonesia")).toBe(true);
  });
});

describe("the speech under way", () => {
  it("is paused where it runs and resumed where it is paused: never both", () => {
    const running = context();
    const paused = context((of) => {
      of.floor.pausedAt = of.floor.startedAt + 5;
    });
    expect([actions.pauseSpeech.available(running), actions.resumeSpeech.available(running)]).toEqual([true, false]);
    expect([actions.pauseSpeech.available(paused), actions.resumeSpeech.available(paused)]).toEqual([false, true]);
  });

  it("gets time added in milliseconds", () => {
    expect(actions.addHalfMinute.command(context()).act).toEqual({
      case: "addTime",
      value: { speech: 7, addedMs: 30_000 },
    });
    expect(actions.addMinute.command(context()).act.value).toEqual({ speech: 7, addedMs: 60_000 });
  });

  it("offers nothing of a speech while the floor is free", () => {
    const free = context((of) => {
      of.floor = freeFloor();
    });
    const offered = [actions.pauseSpeech, actions.addMinute, actions.endSpeech].filter((act) => act.available(free));
    expect(offered).toEqual([]);
  });

  it("is reached by a new limit of its own kind only", () => {
    expect(actions.underLimit(context(), LimitOf.GROUP_STATEMENT)).toBe(true);
    expect(actions.underLimit(context(), LimitOf.MEMBER)).toBe(false);
  });
});

describe("the list", () => {
  it.each([
    [ListStatus.NOT_OPEN, ["open_list", "plan_list_opening"]],
    [ListStatus.OPEN, ["announce_list_closing", "close_list"]],
    [ListStatus.CLOSING, ["call_off_closing", "announce_list_closing", "close_list"]],
    [ListStatus.CLOSED, ["open_list"]],
  ])("with status %i offers what changes it", (status, offered) => {
    const here = context(list(status));
    const ids = [
      actions.openList.available(here) && "open_list",
      actions.callOffClosing.available(here) && "call_off_closing",
      actions.planListOpening.available(here, 0) && "plan_list_opening",
      actions.announceListClosing.available(here, 0) && "announce_list_closing",
      actions.closeList.available(here) && "close_list",
    ].filter(Boolean);
    expect(ids).toEqual(offered);
  });

  it("takes a delegation also when it is closed", () => {
    expect(actions.requestFloor.available(context(list(ListStatus.CLOSED)), {} as actions.NewEntry)).toBe(true);
  });

  it("moves an entry to a place beside a neighbour", () => {
    expect(actions.moveEntry.command(context(), { entry: 5, place: 2 }).act.value).toEqual({
      entry: 5,
      place: { case: "after", value: 1 },
    });
    expect(actions.moveEntry.available(context(), { entry: 2, place: 2 })).toBe(false);
  });
});

describe("what can be taken back", () => {
  it.each([
    ["remove", actions.removeEntry.inverse?.commands(context(), 2, NOW), { case: "restoreEntry", value: { entry: 2 } }],
    [
      "no-show",
      actions.recordNoShow.inverse?.commands(context(), 2, NOW),
      { case: "clearNoShow", value: { entry: 2 } },
    ],
    [
      "close the meeting",
      actions.closeMeeting.inverse?.commands(context(), undefined, NOW),
      { case: "openMeeting", value: { meeting: "d1-pm" } },
    ],
  ])("%s names its inverse", (_, sent, act) => {
    expect(sent).toEqual([{ act }]);
  });

  const CLOSES_AT = NOW + 60_000;
  const opens = { case: "openList", value: { panel: "high-level" } };
  const announces = { case: "announceListClosing", value: { panel: "high-level", closesAt: CLOSES_AT } };
  const before = (listStatus: ListStatus) =>
    context((of) => {
      for (const panel of of.panels) Object.assign(panel, { listStatus, listClosesAt: CLOSES_AT });
    });

  it.each([
    ["open", ListStatus.OPEN, NOW, [opens]],
    ["announced to close", ListStatus.CLOSING, NOW, [opens, announces]],
    ["announced to close at an instant that has come since", ListStatus.CLOSING, CLOSES_AT, [opens]],
    ["not open", ListStatus.NOT_OPEN, NOW, []],
    ["closed", ListStatus.CLOSED, NOW, []],
  ])("brings back with the panel, or alone, a list that was %s", (_, status, now, acts) => {
    const closed = before(status);
    const list = actions.closeList.inverse?.commands(closed, undefined, now);
    const panel = actions.closePanel.inverse?.commands(closed, undefined, now);
    expect(list?.map(({ act }) => act)).toEqual(acts);
    expect(panel?.map(({ act }) => act)).toEqual([{ case: "openPanel", value: { panel: "high-level" } }, ...acts]);
  });
});

describe("panels and meetings", () => {
  it("opens a panel in whichever meeting sits, with a title, and one at a time", () => {
    const planned = (of: Sitting) => {
      for (const panel of of.panels) panel.status = PanelStatus.PLANNED;
    };
    expect(actions.openPanel.available(context(planned))).toBe(true);
    expect(actions.openPanel.available(context(planned, "review"))).toBe(true);
    expect(actions.openPanel.available(context(planned, "special"))).toBe(false);
    expect(actions.openPanel.available(context(() => {}))).toBe(false);
  });

  it("takes a panel up again in a later meeting than its own, but not while that is suspended", () => {
    const again = (status: MeetingStatus) => (of: Sitting) => {
      for (const panel of of.panels) panel.status = PanelStatus.CLOSED;
      for (const meeting of of.meetings) meeting.status = meeting.id === "d2-am" ? status : MeetingStatus.CLOSED;
    };
    expect(actions.openPanel.available(context(again(MeetingStatus.OPEN)))).toBe(true);
    expect(actions.openPanel.available(context(again(MeetingStatus.SUSPENDED)))).toBe(false);
    expect(actions.openPanel.available(context(again(MeetingStatus.CLOSED)))).toBe(false);
  });

  it("opens a meeting while no other one sits", () => {
    expect(actions.openMeeting.available(context(() => {}, "review"))).toBe(false);
    const evening = context((of) => {
      for (const meeting of of.meetings) meeting.status = MeetingStatus.CLOSED;
    }, "review");
    expect(actions.openMeeting.available(evening)).toBe(true);
  });
});

describe("the keys", () => {
  it("are one key for one act, but for pause and resume which are never offered together", () => {
    const keys = actions.ACTS_WITH_KEYS.map(({ shortcut }) => shortcut);
    expect(keys.every(Boolean)).toBe(true);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
