import { HostError, type Run } from "../../../workbook/host";
import { missingSheet } from "../../../workbook/missing-sheet";
import type { BookChanges } from "../../../workbook/share/book";
import { hostError } from "../excel-error";
import { inExcel } from "../in-excel";
import { insist, type Pause } from "../insist";
import { inRequests } from "../task";
import { cellChanges } from "./change-cells";
import { nameChanges, ruleChanges } from "./change-others";
import type { Change } from "./change";

const FAILURE = "The workbook could not be changed; all of it is as it was";

/** Finds out what would stand in the way, before anything is touched. */
async function checkSheets(
  context: Excel.RequestContext,
  { cells, others }: BookChanges,
): Promise<void> {
  const names = [...new Set([...cells, ...others].map(({ sheet }) => sheet))];
  const asked = names.map((name) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(name);
    sheet.protection.load("protected");
    return { name, sheet };
  });
  await context.sync();
  for (const { name, sheet } of asked) {
    if (sheet.isNullObject) throw missingSheet(name);
    if (sheet.protection.protected) {
      throw new HostError(
        `The sheet ${name} is protected, so its formulas cannot be changed. Unprotect it (Review, Unprotect Sheet), then try again; nothing was changed.`,
        "worksheet.protection.protected",
      );
    }
  }
}

async function prepare(context: Excel.RequestContext, changes: BookChanges): Promise<Change[]> {
  await checkSheets(context, changes);
  return [
    ...(await cellChanges(context, changes.cells)),
    ...(await nameChanges(context, changes.names)),
    ...(await ruleChanges(context, changes.others)),
  ];
}

/** One request. Excel works nothing out until all of it is written. */
async function send(
  context: Excel.RequestContext,
  changes: readonly Change[],
  way: "enqueue" | "takeBack",
): Promise<void> {
  context.application.suspendApiCalculationUntilNextSync();
  for (const change of changes) change[way](context);
  await context.sync();
}

/** Puts back what requests have changed that may have been carried out, the last one first. */
async function putBack(sent: readonly (readonly Change[])[]): Promise<void> {
  if (sent.length === 0) return;
  await inExcel("The workbook could not be put back", async (context) => {
    for (const changes of [...sent].reverse()) await send(context, changes, "takeBack");
  });
}

/** Whether nothing has come of the requests, as in a workbook that is open for reading only. */
async function isAsBefore(changes: BookChanges, before: readonly Change[]): Promise<boolean> {
  const now = await inExcel(FAILURE, (context) => prepare(context, changes)).catch(() => []);
  return (
    now.length === before.length && now.every((change, i) => change.before === before[i]?.before)
  );
}

function leftChanged(sent: readonly (readonly Change[])[], first: unknown, second: unknown) {
  const phases = [...new Set(sent.flat().map(({ phase }) => phase.replace("Changing ", "")))];
  return new HostError(
    `The workbook could not be changed, and not all of it could be put back: look at ${phases.join(", ")}, or close the workbook without saving it.`,
    [first, second].map((error) => hostError(FAILURE, error).details).join("\n"),
    { cause: first },
  );
}

/**
 * Changes the workbook that is open in Excel: all of it or, after an error or Cancel, nothing.
 *
 * @throws HostError in words for the user; DOMException "AbortError" after Cancel
 */
export async function changeBook(changes: BookChanges, run: Run, pause: Pause): Promise<void> {
  run.signal.throwIfAborted();
  const sent: Change[][] = [];
  let all: readonly Change[] = [];
  try {
    await inExcel(FAILURE, async (context) => {
      const advance = (phase: string, done: number) => {
        run.onProgress(phase, done);
        run.signal.throwIfAborted();
      };
      advance("Looking at what is to be changed", 0);
      all = await prepare(context, changes);
      const requests = inRequests(all);
      for (const [i, request] of requests.entries()) {
        advance(request[0]?.phase ?? "", (i + 1) / (requests.length + 2));
        sent.push(request);
        await send(context, request, "enqueue");
      }
      advance("Changed", (requests.length + 1) / (requests.length + 2));
    });
    run.onProgress("Done", 1);
  } catch (error) {
    await insist(pause, () => putBack(sent)).catch(async (second: unknown) => {
      if (!(await isAsBefore(changes, all))) throw leftChanged(sent, error, second);
    });
    run.signal.throwIfAborted();
    throw error;
  }
}
