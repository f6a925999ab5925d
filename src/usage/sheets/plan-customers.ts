import type { FormulaStyle } from "../../workbook/formula-style";
import { createModel, type Model } from "../../workbook/model";
import { type Place, placeBlocks, placeEntries } from "../../workbook/placement";
import type { Plan, SheetPlan, Step } from "../../workbook/plan";
import type { GridBlock, SheetDescription } from "../../workbook/sheet-blocks";
import { freeSheetName } from "../../workbook/sheet-name";
import { type Blueprint, planSheet } from "../../workbook/sheet-plan";
import { linesOf } from "../../workbook/text-width";
import { columnWidth } from "../../workbook/columns";
import type { CustomersReport } from "../customers/customers-report";
import { customersSheet } from "./customers-sheet";
import type { ImportRecord } from "./import-record";
import { importSheet } from "./import-sheet";
import { tableSource } from "./table-source";
import { usageChecks } from "./usage-checks";
import { usageCostSheet } from "./usage-cost-sheet";

/** Customers that get a row of their own unless more are asked for. */
export const DEFAULT_ROWS = 5000;

/**
 * More would not fit into the memory of a browser: a file of 20,000 customers takes 1.7 GB and a
 * minute to write, though a sheet of Excel has a million rows.
 */
export const MOST_ROWS = 20_000;

export interface CustomersPlanOptions {
  /** How many customers get a row of their own, the dearest first. */
  readonly limit?: number;
  readonly style?: FormulaStyle;
  /** Further sheets of the same import, such as Reconciliation, whose verdicts are checked too. */
  readonly analyses?: readonly SheetDescription[];
}

/** A table has no column of units and no row of them. */
const TABLE_SHIFT = { row: -1, column: -2 } as const;

/** The row of a table's title; its headings stand below it. */
function tableRow(sheet: SheetDescription): number {
  return placeBlocks(sheet).at(-1)?.row ?? 0;
}

function withTable(
  places: ReadonlyMap<string, Place>,
  { items }: GridBlock,
): ReadonlyMap<string, Place> {
  const moved = new Map(places);
  for (const { name } of items) {
    const place = places.get(name);
    if (!place) throw new RangeError(`there is no cell named ${name}`);
    moved.set(name, {
      ...place,
      row: place.row + TABLE_SHIFT.row,
      column: place.column + TABLE_SHIFT.column,
    });
  }
  return moved;
}

/** Title, headings and what makes a table of the cells below them. */
function tableSteps(
  sheet: SheetDescription,
  { items, title, note, axis }: GridBlock,
  name: string,
): Step[] {
  const cost = items.some((item) => item.name === "customer.cogs")
    ? "customer.cogs"
    : "customer.inference";
  const row = tableRow(sheet);
  const columns = items.length;
  const headings = { row: row + 1, column: 0, rows: 1, columns };
  const lines = Math.max(...items.map(({ label }, i) => linesOf(label, columnWidth(sheet, i) - 2)));
  const texts = items.flatMap(({ format, isVerdict }, column) =>
    format === "text" && !isVerdict ? [column] : [],
  );
  return [
    { do: "write", row, column: 0, cells: [[title, null, note ?? null]] },
    { do: "style", area: { row, column: 0, rows: 1, columns: 1 }, style: "subtitle" },
    { do: "style", area: { row, column: 2, rows: 1, columns: 1 }, style: "caption" },
    { do: "write", row: row + 1, column: 0, cells: [items.map(({ label }) => label)] },
    { do: "style", area: headings, style: "columnHeading" },
    ...texts.map((column): Step => ({
      do: "style",
      area: { ...headings, column, columns: 1 },
      style: "textHeading",
    })),
    { do: "rowHeight", row: row + 1, lines },
    {
      do: "table",
      name: `AIM_${name.replace(/[^A-Za-z0-9]+/g, "_").replace(/_$/, "")}`,
      area: { ...headings, rows: axis.keys.length + 1 },
    },
    ...items.flatMap(({ name: item }, column): Step[] =>
      item === "customer.revenue" || item === cost
        ? [
            {
              do: "dataBars",
              area: { row: row + 2, column, rows: axis.keys.length, columns: 1 },
              color: item === cost ? "fifth" : "neutral",
            },
          ]
        : [],
    ),
  ];
}

/** What orders customers is not printed, and what follows it runs on beyond the page. */
const FIRST_UNPRINTED = "customer.order";

function printed(step: Step, { items }: GridBlock): Step {
  if (step.do !== "print") return step;
  const columns = items.findIndex(({ name }) => name === FIRST_UNPRINTED);
  const { area, pageColumns = [] } = step;
  return {
    ...step,
    area: { ...area, columns },
    pageColumns: pageColumns.filter((column) => column < columns),
  };
}

function planTableSheet(
  sheet: SheetDescription,
  table: GridBlock,
  name: string,
  blueprint: Blueprint,
): SheetPlan {
  const above = { ...sheet, blocks: sheet.blocks.slice(0, -1) };
  const plan = planSheet(above, name, blueprint);
  const steps = plan.steps.map((step) => printed(step, table));
  return { ...plan, steps: [...steps, ...tableSteps(sheet, table, name)] };
}

/** The sheets of a report as a model that works itself out. */
export function customersModel(
  report: CustomersReport,
  files: readonly ImportRecord[],
  limit = DEFAULT_ROWS,
  analyses: readonly SheetDescription[] = [],
): Model {
  const source = tableSource(report, limit);
  const others = [usageCostSheet(source), importSheet(source, files), ...analyses];
  const isApproximate = files.some(({ server }) => server?.isApproximate);
  const customers = customersSheet(source, isApproximate);
  return createModel([customers, ...others, usageChecks(source, files, others)]);
}

/**
 * The plan of the sheets Customers, Usage cost, Import, the analyses that are given, and Usage
 * checks, with names that no sheet has yet.
 *
 * @param files what was imported, for the log
 * @param taken the names of the sheets that the workbook has already
 */
export function planCustomers(
  report: CustomersReport,
  files: readonly ImportRecord[],
  taken: readonly string[],
  { limit = DEFAULT_ROWS, style = "native", analyses = [] }: CustomersPlanOptions = {},
): Plan {
  const model = customersModel(report, files, limit, analyses);
  const names = new Map<string, string>();
  for (const { id, name } of model.sheets) {
    names.set(id, freeSheetName(name, [...taken, ...names.values()]));
  }
  const nameOf = ({ id, name }: SheetDescription) => names.get(id) ?? name;
  const [customers, ...others] = model.sheets;
  const table = customers?.blocks.at(-1);
  if (customers === undefined || table?.kind !== "grid") throw new RangeError("there is no table");
  const places = withTable(placeEntries(model.sheets, names), table);
  const blueprint: Blueprint = { model, places, style };
  return {
    sheets: [
      planTableSheet(customers, table, nameOf(customers), blueprint),
      ...others.map((sheet) => planSheet(sheet, nameOf(sheet), blueprint)),
    ],
    show: nameOf(customers),
  };
}
