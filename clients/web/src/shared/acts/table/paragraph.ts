// The paragraph reached in the text that is spoken, which everybody follows: moved by the speaker and the captioner, also from
// a presenter's page keys.
import { action, always, offer } from "../act";

export const reachParagraph = action<{ speech: number; paragraph: number }>({
  id: "reach_paragraph",
  on: { delegate: { label: "delegate.paragraph_next" }, captions: { label: "captions.next" } },
  available: always,
  command: (_, value) => ({ act: { case: "reachParagraph", value } }),
});

export const nextParagraph = offer({
  id: "paragraph_next",
  on: {
    delegate: { label: "delegate.paragraph_next", keys: ["ArrowDown", "ArrowRight", "PageDown", " "] },
    captions: { label: "captions.next", keys: ["ArrowDown", "ArrowRight", "PageDown"] },
  },
  available: always,
  local: "paragraph_next",
});

export const previousParagraph = offer({
  id: "paragraph_previous",
  on: {
    delegate: { label: "delegate.paragraph_previous", keys: ["ArrowUp", "ArrowLeft", "PageUp"] },
    captions: { label: "captions.previous", keys: ["ArrowUp", "ArrowLeft", "PageUp"] },
  },
  available: always,
  local: "paragraph_previous",
});
