const OFFSET = /^([+-])(\d{2}):?(\d{2})$/;
const HOUR = 3_600_000;

/** Milliseconds that clocks of the zone are ahead of UTC at an instant. */
type Offset = (instant: number) => number;

function named(zone: string): Offset {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  // Asking the browser takes microseconds, and a log asks for the same hours again and again.
  const known = new Map<number, number>();
  return (instant) => {
    const quarter = Math.floor(instant / (HOUR / 4)) * (HOUR / 4);
    let offset = known.get(quarter);
    if (offset === undefined) {
      const part = Object.fromEntries(
        format.formatToParts(quarter).map(({ type, value }) => [type, Number(value)]),
      );
      const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
      offset = Date.UTC(year, month - 1, day, hour, minute, second) - quarter;
      known.set(quarter, offset);
    }
    return offset;
  };
}

/**
 * From the clock of a zone to UTC, both in milliseconds; undefined where there is no such zone.
 * A time that clocks show twice is the first; one that they skip is as much later.
 *
 * @param zone "UTC", an offset ("+08:00") or a name of the time zone database ("Europe/Berlin")
 */
export function zoneToUtc(zone: string): ((local: number) => number) | undefined {
  if (zone === "UTC" || zone === "Z") return (local) => local;
  const [, sign, hours, minutes] = OFFSET.exec(zone) ?? [];
  if (sign) {
    const offset = (Number(hours) * HOUR + (Number(minutes) * HOUR) / 60) * (sign === "-" ? -1 : 1);
    return (local) => local - offset;
  }
  let offset: Offset;
  try {
    offset = named(zone);
  } catch {
    return undefined;
  }
  return (local) => {
    // The offset a day before and after: around a change the larger one gives the earlier time.
    const candidates = [offset(local - 24 * HOUR), offset(local + 24 * HOUR)];
    const exact = candidates
      .map((ahead) => local - ahead)
      .filter((utc) => utc + offset(utc) === local);
    return exact.length > 0 ? Math.min(...exact) : local - (candidates[0] ?? 0);
  };
}
