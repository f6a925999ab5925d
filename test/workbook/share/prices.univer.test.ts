import { listedModels, tokenCost } from "../../../src/catalog";
import { CalcError } from "../../../src/calc";
import { PricesSheet } from "../../../src/workbook/share/prices-sheet";
import { rewrite } from "../../../src/workbook/share/rewrite";
import type { CellContent, Engine, Sheet } from "../../engines/cells";
import { describeWithLibreOffice } from "../../engines/describe-with-libreoffice";
import { ironCalc } from "../../engines/ironcalc";
import { univer } from "../../engines/univer";
import { sheetsOf } from "../../scenario/plan-cells";
import { aroundIn, TODAY } from "./around-in";

const PATIENCE_MS = 300_000;

/** Input, output, cached reads and writes; 200,000 is a common bound of short prompts. */
const REQUESTS = [
  [12000, 800, 0, 0],
  [200000, 1000, 150000, 20000],
  [300000.5, 2000, 280000, 1000],
  [0, 0, 0, 0],
] as const;

/** Every fifteenth model of the list, and all whose names say that they may have more prices. */
const MODELS = listedModels(TODAY).flatMap(({ model }, i) =>
  i % 15 === 0 || /^(?:claude|gemini|gpt-5|deepseek|grok)/.test(model) ? [model] : [],
);

function costOrError(model: string, request: (typeof REQUESTS)[number]): number | string {
  const [input, output, reads, writes] = request;
  try {
    return tokenCost(model, input, output, reads, writes, TODAY);
  } catch (error) {
    if (error instanceof CalcError) return error.code;
    throw error;
  }
}

/** Each model with each request: named by the formula, and in a cell. */
function costs(): { sheets: Sheet[]; expected: (number | string)[][] } {
  const models: Sheet = {
    name: "Models",
    cells: new Map(MODELS.map((model, i) => [`A${i + 1}`, model])),
  };
  const prices = new PricesSheet("Pinned", TODAY);
  const cells = new Map<string, CellContent>();
  const put = (address: string, formula: string) => {
    const rewritten = rewrite(formula, aroundIn([models], prices));
    if (rewritten.kind !== "native") throw new Error(`${formula} becomes no formula`);
    cells.set(address, { formula: rewritten.cells[0]?.formula ?? "" });
  };
  const expected = MODELS.map((model, i) =>
    REQUESTS.map((request, k) => {
      put(`${"ABCD"[k] ?? ""}${i + 1}`, `=AIM.TOKENCOST("${model}",${request.join(",")})`);
      put(`${"EFGH"[k] ?? ""}${i + 1}`, `=AIM.TOKENCOST(Models!A${i + 1},${request.join(",")})`);
      return costOrError(model, request);
    }),
  );
  const plan = prices.plan();
  const pinned = sheetsOf({ sheets: plan ? [plan] : [], show: "" });
  return { sheets: [models, ...pinned, { name: "Costs", cells }], expected };
}

async function differences(engine: Engine): Promise<string[]> {
  const { sheets, expected } = costs();
  const calculated = (await engine(sheets)).get("Costs");
  return expected.flatMap((row, i) =>
    row.flatMap((cost, k) =>
      ["ABCD", "EFGH"].flatMap((columns) => {
        const address = `${columns[k] ?? ""}${i + 1}`;
        const value = calculated?.get(address);
        const isSame =
          typeof cost === "number"
            ? typeof value === "number" && Math.abs(value - cost) <= 1e-12 * cost
            : typeof value === "object" && value.error === cost;
        return isSame ? [] : [`${MODELS[i] ?? ""} ${address}: ${cost}, ${JSON.stringify(value)}`];
      }),
    ),
  );
}

test("asks for models with and without long-context prices, and some without a price", () => {
  const { expected } = costs();
  expect(MODELS.length).toBeGreaterThan(100);
  expect(expected.flat().filter((cost) => cost === "#N/A").length).toBeGreaterThan(3);
});

test.each([
  ["IronCalc", ironCalc],
  ["Univer", univer],
] as const)(
  "costs of pinned models in %s are the catalog's to 12 digits",
  async (_, engine) => {
    expect((await differences(engine)).slice(0, 5)).toEqual([]);
  },
  PATIENCE_MS,
);

describeWithLibreOffice("costs of pinned models in LibreOffice", (libreOffice) => {
  test("are the catalog's to 12 digits", async () => {
    expect((await differences(libreOffice().calculate)).slice(0, 5)).toEqual([]);
  });
});
