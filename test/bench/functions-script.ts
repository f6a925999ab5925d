import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { milliseconds, type Result } from "./result";

const LIMIT = 64 * 1024;
const RUNS = 9;

/** What a fresh process does: runs the script as Excel does, asks for one figure, tells the time. */
const FIRST_ANSWER = `
  const script = require("node:fs").readFileSync(process.argv[1], "utf8");
  const functions = new Map();
  globalThis.CustomFunctions = {
    associate: (id, run) => functions.set(id, run),
    Error,
    ErrorCode: {},
  };
  const start = performance.now();
  require("node:vm").runInThisContext(script);
  const [[answer]] = functions.get("TOKENCOST")([["claude-sonnet-4-5"]], [[12000]], [[800]], null, null, [[46266]]);
  const time = performance.now() - start;
  if (Math.abs(answer - 0.048) > 1e-12) throw new Error("the first answer is " + answer);
  console.log(time);
`;

function timeToFirstAnswer(file: string): number {
  return Number(execFileSync(process.execPath, ["-e", FIRST_ANSWER, file], { encoding: "utf8" }));
}

/** Size and start of the built script that Excel loads for its cells. */
export function functionsScriptBench(file: string): Result[] {
  const bytes = gzipSync(readFileSync(file)).length;
  const time = Math.min(...Array.from({ length: RUNS }, () => timeToFirstAnswer(file)));
  return [
    {
      what: "functions.js, gzipped",
      ours: `${bytes.toLocaleString("en-US")} bytes`,
      peer: `${LIMIT.toLocaleString("en-US")} bytes, the limit`,
      ratio: `${((100 * bytes) / LIMIT).toFixed(0)}% of it`,
      aim: "100% or less",
    },
    {
      what: "from its start to the first answer, in a fresh process",
      ours: milliseconds(time),
      peer: "",
      ratio: "",
      aim: "",
    },
  ];
}
