// Messages for the terms of the protocol.
import type { MessageId } from "../../i18n";
import { LimitOf, OrderPolicy } from "../../wire";

/** In the order in which limits are announced. */
export const LIMITS: readonly [LimitOf, MessageId][] = [
  [LimitOf.MEMBER, "chair.limit_of.member"],
  [LimitOf.GROUP_STATEMENT, "chair.limit_of.group_statement"],
  [LimitOf.OBSERVER_STATE, "chair.limit_of.observer_state"],
  [LimitOf.IGO, "chair.limit_of.igo"],
  [LimitOf.NGO, "chair.limit_of.ngo"],
  [LimitOf.QUESTION, "chair.limit_of.question"],
  [LimitOf.PANELLIST, "chair.limit_of.panellist"],
  [LimitOf.SECRETARIAT, "chair.limit_of.secretariat"],
  [LimitOf.POINT_OF_ORDER, "limit_of.point_of_order"],
];

/** Beside the word of each (shared/terms.ts). */
export const ORDER_NOTES: Partial<Record<OrderPolicy, MessageId>> = {
  [OrderPolicy.INSCRIPTION_TIME]: "chair.order.time_note",
  [OrderPolicy.RANK]: "chair.order.rank_note",
  [OrderPolicy.CATEGORY]: "chair.order.category_note",
  [OrderPolicy.ALTERNATE]: "chair.order.alternate_note",
  [OrderPolicy.LEAST_HEARD]: "chair.order.least_heard_note",
  [OrderPolicy.LOT]: "chair.order.lot_note",
  [OrderPolicy.MANUAL]: "chair.order.manual_note",
};
