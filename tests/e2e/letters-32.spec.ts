// Every screen with letters of 32 px by the system, in each language, with the longest names: nothing is cut, nothing lies over an
// act, everything is got at, and the focus is seen.
import { test } from "./support/fixtures.ts";
import { lettersOf, testsWithLetters } from "./support/readers.ts";

test.use(lettersOf(32));
testsWithLetters(32);
