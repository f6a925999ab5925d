import { errorOnSheet } from "../workbook/error-on-sheet";
import type { Line, SheetDescription } from "../workbook/sheet-blocks";
import type { Scenario } from "./scenario";

const SLACK = "epsilon";

/** The light of all checks on another sheet. It stands above all else there. */
export const OVERALL_LIGHT = "summary.light";

/** A light, and the figure that it judges. */
interface Tie {
  readonly light: Line;
  readonly figure: Line;
}

/** A check passes where its figure is 0 but for rounding. */
function zero(name: string, label: string, figure: string): Tie {
  return {
    light: {
      name: `check.${name}`,
      label,
      format: "text",
      formula: `IF(ISNUMBER(check.${name}.figure),IF(ABS(check.${name}.figure)<=${SLACK},"OK","Check"),"Check")`,
      isVerdict: true,
    },
    figure: {
      name: `check.${name}.figure`,
      label,
      unit: "must be 0",
      format: "residual",
      formula: figure,
    },
  };
}

/** A check that asks for a second look, not for a correction. */
function look(name: string, label: string, fine: string, note: string): Line {
  return {
    name: `check.${name}`,
    label,
    format: "text",
    formula: `IF(${fine},"OK","Look")`,
    isVerdict: true,
    note,
  };
}

function ascending({ tariffs }: Scenario): string {
  const count = Math.max(...tariffs.map(({ tiers }) => tiers.length));
  const falls = Array.from({ length: count - 1 }, (_, i) => `tariff.falls.${i + 1}`);
  return falls.length === 0 ? "0" : falls.map((name) => `SUM(ALL(${name}))`).join("+");
}

function errorCheck(sheet: SheetDescription): Tie[] {
  // The light follows from this check.
  const isError = errorOnSheet(sheet, OVERALL_LIGHT);
  return isError === undefined
    ? []
    : [zero(`errors.${sheet.id}`, `No error on the sheet ${sheet.name}`, isError)];
}

/** Figures that tie: parts with totals, one sheet with another. */
function tiesOf(scenario: Scenario, sheets: readonly SheetDescription[]): Tie[] {
  return [
    zero("parts", "Parts of a task add up to its cost", "SUM(ALL(part.cost))-taskCost"),
    zero("shares", "Shares of a task add up to 100%", "IF(taskCost=0,0,SUM(ALL(part.share))-1)"),
    zero("tiers", "Tiers of every tariff ascend", ascending(scenario)),
    zero(
      "usage",
      "Usage below and above the cap adds up",
      "cap.usage/(cap.activeMean*(1-inactiveShare))+cap.excess-1",
    ),
    zero("cap", "The cap that reaches the target is found", "cap.residual/cap.activeMean"),
    zero("levers", "Parts of the levers add up to the change", "lever.tie"),
    zero(
      "today",
      "The levers start from today's margin",
      "IF(lever.known=1,before.margin-INDEX(ALL(tariff.margin),focus),0)",
    ),
    zero(
      "base",
      "The base of the tornado is today's margin",
      'IF(ISNUMBER(AT(case.margin,"case0")),AT(case.margin,"case0")-INDEX(ALL(tariff.margin),focus),0)',
    ),
    zero(
      "forecast",
      "The forecast starts from today's revenue and COGS",
      'IF(AT(forecast.revenue,"m1")+AT(forecast.cogs,"m1")=0,0,(AT(forecast.revenue,"m1")-company.revenue+AT(forecast.cogs,"m1")-company.cogs)/(AT(forecast.revenue,"m1")+AT(forecast.cogs,"m1")))',
    ),
    zero(
      "limits",
      "Limits of the bands ascend",
      "IF(AND(flagBelow<=healthyFrom,healthyFrom<=saasFrom),0,1)",
    ),
    zero(
      "customers",
      "Customers: opening + new - lost = closing",
      "(SUM(ALL(forecast.opening))+SUM(ALL(forecast.gained))-SUM(ALL(forecast.churned))-SUM(ALL(forecast.closing)))/SUM(ALL(forecast.opening))",
    ),
    zero(
      "years",
      "Fiscal years add up to the months",
      "IF(SUM(ALL(forecast.revenue))=0,0,SUM(ALL(year.revenue))/SUM(ALL(forecast.revenue))-1)",
    ),
    ...sheets.flatMap(errorCheck),
  ];
}

/**
 * Everything that must tie, and one light over all.
 *
 * @param sheets the others of the scenario, none of which may hold an error
 */
export function checksSheet(
  scenario: Scenario,
  sheets: readonly SheetDescription[],
): SheetDescription {
  const ties = tiesOf(scenario, sheets);
  return {
    id: "checks",
    name: "Checks",
    title: "Checks",
    subtitle: "OK: ties. Look: worth a second look. Check: something is wrong.",
    blocks: [
      {
        kind: "lines",
        title: "Overall",
        lines: [
          {
            name: "check.overall",
            label: "All checks",
            format: "text",
            formula:
              'IF(COUNTIF(check.first:check.last,"Check")>0,"Check",IF(COUNTIF(check.first:check.last,"Look")>0,"Look","OK"))',
            isVerdict: true,
            isResult: true,
          },
        ],
      },
      {
        kind: "lines",
        title: "One by one",
        lines: [
          {
            name: "check.first",
            label: "P99 is at least P50",
            format: "text",
            formula: 'IF(usageP99>=usageP50,"OK","Check")',
            isVerdict: true,
          },
          ...ties.map(({ light }) => light),
          look(
            "pinned",
            "Prices were pinned on the catalog's date or later",
            "pinnedOn>=catalogDate",
            "The catalog may have newer prices",
          ),
          look(
            "currency",
            "The exchange rate of a currency to itself is 1",
            "OR(priceCurrency<>costCurrency,exchangeRate=1)",
            "Costs are converted at the rate whatever the currencies",
          ),
          look(
            "last",
            "Prompts stay below the models' long-context limits",
            "SUM(ALL(leg.isLong))=0",
            "Above it dearer prices hold, which this model does not use",
          ),
        ],
      },
      {
        kind: "lines",
        title: "Differences",
        note: "What the lights above judge",
        lines: ties.map(({ figure }) => figure),
      },
    ],
    widths: { label: 50, unit: 14, others: 16 },
    print: { landscape: false },
    role: "check",
  };
}
