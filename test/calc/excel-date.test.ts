import { excelDate, instantOf } from "../../src/calc";

test("counts days as Excel does", () => {
  // In Excel DATE(1970,1,1) is 25569 and DATE(2026,1,1) 46023.
  expect(excelDate(0)).toBe(25_569);
  expect(excelDate(Date.UTC(2026, 0, 1))).toBe(46_023);
  expect(instantOf(46_023)).toBe(Date.UTC(2026, 0, 1));
});

test("keeps the time of the day as a fraction of it", () => {
  // 18:00 is three quarters of a day.
  expect(excelDate(Date.UTC(2026, 0, 1, 18))).toBe(46_023.75);
  expect(instantOf(46_023.75)).toBe(Date.UTC(2026, 0, 1, 18));
});

test("counts backwards before 1970", () => {
  // In Excel DATE(1969,12,31) is 25568.
  expect(excelDate(Date.UTC(1969, 11, 31))).toBe(25_568);
  expect(instantOf(25_568)).toBe(-86_400_000);
});
