import { readFileSync } from "node:fs";
import { join } from "node:path";
import { runInNewContext } from "node:vm";
import { gzipSync } from "node:zlib";
import { FUNCTIONS } from "../../src/functions";
import { functionMetadata } from "./function-metadata";

const DIST = join(__dirname, "..", "..", "dist");

/** A file of the last `npm run build`. */
function built(name: string): string {
  return readFileSync(join(DIST, name), "utf8");
}

class ExcelError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message);
  }
}

type Registered = (...args: unknown[][][]) => unknown[][];

/** What the script registers when Excel loads it. */
function load(): Map<string, Registered> {
  const registered = new Map<string, Registered>();
  const CustomFunctions = {
    associate: (id: string, registeredFunction: Registered) => {
      registered.set(id, registeredFunction);
    },
    Error: ExcelError,
    ErrorCode: {
      divisionByZero: "#DIV/0!",
      invalidNumber: "#NUM!",
      invalidValue: "#VALUE!",
      notAvailable: "#N/A",
    },
  };
  runInNewContext(built("functions.js"), { CustomFunctions });
  return registered;
}

test("registers every function, with nothing on the page but CustomFunctions", () => {
  expect([...load().keys()].sort()).toEqual([...FUNCTIONS.keys()].sort());
});

test("answers a cell", () => {
  // (99 - 33) / 99
  expect(load().get("GROSSMARGIN")?.([[99]], [[33]])).toEqual([[2 / 3]]);
});

test("throws the error of a single cell as Excel wants it", () => {
  expect(() => load().get("GROSSMARGIN")?.([[0]], [[33]])).toThrow(ExcelError);
});

test("needs at most 64 KB over the network", () => {
  expect(gzipSync(built("functions.js")).length).toBeLessThanOrEqual(64 * 1024);
});

test("is described by functions.json, which lets error cells and data types through", async () => {
  expect(JSON.parse(built("functions.json"))).toEqual({
    allowCustomDataForDataTypeAny: true,
    allowErrorForDataTypeAny: true,
    functions: JSON.parse(JSON.stringify(await functionMetadata())),
  });
});
