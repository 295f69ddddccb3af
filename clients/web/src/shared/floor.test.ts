import { describe, expect, it } from "vitest";
import { elapsedMs } from "../parts/speech";
import { floorOf, freeFloor, kenyaSpeaks, noon_of_tests, pointHeard, pointSpeaks, speech } from "../testing/views";
import { interruptedOn, isFree, listSpeechOn, pausedOn, pointBeforeChair, speakingOn } from "./floor";

const readers = { speakingOn, pointBeforeChair, interruptedOn, listSpeechOn };

/** Whose each reading is. */
function read(floor: Parameters<typeof speakingOn>[0]) {
  return Object.fromEntries(Object.entries(readers).map(([name, reader]) => [name, reader(floor)?.delegation]));
}

describe("a floor", () => {
  it("is free while nobody holds it, and where it is not known", () => {
    for (const floor of [freeFloor(), undefined]) {
      expect(isFree(floor)).toBe(true);
      expect(read(floor)).toEqual({});
    }
  });

  it("is the speaker's, who is not interrupted", () => {
    const floor = floorOf(kenyaSpeaks);
    expect(isFree(floor)).toBe(false);
    expect(read(floor)).toEqual({ speakingOn: "KE", listSpeechOn: "KE" });
  });

  it("says of each holding whose panel's floor it is", () => {
    expect(speakingOn(floorOf(kenyaSpeaks))).toEqual(kenyaSpeaks);
  });

  it("L5 is the point of order's, and the list's time is that of the speech it interrupts", () => {
    const floor = pointSpeaks("CL", kenyaSpeaks);
    expect(read(floor)).toEqual({
      speakingOn: "CL",
      pointBeforeChair: "CL",
      interruptedOn: "KE",
      listSpeechOn: "KE",
    });
  });

  it("L5 has nobody who speaks while the point awaits its ruling, and is not free", () => {
    const floor = pointHeard("CL", kenyaSpeaks);
    expect(isFree(floor)).toBe(false);
    expect(read(floor)).toEqual({ pointBeforeChair: "CL", interruptedOn: "KE", listSpeechOn: "KE" });
  });

  it("L5 tells no language of a point of order, for which none was asked, and that of the speech it interrupts", () => {
    const floor = pointSpeaks("CL", kenyaSpeaks);
    expect(floor.holdings[0]?.language).toBe("en");
    expect(speakingOn(floor)?.language).toBe("");
    expect(pointBeforeChair(pointHeard("CL", kenyaSpeaks))?.language).toBe("");
    expect(interruptedOn(floor)?.language).toBe("en");
    expect(listSpeechOn(floor)?.language).toBe("en");
  });

  it("L5 is a point's alone where nobody spoke when it was recognised", () => {
    const floor = { ...pointHeard("CL", kenyaSpeaks), holdings: pointHeard("CL", kenyaSpeaks).holdings.slice(0, 1) };
    expect(isFree(floor)).toBe(false);
    expect(read(floor)).toEqual({ pointBeforeChair: "CL" });
  });

  it("L5 has the clock of what is interrupted stand where it was", () => {
    const interrupted = interruptedOn(pointSpeaks("CL", { ...kenyaSpeaks, pausedMs: 7_000 }, 12_000, 100_000));
    expect(interrupted && elapsedMs(interrupted, noon_of_tests)).toBe(100_000);
  });

  it("has all that goes on later, the one that goes on first before the others", () => {
    const [point, held] = [speech("CL", 1_000), speech("BR", 20_000)];
    expect(pausedOn(floorOf(point, held, kenyaSpeaks)).map(({ delegation }) => delegation)).toEqual(["BR", "KE"]);
    expect(interruptedOn(floorOf(point, held, kenyaSpeaks))?.delegation).toBe("BR");
  });
});
