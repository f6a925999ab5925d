import { ICommandService, type Injector, IUndoRedoService } from "@univerjs/core";
import type { FWorkbook, FWorksheet } from "@univerjs/sheets/facade";
import { HostError, type Run } from "../../../workbook/host";
import { missingSheet } from "../../../workbook/missing-sheet";
import type { BookChanges, CellChange } from "../../../workbook/share/book";
import { breathe } from "../breathe";
import { nameFormulas } from "./book-names";
import { type Mutation, ruleFormulas } from "./book-rules";
import { cellMutations } from "./cell-mutations";
import { isProtected } from "./read-book";

/** What becomes of a rule that is to go: it applies to nothing, or allows everything. */
const WITHOUT = { "conditional format": "=FALSE", validation: "=TRUE" } as const;

interface Step {
  readonly phase: string;
  readonly change: Mutation;
  readonly takeBack: Mutation;
}

function same(a = "", b = ""): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function gone(what: string): HostError {
  return new HostError(
    `${what} is not there any more, or has been changed. Check the workbook again; nothing was changed.`,
    "not found",
  );
}

function sheetNamed(book: FWorkbook, injector: Injector, name: string): FWorksheet {
  const sheet = book.getSheets().find((one) => same(one.getSheetName(), name));
  if (!sheet) throw missingSheet(name);
  if (isProtected(injector, book.getId(), sheet.getSheetId())) {
    throw new HostError(
      `The sheet ${name} is protected, so its formulas cannot be changed. Take its protection off, then try again; nothing was changed.`,
      "worksheet protection",
    );
  }
  return sheet;
}

function idsOf(book: FWorkbook, sheet: FWorksheet) {
  return { unitId: book.getId(), subUnitId: sheet.getSheetId() };
}

function cellSteps(book: FWorkbook, injector: Injector, { cells }: BookChanges): Step[] {
  const bySheet = new Map<FWorksheet, CellChange[]>();
  const found = new Map<string, FWorksheet>();
  for (const change of cells) {
    const sheet = found.get(change.sheet) ?? sheetNamed(book, injector, change.sheet);
    found.set(change.sheet, sheet);
    const changes = bySheet.get(sheet);
    if (changes) changes.push(change);
    else bySheet.set(sheet, [change]);
  }
  return [...bySheet].map(([sheet, changes]) => ({
    phase: `Changing ${sheet.getSheetName()}`,
    ...cellMutations(injector, idsOf(book, sheet), sheet.getSheet().getCellMatrix(), changes),
  }));
}

function nameSteps(book: FWorkbook, injector: Injector, { names }: BookChanges): Step[] {
  const kept = nameFormulas(book, injector);
  return names.map(({ name, sheet, formula }) => {
    const found = kept.find((one) => same(one.name, name) && same(one.sheet, sheet));
    if (!found) throw gone(`The name ${name}`);
    return {
      phase: "Changing names",
      change: found.change(formula),
      takeBack: found.change(found.formula),
    };
  });
}

function ruleSteps(book: FWorkbook, injector: Injector, { others }: BookChanges): Step[] {
  return others.map(({ sheet, where, at, before, formula }) => {
    const rules = ruleFormulas(injector, idsOf(book, sheetNamed(book, injector, sheet)));
    const found = rules.find(
      (rule) => rule.where === where && rule.at === at && rule.formula === before,
    );
    if (!found || (where !== "conditional format" && where !== "validation")) {
      throw gone(`The ${where} of ${at} on ${sheet}`);
    }
    return {
      phase: "Changing rules",
      change: found.change(formula ?? WITHOUT[where]),
      takeBack: found.change(before),
    };
  });
}

/**
 * Changes the workbook that is open: all of it or, after an error or Cancel, nothing. The user can
 * undo it in one step: half of it would be a workbook that nobody made.
 *
 * @param calculated waits until all is worked out
 * @throws HostError in words for the user; DOMException "AbortError" after Cancel
 */
export async function changeBook(
  book: FWorkbook,
  injector: Injector,
  changes: BookChanges,
  run: Run,
  calculated: () => Promise<unknown>,
): Promise<void> {
  run.signal.throwIfAborted();
  const commands = injector.get(ICommandService);
  const steps = [cellSteps, nameSteps, ruleSteps].flatMap((of) => of(book, injector, changes));
  const done: Step[] = [];
  const advance = async (phase: string) => {
    run.onProgress(phase, done.length / (steps.length + 1));
    await breathe();
    run.signal.throwIfAborted();
  };
  try {
    for (const step of steps) {
      await advance(step.phase);
      done.push(step);
      commands.syncExecuteCommand(step.change.id, step.change.params);
    }
    await advance("Calculating");
    await calculated();
    await advance("Changed");
    run.onProgress("Done", 1);
  } catch (error) {
    for (const { takeBack } of [...done].reverse()) {
      commands.syncExecuteCommand(takeBack.id, takeBack.params);
    }
    if (done.length > 0) await calculated();
    if (run.signal.aborted || error instanceof HostError) throw error;
    throw new HostError(
      "The workbook could not be changed; all of it is as it was.",
      error instanceof Error ? (error.stack ?? error.message) : String(error),
      { cause: error },
    );
  }
  if (done.length === 0) return;
  injector.get(IUndoRedoService).pushUndoRedo({
    unitID: book.getId(),
    undoMutations: [...done].reverse().map(({ takeBack }) => ({ ...takeBack })),
    redoMutations: done.map(({ change }) => ({ ...change })),
  });
}
