// What the client holds of the session: entities by key, as the server last told them.
//
// A snapshot replaces all public entities, a patch changes some and must follow the position by exactly one. Private
// entities (those of the own delegation) are apart: they move no position, and a snapshot leaves them alone. Entities are
// replaced, never changed in place, so that identity tells whether one is the same.
import {
  type Delegation,
  type DeskNote,
  type Entity,
  type Entry,
  type Floor,
  type Hello,
  type Help,
  type Meeting,
  type Notice,
  type Panel,
  type Panellist,
  PanelStatus,
  type PointOfOrder,
  type Position,
  type Queue,
  type Seat,
  type ServerItem,
  type Session,
  type Signal,
  type Standing,
  type Statement,
} from "../wire";

type Values = {
  session: Session;
  meeting: Meeting;
  panel: Panel;
  delegation: Delegation;
  panellist: Panellist;
  queue: Queue;
  entry: Entry;
  floor: Floor;
  deskNote: DeskNote;
  standing: Standing;
  pointOfOrder: PointOfOrder;
  statement: Statement;
  signal: Signal;
  notice: Notice;
  help: Help;
  seat: Seat;
};
type Kind = keyof Values;

/** applied: the view may have changed. gap: something was missed, ask again from `position`. none: nothing of the store's. */
export type Applied = "applied" | "gap" | "none";

export class Store {
  /** Where the client stands; undefined before the first snapshot. */
  position: Position | undefined;

  private shared = new Map<string, Entity>();
  private own = new Map<string, Entity>();

  apply(item: ServerItem): Applied {
    switch (item.item.case) {
      case "hello":
        return this.greet(item.item.value);
      case "snapshot": {
        const { position, entities } = item.item.value;
        this.position = position;
        this.shared = new Map(known(entities).map((entity) => [entity.key, entity]));
        return "applied";
      }
      case "patch": {
        const { seq, upserts, removals } = item.item.value;
        if (this.position === undefined || seq !== this.position.seq + 1) return "gap";
        change(this.shared, upserts, removals);
        this.position = { ...this.position, seq };
        return "applied";
      }
      case "privateSnapshot":
        this.own = new Map(known(item.item.value.entities).map((entity) => [entity.key, entity]));
        return "applied";
      case "privatePatch":
        change(this.own, item.item.value.upserts, item.item.value.removals);
        return "applied";
      default:
        return "none";
    }
  }

  /** Gives up the place in the sequence: the next sign-in asks for a whole snapshot. The last view stays meanwhile. */
  forgetPosition(): void {
    this.position = undefined;
  }

  /** Whether there is a view to show. */
  get filled(): boolean {
    return this.shared.size > 0;
  }

