// Follows a panel and, where told to, asks for the floor of it. docs/protocol.md explains every message.
//
//   npm ci
//   node follow.mjs http://127.0.0.1:8080/join#7K3MQ0ZX high-level [--ask]
import { randomUUID } from "node:crypto";
import WebSocket from "ws";

const [link, panel, ask] = process.argv.slice(2);
if (!link?.includes("#") || !panel) throw new Error("usage: node follow.mjs LINK-WITH-CODE PANEL [--ask]");
const { host, protocol, hash } = new URL(link);
const url = `${protocol === "https:" ? "wss" : "ws"}://${host}/ws`;

const entities = new Map(); // by key: all that there is to see
const waiting = new Map(); // commands without an answer, by id: sent again after every reconnect
let position; // where we stand; tells the server what we missed
let attempt = 0;
let printed = "";
if (ask === "--ask") {
  const id = randomUUID();
  waiting.set(id, { id, requestFloor: { panel, kind: "KIND_STATEMENT" } });
}

function connect() {
  const socket = new WebSocket(url, "rostrum.v1.json");
  let comeBack = true;
  const send = (...items) => socket.send(JSON.stringify({ items }));
  socket.on("open", () => send({ signIn: { code: hash.slice(1), position } }));
  socket.on("message", (text) => {
    for (const { hello, snapshot, patch, ack, rejection, refusal } of JSON.parse(text).items ?? []) {
      if (hello) for (const command of waiting.values()) send({ command });
      if (hello) attempt = 0;
      if (snapshot) entities.clear();
      if (patch && BigInt(patch.seq) !== BigInt(position.seq) + 1n) return socket.terminate(); // missed some
      for (const entity of snapshot?.entities ?? patch?.upserts ?? []) entities.set(entity.key, entity);
      for (const key of patch?.removals ?? []) entities.delete(key);
      position = snapshot?.position ?? (patch ? { ...position, seq: patch.seq } : position);
      if (snapshot || patch) print();
      if (ack && waiting.delete(ack.commandId)) console.log(`asked for the floor: accepted in commit ${ack.seq}`);
      if (rejection && waiting.delete(rejection.commandId)) console.log(`asked for the floor: ${rejection.code}`);
      if (refusal) comeBack = refusal.reconnect ?? false;
      if (refusal) console.log(`refused: ${refusal.code}`);
    }
  });
  socket.on("error", (error) => console.error(error.message));
  socket.on("close", () => comeBack && setTimeout(connect, Math.random() * Math.min(5000, 500 * 2 ** attempt++)));
}

function print() {
  const name = (id) => entities.get(`delegation/${id}`)?.delegation.name?.en ?? id;
  const floor = entities.get(`floor/${panel}`)?.floor?.holdings?.[0] ?? {}; // who may speak now comes first
  const list = entities.get(`queue/${panel}`)?.queue.entries ?? [];
  const speaker = floor.panellist ?? name(floor.delegation ?? "");
  const names = list.map((number, place) => `${place + 1} ${name(entities.get(`entry/${number}`)?.entry.delegation)}`);
  const lines = `${floor.speech ? `${speaker} has the floor` : "the floor is free"} | list: ${names.join(", ") || "nobody"}`;
  if (lines !== printed) console.log(lines);
  printed = lines;
}

connect();
