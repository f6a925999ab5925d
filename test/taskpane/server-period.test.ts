import {
  boundsOf,
  type Period,
  periodInWords,
} from "../../src/taskpane/panels/usage/server/period";

const NOW = new Date("2026-02-28T23:59:59Z");
const own = (first: string, last: string): Period => ({ kind: "own", first, last });

describe("the months that are summed up", () => {
  test("are the last three whole ones, in UTC", () => {
    expect(boundsOf({ kind: "last", first: "", last: "" }, NOW)).toEqual({
      from: Date.parse("2025-11-01T00:00:00Z"),
      until: Date.parse("2026-02-01T00:00:00Z"),
    });
  });

  test("are all of them", () => {
    expect(boundsOf({ kind: "all", first: "2026-01", last: "" }, NOW)).toEqual({
      from: null,
      until: null,
    });
  });

  test("are of one's own choice, with the last in it", () => {
    expect(boundsOf(own("2025-12", "2025-12"), NOW)).toEqual({
      from: Date.parse("2025-12-01T00:00:00Z"),
      until: Date.parse("2026-01-01T00:00:00Z"),
    });
    expect(boundsOf(own("", "2025-11"), NOW)).toEqual({
      from: null,
      until: Date.parse("2025-12-01T00:00:00Z"),
    });
  });

  test.each([
    ["2026-13", "", "A month must be written such as 2026-09"],
    ["", "soon", "A month must be written such as 2026-09"],
    ["2026-02", "2026-01", "The first month must not be after the last"],
  ])("cannot be %s to %s", (first, last, problem) => {
    expect(boundsOf(own(first, last), NOW)).toEqual({ problem });
  });

  test.each([
    ["2026-01", "2026-03", "2026-01 to 2026-03"],
    ["2026-01", "2026-01", "2026-01"],
    ["2026-01", "", "from 2026-01"],
    ["", "2026-01", "until 2026-01"],
    ["", "", "all time"],
  ])("from %s to %s are said in words", (first, last, words) => {
    const bounds = boundsOf(own(first, last), NOW);
    if ("problem" in bounds) throw new Error(bounds.problem);
    expect(periodInWords(bounds)).toBe(words);
  });
});
