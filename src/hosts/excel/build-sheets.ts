import { checkSheetNames } from "../../workbook/check-sheet-names";
import { HostError, type Run } from "../../workbook/host";
import type { Plan } from "../../workbook/plan";
import { checkStructure } from "./check-structure";
import { hostError } from "./excel-error";
import { inExcel } from "./in-excel";
import { insist, type Pause } from "./insist";
import { type Added, type ProvisionalSheets, provisionalSheets } from "./provisional-sheets";
import { sheetWork, type SheetWork } from "./sheet-work";
import { bytesOfCalls, inRequests, type Task } from "./task";

const FAILURE = "The sheets could not be built; nothing was changed";

interface SheetTask extends Task {
  readonly sheet: Excel.Worksheet;
  readonly phase: string;
}

/** Finds out what would stand in the way, before anything is touched. */
async function checkWorkbook(context: Excel.RequestContext, plan: Plan): Promise<void> {
  const { worksheets, protection } = context.workbook;
  worksheets.load("items/name");
  protection.load("protected");
  await context.sync();
  checkStructure(protection, "added");
  checkSheetNames(
    plan,
    worksheets.items.map(({ name }) => name),
  );
}

/** Names first, all of them: formulas refer to other sheets. */
function contentTasks(added: readonly Added<SheetWork>[]): SheetTask[] {
  const naming = added.map(({ sheet, item: { name } }) => ({
    sheet,
    phase: `Building ${name}`,
    bytes: bytesOfCalls(1, 1),
    enqueue: () => {
      sheet.name = name;
    },
  }));
  const content = added.flatMap(({ sheet, item: { name, content: tasks } }) =>
    tasks.map((task) => ({ ...task, sheet, phase: `Building ${name}` })),
  );
  return [...naming, ...content];
}

/** One request. Excel works nothing out until all of it is written. */
async function send(context: Excel.RequestContext, tasks: readonly SheetTask[]): Promise<void> {
  context.application.suspendApiCalculationUntilNextSync();
  for (const { enqueue, sheet } of tasks) enqueue(sheet);
  await context.sync();
}

/** Shows the sheets as they are to be seen. */
async function show(
  context: Excel.RequestContext,
  added: readonly Added<SheetWork>[],
  shown: string,
): Promise<void> {
  for (const { sheet, item } of added) for (const task of item.view) task.enqueue(sheet);
  context.workbook.worksheets.getItem(shown).activate();
  await context.sync();
}

async function build(
  context: Excel.RequestContext,
  work: readonly SheetWork[],
  sheets: ProvisionalSheets,
  plan: Plan,
  run: Run,
): Promise<void> {
  const added = await sheets.add(context, work);
  const requests = inRequests(contentTasks(added));
  const all = requests.length + 2;
  const advance = (phase: string, done: number) => {
    run.onProgress(phase, done / all);
    run.signal.throwIfAborted();
  };
  advance("Adding sheets", 1);
  for (const [i, tasks] of requests.entries()) {
    await send(context, tasks);
    advance(tasks.at(-1)?.phase ?? "", i + 2);
  }
  // Where another workbook has the focus Excel refuses to freeze panes and to show sheets.
  await show(context, added, plan.show).catch(() => undefined);
  run.onProgress("Done", 1);
}

/** Why sheets are left that should not be there, and which. */
function leftBehind(plan: Plan, first: unknown, second: unknown): HostError {
  const names = plan.sheets.map(({ name }) => name).join(", ");
  const details = [first, second].map((error) => hostError(FAILURE, error).details).join("\n");
  return new HostError(
    `The sheets could not be built, and not all of them could be removed again. Delete those that are left yourself: ${names}, or sheets whose names begin with Unfinished.`,
    details,
    { cause: first },
  );
}

/**
 * Builds the sheets of a plan: all of them or, after an error or Cancel, none.
 *
 * @throws HostError in words for the user; DOMException "AbortError" after Cancel
 */
export async function buildSheets(plan: Plan, run: Run, pause: Pause): Promise<void> {
  run.signal.throwIfAborted();
  const work = await inExcel(FAILURE, async (context) => {
    const planned = plan.sheets.map(sheetWork);
    await checkWorkbook(context, plan);
    return planned;
  });
  const sheets = provisionalSheets();
  try {
    await inExcel(FAILURE, (context) => build(context, work, sheets, plan, run));
  } catch (error) {
    await insist(pause, sheets.remove).catch((second: unknown) => {
      throw leftBehind(plan, error, second);
    });
    run.signal.throwIfAborted();
    throw error;
  }
}