  session(): Session | undefined {
    return this.get("session", "session");
  }
  meeting(id: string): Meeting | undefined {
    return this.get("meeting", `meeting/${id}`);
  }
  /** In the order of the programme. */
  meetings(): Meeting[] {
    return present((this.session()?.meetings ?? []).map((id) => this.meeting(id)));
  }
  panel(id: string): Panel | undefined {
    return this.get("panel", `panel/${id}`);
  }
  /** In the order of the programme. */
  panels(): Panel[] {
    return present((this.session()?.panels ?? []).map((id) => this.panel(id)));
  }
  delegation(id: string): Delegation | undefined {
    return this.get("delegation", `delegation/${id}`);
  }
  delegations(): Delegation[] {
    return this.all("delegation");
  }
  panellist(panel: string, id: string): Panellist | undefined {
    return this.get("panellist", `panellist/${panel}/${id}`);
  }
  /** In the order of the programme. */
  panellists(panel: string): Panellist[] {
    return present((this.panel(panel)?.panellists ?? []).map((id) => this.panellist(panel, id)));
  }
  queue(panel: string): Queue | undefined {
    return this.get("queue", `queue/${panel}`);
  }
  entry(number: number): Entry | undefined {
    return this.get("entry", `entry/${number}`);
  }
  /** Those that wait, from the head of the list on. */
  entries(panel: string): Entry[] {
    return present((this.queue(panel)?.entries ?? []).map((number) => this.entry(number)));
  }
  /** Also while it is free. */
  floor(panel: string): Floor | undefined {
    return this.get("floor", `floor/${panel}`);
  }
  deskNote(entry: number): DeskNote | undefined {
    return this.get("deskNote", `desk/${entry}`);
  }
  standing(delegation: string): Standing | undefined {
    return this.get("standing", `standing/${delegation}`);
  }
  /** Points of order of a panel that are not ruled on yet, oldest first: the chair's and the desk's. */
  points(panel: string): PointOfOrder[] {
    return this.under("pointOfOrder", "point/")
      .filter((point) => point.panel === panel)
      .sort((a, b) => a.raisedAt - b.raisedAt || a.entry - b.entry);
  }
  /** Those of a delegation, oldest first. */
  ownPoints(delegation: string): PointOfOrder[] {
    return this.under("pointOfOrder", `own/point/${delegation}/`).sort(
      (a, b) => a.raisedAt - b.raisedAt || a.entry - b.entry,
    );
  }
  /** The text of an entry; the own delegation's, which it sees under embargo too, wins over the one that all see. */
  statement(entry: number): Statement | undefined {
    for (const { key, entity } of this.own.values()) {
      if (key.startsWith("own/statement/") && entity.case === "statement" && entity.value.entry === entry) {
        return entity.value;
      }
    }
    return this.get("statement", `statement/${entry}`);
  }
  /** Every text that may be seen here, each entry once, in the order of the entries' numbers. */
  statements(): Statement[] {
    const entries = new Set(
      [...this.under("statement", "statement/"), ...this.under("statement", "own/statement/")].map(
        ({ entry }) => entry,
      ),
    );
    return present([...entries].sort((a, b) => a - b).map((entry) => this.statement(entry)));
  }
  /** What booths signal, oldest first. */
  signals(): Signal[] {
    return this.under("signal", "signal/").sort((a, b) => a.raisedAt - b.raisedAt || a.id - b.id);
  }
  /** What the delegation that speaks is told of it. */
  ownSignals(delegation: string): Signal[] {
    return this.under("signal", `own/signal/${delegation}/`).sort((a, b) => a.raisedAt - b.raisedAt || a.id - b.id);
  }
  /** Notices for all, for this audience and for the own delegation, newest first; each once. */
  notices(): Notice[] {
    const all = [...this.under("notice", "notice/"), ...this.under("notice", "own/notice/")];
    const byId = new Map(all.map((notice) => [notice.id, notice]));
    return [...byId.values()].sort((a, b) => b.sentAt - a.sentAt || b.id - a.id);
  }
  /** Requests for help, oldest first: the desk's and the chair's. */
  helps(): Help[] {
    return this.under("help", "help/").sort((a, b) => a.requestedAt - b.requestedAt || a.id - b.id);
  }
  /** The open request of a delegation; it has one at most. */
  ownHelp(delegation: string): Help | undefined {
    return this.under("help", `own/help/${delegation}/`)[0];
  }
  seat(id: string): Seat | undefined {
    return this.get("seat", `seat/${id}`);
  }
  seats(): Seat[] {
    return this.all("seat");
  }

  /** The open panel; where none is, the next one planned; where none is left, the last one. */
  livePanel(): Panel | undefined {
    const panels = this.panels();
    return (
      panels.find((panel) => panel.status === PanelStatus.OPEN) ??
      panels.find((panel) => panel.status === PanelStatus.PLANNED && !panel.draft) ??
      panels.findLast((panel) => panel.status === PanelStatus.CLOSED)
    );
  }

  private greet(hello: Hello): Applied {
    const held = this.position;
    const same = held && held.session === hello.session && held.epoch === hello.epoch;
    if (!same || !hello.resumed || held.delegation !== hello.delegation) this.own = new Map();
    return "applied";
  }

  private get<K extends Kind>(kind: K, key: string): Values[K] | undefined {
    const entity = (this.own.get(key) ?? this.shared.get(key))?.entity;
    return entity?.case === kind ? (entity.value as Values[K]) : undefined;
  }

  /** Those of a kind whose key begins so, public and private. */
  private under<K extends Kind>(kind: K, prefix: string): Values[K][] {
    const found: Values[K][] = [];
    for (const held of [this.shared, this.own]) {
      for (const { key, entity } of held.values()) {
        if (key.startsWith(prefix) && entity.case === kind) found.push(entity.value as Values[K]);
      }
    }
    return found;
  }

  private all<K extends Kind>(kind: K): Values[K][] {
    const found: Values[K][] = [];
    for (const { entity } of this.shared.values()) if (entity.case === kind) found.push(entity.value as Values[K]);
    return found;
  }
}

function change(entities: Map<string, Entity>, upserts: Entity[], removals: string[]): void {
  for (const key of removals) entities.delete(key);
  for (const entity of known(upserts)) entities.set(entity.key, entity);
}

/** An entity of a kind that this client does not know has no case here. */
function known(entities: Entity[]): Entity[] {
  return entities.filter((entity) => entity.entity.case !== undefined);
}

function present<T>(items: (T | undefined)[]): T[] {
  return items.filter((item) => item !== undefined);
}
