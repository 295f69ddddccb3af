// tools/package has nothing to choose.
import { helpNames, refuses } from "./arguments.mjs";

helpNames("package", ["Usage: tools/package", "docs/operations.md"]);
refuses("package", [["an argument that it does not know", ["--deb"], /tools\/package: unknown argument: --deb/]]);
