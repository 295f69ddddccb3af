// What is pressed while a text is read: its language, its size, and back to the one that is spoken.
import { always, offer } from "../act";

export const textLanguage = offer({
  id: "text_language",
  on: { booth: { label: "booth.language", keys: ["L"] } },
  available: always,
  local: "text_language",
});

export const textSize = offer({
  id: "text_size",
  on: { booth: { label: "booth.size", keys: ["S"] } },
  available: always,
  local: "text_size",
});

export const textBack = offer({
  id: "text_back",
  on: { booth: { label: "booth.back", keys: ["B"] } },
  available: always,
  local: "text_back",
});
