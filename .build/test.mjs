import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { importTypeScript } from "./run-typescript.mjs";

// Runs all tests. Without a browser the browser journeys are left out and that is said; where
// CI is set, it is a failure.
const { findBrowser, HOW_TO_GET_ONE } = await importTypeScript("./test/browser/find-browser.ts");
const browser = await findBrowser();
if (!browser) console.error(HOW_TO_GET_ONE);
if (!browser && process.env.CI) process.exit(1);

const jest = createRequire(import.meta.url).resolve("jest/bin/jest");
const projects = browser ? [] : ["--selectProjects", "unit", "univer"];
const run = spawn(process.execPath, [jest, ...projects, ...process.argv.slice(2)], {
  stdio: "inherit",
});
run.on("exit", (code) => {
  process.exitCode = code ?? 1;
});
