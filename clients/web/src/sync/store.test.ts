import { beforeEach, describe, expect, it } from "vitest";
import {
  afternoon,
  as,
  delegation,
  entry,
  hello,
  kenyaSpeaks,
  panel,
  queue,
  session,
  standing,
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
    const unknown = { key: "notice/1", entity: { case: undefined } } as unknown as Entity;
    store.apply(snapshot([...afternoon(), unknown]));
    expect(store.apply(patch(8, [unknown]))).toBe("applied");
    expect(store.filled).toBe(true);
  });

  it("ignores items that are not about the view", () => {
    expect(store.apply(item({ case: "ack", value: { commandId: "c", seq: 8, index: 0 } }))).toBe("none");
    expect(store.apply(item({ case: undefined }))).toBe("none");
  });

  it("gives the floor only while someone has it", () => {
    store.apply(snapshot(afternoon()));
    expect(store.floor("high-level")?.delegation).toBe("KE");
    store.apply(patch(8, [as.floor({ ...kenyaSpeaks, speech: 0, lastSpeakerReturnable: true })]));
    expect(store.floor("high-level")).toBeUndefined();
    expect(store.floorState("high-level")?.lastSpeakerReturnable).toBe(true);
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
});
