// Who is who on the desk's screen, in its language.
import { useMemo } from "react";
import { languageNameIn, type MessageId, useLocale, useLocalized, useText } from "../../i18n";
import { useBoothName } from "../../shared/booths";
import { useHall } from "../../shared/hall";
import { flagOf, type Holder, holderOf } from "../../shared/situation";
import { Audience, Category, type Entry, Role, type Seat } from "../../wire";

export const ROLES: Partial<Record<Role, MessageId>> = {
  [Role.CHAIR]: "desk.role.chair",
  [Role.DESK]: "desk.role.desk",
  [Role.DELEGATE]: "desk.role.delegate",
  [Role.INTERPRETER]: "desk.role.interpreter",
  [Role.CAPTIONER]: "desk.role.captioner",
  [Role.OBSERVER]: "desk.role.observer",
  [Role.DISPLAY]: "desk.role.display",
};

/** In the order of the roster. */
export const CATEGORIES: readonly [Category, MessageId][] = [
  [Category.MEMBER, "desk.category.member"],
  [Category.OBSERVER_STATE, "desk.category.observer_state"],
  [Category.IGO, "desk.category.igo"],
  [Category.NGO, "desk.category.ngo"],
  [Category.SECRETARIAT, "desk.category.secretariat"],
];

export const AUDIENCES: readonly [Audience, MessageId][] = [
  [Audience.DELEGATE, "desk.audience.delegate"],
  [Audience.BOOTH, "desk.audience.booth"],
  [Audience.PUBLIC, "desk.audience.public"],
  [Audience.DESK, "desk.audience.desk"],
];

export type Named = { name: string; flag: string };

export function useNames() {
  const { store } = useHall();
  const t = useText();
  const localize = useLocalized();
  const { locale } = useLocale();
  const boothName = useBoothName();
  return useMemo(() => {
    const holder = (of: Holder): Named => {
      const { name, flag, fallback } = holderOf(store, of);
      return { name: localize(name) || fallback, flag };
    };
    const delegation = (id: string): Named => {
      const found = store.delegation(id);
      return { name: localize(found?.name) || id, flag: flagOf(found) };
    };
    const language = (tag: string): string => languageNameIn(locale, tag);
    const role = (seat: Seat): string => {
      const word = ROLES[seat.role];
      const name = word ? t(word) : "";
      return seat.role === Role.INTERPRETER && seat.language ? boothName(seat.language) : name;
    };
    const seat = (id: string): string => {
      const found = store.seat(id);
      if (!found) return id === "system" ? t("desk.log.system") : id;
      return found.delegation ? delegation(found.delegation).name : role(found);
    };
    return {
      holder,
      delegation,
      language,
      role,
      seat,
      entry: (entry: Entry) => holder(entry),
      panel: (id: string) => localize(store.panel(id)?.title) || id,
      meeting: (id: string) => localize(store.meeting(id)?.title) || id,
    };
  }, [store, t, localize, locale, boothName]);
}
