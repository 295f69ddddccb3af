// tools/load looks at its profile and its options before it builds anything; their values are the program's own matter
// (tests/integration/load_test.cpp).
import { helpNames, lineOf, refuses } from "./arguments.mjs";

refuses("load", [
  ["no profile", [], /which profile\? There are: fan-out storm press slow-readers soak/],
  ["a profile that is not there", ["fan-in"], /there is no profile "fan-in"; there are: fan-out/],
  ["an unknown option", ["storm", "--client", "3"], /unknown argument: --client/],
  ["an unknown option with its value", ["soak", "--second=3"], /unknown argument: --second=3/],
]);

helpNames("load", [
  ...["fan-out", "storm", "press", "slow-readers", "soak"].map(lineOf),
  ...["--clients", "--seconds", "--rate", "--share", "--codec", "--json", "--server", "--sign-in-json"],
]);
