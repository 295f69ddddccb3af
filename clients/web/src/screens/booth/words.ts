// The names of booths.

/** For "booth.of": booths of the usual languages have names of their own, any other one goes by its language. */
export function boothValues(tag: string, locale: string): { language: string; name: string } {
  return { language: tag.split("-")[0] || "none", name: nameOf(tag, locale) };
}

function nameOf(tag: string, locale: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
