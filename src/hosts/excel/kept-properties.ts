import type { KeptProperties } from "../../workbook/host";
import { inExcel } from "./in-excel";

/** What is kept with the sheets of the workbook: two round trips, however many there are. */
export async function keptProperties(): Promise<readonly KeptProperties[]> {
  return inExcel("What is kept with the sheets could not be read", async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name");
    await context.sync();
    const sheets = worksheets.items.map(({ name, customProperties }) => {
      customProperties.load("items/key,items/value");
      return { name, customProperties };
    });
    await context.sync();
    return sheets.flatMap(({ name, customProperties: { items } }) =>
      items.length === 0
        ? []
        : [
            {
              sheet: name,
              properties: Object.fromEntries(items.map(({ key, value }) => [key, value])),
            },
          ],
    );
  });
}
