import type { Item } from "../../workbook/sheet-blocks";
import type { Ledger } from "../customers/ledger";
import { units } from "../customers/margin-figures";
import type { TableSource } from "./table-source";
import type { TableRow } from "./table-rows";

/** A column of numbers from the import, which the reader may overwrite. */
export function importedItem(
  { rows }: TableSource,
  name: string,
  label: string,
  format: Item["format"],
  value: (ledger: Ledger, row: TableRow) => number | string,
): Item {
  const inputs = rows.map((row) => value(row.ledger, row));
  return { name: `customer.${name}`, label, format, inputs };
}

/** A column of amounts from the import. */
export function amountItem(
  source: TableSource,
  name: string,
  label: string,
  nano: (ledger: Ledger) => bigint,
): Item {
  return importedItem(source, name, label, source.formats.money, (ledger) => units(nano(ledger)));
}

/** Characters that a cell of Excel can hold. */
const LONGEST = 32_767;

/** A column of texts; a text of nothing leaves its cell empty. */
export function textItem(
  { rows }: TableSource,
  name: string,
  label: string,
  text: (row: TableRow) => string,
): Item {
  return {
    name: `customer.${name}`,
    label,
    format: "text",
    fixed: rows.map((row) => text(row).slice(0, LONGEST) || null),
  };
}
