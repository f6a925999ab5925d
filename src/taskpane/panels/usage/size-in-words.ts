const SIZE = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 3 });

/** A number of bytes, such as 1.2 MB. */
export function sizeInWords(bytes: number): string {
  for (const [unit, size] of [
    ["GB", 1e9],
    ["MB", 1e6],
    ["kB", 1e3],
  ] as const) {
    if (bytes >= size) return `${SIZE.format(bytes / size)} ${unit}`;
  }
  return `${bytes} bytes`;
}
