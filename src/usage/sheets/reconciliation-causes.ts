import { SHARE } from "../../calc";
import type { LinesBlock } from "../../workbook/sheet-blocks";

const CAUSES = [
  "-",
  "Unknown model: requests without a cost",
  "Time-zone edge: the month before or after differs the other way",
  "Cached tokens: check how they are counted and billed",
  "Discount, batch rate or credit that the prices lack",
  "Tier or long-context price, or usage outside the export",
] as const;

/** The likely causes, by number, and the limits by which they are told apart. */
export function causesBlock(): LinesBlock {
  return {
    kind: "lines",
    title: "Likely causes",
    note: "In this order: the first that the figures bear out",
    lines: [
      ...CAUSES.map((cause, i) => ({
        name: `cause.${i + 1}`,
        label: i === 0 ? "Within tolerance" : `Cause ${i}`,
        format: "text" as const,
        fixed: cause,
      })),
      {
        name: "cause.edge",
        label: "Two months offset each other up to",
        unit: "fraction",
        format: "percent",
        input: 0.25,
        allowed: { numbers: SHARE },
        note: "Of the difference that is left",
      },
      {
        name: "cause.cachedFrom",
        label: "Cached tokens matter from",
        unit: "fraction",
        format: "percent",
        input: 0.2,
        allowed: { numbers: SHARE },
        note: "Of all input tokens",
      },
    ],
  };
}

/**
 * The likely cause of an unexplained amount: the text of the first that holds.
 *
 * @param prefix of the items `status`, `gap`, `unpriced` and `cached`
 * @param edge expression: 1 where a neighbouring month differs the other way
 */
export function causeFormula(prefix: string, edge: string): string {
  return (
    `IF(${prefix}.status<>"Check",cause.1,IF(AND(${prefix}.gap>0,${prefix}.unpriced>0),cause.2,IF(${edge}=1,cause.3,` +
    `IF(${prefix}.cached>=cause.cachedFrom,cause.4,IF(${prefix}.gap<0,cause.5,cause.6)))))`
  );
}
