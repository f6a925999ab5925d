import { hostError } from "./excel-error";

/**
 * Works in Excel. While a cell is being edited Excel waits for the end of the editing.
 *
 * @param failure what could not be done if it fails, as a sentence without its full stop
 * @throws HostError in words for the user
 */
export async function inExcel<T>(
  failure: string,
  work: (context: Excel.RequestContext) => Promise<T>,
): Promise<T> {
  try {
    return await Excel.run({ delayForCellEdit: true }, work);
  } catch (error) {
    throw hostError(failure, error);
  }
}
