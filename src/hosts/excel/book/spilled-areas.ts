import { type Token, tokenize } from "@borgar/fx";
import { FUNCTIONS } from "../../../functions";
import type { CellPlace, Shape } from "../../../workbook/share/around";
import { findCalls } from "../../../workbook/share/own-calls";
import { bytesOfCalls, inRequests, rangeOf } from "../task";

/** Functions that give several values of single ones. */
const MAKERS = /^(?:SEQUENCE|RANDARRAY|MUNIT|MAKEARRAY|TEXTSPLIT|INDIRECT|OFFSET)$/i;

function isArray({ type, value }: Token): boolean {
  switch (type) {
    case "range":
      return value.includes(":");
    case "range_beam":
    case "range_ternary":
    case "range_named":
      return true;
    case "structured":
      return !/#this row|\[@/i.test(value);
    case "func":
      return MAKERS.test(value);
    default:
      return value === "{" || value === "#";
  }
}

/** Whether a formula could give more than one value: what it takes in or calls is more than that. */
export function mayFillSeveral(formula: string): boolean {
  return (
    findCalls(formula).some(({ id }) => FUNCTIONS.get(id)?.shape === "table") ||
    tokenize(formula, { mergeRefs: true }).some(isArray)
  );
}

/** Two ranges and what they are asked, without values. */
const PROBE = { bytes: bytesOfCalls(3, 3) };

async function askSpills(context: Excel.RequestContext, places: readonly CellPlace[]) {
  const asked = places.map((place) => {
    const sheet = context.workbook.worksheets.getItem(place.sheet);
    const cell = rangeOf(sheet, { row: place.row, column: place.column, rows: 1, columns: 1 });
    const spill = cell.getSpillingToRangeOrNullObject().untrack();
    spill.load("rowCount,columnCount");
    return { place, spill };
  });
  await context.sync();
  return asked;
}

/**
 * The cells that formulas fill: a round trip for hundreds of formulas.
 *
 * @param found told of each formula that fills several cells
 */
export async function findSpills(
  context: Excel.RequestContext,
  candidates: readonly CellPlace[],
  found: (anchor: CellPlace, fills: Shape) => void,
): Promise<void> {
  for (const places of inRequests(candidates.map((place) => ({ ...place, ...PROBE })))) {
    for (const { place, spill } of await askSpills(context, places)) {
      if (spill.isNullObject || spill.rowCount * spill.columnCount === 1) continue;
      found(place, { rows: spill.rowCount, columns: spill.columnCount });
    }
  }
}
