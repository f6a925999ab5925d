import type { FormulaStyle } from "./formula-style";
import type { Model } from "./model";
import { placeEntries } from "./placement";
import type { Plan } from "./plan";
import { planSheet } from "./sheet-plan";

/**
 * A model as a plan: every sheet with its formulas printed and worked out.
 *
 * @param names the name that each sheet gets in the workbook, by its id
 * @param style ordinary Excel formulas, or calls of the add-in's functions where there is one
 * @param show the id of the sheet to show when all is done
 */
export function planWorkbook(
  model: Model,
  names: ReadonlyMap<string, string>,
  style: FormulaStyle,
  show: string,
): Plan {
  const blueprint = { model, places: placeEntries(model.sheets, names), style };
  const nameOf = (id: string): string => {
    const name = names.get(id);
    if (name === undefined) throw new RangeError(`the sheet ${id} has no name`);
    return name;
  };
  return {
    sheets: model.sheets.map((sheet) => planSheet(sheet, nameOf(sheet.id), blueprint)),
    show: nameOf(show),
  };
}
