import { describe, expect, it } from "vitest";
import { lineOf, others_max, Places } from "./places";

const home = "wss://hall.example/ws";
const [b, c] = ["wss://b.example/ws", "wss://c.example:8443/ws"];
const elsewhere = ["https://b.example", "https://c.example:8443"];
const first = () => 0;
const round = (places: Places) => places.all.map(() => places.next());

describe("the places of a session", () => {
  it("are the page's own server alone, until a greeting says more", () => {
    const places = new Places(home, first);
    expect(round(places)).toEqual([home]);
    expect(places.next()).toBe(home);
  });

  it("come each once in a round, the one where the line stood last first", () => {
    const places = new Places(home, first);
    places.arrived(home, elsewhere);
    places.begin(false);
    expect(round(places)).toEqual([home, b, c]);
    expect(round(places)).toEqual([home, b, c]);
  });

  it("come with the one that is to be left last", () => {
    const places = new Places(home, first);
    places.arrived(home, elsewhere);
    places.begin(true);
    expect(round(places)).toEqual([b, c, home]);
    expect(round(places)).toEqual([b, c, home]);
  });

  it("come in an order by chance", () => {
    const last = new Places(home, () => 0.999);
    last.arrived(home, elsewhere);
    last.begin(true);
    expect(round(last)).toEqual([c, b, home]);
    const beyond = new Places(home, () => 1);
    beyond.arrived(home, elsewhere);
    beyond.begin(true);
    expect(round(beyond)).toEqual([c, b, home]);
  });

  it("keep the page's own and where the line stood last, whatever that one names", () => {
    const places = new Places(home, first);
    places.arrived(home, elsewhere);
    places.arrived(b, ["https://c.example:8443", "https://hall.example"]);
    places.begin(false);
    expect(round(places)).toEqual([b, home, c]);
  });

  it("are fewer by one that is struck, but for the page's own", () => {
    const places = new Places(home, first);
    places.arrived(home, elsewhere);
    places.begin(true);
    places.strike(b);
    expect(round(places)).toEqual([c, home]);
    places.strike(home);
    expect(places.all).toEqual([home, c]);
    places.arrived(home, elsewhere);
    expect(places.all).toEqual([home, b, c]);
  });

  it("are bounded", () => {
    const places = new Places(home, first);
    places.arrived(
      home,
      Array.from({ length: others_max + 1 }, (_, number) => `https://n${number}.example`),
    );
    expect(places.all).toHaveLength(1 + others_max);
  });

  it.each([
    ["http://10.0.0.2:8080", "ws://10.0.0.2:8080/ws"],
    ["https://node-2.example", "wss://node-2.example/ws"],
    ["https://node-2.example/", "wss://node-2.example/ws"],
    ["http://[::1]:8080", "ws://[::1]:8080/ws"],
    ["https://node-2.example/rostrum", undefined],
    ["https://me@node-2.example", undefined],
    ["node-2.example", undefined],
    ["ftp://node-2.example", undefined],
    ["", undefined],
  ])("are reached at the line of an origin: %s", (origin, line) => {
    expect(lineOf(origin)).toBe(line);
  });
});
