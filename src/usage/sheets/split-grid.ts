import type { GridBlock, Item } from "../../workbook/sheet-blocks";

/** A grid for readers, and the steps towards it along the same axis. */
export interface SplitGrid {
  readonly shown: GridBlock;
  readonly working: GridBlock;
}

/**
 * A grid in two: the items named, in this order, and all others as workings.
 *
 * @throws RangeError for a name that no item has
 */
export function splitGrid(grid: GridBlock, names: readonly string[]): SplitGrid {
  const shown = names.map((name): Item => {
    const found = grid.items.find((item) => item.name === name);
    if (!found) throw new RangeError(`there is no item ${name}`);
    return found;
  });
  const { title, axis, direction } = grid;
  return {
    shown: { ...grid, items: shown },
    working: {
      kind: "grid",
      isWorking: true,
      title: `Calculation: ${title}`,
      axis,
      direction,
      items: grid.items.filter((item) => !shown.includes(item)),
    },
  };
}
