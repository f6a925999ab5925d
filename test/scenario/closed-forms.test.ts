import {
  expectedTariffCharge,
  lognormalAt,
  lognormalMean,
  marginBand,
  tariffBelowTargetShare,
  tariffCharge,
  tariffShortfall,
} from "../../src/calc";
import { scenarioModel } from "../../src/scenario/build-scenario";
import { COMPARED } from "../../src/scenario/percentiles";
import { costlyMeanOf, servingCostOf, tariffOf, taskCostOf, usageOf } from "./direct-figures";
import { PROVEN } from "./proven-scenarios";

/** Sheets against closed forms of the calculation module: other terms in another order. */
const RELATIVE = 1e-9;

/** Names of the figures that are not what they should be, with both. */
function unlike(pairs: readonly (readonly [string, unknown, number])[]): unknown[] {
  return pairs.filter(
    ([, got, wanted]) =>
      typeof got !== "number" || Math.abs(got - wanted) > RELATIVE * Math.max(1, Math.abs(wanted)),
  );
}

describe.each(PROVEN)("$it", ({ scenario }) => {
  const model = scenarioModel(scenario);
  const usage = usageOf(scenario);
  const { targets, product } = scenario;
  const ofFocus = servingCostOf(scenario, targets.margin);

  test("spreads usage as the distribution does, inactive customers included", () => {
    expect(
      unlike([
        ["usage.mean", model.value("usage.mean"), lognormalMean(usage)],
        ["usage.sigma", model.value("usage.sigma"), usage.sigma],
        ...COMPARED.map(
          ({ key, percentile }, i) =>
            [
              key,
              model.value(`tariff.usage.${key}`),
              lognormalAt(usage, percentile) * (1 + (scenario.tariffs[0]?.usageChange ?? 0)),
              i,
            ] as const,
        ).map(([key, got, wanted]) => [key, got, wanted] as const),
      ]),
    ).toEqual([]);
  });

  test("costs a task and a customer what their parts cost", () => {
    expect(
      unlike([
        ["taskCost", model.value("taskCost"), taskCostOf(scenario)],
        ["unitCost", model.value("unitCost"), ofFocus.unitCost],
        ["fixedPerCustomer", model.value("fixedPerCustomer"), ofFocus.fixedCost],
      ]),
    ).toEqual([]);
  });

  test.each(scenario.tariffs.map((input, place) => ({ input, place, of: input.name })))(
    "bills, serves and falls short as the closed forms say: $of",
    ({ input, place }) => {
      const tariff = tariffOf(input, product.seats);
      const atTarget = servingCostOf(scenario, targets.margin, input);
      const atZero = servingCostOf(scenario, 0, input);
      const met = { ...usage, median: usage.median * (1 + input.usageChange) };
      const expected = expectedTariffCharge(tariff, met);
      const charges = COMPARED.map(({ key, percentile }) => {
        const tasks = lognormalAt(met, percentile);
        return [
          key,
          model.value(`tariff.charge.${key}`, place),
          tariffCharge(tariff, tasks),
        ] as const;
      });
      const shares = [
        [
          "target.share",
          model.value("tariff.target.share", place),
          tariffBelowTargetShare(tariff, met, atTarget),
        ],
        [
          "loss.share",
          model.value("tariff.loss.share", place),
          tariffBelowTargetShare(tariff, met, atZero),
        ],
      ] as const;
      expect(
        unlike([
          ["expected", model.value("tariff.expected", place), expected],
          [
            "serving",
            model.value("tariff.serving", place),
            costlyMeanOf(scenario, met) * atTarget.unitCost + atTarget.fixedCost,
          ],
          ...charges,
          ...shares,
          [
            "loss.lack",
            model.value("tariff.loss.lack", place),
            tariffShortfall(tariff, met, atZero),
          ],
        ]),
      ).toEqual([]);
      const cogs = model.value("tariff.cogs", place);
      const margin = model.value("tariff.margin", place);
      if (expected === 0 || typeof cogs !== "number" || typeof margin !== "number") return;
      expect(margin).toBeCloseTo(1 - cogs / expected, 9);
      expect(model.value("tariff.band", place)).toBe(
        marginBand(margin, targets.flagBelow, targets.healthyFrom, targets.saasFrom),
      );
    },
  );

  test("finds the factor on all prices that meets the target", () => {
    for (const [place, input] of scenario.tariffs.entries()) {
      const atTarget = servingCostOf(scenario, targets.margin, input);
      const factor = model.value("tariff.floorFactor", place);
      if (typeof factor !== "number") continue;
      const { baseFee, tiers, commitment } = input;
      const priced = tariffOf(
        {
          ...input,
          baseFee: baseFee * factor,
          commitment: commitment * factor,
          tiers: tiers.map((tier) => ({
            ...tier,
            unitPrice: tier.unitPrice * factor,
            flatFee: tier.flatFee * factor,
          })),
        },
        product.seats,
      );
      const met = { ...usage, median: usage.median * (1 + input.usageChange) };
      const revenue = expectedTariffCharge(priced, met);
      const paying = model.value("tariff.paying", place);
      const cogs =
        costlyMeanOf(scenario, met) * atTarget.unitCost +
        atTarget.fixedCost +
        atTarget.paymentRate * revenue +
        atTarget.paymentFee * Number(paying);
      // Without any cost the factor is 0 and nothing is billed.
      if (revenue > 0) expect(1 - cogs / revenue).toBeCloseTo(targets.margin, 7);
      else expect(cogs).toBe(0);
    }
  });
});
