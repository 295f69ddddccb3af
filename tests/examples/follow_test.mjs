// The example client as a stranger runs it: against a real server, through a kill.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Example } from "../e2e/support/example.ts";
import { Seat } from "../e2e/support/seat.ts";
import { RostrumServer } from "../e2e/support/server.ts";

const panel = "high-level";

/** A server whose panel is open, and its list by advance inscription, its chair, and an example that the test ends. */
async function sitting(t) {
  const server = await RostrumServer.start();
  t.after(() => server.stop());
  const chair = await Seat.take(server, "chair");
  t.after(() => chair.leave());
  const { meeting } = chair.panel(panel);
  await chair.done({ openMeeting: { meeting } });
  await chair.done({ openPanel: { panel } });
  const example = new Example();
  t.after(() => example.end());
  return { server, chair, example };
}

test("the example follows a panel and asks for the floor", async (t) => {
  const { server, chair, example } = await sitting(t);
  example.start(server.signIn("delegate", "KE").url, panel, "--ask");
  await chair.until(() => chair.list(panel).includes("KE"), "Kenya on the list");
  await example.says(/asked for the floor: accepted in commit \d+/);
  await example.says(/the floor is free \| list: 1 Kenya/);
  await chair.done({ giveFloor: { panel, entry: chair.entryOf(panel, "KE") } });
  await example.says(/Kenya has the floor \| list: nobody/);
});

test("the example comes back after the server was killed, and asks no second time", async (t) => {
  const { server, chair, example } = await sitting(t);
  example.start(server.signIn("delegate", "KE").url, panel, "--ask");
  await example.says(/list: 1 Kenya/);
  await server.kill9();
  await server.restart();
  await chair.done({ requestFloor: { panel, delegation: "CL", kind: "KIND_STATEMENT" } });
  await example.says(/list: 1 Kenya, 2 Chile/);
  assert.deepEqual(chair.list(panel), ["KE", "CL"]);
});

test("the example says why it was refused, and does not come back", async (t) => {
  const { server, example } = await sitting(t);
  example.start(`${server.url}/join#0000-0000`, panel);
  await example.says(/refused: unknown_code/);
  await example.ended();
});
