import { readFileSync, statSync, writeFileSync } from "node:fs";
import { unzipSync } from "fflate";
import { runScenario } from "../../../src/entry/cli/scenario";
import { SAMPLE } from "../../../src/scenario/sample";
import { trial } from "./trial";

// A workbook of ten sheets takes its time where other suites run beside this one.
jest.setTimeout(60_000);

const SAMPLE_FILE = "assets/samples/flat-seat.json";
const NEW_YEAR = new Date(Date.UTC(2026, 0, 1));

const { path, run } = trial((args, output) => runScenario(args, output, NEW_YEAR));

test("writes the workbook of a scenario", async () => {
  const { code, out, err } = await run(SAMPLE_FILE, "-o", path("sample.xlsx"));
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/sample\.xlsx: 10 sheets, \d+ KB\n$/);
  const parts = Object.keys(unzipSync(readFileSync(path("sample.xlsx"))));
  expect(parts.filter((part) => /worksheets\/sheet\d+\.xml$/.test(part))).toHaveLength(10);
});

test("prints the sample's key figures as JSON and nothing else", async () => {
  const { code, out, err } = await run(SAMPLE_FILE, "--json");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  const figures: unknown = JSON.parse(out);
  expect(figures).toMatchObject({
    tariffInFocus: "Flat seat",
    // (99 - 33) / 99 at 400 tasks, (99 - 369) / 99 at 6,000; 24 + 9 and 360 + 9 to serve
    marginAtP50: expect.closeTo(2 / 3, 12),
    marginAtP99: expect.closeTo(-270 / 99, 12),
    // mean usage 400 e^(1.164^2 / 2) = 787.61 tasks: 56.26 of 99
    blendedMargin: expect.closeTo(0.4317514, 7),
    portfolioFloor: expect.closeTo(140.64152, 5),
    costPerTask: 0.06,
    checks: "OK",
  });
});

test("keeps the figures apart from what is said of the file", async () => {
  const { out, err } = await run(SAMPLE_FILE, "--json", "-o", path("both.xlsx"));
  expect(JSON.parse(out)).toHaveProperty("blendedMargin");
  expect(err).toMatch(/both\.xlsx: 10 sheets/);
});

test("replaces a file when told to, and only then", async () => {
  writeFileSync(path("taken.xlsx"), "precious");
  const refused = await run(SAMPLE_FILE, "-o", path("taken.xlsx"));
  expect(refused).toEqual({
    code: 1,
    out: "",
    err: `${path("taken.xlsx")} exists already; --force replaces it\n`,
  });
  expect(readFileSync(path("taken.xlsx"), "utf8")).toBe("precious");
  expect(await run(SAMPLE_FILE, "-o", path("taken.xlsx"), "--force")).toMatchObject({ code: 0 });
  expect(statSync(path("taken.xlsx")).size).toBeGreaterThan(10_000);
});

test("writes workbooks alone, never over the scenario that it reads", async () => {
  const input = path("scenario.json");
  writeFileSync(input, JSON.stringify(SAMPLE));
  expect(await run(input, "-o", input, "--force")).toEqual({
    code: 1,
    out: "",
    err: `${input} must end in .xlsx\n`,
  });
  expect(JSON.parse(readFileSync(input, "utf8"))).toHaveProperty("name", SAMPLE.name);
});

test("names the path of everything that is to be mended, and writes nothing", async () => {
  const input = path("wrong.json");
  const { product, usage } = SAMPLE;
  const wrong = { ...SAMPLE, product: { ...product, customers: 0 }, usage: { ...usage, p99: 1 } };
  writeFileSync(input, JSON.stringify(wrong));
  expect(await run(input, "-o", path("never.xlsx"))).toEqual({
    code: 1,
    out: "",
    err: [
      `${input}: 2 to mend`,
      "  usage.p99 must be at least the usage at P50 (400), got 1",
      "  product.customers must be a whole number, 1 or more, got 0",
      "",
    ].join("\n"),
  });
  expect(() => statSync(path("never.xlsx"))).toThrow("ENOENT");
});

test("says why a file cannot be read", async () => {
  writeFileSync(path("torn.json"), '{ "name": ');
  expect(await run(path("torn.json"), "--json")).toMatchObject({
    code: 1,
    err: expect.stringMatching(/torn\.json is no JSON: /),
  });
  expect(await run(path("missing.json"), "--json")).toMatchObject({
    code: 1,
    err: expect.stringMatching(/missing\.json cannot be read: ENOENT/),
  });
});

test("says why a file cannot be written", async () => {
  expect(await run(SAMPLE_FILE, "-o", path("no/such/folder.xlsx"))).toMatchObject({
    code: 1,
    err: expect.stringMatching(/folder\.xlsx cannot be written: ENOENT/),
  });
});

test("says how it is used when it is asked", async () => {
  const { code, out, err } = await run("--help");
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/^Usage: npm run scenario -- input\.json -o out\.xlsx /);
});

test.each([
  [[], /^Name the JSON file of a scenario\.\nUsage: /],
  [[SAMPLE_FILE], /^Name the workbook with -o, or ask for --json\.\nUsage: /],
  [[SAMPLE_FILE, "b.json", "--json"], /^Name one file, not 2\.\nUsage: /],
  [[SAMPLE_FILE, "--jsn"], /^Unknown option '--jsn'/],
])("says how it is called: %j", async (args, said) => {
  expect(await run(...args)).toMatchObject({ code: 1, out: "", err: expect.stringMatching(said) });
});

test("prints calls of the add-in's functions when told to", async () => {
  await run(SAMPLE_FILE, "--functions", "-o", path("functions.xlsx"));
  const parts = unzipSync(readFileSync(path("functions.xlsx")));
  const calls = Object.entries(parts).filter(
    ([name, bytes]) =>
      name.includes("worksheets/") && /<f>[^<]*AIM\./.test(Buffer.from(bytes).toString()),
  );
  expect(calls.length).toBeGreaterThan(5);
});
