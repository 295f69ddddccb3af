// The order of the rooms of clients/web/src (docs/ARCHITECTURE.md).
import { dirname, join } from "node:path/posix";

const source = "clients/web/src/";

/** Each room may import itself and those before it; main.tsx may import all. The worker is a program of its own. */
export const webRooms = ["worker", "wire", "sync", "i18n", "parts", "shared", "screens"];

/** What tests and galleries alone may import: it stands beside the row, and knows no screen. */
const beside = "testing";

const isOurs = ({ path }) => path.startsWith(source) && /\.(ts|tsx|css)$/.test(path) && !path.startsWith(`${source}wire/gen/`);
const isTest = (path) => /\.test\.tsx?$/.test(path) || /\/(gallery|fixture\w*)\.tsx?$/.test(path) || path.startsWith(`${source}${beside}/`);
const imported = /\b(?:from|import|import\(|mock\(|composes:.*from)\s*"(\.{1,2}\/[^"]+)"/g;

const placeOf = (path) => {
  const [room, second] = path.slice(source.length).split("/");
  return { room, screen: room === "screens" ? second : undefined };
};

/** Why one file may not import another; nothing where it may. */
function objection(path, target) {
  const own = placeOf(path);
  const other = placeOf(target);
  if (own.room === other.room && own.screen === other.screen) return undefined;
  if (other.room === beside) return isTest(path) ? undefined : "only tests and galleries may";
  if (own.room === beside) return other.room === "screens" ? "what stages tests knows no screen" : undefined;
  if (own.room === other.room) return "no screen imports another";
  if (!webRooms.includes(other.room)) return `${other.room} is not in the order of the rooms`;
  return webRooms.indexOf(other.room) > webRooms.indexOf(own.room) ? `${own.room} comes before ${other.room}` : undefined;
}

function find(files) {
  const findings = [];
  for (const { path, text } of files.filter(isOurs)) {
    const { room } = placeOf(path);
    if (room === "main.tsx") continue;
    if (room !== beside && !webRooms.includes(room)) {
      findings.push({ path, line: 1, says: `${room} is not in the order of the rooms` });
      continue;
    }
    for (const match of text.matchAll(imported)) {
      const says = objection(path, join(dirname(path), match[1]));
      const line = text.slice(0, match.index).split("\n").length;
      if (says) findings.push({ path, line, says: `imports ${match[1]}: ${says}` });
    }
  }
  return findings;
}

const file = (path, text) => ({ path: `${source}${path}`, text });

export const webRoomsInOrder = {
  name: "rooms of the web in order",
  find,
  clean: [
    file("main.tsx", 'const Join = lazy(() => import("./screens/join"));\n'),
    file("sync/store.ts", 'import type { Patch } from "../wire";\nimport { Clock } from "./clock";\n'),
    file("sync/store.test.ts", 'import { afternoon } from "../testing/views";\n'),
    file("screens/desk/index.tsx", 'import { useHall } from "../../shared/hall";\nimport styles from "./desk.module.css";\n'),
    file("screens/desk/gallery.tsx", 'import { StagedHall } from "../../testing/staged";\n'),
    file("testing/hall.tsx", 'import { HallProvider } from "../shared/hall";\n'),
  ],
  planted: [
    file("wire/index.ts", 'import { Store } from "../sync/store";\n'),
    file("parts/Text.tsx", 'import { textIn } from "../shared/statement";\n'),
    file("parts/Words.tsx", 'import {\n  a,\n} from "../shared/statement";\n'),
    file("shared/gate.tsx", 'const drafts = await import("../screens/delegate/drafts");\n'),
    file("shared/form.module.css", '.form {\n  composes: card from "../screens/desk/desk.module.css";\n}\n'),
    file("screens/captions/index.tsx", 'import { Has } from "../booth/Has";\n'),
    file("screens/captions/a.test.tsx", 'import { Has } from "../booth/Has";\n'),
    file("screens/desk/a.tsx", 'import { StagedHall } from "../../testing/staged";\n'),
    file("testing/hall.tsx", 'import { sitting } from "../screens/chair/fixture";\n'),
    file("cellar/a.ts", "export {};\n"),
  ],
};
