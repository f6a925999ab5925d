import type { Block, Item } from "../../workbook/sheet-blocks";
import type { BacktestSource, Offer } from "./backtest-source";
import { statusOfMet } from "./backtest-table";
import { currencyFormat } from "./currency-format";

type Formula = (key: string) => string;

/** One formula for all offers: the offer's number picks its part. */
function byOffer(offers: readonly Offer[], formula: Formula): string {
  return `CHOOSE(offer.number,${offers.map(({ key }) => formula(key)).join(",")})`;
}

/**
 * What each offer comes to, side by side, with charts.
 *
 * @param hasOthers whether some customers have no row of their own
 */
export function backtestTotals(
  offers: readonly Offer[],
  { currency, knowsOtherCogs }: BacktestSource,
  hasOthers: boolean,
): Block[] {
  const met = statusOfMet(knowsOtherCogs);
  const statuses = [met, "Below target", "Loss", "No revenue", "Incomplete"];
  const { money } = currencyFormat(currency);
  const hasNow = offers.some(({ key }) => key === "now");
  const item = (
    name: string,
    label: string,
    unit: string,
    format: Item["format"],
    formula: string,
    note?: string,
  ): Item => ({
    name: `offer.${name}`,
    label,
    unit,
    format,
    formula,
    ...(note !== undefined && { note }),
  });
  const each = (formula: Formula) => byOffer(offers, formula);
  /** Against what is paid now, of which there is no change. */
  const against = (formula: Formula) => each((key) => (key === "now" ? "0" : formula(key)));
  const changes = [
    item(
      "change",
      "Change of revenue",
      currency,
      money,
      against((key) => `SUM(ALL(replay.change.${key}))`),
      "Of customers of whom it is known what they pay now",
    ),
    item(
      "winners",
      "Customers paying less",
      "customers",
      "count",
      against(
        (key) => `COUNTIFS(ALL(replay.kind),"Customer",ALL(replay.change.${key}),"<"&-replay.cent)`,
      ),
    ),
    item(
      "losers",
      "Customers paying more",
      "customers",
      "count",
      against(
        (key) => `COUNTIFS(ALL(replay.kind),"Customer",ALL(replay.change.${key}),">"&replay.cent)`,
      ),
    ),
    item(
      "shocked",
      "Bill shock",
      "customers",
      "count",
      against((key) => `SUM(ALL(replay.shock.${key}))`),
      "More than so many times what they pay now",
    ),
    item(
      "free",
      "Paying now for the first time",
      "customers",
      "count",
      against(
        (key) =>
          `COUNTIFS(ALL(replay.kind),"Customer",ALL(replay.now),0,ALL(replay.charge.${key}),">"&replay.cent)`,
      ),
      "No factor says how much more",
    ),
    item(
      "largestRise",
      "Largest rise of a customer",
      currency,
      money,
      against((key) => `MAX(0,ALL(replay.${hasOthers ? "rise" : "change"}.${key}))`),
      "Over the period",
    ),
  ];
  return [
    {
      kind: "grid",
      title: "Tariffs",
      axis: {
        id: "offers",
        heading: "Of the period",
        keys: offers.map(({ key, label }) => ({ key, label })),
      },
      direction: "across",
      items: [
        {
          name: "offer.number",
          label: "Number",
          format: "general",
          fixed: offers.map((_, i) => i + 1),
        },
        item(
          "revenue",
          "Revenue",
          currency,
          money,
          each((key) => `SUM(ALL(replay.charge.${key}))`),
        ),
        item(
          "known",
          "Revenue of customers whose cost is known",
          currency,
          money,
          each((key) => `SUMIF(ALL(replay.known),1,ALL(replay.charge.${key}))`),
        ),
        item(
          "cogs",
          "Cost to serve",
          currency,
          money,
          "SUM(ALL(replay.cost))+replay.feeShare*offer.known",
        ),
        item("grossProfit", "Gross profit", currency, money, "offer.known-offer.cogs"),
        {
          ...item(
            "margin",
            knowsOtherCogs ? "Gross margin" : "Margin after inference",
            "of revenue",
            "percent",
            'IF(offer.known>0,offer.grossProfit/offer.known,"-")',
            "Of customers whose cost is known",
          ),
          isResult: true,
        },
        ...(knowsOtherCogs
          ? [
              {
                ...item(
                  "band",
                  "Band",
                  "",
                  "text",
                  'IF(ISNUMBER(offer.margin),MARGINBAND(offer.margin,replay.flagBelow,replay.healthyFrom,replay.saasFrom),"-")',
                ),
                isVerdict: true as const,
              },
            ]
          : []),
        ...statuses.map((status, i) =>
          item(
            `status.${i + 1}`,
            `Customers: ${status.toLowerCase()}`,
            "customers",
            "count",
            each((key) => `COUNTIF(ALL(replay.status.${key}),"${status}")`),
          ),
        ),
        ...(hasNow ? changes : []),
      ],
    },
    {
      kind: "charts",
      rows: 16,
      charts: [
        {
          id: "offerMargins",
          title: "Margin by tariff",
          kind: "column",
          along: "offer.margin",
          series: [{ label: "Margin", values: "offer.margin", color: "first" }],
          valueFormat: "percent",
          valueTitle: "Of revenue",
          columns: 4,
        },
        {
          id: "offerStatuses",
          title: "Customers by status",
          kind: "stackedColumn",
          along: "offer.margin",
          series: [
            { label: met, values: "offer.status.1", color: "good" },
            { label: "Below target", values: "offer.status.2", color: "warning" },
            { label: "Loss", values: "offer.status.3", color: "bad" },
            { label: "No revenue", values: "offer.status.4", color: "neutral" },
            { label: "Incomplete", values: "offer.status.5", color: "sixth" },
          ],
          valueFormat: "count",
          valueTitle: "Customers",
          columns: 4,
        },
      ],
    },
  ];
}
