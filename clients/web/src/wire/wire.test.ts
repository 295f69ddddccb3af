import { describe, expect, it } from "vitest";
import { as, at, hello, panel, session } from "../testing/views";
import { type ClientItem, decodeCommand, decodeFrame, encodeCommand, encodeItems, Kind } from "./index";
import { decodeClientFrame, encodeServerItems } from "./server";

describe("the codec", () => {
  it("writes a command with its instants as numbers and reads it back the same", () => {
    const command = {
      id: "c1",
      expiresAt: at("2005-11-29T15:43+01:00"),
      expects: { speech: 0, head: 11 },
      act: { case: "addTime", value: { speech: 4, addedMs: 30_000 } },
    } as const;
    expect(decodeCommand(encodeCommand(command))).toEqual(command);
  });

  it("takes 64-bit values written as bigint too", () => {
    const bytes = encodeCommand({
      id: "c1",
      expiresAt: 1,
      act: { case: "addTime", value: { speech: 4, addedMs: 30_000n } },
    });
    expect(decodeCommand(bytes)?.act).toEqual({ case: "addTime", value: { speech: 4, addedMs: 30_000 } });
  });

  it("tells an expected speech of none from no expectation", () => {
    const act = { case: "giveFloor", value: { panel: "p", to: { case: "entry", value: 3 } } } as const;
    expect(decodeCommand(encodeCommand({ id: "a", expiresAt: 1, act, expects: { speech: 0 } }))?.expects).toEqual({
      speech: 0,
    });
    expect(decodeCommand(encodeCommand({ id: "b", expiresAt: 1, act }))?.expects).toBeUndefined();
  });

  it("fills what a request for the floor leaves out with the protocol's defaults", () => {
    const items: ClientItem[] = [
      {
        case: "command",
        value: { id: "c", expiresAt: 1, act: { case: "requestFloor", value: { panel: "p", kind: Kind.STATEMENT } } },
      },
    ];
    const [sent] = decodeClientFrame(encodeItems(items));
    expect(sent?.case === "command" && sent.value.act.value).toMatchObject({
      panel: "p",
      delegation: "",
      onBehalfOf: "",
    });
  });

  it("gives the position back as it was received", () => {
    const position = { session: "s", epoch: "e", audience: 2, delegation: "EC", seq: 41 };
    const [sent] = decodeClientFrame(encodeItems([{ case: "signIn", value: { code: "K7QM3XPA", position } }]));
    expect(sent).toEqual({ case: "signIn", value: { code: "K7QM3XPA", position } });
  });

  it("reads views as plain values", () => {
    const entities = [as.session(session()), as.panel(panel("p", { listClosesAt: at("2005-11-29T16:10+01:00") }))];
    const position = { session: "s", epoch: "e", audience: 2, delegation: "", seq: 3 };
    const sent = [
      { case: "hello", value: hello() },
      { case: "snapshot", value: { position, entities } },
    ] as const;
    expect(decodeFrame(encodeServerItems([...sent])).map(({ item }) => item)).toEqual(sent);
  });

  it("reads frames that were joined by concatenation", () => {
    const one = encodeServerItems([{ case: "timeReply", value: { clientAt: 1, serverAt: 2 } }]);
    const two = encodeServerItems([{ case: "timeReply", value: { clientAt: 3, serverAt: 4 } }]);
    const joined = new Uint8Array([...one, ...two]);
    expect(decodeFrame(joined).map(({ item }) => item.value)).toEqual([
      { clientAt: 1, serverAt: 2 },
      { clientAt: 3, serverAt: 4 },
    ]);
  });

  it("throws at bytes that are no frame", () => {
    expect(() => decodeFrame(new Uint8Array([0xff, 0xff, 0xff]))).toThrow();
  });
});
