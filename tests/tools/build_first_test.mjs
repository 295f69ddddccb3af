// The programs that build what they run look at the names of their options before they do; values are the built program's
// own matter.
import { helpNames, lineOf, refuses } from "./arguments.mjs";

refuses("rehearse", [
  ["no server", ["--sign-in-json", "codes.json"], /--server is wanted/],
  ["no sign-ins", ["--server", "http://127.0.0.1:8080"], /--sign-in-json is wanted/],
  ["an unknown option", ["--server=http://127.0.0.1:8080", "--sign-in-json=codes.json", "--seeds", "3"], /unknown argument: --seeds/],
]);
helpNames(
  "rehearse",
  ["--server", "--sign-in-json", "--seed", "--speed", "--minutes", "--roles", "--delegations", "--acks"].map(lineOf),
);

refuses("docs", [["an unknown option", ["--fix"], /unknown argument: --fix/]]);
helpNames("docs", ["--check"]);

refuses("faults", [
  ["no number of rounds", [], /--rounds wants a number/],
  ["an unknown option", ["--rounds", "7", "--from", "3"], /unknown argument: --from/],
]);
helpNames("faults", ["--rounds", "--seed", "--keep"].map(lineOf));

refuses("bench", [
  ["a benchmark that is not there", ["fan-in"], /there is no benchmark "fan-in"; there are: browser domain fair-time fanout journal nodes press start-up/],
  ["an unknown option", ["--jason", "figures.json"], /unknown argument: --jason/],
  ["a file in a folder that is not there", ["press", "--json", "/nowhere/figures.json"], /--json: cannot write/],
]);
helpNames("bench", ["--json"]);
