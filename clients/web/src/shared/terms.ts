// Messages for the terms of the protocol that more than one screen shows.
import type { MessageId } from "../i18n";
import { Category, Delivery, HelpStatus, OrderPolicy, Ruling, SignalKind, TextFormat } from "../wire";

export const CATEGORIES: Partial<Record<Category, MessageId>> = {
  [Category.MEMBER]: "category.member",
  [Category.OBSERVER_STATE]: "category.observer_state",
  [Category.IGO]: "category.igo",
  [Category.NGO]: "category.ngo",
  [Category.SECRETARIAT]: "category.secretariat",
  [Category.PANELLIST]: "category.panellist",
};

/** In which order a list stands, as they are offered; a lot is drawn, and not chosen. */
export const ORDERS: readonly [OrderPolicy, MessageId][] = [
  [OrderPolicy.INSCRIPTION_TIME, "order.time"],
  [OrderPolicy.RANK, "order.rank"],
  [OrderPolicy.CATEGORY, "order.category"],
  [OrderPolicy.ALTERNATE, "order.alternate"],
  [OrderPolicy.LEAST_HEARD, "order.least_heard"],
  [OrderPolicy.LOT, "order.lot"],
  [OrderPolicy.MANUAL, "order.manual"],
];

/** In the order in which a chair says them. */
export const RULINGS: readonly [Ruling, MessageId][] = [
  [Ruling.UPHELD, "ruling.upheld"],
  [Ruling.OVERRULED, "ruling.overruled"],
  [Ruling.NOTED, "ruling.noted"],
];

export const DELIVERIES: readonly [Delivery, MessageId][] = [
  [Delivery.CHECK_AGAINST_DELIVERY, "delivery.check_against_delivery"],
  [Delivery.VERBATIM, "delivery.verbatim"],
];

export const TEXT_FORMATS: readonly [TextFormat, MessageId][] = [
  [TextFormat.PLAIN, "text_format.plain"],
  [TextFormat.MARKDOWN, "text_format.markdown"],
];

export const SIGNALS: readonly [SignalKind, MessageId][] = [
  [SignalKind.SPEAK_SLOWLY, "signal.speak_slowly"],
  [SignalKind.NO_SOUND, "signal.no_sound"],
  [SignalKind.MICROPHONE, "signal.microphone"],
];

export const HELP_STATUSES: Partial<Record<HelpStatus, MessageId>> = {
  [HelpStatus.REQUESTED]: "help.requested",
  [HelpStatus.TAKEN]: "help.taken",
  [HelpStatus.DONE]: "help.done",
  [HelpStatus.WITHDRAWN]: "help.withdrawn",
};

/** The word for one of them. */
export function wordOf<Term>(words: readonly [Term, MessageId][], term: Term): MessageId | undefined {
  return words.find(([of]) => of === term)?.[1];
}
