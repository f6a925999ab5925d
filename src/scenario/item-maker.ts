import type { Item } from "../workbook/sheet-blocks";

/** An item of the calculation: a name below the prefix, a label, a unit, a format, a formula. */
export type MakeItem = (
  name: string,
  label: string,
  unit: string,
  format: Item["format"],
  formula: string,
) => Item;

/** Makes items whose names begin with the same prefix. */
export function itemMaker(prefix: string): MakeItem {
  return (name, label, unit, format, formula) => ({
    name: `${prefix}.${name}`,
    label,
    unit,
    format,
    formula,
  });
}
