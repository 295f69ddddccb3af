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

export const ORDERS: readonly [OrderPolicy, MessageId, MessageId][] = [
  [OrderPolicy.CATEGORY, "chair.order.category", "chair.order.category_note"],
  [OrderPolicy.INSCRIPTION_TIME, "chair.order.time", "chair.order.time_note"],
];
