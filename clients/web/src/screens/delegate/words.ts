// Names of kinds, in the language of the screen.
import type { MessageId } from "../../i18n";
import { Kind } from "../../wire";

export function kindId(kind: Kind): MessageId {
  switch (kind) {
    case Kind.GROUP_STATEMENT:
      return "kind.group_statement";
    case Kind.QUESTION:
      return "kind.question";
    default:
      return "kind.statement";
  }
}
