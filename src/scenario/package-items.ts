import { COUNTED_PACKAGES } from "../calc";
import type { Item, LinesBlock } from "../workbook/sheet-blocks";
import { type ChargeTerms, shareUpTo } from "./charge-terms";
import { itemMaker } from "./item-maker";

const COUNTS = Array.from({ length: COUNTED_PACKAGES }, (_, i) => i);

/** The numbers of packages that are counted one by one, as cells, because formulas hold no constants. */
export function packageCountBlock(): LinesBlock {
  return {
    kind: "lines",
    isWorking: true,
    title: "Packages that are counted one by one",
    lines: [
      ...COUNTS.map((count) => ({
        name: `packageCount.${count}`,
        label: `Packages before package ${count + 1}`,
        unit: "packages",
        format: "general" as const,
        fixed: count,
      })),
      {
        name: "packageCount.all",
        label: "Packages counted",
        unit: "packages",
        format: "general",
        formula: `packageCount.${COUNTED_PACKAGES - 1}+1`,
      },
      {
        name: "packageCount.terms",
        label: "Divisor of the last term of the tail",
        unit: "Euler-Maclaurin",
        format: "general",
        fixed: 12,
      },
      {
        name: "packageCount.pi",
        label: "Circle's circumference over its diameter",
        unit: "pi",
        format: "general",
        fixed: Math.PI,
      },
    ],
  };
}

/** What the first packages add to the expected charge, each by the probability that it is started. */
function countedItems(terms: ChargeTerms): Item[] {
  const { prefix: p, commitment, median, mu, sigma } = terms;
  const charged = (count: string) =>
    `MAX(${commitment},${p}.packageBase+${p}.packagePrice*${count})`;
  return COUNTS.map((n) => {
    const count = `packageCount.${n}`;
    const level = `(${p}.freeTasks+${p}.packageTasks*${count})`;
    const started = `IF(${level}<=0,1,IF(${sigma}=0,IF(${median}>${level},1,0),NORM.S.DIST((${mu}-LN(${level}))/${sigma})))`;
    return {
      name: `${p}.package.${n}`,
      label: `Package ${n + 1}: adds`,
      unit: "per month",
      format: "money",
      formula: `(${charged(`(${count}+1)`)}-${charged(count)})*${started}`,
    };
  });
}

/**
 * The expected charge by started packages, `packages`, and the share of active customers who are
 * billed, `buying`: the first hundred one by one, beyond them Euler-Maclaurin's tail.
 */
export function packageItems(terms: ChargeTerms): Item[] {
  const { prefix: p, commitment, median, mu, sigma, activeMean } = terms;
  const { packageSize, freeUnits, unitsPerTask, discount, baseFee } = terms;
  const line = itemMaker(p);
  const tail = `${p}.tailLevel`;
  const z = `(LN(${tail})-${mu})/${sigma}`;
  const first = `MAX(${commitment},${p}.packageBase)`;
  return [
    line(
      "packageBase",
      "Packages: base fee, discounted",
      "per month",
      "money",
      `(1-${discount})*${baseFee}`,
    ),
    line(
      "packagePrice",
      "Packages: price, discounted",
      "per package",
      "money",
      `(1-${discount})*${terms.unitPrice(1)}`,
    ),
    line("freeTasks", "Packages: free", "tasks", "count", `${freeUnits}/${unitsPerTask}`),
    line("packageTasks", "Packages: size", "tasks", "count", `${packageSize}/${unitsPerTask}`),
    ...countedItems(terms),
    line(
      "tailPackages",
      "Packages: the tail begins after",
      "packages",
      "count",
      `IF(${p}.packagePrice=0,packageCount.all,MAX(packageCount.all,ROUNDUP((${commitment}-${p}.packageBase)/${p}.packagePrice,0)))`,
    ),
    line(
      "tailLevel",
      "Packages: tasks by then",
      "tasks",
      "count",
      `${p}.freeTasks+${p}.packageTasks*${p}.tailPackages`,
    ),
    line(
      "tailShare",
      "Packages: customers beyond",
      "of active",
      "percent",
      `IF(${sigma}=0,0,NORM.S.DIST(-(${z})))`,
    ),
    line(
      "tailTasks",
      "Packages: tasks beyond",
      "tasks",
      "decimal",
      `IF(${sigma}=0,0,MAX(0,${activeMean}*NORM.S.DIST(${sigma}-${z})-${tail}*${p}.tailShare))`,
    ),
    line(
      "tailDensity",
      "Packages: density there",
      "per task",
      "general",
      `IF(${sigma}=0,0,EXP(-((${z})^2)/2)/(SQRT(2*packageCount.pi)*${tail}*${sigma}))`,
    ),
    line(
      "packages",
      "Packages: expected charge",
      "per month",
      "money",
      `IF(${sigma}=0,MAX(${commitment},${p}.packageBase+${p}.packagePrice*ROUNDUP(MAX(0,${median}-${p}.freeTasks)/${p}.packageTasks,0)),${first}+SUM(${p}.package.0:${p}.package.${COUNTED_PACKAGES - 1})+${p}.packagePrice*(${p}.tailTasks/${p}.packageTasks+${p}.tailShare/2+${p}.packageTasks*${p}.tailDensity/packageCount.terms))`,
    ),
    line(
      "buying",
      "Packages: customers billed",
      "of active",
      "percent",
      `IF(${first}>0,1,IF(${p}.packagePrice=0,0,1-${shareUpTo(terms, `${p}.freeTasks`)}))`,
    ),
  ];
}
