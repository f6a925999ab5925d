import { errorOnSheet } from "../../workbook/error-on-sheet";
import type { Line, SheetDescription } from "../../workbook/sheet-blocks";
import { controlTies } from "./control-ties";
import type { ImportRecord } from "./import-record";
import type { TableSource } from "./table-source";

const PREFIX = "usageCheck";

/** The light of everything that was imported. */
export const OVERALL_LIGHT = `${PREFIX}.overall`;

function light(name: string, label: string, formula: string, note?: string): Line {
  return {
    name: `${PREFIX}.${name}`,
    label,
    format: "text",
    formula,
    isVerdict: true,
    ...(note !== undefined && { note }),
  };
}

/** What asks for a second look: something is not known, and nothing is wrong for that alone. */
function looks(): Line[] {
  return [
    light(
      "priced",
      "Every request has a cost",
      'IF(total.priced>=1,"OK","Look")',
      "The range of the margin on Customers holds what the others may cost",
    ),
    light(
      "complete",
      "Cost and revenue of every customer are known",
      'IF(SUM(ALL(customer.gaps))=0,"OK","Look")',
      "What is missing stands in the table of customers",
    ),
  ];
}

/** The verdicts of analyses that are built with the customers. */
const ANALYSES: Readonly<Record<string, readonly Line[]>> = {
  reconciliation: [
    light(
      "reconciledMonths",
      "Reconciliation by provider and month is within tolerance",
      "light.months",
      "Look: an invoice is not typed in yet",
    ),
    light(
      "reconciledModels",
      "Reconciliation by model is within tolerance",
      "light.models",
      "Look: an invoice is not typed in yet",
    ),
  ],
  budget: [
    light(
      "bridge",
      "Steps add up to the change of gross profit",
      "budget.light",
      "Budget vs actual",
    ),
  ],
};

function errorLight(sheet: SheetDescription): Line[] {
  const isError = errorOnSheet(sheet);
  return isError === undefined
    ? []
    : [
        light(
          `errors.${sheet.id}`,
          `No error on the sheet ${sheet.name}`,
          `IF(${isError}=0,"OK","Check")`,
        ),
      ];
}

/**
 * Everything that must tie in an import, and one light over all.
 *
 * @param sheets those of the workbook besides Customers, whose table is checked by a control total
 */
export function usageChecks(
  source: TableSource,
  files: readonly ImportRecord[],
  sheets: readonly SheetDescription[],
): SheetDescription {
  const controls = controlTies(source, files).flatMap(([tie]) =>
    tie ? [light(tie.name, tie.label, tie.name)] : [],
  );
  const lines = [
    ...controls,
    ...sheets.flatMap(({ id }) => ANALYSES[id] ?? []),
    ...sheets.flatMap(errorLight),
    ...looks(),
  ];
  const [first = "", last = ""] = [lines[0]?.name, lines.at(-1)?.name];
  const count = (verdict: string) => `COUNTIF(${first}:${last},"${verdict}")`;
  return {
    id: "usageChecks",
    name: "Usage checks",
    title: "Usage checks",
    subtitle: "OK: ties. Look: worth a second look. Check: something is wrong.",
    blocks: [
      {
        kind: "lines",
        title: "Overall",
        lines: [
          {
            ...light(
              "overall",
              "All checks",
              `IF(${count("Check")}>0,"Check",IF(${count("Look")}>0,"Look","OK"))`,
            ),
            isResult: true,
          },
        ],
      },
      { kind: "lines", title: "One by one", lines },
    ],
    widths: { label: 60, unit: 10, others: 16 },
    print: { landscape: false },
    role: "check",
  };
}
