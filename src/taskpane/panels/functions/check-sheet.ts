import type { CellContent, Plan } from "../../../workbook/plan";
import type { CellValue, Host } from "../../../workbook/host";
import { expectedInWords, type WorkedExample } from "./worked-examples";

const HEADINGS = ["Function", "Example", "Answer", "Expected"];

function row({ id, it, formula, expected }: WorkedExample): CellContent[] {
  // In words, because Excel would turn a text such as #N/A into the error itself.
  const told = typeof expected === "object" ? expectedInWords(expected) : expected;
  return [id, it, { formula, value: expected }, told];
}

/** A new sheet with every worked example as a formula, so that the workbook itself answers. */
export function checkSheet(name: string, examples: readonly WorkedExample[]): Plan {
  return {
    sheets: [
      {
        name,
        steps: [
          { do: "columnWidths", widths: [22, 56, 20, 20] },
          { do: "write", row: 0, column: 0, cells: [HEADINGS, ...examples.map(row)] },
          { do: "style", area: { row: 0, column: 0, rows: 1, columns: 4 }, style: "heading" },
          { do: "freeze", rows: 1, columns: 0 },
        ],
      },
    ],
    show: name,
  };
}

const PENDING = new Set<CellValue>(["#BUSY!", "#GETTING_DATA"]);

/** Whether a cell still waits for its function. */
export function isPending(answer: CellValue): boolean {
  return PENDING.has(answer);
}

const PAUSE_MS = 500;
const MOST_READS = 20;

/** The answers on the sheet, once the workbook has calculated them or after ten seconds. */
export async function readAnswers(host: Host, sheet: string, count: number): Promise<CellValue[]> {
  for (let reads = 1; ; reads++) {
    const answers = (await host.read(sheet, `C2:C${count + 1}`)).map(([answer = null]) => answer);
    if (reads === MOST_READS || !answers.some(isPending)) return answers;
    await new Promise((resolve) => {
      setTimeout(resolve, PAUSE_MS);
    });
  }
}
