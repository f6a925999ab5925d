import type { CellValue, Host, Run } from "../../src/workbook/host";
import type { Plan } from "../../src/workbook/plan";

/** What a test sees and steers of a workbook in memory. */
export interface MemoryHost extends Host {
  /** The formulas put into the selected cell, B3. */
  readonly inserted: readonly string[];
  /** The plans that were carried out to the end. */
  readonly built: readonly Plan[];
  /** Makes the next build wait after its first step until it is let go or cancelled. */
  readonly hold: () => () => void;
  /** Makes the next call of `apply` or `insertFormula` fail. */
  readonly failWith: (error: Error) => void;
  /** Changes what cells are read as: the value that the formula of the plan carries comes in. */
  readonly answerWith: (answer: (value: CellValue) => CellValue) => void;
}

function abortion(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener("abort", () => {
      reject(signal.reason as Error);
    });
  });
}

/** A workbook with one sheet, "Existing", that keeps to the port and calculates nothing. */
export function memoryHost(): MemoryHost {
  const sheets = ["Existing"];
  const inserted: string[] = [];
  const built: Plan[] = [];
  let held: Promise<void> | undefined;
  let failure: Error | undefined;
  let answer = (value: CellValue): CellValue => value;

  function fail(): void {
    const error = failure;
    failure = undefined;
    if (error) throw error;
  }

  async function apply(plan: Plan, run: Run): Promise<void> {
    run.signal.throwIfAborted();
    run.onProgress(`Building ${plan.show}`, 0.25);
    if (held) await Promise.race([held, abortion(run.signal)]);
    held = undefined;
    fail();
    run.signal.throwIfAborted();
    run.onProgress("Done", 1);
    sheets.push(...plan.sheets.map(({ name }) => name));
    built.push(plan);
  }

  async function read(sheet: string): Promise<CellValue[][]> {
    const plan = built.flatMap((one) => one.sheets).find(({ name }) => name === sheet);
    const written = plan?.steps.find((step) => step.do === "write");
    const rows = written?.do === "write" ? written.cells.slice(1) : [];
    return rows.map((row) => {
      const cell = row[2];
      if (typeof cell !== "object" || cell === null) return [cell ?? null];
      const { value } = cell;
      return [answer(typeof value === "object" ? value.error : value)];
    });
  }

  return {
    name: "Workbook in memory",
    inserted,
    built,
    sheetNames: async () => [...sheets],
    apply,
    read,
    insertFormula: async (formula) => {
      fail();
      inserted.push(formula);
      return "B3";
    },
    hold: () => {
      let letGo = (): void => undefined;
      held = new Promise((resolve) => {
        letGo = resolve;
      });
      return () => {
        letGo();
      };
    },
    failWith: (error) => {
      failure = error;
    },
    answerWith: (change) => {
      answer = change;
    },
  };
}
