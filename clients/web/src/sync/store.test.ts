import { beforeEach, describe, expect, it } from "vitest";
import {
  afternoon,
  as,
  delegation,
  entry,
  freeFloor,
  hello,
  help,
  notice,
  panel,
  pointOfOrder,
  queue,
  seat,
  session,
  signal,
  standing,
  statement,
  statementText,
  texts,
} from "../testing/views";
import { Audience, type Entity, PanelStatus, type ServerItem } from "../wire";
import { Store } from "./store";

const position = { session: "council-2005", epoch: "e1", audience: Audience.DELEGATE, delegation: "EC", seq: 7 };
const item = (one: ServerItem["item"]): ServerItem => ({ item: one });
const snapshot = (entities: Entity[], seq = 7) =>
  item({ case: "snapshot", value: { position: { ...position, seq }, entities } });
const patch = (seq: number, upserts: Entity[] = [], removals: string[] = []) =>
  item({ case: "patch", value: { seq, upserts, removals } });
const own = (upserts: Entity[] = [], removals: string[] = []) =>
  item({ case: "privatePatch", value: { upserts, removals } });

describe("the store", () => {
  let store: Store;
  beforeEach(() => {
    store = new Store();
  });

  it("holds nothing and stands nowhere before the first snapshot", () => {
    expect(store.filled).toBe(false);
    expect(store.position).toBeUndefined();
    expect(store.panels()).toEqual([]);
    expect(store.livePanel()).toBeUndefined();
  });

  it("takes a snapshot whole and stands at its position", () => {
    expect(store.apply(snapshot(afternoon()))).toBe("applied");
    expect(store.position?.seq).toBe(7);
    expect(store.panels().map(({ id }) => id)).toEqual(["special", "high-level", "year", "development"]);
    expect(store.meetings().map(({ id }) => id)).toEqual(["d1-am", "d1-pm", "d2-am", "d2-pm"]);
    expect(store.panellists("high-level").map(({ id }) => id)).toEqual(["indonesia", "italy", "academic"]);
    expect(store.delegation("KE")?.name.fr).toBe("Kenya");
  });

  it("drops with a snapshot what the snapshot does not hold", () => {
    store.apply(snapshot(afternoon()));
    store.apply(snapshot([as.session(session())], 9));
    expect(store.panel("high-level")).toBeUndefined();
    expect(store.position?.seq).toBe(9);
  });

  it("applies a patch that follows its position and moves by one", () => {
    store.apply(snapshot(afternoon()));
    const joined = entry(21, "BR");
    const longer = queue("high-level", [11, 12, 13, 21]);
    expect(store.apply(patch(8, [as.entry(joined), as.queue(longer)], ["entry/14"]))).toBe("applied");
    expect(store.entries("high-level").map(({ id }) => id)).toEqual([11, 12, 13, 21]);
    expect(store.entry(14)).toBeUndefined();
    expect(store.position?.seq).toBe(8);
  });

  it("moves with a patch that holds nothing for it", () => {
    store.apply(snapshot(afternoon()));
    expect(store.apply(patch(8))).toBe("applied");
    expect(store.position?.seq).toBe(8);
  });

  it("says gap at a patch that does not follow, and keeps view and position", () => {
    store.apply(snapshot(afternoon()));
    for (const seq of [9, 7, 6]) {
      expect(store.apply(patch(seq, [], ["panel/high-level"]))).toBe("gap");
      expect(store.panel("high-level")).toBeDefined();
      expect(store.position?.seq).toBe(7);
    }
  });

  it("says gap at a patch before any snapshot", () => {
    expect(store.apply(patch(1))).toBe("gap");
  });

  it("sets a key that a patch both removes and upserts", () => {
    store.apply(snapshot(afternoon()));
    store.apply(patch(8, [as.entry(entry(14, "BR"))], ["entry/14"]));
    expect(store.entry(14)?.delegation).toBe("BR");
  });

  it("leaves what a patch does not name the same object", () => {
    store.apply(snapshot(afternoon()));
    const before = store.panel("year");
    store.apply(patch(8, [as.panel(panel("high-level"))]));
    expect(store.panel("year")).toBe(before);
  });

  it("keeps private entities apart: they move no position and a snapshot leaves them", () => {
    store.apply(snapshot(afternoon()));
    store.apply(own([as.standing(standing("EC", { outcome: 1 }))]));
    expect(store.position?.seq).toBe(7);
    expect(store.standing("EC")?.outcome).toBe(1);
    store.apply(snapshot(afternoon(), 20));
    expect(store.standing("EC")?.outcome).toBe(1);
    store.apply(own([], ["standing/EC"]));
    expect(store.standing("EC")).toBeUndefined();
  });

  it("replaces all private entities with a private snapshot", () => {
    store.apply(own([as.standing(standing("EC", { outcome: 1 }))]));
    store.apply(item({ case: "privateSnapshot", value: { entities: [] } }));
    expect(store.standing("EC")).toBeUndefined();
  });

  it("keeps private entities when the line is resumed, and drops them at another epoch or delegation", () => {
    const fill = () => {
      store.apply(snapshot(afternoon()));
      store.apply(own([as.standing(standing("EC", { outcome: 1 }))]));
    };
    fill();
    store.apply(item({ case: "hello", value: hello({ resumed: true }) }));
    expect(store.standing("EC")).toBeDefined();
    for (const other of [{ epoch: "e2", resumed: true }, { delegation: "BR", resumed: true }, { resumed: false }]) {
      fill();
      store.apply(item({ case: "hello", value: hello(other) }));
      expect(store.standing("EC"), JSON.stringify(other)).toBeUndefined();
    }
  });

  it("shows the last view until the snapshot of a new epoch comes", () => {
    store.apply(snapshot(afternoon()));
    store.apply(item({ case: "hello", value: hello({ epoch: "e2" }) }));
    expect(store.panel("high-level")).toBeDefined();
  });

  it("ignores kinds of entity that it does not know", () => {
    const unknown = { key: "vote/1", entity: { case: undefined } } as unknown as Entity;
    store.apply(snapshot([...afternoon(), unknown]));
    expect(store.apply(patch(8, [unknown]))).toBe("applied");
    expect(store.filled).toBe(true);
  });

  it("ignores items that are not about the view", () => {
    expect(store.apply(item({ case: "ack", value: { commandId: "c", seq: 8, index: 0, inverse: [] } }))).toBe("none");
    expect(store.apply(item({ case: undefined }))).toBe("none");
  });

  it("gives the floor also while nobody has it", () => {
    store.apply(snapshot(afternoon()));
    expect(store.floor("high-level")?.holdings.map(({ delegation }) => delegation)).toEqual(["KE"]);
    store.apply(patch(8, [as.floor({ ...freeFloor(), lastSpeakerReturnable: true })]));
    expect(store.floor("high-level")?.holdings).toEqual([]);
    expect(store.floor("high-level")?.lastSpeakerReturnable).toBe(true);
  });

  it("asks for a whole snapshot after it gave up its place, and keeps the view", () => {
    store.apply(snapshot(afternoon()));
    store.forgetPosition();
    expect(store.position).toBeUndefined();
    expect(store.panel("high-level")).toBeDefined();
  });

  describe("the live panel", () => {
    const among = (...statuses: [string, PanelStatus, boolean?][]) => {
      const panels = statuses.map(([id, status, draft = false]) => panel(id, { status, draft }));
      store.apply(snapshot([as.session(session({ panels: panels.map(({ id }) => id) })), ...panels.map(as.panel)]));
      return store.livePanel()?.id;
    };
    it("is the open one", () => {
      expect(among(["a", PanelStatus.PLANNED], ["b", PanelStatus.OPEN])).toBe("b");
    });
    it("is else the next one planned that is no draft", () => {
      expect(among(["a", PanelStatus.CLOSED], ["b", PanelStatus.PLANNED, true], ["c", PanelStatus.PLANNED])).toBe("c");
    });
    it("is else the last one closed", () => {
      expect(among(["a", PanelStatus.CLOSED], ["b", PanelStatus.CLOSED])).toBe("b");
    });
  });

  it("lists delegations whatever their order of arrival", () => {
    store.apply(
      snapshot([as.delegation(delegation("KE", texts("Kenya"))), as.delegation(delegation("CL", texts("Chile")))]),
    );
    expect(store.delegations().map(({ id }) => id)).toEqual(["KE", "CL"]);
  });

  it("lists points of order of a panel, oldest first, and the own ones apart", () => {
    const late = pointOfOrder(31, "CL", { raisedAt: 300 });
    const early = pointOfOrder(32, "MA", { raisedAt: 200 });
    store.apply(snapshot([as.point(late), as.point(early), as.point(pointOfOrder(33, "KE", { panel: "year" }))]));
    expect(store.points("high-level").map(({ entry }) => entry)).toEqual([32, 31]);
    store.apply(own([as.ownPoint(pointOfOrder(34, "EC"))]));
    expect(store.points("high-level").map(({ entry }) => entry)).toEqual([32, 31]);
    expect(store.ownPoints("EC").map(({ entry }) => entry)).toEqual([34]);
    expect(store.ownPoints("E")).toEqual([]);
  });

  it("takes the own text of an entry before the one that all see", () => {
    const shared = statement(15, "EC", [statementText("es", ["Señora Presidenta:"])], { releasedAt: 5 });
    const mine = statement(15, "EC", [statementText("es", ["Señora Presidenta:"], { version: 2 })]);
    store.apply(snapshot([as.statement(shared), as.statement(statement(11, "CL", []))]));
    expect(store.statement(15)).toEqual(shared);
    store.apply(own([as.ownStatement(mine), as.ownStatement(statement(16, "EC", []))]));
    expect(store.statement(15)).toEqual(mine);
    expect(store.statement(11)?.delegation).toBe("CL");
    expect(store.statements().map(({ entry }) => entry)).toEqual([11, 15, 16]);
    expect(store.statements()[1]).toEqual(mine);
  });

  it("lists signals of the booths oldest first, and those for the delegation that speaks apart", () => {
    store.apply(snapshot([as.signal(signal(2, { raisedAt: 9 })), as.signal(signal(1, { raisedAt: 8 }))]));
    expect(store.signals().map(({ id }) => id)).toEqual([1, 2]);
    expect(store.ownSignals("EC")).toEqual([]);
    store.apply(own([as.ownSignal("EC", signal(1))]));
    expect(store.signals()).toHaveLength(2);
    expect(store.ownSignals("EC")).toMatchObject([{ id: 1, seat: "", language: "" }]);
  });

  it("lists notices newest first, each once, the own delegation's among them", () => {
    store.apply(snapshot([as.notice(notice(1, texts("A"), { sentAt: 1 })), as.notice(notice(3, texts("C")))]));
    store.apply(own([as.ownNotice("EC", notice(2, texts("B"), { sentAt: 2 }))]));
    expect(store.notices().map(({ id }) => id)).toEqual([3, 2, 1]);
  });

  it("lists requests for help oldest first, and finds the own one", () => {
    store.apply(snapshot([as.help(help(2, "CL", { requestedAt: 2 })), as.help(help(1, "MA", { requestedAt: 1 }))]));
    expect(store.helps().map(({ id }) => id)).toEqual([1, 2]);
    expect(store.ownHelp("CL")).toBeUndefined();
    store.apply(own([as.ownHelp(help(2, "CL"))]));
    expect(store.ownHelp("CL")?.id).toBe(2);
  });

  it("holds the sign-ins by seat", () => {
    store.apply(snapshot([as.seat(seat("ec", { delegation: "EC" })), as.seat(seat("booth-fr"))]));
    expect(store.seat("ec")?.delegation).toBe("EC");
    expect(store.seats().map(({ id }) => id)).toEqual(["ec", "booth-fr"]);
  });
});
