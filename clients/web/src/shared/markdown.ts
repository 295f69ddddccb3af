// The reader of Markdown is larger than most screens, and most texts are plain: it is loaded with the first text that needs it.
import { type ComponentType, useEffect, useState } from "react";

type Reader = ComponentType<{ children: string }>;
let loaded: Reader | undefined;

export async function loadMarkdown(): Promise<Reader> {
  loaded ??= (await import("./MarkdownWords")).MarkdownWords;
  return loaded;
}

/** Undefined where it is not wanted, not here yet, or does not come; the next text that wants it asks again. */
export function useMarkdown(wanted: boolean): Reader | undefined {
  const [, drawAnew] = useState(0);
  useEffect(() => {
    if (!wanted || loaded) return;
    let here = true;
    loadMarkdown().then(
      () => here && drawAnew((count) => count + 1),
      () => {},
    );
    return () => {
      here = false;
    };
  }, [wanted]);
  return wanted ? loaded : undefined;
}
