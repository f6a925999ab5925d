import type { RevenueRow } from "../revenue-row";
import { recogniseRevenue } from "../revenue/recognise-revenue";
import type { RecognisedRevenue } from "../revenue/recognised-revenue";
import type { RevenueTerms } from "../revenue/revenue-terms";

/** Costs of a period besides inference, as an import states them. */
export interface ImportedCosts extends Pick<RecognisedRevenue, "lines" | "unconverted"> {
  /** By what they are for; what is not said is under "Not said". Billionths. */
  readonly byPurpose: ReadonlyMap<string, bigint>;
  /** Of the lines, what lies outside the period: in no figure. */
  readonly outsideNano: bigint;
}

const NOT_SAID = "Not said";

/**
 * The part of other costs that falls into a period, each line spread by day over its time, as
 * revenue is.
 *
 * @throws CalcError `#NUM!` for a rate that is not above 0
 */
export function importedCosts(
  rows: readonly RevenueRow[],
  period: Pick<RevenueTerms, "from" | "to" | "currency" | "rates">,
): ImportedCosts {
  const terms: RevenueTerms = { ...period, basis: "recognised" };
  const { lines, unconverted } = recogniseRevenue(rows, terms);
  const byPurpose = new Map<string, bigint>();
  for (const purpose of new Set(rows.map((row) => row.purpose))) {
    const own = recogniseRevenue(
      rows.filter((row) => row.purpose === purpose),
      terms,
    );
    const sum = own.lines.reduce((nano, line) => nano + line.revenueNano, 0n);
    byPurpose.set(purpose ?? NOT_SAID, sum);
  }
  return {
    lines,
    unconverted,
    byPurpose,
    outsideNano: lines.reduce((nano, line) => nano + line.outsideNano, 0n),
  };
}
