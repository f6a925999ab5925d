import { readFileSync } from "node:fs";
import { runSampleUsage } from "../../../src/entry/cli/sample-usage";
import { trial } from "./trial";

const { path, run } = trial(runSampleUsage);

function lines(file: string): string[] {
  return readFileSync(file, "utf8").trimEnd().split("\n");
}

test("writes a log of so many rows, and revenue where a file is named for it", async () => {
  const [usage, revenue] = [path("usage.csv"), path("revenue.csv")];
  const { code, out, err } = await run("-o", usage, "--rows", "2500", "--revenue", revenue);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toBe(`${usage}\n${revenue}\n`);
  // and the line of headings
  expect(lines(usage)).toHaveLength(2501);
  expect(lines(revenue)[0]).toMatch(/^unique_id,invoice_id,/);
});

test("replaces no file unless it is told to", async () => {
  const file = path("kept.csv");
  await run("-o", file, "--rows", "5");
  const again = await run("-o", file, "--rows", "6");
  expect(again.code).toBe(1);
  expect(again.err).toMatch(/kept\.csv cannot be written: EEXIST: file already exists/);
  expect(lines(file)).toHaveLength(6);
  expect((await run("-o", file, "--rows", "6", "--force")).code).toBe(0);
  expect(lines(file)).toHaveLength(7);
});

test.each([
  [[], "Name the log with -o."],
  [["-o", "x", "--rows", "0"], "--rows must be a whole number, 1 or more, got 0"],
  [["-o", "x", "--rows", "1.5"], "--rows must be a whole number, 1 or more, got 1.5"],
  [["-o", "x", "--seed", "a"], "--seed must be a whole number, got a"],
  [["-o"], "Option '-o, --output <value>' argument missing"],
  [["--rowz", "1"], "Unknown option '--rowz'"],
])("says what is wrong with %j", async (args, message) => {
  const { code, err } = await run(...args);
  expect(code).toBe(1);
  expect(err.split("\n")[0]).toBe(message);
  expect(err).toContain("npm run sample-usage -- -o usage.csv");
});
