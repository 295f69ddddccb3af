// Questions of chair and desk and their answers, apart from the rest of the protocol: only who asks loads them.
import { create, fromBinary, type MessageInitShape, toBinary } from "@bufbuild/protobuf";
import {
  type OrderAnswer as OrderAnswerMessage,
  OrderAnswerSchema,
  type OrderQuestion as OrderQuestionMessage,
  OrderQuestionSchema,
  type Prospect as ProspectMessage,
  type TimeAnswer as TimeAnswerMessage,
  TimeAnswerSchema,
  type TimeQuestion as TimeQuestionMessage,
  TimeQuestionSchema,
} from "./gen/rostrum/v1/question_pb";
import type { Asked } from "./index";
import { type Plain, plain } from "./plain";

export { Remedy } from "./gen/rostrum/v1/question_pb";

export type Prospect = Plain<ProspectMessage>;
export type TimeAnswer = Plain<TimeAnswerMessage>;
/** What a chair asks about before it is announced: 0, or left out, is as it is. */
export type TimeWanted = Pick<Plain<TimeQuestionMessage>, "panel"> & Partial<Plain<TimeQuestionMessage>>;

export function askedOfTime(wanted: TimeWanted): Asked {
  // The runtime's initial values want bigint where the protocol has 64 bits; it encodes numbers there as well.
  const question = create(TimeQuestionSchema, wanted as MessageInitShape<typeof TimeQuestionSchema>);
  return { case: "time", value: toBinary(TimeQuestionSchema, question) };
}

export function timeOf(answer: Uint8Array): TimeAnswer {
  return plain(fromBinary(TimeAnswerSchema, answer));
}

/** As a server answers: for tests. */
export function answerOfTime(answer: Partial<TimeAnswer>): Uint8Array {
  return toBinary(TimeAnswerSchema, create(TimeAnswerSchema, answer as MessageInitShape<typeof TimeAnswerSchema>));
}

export type OrderAnswer = Plain<OrderAnswerMessage>;
/** A list under another order, or anew under its own. */
export type OrderWanted = Pick<Plain<OrderQuestionMessage>, "panel" | "policy" | "anew">;

export function askedOfOrder(wanted: OrderWanted): Asked {
  return { case: "order", value: toBinary(OrderQuestionSchema, create(OrderQuestionSchema, wanted)) };
}

export function orderOf(answer: Uint8Array): OrderAnswer {
  return plain(fromBinary(OrderAnswerSchema, answer));
}

/** As a server answers: for tests. */
export function answerOfOrder(answer: Partial<OrderAnswer>): Uint8Array {
  return toBinary(OrderAnswerSchema, create(OrderAnswerSchema, answer as MessageInitShape<typeof OrderAnswerSchema>));
}
