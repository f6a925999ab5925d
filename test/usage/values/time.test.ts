import fc from "fast-check";
import { instantAfter, parseTime, slashOrderOf } from "../../../src/usage/values/time";

const iso = (text: string, ...more: ["day first"?]) => {
  const time = parseTime(text, ...more);
  return time && new Date(time.at).toISOString();
};

test.each([
  ["2026-07-02T10:00:00Z", "2026-07-02T10:00:00.000Z"],
  ["2026-07-02T10:00:00+00:00", "2026-07-02T10:00:00.000Z"],
  ["2026-07-02T10:00:00.5+08:00", "2026-07-02T02:00:00.500Z"],
  ["2026-07-02 10:00:00 UTC", "2026-07-02T10:00:00.000Z"],
  ["2026-07-02 10:00:00-0330", "2026-07-02T13:30:00.000Z"],
])("reads the zone in %j", (text, expected) => {
  expect(iso(text)).toBe(expected);
  expect(parseTime(text)?.zoned).toBe(true);
});

test.each([
  ["2026-07-02T10:00:00", "2026-07-02T10:00:00.000Z", false],
  ["2026-07-02 03:46:57.713", "2026-07-02T03:46:57.713Z", false],
  ["2026-07-02 10:00:00.123456789", "2026-07-02T10:00:00.123Z", false],
  ["2026-07-02 10:00", "2026-07-02T10:00:00.000Z", false],
  ["2026-07-02", "2026-07-02T00:00:00.000Z", true],
])("reads %j by the clock on the wall", (text, expected, isDay) => {
  expect(iso(text)).toBe(expected);
  expect(parseTime(text)).toMatchObject({ zoned: false, isDay });
});

test.each([
  ["1782950400", "seconds"],
  ["1782950400.0", "seconds of a float"],
  ["1782950400000", "milliseconds"],
  ["1782950400000000", "microseconds"],
  ["1782950400000000000", "nanoseconds"],
])("reads %s as a Unix time in %s", (text) => {
  expect(iso(text)).toBe("2026-07-02T00:00:00.000Z");
  expect(parseTime(text)?.zoned).toBe(true);
});

test("reads dates with slashes in the order that it is told", () => {
  expect(iso("5/1/25")).toBe("2025-05-01T00:00:00.000Z");
  expect(iso("5/1/25", "day first")).toBe("2025-01-05T00:00:00.000Z");
  expect(iso("7/2/2026, 1:05 PM")).toBe("2026-07-02T13:05:00.000Z");
  expect(iso("7/2/2026 12:30 AM")).toBe("2026-07-02T00:30:00.000Z");
});

test("reads a month as its first day, and knows the first instant after it", () => {
  const month = parseTime("2026-12");
  expect(month).toEqual({ at: Date.UTC(2026, 11, 1), zoned: false, isDay: true, isMonth: true });
  expect(month && instantAfter(month)).toBe(Date.UTC(2027, 0, 1));
  const day = parseTime("2026-12-31");
  expect(day && instantAfter(day)).toBe(Date.UTC(2027, 0, 1));
  expect(parseTime("2026-13")).toBeNull();
});

test("reads dates with points day first", () => {
  expect(iso("02.07.2026 10:00")).toBe("2026-07-02T10:00:00.000Z");
});

test.each([
  "",
  "yesterday",
  "2026-13-01",
  "2026-02-29",
  "2026-07-02 24:00:00",
  "2026-07-02 10:60",
  "13/13/2026",
  "45843",
  "2026-7",
])("reads no time in %j", (text) => {
  expect(parseTime(text)).toBeNull();
});

test("knows the last day of February", () => {
  expect(iso("2028-02-29")).toBe("2028-02-29T00:00:00.000Z");
});

test("tells what a date proves of its order", () => {
  expect(slashOrderOf("13/1/2026")).toBe("day first");
  expect(slashOrderOf("1/13/2026")).toBe("month first");
  expect(slashOrderOf("12/12/2026")).toBe("either");
  expect(slashOrderOf("2026-01-13")).toBeUndefined();
  expect(slashOrderOf("13.1.2026")).toBeUndefined();
});

it("reads what is written as most exports write it as it reads any other writing", () => {
  const digits = (most: number, length: number) =>
    fc.integer({ min: 0, max: most }).map((number) => String(number).padStart(length, "0"));
  const text = fc
    .tuple(
      fc.constantFrom(
        "2026-01-31",
        "2026-02-29",
        "2024-02-29",
        "1969-12-31",
        "2026-13-01",
        "26-1-1",
      ),
      fc.constantFrom("T", " ", "t", "_"),
      fc.tuple(digits(25, 2), digits(61, 2), digits(61, 2)).map((parts) => parts.join(":")),
      fc.constantFrom(
        "",
        ".",
        ".1",
        ".12",
        ".123",
        ".0009",
        ".999999999",
        ".1234567890",
        ",5",
        ".x",
      ),
      fc.constantFrom("", "Z", "z", "+01:00", " Z", "ZZ"),
    )
    .map((parts) => parts.join(""));
  fc.assert(
    // The space before it sends a text past the quick way.
    fc.property(text, (written) => {
      expect(parseTime(written)).toEqual(parseTime(` ${written}`));
    }),
    { seed: 5, numRuns: 2_000 },
  );
});

it("cuts what is less than a millisecond off", () => {
  // 2026-01-31 is day 20_484: 20_484 * 86_400_000 = 1_769_817_600_000; 12:30:45 is 45_045_000 ms.
  expect(parseTime("2026-01-31T12:30:45.9999Z")).toEqual({
    at: 1_769_862_645_999,
    zoned: true,
    isDay: false,
  });
});
