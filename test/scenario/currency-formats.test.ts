import { planScenario } from "../../src/scenario/build-scenario";
import { SAMPLE } from "../../src/scenario/sample";
import { NUMBER_FORMATS } from "../../src/workbook/theme";

/** The format codes of a workbook whose prices or costs are in some currency. */
function formatCodes(product: Partial<typeof SAMPLE.product>): Set<string> {
  const plan = planScenario({ ...SAMPLE, product: { ...SAMPLE.product, ...product } }, []);
  const formats = plan.sheets.flatMap(({ steps }) =>
    steps.flatMap((step) => {
      if (step.do === "numberFormat") return [step.format];
      return step.do === "chart" ? [step.chart.valueFormat] : [];
    }),
  );
  return new Set(formats.map((format) => NUMBER_FORMATS[format]));
}

function withDollarSign(codes: Set<string>): string[] {
  return [...codes].filter((code) => code.includes("$")).sort();
}

test("amounts carry the dollar sign where all are dollars", () => {
  expect(withDollarSign(formatCodes({}))).toEqual(['"$"#,##0', '"$"#,##0.00', '"$"#,##0.0000']);
});

test.each([{ priceCurrency: "EUR" }, { costCurrency: "EUR" }])(
  "amounts carry no sign where %j",
  (product) => {
    const codes = formatCodes(product);
    expect(withDollarSign(codes)).toEqual([]);
    expect(codes).toContain("#,##0.00");
    expect(codes).toContain("#,##0.0000");
  },
);
