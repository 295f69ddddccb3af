// What tools/tidy --counts prints: numbers that say how the house stands, from the sources as they are.
//   says             what is counted
//   was, goal        the number before the house was furnished for more acts, counted in the same way, and what was aimed at
//                    (of the imports: 3, in the rooms that there were then)
//   of(files, root)  the number, from a list of { path, text }
import { functionsOf } from "./functions.mjs";
import { codeOf } from "./rooms.mjs";
import { webRoomsInOrder } from "./web.mjs";

const longerThan = (lines_max, of) => (files, root) =>
  functionsOf(files.filter(({ path }) => of.test(path)), root).filter(({ lines }) => lines > lines_max).length;

const linesOf = (files, of) => files.filter(({ path }) => of.test(path)).reduce((sum, { text }) => sum + text.split("\n").length - 1, 0);

/** What takes acts and events between council and the wire by hand. */
const mappingByHand = /^(server\/wire\/(act_fields|command|event_fields|fields|stored_event)\.[ch]pp|tests\/wire\/put_act\.hpp)$/;
/** Where an act would be named for the wire, or for what tests make of any act. */
const aroundTheWire = /^(server\/wire|tests\/(fuzz|property|simulation|support)|tests\/wire\/(put_act|messages)\b)/;
/** What of the web asks the row of a kind, and what may name kinds: their table, made-up views. */
const asksTheRow = /^clients\/web\/src\/.*\.tsx?$/;
const namesKinds = /\/(testing\/|shared\/kinds\.ts|gallery\.tsx|fixture\w*\.ts)|\.test\.tsx?$/;
const inViews = (files) => files.filter(({ path }) => /^server\/views\/.*\.(cpp|hpp)$/.test(path));
const filesOfViews = (pattern) => (files) => inViews(files).filter(({ text }) => pattern.test(codeOf(text))).length;

/** An act with its event, whichever way their names are written. */
const actAndEvent = /skip_?entry|entry_?skipped/i;
const ofServerAndSchema = /^(server|protocol)\//;
const naming = (files, of) => files.filter(({ path, text }) => of.test(path) && actAndEvent.test(text)).map(({ path }) => path);

const isTest = (path) => /\.(test|spec)\.tsx?$/.test(path);
const ofChair = /^clients\/web\/src\/screens\/chair\//;
const filesWith = (files, of, pattern) => files.filter(({ path, text }) => of.test(path) && !isTest(path) && pattern.test(text)).length;

/** The data members of a class, each on a line of its own: those of structs inside it have no underscore at their end. */
const membersOf = (header, name) => (files) => {
  const text = codeOf(files.find(({ path }) => path === header)?.text ?? "");
  const of = text.slice(text.search(new RegExp(`^class ${name}\\b`, "m")));
  return (of.slice(0, of.search(/^};/m)).match(/^  [^()\n]*\w_(\{[^}]*\})?( = [^;]*)?;/gm) ?? []).length;
};

const files_of_act_max = 4;
/** Adding an act is a walk of a page (docs/ARCHITECTURE.md#adding-an-act): counted for one, so that acts do not spread. */
export const actsInPlace = {
  name: "an act is one place",
  find(files) {
    const found = naming(files, ofServerAndSchema);
    if (found.length <= files_of_act_max) return [];
    return found.map((path) => ({ path, line: 1, says: `names skip_entry, as ${found.length} files of server and schema do: ${files_of_act_max} are enough` }));
  },
  clean: ["protocol/a.proto", "protocol/b.proto", "server/council/entry/entry.hpp", "server/council/entry/entry.cpp"].map((path) => ({
    path,
    text: "SkipEntry\n",
  })),
  planted: [{ path: "server/wire/command.cpp", text: "v1::Command::kSkipEntry\n" }],
};

