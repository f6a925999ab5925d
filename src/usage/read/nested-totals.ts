import type { UsageFormat } from "../format";
import type { Columns } from "../source/columns";
import type { UsageRow } from "../usage-row";
import type { LeftOut } from "./outcome";
import { conditionReader, idReader, skipReader } from "./texts";

/** A row that is not counted because it sums up others. */
export function asTotal({ rowId, rowVersion, costNano: nano, currency }: UsageRow): LeftOut {
  return { because: "the total of records inside it", rowId, rowVersion, nano, currency };
}

/** Finds records that sum up others inside them. */
export interface NestedTotals<R> {
  /** Takes a record into account; every record has to be added before any is asked for. */
  readonly add: (record: R) => void;
  /** Whether a record is such a total. */
  readonly isTotal: (record: R) => boolean;
}

/**
 * Finds records that sum up others inside them: those that hold, at any depth, a record with
 * usage. Records that are calls of a model by their own statement are never totals.
 */
export function nestedTotals<R>(columns: Columns<R>, format: UsageFormat): NestedTotals<R> {
  const { nests } = format;
  if (nests === undefined) return { add: () => undefined, isTotal: () => false };
  const idOf = idReader(columns, nests.id);
  const parentOf = idReader(columns, nests.parent);
  const isCall = conditionReader(columns, nests.unless);
  const skip = skipReader(columns, format.skips ?? []);
  const parents = new Map<string, string>();
  const withUsage: string[] = [];
  const findHolders = (): Set<string> => {
    const holders = new Set<string>();
    for (const id of withUsage) {
      let parent = parents.get(id);
      while (parent !== undefined && !holders.has(parent)) {
        holders.add(parent);
        parent = parents.get(parent);
      }
    }
    return holders;
  };
  let holders: Set<string> | undefined;
  return {
    add(record) {
      const id = idOf(record);
      const parent = parentOf(record);
      if (id === null || parent === null) return;
      parents.set(id, parent);
      if (skip(record) === undefined) withUsage.push(id);
    },
    isTotal(record) {
      holders ??= findHolders();
      return holders.has(idOf(record) ?? "") && !isCall(record);
    },
  };
}
