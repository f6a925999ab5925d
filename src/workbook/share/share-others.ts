import type { Book, BookChanges, BookName, OtherFormula } from "./book";
import { type BookIndex, bookAround } from "./book-around";
import type { FormulaRecord, LeftFormula } from "./formula-record";
import { placeOf } from "./place-of";
import type { PricesSheet } from "./prices-sheet";
import { rewrite } from "./rewrite";

interface SharedOthers extends Pick<BookChanges, "names" | "others"> {
  readonly records: readonly FormulaRecord[];
  readonly left: readonly LeftFormula[];
  readonly functions: readonly string[];
}

/** Why a formula that stands in no cell cannot become the value it shows. */
const NO_CELL = "it stands in no cell, so there is no value to keep";

/** The formulas that stand in no cell: names, rules and columns of tables. */
export function shareOthers(
  { sheets, names, others }: Book,
  index: BookIndex,
  prices: PricesSheet,
): SharedOthers {
  const records: FormulaRecord[] = [];
  const left: LeftFormula[] = [];
  const functions: string[] = [];

  /** The new formula; undefined where nothing is to be done or nothing can be. */
  function rewritten(
    about: Pick<LeftFormula, "where" | "sheet" | "at" | "formula">,
    place: { readonly row: number; readonly column: number },
  ): string | undefined {
    const sheet = about.sheet || (sheets[0]?.name ?? "");
    const result = rewrite(about.formula, bookAround(index, prices, { name: sheet }, place));
    if (result.kind === "unchanged") return undefined;
    const [only, ...more] = result.kind === "native" ? result.cells : [];
    if (!only || more.length > 0) {
      const reason = result.kind === "value" ? result.reason : "it gives several values";
      left.push({ ...about, reason: `${reason}, and ${NO_CELL}` });
      return undefined;
    }
    records.push({ ...about, became: "formula", now: only.formula });
    functions.push(...result.functions);
    return only.formula;
  }

  const newNames = names.flatMap((name): BookName[] => {
    const { sheet = "", name: at, formula } = name;
    const changed = rewritten({ where: "name", sheet, at, formula }, { row: 0, column: 0 });
    return changed === undefined ? [] : [{ ...name, formula: changed }];
  });
  const newOthers = others.flatMap((other: OtherFormula): BookChanges["others"][number][] => {
    const { formula, ...about } = other;
    const changed = rewritten(other, placeOf(other, index));
    return changed === undefined ? [] : [{ ...about, before: formula, formula: changed }];
  });
  return { names: newNames, others: newOthers, records, left, functions };
}
