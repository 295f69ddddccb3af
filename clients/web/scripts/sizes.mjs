// Prints what the browser loads for each screen before it is shown, packed (firstLoad.mjs), beside what it may be, as a table.
//   npm run sizes            in English
//   npm run sizes -- fr      in another language
import { budgets, firstLoad } from "./firstLoad.mjs";

const language = process.argv[2] ?? "en";
const screens = ["join", "chair", "desk", "delegate", "booth", "captions", "display"];
const kilobytes = (bytes) => (bytes === undefined ? "" : (bytes / 1000).toFixed(1)).padStart(6);

console.log(
  "| screen   | JavaScript | words | page and style | flags |    all | at most |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
);
for (const screen of screens) {
  const { scripts, words, style, flags, all } = firstLoad(screen, language);
  const figures = [scripts, words, style, flags || undefined, all, budgets[screen]];
  console.log(`| ${screen.padEnd(8)} | ${figures.map(kilobytes).join(" | ")} |`);
}
