import type { Item } from "../../workbook/sheet-blocks";
import type { ReconciledUsage } from "../reconcile/reconciliation";

type Values = readonly (number | string | null)[];

export const fixedItem = (
  name: string,
  label: string,
  format: Item["format"],
  fixed: Values,
): Item => ({
  name,
  label,
  format,
  fixed,
});

export const formulaItem = (
  name: string,
  label: string,
  format: Item["format"],
  formula: string,
): Item => ({ name, label, format, formula });

/** Cells that the reader fills in; what is known stands in them already. */
export const inputItem = (
  name: string,
  label: string,
  format: Item["format"],
  inputs: Values,
): Item => ({
  name,
  label,
  format,
  inputs,
});

/**
 * What is left unexplained of `base`: status, share and evidence. `PREFIX.left` is the amount or "-".
 *
 * @param parts items that make it up, amounts or "-": none of them passes because another offsets it
 */
export function verdictItems(
  prefix: string,
  base: string,
  rows: readonly ReconciledUsage[],
  parts: readonly string[] = [],
): Item[] {
  const left = `${prefix}.left`;
  const sizes = parts.map((part) => `,IF(ISNUMBER(${part}),ABS(${part}),0)`);
  return [
    formulaItem(
      `${prefix}.share`,
      "Unexplained, share",
      "percent",
      `IF(ISNUMBER(${left}),IF(${base}=0,"-",${left}/${base}),"-")`,
    ),
    {
      ...formulaItem(
        `${prefix}.status`,
        "Status",
        "text",
        `IF(ISNUMBER(${left}),IF(${prefix}.worst<=${prefix}.tolerated,"OK","Check"),"Look")`,
      ),
      isVerdict: true,
    },
    formulaItem(
      `${prefix}.gap`,
      "Unexplained, else 0",
      "residual",
      `IF(ISNUMBER(${left}),${left},0)`,
    ),
    formulaItem(
      `${prefix}.worst`,
      "Largest difference",
      "residual",
      `MAX(ABS(${prefix}.gap)${sizes.join("")},0)`,
    ),
    formulaItem(
      `${prefix}.tolerated`,
      "Tolerated",
      "residual",
      `MAX(tolerance.share*ABS(${base}),tolerance.amount)`,
    ),
    fixedItem(
      `${prefix}.unpriced`,
      "Requests without a cost",
      "count",
      rows.map(({ unpricedRequests }) => unpricedRequests),
    ),
    fixedItem(
      `${prefix}.cached`,
      "Cached input",
      "percent",
      rows.map((row) => row.cachedShare),
    ),
  ];
}
