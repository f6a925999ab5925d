import { inExcel } from "./in-excel";

/** A sheet that has been added, with what it is for. */
export interface Added<T> {
  readonly sheet: Excel.Worksheet;
  readonly item: T;
}

/** The sheets of one build, until it is known whether they stay. */
export interface ProvisionalSheets {
  /** Adds a sheet for each item, under a provisional name. */
  readonly add: <T>(context: Excel.RequestContext, items: readonly T[]) => Promise<Added<T>[]>;
  /** Takes away whatever of them there is, and nothing else. */
  readonly remove: () => Promise<void>;
}

/**
 * Sheets that can be told from all others whatever happens: they are added under names that nobody
 * else gives, and known by their ids once Excel has answered. Names alone would not do: someone
 * who edits the workbook at the same time may take them.
 */
export function provisionalSheets(): ProvisionalSheets {
  const mark = `Unfinished ${crypto.randomUUID().slice(0, 8)}`;
  const ids = new Set<string>();
  return {
    add: async (context, items) => {
      const { worksheets } = context.workbook;
      const added = items.map((item, i) => ({ item, sheet: worksheets.add(`${mark} ${i + 1}`) }));
      for (const { sheet } of added) sheet.load("id");
      await context.sync();
      for (const { sheet } of added) ids.add(sheet.id);
      return added;
    },
    remove: () =>
      inExcel("The new sheets could not be removed", async (context) => {
        const { worksheets } = context.workbook;
        worksheets.load("items/id,items/name");
        await context.sync();
        for (const sheet of worksheets.items) {
          if (ids.has(sheet.id) || sheet.name.startsWith(mark)) sheet.delete();
        }
        await context.sync();
      }),
  };
}
