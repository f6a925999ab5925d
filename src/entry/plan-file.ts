import { writeXlsx } from "../hosts/file/write-xlsx";
import type { Plan } from "../workbook/plan";

/** The bytes of the .xlsx that holds a plan, the same from the pane and from the command line. */
export function planFile(plan: Plan, title: string, at: Date): Promise<Uint8Array> {
  return writeXlsx(plan, { title, subject: "AI unit economics", at });
}
