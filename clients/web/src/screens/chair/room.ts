// What folds where there is little room, in one place: the style sheets ask the same (screen.module.css). Each is false on a
// wide screen.

/** The time goes to the rail, and opens from there over the list. */
export const no_side = "(max-width: 73.75rem)";
/** The booths go to the rail. */
export const low = "(max-height: 46.24rem)";
/** "Point of order…" goes into "More". */
export const narrow = "(max-width: 81.25rem)";
/** So does "+ 1 min". */
export const narrower = "(max-width: 68.75rem)";
/** The list has no room for the menu of its order. */
export const narrow_list = "(max-width: 64.4rem), (min-width: 73.76rem) and (max-width: 83.4rem)";
/** The list has no room for all its filters at once. */
export const narrow_filters = "(max-width: 66rem), (min-width: 73.76rem) and (max-width: 85rem)";
