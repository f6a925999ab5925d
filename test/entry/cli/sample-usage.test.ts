import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runSampleUsage } from "../../../src/entry/cli/sample-usage";

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "aim-sample-usage-"));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

async function run(...args: readonly string[]) {
  const said = { out: "", err: "" };
  const code = await runSampleUsage(args, {
    out: (text) => (said.out += text),
    err: (text) => (said.err += text),
  });
  return { code, ...said };
}

function lines(file: string): string[] {
  return readFileSync(file, "utf8").trimEnd().split("\n");
}

test("writes a log of so many rows, and revenue where a file is named for it", async () => {
  const [usage, revenue] = [join(folder, "usage.csv"), join(folder, "revenue.csv")];
  const { code, out, err } = await run("-o", usage, "--rows", "2500", "--revenue", revenue);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toBe(`${usage}\n${revenue}\n`);
  // and the line of headings
  expect(lines(usage)).toHaveLength(2501);
  expect(lines(revenue)[0]).toMatch(/^unique_id,invoice_id,/);
});

test("replaces no file unless it is told to", async () => {
  const file = join(folder, "kept.csv");
  await run("-o", file, "--rows", "5");
  const again = await run("-o", file, "--rows", "6");
  expect(again.code).toBe(1);
  expect(again.err).toMatch(/^The sample cannot be written: EEXIST: file already exists/);
  expect(lines(file)).toHaveLength(6);
  expect((await run("-o", file, "--rows", "6", "--force")).code).toBe(0);
  expect(lines(file)).toHaveLength(7);
});

test.each([
  [[], "-o names the file to write"],
  [["-o", "x", "--rows", "0"], "--rows must be a whole number, 1 or more"],
  [["-o", "x", "--rows", "1.5"], "--rows must be a whole number, 1 or more"],
  [["-o", "x", "--seed", "a"], "--seed must be a whole number"],
  [["-o", "x", "-o", "y"], "-o takes one value"],
  [["-o"], "-o takes one value"],
  [["--rowz", "1"], "--rowz is not an option"],
])("says what is wrong with %j", async (args, message) => {
  const { code, err } = await run(...args);
  expect(code).toBe(1);
  expect(err.split("\n")[0]).toBe(message);
  expect(err).toContain("npm run sample-usage -- -o usage.csv");
});
