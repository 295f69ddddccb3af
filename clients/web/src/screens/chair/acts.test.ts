import { describe, expect, it } from "vitest";
import { type Sight, sightOf } from "../../shared/acts/sight";
import { CONSOLE_KEYS, ROW_KEYS } from "../../shared/acts/table/console";
import * as entries from "../../shared/acts/table/entries";
import * as floor from "../../shared/acts/table/floor";
import * as lists from "../../shared/acts/table/list";
import * as panels from "../../shared/acts/table/panels";
import * as points from "../../shared/acts/table/points";
import * as requests from "../../shared/acts/table/requests";
import * as signals from "../../shared/acts/table/signals";
import { drawOf } from "../../testing/draws";
import { LimitOf, ListStatus, MeetingStatus, OrderPolicy, PanelStatus, Ruling } from "../../wire";
import {
  changeSpeech,
  freeFloor,
  NOW,
  pointHeard,
  pointOf,
  pointSpeaks,
  type Sitting,
  signalOf,
  sitting,
  storeOf,
} from "./fixture";

const actions = { ...entries, ...floor, ...lists, ...panels, ...points, ...requests, ...signals };

function context(change: (of: Sitting) => void = () => {}, panelId = "high-level"): Sight {
  const view = storeOf(sitting(5, change));
  return sightOf(view, view.panel(panelId));
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
      changeSpeech(of, () => ({ entry: 0, panellist: "italy" }));
    });
    expect(actions.giveFloorToPanellist.available(speaking, "italy")).toBe(false);
    expect(actions.giveFloorToPanellist.available(speaking, "indonesia")).toBe(true);
  });
});

describe("a point of order", () => {
  const raised = (of: Sitting) => {
    of.points = [pointOf(), pointOf({ entry: 951, delegation: "EC" })];
  };

  it("L5 is recognised from whichever panel is shown, while its meeting is open and no other one stands", () => {
    expect(actions.recognisePoint.available(context(raised, "review"), 950)).toBe(true);
    expect(actions.recognisePoint.command(context(raised, "review"), 950).act).toEqual({
      case: "recognisePointOfOrder",
      value: { entry: 950 },
    });
    const another = context((of) => {
      pointSpeaks(of);
      of.points.push(pointOf({ entry: 951, delegation: "EC" }));
    });
    expect(actions.recognisePoint.available(another, 951)).toBe(false);
    const suspended = context((of) => {
      raised(of);
      for (const meeting of of.meetings) meeting.status = MeetingStatus.SUSPENDED;
    });
    expect(actions.recognisePoint.available(suspended, 950)).toBe(false);
  });

  it("L5 that is not taken up is an entry removed", () => {
    expect(actions.refusePoint.available(context(raised), 951)).toBe(true);
    expect(actions.refusePoint.available(context(pointSpeaks), 950)).toBe(false);
    expect(actions.refusePoint.command(context(raised), 950).act).toEqual({
      case: "removeEntry",
      value: { entry: 950 },
    });
  });

  it.each([
    ["upheld", actions.ruleUpheld, Ruling.UPHELD],
    ["overruled", actions.ruleOverruled, Ruling.OVERRULED],
    ["noted", actions.ruleNoted, Ruling.NOTED],
  ])("L5 is %s while it speaks and after, until the ruling", (_, rule, ruling) => {
    expect(rule.available(context(), 950)).toBe(false);
    for (const before of [context(pointSpeaks), context(pointHeard)]) {
      expect(rule.available(before, 950)).toBe(true);
      expect(rule.of?.(before)).toBe(950);
      expect(rule.command(before, 950).act).toEqual({ case: "rulePointOfOrder", value: { entry: 950, ruling } });
    }
  });

  it("L5 keeps the floor until the ruling: nobody is given it, and no speaker is returned", () => {
    const heard = context((of) => {
      pointHeard(of);
      of.floor.lastSpeakerReturnable = true;
    });
    expect(actions.giveFloorToNext.available(heard)).toBe(false);
    expect(actions.giveFloor.available(heard, 2)).toBe(false);
    expect(actions.giveFloorToPanellist.available(heard, "italy")).toBe(false);
    expect(actions.returnSpeaker.available(heard)).toBe(false);
    expect(actions.endSpeech.available(context(pointSpeaks))).toBe(true);
  });
});

describe("the one who is next", () => {
  const passed = (of: Sitting) => {
    of.entries = of.entries.map((entry) => (entry.id === 1 ? { ...entry, skipped: true } : entry));
    of.queue.next = 2;
  };

  it("L6 is given the floor, with the speech that was seen, also where that is not the head", () => {
    expect(actions.giveFloorToNext.command(context(passed))).toEqual({
      act: { case: "giveFloor", value: { panel: "high-level", to: { case: "entry", value: 2 } } },
      expects: { speech: 7 },
    });
  });

  it("L6 is passed over for another who waits, and nobody else is", () => {
    expect(actions.skipEntry.available(context(), 1)).toBe(true);
    expect(actions.skipEntry.available(context(), 2)).toBe(false);
    expect(actions.skipEntry.available(context(passed), 2)).toBe(true);
    const alone = context((of) => {
      passed(of);
      of.queue.entries = [1, 2];
    });
    expect(actions.skipEntry.available(alone, 2)).toBe(false);
    expect(actions.skipEntry.command(context(), 1).act).toEqual({ case: "skipEntry", value: { entry: 1 } });
  });
});

