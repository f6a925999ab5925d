import type { GridBlock, Item } from "../../workbook/sheet-blocks";
import type { BacktestRow } from "./backtest-rows";
import type { Offer } from "./backtest-source";
import { type SplitGrid, splitGrid } from "./split-grid";

/** How a customer that reaches the target stands: after inference alone that is not known. */
export function statusOfMet(knowsOtherCogs: boolean): string {
  return knowsOtherCogs ? "At target" : "Not known";
}

/** How a customer stands under an offer: as its status, "Incomplete" where its cost is not known. */
function statusFormula(charge: string, met: string): string {
  const left = `${charge}*(1-replay.feeShare)-replay.cost`;
  return (
    `IF(replay.kind="Others","-",IF(ISNUMBER(replay.cost),IF(${left}<-replay.slack*${charge},"Loss",` +
    `IF(${charge}<=0,"No revenue",IF(${left}<(replay.target-replay.slack)*${charge},"Below target","${met}"))),"Incomplete"))`
  );
}

/** What shapes the table beside its rows. */
interface TableForm {
  readonly money: Item["format"];
  readonly knowsOtherCogs: boolean;
}

function offerItems(
  { key, label }: Offer,
  { money, knowsOtherCogs }: TableForm,
  hasOthers: boolean,
): Item[] {
  const charge = `replay.charge.${key}`;
  const status: Item = {
    name: `replay.status.${key}`,
    label: `${label}: status`,
    format: "text",
    formula: statusFormula(charge, statusOfMet(knowsOtherCogs)),
    isVerdict: true,
  };
  if (key === "now") return [status];
  return [
    status,
    {
      name: `replay.change.${key}`,
      label: `${label}: change`,
      format: money,
      formula: `IF(ISNUMBER(replay.now),${charge}-replay.now,"-")`,
    },
    {
      name: `replay.shock.${key}`,
      label: `${label}: bill shock`,
      unit: "0 or 1",
      format: "general",
      formula: `IF(replay.kind="Others",0,IF(ISNUMBER(replay.now),IF(AND(replay.now>0,${charge}>replay.shockFactor*replay.now+replay.cent),1,0),0))`,
    },
    ...(hasOthers
      ? [
          {
            name: `replay.rise.${key}`,
            label: `${label}: change of a customer`,
            format: money,
            formula: `IF(replay.kind="Customer",replay.change.${key},"-")`,
          },
        ]
      : []),
  ];
}

/** Whether some customers have no row of their own. */
export function hasOtherRows(rows: readonly BacktestRow[]): boolean {
  return rows.some(({ kind }) => kind === "Others");
}

/** Customers with what each offer charges and how they stand under it. */
export function customersGrid(
  rows: readonly BacktestRow[],
  offers: readonly Offer[],
  form: TableForm,
): SplitGrid {
  const shown = ["months", "tasks", "cost", "now"].concat(
    ...offers.map(({ key }) =>
      key === "now" ? ["status.now"] : [`charge.${key}`, `change.${key}`, `status.${key}`],
    ),
  );
  return splitGrid(
    allOfCustomers(rows, offers, form),
    shown.map((name) => `replay.${name}`),
  );
}

function allOfCustomers(
  rows: readonly BacktestRow[],
  offers: readonly Offer[],
  form: TableForm,
): GridBlock {
  const { money } = form;
  const fixed = (
    name: string,
    label: string,
    format: Item["format"],
    values: readonly (number | string | null)[],
  ): Item => ({
    name: `replay.${name}`,
    label,
    format,
    fixed: values,
  });
  return {
    kind: "grid",
    title: "Customers",
    note: "Imported usage and cost; charges are what each tariff bills for it, month by month",
    axis: {
      id: "replayCustomers",
      heading: "Customer",
      keys: rows.map(({ name }, i) => ({ key: `${i + 1}`, label: name })),
    },
    direction: "down",
    items: [
      fixed(
        "kind",
        "Row",
        "text",
        rows.map(({ kind }) => kind),
      ),
      fixed(
        "months",
        "Months",
        "count",
        rows.map(({ months }) => months),
      ),
      fixed(
        "tasks",
        "Tasks",
        "count",
        rows.map(({ tasks }) => tasks),
      ),
      fixed(
        "cost",
        "Cost to serve",
        money,
        rows.map(({ cost }) => cost),
      ),
      fixed(
        "now",
        "Paid now",
        money,
        rows.map(({ paid }) => paid),
      ),
      {
        name: "replay.known",
        label: "Cost is known",
        unit: "0 or 1",
        format: "general",
        formula: "IF(ISNUMBER(replay.cost),1,0)",
      },
      ...offers.map(({ key, label, charges }): Item =>
        key === "now"
          ? {
              name: "replay.charge.now",
              label: "Counted as paid now",
              format: money,
              formula: "replay.now",
            }
          : fixed(`charge.${key}`, `${label}: charge`, money, charges),
      ),
      ...offers.flatMap((offer) => offerItems(offer, form, hasOtherRows(rows))),
    ],
  };
}
