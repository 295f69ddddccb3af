// The line that browser tests cut.
import assert from "node:assert/strict";
import { once } from "node:events";
import { connect, createServer } from "node:net";
import { test } from "node:test";
import { Line } from "../e2e/support/line.ts";

// A peer that sends back what it gets, and a line to it.
async function echo(t) {
  const server = createServer((socket) => socket.on("error", () => {}).pipe(socket));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const line = await Line.to(server.address().port);
  t.after(async () => {
    await line.close();
    server.close();
  });
  return line;
}

async function dial(t, line) {
  const socket = connect(line.port, "127.0.0.1");
  t.after(() => socket.destroy());
  await once(socket, "connect");
  return socket;
}

async function answerTo(socket, word) {
  socket.write(word);
  return (await once(socket, "data"))[0].toString();
}

test("a line passes bytes both ways", async (t) => {
  const socket = await dial(t, await echo(t));
  assert.equal(await answerTo(socket, "floor"), "floor");
});

test("a line that is cut closes its connections and refuses new ones until it is mended", async (t) => {
  const line = await echo(t);
  const socket = await dial(t, line);
  assert.equal(await answerTo(socket, "one"), "one");
  const closed = new Promise((resolve) => socket.on("error", () => {}).once("close", resolve));
  await line.cut();
  await closed;
  await assert.rejects(dial(t, line), /ECONNREFUSED/);
  await line.mend();
  assert.equal(await answerTo(await dial(t, line), "two"), "two");
});

test("a dead line passes nothing and closes nothing, and passes what it held once it is mended", async (t) => {
  const line = await echo(t);
  const socket = await dial(t, line);
  assert.equal(await answerTo(socket, "one"), "one");
  const other = await echo(t);
  line.die();
  let heard = "";
  socket.on("data", (bytes) => {
    heard += bytes;
  });
  socket.write("two");
  const witness = await dial(t, other);
  for (let round = 0; round < 20; round += 1) assert.equal(await answerTo(witness, "round"), "round");
  assert.equal(heard, "");
  const again = once(socket, "data");
  await line.mend();
  await again;
  assert.equal(heard, "two");
});

test("an address of the server is reached over the line", async (t) => {
  const line = await echo(t);
  assert.equal(line.through("http://127.0.0.1:8080/join#ABCD"), `http://127.0.0.1:${line.port}/join#ABCD`);
});
