// When the delegate's screen is a phone's, and when letters are so large that a part of it has to give way. In rem, so that
// larger letters count as a smaller screen.

export const is_phone = "(max-width: 30rem)";
/** Where what is to be known would cover what is to be seen: it stands behind one row. */
export const is_tight = "(max-height: 26rem), (max-width: 30rem) and (max-height: 38rem)";
export const is_low = "(max-width: 30rem) and (max-height: 38rem)";
export const is_very_low = "(max-width: 30rem) and (max-height: 28rem)";
