import { areaAddress } from "../../../workbook/address";
import type { Area } from "../../../workbook/plan";
import { rangeOf } from "../task";
import { areaOf } from "./listed-sheets";
import { halves } from "./read-areas";

/** A conditional format with a formula of its own. */
export interface FoundFormat {
  readonly where: "conditional format";
  readonly sheet: string;
  readonly at: string;
  readonly id: string;
  readonly formula: string;
}

/** What cells may hold. */
export interface FoundValidation {
  readonly where: "validation";
  readonly sheet: string;
  readonly at: string;
  readonly area: Area;
  readonly rule: Excel.DataValidationRule;
}

export type FoundRule = FoundFormat | FoundValidation;

/** The part of an address of several areas behind the sheet's names. */
function withoutSheets(address: string): string {
  return address.replace(/(?:'(?:[^']|'')*'|[^,!']+)!/g, "");
}

/** The conditional formats of a sheet, for this request alone. */
export function formatsOf(
  context: Excel.RequestContext,
  sheet: string,
): Excel.ConditionalFormatCollection {
  return context.workbook.worksheets.getItem(sheet).getRange().untrack().conditionalFormats;
}

async function findFormats(
  context: Excel.RequestContext,
  sheets: readonly string[],
): Promise<FoundFormat[]> {
  const asked = sheets.map((sheet) => {
    const formats = formatsOf(context, sheet);
    formats.load("items/id,items/type");
    return { sheet, formats };
  });
  await context.sync();
  const custom = asked.flatMap(({ sheet, formats }) =>
    formats.items.flatMap(({ id, type }) => {
      if (type !== "Custom") return [];
      const format = formatsOf(context, sheet).getItem(id);
      const areas = format.getRanges();
      context.trackedObjects.remove(areas);
      areas.load("address");
      format.custom.rule.load("formula");
      return [{ sheet, id, format, areas }];
    }),
  );
  if (custom.length === 0) return [];
  await context.sync();
  return custom.map(({ sheet, id, format, areas }) => ({
    where: "conditional format",
    sheet,
    at: withoutSheets(areas.address),
    id,
    formula: format.custom.rule.formula,
  }));
}

const REQUEST_BLOCKS = 400;

/**
 * Blocks that are looked at for their validation, in all: Excel tells one rule of a block alone, so
 * a block of several rules is cut in halves. What is left beyond that is not looked into.
 */
const MOST_BLOCKS = 10 * REQUEST_BLOCKS;

interface Block {
  readonly sheet: string;
  readonly area: Area;
}

async function validatedBlocks(
  context: Excel.RequestContext,
  sheets: readonly string[],
): Promise<Block[]> {
  const asked = sheets.map((sheet) => {
    const cells = context.workbook.worksheets.getItem(sheet).getRange().untrack();
    const special = cells.getSpecialCellsOrNullObject("DataValidations");
    context.trackedObjects.remove(special);
    const { areas } = special;
    areas.load("items/rowIndex,items/columnIndex,items/rowCount,items/columnCount");
    return { sheet, special, areas };
  });
  await context.sync();
  return asked.flatMap(({ sheet, special, areas }) =>
    special.isNullObject ? [] : areas.items.map((range) => ({ sheet, area: areaOf(range) })),
  );
}

async function validationsOf(context: Excel.RequestContext, blocks: readonly Block[]) {
  const asked = blocks.map(({ sheet, area }) => {
    const validation = rangeOf(context.workbook.worksheets.getItem(sheet), area).dataValidation;
    validation.load("type,rule");
    return { sheet, area, validation };
  });
  await context.sync();
  return asked;
}

async function findValidations(
  context: Excel.RequestContext,
  sheets: readonly string[],
): Promise<FoundValidation[]> {
  const found: FoundValidation[] = [];
  const left = await validatedBlocks(context, sheets);
  for (let looked = 0; left.length > 0 && looked < MOST_BLOCKS; looked += REQUEST_BLOCKS) {
    const asked = await validationsOf(context, left.splice(0, REQUEST_BLOCKS));
    for (const { sheet, area, validation } of asked) {
      const { type, rule } = validation;
      if (type === "MixedCriteria" || type === "Inconsistent") {
        left.push(...(halves(area) ?? []).map((half) => ({ sheet, area: half })));
      } else if (type !== "None") {
        found.push({ where: "validation", sheet, at: areaAddress(area), area, rule });
      }
    }
  }
  return found;
}

/** The rules of sheets: conditional formats with a formula, and what cells may hold. */
export async function findRules(
  context: Excel.RequestContext,
  sheets: readonly string[],
): Promise<FoundRule[]> {
  return [...(await findFormats(context, sheets)), ...(await findValidations(context, sheets))];
}

/** What Excel keeps of a rule, by the names of its parts. */
type Parts = Readonly<Record<string, unknown>>;

function isParts(value: unknown): value is Parts {
  return typeof value === "object" && value !== null;
}

/** The formulas of a validation. */
export function formulasIn(rule: Excel.DataValidationRule): string[] {
  return Object.values(rule).flatMap((kind: unknown) =>
    isParts(kind)
      ? Object.values(kind).flatMap((part) =>
          typeof part === "string" && part.startsWith("=") ? [part] : [],
        )
      : [],
  );
}

/** A validation with another formula in the place of one that it has. */
export function withFormula(
  rule: Excel.DataValidationRule,
  before: string,
  formula: string,
): Excel.DataValidationRule {
  return Object.fromEntries(
    Object.entries(rule).flatMap(([name, kind]: [string, unknown]) =>
      isParts(kind)
        ? [
            [
              name,
              Object.fromEntries(
                Object.entries(kind).map(([part, value]) => [
                  part,
                  value === before ? formula : value,
                ]),
              ),
            ],
          ]
        : [],
    ),
  );
}