export const counts = [
  // 1: an act states its facts
  {
    says: "files of server and schema that the act skip_entry and its event stand in",
    was: 13, goal: files_of_act_max,
    of: (files) => naming(files, ofServerAndSchema).length,
  },
  {
    says: "files of the tree that they stand in, kept journals apart",
    was: 44,
    of: (files) => naming(files, /^(?!tests\/journals\/|tools\/checks\/)/).length,
  },
  {
    says: "lines of what says names, authority, panels and sentences for all acts and events",
    was: 883, goal: 250,
    of: (files) => linesOf(files, /^(server\/council\/(act\.cpp|access\.cpp|deciding\.hpp|sentence\.cpp|told\.cpp))$/),
  },
  // 2: the wire is derived from the schema
  { says: "lines of the mapping of acts and events that are written by hand", was: 1163, goal: 160, of: (files) => linesOf(files, mappingByHand) },
  { says: "lines of the program that writes the rest of it", was: 0, goal: 200, of: (files) => linesOf(files, /^server\/wire\/generate\//) },
  {
    says: "files of the wire and of tests' support that name skip_entry",
    was: 5, goal: 0,
    of: (files) => files.filter(({ path, text }) => aroundTheWire.test(path) && /skip_?entry/i.test(path + text)).length,
  },
  { says: "C++ functions over 70 lines, test cases apart", was: 6, goal: 0, of: longerThan(70, /\.(cpp|hpp)$/) },
  // 3: a file per thing that is seen
  { says: "files of server/views that name a request for help, a thing that is seen", was: 6, goal: 2, of: filesOfViews(/(\b|_)help\b/i) },
  { says: "files of server/views that name the event HelpTaken", was: 1, goal: 0, of: filesOfViews(/\bHelpTaken\b/) },
  {
    says: "switches over the kind of a key in server/views",
    was: 4, goal: 0,
    of: (files) => inViews(files).flatMap(({ text }) => text.match(/switch \((key\.)?kind\)/g) ?? []).length,
  },
  {
    says: "lines of the longest file of server/views",
    was: 427, goal: 120,
    of: (files) => Math.max(...inViews(files).map(({ text }) => text.split("\n").length - 1)),
  },
  // 4: the floor is a stack; a kind is a row
  {
    says: "lines of council and views that name a kind of intervention, its table apart",
    was: 34, goal: 3,
    of: (files) =>
      files
        .filter(({ path }) => /^server\/(council|views)\//.test(path) && !/\/kinds\.hpp$/.test(path))
        .flatMap(({ text }) => codeOf(text).match(/^.*(?<!Signal|Key)\bKind::[a-z].*$/gm) ?? []).length,
  },
  {
    says: "lines of the web that name a kind of intervention, its table, tests and galleries apart",
    was: 46, goal: 3,
    of: (files) =>
      files
        .filter(({ path }) => asksTheRow.test(path) && !namesKinds.test(path))
        .flatMap(({ text }) => codeOf(text).match(/^.*\bKind\.[A-Z].*$/gm) ?? []).length,
  },
  // 5: the chamber is three
  { says: "lines of server/chamber/chamber.cpp", was: 562, goal: 250, of: (files) => linesOf(files, /^server\/chamber\/chamber\.cpp$/) },
  { says: "data members of the chamber", was: 24, goal: 10, of: membersOf("server/chamber/chamber.hpp", "Chamber") },
  // 6: one way to act on all screens; ordered web rooms
  { says: "files of the chair's screen that name skipEntry, tests apart", was: 9, goal: 2, of: (files) => filesWith(files, ofChair, /skipEntry/) },
  { says: "files of the web that write its key, K, tests apart", was: 5, goal: 1, of: (files) => filesWith(files, /^clients\/web\/src\//, /"K"/) },
  { says: "files of the web that send an act to the hall, tests apart", was: 2, goal: 1, of: (files) => filesWith(files, /^clients\/web\/src\//, /\bhall\.act\(/) },
  { says: "imports between the rooms of the web that go upward or across", was: 3, goal: 0, of: (files) => webRoomsInOrder.find(files).length },
  { says: "TypeScript functions over 60 lines in clients/web/src, tests apart", was: 31, goal: 9, of: longerThan(60, /^clients\/web\/src\//) },
  { says: "TypeScript functions over 70 lines, tests apart", was: 20, goal: 0, of: longerThan(70, /\.tsx?$/) },
];
