import { existsSync } from "node:fs";
import { importTypeScript } from "./run-typescript.mjs";

// Prints how fast and how large the functions are, and how fast usage is read, beside a named peer.
const FUNCTIONS = "dist/functions.js";
if (!existsSync(FUNCTIONS)) {
  console.error(`${FUNCTIONS} is not there yet: run "npm run build" first.`);
  process.exit(1);
}
const { bench } = await importTypeScript("./test/bench/index.ts", "production");
console.log(await bench(FUNCTIONS));
