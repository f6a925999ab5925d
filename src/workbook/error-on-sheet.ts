import type { Item, Line, SheetDescription } from "./sheet-blocks";

/**
 * A formula that gives 1 where a figure of a sheet is an error, and 0 where none is: a sum over all
 * of them is an error then. Undefined for a sheet without figures.
 *
 * @param without a cell above all others that is left out, such as one that follows from the check
 */
export function errorOnSheet({ blocks }: SheetDescription, without?: string): string | undefined {
  const names = blocks
    .flatMap((block): readonly (Line | Item)[] =>
      block.kind === "lines" ? block.lines : block.kind === "grid" ? block.items : [],
    )
    .map(({ name }) => name)
    .filter((name) => name !== without);
  const [first, last] = [names[0], names.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  return `IF(ISERROR(SUM(RANGE(${first},${last}))),1,0)`;
}
