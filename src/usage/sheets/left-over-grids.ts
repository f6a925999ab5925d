import type { GridBlock, Item } from "../../workbook/sheet-blocks";
import type { CustomerFigures } from "../customers/customer-figures";
import { units } from "../customers/margin-figures";
import type { TableSource } from "./table-source";

/** Rows of a list; what is beyond them is in the table of customers, and counted. */
const MOST = 1000;
const IN_NO_SUM = "In their own currency, in no sum";

function list(
  id: string,
  title: string,
  heading: string,
  labels: readonly string[],
  items: (shown: readonly number[]) => readonly Item[],
  note?: string,
): GridBlock[] {
  if (labels.length === 0) return [];
  const shown = labels.slice(0, MOST).map((_, i) => i);
  const more = labels.length - shown.length;
  const said = [note, more > 0 ? `and ${more} more` : undefined].filter(Boolean).join("; ");
  return [
    {
      kind: "grid",
      title: `${title}: ${labels.length}`,
      ...(said !== "" && { note: said }),
      axis: {
        id,
        heading,
        keys: shown.map((i) => ({ key: `${i}`, label: labels[i] ?? "" })),
      },
      direction: "down",
      items: items(shown),
    },
  ];
}

function amounts(
  name: string,
  label: string,
  format: Item["format"],
  shown: readonly number[],
  of: (place: number) => number | null,
): Item {
  return { name, label, format, fixed: shown.map(of) };
}

/** Everything that matched nobody, has no rate, or is not known: listed, never dropped. */
export function leftOverGrids({ report, formats }: TableSource): GridBlock[] {
  const { money } = formats;
  const byId = new Map(report.customers.map((customer) => [customer.id, customer]));
  const named = (ids: readonly string[]) =>
    ids.flatMap((id): CustomerFigures[] => {
      const customer = byId.get(id);
      return customer ? [customer] : [];
    });
  const inUsage = named(report.onlyInUsage);
  const inRevenue = named(report.onlyInRevenue);
  const inCosts = named(report.onlyInCosts);
  const { unconverted, prepaid } = report.terms.revenue;
  const unconvertedOther = report.terms.otherCogs?.imported?.unconverted ?? [];
  const { unconvertedCost } = report;
  return [
    ...list(
      "onlyInUsage",
      "Customers with usage and no revenue",
      "Customer",
      inUsage.map(({ name }) => name),
      (shown) => [
        amounts(
          "onlyUsage.cost",
          "Inference cost",
          money,
          shown,
          (i) => inUsage[i]?.inference ?? 0,
        ),
      ],
    ),
    ...list(
      "onlyInRevenue",
      "Customers with revenue and no usage",
      "Customer",
      inRevenue.map(({ name }) => name),
      (shown) => [
        amounts("onlyRevenue.revenue", "Revenue", money, shown, (i) => inRevenue[i]?.revenue ?? 0),
      ],
    ),
    ...list(
      "onlyInCosts",
      "Customers that other costs alone name",
      "Customer",
      inCosts.map(({ name }) => name),
      (shown) => [
        amounts("onlyCosts.cost", "Other COGS", money, shown, (i) =>
          units(inCosts[i]?.ledger.otherCogsNano ?? 0n),
        ),
      ],
    ),
    ...list(
      "ambiguous",
      "Names that several customers have",
      "Name",
      report.ambiguousNames,
      (shown) => [
        {
          name: "ambiguous.what",
          label: "What to do",
          format: "text",
          fixed: shown.map(() => "Name the customer in the mapping table"),
        },
      ],
    ),
    ...list(
      "unconverted",
      "Revenue in currencies without a rate",
      "Currency",
      unconverted.map(({ currency }) => currency),
      (shown) => [
        amounts("unconverted.rows", "Rows", "count", shown, (i) => unconverted[i]?.rows ?? 0),
        amounts("unconverted.amount", "Amount", "amount", shown, (i) =>
          units(unconverted[i]?.amountNano ?? 0n),
        ),
      ],
      IN_NO_SUM,
    ),
    ...list(
      "unconvertedCost",
      "Cost in currencies without a rate",
      "Currency",
      unconvertedCost.map(({ currency }) => currency),
      (shown) => [
        amounts("foreign.lines", "Lines", "count", shown, (i) => unconvertedCost[i]?.lines ?? 0),
        amounts("foreign.cost", "Cost", "amount", shown, (i) =>
          units(unconvertedCost[i]?.nano ?? 0n),
        ),
      ],
      IN_NO_SUM,
    ),
    ...list(
      "unconvertedOther",
      "Other costs in currencies without a rate",
      "Currency",
      unconvertedOther.map(({ currency }) => currency),
      (shown) => [
        amounts("foreignOther.rows", "Rows", "count", shown, (i) => unconvertedOther[i]?.rows ?? 0),
        amounts("foreignOther.amount", "Amount", "amount", shown, (i) =>
          units(unconvertedOther[i]?.amountNano ?? 0n),
        ),
      ],
      IN_NO_SUM,
    ),
    ...list(
      "prepaid",
      "Credits paid in advance",
      "Customer",
      prepaid.map((each) => each.customerName ?? each.customerId ?? "Nobody named"),
      (shown) => [
        amounts("prepaid.paid", "Paid", money, shown, (i) => units(prepaid[i]?.paidNano ?? 0n)),
        amounts("prepaid.used", "Used", money, shown, (i) => units(prepaid[i]?.usedNano ?? 0n)),
        amounts("prepaid.unused", "Not used", money, shown, (i) =>
          units(prepaid[i]?.unusedNano ?? 0n),
        ),
        amounts("prepaid.overused", "Used beyond", money, shown, (i) =>
          units(prepaid[i]?.overusedNano ?? 0n),
        ),
        {
          name: "prepaid.why",
          label: "What is not known",
          format: "text",
          fixed: shown.map((i) => prepaid[i]?.notKnown ?? null),
        },
      ],
      "Revenue when they are used, no sooner",
    ),
  ];
}
