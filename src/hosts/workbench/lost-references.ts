import { ICommandService, type Injector } from "@univerjs/core";
import {
  deserializeRangeWithSheet,
  FormulaDataModel,
  LexerTreeBuilder,
  sequenceNodeType,
} from "@univerjs/engine-formula";
import { SetRangeValuesMutation } from "@univerjs/sheets";

const LOST = "#REF!";

/** A formula with #REF! in place of what is on the sheets of the names, which are in small letters. */
function withoutSheets(formula: string, gone: ReadonlySet<string>, lexer: LexerTreeBuilder) {
  const nodes = lexer.sequenceNodesBuilder(formula) ?? [];
  const parts = nodes.map((node) => {
    if (typeof node === "string") return node;
    const isLost =
      node.nodeType === sequenceNodeType.REFERENCE &&
      gone.has(deserializeRangeWithSheet(node.token).sheetName.toLowerCase());
    return isLost ? LOST : node.token;
  });
  return `=${parts.join("")}`;
}

/** Writes #REF! into the formulas of a workbook that refer to sheets which are gone, as Excel does. */
export function loseReferences(injector: Injector, unitId: string, names: readonly string[]): void {
  const formulas = injector.get(FormulaDataModel);
  const lexer = injector.get(LexerTreeBuilder);
  const gone = new Set(names.map((name) => name.toLowerCase()));
  for (const [subUnitId, rows] of Object.entries(formulas.getFormulaData()[unitId] ?? {})) {
    const cellValue: Record<number, Record<number, { f: string }>> = {};
    for (const [row, cells] of Object.entries(rows ?? {})) {
      for (const column of Object.keys(cells).map(Number)) {
        const formula = formulas.getFormulaStringByCell(Number(row), column, subUnitId, unitId);
        if (!formula?.includes("!")) continue;
        const left = withoutSheets(formula, gone, lexer);
        if (left !== formula) {
          (cellValue[Number(row)] ??= {})[column] = { f: left };
        }
      }
    }
    if (Object.keys(cellValue).length > 0) {
      injector
        .get(ICommandService)
        .syncExecuteCommand(SetRangeValuesMutation.id, { unitId, subUnitId, cellValue });
    }
  }
}
