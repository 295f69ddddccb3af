// The server's side of the codec, for tests that stand in for it.
import { create, fromBinary, type MessageInitShape, toBinary } from "@bufbuild/protobuf";
import { ClientFrameSchema, type ClientItem, ServerFrameSchema } from "./gen/rostrum/v1/envelope_pb";
import type { ServerItem } from "./index";
import { type Plain, plain } from "./plain";

export type SentItem = Plain<ClientItem>["item"];

export function encodeServerItems(items: ServerItem["item"][]): Uint8Array {
  const init = { items: items.map((item) => ({ item })) } as MessageInitShape<typeof ServerFrameSchema>;
  return toBinary(ServerFrameSchema, create(ServerFrameSchema, init));
}

export function decodeClientFrame(bytes: Uint8Array): SentItem[] {
  return fromBinary(ClientFrameSchema, bytes).items.map((item) => plain(item).item);
}
