const MS_PER_DAY = 86_400_000;

/** Excel's serial number of 1 January 1970. */
const UNIX_EPOCH = 25_569;

/**
 * Excel's serial number of an instant; its fraction is the time of the day in UTC.
 *
 * @param instant milliseconds since 1970 in UTC
 * @example excelDate(Date.UTC(2026, 0, 1)) // => 46023
 */
export function excelDate(instant: number): number {
  return instant / MS_PER_DAY + UNIX_EPOCH;
}

/**
 * The instant of an Excel date, milliseconds since 1970 in UTC.
 *
 * @example new Date(instantOf(46023)).toISOString() // => "2026-01-01T00:00:00.000Z"
 */
export function instantOf(serial: number): number {
  return (serial - UNIX_EPOCH) * MS_PER_DAY;
}
