import { spawn } from "node:child_process";
import { availableParallelism } from "node:os";

// Runs the checks that need no other's result at the same time, as many as there are processors,
// and prints what each says once it has ended. All of them run, whatever fails.
const CHECKS = ["bundle", "lint", "typecheck", "format:check"];

function run(check) {
  return new Promise((resolve) => {
    const started = spawn("npm", ["run", check], { shell: process.platform === "win32" });
    const said = [];
    for (const stream of [started.stdout, started.stderr]) {
      stream.on("data", (piece) => said.push(piece));
    }
    started.on("close", (code) => {
      process.stdout.write(Buffer.concat(said));
      resolve(code === 0);
    });
  });
}

const waiting = [...CHECKS];
const failed = [];

async function takeTurns() {
  for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
    if (!(await run(check))) failed.push(check);
  }
}

await Promise.all(Array.from({ length: Math.max(1, availableParallelism()) }, takeTurns));
if (failed.length > 0) {
  console.error(`Failed: ${failed.join(", ")}`);
  process.exitCode = 1;
}
