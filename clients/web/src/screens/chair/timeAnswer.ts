// What the server says of a panel's time.
import { askedOfTime, type TimeAnswer, type TimeWanted, timeOf } from "../../wire/question";
import { useAnswer } from "./useAnswer";

export function useTimeAnswer(wanted: TimeWanted): TimeAnswer | undefined {
  return useAnswer({ wanted, ask: askedOfTime, read: timeOf, byClock: true });
}
