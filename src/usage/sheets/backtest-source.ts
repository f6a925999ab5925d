import type { Backtest } from "../backtest/backtest";
import type { BacktestRow } from "./backtest-rows";

/** What the sheet is built from. */
export interface BacktestSource {
  readonly backtest: Backtest;
  readonly currency: string;
  /** The period in words, such as "2026-06 to 2026-08". */
  readonly period: string;
  /** A fraction of revenue, below 1. */
  readonly targetMargin: number;
  /** Cost that is a share of revenue, such as payment fees; 0 where there is none. */
  readonly costShareOfRevenue: number;
  /** Whether cost holds more than inference; where it does not, there is no band. */
  readonly knowsOtherCogs: boolean;
}

/** A tariff of the sheet, what is paid now included. */
export interface Offer {
  readonly key: string;
  readonly label: string;
  readonly charges: readonly (number | null)[];
}

/** What is paid now, where it is known, and every tariff. */
export function offersOf({ tariffs }: Backtest, rows: readonly BacktestRow[]): Offer[] {
  const isKnown = rows.some(({ paid }) => paid !== null);
  const now: Offer = { key: "now", label: "Paid now", charges: rows.map(({ paid }) => paid) };
  return [
    ...(isKnown ? [now] : []),
    ...tariffs.map(({ name }, i): Offer => ({
      key: `t${i + 1}`,
      label: name,
      charges: rows.map(({ charges }) => charges[i] ?? 0),
    })),
  ];
}
