import fc from "fast-check";
import { zoneToUtc } from "../../../src/usage/values/time-zone";
import { SEEDED } from "../../calc/tariffs";

function utc(zone: string, local: string): string | undefined {
  const at = zoneToUtc(zone)?.(Date.parse(`${local}Z`));
  return at === undefined ? undefined : new Date(at).toISOString();
}

test("takes a fixed offset off", () => {
  expect(utc("UTC", "2026-07-02T10:00")).toBe("2026-07-02T10:00:00.000Z");
  expect(utc("+08:00", "2026-07-02T10:00")).toBe("2026-07-02T02:00:00.000Z");
  expect(utc("-0330", "2026-07-02T10:00")).toBe("2026-07-02T13:30:00.000Z");
});

test("knows summer and winter", () => {
  expect(utc("Europe/Berlin", "2026-07-02T00:00")).toBe("2026-07-01T22:00:00.000Z");
  expect(utc("Europe/Berlin", "2026-01-02T00:00")).toBe("2026-01-01T23:00:00.000Z");
  expect(utc("Asia/Kathmandu", "2026-01-02T00:00")).toBe("2026-01-01T18:15:00.000Z");
});

// Clocks in Berlin go from 2:00 to 3:00 on 29 March 2026 and from 3:00 to 2:00 on 25 October.
test("takes a time that clocks skip as much later", () => {
  expect(utc("Europe/Berlin", "2026-03-29T01:59")).toBe("2026-03-29T00:59:00.000Z");
  expect(utc("Europe/Berlin", "2026-03-29T02:30")).toBe("2026-03-29T01:30:00.000Z");
  expect(utc("Europe/Berlin", "2026-03-29T03:00")).toBe("2026-03-29T01:00:00.000Z");
});

test("takes a time that clocks show twice as the first", () => {
  expect(utc("Europe/Berlin", "2026-10-25T01:59")).toBe("2026-10-24T23:59:00.000Z");
  expect(utc("Europe/Berlin", "2026-10-25T02:30")).toBe("2026-10-25T00:30:00.000Z");
  expect(utc("Europe/Berlin", "2026-10-25T03:00")).toBe("2026-10-25T02:00:00.000Z");
});

test("knows no zone that is none", () => {
  expect(zoneToUtc("Mars/Olympus")).toBeUndefined();
  expect(zoneToUtc("")).toBeUndefined();
});

test("shows the time from which it started, wherever clocks do not change", () => {
  const toUtc = zoneToUtc("America/New_York");
  const clock = new Intl.DateTimeFormat("sv-SE", {
    timeZone: "America/New_York",
    dateStyle: "short",
    timeStyle: "medium",
  });
  fc.assert(
    // November to February: no clock changes between 3 November 2025 and 7 March 2026.
    fc.property(fc.integer({ min: 0, max: 124 * 86_400 }), (seconds) => {
      const local = Date.UTC(2025, 10, 3) + seconds * 1000;
      const shown = clock.format(toUtc?.(local)).replace(" ", "T");
      expect(Date.parse(`${shown}Z`)).toBe(local);
    }),
    SEEDED,
  );
});