describe("the signals of the booths", () => {
  it("I3 are marked as seen once, and ended", () => {
    const signalled = context((of) => {
      of.signals = [signalOf({ seenAt: NOW }), signalOf({ id: 2 })];
    });
    expect([1, 2, 3].map((id) => actions.markSignalSeen.available(signalled, id))).toEqual([false, true, false]);
    expect([1, 2, 3].map((id) => actions.endSignal.available(signalled, id))).toEqual([true, true, false]);
    expect(actions.markSignalSeen.command(signalled, 2).act).toEqual({ case: "markSignalSeen", value: { signal: 2 } });
    expect(actions.endSignal.command(signalled, 1).act).toEqual({ case: "endSignal", value: { signal: 1 } });
  });
});

describe("the speech under way", () => {
  it("is paused where it runs and resumed where it is paused: never both", () => {
    const running = context();
    const paused = context((of) => {
      changeSpeech(of, ({ startedAt }) => ({ pausedAt: startedAt + 5 }));
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
      actions.askOpening.available(here) && "plan_list_opening",
      actions.askClosing.available(here) && "announce_list_closing",
      actions.closeList.available(here) && "close_list",
    ].filter(Boolean);
    expect(ids).toEqual(offered);
  });

  it("takes a delegation also when it is closed", () => {
    expect(actions.inscribe.available(context(list(ListStatus.CLOSED)))).toBe(true);
  });

  it("moves an entry to a place beside a neighbour", () => {
    expect(actions.moveEntry.command(context(), { entry: 5, place: 2 }).act.value).toEqual({
      entry: 5,
      place: { case: "after", value: 1 },
    });
    expect(actions.moveEntry.available(context(), { entry: 2, place: 2 })).toBe(false);
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
  it("are one key for one act, but for those that are never offered together", () => {
    const keys = CONSOLE_KEYS.map(({ on }) => on.chair?.keys ?? []);
    expect(keys.every(({ length }) => length > 0)).toBe(true);
    const all = keys.flat();
    expect(all.filter((key, index) => all.indexOf(key) !== index)).toEqual(["Shift+P", "Shift+C"]);
    expect(actions.pauseSpeech.on.chair?.keys).toEqual(actions.resumeSpeech.on.chair?.keys);
    expect(actions.openList.on.chair?.keys).toEqual(actions.closeList.on.chair?.keys);
  });

  it("have Shift where they are letters, and are no digits", () => {
    const keys = CONSOLE_KEYS.flatMap(({ on }) => on.chair?.keys ?? []);
    expect(keys.filter((key) => /^[\p{L}\d]$/u.test(key))).toEqual([]);
    expect(ROW_KEYS.flatMap(({ on }) => on.chair?.row?.keys ?? []).filter((key) => key.length === 1)).toEqual([]);
  });

  it("are one for one act on a row too", () => {
    const keys = ROW_KEYS.map(({ on }) => on.chair?.row?.keys?.join(" "));
    expect(keys.every(Boolean)).toBe(true);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe("correcting a request", () => {
  it("is offered on what is there, until its panel is closed, whichever panel is shown", () => {
    const closed = (of: Sitting) => {
      for (const panel of of.panels) if (panel.id === "high-level") panel.status = PanelStatus.CLOSED;
    };
    for (const panel of ["high-level", "review"]) {
      expect(
        actions.askCorrection.available(
          context(() => {}, panel),
          4,
        ),
      ).toBe(true);
      expect(actions.askCorrection.available(context(closed, panel), 4)).toBe(false);
      expect(actions.correctEntry.available(context(closed, panel), { entry: 4 })).toBe(false);
    }
    expect(actions.askCorrection.available(context(), 99)).toBe(false);
  });
});

describe("L4 the order of the list", () => {
  it("is another one, or the same one anew; a lot is drawn, and not chosen", () => {
    const offered = (policy: OrderPolicy, anew = false) =>
      actions.setOrderPolicy.available(context(), { policy, anew });
    expect(context().panel?.orderPolicy).toBe(OrderPolicy.CATEGORY);
    expect(offered(OrderPolicy.CATEGORY)).toBe(false);
    expect(offered(OrderPolicy.CATEGORY, true)).toBe(true);
    expect(offered(OrderPolicy.RANK)).toBe(true);
    expect(offered(OrderPolicy.LOT)).toBe(false);
  });
});

describe("L4 a draw by lot", () => {
  const drawing = (...stages: Parameters<typeof drawOf>[0][]) =>
    context((of) => {
      of.draws = stages.map((stage) => drawOf(stage, { number: 3 }));
    });
  const offered = (seen: Sight) => [
    actions.prepareDraw.available(seen, ""),
    actions.freezePool.available(seen),
    actions.drawLot.available(seen, "6-2-5"),
  ];

  it("goes from one act to the next, and begins again once it is drawn", () => {
    expect(offered(drawing())).toEqual([true, false, false]);
    expect(offered(drawing("prepared"))).toEqual([false, true, false]);
    expect(offered(drawing("frozen"))).toEqual([false, false, true]);
    expect(offered(drawing("drawn"))).toEqual([true, false, false]);
  });

  it("names the draw that was seen", () => {
    expect(actions.freezePool.command(drawing("prepared")).act).toEqual({
      case: "freezePool",
      value: { panel: "high-level", draw: 3 },
    });
    expect(actions.drawLot.command(drawing("frozen"), "6-2-5").act).toEqual({
      case: "drawLot",
      value: { panel: "high-level", draw: 3, word: "6-2-5" },
    });
  });

  it("takes a word of digits, capital letters and hyphens alone", () => {
    const takes = (word: string) => actions.drawLot.available(drawing("frozen"), word);
    expect(["6-2-5-HERON", "7", "A".repeat(32)].filter(takes)).toHaveLength(3);
    expect(["", "heron", "É", "6 2 5", "A".repeat(33)].filter(takes)).toEqual([]);
  });
});
