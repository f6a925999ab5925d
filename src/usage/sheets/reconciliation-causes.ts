import { SHARE } from "../../calc";
import type { GridBlock, Line } from "../../workbook/sheet-blocks";

const CAUSES = [
  "-",
  "Unknown model: requests without a cost",
  "Time-zone edge: the month before or after differs the other way",
  "Cached tokens: check how they are counted and billed",
  "Discount, batch rate or credit that the prices lack",
  "Tier or long-context price, or usage outside the export",
  "Books offset the invoice: usage ties with one of them alone",
] as const;

/** The likely causes, in the order in which they are tried. */
export function causesGrid(): GridBlock {
  return {
    kind: "grid",
    title: "Likely causes",
    note: "The first that the figures bear out",
    axis: {
      id: "causes",
      heading: "Tried",
      keys: CAUSES.map((_, i) => ({ key: `${i}`, label: i === 0 ? "Within tolerance" : `${i}` })),
    },
    direction: "down",
    items: [{ name: "cause.text", label: "Cause", format: "text", fixed: CAUSES }],
  };
}

/** The limits by which causes are told apart. */
export function causeLines(): Line[] {
  return [
    {
      name: "cause.edge",
      label: "Two months offset each other up to",
      unit: "fraction",
      format: "percent",
      input: 0.25,
      allowed: { numbers: SHARE },
      note: "Of the difference that is left: the edge of a time zone is then the likely cause",
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
  ];
}

/**
 * The likely cause of an unexplained amount: the text of the first that holds.
 *
 * @param prefix of the items `status`, `gap`, `tolerated`, `unpriced` and `cached`
 * @param edge expression: 1 where a neighbouring month differs the other way
 */
export function causeFormula(prefix: string, edge: string): string {
  return (
    `IF(${prefix}.status<>"Check",AT(cause.text,"0"),IF(ABS(${prefix}.gap)<=${prefix}.tolerated,AT(cause.text,"6"),IF(AND(${prefix}.gap>0,${prefix}.unpriced>0),AT(cause.text,"1"),IF(${edge}=1,AT(cause.text,"2"),` +
    `IF(${prefix}.cached>=cause.cachedFrom,AT(cause.text,"3"),IF(${prefix}.gap<0,AT(cause.text,"4"),AT(cause.text,"5")))))))`
  );
}
