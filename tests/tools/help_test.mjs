// The programs that build first answer a call for help before they do.
import { helpNames, lineOf } from "./arguments.mjs";

helpNames(
  "rehearse",
  ["--server", "--sign-in-json", "--seed", "--speed", "--minutes", "--roles", "--delegations", "--acks"].map(lineOf),
);
helpNames("faults", ["--rounds", "--seed", "--keep"].map(lineOf));
