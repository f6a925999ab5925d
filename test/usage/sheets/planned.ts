import { planAnalysis } from "../../../src/usage/sheets/plan-analysis";
import { createModel, type Model } from "../../../src/workbook/model";
import type { Plan } from "../../../src/workbook/plan";
import type { SheetDescription } from "../../../src/workbook/sheet-blocks";
import { ironCalc } from "../../engines/ironcalc";
import { unsafeFunctionsIn } from "../../engines/safe-functions";
import { differences, formulasOf, inShort, sheetsOf } from "../../scenario/plan-cells";

/** A sheet on its own as a plan, and its figures by name. */
export function planned(sheet: SheetDescription): { model: Model; plan: Plan } {
  return { model: createModel([sheet]), plan: planAnalysis(sheet, []) };
}

/** What IronCalc works out otherwise than the plan brings, and functions that are not safe. */
export async function recalculated(plan: Plan) {
  const formulas = formulasOf(plan);
  const found = differences(formulas, await ironCalc(sheetsOf(plan)));
  const unsafe = new Set(formulas.flatMap(({ formula }) => unsafeFunctionsIn(formula)));
  return { formulas: formulas.length, ...inShort(found), unsafe: [...unsafe] };
}

/** The same sheet with other inputs. */
export function withInput(
  sheet: SheetDescription,
  name: string,
  value: number | string | readonly (number | string | null)[],
): SheetDescription {
  let found = false;
  const blocks = sheet.blocks.map((block) => {
    if (block.kind === "lines") {
      const lines = block.lines.map((line) => {
        if (line.name !== name || !("input" in line) || typeof value === "object") return line;
        found = true;
        return { ...line, input: value };
      });
      return { ...block, lines };
    }
    if (block.kind === "grid") {
      const items = block.items.map((item) => {
        if (item.name !== name || !("inputs" in item) || typeof value !== "object") return item;
        found = true;
        return { ...item, inputs: value };
      });
      return { ...block, items };
    }
    return block;
  });
  if (!found) throw new Error(`there is no input ${name}`);
  return { ...sheet, blocks };
}
