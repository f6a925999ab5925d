import type { UsageFormat } from "../format";
import type { Columns } from "../source/columns";
import { conditionReader, idReader, skipReader } from "./texts";

/**
 * Finds records that sum up others inside them: those that hold, at any depth, a record with
 * usage. Records that are calls of a model by their own statement are never totals.
 *
 * @returns whether a record is such a total
 */
export function nestedTotals<R>(
  columns: Columns<R>,
  format: UsageFormat,
  records: Iterable<R>,
): (record: R) => boolean {
  const { nests } = format;
  if (nests === undefined) return () => false;
  const idOf = idReader(columns, nests.id);
  const parentOf = idReader(columns, nests.parent);
  const isCall = conditionReader(columns, nests.unless);
  const skip = skipReader(columns, format.skips ?? []);
  const parents = new Map<string, string>();
  const withUsage: string[] = [];
  for (const record of records) {
    const id = idOf(record);
    const parent = parentOf(record);
    if (id === null || parent === null) continue;
    parents.set(id, parent);
    if (skip(record) === undefined) withUsage.push(id);
  }
  const holders = new Set<string>();
  for (const id of withUsage) {
    let parent = parents.get(id);
    while (parent !== undefined && !holders.has(parent)) {
      holders.add(parent);
      parent = parents.get(parent);
    }
  }
  return (record) => holders.has(idOf(record) ?? "") && !isCall(record);
}
