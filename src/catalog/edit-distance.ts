/**
 * Levenshtein's distance of two texts: how many letters are to be inserted, deleted or replaced.
 *
 * @param limit distances above it are not told apart
 * @returns the distance, or Infinity where it exceeds the limit
 * Source: V. I. Levenshtein, Binary codes capable of correcting deletions, insertions, and
 *   reversals, 1966; row by row after Wagner and Fischer, along the diagonal after Ukkonen.
 */
export function editDistance(a: string, b: string, limit: number): number {
  const columns = b.length;
  if (Math.abs(a.length - columns) > limit) return Infinity;
  let above = Array.from({ length: columns + 1 }, (_, column) => column);
  let line = new Array<number>(columns + 1);
  for (let row = 1; row <= a.length; row++) {
    // Farther from the diagonal no distance is within the limit.
    const first = Math.max(1, row - limit);
    const last = Math.min(columns, row + limit);
    line[first - 1] = first === 1 ? row : Infinity;
    if (row + limit <= columns) above[row + limit] = Infinity;
    let least = line[first - 1] ?? Infinity;
    for (let column = first; column <= last; column++) {
      const isSame = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
      const replaced = (above[column - 1] ?? Infinity) + (isSame ? 0 : 1);
      const inserted = (line[column - 1] ?? Infinity) + 1;
      const deleted = (above[column] ?? Infinity) + 1;
      const distance = Math.min(replaced, inserted, deleted);
      line[column] = distance;
      least = Math.min(least, distance);
    }
    if (least > limit) return Infinity;
    [above, line] = [line, above];
  }
  const distance = above[columns] ?? Infinity;
  return distance > limit ? Infinity : distance;
}
