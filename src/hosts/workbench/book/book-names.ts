import type { Injector } from "@univerjs/core";
import { IDefinedNamesService, SetDefinedNameMutation } from "@univerjs/engine-formula";
import { SCOPE_WORKBOOK_VALUE_DEFINED_NAME } from "@univerjs/sheets";
import type { FWorkbook } from "@univerjs/sheets/facade";
import type { BookName } from "../../../workbook/share/book";
import type { Mutation } from "./book-rules";

/** A name, and what lets it stand for something else. */
export interface NameFormula extends BookName {
  readonly change: (formula: string) => Mutation;
}

/** With an equals sign, which Univer leaves out of references. */
function withSign(text: string): string {
  return text.startsWith("=") ? text : `=${text}`;
}

/** The names of the workbook and of its sheets. */
export function nameFormulas(book: FWorkbook, injector: Injector): NameFormula[] {
  const unitId = book.getId();
  const names = injector.get(IDefinedNamesService).getDefinedNameMap(unitId) ?? {};
  return Object.values(names).map((kept) => {
    const { name, localSheetId, formulaOrRefString } = kept;
    const isWorkbooks = !localSheetId || localSheetId === SCOPE_WORKBOOK_VALUE_DEFINED_NAME;
    const sheet = isWorkbooks ? undefined : book.getSheetBySheetId(localSheetId)?.getSheetName();
    const hasSign = formulaOrRefString.startsWith("=");
    return {
      name,
      ...(sheet !== undefined && { sheet }),
      formula: withSign(formulaOrRefString),
      change: (formula) => {
        const isBack = !hasSign && formula === withSign(formulaOrRefString);
        return {
          id: SetDefinedNameMutation.id,
          params: { ...kept, unitId, formulaOrRefString: isBack ? formulaOrRefString : formula },
        };
      },
    };
  });
}
