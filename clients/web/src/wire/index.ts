// The protocol for the rest of the client: types, enumerations and the codec. The only room that imports generated code.
import { create, fromBinary, type MessageInitShape, toBinary } from "@bufbuild/protobuf";
import { type Command as CommandMessage, CommandSchema } from "./gen/rostrum/v1/command_pb";
import {
  ClientFrameSchema,
  type ClientItem as ClientItemMessage,
  ClientItemSchema,
  type Hello as HelloMessage,
  type LedgerStanding as LedgerStandingMessage,
  type LogLine as LogLineMessage,
  type Log as LogMessage,
  type Position as PositionMessage,
  type Question as QuestionMessage,
  type SeatPresence as SeatPresenceMessage,
  ServerFrameSchema,
  type ServerItem as ServerItemMessage,
  type SignInSheet as SignInSheetMessage,
} from "./gen/rostrum/v1/envelope_pb";
import type * as terms from "./gen/rostrum/v1/terms_pb";
import type * as view from "./gen/rostrum/v1/view_pb";
import { type Loose, type Plain, plain } from "./plain";

export { LedgerIs } from "./gen/rostrum/v1/envelope_pb";
export {
  AtLimit,
  Audience,
  Category,
  Delivery,
  EndCause,
  HelpStatus,
  Kind,
  LimitOf,
  ListStatus,
  MeetingStatus,
  MotionKind,
  MotionOutcome,
  MotionSide,
  OrderPolicy,
  PanelStatus,
  PauseCause,
  Rank,
  Reason,
  ReleaseCause,
  RevokeCause,
  Role,
  Ruling,
  SignalKind,
  TextFormat,
} from "./gen/rostrum/v1/terms_pb";
export { Outcome } from "./gen/rostrum/v1/view_pb";
export type { Loose, Plain } from "./plain";

export type Speaker = Plain<terms.Speaker>;
export type Document = Plain<terms.Document>;
export type Limit = Plain<terms.Limit>;
export type NoticeTo = Plain<terms.NoticeTo>;
/** A text in several languages: BCP 47 tag to words. */
export type Texts = Record<string, string>;

export type Entity = Plain<view.Entity>;
export type Session = Plain<view.Session>;
export type Meeting = Plain<view.Meeting>;
export type Draw = Plain<view.Draw>;
export type Panel = Plain<view.Panel>;
export type PanelTheme = Plain<view.PanelTheme>;
export type Delegation = Plain<view.Delegation>;
export type Panellist = Plain<view.Panellist>;
export type Queue = Plain<view.Queue>;
export type Entry = Plain<view.Entry>;
export type Floor = Plain<view.Floor>;
export type Holding = Plain<view.Holding>;
export type DeskNote = Plain<view.DeskNote>;
export type Standing = Plain<view.Standing>;
export type PointOfOrder = Plain<view.PointOfOrder>;
export type Motion = Plain<view.Motion>;
export type OnMotion = Plain<view.OnMotion>;
export type Statement = Plain<view.Statement>;
export type StatementText = Plain<view.StatementText>;
export type Signal = Plain<view.Signal>;
export type Notice = Plain<view.Notice>;
export type Help = Plain<view.Help>;
export type Seat = Plain<view.Seat>;

export type Position = Plain<PositionMessage>;
export type Hello = Plain<HelloMessage>;
export type SeatPresence = Plain<SeatPresenceMessage>;
export type Log = Plain<LogMessage>;
export type LogLine = Plain<LogLineMessage>;
export type LedgerStanding = Plain<LedgerStandingMessage>;
export type SignInSheet = Plain<SignInSheetMessage>;
export type ServerItem = Plain<ServerItemMessage>;
export type Command = Plain<CommandMessage>;
/** What a question is about, and what is asked. */
export type Asked = Exclude<QuestionMessage["question"], { case: undefined }>;

type FilledAct = Exclude<CommandMessage["act"], { case: undefined }>;
export type ActCase = FilledAct["case"];
/** One act as a screen writes it: `{ case: "addTime", value: { speech: 4, addedMs: 30_000 } }`. */
export type Act = Loose<FilledAct>;
export type Expects = { speech?: number; head?: number };

export type NewCommand = { id: string; expiresAt: number; expects?: Expects; act: Act };

export type ClientItem =
  | { case: "signIn"; value: { code: string; position?: Position } }
  | { case: "command"; value: NewCommand }
  | { case: "timeProbe"; value: { clientAt: number } }
  | { case: "logRequest"; value: { id: string; panel?: string; before?: number } }
  | { case: "sheetRequest"; value: { id: string; language?: string; seat?: string } }
  // What is asked and answered comes as bytes, which question.ts reads and writes where somebody asks.
  | { case: "question"; value: { id: string; question: Asked } };

export const subprotocol = "rostrum.v1.proto";

export function encodeItems(items: ClientItem[]): Uint8Array {
  const frame = create(ClientFrameSchema, { items: items.map(message) });
  return toBinary(ClientFrameSchema, frame);
}

/** Throws where the bytes are no frame of this protocol. */
export function decodeFrame(bytes: Uint8Array): ServerItem[] {
  return fromBinary(ServerFrameSchema, bytes).items.map((item) => plain(item));
}

export function encodeCommand(command: NewCommand): Uint8Array {
  return toBinary(CommandSchema, commandMessage(command));
}

export function decodeCommand(bytes: Uint8Array): NewCommand | undefined {
  const { id, expiresAt, expects, act } = plain(fromBinary(CommandSchema, bytes));
  if (act.case === undefined) return undefined;
  return { id, expiresAt, act: act as Act, ...(expects ? { expects } : {}) };
}

function message(item: ClientItem): ClientItemMessage {
  switch (item.case) {
    case "signIn": {
      const { code, position } = item.value;
      return create(ClientItemSchema, {
        item: {
          case: "signIn",
          value: position ? { code, position: { ...position, seq: BigInt(position.seq) } } : { code },
        },
      });
    }
    case "command":
      return create(ClientItemSchema, { item: { case: "command", value: commandMessage(item.value) } });
    case "timeProbe":
      return create(ClientItemSchema, {
        item: { case: "timeProbe", value: { clientAt: BigInt(Math.round(item.value.clientAt)) } },
      });
    case "logRequest": {
      const { id, panel = "", before = 0 } = item.value;
      return create(ClientItemSchema, {
        item: { case: "logRequest", value: { id, panel, before: BigInt(before) } },
      });
    }
    case "sheetRequest":
      return create(ClientItemSchema, { item: { case: "sheetRequest", value: item.value } });
    case "question":
      return create(ClientItemSchema, { item: { case: "question", value: item.value } });
  }
}

function commandMessage({ id, expiresAt, expects, act }: NewCommand): CommandMessage {
  // The runtime's initial values want bigint where the protocol has 64 bits; it encodes numbers there as well.
  const init = { id, expiresAt: BigInt(Math.round(expiresAt)), expects, act } as MessageInitShape<typeof CommandSchema>;
  return create(CommandSchema, init);
}
