// tools/simulate looks at its arguments before it installs, builds or plays anything.
import { helpNames, refuses } from "./arguments.mjs";

refuses("simulate", [
  ["no number of seeds", [], /--seeds wants a number from 1 to 1000000000/],
  ["a number that is none", ["--seeds", "many"], /--seeds wants a number from 1 to 1000000000/],
  ["no seed at all", ["--seeds=0"], /--seeds wants a number from 1 to 1000000000/],
  ["an option without its value", ["--seeds"], /--seeds wants a number from 1 to 1000000000/],
  ["a first seed below 0", ["--seeds", "1", "--from", "-1"], /--from wants a number from 0 to 1000000000000/],
  ["a number that is too long", ["--seeds", "1", "--from", "9".repeat(20)], /--from wants a number/],
  ["no job", ["--seeds", "1", "--jobs", "0"], /--jobs wants a number from 1 to 256/],
  ["none of the hardest", ["--seeds", "1", "--hardest", "0"], /--hardest wants a number from 1 to 1000000000/],
  ["a bug that there is not", ["--seeds", "1", "--planted", "none"], /--planted wants one of: answers_too_early .*/],
  ["an unknown option", ["--seed", "1"], /unknown argument: --seed/],
]);

helpNames("simulate", ["--seeds", "--from", "--jobs", "--until-failure", "--trace", "--hardest", "--planted"]);
