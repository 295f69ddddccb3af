// Which screens a sign-in may go to. Apart from its code, which the way in knows before it speaks the protocol.
import { Role } from "../wire";
import type { ScreenName } from "./code";

/** The screens of a role; a sign-in goes to the first. None: there is no screen for it. */
export function screensOf(role: Role): readonly ScreenName[] {
  switch (role) {
    case Role.CHAIR:
      return ["chair"];
    case Role.DESK:
      return ["desk", "chair"];
    case Role.DELEGATE:
      return ["delegate"];
    case Role.INTERPRETER:
      return ["booth"];
    case Role.CAPTIONER:
      return ["captions"];
    case Role.DISPLAY:
    case Role.OBSERVER:
      return ["display"];
    default:
      return [];
  }
}

export function screenOf(role: Role): ScreenName | undefined {
  return screensOf(role)[0];
}
