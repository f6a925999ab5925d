import { planAnalysis } from "../../../src/usage/sheets/plan-analysis";
import { createModel, type Model } from "../../../src/workbook/model";
import type { Plan } from "../../../src/workbook/plan";
import type { SheetDescription } from "../../../src/workbook/sheet-blocks";
import { ironCalc } from "../../engines/ironcalc";
import { unsafeFunctionsIn } from "../../engines/safe-functions";
import { numbersIn, relativeForm } from "../../scenario/formula-rules";
import { differences, formulasOf, inShort, sheetsOf } from "../../scenario/plan-cells";

/** A sheet on its own as a plan, and its figures by name. */
export function planned(sheet: SheetDescription): { model: Model; plan: Plan } {
  return { model: createModel([sheet]), plan: planAnalysis(sheet, []) };
}

/** Numbers that formulas may hold; the last is the slack of MARGINBAND. */
const MEANT: ReadonlySet<number> = new Set([0, 1, 2, 1e-9]);

/** Names of items whose formulas differ along their axis. */
function tornNames(formulas: ReturnType<typeof formulasOf>): string[] {
  const forms = new Map<string, Set<string>>();
  for (const { name, formula, address } of formulas) {
    forms.set(name, (forms.get(name) ?? new Set()).add(relativeForm(formula, address)));
  }
  return [...forms].filter(([, { size }]) => size > 1).map(([name]) => name);
}

/**
 * What IronCalc works out otherwise than the plan brings, functions that are not safe, numbers
 * that are written into formulas though no unit needs them, and items that change along their axis.
 */
export async function recalculated(plan: Plan) {
  const formulas = formulasOf(plan);
  const found = differences(formulas, await ironCalc(sheetsOf(plan)));
  const unsafe = new Set(formulas.flatMap(({ formula }) => unsafeFunctionsIn(formula)));
  const odd = formulas
    .filter(({ formula }) => numbersIn(formula).some((number) => !MEANT.has(number)))
    .map(({ name }) => name);
  return {
    formulas: formulas.length,
    ...inShort(found),
    unsafe: [...unsafe],
    odd: [...new Set(odd)],
    torn: tornNames(formulas),
  };
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
