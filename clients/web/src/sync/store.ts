// What the client holds of the session: entities by key, as the server last told them.
//
// A snapshot replaces all public entities, a patch changes some and must follow the position by exactly one. Private
// entities (those of the own delegation) are apart: they move no position, and a snapshot leaves them alone. Entities are
// replaced, never changed in place, so that identity tells whether one is the same.
import {
  type Delegation,
  type DeskNote,
  type Draw,
  type Entity,
  type Entry,
  type Floor,
  type Hello,
  type Help,
  type Meeting,
  type Motion,
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
  draw: Draw;
  deskNote: DeskNote;
  standing: Standing;
  pointOfOrder: PointOfOrder;
  motion: Motion;
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

  private shared = new Entities();
  private own = new Entities();

  apply(item: ServerItem): Applied {
    switch (item.item.case) {
      case "hello":
        return this.greet(item.item.value);
      case "snapshot": {
        const { position, entities } = item.item.value;
        this.position = position;
        this.shared = new Entities(entities);
        return "applied";
      }
      case "patch": {
        const { seq, upserts, removals } = item.item.value;
        if (this.position === undefined || seq !== this.position.seq + 1) return "gap";
        this.shared.change(upserts, removals);
        this.position = { ...this.position, seq };
        return "applied";
      }
      case "privateSnapshot":
        this.own = new Entities(item.item.value.entities);
        return "applied";
      case "privatePatch":
        this.own.change(item.item.value.upserts, item.item.value.removals);
        return "applied";
      default:
        return "none";
    }
  }

  /** Gives up the place in the sequence: the next sign-in asks for a whole snapshot. The last view stays meanwhile. */
  forgetPosition(): void {
    this.position = undefined;
  }

  /** Takes what was seen before the page was loaded again, until there is a snapshot: no place in the sequence goes with it. */
  recall(entities: Entity[]): void {
    this.shared = new Entities(entities);
  }

  /** What everybody of this audience sees, without what is private. */
  seen(): Entity[] {
    return [...this.shared.values()];
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
  /** The latest draw of a panel's list by lot, from its commitment on. */
  draw(panel: string): Draw | undefined {
    return this.get("draw", `draw/${panel}`);
  }
  deskNote(entry: number): DeskNote | undefined {
    return this.get("deskNote", `desk/${entry}`);
  }
  /** What the own delegation has answered, where it is on stand-by. */
  ownDeskNote(delegation: string, entry: number): DeskNote | undefined {
    return this.get("deskNote", `own/desk/${delegation}/${entry}`);
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
  /** Motions of a panel that are not decided yet, in their precedence: for others than chair and desk those that are taken up. */
  motions(panel: string): Motion[] {
    return this.under("motion", "motion/")
      .filter((motion) => motion.panel === panel)
      .sort(byPrecedence);
  }
  /** Those that a delegation has moved or asks to speak on. */
  ownMotions(delegation: string): Motion[] {
    return this.under("motion", `own/motion/${delegation}/`).sort(byPrecedence);
  }
  /** The text of an entry; the own delegation's, which it sees under embargo too, wins over the one that all see. */
  statement(entry: number): Statement | undefined {
    const own = this.own.under("statement", "own/statement/").find((each) => each.entry === entry);
    return own ?? this.get("statement", `statement/${entry}`);
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
    if (!same || !hello.resumed || held.delegation !== hello.delegation) this.own = new Entities();
    return "applied";
  }

  private get<K extends Kind>(kind: K, key: string): Values[K] | undefined {
    return this.own.valueAt(kind, key) ?? this.shared.valueAt(kind, key);
  }

  /** Those of a kind whose key begins so, public and private. */
  private under<K extends Kind>(kind: K, prefix: string): Values[K][] {
    return [...this.shared.under(kind, prefix), ...this.own.under(kind, prefix)];
  }

  private all<K extends Kind>(kind: K): Values[K][] {
    return this.shared.under(kind, "");
  }
}

/** By key, and by kind too, so that who asks for those of one kind does not go through all. */
class Entities extends Map<string, Entity> {
  private readonly kinds = new Map<Kind, Map<string, Entity>>();

  constructor(entities: Entity[] = []) {
    super();
    this.change(entities, []);
  }

  change(upserts: Entity[], removals: string[]): void {
    for (const key of removals) this.delete(key);
    for (const entity of known(upserts)) this.set(entity.key, entity);
  }

  override set(key: string, entity: Entity): this {
    const kind = entity.entity.case as Kind;
    const before = this.get(key)?.entity.case;
    if (before !== undefined && before !== kind) this.kinds.get(before)?.delete(key);
    const ofKind = this.kinds.get(kind) ?? new Map<string, Entity>();
    this.kinds.set(kind, ofKind.set(key, entity));
    return super.set(key, entity);
  }

  override delete(key: string): boolean {
    for (const ofKind of this.kinds.values()) ofKind.delete(key);
    return super.delete(key);
  }

  valueAt<K extends Kind>(kind: K, key: string): Values[K] | undefined {
    return this.kinds.get(kind)?.get(key)?.entity.value as Values[K] | undefined;
  }

  /** Those whose key begins so. */
  under<K extends Kind>(kind: K, prefix: string): Values[K][] {
    const found: Values[K][] = [];
    for (const [key, { entity }] of this.kinds.get(kind) ?? [])
      if (key.startsWith(prefix)) found.push(entity.value as Values[K]);
    return found;
  }
}

function byPrecedence(a: Motion, b: Motion): number {
  return a.motion - b.motion || a.movedAt - b.movedAt || a.entry - b.entry;
}

/** An entity of a kind that this client does not know has no case here. */
function known(entities: Entity[]): Entity[] {
  return entities.filter((entity) => entity.entity.case !== undefined);
}

function present<T>(items: (T | undefined)[]): T[] {
  return items.filter((item) => item !== undefined);
}
