import { missingSheet } from "../../workbook/missing-sheet";

/**
 * The sheet of a name, looked for in a round trip of its own.
 *
 * @param properties what to load of it with that, such as "visibility"
 * @throws HostError if there is none
 */
export async function existingSheet(
  context: Excel.RequestContext,
  name: string,
  properties?: string,
): Promise<Excel.Worksheet> {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  if (properties) sheet.load(properties);
  await context.sync();
  if (sheet.isNullObject) throw missingSheet(name);
  return sheet;
}
