/** Excel's serial number of 1 January 1970. */
const UNIX_EPOCH = 25_569;
const MS_PER_DAY = 86_400_000;

/** Today as Excel's TODAY() gives it: the serial number of the date here, without a time. */
export function today(): number {
  const now = new Date();
  return Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / MS_PER_DAY + UNIX_EPOCH;
}
