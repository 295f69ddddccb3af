// What tools/tidy --counts prints: numbers that say how the house stands, from the sources as they are.
//   says             what is counted
//   of(files, root)  the number, from a list of { path, text }
import { functionsOf } from "./functions.mjs";
import { webRoomsInOrder } from "./web.mjs";

const longerThan = (lines_max, of) => (files, root) =>
  functionsOf(files.filter(({ path }) => of.test(path)), root).filter(({ lines }) => lines > lines_max).length;

export const counts = [
  { says: "imports between the rooms of the web that go upward or across", of: (files) => webRoomsInOrder.find(files).length },
  { says: "TypeScript functions over 60 lines in clients/web/src, tests apart", of: longerThan(60, /^clients\/web\/src\//) },
  { says: "TypeScript functions over 70 lines, tests apart", of: longerThan(70, /\.tsx?$/) },
  { says: "C++ functions over 70 lines, test cases apart", of: longerThan(70, /\.(cpp|hpp)$/) },
];
