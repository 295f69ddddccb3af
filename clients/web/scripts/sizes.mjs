// Prints what the browser loads for each screen before it is shown (firstLoad.mjs), as a table.
//   npm run sizes            in English
//   npm run sizes -- fr      in another language
import { firstLoad } from "./firstLoad.mjs";

const language = process.argv[2] ?? "en";
const screens = ["join", "chair", "desk", "delegate", "booth", "captions", "display"];
const kilobytes = (bytes) => (bytes / 1000).toFixed(1).padStart(6);

console.log("| screen   | JavaScript | words | style |  all |\n| --- | ---: | ---: | ---: | ---: |");
for (const screen of screens) {
  const { scripts, words, style, all } = firstLoad(screen, language);
  console.log(`| ${screen.padEnd(8)} | ${[scripts, words, style, all].map(kilobytes).join(" | ")} |`);
}
