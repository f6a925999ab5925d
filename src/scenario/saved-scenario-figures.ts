import { areaAddress } from "../workbook/address";
import type { Model } from "../workbook/model";
import { areaOf, type Place } from "../workbook/placement";

/** Where a figure stands: the sheet's id, its cell or cells, and what the row is called there. */
export interface FigureAddress {
  readonly sheet: string;
  readonly at: string;
  readonly label: string;
}

/** Addresses of figures by the names that the model has for them. */
export type FigureAddresses = Readonly<Record<string, FigureAddress>>;

/** The figures that a later version, too, has to find in the sheets as they were built. */
export const KEPT_FIGURES = [
  "priceCurrency",
  "costCurrency",
  "customers",
  "focus",
  "tariff.baseFee",
  "tariff.unitPrice.1",
  "usageP50",
  "usageP99",
  "targetMargin",
  "summary.light",
  "summary.tariff",
  "summary.margin",
  "summary.band",
  "summary.margin.p50",
  "summary.status.p50",
  "summary.margin.p90",
  "summary.status.p90",
  "summary.margin.p99",
  "summary.status.p99",
  "summary.contribution",
  "summary.belowTarget",
  "summary.lossMaking",
  "summary.taskCost",
  "summary.breakEven",
  "company.revenue",
  "company.cogs",
  "company.grossProfit",
  "company.grossProfitYear",
  "floor.portfolio",
  "floor.stressed",
  "floor.p50",
  "floor.p90",
  "floor.p99",
] as const;

export type KeptFigure = (typeof KEPT_FIGURES)[number];

/** The addresses of the kept figures in the sheets of a model. */
export function figureAddresses(model: Model, places: ReadonlyMap<string, Place>): FigureAddresses {
  return Object.fromEntries(
    KEPT_FIGURES.map((name) => {
      const { sheet, definition } = model.entry(name);
      const place = places.get(name);
      if (!place) throw new RangeError(`there is no cell named ${name}`);
      return [name, { sheet, at: areaAddress(areaOf(place)), label: definition.label }];
    }),
  );
}

function isFigureAddress(value: unknown): value is FigureAddress {
  const { sheet, at, label } = (value ?? {}) as Partial<Record<keyof FigureAddress, unknown>>;
  return [sheet, at, label].every((part) => typeof part === "string");
}

/** The addresses among what was kept; what is none is left out. */
export function readFigureAddresses(json: unknown): FigureAddresses {
  return Object.fromEntries(
    Object.entries(json ?? {}).filter((entry): entry is [string, FigureAddress] =>
      isFigureAddress(entry[1]),
    ),
  );
}
